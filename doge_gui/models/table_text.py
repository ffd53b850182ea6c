"""The fleet table for a spreadsheet: a part of it as text for the clipboard, all of it as rows for a file."""

import re
from collections.abc import Iterator, Sequence

from doge_gui.core.notation import THIN
from doge_gui.export.cells import Cell, neutral
from doge_gui.models.fleet_cells import cell
from doge_gui.models.fleet_columns import Column, Kind
from doge_gui.models.fleet_picture import FleetPicture
from doge_gui.models.fleet_table import FleetTable
from doge_gui.models.phrases import NOTHING
from doge_gui.models.table_order import Cells, RowsOrder
from doge_gui.models.writing import for_programs

_NUMBER = re.compile(r"-?[0-9]{1,15}(\.[0-9]+)?")


def as_tsv(model: FleetTable, rows: Sequence[int], columns: Sequence[int]) -> str:
    """Heads and cells, tabs between them, a line per row; numbers with a point, without grouping."""
    picture, shown = model.picture, _of_values([model.columns[number] for number in columns])
    lines = ["\t".join(neutral(column.name) for column in shown)]
    for row in map(model.plan_row, rows):
        lines.append("\t".join(neutral(_text(picture, row, column)) for column in shown))
    return "\n".join(lines) + "\n"


def fleet_order(model: FleetTable, path: str) -> RowsOrder:
    """The table as it stands now, its filter and order applied, with every column of values.

    State and age come with it: a value that is not of this cycle tells so.
    """
    picture, columns = model.picture, _of_values(model.columns)
    rows = [model.plan_row(row) for row in range(model.rowCount())]

    def cells() -> Iterator[Cells]:
        yield [column.name for column in columns]
        for row in rows:
            yield [_cell(picture, row, column) for column in columns]

    return RowsOrder(path, cells, len(rows), "Fleet")


def _of_values(columns: Sequence[Column]) -> list[Column]:
    return [column for column in columns if column.kind is not Kind.FORCE]


def _cell(picture: FleetPicture, row: int, column: Column) -> Cell:
    text = _text(picture, row, column)
    if column.kind in (Kind.MARBLES, Kind.REQUEST, Kind.MULTI, Kind.BEYOND) and _NUMBER.fullmatch(text):
        return float(text) if "." in text else int(text)
    return text


def _text(picture: FleetPicture, row: int, column: Column) -> str:
    with for_programs():
        text = cell(picture, row, column).text
    return "" if text == NOTHING else re.sub(rf"(?<=\d){THIN}(?=\d)", "", text)
