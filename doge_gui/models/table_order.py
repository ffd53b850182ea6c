"""A table that is to become a file: what is told of it in the window's thread, and its writing in another."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from doge_gui.core.phrase import phrase
from doge_gui.export.cells import Cell
from doge_gui.export.files import ExportError
from doge_gui.export.tables import write_csv, write_xlsx

Cells = Sequence[Cell]
_ROWS = 200
"""Written between two looks at whether to go on."""


@dataclass(frozen=True)
class RowsOrder:
    """Rows that are to become a file."""

    path: str
    """Ends in .csv or .xlsx."""
    rows: Callable[[], Iterable[Cells]]
    """Heads first. Called in the thread that writes: it holds on to values that do not change."""
    count: int
    """Rows below the heads, as far as it is known."""
    sheet: str = "Table"
    """Name of the sheet of an XLSX file."""


def write_rows(order: RowsOrder, told: Callable[[int, int], None], stopping: Callable[[], bool]) -> None:
    """Write rows as the CSV or XLSX that the path's ending says. Raises ExportError.

    Now and then `told` hears how many rows of how many are written, and `stopping` is asked: where it
    answers True the writing is given up, and no file is there.
    """
    path, rows = Path(order.path), _watched(order, told, stopping)
    if path.suffix.lower() == ".xlsx":
        write_xlsx(path, rows, order.sheet)
    else:
        write_csv(path, rows)


def _watched(
    order: RowsOrder, told: Callable[[int, int], None], stopping: Callable[[], bool]
) -> Iterator[Cells]:
    for number, row in enumerate(order.rows()):
        if number % _ROWS == 0:
            if stopping():
                raise ExportError(
                    phrase("said.files", "{0}: given up, nothing is written").format(order.path)
                )
            told(number, order.count)
        yield row
