"""Tables of cells as CSV text and as XLSX files."""

import csv
import io
import math
from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from doge_gui.core.phrase import phrase
from doge_gui.export.cells import Cell, neutral, texts
from doge_gui.export.files import ExportError, replacing, write_text

MOST_ROWS, MOST_COLUMNS, MOST_SIGNS = 1_048_576, 16_384, 32_767
"""What a sheet of an XLSX file can hold, and a cell of it."""
TIME_FORM = "yyyy-mm-dd hh:mm:ss"
_WIDTH = 14
_TIME_WIDTH = 20


def csv_text(rows: Iterable[Sequence[Cell]], delimiter: str = ",") -> str:
    """Rows, heads first, as text; every cell neutralised. An empty row is an empty line."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=delimiter, lineterminator="\n")
    writer.writerows(texts(row) for row in rows)
    return text.getvalue()


def write_csv(path: Path, rows: Iterable[Sequence[Cell]]) -> None:
    """Write rows, heads first. Raises ExportError."""
    write_text(path, csv_text(rows))


def write_xlsx(path: Path, rows: Iterable[Sequence[Cell]], sheet: str = "Table") -> None:
    """Write rows, heads first, as one sheet; times in UTC. Raises ExportError.

    No row is kept in memory. Texts are written as texts, whatever they look like.
    """
    with replacing(path) as part:
        book = Workbook(part)
        try:
            page = book.sheet(sheet)
            for number, row in enumerate(rows):
                page.add(row, head=number == 0)
        except BaseException:
            book.abandon()
            raise
        book.close()


class Workbook:
    """An XLSX file under way."""

    def __init__(self, path: Path) -> None:
        # Here and not at the top: only who exports pays for the library.
        from xlsxwriter import Workbook as Writer

        self._book: Any = Writer(str(path), {"constant_memory": True, "nan_inf_to_errors": False})
        self.head: Any = self._book.add_format({"bold": True, "bottom": 1})
        self.time: Any = self._book.add_format({"num_format": TIME_FORM})

    def sheet(self, name: str) -> "Sheet":
        """Begin another sheet; those before it are finished."""
        return Sheet(self, self._book.add_worksheet(name))

    def close(self) -> None:
        """Finish the file. Raises OSError."""
        from xlsxwriter.exceptions import FileCreateError

        try:
            self._book.close()
        except FileCreateError as error:
            cause = error.args[0] if error.args else error
            raise cause if isinstance(cause, OSError) else OSError(str(error)) from error

    def abandon(self) -> None:
        """Let go of it unfinished: packing what nobody wants any more takes long."""
        for sheet in self._book.worksheets():
            # The rows wait in a temporary file.
            sheet.row_data_fh.close()
            Path(sheet.row_data_filename).unlink(missing_ok=True)


class Sheet:
    """One sheet of an XLSX file, written row by row."""

    def __init__(self, book: Workbook, sheet: Any) -> None:
        self._book, self._sheet = book, sheet
        self.rows = 0
        """Written so far."""
        sheet.freeze_panes(1, 0)

    def add(self, row: Sequence[Cell], *, head: bool = False) -> None:
        """Write one row below the others. Raises ExportError where the sheet is full."""
        if self.rows >= MOST_ROWS or len(row) > MOST_COLUMNS:
            raise ExportError(
                phrase("said.files", "a sheet holds {0} rows and {1} columns; CSV holds more").format(
                    MOST_ROWS,
                    MOST_COLUMNS,
                )
            )
        if head:
            self._sheet.set_column(0, max(len(row) - 1, 0), _WIDTH)
            self._sheet.set_column(0, 0, _TIME_WIDTH)
        for column, cell in enumerate(row):
            self._write(column, cell, head)
        self.rows += 1

    def _write(self, column: int, cell: Cell, head: bool) -> None:
        if isinstance(cell, str):
            # Never `write`, which takes texts for formulas and links.
            form = self._book.head if head else None
            self._sheet.write_string(self.rows, column, neutral(cell)[:MOST_SIGNS], form)
        elif isinstance(cell, datetime):
            self._sheet.write_datetime(self.rows, column, _without_offset(cell), self._book.time)
        elif cell is not None and math.isfinite(cell):
            self._sheet.write_number(self.rows, column, cell)


def _without_offset(at: datetime) -> datetime:
    """The time of day as it is written: cells know no offset."""
    return at.replace(tzinfo=None)
