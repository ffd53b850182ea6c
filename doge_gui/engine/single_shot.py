"""A timer that fires once each time it is started."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer


def single_shot(parent: QObject, wait_ms: int, slot: Callable[[], None]) -> QTimer:
    """A timer of `parent` that calls the bound `slot` `wait_ms` milliseconds after each start."""
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(wait_ms)
    timer.timeout.connect(slot)
    return timer
