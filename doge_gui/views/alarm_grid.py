"""A list of alarms: selection by alarm, groups that open, chips that blink."""

from PySide6.QtCore import QItemSelection, QModelIndex, QPersistentModelIndex, QRect, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent

from doge_gui.core.alarms.alarm import Alarm
from doge_gui.models.alarm_cells import Group
from doge_gui.models.alarm_columns import Part
from doge_gui.models.alarm_digest import Place
from doge_gui.models.alarm_journal import AlarmJournal
from doge_gui.models.alarm_table import AlarmTable
from doge_gui.models.severity import Severity
from doge_gui.views.alarm_painter import ChipLook, RowLook
from doge_gui.views.alarm_rows import AlarmRows
from doge_gui.views.painted_rows import ROW_PX
from doge_gui.views.row_selection import select_rows, selected_rows
from doge_gui.views.theme import Theme

_ARROW_PX = 26
_OPENING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class AlarmGrid(AlarmRows):
    """One list of alarms.

    Signals: `scope_changed()` other alarms are selected or listed; `plc_wanted(str)` of a row that
    was double-clicked.
    """

    scope_changed = Signal()
    plc_wanted = Signal(str)

    def __init__(self, model: AlarmTable, theme: Theme) -> None:
        # Set before the model is: a view tells of its selection already then.
        self._resetting = False
        super().__init__(model, theme)
        self.table = model
        self._lit = True
        self._keep: frozenset[object] = frozenset()
        self._current: object = None
        self._scrolled = 0
        model.modelAboutToBeReset.connect(self._on_about_to_reset)
        model.modelReset.connect(self._on_reset)

    # What is selected

    def chosen(self) -> list[Alarm]:
        """The selected alarms, each once; a group stands for its members."""
        return self.table.alarms(selected_rows(self.selectionModel()))

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        if not self._resetting:
            self.scope_changed.emit()

    @Slot()
    def _on_about_to_reset(self) -> None:
        self._resetting = True
        self._keep = frozenset(self.table.key(row) for row in selected_rows(self.selectionModel()))
        current = self.currentIndex()
        self._current = self.table.key(current.row()) if current.isValid() else None
        self._scrolled = self.verticalScrollBar().value()

    @Slot()
    def _on_reset(self) -> None:
        if self._keep:
            select_rows(self.selectionModel(), self.table.rows_of(self._keep))
        if self._current is not None:
            for row in self.table.rows_of(frozenset({self._current})):
                flag = self.selectionModel().SelectionFlag.NoUpdate
                self.selectionModel().setCurrentIndex(self.table.index(row, 0), flag)
        self.updateGeometries()
        self.verticalScrollBar().setValue(self._scrolled)
        self._resetting = False
        self.scope_changed.emit()

    # Opening groups

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentIndex().row()
        if 0 <= row < self.table.rowCount():
            shown = self.table.row(row)
            opened = self.table.opened(shown)
            opens = event.key() in _OPENING or event.key() == (
                Qt.Key.Key_Left if opened else Qt.Key.Key_Right
            )
            if isinstance(shown, Group) and opens:
                self.table.toggle(row)
                return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        super().mousePressEvent(event)
        if event.button() != Qt.MouseButton.LeftButton or not index.isValid():
            return
        left = self.columnViewportPosition(self.table.column(Part.MESSAGE))
        if left <= event.position().x() < left + _ARROW_PX:
            self.table.toggle(index.row())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if not index.isValid():
            return
        shown = self.table.row(index.row())
        if isinstance(shown, Group):
            self.table.toggle(index.row())
        elif shown.plc:
            self.plc_wanted.emit(shown.plc)

    # How rows look

    def set_lit(self, lit: bool) -> None:
        """Let the chips of what is unacknowledged blink."""
        self._lit = lit
        if self.isVisible():
            number = self.table.column(Part.PRIORITY)
            x, width = self.columnViewportPosition(number), self.columnWidth(number)
            self.viewport().update(QRect(x, 0, width, self.viewport().height()))

    def look(self, row: int, y: int, selected: bool) -> RowLook:
        shown, loud = self.table.row(row), self.table.loud(row)
        chip = ChipLook.PLAIN
        if self.table.pending(row):
            chip = ChipLook.GREY
        elif loud:
            chip = ChipLook.FILLED if self._lit else ChipLook.OUTLINED
        arrow = ""
        if isinstance(shown, Group):
            arrow = "▾" if self.table.opened(shown) else "▸"
        indent = int(self.table.nested(row))
        return RowLook(y, ROW_PX, self.table.severity(row), loud, selected, chip, indent, arrow)

    def empty_words(self) -> str:
        if self.table.listed:
            return self.tr("No alarm matches the filter")
        return {
            Place.ACTIVE: self.tr("No alarms"),
            Place.SHELVED: self.tr("Nothing is shelved"),
            Place.SUPPRESSED: self.tr("Nothing is suppressed by another alarm"),
            Place.OUT_OF_SERVICE: self.tr("Nothing is out of service"),
        }[self.table.place]


class JournalGrid(AlarmRows):
    """What happened, newest first."""

    def __init__(self, model: AlarmJournal, theme: Theme) -> None:
        super().__init__(model, theme)
        self.journal = model
        model.rowsInserted.connect(self._on_inserted)

    def chosen_rows(self) -> list[int]:
        """The selected rows, top down."""
        return selected_rows(self.selectionModel())

    @Slot(QModelIndex, int, int)
    def _on_inserted(self, _parent: QModelIndex | QPersistentModelIndex, first: int, last: int) -> None:
        """Keep in place what is read further down."""
        bar = self.verticalScrollBar()
        if bar.value() > 0:
            at = bar.value() + (last - first + 1) * ROW_PX
            self.updateGeometries()
            bar.setValue(at)

    def look(self, row: int, y: int, selected: bool) -> RowLook:
        severity = self.journal.severity(row)
        chip = ChipLook.GREY if severity is Severity.NORMAL else ChipLook.PLAIN
        return RowLook(y, ROW_PX, severity, selected=selected, chip=chip)

    def empty_words(self) -> str:
        if self.journal.listed:
            return self.tr("No entry matches the filter")
        return self.tr("Nothing has happened yet")
