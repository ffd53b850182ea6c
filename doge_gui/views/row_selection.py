"""Whole rows of a table's selection, as ranges: an index per row takes long in a large fleet."""

from collections.abc import Sequence

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QItemSelectionRange

from doge_gui.models.fleet_order import runs


def selected_rows(selected: QItemSelectionModel) -> list[int]:
    """Rows with something selected in them, rising."""
    selection = selected.selection()
    ranges = [selection.at(number) for number in range(selection.count())]
    return sorted({row for one in ranges for row in range(one.top(), one.bottom() + 1)})


def select_rows(selected: QItemSelectionModel, rows: Sequence[int]) -> None:
    """Select these rows (rising) and no others; one change, whatever their number."""
    model = selected.model()
    last = model.columnCount() - 1
    selection = QItemSelection()
    for top, bottom in runs(rows):
        selection.append(QItemSelectionRange(model.index(top, 0), model.index(bottom, last)))
    selected.select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)
