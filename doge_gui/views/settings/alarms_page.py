"""The kinds of alarms: a list, and beside it the options of the one that is chosen."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from doge_gui.core.settings.document import Place
from doge_gui.core.settings.draft import State
from doge_gui.core.settings.options import Option, Pattern
from doge_gui.models.settings_pages import Group, PageOptions, kinds
from doge_gui.models.settings_words import Words
from doge_gui.views.labels import PlainLabel
from doge_gui.views.settings.marked_list import MarkedList
from doge_gui.views.settings.rows_page import NARROW_LABEL_PX, Mistakes, RowsPage
from doge_gui.views.theme import Theme


class AlarmsPage(QWidget):
    """The configuration of alarms. A kind's options are built when it is first looked at.

    Signals: `edited(object, object)` place and value; `left()` when an entry is over.
    """

    edited = Signal(object, object)
    left = Signal()

    def __init__(self, page: PageOptions, words: Words, theme: Theme, folder: str) -> None:
        super().__init__()
        self._words, self._folder = words, folder
        self.kinds = kinds()
        self._options = {kind: _of_kind(page, kind) for kind in self.kinds}
        self._found: frozenset[Pattern] | None = None
        self._shown: tuple[State, State, Mistakes] | None = None
        general = tuple(one for one in page.options if one.pattern[1] not in self.kinds)
        self.general = self._make_rows((Group("", general),))
        self.general.box.setContentsMargins(4, 0, 14, 0)
        self.general.setFixedHeight(self.general.box.sizeHint().height() + 4)
        self.list = MarkedList(theme)
        self.list.setAccessibleName(self.tr("Kinds of alarms"))
        self.list.show_names([words.words["alarms", kind].label for kind in self.kinds])
        self.stack = QStackedWidget()
        self._pages: dict[str, RowsPage] = {}
        self._lay_out()
        self.list.currentRowChanged.connect(self._on_chosen)
        # The list has chosen its first entry already, and told nobody.
        self._on_chosen(self.list.currentRow())

    def _lay_out(self) -> None:
        self.title = PlainLabel("", 15, QFont.Weight.DemiBold)
        self.told = PlainLabel("", look="muted")
        self.told.setWordWrap(True)
        right = QVBoxLayout()
        for widget in (self.title, self.told, self.stack):
            right.addWidget(widget)
        right.setStretch(2, 1)
        below = QHBoxLayout()
        below.setSpacing(16)
        below.addWidget(self.list)
        below.addLayout(right, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.general)
        layout.addLayout(below, 1)

    def _make_rows(self, groups: tuple[Group, ...]) -> RowsPage:
        page = RowsPage(groups, self._words, self._folder, NARROW_LABEL_PX)
        page.edited.connect(self.edited)
        page.left.connect(self.left)
        return page

    @property
    def rows_page(self) -> RowsPage:
        """The options of the kind that is chosen."""
        kind = self.kinds[max(0, self.list.currentRow())]
        if kind not in self._pages:
            self._pages[kind] = self._make_rows((Group("", self._options[kind]),))
            self.stack.addWidget(self._pages[kind])
        return self._pages[kind]

    @Slot(int)
    def _on_chosen(self, row: int) -> None:
        if row < 0:
            return
        words = self._words.words["alarms", self.kinds[row]]
        self.title.say(words.label)
        self.told.say(words.help)
        page = self.rows_page
        self.stack.setCurrentWidget(page)
        if self._shown is not None:
            page.show_only(self._found)
            page.show_state(*self._shown)

    def show_only(self, found: frozenset[Pattern] | None) -> None:
        """Show what has these options; None shows all."""
        self._found = found
        self.general.show_only(found)
        has = [
            found is None or any(one.pattern in found for one in self._options[kind]) for kind in self.kinds
        ]
        for row, wanted in enumerate(has):
            self.list.setRowHidden(row, not wanted)
        if any(has) and not has[self.list.currentRow()]:
            self.list.setCurrentRow(has.index(True))

    def show_state(self, state: State, saved: State, mistakes: Mistakes) -> None:
        """Show a state and the mistakes in it."""
        self._shown = (state, saved, mistakes)
        self.general.show_state(state, saved, mistakes)
        page = self.rows_page
        page.show_only(self._found)
        page.show_state(state, saved, mistakes)
        for row, kind in enumerate(self.kinds):
            place = ("alarms", kind)
            wrong = sum(len(some) for at, some in mistakes.items() if at[:2] == place)
            self.list.mark(row, wrong, state.at(place) != saved.at(place))

    def go_to(self, place: Place) -> bool:
        """Choose the kind a place belongs to, and put the keyboard there."""
        if self.general.go_to(place):
            return True
        if len(place) < 2 or place[1] not in self.kinds:
            return False
        self.list.setCurrentRow(self.kinds.index(str(place[1])))
        if len(place) == 2:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        return self.rows_page.go_to(place)


def _of_kind(page: PageOptions, kind: str) -> tuple[Option, ...]:
    """The options of one kind: in use, its own limits, then what all have."""
    options = [option for option in page.options if option.pattern[1] == kind]
    return tuple(sorted(options, key=_order))


_FIRST = {"enabled": 0}
_LAST = ("priority", "on_delay_s", "off_delay_s", "latching", "message", "response", "sound")


def _order(option: Option) -> int:
    name = option.pattern[-1]
    return 2 + _LAST.index(name) if name in _LAST else _FIRST.get(name, 1)
