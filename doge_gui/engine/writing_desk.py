"""Writes files in a thread of its own: shift reports, tables."""

import logging
from collections import deque
from collections.abc import Callable
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, SignalInstance, Slot

_STOP_WAIT_MS = 1500
_log = logging.getLogger("watchdoge")


class Order(Protocol):
    """What is to be written, all of it: the thread asks nobody."""

    @property
    def path(self) -> str:
        """Where to."""


Ordered = TypeVar("Ordered", bound=Order)


class WritingDesk(QObject, Generic[Ordered]):
    """Has one file written at a time, in the order of the orders; of several for one file the last counts.

    Signals:
        begun(str): the path that is being written.
        done(str): the path that was written.
        failed(str): why a file is not there.
    """

    begun = Signal(str)
    done = Signal(str)
    failed = Signal(str)
    _ended = Signal(str, str)

    def __init__(
        self,
        write: Callable[[Ordered], None],
        known_errors: tuple[type[Exception], ...],
        parent: QObject | None = None,
    ) -> None:
        """`write` is called in the thread; of `known_errors` the text is told, all others are defects."""
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._writing = _Writing(write, known_errors, self._ended)
        self._busy = False
        self._waiting: deque[Ordered] = deque()
        self.stopping = False
        """Read in the thread: a long writing shall give up."""
        self._ended.connect(self._on_ended)

    @Slot(object)
    def order(self, wanted: Ordered) -> None:
        """Have a file written."""
        self._waiting = deque(one for one in self._waiting if one.path != wanted.path)
        self._waiting.append(wanted)
        self._begin()

    def stop(self) -> bool:
        """Wait for what is being written; False where that takes too long."""
        self.stopping = True
        self._waiting.clear()
        return self._pool.waitForDone(_STOP_WAIT_MS)

    def _begin(self) -> None:
        if self._busy or not self._waiting:
            return
        self._busy, order = True, self._waiting.popleft()
        self._writing.load(order)
        self.begun.emit(order.path)
        self._pool.start(self._writing)

    @Slot(str, str)
    def _on_ended(self, path: str, error: str) -> None:
        self._busy = False
        self._writing.forget()
        if error:
            self.failed.emit(error)
        else:
            self.done.emit(path)
        self._begin()


class _Writing(QRunnable, Generic[Ordered]):
    """One file, used again for each."""

    def __init__(
        self,
        write: Callable[[Ordered], None],
        known_errors: tuple[type[Exception], ...],
        ended: SignalInstance,
    ) -> None:
        super().__init__()
        self.setAutoDelete(False)
        self._write, self._known, self._ended = write, known_errors, ended
        self._order: Ordered | None = None

    def load(self, order: Ordered) -> None:
        """What to write next; only while none is under way."""
        self._order = order

    def forget(self) -> None:
        """Let go of what was written: it may be large."""
        self._order = None

    def run(self) -> None:
        """Write, tell."""
        order = self._order
        if order is None:
            return
        try:
            self._write(order)
        except self._known as error:
            self._ended.emit(order.path, str(error) or type(error).__name__)
        except Exception as error:  # noqa: BLE001 - a thread's end: the defect is told, the program goes on
            _log.exception("unexpected error while writing a file")
            self._ended.emit(order.path, str(error) or type(error).__name__)
        else:
            self._ended.emit(order.path, "")
