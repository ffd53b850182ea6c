"""The curves in view as a table: one row per time, one column per tag."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from doge_gui.core.phrase import phrase
from doge_gui.core.recording.curves import Curve, Level
from doge_gui.export.files import ExportError
from doge_gui.export.series import Form, write_series
from doge_gui.export.wide import Part, Rows, wide

_OF_A_BUCKET = (Part.MEAN, Part.MIN, Part.MAX)
_ROWS = 1000
"""Written between two looks at whether to go on."""


@dataclass(frozen=True)
class TableOrder:
    """Curves that are to become a file."""

    path: str
    """Ends in .csv or .xlsx."""
    curves: tuple[Curve, ...]
    titles: tuple[str, ...] = ()
    """A head for each curve; without them the tags' names."""


def never() -> bool:
    """The writing is to be finished, however long it takes."""
    return False


def unheard(_done: int, _of: int) -> None:
    """Nobody wants to know how far it is."""


def write_trend(
    order: TableOrder,
    stopping: Callable[[], bool] = never,
    told: Callable[[int, int], None] = unheard,
) -> None:
    """Write curves as the CSV or XLSX that the path's ending says. Raises ExportError.

    Readings are one column per curve; where minutes or hours are shown, mean, min and max are three. A gap is
    an empty cell. Times are local. Now and then `stopping` is asked, which gives up where it answers True,
    and `told` hears how many rows of how many are written.
    """
    path = Path(order.path)
    form = Form.XLSX if path.suffix.lower() == ".xlsx" else Form.CSV
    names = order.titles or tuple(str(curve.tag) for curve in order.curves)
    heads, columns = [], []
    for name, curve in zip(names, order.curves, strict=True):
        for part in _parts(curve):
            heads.append(name if curve.level is Level.RAW else f"{name} ({part.value})")
            columns.append((curve, part))
    write_series(path, form, heads, _pieces(wide(columns), path, stopping, told), None)


def _pieces(
    rows: Rows, path: Path, stopping: Callable[[], bool], told: Callable[[int, int], None]
) -> Iterator[Rows]:
    for first in range(0, len(rows), _ROWS):
        if stopping():
            raise ExportError(phrase("said.files", "{0}: given up, nothing is written").format(path))
        told(first, len(rows))
        yield Rows(rows.times[first : first + _ROWS], rows.values[first : first + _ROWS])


def _parts(curve: Curve) -> tuple[Part, ...]:
    return (Part.LAST,) if curve.level is Level.RAW else _OF_A_BUCKET
