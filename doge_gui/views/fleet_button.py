"""The Force disconnect button in the fleet table: how the mouse acts on it."""

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QMouseEvent
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from doge_gui.models.fleet_columns import Kind
from doge_gui.models.fleet_table import FleetTable
from doge_gui.views.theme import font

PAD = 8
"""Space between a cell's edge and its text, px."""

Index = QModelIndex | QPersistentModelIndex


def button_rect(cell: QRect) -> QRect:
    """Where the button stands in its cell."""
    return cell.adjusted(PAD, 4, -PAD, -5)


class FleetButton(QStyledItemDelegate):
    """Follows the mouse over the button of every row; the painting is the grid's.

    Signals: `pressed(str)` when the button of a PLC was clicked.
    """

    pressed = Signal(str)

    def __init__(self, model: FleetTable, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._down: QPersistentModelIndex | None = None

    @property
    def down_row(self) -> int:
        """Row whose button is held down; -1 when none is."""
        return self._down.row() if self._down is not None else -1

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Width a cell would like, px."""
        cell = self._model.cell(index.row(), index.column())
        face = font(weight=QFont.Weight.DemiBold)
        extra = 4 * PAD if self._model.columns[index.column()].kind is Kind.FORCE else 2 * PAD
        return QSize(QFontMetrics(face).horizontalAdvance(cell.text) + extra, 0)

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """Follow the mouse over the button: it acts when pressed and released on the same PLC."""
        if self._model.columns[index.column()].kind is not Kind.FORCE or not isinstance(event, QMouseEvent):
            return False
        if event.button() != Qt.MouseButton.LeftButton:
            return False
        inside = button_rect(option.rect).contains(event.position().toPoint())
        waiting = self._model.picture.disconnecting(self._model.plan_row(index.row()))
        if event.type() == QEvent.Type.MouseButtonPress and inside and not waiting:
            self._down = QPersistentModelIndex(index)
            return True
        if event.type() == QEvent.Type.MouseButtonRelease and self._down is not None:
            hit = inside and self._down == index
            self._down = None
            if hit:
                self.pressed.emit(self._model.plc(index.row()))
            return True
        return False
