"""A page of rows under titles, which scrolls."""

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from doge_gui.core.config_text import Mistake
from doge_gui.core.settings.document import ABSENT, Place
from doge_gui.core.settings.draft import State
from doge_gui.core.settings.options import Option, Pattern, Sort
from doge_gui.models.settings_pages import Group, applies
from doge_gui.models.settings_words import Words
from doge_gui.views.labels import PlainLabel
from doge_gui.views.settings.row import OptionRow

Mistakes = Mapping[Place, Sequence[Mistake]]
LABEL_PX, NARROW_LABEL_PX = 190, 140


class RowsPage(QScrollArea):
    """Options under titles.

    Signals: `edited(object, object)` place and value; `left()` when an entry is over.
    """

    edited = Signal(object, object)
    left = Signal()

    def __init__(
        self, groups: Iterable[Group], words: Words, folder: str = "", label_px: int = LABEL_PX
    ) -> None:
        super().__init__()
        self._words, self._folder, self._label_px = words, folder, label_px
        self.rows: list[OptionRow] = []
        self._titles: list[tuple[PlainLabel, list[OptionRow]]] = []
        self._found: frozenset[Pattern] | None = None
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        self.box = QVBoxLayout(inside)
        self.box.setContentsMargins(4, 0, 14, 8)
        self.box.setSpacing(2)
        for group in groups:
            self._add_group(group)
        self.box.addStretch(1)
        self.setWidget(inside)

    def _add_group(self, group: Group) -> None:
        rows = [self._make_row(option) for option in group.options if option.sort is not Sort.ENTRIES]
        if group.title:
            title = PlainLabel(group.title, 15, QFont.Weight.DemiBold)
            title.setContentsMargins(0, 8, 0, 4)
            self.box.addWidget(title)
            self._titles.append((title, rows))
        for row in rows:
            self.box.addWidget(row)

    def _make_row(self, option: Option) -> OptionRow:
        row = OptionRow(option, self._words, self._label_px, self._folder)
        row.edited.connect(self.edited)
        row.left.connect(self.left)
        self.rows.append(row)
        return row

    def show_only(self, found: frozenset[Pattern] | None) -> None:
        """Show the rows of these options; None shows all."""
        self._found = found

    def show_state(self, state: State, saved: State, mistakes: Mistakes) -> None:
        """Show a state and the mistakes in it, and mark what differs from the saved one."""
        for row in self.rows:
            value, before = state.at(row.place), saved.at(row.place)
            changed = _differs(value, before, row.option)
            row.show_state(value, changed, mistakes.get(row.place, ()))
            row.setVisible(self._is_wanted(row.option, state))
            row.setEnabled(_is_in_use(row.option, state))
        for title, rows in self._titles:
            title.setVisible(any(not row.isHidden() for row in rows))

    def _is_wanted(self, option: Option, state: State) -> bool:
        return applies(option, state) and (self._found is None or option.pattern in self._found)

    def row_at(self, place: Place) -> OptionRow | None:
        """The row that shows a place now."""
        return next((row for row in self.rows if row.place == place and not row.isHidden()), None)

    def go_to(self, place: Place) -> bool:
        """Scroll to a place's row and put the keyboard there. False where it has none here."""
        row = self.row_at(place)
        if row is None:
            return False
        self.ensureWidgetVisible(row, 0, 40)
        row.field.setFocus(Qt.FocusReason.OtherFocusReason)
        return True


def _differs(value: object, before: object, option: Option) -> bool:
    if value is ABSENT or before is ABSENT:
        return value is not before
    same_section = option.sort is Sort.PART and (value is None) == (before is None)
    return not same_section and repr(value) != repr(before)


def _is_in_use(option: Option, state: State) -> bool:
    """Options of a section that is switched off cannot be edited."""
    if option.pattern[0] != "flask" or option.sort is Sort.PART:
        return True
    return state.at(("flask",)) not in (ABSENT, None)
