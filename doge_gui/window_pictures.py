"""What is seen of a window from outside: a picture of it in a file, and the instant it was first painted."""

import sys
import time
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer, Slot
from PySide6.QtWidgets import QWidget


def photograph(window: QWidget, path: Path) -> str:
    """Save a picture of a window; what became of it, in a line."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        return f"no screenshot: {path.parent}: {error.strerror or error}"
    saved = window.grab().save(str(path))
    return f"screenshot: {path}" if saved else f"no screenshot: {path} is no picture file that can be written"


class PaintWatch(QObject):
    """Prints the instant of the window's first painting, for the benchmark of the start."""

    def __init__(self, window: QObject) -> None:
        super().__init__()
        self._window = window
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """See the first painting."""
        if event.type() == QEvent.Type.Paint:
            self._window.removeEventFilter(self)
            QTimer.singleShot(0, self, self._tell)
        return super().eventFilter(watched, event)

    @Slot()
    def _tell(self) -> None:
        print(f"painted {time.monotonic():.6f}", file=sys.stderr, flush=True)
