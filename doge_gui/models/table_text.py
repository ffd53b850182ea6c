"""A part of the fleet table as text that a spreadsheet takes."""

import re
from collections.abc import Sequence

from doge_gui.core.notation import THIN
from doge_gui.export.cells import neutral
from doge_gui.models.fleet_columns import Kind
from doge_gui.models.fleet_table import FleetTable
from doge_gui.models.phrases import NOTHING
from doge_gui.models.writing import for_programs


def as_tsv(model: FleetTable, rows: Sequence[int], columns: Sequence[int]) -> str:
    """Heads and cells, tabs between them, a line per row; numbers with a point, without grouping."""
    numbers = [number for number in columns if model.columns[number].kind is not Kind.FORCE]
    lines = ["\t".join(neutral(model.columns[number].name) for number in numbers)]
    lines += ["\t".join(neutral(_text(model, row, number)) for number in numbers) for row in rows]
    return "\n".join(lines) + "\n"


def _text(model: FleetTable, row: int, column: int) -> str:
    with for_programs():
        text = model.cell(row, column).text
    return "" if text == NOTHING else re.sub(rf"(?<=\d){THIN}(?=\d)", "", text)
