"""Fetches what the live graphs begin with, once, in a thread of its own."""

import logging
from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, SignalInstance, Slot

from doge_gui.core.recording.cycles import Stretch
from doge_gui.core.recording.past import Past, past_of
from doge_gui.core.recording.source import HistorySource
from doge_gui.history.errors import HistoryError

PAST = timedelta(hours=8)
"""The longest span of the live graphs."""
MOST_COUNTS = 3_000_000
"""Single counts that are fetched: a large fleet's past is shorter."""
_STOP_WAIT_MS = 1500
_log = logging.getLogger("watchdoge")


class PastDesk(QObject):
    """Reads the newest cycles of the history.

    Signals:
        ready(object): Past. Never, where there is none.
    """

    ready = Signal(object)

    def __init__(
        self,
        open_source: Callable[[], HistorySource | None],
        clock: Callable[[], float],
        wall_clock: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        """`open_source` answers None where nothing is recorded yet; it raises HistoryError."""
        super().__init__(parent)
        self._clock, self._wall_clock = clock, wall_clock
        self._fetched = False
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._reading = _Reading(open_source, self.ready)

    def begin(self) -> None:
        """What was recorded until now is the past."""
        self._reading.load(self._wall_clock(), self._clock())

    def again(self) -> None:
        """Fetch what was recorded until now once more: somebody new wants to see it."""
        if self._fetched and self._pool.waitForDone(0):
            self.begin()
            self._pool.start(self._reading)

    @Slot(object)
    def fetch(self, _told: object = None) -> None:
        """Fetch it, the first time this is called: as soon as the record stands."""
        if not self._fetched:
            self._fetched = True
            self._pool.start(self._reading)

    def stop(self) -> bool:
        """Wait for what is being read; False where that takes too long."""
        return self._pool.waitForDone(_STOP_WAIT_MS)


class _Reading(QRunnable):
    def __init__(self, open_source: Callable[[], HistorySource | None], ready: SignalInstance) -> None:
        super().__init__()
        self.setAutoDelete(False)
        self._open_source, self._ready = open_source, ready
        self._wall: datetime
        self._mono = 0.0

    def load(self, wall: datetime, mono: float) -> None:
        """One instant by both clocks: what is older is read."""
        self._wall, self._mono = wall, mono

    def run(self) -> None:
        """Read and tell."""
        try:
            past = self._read()
        except HistoryError as error:
            _log.warning("the graphs begin without their past: %s", error)
        except Exception:  # noqa: BLE001 - a thread's end: the defect is told, the graphs begin empty
            _log.exception("unexpected error while reading the past")
        else:
            if past is not None and len(past):
                self._ready.emit(past)

    def _read(self) -> Past | None:
        source = self._open_source()
        if source is None:
            return None
        try:
            since = self._wall - PAST
            stretches = self._stretches(source, since)
            if not stretches:
                return None
            events = tuple(source.events(since, self._wall))
            plcs = max(len(stretches[-1].plan), 1)
            return past_of(stretches, events, MOST_COUNTS // (3 * plcs), self._wall, self._mono)
        finally:
            source.close()

    def _stretches(self, source: HistorySource, since: datetime) -> list[Stretch]:
        """Those that end after `since`, oldest first, as many as may be held."""
        span, found, counts = source.span(), list[Stretch](), 0
        stretch = None if span is None else source.stretch(min(span[1], self._wall))
        while stretch is not None and stretch.cycles[-1].at > since and counts < MOST_COUNTS:
            found.insert(0, stretch)
            counts += 3 * len(stretch.plan) * len(stretch.cycles)
            stretch = source.stretch_beside(stretch, later=False)
        return found
