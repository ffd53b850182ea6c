"""A field that narrows what stands beneath it."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

_EDGES_PX = 24
"""Frame and space at both sides of the text."""


class FilterField(QLineEdit):
    """Esc first clears it, then leaves it; so does Down at once.

    Signals: `left()` the keyboard is to go to what is narrowed.
    """

    left = Signal()

    @property
    def words_px(self) -> int:
        """Width in which what it says while it is empty can be read."""
        return self.fontMetrics().horizontalAdvance(self.placeholderText()) + _EDGES_PX

    def event(self, event: QEvent) -> bool:
        # Esc is this field's, also where the screen around it has a shortcut of it.
        asked = event.type() == QEvent.Type.ShortcutOverride
        if asked and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Down):
            self.left.emit()
        else:
            super().keyPressEvent(event)
