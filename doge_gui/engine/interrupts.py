"""Ctrl+C and the system's request to end, as a Qt signal: Qt's loop alone would not let Python see them."""

import contextlib
import signal
import socket
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier, Signal, Slot


class Interrupts(QObject):
    """Listens for SIGINT and SIGTERM.

    Signals:
        interrupted(): the program shall end.
    """

    interrupted = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._inside, self._outside = socket.socketpair()
        self._inside.setblocking(False)
        self._outside.setblocking(False)
        self._notifier = QSocketNotifier(self._inside.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_woken)
        self._before = {
            number: signal.signal(number, self._note) for number in (signal.SIGINT, signal.SIGTERM)
        }
        signal.set_wakeup_fd(self._outside.fileno(), warn_on_full_buffer=False)

    def stop(self) -> None:
        """Give the signals back."""
        signal.set_wakeup_fd(-1)
        for number, handler in self._before.items():
            signal.signal(number, handler)
        self._notifier.setEnabled(False)
        self._inside.close()
        self._outside.close()

    def _note(self, _number: int, _frame: FrameType | None) -> None:
        """Only there so that the signal does not end the process; the wakeup descriptor does the rest."""

    @Slot()
    def _on_woken(self) -> None:
        with contextlib.suppress(BlockingIOError):
            self._inside.recv(64)
        self.interrupted.emit()
