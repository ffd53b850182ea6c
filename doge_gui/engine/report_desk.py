"""Writes shift reports in a thread of its own."""

import logging
from collections.abc import Callable

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, SignalInstance, Slot

from doge_gui.core.reporting.order import ReportOrder

_STOP_WAIT_MS = 1500
_log = logging.getLogger("watchdoge")


class ReportDesk(QObject):
    """Has one report written at a time; of several orders meanwhile the last counts.

    Signals:
        begun(str): the path that is being written.
        done(str): the path that was written.
        failed(str): why there is no report.
    """

    begun = Signal(str)
    done = Signal(str)
    failed = Signal(str)
    _ended = Signal(str, str)

    def __init__(
        self,
        write: Callable[[ReportOrder], None],
        known_errors: tuple[type[Exception], ...],
        parent: QObject | None = None,
    ) -> None:
        """`write` is called in the thread; of `known_errors` the text is told, all others are defects."""
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._writing = _Writing(write, known_errors, self._ended)
        self._busy = False
        self._wanted: ReportOrder | None = None
        self._ended.connect(self._on_ended)

    @Slot(object)
    def order(self, wanted: ReportOrder) -> None:
        """Have a report written."""
        self._wanted = wanted
        self._begin()

    def stop(self) -> bool:
        """Wait for what is being written; False where that takes too long."""
        self._wanted = None
        return self._pool.waitForDone(_STOP_WAIT_MS)

    def _begin(self) -> None:
        if self._busy or self._wanted is None:
            return
        self._busy, order, self._wanted = True, self._wanted, None
        self._writing.load(order)
        self.begun.emit(order.path)
        self._pool.start(self._writing)

    @Slot(str, str)
    def _on_ended(self, path: str, error: str) -> None:
        self._busy = False
        if error:
            self.failed.emit(error)
        else:
            self.done.emit(path)
        self._begin()


class _Writing(QRunnable):
    """One report, used again for each."""

    def __init__(
        self,
        write: Callable[[ReportOrder], None],
        known_errors: tuple[type[Exception], ...],
        ended: SignalInstance,
    ) -> None:
        super().__init__()
        self.setAutoDelete(False)
        self._write, self._known, self._ended = write, known_errors, ended
        self._order: ReportOrder

    def load(self, order: ReportOrder) -> None:
        """What to write next; only while none is under way."""
        self._order = order

    def run(self) -> None:
        """Write, tell."""
        path = self._order.path
        try:
            self._write(self._order)
        except self._known as error:
            self._ended.emit(path, str(error) or type(error).__name__)
        except Exception as error:  # noqa: BLE001 - a thread's end: the defect is told, the program goes on
            _log.exception("unexpected error while writing a report")
            self._ended.emit(path, str(error) or type(error).__name__)
        else:
            self._ended.emit(path, "")
