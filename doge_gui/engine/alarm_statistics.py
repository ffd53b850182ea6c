"""The performance of the alarms over a span of time, worked out from the journal in a thread of its own."""

import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, SignalInstance, Slot

from doge_gui.core.alarms.book import Book
from doge_gui.core.alarms.performance import Performance, performance
from doge_gui.core.alarms.report import AlarmReport
from doge_gui.history.errors import HistoryError

_STOP_WAIT_MS = 1500
_log = logging.getLogger("watchdoge")


class AlarmStatistics(QObject):
    """Reads the journal when asked to, once at a time; of several wishes meanwhile the last counts.

    Signals:
        ready(object): Performance.
        failed(str): why the journal cannot be read.
    """

    ready = Signal(object)
    failed = Signal(str)
    _done = Signal(object, str)

    def __init__(
        self,
        record: tuple[Path, str],
        wall_clock: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        """`record`: the journal's file, and the plant's name in it."""
        super().__init__(parent)
        self._wall_clock = wall_clock
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._reading = _Reading(record, self._done)
        self._book: Book | None = None
        self._busy = False
        self._wanted_s: float | None = None
        self._done.connect(self._on_done)

    @Slot(object)
    def take_report(self, report: AlarmReport) -> None:
        """Keep the book of now: what stands is taken from it. Before the first, nothing is told."""
        self._book = report.book
        self._begin()

    @Slot(float)
    def ask(self, span_s: float) -> None:
        """Work out the performance of the last `span_s` seconds."""
        self._wanted_s = span_s
        self._begin()

    def stop(self) -> bool:
        """Wait for what is being read; False where that takes too long."""
        self._wanted_s = None
        return self._pool.waitForDone(_STOP_WAIT_MS)

    def _begin(self) -> None:
        if self._busy or self._wanted_s is None or self._book is None:
            return
        self._busy = True
        until = self._wall_clock()
        self._reading.load(self._book, until - timedelta(seconds=self._wanted_s), until)
        self._wanted_s = None
        self._pool.start(self._reading)

    @Slot(object, str)
    def _on_done(self, result: Performance | None, error: str) -> None:
        self._busy = False
        if result is not None:
            self.ready.emit(result)
        else:
            self.failed.emit(error)
        self._begin()


class _Reading(QRunnable):
    """One reading, used again for each."""

    def __init__(self, record: tuple[Path, str], done: SignalInstance) -> None:
        super().__init__()
        self.setAutoDelete(False)
        self._path, self._plant = record
        self._done = done
        self._book: Book
        self._since: datetime
        self._until: datetime

    def load(self, book: Book, since: datetime, until: datetime) -> None:
        """What to work out next; only while none is under way."""
        self._book, self._since, self._until = book, since, until

    def run(self) -> None:
        """Read, work out, tell."""
        try:
            self._done.emit(self._worked_out(), "")
        except HistoryError as error:
            self._done.emit(None, str(error))
        except Exception as error:  # noqa: BLE001 - a thread's end: the defect is told, the screen goes on
            _log.exception("unexpected error while measuring alarms")
            self._done.emit(None, str(error) or type(error).__name__)

    def _worked_out(self) -> Performance:
        # Here and not at the top: the window stands before the database library is loaded.
        from doge_gui.history.journal import read_journal

        if not self._path.exists():
            return performance((), self._book, self._since, self._until)
        first = next(read_journal(self._path, self._plant), None)
        events = tuple(read_journal(self._path, self._plant, self._since))
        # The first entry itself is in the span that begins just before it.
        begins = None if first is None else first.at - timedelta(microseconds=1)
        return performance(events, self._book, self._since, self._until, recorded_from=begins)
