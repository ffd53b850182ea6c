"""Questions about curves, answered out of the history in a thread of its own."""

import logging
from collections import deque
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from threading import Event as Flag
from typing import Protocol

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, SignalInstance, Slot

from doge_gui.core.alarms.events import Event
from doge_gui.core.alarms.report import is_onset
from doge_gui.core.alarms.rules import Rules
from doge_gui.core.alarms.words import entry, message
from doge_gui.core.recording.curves import Mark, TrendAnswer, TrendQuestion
from doge_gui.core.recording.source import HistorySource
from doge_gui.core.trends.fitted import fit_answer
from doge_gui.history.errors import HistoryError

_STOP_WAIT_MS = 1500
MOST_MARKS = 5000
"""Of more alarms in a span, the newest are marked."""
_log = logging.getLogger("watchdoge")


def utc_now() -> datetime:
    """The time of day."""
    return datetime.now(UTC)


class OpenSource(HistorySource, Protocol):
    """A history that was opened, and can be closed."""

    def close(self) -> None:
        """Let go of it."""


class TrendDesk(QObject):
    """One question at a time; a newer one ends the one under way, and of several the last is answered.

    Signals:
        ready(object): FittedAnswer, a TrendAnswer without marks; after `cancel` with the curves finished
            until then.
        marked(object): the same answer once more with its marks, when they are read too.
        progressed(int, int): so many curves of so many are finished.
        failed(str): why the history cannot be read.
        tags_known(object, tuple): the newest Plan or None, and every recorded Tag.
        span_known(object): (first, newest) cycle as datetimes, None before the first; with each answer.
    """

    ready = Signal(object)
    marked = Signal(object)
    progressed = Signal(int, int)
    failed = Signal(str)
    tags_known = Signal(object, tuple)
    span_known = Signal(object)
    _done = Signal()

    def __init__(
        self,
        open_source: Callable[[], OpenSource],
        parent: QObject | None = None,
        wall: Callable[[], datetime] = utc_now,
    ) -> None:
        """`open_source` is called in the desk's own thread, and again after each error."""
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        # A thread that went away would leave its connection to another.
        self._pool.setExpiryTimeout(-1)
        self._work = _Work(open_source, wall, self)
        self._rules = Rules()
        self._busy = self._tags_wanted = False
        self._wanted: TrendQuestion | None = None
        self._done.connect(self._on_done)

    @Slot(object)
    def use(self, rules: Rules) -> None:
        """Take the rules that name the requests in the words of alarms."""
        self._rules = rules

    @Slot(object)
    def ask(self, question: TrendQuestion) -> None:
        """Answer this question."""
        self._wanted = question
        self._work.superseded.set()
        self._begin()

    @Slot()
    def ask_tags(self) -> None:
        """Tell which tags there are."""
        self._tags_wanted = True
        self._begin()

    @Slot()
    def cancel(self) -> None:
        """Leave the question under way; what is finished of it is told."""
        waiting, self._wanted = self._wanted, None
        self._work.cancelled.set()
        if waiting is not None:
            self.ready.emit(TrendAnswer(waiting, (), cancelled=True))

    def stop(self) -> bool:
        """Leave everything and let go of the history; False where that takes too long."""
        self._wanted, self._tags_wanted = None, False
        self._work.superseded.set()
        if not self._pool.waitForDone(_STOP_WAIT_MS):
            return False
        self._work.load(None, False, self._rules)
        self._pool.start(self._work)
        return self._pool.waitForDone(_STOP_WAIT_MS)

    def _begin(self) -> None:
        if self._busy or not (self._wanted or self._tags_wanted):
            return
        self._busy = True
        self._work.load(self._wanted, self._tags_wanted, self._rules)
        self._wanted, self._tags_wanted = None, False
        self._pool.start(self._work)

    @Slot()
    def _on_done(self) -> None:
        self._busy = False
        self._begin()


class _Work(QRunnable):
    """One piece of work, used again for each; the source stays open from one to the next."""

    def __init__(
        self, open_source: Callable[[], OpenSource], wall: Callable[[], datetime], desk: TrendDesk
    ) -> None:
        super().__init__()
        self._wall = wall
        self.setAutoDelete(False)
        self.cancelled, self.superseded = Flag(), Flag()
        self._open = open_source
        self._source: OpenSource | None = None
        self._ready: SignalInstance = desk.ready
        self._marked: SignalInstance = desk.marked
        self._progressed: SignalInstance = desk.progressed
        self._failed: SignalInstance = desk.failed
        self._tags_known: SignalInstance = desk.tags_known
        self._span_known: SignalInstance = desk.span_known
        self._done: SignalInstance = desk._done
        self._question: TrendQuestion | None = None
        self._tags = False
        self._rules = Rules()

    def load(self, question: TrendQuestion | None, tags: bool, rules: Rules) -> None:
        """What to do next, only while nothing is under way; with nothing to do, the source is closed."""
        self.cancelled.clear()
        self.superseded.clear()
        self._question, self._tags, self._rules = question, tags, rules

    def run(self) -> None:
        """Read, and tell."""
        try:
            self._read()
        except HistoryError as error:
            self._close()
            self._failed.emit(str(error))
        except Exception as error:  # noqa: BLE001 - a thread's end: the defect is told, the screen goes on
            _log.exception("unexpected error while reading curves")
            self._close()
            self._failed.emit(str(error) or type(error).__name__)
        self._done.emit()

    def _read(self) -> None:
        if self._question is None and not self._tags:
            self._close()
            return
        if self._source is None:
            self._source = self._open()
        if self._tags:
            self._tags_known.emit(self._source.plan(), self._source.tags())
        if self._question is not None:
            self._span_known.emit(self._source.span())
            self._answer(self._source, self._question)

    def _answer(self, source: HistorySource, question: TrendQuestion) -> None:
        of = len(question.tags)

        def told(done: int) -> bool:
            self._progressed.emit(done, of)
            return not (self.cancelled.is_set() or self.superseded.is_set())

        curves = source.curves(question.tags, question.begin, question.end, question.points, told)
        if self.superseded.is_set():
            return
        loaded = TrendAnswer(question, tuple(curves), cancelled=len(curves) < of)
        answer = fit_answer(loaded, self._wall().timestamp())
        self._ready.emit(answer)
        # Years of the journal take longer than years of a curve: the curves do not wait for it.
        marks = self._marks(source, question.begin, question.end)
        if marks is not None:
            self._marked.emit(replace(answer, marks=marks))

    def _marks(self, source: HistorySource, begin: datetime, end: datetime) -> tuple[Mark, ...] | None:
        """The onsets of alarms in a range, oldest first; None where they are not wanted any more."""
        found: deque[Event] = deque(maxlen=MOST_MARKS)
        for event in source.events(begin, end):
            if self.cancelled.is_set() or self.superseded.is_set():
                return None
            if is_onset(event):
                found.append(event)
        return tuple(self._mark(event) for event in found)

    def _mark(self, event: Event) -> Mark:
        words = message(event, self._rules) or entry(event, self._rules)
        return Mark(event.at, event.id, words, int(event.priority))

    def _close(self) -> None:
        source, self._source = self._source, None
        if source is not None:
            source.close()
