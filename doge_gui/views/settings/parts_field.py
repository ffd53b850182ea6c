"""A field for a value of several parts: one for each circuit."""

from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox

from doge_gui.core.settings.document import ABSENT
from doge_gui.core.settings.options import Option, Sort
from doge_gui.models.settings_values import shown, typed
from doge_gui.models.settings_words import Words
from doge_gui.views.settings.fields import Field, Line

_LEAST_PX = 58


class PartsField(Field):
    """Several lines beside each other; a switch before them where the value may be left out."""

    def __init__(self, option: Option, words: Words) -> None:
        self.lines = tuple(Line() for _ in range(option.parts))
        self.switch = QCheckBox()
        inner = (self.switch, *self.lines) if option.optional else self.lines
        super().__init__(option, words, *inner)
        for line in self.lines:
            line.setMinimumWidth(_LEAST_PX)
            line.textEdited.connect(self._on_text)
            line.left.connect(self.left)
        self.switch.toggled.connect(self._on_toggled)

    def name(self, label: str) -> None:
        self.switch.setAccessibleName(label)
        for number, line in enumerate(self.lines):
            line.setAccessibleName(self.tr("{0}, circuit {1}").format(label, number))
            line.setToolTip(self.tr("Circuit {0}").format(number))

    def show_value(self, value: Any) -> None:
        """A value of another form leaves the lines empty."""
        value = self._told(value)
        self.switch.blockSignals(True)
        self.switch.setChecked(value is not None)
        self.switch.blockSignals(False)
        parts = list(value) if isinstance(value, list) else []
        parts += [ABSENT] * (len(self.lines) - len(parts))
        for line, part in zip(self.lines, parts, strict=False):
            line.setEnabled(value is not None)
            if typed(line.text(), self.option.sort) != part:
                line.setText(shown(part, self.option.sort))

    @Slot(str)
    def _on_text(self, _text: str) -> None:
        self.edited.emit([typed(line.text(), self.option.sort) for line in self.lines])

    @Slot(bool)
    def _on_toggled(self, on: bool) -> None:
        first: Any = 0 if self.option.sort is Sort.WHOLE else ""
        self.edited.emit([first] * self.option.parts if on else ABSENT)
        self.left.emit()
