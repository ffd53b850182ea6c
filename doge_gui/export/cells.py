"""What may stand in a cell: texts come from the network, and none of them may act in a spreadsheet."""

import math
import re
from collections.abc import Sequence
from datetime import datetime

Cell = str | int | float | datetime | None
"""None, and a number that is not finite, are empty cells."""

_NUMBER = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)?")
_FORMULA = re.compile(r"[\s'\"`\u00b4\u2018-\u201f\u00ab\u00bb]*[=+\-@\u2212\uff1d\uff0b\uff0d\uff20]")
"""What begins a formula, after anything that a spreadsheet may strip: blanks and quotation marks. The
full-width forms of the signs count too: some spreadsheets take them for the same."""


def neutral(text: str) -> str:
    """A text on one line that no spreadsheet takes for a formula: what could be one gets a leading `'`.

    Characters that cannot be seen become spaces, those at either end are left out. A plain number stays one.
    """
    plain = " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())
    return f"'{plain}" if _FORMULA.match(plain) and not _NUMBER.fullmatch(plain) else plain


def cell_text(cell: Cell) -> str:
    """A cell as CSV knows it: times in ISO 8601, numbers with 15 digits and without grouping."""
    if cell is None:
        return ""
    if isinstance(cell, str):
        return neutral(cell)
    if isinstance(cell, datetime):
        return time_text(cell)
    if isinstance(cell, int):
        return str(cell)
    return f"{cell:.15g}" if math.isfinite(cell) else ""


def time_text(at: datetime) -> str:
    """An instant in ISO 8601 with its offset; milliseconds only where there are any."""
    return at.isoformat(timespec="milliseconds" if at.microsecond else "seconds")


def texts(row: Sequence[Cell]) -> list[str]:
    """A row for CSV."""
    return [cell_text(cell) for cell in row]
