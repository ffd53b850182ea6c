"""The rows of an alarm list or of the journal: fixed heights, painted whole, columns that fit."""

from collections.abc import Iterable

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView

from doge_gui.models.alarm_columns import RIGHT, Part
from doge_gui.models.alarm_journal import AlarmJournal
from doge_gui.models.alarm_table import AlarmTable
from doge_gui.views.alarm_painter import AlarmPainter, RowLook
from doge_gui.views.alarm_widths import fit
from doge_gui.views.painted_rows import ROW_PX, PaintedRows
from doge_gui.views.row_selection import selected_rows
from doge_gui.views.theme import Theme


class AlarmRows(PaintedRows):
    """A table view that paints its rows itself."""

    def __init__(self, model: AlarmTable | AlarmJournal, theme: Theme) -> None:
        super().__init__()
        self._rows_model = model
        self._theme = theme
        self._painter = AlarmPainter(theme, self.devicePixelRatioF())
        self.setObjectName("alarms")
        self.setModel(model)
        self._set_up()

    def _set_up(self) -> None:
        self.set_up_rows()
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.horizontalHeader().setSectionsClickable(False)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        self._painter = AlarmPainter(theme, self.devicePixelRatioF())
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        widths = fit(self._rows_model.columns, self.viewport().width())
        for number in range(len(self._rows_model.columns)):
            self.setColumnHidden(number, number not in widths)
            if number in widths:
                self.setColumnWidth(number, widths[number])

    # How rows look

    def look(self, row: int, y: int, selected: bool) -> RowLook:
        """How a row is to look."""
        raise NotImplementedError

    def paint_rows(self, painter: QPainter, dirty: QRect) -> None:
        if self._painter.scale != self.devicePixelRatioF():
            self._painter = AlarmPainter(self._theme, self.devicePixelRatioF())
        boxes = list(self._boxes(dirty))
        first, last = self.rowAt(dirty.top()), self.rowAt(dirty.bottom())
        if first < 0:
            return
        chosen = frozenset(selected_rows(self.selectionModel()))
        for row in range(first, last + 1 if last >= 0 else self._rows_model.rowCount()):
            look = self.look(row, self.rowViewportPosition(row), row in chosen)
            self._painter.ground(painter, look, self.viewport().width())
            for number, part, x, width in boxes:
                self._paint_cell(painter, row, number, part, look, QRect(x, look.y, width, look.height))
        current = self.currentIndex()
        if self.hasFocus() and current.isValid():
            y = self.rowViewportPosition(current.row())
            self._painter.focus(painter, QRect(0, y, self.viewport().width(), ROW_PX))

    def _boxes(self, dirty: QRect) -> Iterable[tuple[int, Part, int, int]]:
        """The columns that a rectangle of the viewport touches: number, part, place and width."""
        for number, column in enumerate(self._rows_model.columns):
            x, width = self.columnViewportPosition(number), self.columnWidth(number)
            if width and x <= dirty.right() and x + width > dirty.left():
                yield number, column.part, x, width

    def _paint_cell(
        self, painter: QPainter, row: int, number: int, part: Part, look: RowLook, box: QRect
    ) -> None:
        shown = self._rows_model.cell(row, number)
        if part is Part.PRIORITY:
            self._painter.chip(painter, shown.text, look, box.x())
        elif part is Part.MESSAGE:
            self._painter.message(painter, shown, look, box)
        elif shown.text:
            self._painter.text(painter, shown, look, box, part in RIGHT)
