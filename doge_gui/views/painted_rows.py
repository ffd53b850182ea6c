"""A table that paints its rows itself: what the fleet's and the alarms' have in common."""

from PySide6.QtCore import QItemSelectionModel, QRect, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from doge_gui.views.theme import font

ROW_PX = 31
HEAD_PX = 12
"""Size of the heads' text."""


class PaintedRows(QTableView):
    """Whole rows to select, nothing to edit, rows of one height; says in words when there are none."""

    def set_up_rows(self) -> None:
        """Set all that; once, when the model is there."""
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        rows, head = self.verticalHeader(), self.horizontalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(ROW_PX)
        rows.setDefaultSectionSize(ROW_PX)
        head.setFixedHeight(30)
        head.setFont(font(HEAD_PX, QFont.Weight.Medium))
        head.setHighlightSections(False)
        head.setTextElideMode(Qt.TextElideMode.ElideRight)
        head.setMinimumSectionSize(40)
        # A head that follows the table's selection asks every row of every column after each change of it.
        head.setSelectionModel(QItemSelectionModel(self.model(), head))

    def empty_words(self) -> str:
        """What stands in place of rows when there are none."""
        raise NotImplementedError

    def paint_rows(self, painter: QPainter, dirty: QRect) -> None:
        """Paint the rows in a rectangle of the viewport."""
        raise NotImplementedError

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        if self.model().rowCount() == 0:
            painter.setFont(font())
            painter.setPen(self.palette().placeholderText().color())
            painter.drawText(self.viewport().rect(), Qt.AlignmentFlag.AlignCenter, self.empty_words())
        else:
            self.paint_rows(painter, event.rect())
        if self.hasFocus() and not self.currentIndex().isValid():
            painter.setPen(QPen(self.palette().accent().color(), 2))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))
        painter.end()
