"""Any table of the screen as text that a spreadsheet takes."""

from PySide6.QtCore import QAbstractItemModel, Qt

from doge_gui.core.notation import THIN
from doge_gui.export.tables import csv_text
from doge_gui.models.phrases import NOTHING
from doge_gui.models.writing import for_programs


def shown_tsv(model: QAbstractItemModel) -> str:
    """Heads and cells as they are shown, tabs between them; numbers with a point, without grouping."""
    columns = range(model.columnCount())
    heads = [_plain(model.headerData(column, Qt.Orientation.Horizontal)) for column in columns]
    with for_programs():
        rows = [
            [_plain(model.index(row, column).data()) for column in columns] for row in range(model.rowCount())
        ]
    return csv_text([heads, *rows], "\t")


def _plain(told: object) -> str:
    text = str(told or "")
    return "" if text == NOTHING else text.replace(THIN, "")
