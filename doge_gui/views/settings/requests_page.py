"""The requests: a list that is added to and ordered, and beside it the options of the one that is chosen."""

from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from doge_gui.core.settings.document import ABSENT, Place, placed_in
from doge_gui.core.settings.draft import State
from doge_gui.core.settings.entries import copied, free_name, moved
from doge_gui.core.settings.options import Option, Pattern, Sort
from doge_gui.models.phrasebook import told as translated
from doge_gui.models.phrases import one_line
from doge_gui.models.settings_pages import Group, PageOptions
from doge_gui.models.settings_words import Words
from doge_gui.views.labels import PlainLabel
from doge_gui.views.settings.marked_list import MarkedList
from doge_gui.views.settings.rows_page import NARROW_LABEL_PX, Mistakes, RowsPage
from doge_gui.views.theme import Theme, set_property

_REQUESTS: Place = ("requests",)


class RequestsPage(QWidget):
    """The configured requests.

    Signals: `edited(object, object)` place and value, for the list as a whole too; `left()` when an entry
    is over.
    """

    edited = Signal(object, object)
    left = Signal()

    def __init__(self, page: PageOptions, words: Words, theme: Theme, folder: str) -> None:
        super().__init__()
        (self._list_option,) = (one for one in page.options if one.sort is Sort.ENTRIES)
        self._entries: list[Any] = []
        self._found: frozenset[Pattern] | None = None
        self._shown: tuple[State, State, Mistakes] | None = None
        self.list = MarkedList(theme)
        self.list.setAccessibleName(words.of(self._list_option).label)
        self.rows = RowsPage((Group("", _ordered(page.options)),), words, folder, NARROW_LABEL_PX)
        self.rows.edited.connect(self.edited)
        self.rows.left.connect(self.left)
        self.error = PlainLabel("")
        self.error.setWordWrap(True)
        set_property(self.error, "severity", 2)
        self.nothing = PlainLabel(
            self.tr("No request beyond the plant's own questions. “Add” begins one."), look="muted"
        )
        self.nothing.setWordWrap(True)
        self.told = PlainLabel(words.of(self._list_option).help, look="muted")
        self.told.setWordWrap(True)
        self._make_buttons()
        self._lay_out()
        self.list.currentRowChanged.connect(self._on_chosen)

    def _make_buttons(self) -> None:
        self.add = QPushButton(self.tr("Add"))
        self.copy = QPushButton(self.tr("Duplicate"))
        self.remove = QPushButton(self.tr("Remove"))
        self.up, self.down = QPushButton(self.tr("Up")), QPushButton(self.tr("Down"))
        told = (
            (self.add, self.tr("Add a request"), self._on_add),
            (self.copy, self.tr("Add a request like the chosen one"), self._on_copy),
            (self.remove, self.tr("Remove the chosen request; undo brings it back"), self._on_remove),
            (self.up, self.tr("One place earlier: the order is that of the table's columns"), self._on_up),
            (self.down, self.tr("One place later: the order is that of the table's columns"), self._on_down),
        )
        for button, tip, slot in told:
            button.setToolTip(tip)
            button.setAutoDefault(False)
            button.clicked.connect(slot)

    def _lay_out(self) -> None:
        buttons = QGridLayout()
        buttons.setSpacing(6)
        buttons.addWidget(self.add, 0, 0)
        buttons.addWidget(self.copy, 0, 1)
        buttons.addWidget(self.up, 1, 0)
        buttons.addWidget(self.down, 1, 1)
        buttons.addWidget(self.remove, 2, 0, 1, 2)
        left = QVBoxLayout()
        left.addWidget(self.list, 1)
        left.addLayout(buttons)
        right = QVBoxLayout()
        right.addWidget(self.rows, 1)
        right.addWidget(self.nothing)
        right.addStretch(0)
        below = QHBoxLayout()
        below.setSpacing(16)
        below.addLayout(left)
        below.addLayout(right, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.told)
        layout.addWidget(self.error)
        layout.addLayout(below, 1)

    def show_only(self, found: frozenset[Pattern] | None) -> None:
        """Show the rows of these options; None shows all."""
        self._found = found

    def show_state(self, state: State, saved: State, mistakes: Mistakes) -> None:
        """Show a state and the mistakes in it."""
        self._shown = (state, saved, mistakes)
        entries = state.at(_REQUESTS)
        self._entries = entries if isinstance(entries, list) else []
        self.list.show_names([_name(entry) for entry in self._entries])
        for row in range(len(self._entries)):
            at = (*_REQUESTS, row)
            wrong = sum(len(some) for place, some in mistakes.items() if place[:2] == at)
            self.list.mark(row, wrong, state.at(at) != saved.at(at))
        whole = "\n".join(f"◆ {translated(one_line(one.what))}" for one in mistakes.get(_REQUESTS, ()))
        self.error.say(whole)
        self.error.setVisible(bool(whole))
        self._show_chosen()

    @Slot(int)
    def _on_chosen(self, _row: int) -> None:
        self.left.emit()
        self._show_chosen()

    def _show_chosen(self) -> None:
        row, count = self.list.currentRow(), len(self._entries)
        chosen = 0 <= row < count
        self.rows.setVisible(chosen)
        self.nothing.setVisible(not chosen)
        self.add.setEnabled(count < (self._list_option.limits.longest or count + 1))
        self.copy.setEnabled(chosen and self.add.isEnabled())
        self.remove.setEnabled(chosen)
        self.up.setEnabled(chosen and row > 0)
        self.down.setEnabled(chosen and row < count - 1)
        if chosen and self._shown is not None:
            for one in self.rows.rows:
                one.place = placed_in(one.option.pattern, row)
            self.rows.show_only(self._found)
            self.rows.show_state(*self._shown)

    def go_to(self, place: Place) -> bool:
        """Choose the request a place belongs to, and put the keyboard there."""
        if place[:1] != _REQUESTS:
            return False
        if len(place) > 1 and isinstance(place[1], int) and place[1] < self.list.count():
            self.list.setCurrentRow(place[1])
        if len(place) > 2:
            return self.rows.go_to(place)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    @Slot()
    def _on_add(self) -> None:
        self._have([*self._entries, {"name": free_name(self._entries, "request")}], len(self._entries))
        self.rows.go_to((*_REQUESTS, len(self._entries) - 1, "name"))

    @Slot()
    def _on_copy(self) -> None:
        row = self.list.currentRow()
        self._have(copied(self._entries, row), row + 1)
        self.rows.go_to((*_REQUESTS, row + 1, "name"))

    @Slot()
    def _on_remove(self) -> None:
        row = self.list.currentRow()
        self._have([*self._entries[:row], *self._entries[row + 1 :]], row)

    @Slot()
    def _on_up(self) -> None:
        self._move(-1)

    @Slot()
    def _on_down(self) -> None:
        self._move(1)

    def _move(self, by: int) -> None:
        row = self.list.currentRow()
        self._have(moved(self._entries, row, by), row + by)

    def _have(self, entries: list[Any], row: int) -> None:
        """Have other entries, as an edit of its own, the one of this number being chosen."""
        self.left.emit()
        self.edited.emit(_REQUESTS, entries if entries else ABSENT)
        self.left.emit()
        self.list.setCurrentRow(min(row, self.list.count() - 1))
        self._show_chosen()


def _name(entry: Any) -> str:
    name = entry.get("name") if isinstance(entry, dict) else None
    return name if isinstance(name, str) else ""


_ORDER = ("name", "label", "unit", "sum", "threshold", "low_threshold", "never_negative", "deadband")


def _ordered(options: tuple[Option, ...]) -> tuple[Option, ...]:
    """What a request is and its limits first, then how its alarm behaves."""
    named = {name: number for number, name in enumerate(_ORDER)}
    return tuple(sorted(options, key=lambda option: named.get(option.pattern[-1], len(_ORDER))))
