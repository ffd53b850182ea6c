"""The alarm screen: what is active, what is hidden and by whom, and what happened."""

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QFont, QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from doge_gui.models.alarm_cells import Moment
from doge_gui.models.alarm_digest import AlarmDigest, Place
from doge_gui.models.alarm_journal import AlarmJournal
from doge_gui.models.alarm_table import AlarmTable
from doge_gui.views.alarm_acts import Act, AlarmActs
from doge_gui.views.alarm_files import AlarmFiles
from doge_gui.views.alarm_grid import AlarmGrid, JournalGrid
from doge_gui.views.alarm_tabs import PLACES, AlarmTabs
from doge_gui.views.alarm_tools import AlarmTools
from doge_gui.views.filter_field import FilterField
from doge_gui.views.theme import Theme, font


class AlarmScreen(QWidget):
    """Lists over one another, a line of tools above. Only the list in sight is kept up to date.

    Signals: `possible_changed(frozenset)` the Acts that can be done now; `table_wanted(object)`
    RowsOrder of the list that is to become a file. Intents leave by `acts`.
    """

    possible_changed = Signal(object)
    table_wanted = Signal(object)

    def __init__(self, theme: Theme, sound: QMenu, read_only: bool = False) -> None:
        """`read_only`: nothing can be done to alarms from here."""
        super().__init__()
        self._read_only = read_only
        self._digest = AlarmDigest()
        self._moment = Moment(self._digest.report, self._digest.report.at.utc)
        self._possible: frozenset[Act] = frozenset()
        self._filling = False
        self.acts = AlarmActs(self)
        self.files = AlarmFiles(self)
        self.files.wanted.connect(self.table_wanted)
        self.lists = {place: AlarmGrid(AlarmTable(place, self), theme) for place in Place}
        self.journal = JournalGrid(AlarmJournal(self), theme)
        self.tabs = AlarmTabs()
        self.tools = AlarmTools(self.acts, sound, read_only)
        self._make_head()
        self._lay_out()
        self._connect()
        self._on_tab(0)

    def _make_head(self) -> None:
        self.filter = FilterField()
        self.filter.setPlaceholderText(self.tr("Filter alarms…"))
        self.filter.setClearButtonEnabled(True)
        self.filter.setMinimumWidth(110)
        self.filter.setMaximumWidth(240)
        self.filter.setAccessibleName(self.tr("Filter the alarms"))
        self.filter.setToolTip(self.tr("Words that occur in the PLC, the alarm or its state (Ctrl+F)"))
        self.copy_button = self._button(self.tr("Copy"), self.tr("Copy the selected rows, or all (Ctrl+C)"))
        self.export_button = self._button(self.tr("Export…"), self.tr("Save this list (Ctrl+Shift+X)"))

    def _button(self, text: str, tip: str) -> QPushButton:
        button = QPushButton(text)
        button.setFont(font(12, QFont.Weight.Medium))
        button.setToolTip(tip)
        button.setAccessibleName(text)
        button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        return button

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(6, 4, 10, 0)
        head.setSpacing(7)
        head.addWidget(self.tabs)
        head.addStretch(1)
        for widget, stretch in ((self.filter, 2), (self.copy_button, 0), (self.export_button, 0)):
            head.addWidget(widget, stretch)
        self._stack = QStackedWidget()
        for grid in (*self.lists.values(), self.journal):
            self._stack.addWidget(grid)
        panel = QFrame()
        panel.setObjectName("panel")
        inside = QVBoxLayout(panel)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.setSpacing(0)
        inside.addLayout(head)
        inside.addWidget(self.tools)
        inside.addWidget(self._stack, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(13, 11, 13, 11)
        layout.addWidget(panel)

    def _connect(self) -> None:
        self.tabs.chosen.connect(self._on_tab)
        self.filter.textChanged.connect(self._on_filter)
        self.filter.left.connect(self._on_filter_left)
        self.copy_button.clicked.connect(self.copy)
        self.export_button.clicked.connect(self.export_table)
        self.tools.comment.returnPressed.connect(self.acknowledge)
        self.journal.setAccessibleName(self.tr("Journal"))
        for name, grid in zip(self.tabs.buttons, self.lists.values(), strict=False):
            grid.setAccessibleName(self.tr("Alarms: {0}").format(name.text()))
            grid.scope_changed.connect(self._on_scope_changed)
            grid.plc_wanted.connect(self.acts.plc_wanted)
            grid.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            grid.customContextMenuRequested.connect(self._on_menu)
        slots = {
            Act.ACKNOWLEDGE: self.acknowledge,
            Act.RESET: self.acts.do_reset,
            Act.SHELVE: self.acts.ask_shelve,
            Act.UNSHELVE: self.acts.do_unshelve,
            Act.OUT_OF_SERVICE: self.acts.ask_out_of_service,
            Act.IN_SERVICE: self.acts.do_in_service,
            Act.JUMP: self.acts.do_jump,
        }
        if self._read_only:
            slots = {Act.JUMP: self.acts.do_jump}
        self.slots = slots
        for act, slot in slots.items():
            self.tools.buttons[act].clicked.connect(slot)

    # What comes in

    def show_alarms(self, digest: AlarmDigest, moment: Moment) -> None:
        """Show the alarms, looked at in this moment."""
        self._digest, self._moment = digest, moment
        self.tabs.show_counts(digest)
        self.acts.set_longest(digest.report.rules.shelve_most_s)
        if self.isVisible():
            self._fill()

    def set_moment(self, moment: Moment) -> None:
        """Let the ages run on."""
        self._moment = moment
        grid = self.grid
        if self.isVisible() and isinstance(grid, AlarmGrid):
            grid.table.set_moment(moment)

    def set_lit(self, lit: bool) -> None:
        """Let what is unacknowledged blink."""
        self.lists[Place.ACTIVE].set_lit(lit)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        for grid in (*self.lists.values(), self.journal):
            grid.set_theme(theme)

    def begin_anew(self) -> None:
        """Forget the filter, the comment and an open question of the plant before."""
        self.acts.begin_anew()
        self.filter.clear()
        self.tools.comment.clear()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fill()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._tell_possible(frozenset())

    def _fill(self) -> None:
        grid = self.grid
        self._filling = True
        if isinstance(grid, AlarmGrid):
            grid.table.show(self._digest, self._moment)
        else:
            grid.journal.show(self._digest.report.recent, self._digest.report.rules)
        self._filling = False
        self._on_scope_changed()

    # What the operator does

    @property
    def grid(self) -> AlarmGrid | JournalGrid:
        """The list in sight."""
        place = PLACES[self.tabs.current]
        return self.journal if place is None else self.lists[place]

    @Slot(int)
    def _on_tab(self, number: int) -> None:
        place = PLACES[number]
        grid = self.grid
        self.acts.use(grid if isinstance(grid, AlarmGrid) else None)
        self.tools.show_for(place)
        self._stack.setCurrentWidget(grid)
        self._on_filter(self.filter.text())
        self._fill()

    @Slot(str)
    def _on_filter(self, text: str) -> None:
        grid = self.grid
        (grid.table if isinstance(grid, AlarmGrid) else grid.journal).filter_by(text)

    @Slot()
    def _on_scope_changed(self) -> None:
        if self._filling:
            return
        possible = self.tools.show_possible()
        self._tell_possible(possible if self.isVisible() else frozenset())

    def _tell_possible(self, possible: frozenset[Act]) -> None:
        if possible != self._possible:
            self._possible = possible
            self.possible_changed.emit(possible)

    @Slot()
    def acknowledge(self) -> None:
        """Acknowledge the selection, or all on screen, with the comment that was written."""
        if not self._read_only and self.acts.do_acknowledge(self.tools.comment.text()):
            self.tools.comment.clear()

    @Slot()
    def copy(self) -> None:
        """Put the selected rows (all, when none is) on the clipboard."""
        self.files.copy(self.grid, self._digest)

    @Slot()
    def export_table(self) -> None:
        """Ask where to, and write the list in sight."""
        self.files.export(self.grid, self._digest)

    @Slot()
    def focus_filter(self) -> None:
        """Put the keyboard into the filter."""
        self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter.selectAll()

    @Slot()
    def _on_filter_left(self) -> None:
        self.grid.setFocus()

    @Slot(QPoint)
    def _on_menu(self, at: QPoint) -> None:
        grid = self.grid
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for act, button in self.tools.buttons.items():
            if not button.isHidden():
                menu.addAction(button.text(), self.slots[act]).setEnabled(act in self._possible)
        menu.addAction(self.tr("Copy"), self.copy)
        on_a_row = grid.indexAt(at).isValid()
        rect = grid.visualRect(grid.currentIndex())
        menu.popup(grid.viewport().mapToGlobal(at if on_a_row else rect.bottomLeft()))
