"""Alarm lists and the journal out of the window: to a file, to the clipboard."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from doge_gui.models.alarm_csv import journal_order, journal_tsv, list_order, list_tsv
from doge_gui.models.alarm_digest import AlarmDigest
from doge_gui.models.table_order import RowsOrder
from doge_gui.views.alarm_grid import AlarmGrid, JournalGrid
from doge_gui.views.table_exports import ask_path


class AlarmFiles(QObject):
    """Tells what a list shows, its filter applied.

    Signals: `wanted(object)` RowsOrder of a list that is to become a file.
    """

    wanted = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window

    def copy(self, grid: AlarmGrid | JournalGrid, digest: AlarmDigest) -> None:
        """Put the selected rows (all, when none is) on the clipboard."""
        if isinstance(grid, AlarmGrid):
            alarms = grid.chosen() or grid.table.everything()
            text = list_tsv(alarms, grid.table.columns, grid.table.moment)
        else:
            journal = grid.journal
            rows = grid.chosen_rows() or range(journal.rowCount())
            text = journal_tsv(map(journal.entry, rows), journal.columns, digest.report.rules)
        QGuiApplication.clipboard().setText(text)

    def export(self, grid: AlarmGrid | JournalGrid, digest: AlarmDigest) -> None:
        """Ask where to, and order all rows."""
        name = (
            f"alarms-{grid.table.place.value.replace(' ', '-')}" if isinstance(grid, AlarmGrid) else "journal"
        )
        path = ask_path(self._window, self.tr("Export alarms"), name)
        if path is not None:
            self.wanted.emit(self._order(str(path), grid, digest))

    def _order(self, path: str, grid: AlarmGrid | JournalGrid, digest: AlarmDigest) -> RowsOrder:
        if isinstance(grid, AlarmGrid):
            return list_order(path, grid.table.everything(), grid.table.columns, grid.table.moment)
        journal = grid.journal
        entries = map(journal.entry, range(journal.rowCount()))
        return journal_order(path, entries, journal.columns, digest.report.rules)
