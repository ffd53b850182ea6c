"""Tables on their way out of the window: where to, how far, what became of them."""

from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from doge_gui.models.phrasebook import told as translated
from doge_gui.models.phrases import grouped
from doge_gui.views.disconnecting import NoticeBar

_FORMS = {"CSV (*.csv)": ".csv", "XLSX (*.xlsx)": ".xlsx"}


def ask_path(window: QWidget, title: str, name: str) -> Path | None:
    """Ask where a table goes, CSV or XLSX; `name` without an ending. None where nothing was chosen."""
    path, form = QFileDialog.getSaveFileName(window, title, f"{name}.csv", ";;".join(_FORMS))
    if not path:
        return None
    chosen = Path(path)
    # What was typed counts; only a name without an ending takes that of the list.
    known = chosen.suffix.lower() in _FORMS.values()
    return chosen if known else chosen.with_name(chosen.name + _FORMS.get(form, ".csv"))


class TableExports(QObject):
    """Tells in the notice bar how far a table is, and what became of it."""

    def __init__(self, window: QWidget, notice: NoticeBar) -> None:
        super().__init__(window)
        self._notice = notice

    @Slot(str)
    def show_begun(self, path: str) -> None:
        """A table is being written."""
        self._notice.show_work(self.tr("Writing {0}…").format(path))

    @Slot(str, int, int)
    def show_progress(self, path: str, done: int, of: int) -> None:
        """So many rows of so many are written."""
        words = self.tr("Writing {0}: {1} of {2} rows")
        self._notice.show_work(words.format(path, grouped(min(done, of)), grouped(of)))

    @Slot(str)
    def show_done(self, path: str) -> None:
        """A table is there."""
        self._notice.show_work("")
        self._notice.say(self.tr("Table written to {0}").format(path), failed=False)

    @Slot(str)
    def show_given_up(self, path: str) -> None:
        """A table was left."""
        self._notice.show_work("")
        self._notice.say(self.tr("Not exported, as you wished: {0}").format(path), failed=False)

    @Slot(str)
    def show_failure(self, error: str) -> None:
        """Say why a table is not there."""
        self._notice.show_work("")
        self._notice.say(self.tr("Not exported: {0}").format(translated(error)), failed=True)
