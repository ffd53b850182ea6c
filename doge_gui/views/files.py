"""The window's dealings with files: which configuration to open, where to write the graphs."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from doge_gui.models.phrasebook import told as translated
from doge_gui.views.disconnecting import NoticeBar
from doge_gui.views.marble_plots import MarblePlots
from doge_gui.views.plot_export import ExportError, save_numbers, save_picture


class Files(QObject):
    """Asks for paths and writes the graphs.

    Signals: `chosen(str)` path of the configuration to open.
    """

    chosen = Signal(str)

    def __init__(self, window: QWidget, plots: MarblePlots, notice: NoticeBar) -> None:
        super().__init__(window)
        self._window, self._plots, self._notice = window, plots, notice
        self.configuration = ""
        """Path of the configuration in force, where the choice of another starts."""

    @Slot()
    def open_configuration(self) -> None:
        """Ask for a configuration file."""
        path, _ = QFileDialog.getOpenFileName(
            self._window,
            self.tr("Open configuration"),
            self.configuration,
            self.tr("Configuration (*.json);;All files (*)"),
        )
        if path:
            self.chosen.emit(path)

    @Slot()
    def export_png(self) -> None:
        """Ask where to, and write a picture."""
        self.export("png")

    @Slot()
    def export_svg(self) -> None:
        """Ask where to, and write a drawing."""
        self.export("svg")

    @Slot()
    def export_csv(self) -> None:
        """Ask where to, and write the numbers."""
        self.export("csv")

    @Slot(str)
    def export(self, kind: str) -> None:
        """Ask where to, and write the graphs as `png`, `svg` or `csv`."""
        path, _ = QFileDialog.getSaveFileName(
            self._window, self.tr("Export graphs"), f"marbles.{kind}", f"{kind.upper()} (*.{kind})"
        )
        if path:
            self.write(Path(path).with_suffix(f".{kind}"))

    def write(self, path: Path) -> None:
        """Write the graphs in the form of the path's ending, and say what became of it."""
        plots = self._plots
        plots.draw_fresh()
        try:
            if path.suffix == ".csv":
                circuits = [(f"circuit {plot.circuit}", plots.curves(plot.circuit)) for plot in plots.plots]
                save_numbers(circuits, plots.plots[0].axis, path)
            else:
                save_picture(plots, path)
        except ExportError as error:
            self._notice.say(self.tr("Not exported: {0}").format(translated(str(error))), failed=True)
        else:
            self._notice.say(self.tr("Graphs written to {0}").format(path), failed=False)
