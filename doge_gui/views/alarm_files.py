"""Alarm lists and the journal out of the window: to a file, to the clipboard."""

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from doge_gui.export.files import ExportError, write_text
from doge_gui.models.alarm_csv import (
    journal_csv,
    journal_tsv,
    journal_xlsx,
    list_csv,
    list_tsv,
    list_xlsx,
)
from doge_gui.models.alarm_digest import AlarmDigest
from doge_gui.models.phrasebook import told as translated
from doge_gui.views.alarm_grid import AlarmGrid, JournalGrid
from doge_gui.views.disconnecting import NoticeBar

_FORMS = {"CSV (*.csv)": ".csv", "XLSX (*.xlsx)": ".xlsx"}


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
            text = journal_tsv(map(journal.entry, rows), journal.columns, digest.report.rules)
        QGuiApplication.clipboard().setText(text)

    def export(self, grid: AlarmGrid | JournalGrid, digest: AlarmDigest) -> None:
        """Ask where to, and write all rows."""
        name = (
            f"alarms-{grid.table.place.value.replace(' ', '-')}" if isinstance(grid, AlarmGrid) else "journal"
        )
        path, form = QFileDialog.getSaveFileName(
            self._window, self.tr("Export alarms"), f"{name}.csv", ";;".join(_FORMS)
        )
        if path:
            chosen = Path(path)
            # What was typed counts; only a name without an ending takes that of the list.
            known = chosen.suffix.lower() in _FORMS.values()
            ending = "" if known else _FORMS.get(form, ".csv")
            self.write(chosen.with_name(chosen.name + ending), grid, digest)

    def write(self, path: Path, grid: AlarmGrid | JournalGrid, digest: AlarmDigest) -> None:
        """Write all rows of a list, as CSV or as the XLSX that the ending says, and say what became of it."""
        try:
            self._write(path, grid, digest)
        except ExportError as error:
            self._notice.say(self.tr("Not exported: {0}").format(translated(str(error))), failed=True)
        else:
            self._notice.say(self.tr("Alarms written to {0}").format(path), failed=False)

    def _write(self, path: Path, grid: AlarmGrid | JournalGrid, digest: AlarmDigest) -> None:
        xlsx = path.suffix.lower() == ".xlsx"
        if isinstance(grid, AlarmGrid):
            told = grid.table.everything(), grid.table.columns, grid.table.moment
            if xlsx:
                list_xlsx(path, *told)
            else:
                write_text(path, list_csv(*told))
            return
        journal = grid.journal
        entries = map(journal.entry, range(journal.rowCount())), journal.columns, digest.report.rules
        if xlsx:
            journal_xlsx(path, *entries)
        else:
            write_text(path, journal_csv(*entries))
