"""The mouse in tests of the window."""

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

_NONE = Qt.MouseButton.NoButton


def move_over(widget: QWidget, place: QPoint, held: Qt.MouseButton = _NONE) -> None:
    """A movement of the mouse, without taking the screen's one pointer from a test that runs beside this."""
    where, everywhere = QPointF(place), QPointF(widget.mapToGlobal(place))
    event = QMouseEvent(QEvent.Type.MouseMove, where, everywhere, _NONE, held, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(widget, event)
