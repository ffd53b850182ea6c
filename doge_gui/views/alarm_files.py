"""Alarm lists and the journal out of the window: to a file, to the clipboard."""

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from doge_gui.models.alarm_csv import journal_csv, journal_tsv, list_csv, list_tsv
from doge_gui.models.alarm_digest import AlarmDigest
from doge_gui.views.alarm_grid import AlarmGrid, JournalGrid
from doge_gui.views.disconnecting import NoticeBar


class AlarmFiles(QObject):
    """Writes what a list shows, its filter applied."""

    def __init__(self, window: QWidget, notice: NoticeBar) -> None:
        super().__init__(window)
        self._window, self._notice = window, notice

    def copy(self, grid: AlarmGrid | JournalGrid, digest: AlarmDigest) -> None:
        """Put the selected rows (all, when none is) on the clipboard."""
        if isinstance(grid, AlarmGrid):
            alarms = grid.chosen() or grid.table.everything()
            text = list_tsv(alarms, grid.table.columns, grid.table.moment)
        else:
            journal = grid.journal
            rows = grid.chosen_rows() or range(journal.rowCount())
            text = journal_tsv(map(journal.event, rows), journal.columns, digest.report.rules)
        QGuiApplication.clipboard().setText(text)

    def export(self, grid: AlarmGrid | JournalGrid, digest: AlarmDigest) -> None:
        """Ask where to, and write all rows."""
        name = (
            f"alarms-{grid.table.place.value.replace(' ', '-')}" if isinstance(grid, AlarmGrid) else "journal"
        )
        path, _ = QFileDialog.getSaveFileName(
            self._window, self.tr("Export alarms"), f"{name}.csv", "CSV (*.csv)"
        )
        if path:
            self.write(Path(path).with_suffix(".csv"), grid, digest)

    def write(self, path: Path, grid: AlarmGrid | JournalGrid, digest: AlarmDigest) -> None:
        """Write all rows of a list, and say what became of it."""
        if isinstance(grid, AlarmGrid):
            text = list_csv(grid.table.everything(), grid.table.columns, grid.table.moment)
        else:
            journal = grid.journal
            events = map(journal.event, range(journal.rowCount()))
            text = journal_csv(events, journal.columns, digest.report.rules)
        try:
            path.write_text(text, encoding="utf-8", newline="")
        except OSError as error:
            self._notice.say(self.tr("Not exported: {0}: {1}").format(path, error.strerror), failed=True)
        else:
            self._notice.say(self.tr("Alarms written to {0}").format(path), failed=False)
