"""Fields for single values: each shows what the document has, and tells what a person enters."""

from typing import Any

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLineEdit, QPlainTextEdit, QWidget

from doge_gui.core.config import SECRETS
from doge_gui.core.settings.document import ABSENT
from doge_gui.core.settings.options import Option, Sort
from doge_gui.models.settings_values import empty_words, shown, typed
from doge_gui.models.settings_words import Words

_UNDO = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


def _is_undo(event: QEvent) -> bool:
    """Undo and redo belong to the whole screen: a field leaves these keys to it."""
    return (
        event.type() == QEvent.Type.ShortcutOverride
        and isinstance(event, QKeyEvent)
        and any(event.matches(key) for key in _UNDO)
    )


class Line(QLineEdit):
    """One line of text.

    Signals: `left()` when the keyboard goes elsewhere.
    """

    left = Signal()

    def event(self, event: QEvent) -> bool:
        if _is_undo(event):
            event.ignore()
            return False
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class Lines(QPlainTextEdit):
    """A few lines of text.

    Signals: `left()` when the keyboard goes elsewhere.
    """

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setFixedHeight(3 * self.fontMetrics().lineSpacing() + 20)

    def event(self, event: QEvent) -> bool:
        if _is_undo(event):
            event.ignore()
            return False
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class Choice(QComboBox):
    """A list to choose from, which the wheel changes only while the keyboard is in it."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class Field(QWidget):
    """What every field is.

    Signals: `edited(object)` the new value, ABSENT where the option is left out; `left()` when an entry is
    over. Attributes: `inner`, the widgets the keyboard comes to.
    """

    edited = Signal(object)
    left = Signal()

    def __init__(self, option: Option, words: Words, *inner: QWidget) -> None:
        super().__init__()
        self.option, self.inner = option, inner
        self._box = QHBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(8)
        for widget in inner:
            self._box.addWidget(widget)
        self.setFocusProxy(inner[0])
        self.name(words.of(option).label)

    def name(self, label: str) -> None:
        """Give the inner widgets their accessible name."""
        for widget in self.inner:
            widget.setAccessibleName(label)

    def describe(self, text: str) -> None:
        """Tell what the value means, and what is wrong with it."""
        for widget in self.inner:
            widget.setAccessibleDescription(text)

    def show_value(self, value: Any) -> None:
        """Show a value of the document; ABSENT where it names none."""
        raise NotImplementedError

    def _told(self, value: Any) -> Any:
        """What is shown for a value: the default where the document names none."""
        return self.option.default if value is ABSENT else value

    def _meant(self, text: str) -> Any:
        """What was typed; an empty field leaves out what may be left out."""
        emptied = not text.strip() and (self.option.optional or self.option.default == "")
        return ABSENT if emptied else typed(text, self.option.sort)


class LineField(Field):
    """A text or a number."""

    def __init__(self, option: Option, words: Words) -> None:
        self.line = Line()
        super().__init__(option, words, self.line)
        self.line.setPlaceholderText(empty_words(option, words))
        if ".".join(option.pattern) in SECRETS:
            # Others look at the screen, too.
            self.line.setEchoMode(QLineEdit.EchoMode.PasswordEchoOnEdit)
        self.line.textEdited.connect(self._on_text)
        self.line.left.connect(self.left)

    def show_value(self, value: Any) -> None:
        if self._meant(self.line.text()) != value or isinstance(value, bool):
            text = shown(self._told(value), self.option.sort)
            if text != self.line.text():
                self.line.setText(text)
                self.line.setCursorPosition(0)

    @Slot(str)
    def _on_text(self, text: str) -> None:
        self.edited.emit(self._meant(text))


class LinesField(Field):
    """A longer text."""

    def __init__(self, option: Option, words: Words) -> None:
        self.lines = Lines()
        self._showing = False
        super().__init__(option, words, self.lines)
        self.lines.setPlaceholderText(empty_words(option, words))
        self.lines.textChanged.connect(self._on_text)
        self.lines.left.connect(self.left)

    def show_value(self, value: Any) -> None:
        text = shown(self._told(value), self.option.sort)
        if text != self.lines.toPlainText():
            self._showing = True
            self.lines.setPlainText(text)
            self._showing = False

    @Slot()
    def _on_text(self) -> None:
        if not self._showing:
            self.edited.emit(self._meant(self.lines.toPlainText()))


class SwitchField(Field):
    """On or off; of a section: there or not."""

    def __init__(self, option: Option, words: Words) -> None:
        self.switch = QCheckBox(words.of(option).label)
        super().__init__(option, words, self.switch)
        self.switch.toggled.connect(self._on_toggled)

    def show_value(self, value: Any) -> None:
        value = self._told(value)
        on = value is not None if self.option.sort is Sort.PART else bool(value)
        self.switch.blockSignals(True)
        self.switch.setChecked(on)
        self.switch.blockSignals(False)

    @Slot(bool)
    def _on_toggled(self, on: bool) -> None:
        if self.option.sort is Sort.PART:
            self.edited.emit({} if on else ABSENT)
        else:
            self.edited.emit(on)


class ChoiceField(Field):
    """One of several."""

    def __init__(self, option: Option, words: Words) -> None:
        self.choice = Choice()
        super().__init__(option, words, self.choice)
        self._words = words
        if option.optional:
            self.choice.addItem(empty_words(option, words), ABSENT)
        for one in option.choices:
            value = int(one) if isinstance(option.default, int) else one
            self.choice.addItem(words.choice(option, one), value)
        self._known = self.choice.count()
        self.choice.activated.connect(self._on_activated)

    def show_value(self, value: Any) -> None:
        """Also a value that cannot be chosen: what the file has is shown as it is."""
        value = self._told(value)
        at = next((at for at in range(self._known) if self._is(self.choice.itemData(at), value)), -1)
        while self.choice.count() > self._known:
            self.choice.removeItem(self._known)
        if at < 0:
            at = self._known
            self.choice.addItem(shown(value, self.option.sort), value)
        self.choice.setCurrentIndex(at)

    def _is(self, item: Any, value: Any) -> bool:
        if value is None:
            return item is ABSENT
        # The levels of logging are known in lower case too.
        if isinstance(value, str) and self.option.pattern[-1] == "level":
            value = value.upper()
        return bool(item == value)

    @Slot(int)
    def _on_activated(self, at: int) -> None:
        self.edited.emit(self.choice.itemData(at))
        self.left.emit()
