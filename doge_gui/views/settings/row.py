"""One option on the screen: label, field, unit, what it means, what is wrong, the way back to its default."""

from collections.abc import Sequence
from html import escape
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QToolButton, QWidget

from doge_gui.core.config_text import Mistake
from doge_gui.core.settings.document import ABSENT, Place
from doge_gui.core.settings.options import Option, Sort
from doge_gui.core.settings.program import PROGRAM
from doge_gui.models.phrasebook import told as translated
from doge_gui.models.phrases import one_line
from doge_gui.models.settings_values import default_words, limit_words
from doge_gui.models.settings_words import Words
from doge_gui.views.labels import PlainLabel
from doge_gui.views.settings.fields import ChoiceField, Field, LineField, LinesField, SwitchField
from doge_gui.views.settings.file_field import FileField
from doge_gui.views.settings.parts_field import PartsField
from doge_gui.views.theme import TEXT_PX, font, set_property

_LONG = frozenset({"query", "response"})
_FILES = frozenset({"filename", "path", "sound"})
_WIDTHS = {Sort.WHOLE: 130, Sort.NUMBER: 130, Sort.CHOICE: 240}
_WIDE_PX, _LEAST_PX = 420, 110
_FIELD_EDGES_PX = 26
"""Frame and space at both sides of a field's text."""


def field_for(option: Option, words: Words, folder: str) -> Field:
    """The field that fits an option. `folder`: that of the configuration, which files are relative to."""
    if option.sort in (Sort.SWITCH, Sort.PART):
        return SwitchField(option, words)
    if option.choices:
        return ChoiceField(option, words)
    if option.parts > 1:
        return PartsField(option, words)
    if option.sort is Sort.TEXT and option.pattern[-1] in _LONG:
        return LinesField(option, words)
    if option.sort is Sort.TEXT and option.pattern[-1] in _FILES:
        return FileField(option, words, folder)
    return LineField(option, words)


class OptionRow(QWidget):
    """One option.

    Signals: `edited(object, object)` place and new value, ABSENT where it is left out; `left()` when an
    entry is over.
    """

    edited = Signal(object, object)
    left = Signal()

    def __init__(self, option: Option, words: Words, label_px: int, folder: str) -> None:
        super().__init__()
        self.option = option
        self.place: Place = option.pattern
        """Where the value stands; of an entry of a list it is set as entries are chosen."""
        self._words = words.of(option)
        self.field = field_for(option, words, folder)
        # A switch stands beside its own label.
        self.label = PlainLabel("" if isinstance(self.field, SwitchField) else self._words.label)
        self.help = PlainLabel(self._help(), TEXT_PX - 1, look="muted")
        self.error = PlainLabel("", TEXT_PX - 1, QFont.Weight.Medium)
        self.reset = self._make_reset(default_words(option, words))
        self._lay_out(label_px)
        self.field.edited.connect(self._on_edited)
        self.field.left.connect(self.left)
        self.show_state(ABSENT, False, ())

    def _help(self) -> str:
        limits = "" if self.option.sort is Sort.TEXT else limit_words(self.option.limits)
        # Two numbers are not torn apart by the end of a line.
        whole = limits.replace(" ", "\u00a0")
        return f"{self._words.help} ({whole})" if whole else self._words.help

    def _make_reset(self, default: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName("flat")
        button.setText(self.tr("Default"))
        button.setFont(font(TEXT_PX - 1))
        back = (
            self.tr("Back to the default: {0}").format(default) if default else self.tr("Back to the default")
        )
        button.setToolTip(escape(back))
        button.setAccessibleName(f"{self._words.label}: {back}")
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(self._on_reset)
        return button

    def _lay_out(self, label_px: int) -> None:
        self.label.setFixedWidth(label_px)
        for label in (self.label, self.help, self.error):
            label.setWordWrap(True)
        self.label.setBuddy(self.field)
        self.label.setContentsMargins(0, 6, 0, 0)
        if not isinstance(self.field, SwitchField):
            self.field.setMaximumWidth(self._most_px())
        if self.option.parts == 1:
            self.field.setMinimumWidth(_LEAST_PX)
        self.field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.field, 10)
        if self._words.unit:
            line.addWidget(PlainLabel(self._words.unit, look="muted"))
        line.addWidget(self.reset)
        line.addStretch(1)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 4, 0, 6)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(2)
        grid.addWidget(self.label, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addLayout(line, 0, 1)
        grid.addWidget(self.help, 1, 1)
        grid.addWidget(self.error, 2, 1)
        grid.setColumnStretch(1, 1)
        set_property(self.error, "severity", 2)

    def _most_px(self) -> int:
        """How wide its field becomes: what it says while it is empty is to be read."""
        usual = _WIDTHS.get(self.option.sort, _WIDE_PX) * self.option.parts
        if not isinstance(self.field, LineField):
            return usual
        words = QFontMetrics(font()).horizontalAdvance(self.field.line.placeholderText())
        return max(usual, min(words + _FIELD_EDGES_PX, _WIDE_PX))

    def show_state(self, value: Any, changed: bool, mistakes: Sequence[Mistake]) -> None:
        """Show the document's value, whether it differs from the file, and what is wrong with it."""
        self.field.show_value(value)
        self.reset.setVisible(self._has_way_back(value))
        self._mark(changed)
        told = "\n".join(f"◆ {one_line(self._told(mistake, value))}" for mistake in mistakes)
        self.error.say(told)
        self.error.setVisible(bool(told))
        self.field.describe(" ".join(part for part in (told, self._help()) if part))

    def _mark(self, changed: bool) -> None:
        label = f"{self._words.label} •" if changed else self._words.label
        face = font(weight=QFont.Weight.DemiBold if changed else QFont.Weight.Normal)
        told = self.tr("Changed, and not saved yet") if changed else ""
        if isinstance(self.field, SwitchField):
            self.field.switch.setText(label)
            self.field.switch.setFont(face)
            self.field.switch.setToolTip(told)
        else:
            self.label.say(label)
            self.label.setFont(face)
            self.label.setToolTip(told)

    def _has_way_back(self, value: Any) -> bool:
        """A value that need not stand in the file does; of the program's own, it is not the usual one."""
        if self.option.required or self.option.sort is Sort.PART:
            return False
        return value != self.option.default if self.place[0] == PROGRAM else value is not ABSENT

    def _told(self, mistake: Mistake, value: Any) -> str:
        if value is ABSENT and self.option.required:
            return self.tr("Something must be entered here")
        what = translated(mistake.what)
        return f"{what} – {translated(mistake.remedy)}" if mistake.remedy else what

    @Slot(object)
    def _on_edited(self, value: Any) -> None:
        self.edited.emit(self.place, value)

    @Slot()
    def _on_reset(self) -> None:
        self.field.setFocus()
        self.edited.emit(self.place, ABSENT)
        self.left.emit()
