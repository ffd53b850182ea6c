"""The trend's way out of the window: asks where to, writes pictures, hands on what becomes a table."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from doge_gui.models.phrasebook import told as translated
from doge_gui.models.trend_table import TableOrder
from doge_gui.views.disconnecting import NoticeBar
from doge_gui.views.plot_export import ExportError
from doge_gui.views.table_exports import ask_path
from doge_gui.views.trend_screen import TrendScreen


class TrendFiles(QObject):
    """Connected to the screen's `export_wanted`.

    Signals: `table_wanted(object)` TableOrder.
    """

    table_wanted = Signal(object)

    def __init__(self, window: QWidget, screen: TrendScreen, notice: NoticeBar) -> None:
        super().__init__(window)
        self._window, self._screen, self._notice = window, screen, notice
        screen.export_wanted.connect(self.export)

    @Slot(str)
    def export(self, kind: str) -> None:
        """Ask where to, and write `csv`, `xlsx`, `png` or `svg`; of `table` the dialog tells which."""
        if kind == "table":
            chosen = ask_path(self._window, self.tr("Export the trend"), "trend")
            if chosen is not None:
                self.write(chosen)
            return
        path, _ = QFileDialog.getSaveFileName(
            self._window, self.tr("Export the trend"), f"trend.{kind}", f"{kind.upper()} (*.{kind})"
        )
        if path:
            self.write(Path(path).with_suffix(f".{kind}"))

    def write(self, path: Path) -> None:
        """Write what is in view in the form of the path's ending, and say what became of it."""
        if path.suffix.lower() in (".csv", ".xlsx"):
            _, curves = self._screen.export_curves()
            titles = tuple(self._screen.titles.title(curve.tag) for curve in curves)
            self.table_wanted.emit(TableOrder(str(path), tuple(curves), titles))
            return
        try:
            self._screen.save_picture(path)
        except ExportError as error:
            self._notice.say(self.tr("Not exported: {0}").format(translated(str(error))), failed=True)
        else:
            self._notice.say(self.tr("Trend written to {0}").format(path), failed=False)
