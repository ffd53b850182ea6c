"""The rows of the fleet table on the screen: which are in sight, and how each is to look."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QCursor, QPainter
from PySide6.QtWidgets import QWidget

from doge_gui.models.fleet_columns import Kind
from doge_gui.models.fleet_table import FleetTable
from doge_gui.views.fleet_button import FleetButton, button_rect
from doge_gui.views.fleet_painter import FleetPainter, Place, RowLook
from doge_gui.views.painted_rows import ROW_PX, PaintedRows
from doge_gui.views.row_selection import selected_rows
from doge_gui.views.theme import Theme


class FleetRows(PaintedRows):
    """Paints whole rows instead of having a delegate called for every cell."""

    def __init__(self, model: FleetTable, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._button = FleetButton(model, self)
        self._theme = theme
        self._painter = FleetPainter(theme, self.devicePixelRatioF())
        self.setItemDelegate(self._button)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        self._painter = FleetPainter(theme, self.devicePixelRatioF())
        self.viewport().update()

    def paint_rows(self, painter: QPainter, dirty: QRect) -> None:
        if self._painter.scale != self.devicePixelRatioF():
            self._painter = FleetPainter(self._theme, self.devicePixelRatioF())
        places = self._places(dirty)
        if not places:
            return
        chosen = frozenset(selected_rows(self.selectionModel()))
        pointed, pressed = self._pointed_row(), self._button.down_row
        picture, last = self._model.picture, self.rowAt(dirty.bottom())
        for row in range(self.rowAt(dirty.top()), last + 1 if last >= 0 else self._model.rowCount()):
            y = self.rowViewportPosition(row)
            look = RowLook(y, ROW_PX, row in chosen, row == pointed, row == pressed)
            self._painter.row(painter, picture, self._model.plan_row(row), look, places)
        if self.hasFocus() and self.currentIndex().isValid():
            self._painter.focus(painter, self.visualRect(self.currentIndex()))

    def _places(self, dirty: QRect) -> list[Place]:
        """The columns that a rectangle of the viewport touches."""
        places = []
        for number, column in enumerate(self._model.columns):
            x, width = self.columnViewportPosition(number), self.columnWidth(number)
            if width and x <= dirty.right() and x + width > dirty.left():
                places.append(Place(column, x, width))
        return places

    def _pointed_row(self) -> int:
        """Row over whose button the mouse is; -1 when over none."""
        if not self.viewport().underMouse():
            return -1
        at = self.viewport().mapFromGlobal(QCursor.pos())
        index = self.indexAt(at)
        if not index.isValid() or self._model.columns[index.column()].kind is not Kind.FORCE:
            return -1
        return index.row() if button_rect(self.visualRect(index)).contains(at) else -1

    def empty_words(self) -> str:
        """What stands in place of rows when there are none."""
        if self._model.fleet_size:
            return self.tr("No PLC matches the filter")
        return self.tr("No gateways yet: waiting for the address list")
