"""Reading the recording for a replay, in a thread of its own."""

import logging
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import groupby
from typing import Protocol

from PySide6.QtCore import QRunnable, SignalInstance

from doge_gui.core.alarms.events import Event
from doge_gui.core.alarms.rules import Rules
from doge_gui.core.alarms.words import message
from doge_gui.core.recording.curves import Mark
from doge_gui.core.recording.cycles import Stretch
from doge_gui.core.recording.source import HistorySource
from doge_gui.core.replay import stretches
from doge_gui.core.replay.reel import Reel, reel_of
from doge_gui.core.replay.tape import onsets
from doge_gui.history.errors import HistoryError

_RECENT = timedelta(hours=8)
_MOST_EARLIER = 5_000
"""Entries of the journal before a stretch, for the list of what happened."""
_FIRST_LOOK_BACK = timedelta(hours=1)
_END = datetime.max.replace(tzinfo=UTC)
_TICK = timedelta(microseconds=1)
_log = logging.getLogger("watchdoge")


class OpenedSource(HistorySource, Protocol):
    """A history that is given back after use."""

    def close(self) -> None:
        """Give everything back."""


@dataclass(frozen=True, slots=True)
class Go:
    """Read what an instant shows; the newest there is where it lies after the recording."""

    at: datetime


@dataclass(frozen=True, slots=True)
class FindAlarm:
    """Find the next alarm that came from an instant on, or the last one before it, and read it."""

    at: datetime
    later: bool


@dataclass(frozen=True, slots=True)
class Beside:
    """Read the stretch after another, or before it."""

    stretch: Stretch
    later: bool
    steps: int = 0
    """Cycles to go then, from the one that is shown."""


@dataclass(frozen=True, slots=True)
class Onsets:
    """Find every alarm that came in a range."""

    begin: datetime
    end: datetime
    rules: Rules


@dataclass(frozen=True, slots=True)
class Close:
    """Give the history back."""


Wish = Go | FindAlarm | Beside | Onsets | Close


@dataclass(frozen=True)
class Loaded:
    """What came of a wish."""

    wish: Wish
    span: tuple[datetime, datetime] | None = None
    """From the first to the newest recorded cycle; None where nothing was recorded."""
    reel: Reel | None = None
    onset: Event | None = None
    marks: tuple[Mark, ...] = ()
    error: str = ""
    """Why the recording cannot be read."""


class ReplayLoading(QRunnable):
    """Carries out one wish, used again for each."""

    def __init__(self, open_source: Callable[[], OpenedSource], done: SignalInstance) -> None:
        super().__init__()
        self.setAutoDelete(False)
        self._open_source, self._done = open_source, done
        self._source: OpenedSource | None = None
        self._wish: Wish = Close()

    def load(self, wish: Wish) -> None:
        """What to do next; only while nothing is under way."""
        self._wish = wish

    def run(self) -> None:
        """Do it, tell."""
        wish = self._wish
        try:
            self._done.emit(self._answer(wish))
        except HistoryError as error:
            self._give_back()
            self._done.emit(Loaded(wish, error=str(error)))
        except Exception as error:  # noqa: BLE001 - a thread's end: the defect is told, the screen goes on
            _log.exception("unexpected error while reading the recording")
            self._give_back()
            self._done.emit(Loaded(wish, error=str(error) or type(error).__name__))

    def _give_back(self) -> None:
        source, self._source = self._source, None
        if source is not None:
            source.close()

    def _answer(self, wish: Wish) -> Loaded:
        if isinstance(wish, Close):
            self._give_back()
            return Loaded(wish)
        source = self._source = self._source or self._open_source()
        span = source.span()
        if span is None:
            return Loaded(wish)
        onset = None
        match wish:
            case Onsets():
                return Loaded(wish, span, marks=_marks(source, wish))
            case Go():
                stretch = stretches.shown_at(source, min(max(wish.at, span[0]), span[1]))
            case FindAlarm():
                onset = _found(source, wish, span[0])
                stretch = None if onset is None else _of_onset(source, onset, span[1])
            case Beside():
                beside = stretches.later if wish.later else stretches.earlier
                stretch = beside(source, wish.stretch)
        return Loaded(wish, span, _reel(source, stretch, span[1]), onset)


def _reel(source: HistorySource, stretch: Stretch | None, last: datetime) -> Reel | None:
    if stretch is None or not stretch.cycles:
        return None
    begin = stretch.cycles[0].at
    following = next(iter(source.cycles(stretch.cycles[-1].at + _TICK, last + _TICK)), None)
    until = None if following is None else following[2].at
    earlier = deque(source.events(begin - _RECENT, begin), _MOST_EARLIER)
    events = (*earlier, *source.events(begin, until or _END))
    return reel_of(stretch, source.book_at(begin), events, until)


def _of_onset(source: HistorySource, onset: Event, last: datetime) -> Stretch | None:
    """An alarm that came while nothing was asked belongs to the cycle before it."""
    stretch = stretches.shown_at(source, min(onset.at, last), stretches.FOREVER)
    return stretch if stretch is not None and stretch.cycles[0].at <= onset.at else None


def _found(source: HistorySource, wish: FindAlarm, first: datetime) -> Event | None:
    if wish.later:
        return next(_onsets(source, wish.at, _END), None)
    end, back = wish.at, _FIRST_LOOK_BACK
    while end > first - _RECENT:
        begin = end - back
        found = deque(_onsets(source, begin, end), 1)
        if found:
            return found[0]
        end, back = begin, 4 * back
    return None


def _onsets(source: HistorySource, begin: datetime, end: datetime) -> Iterator[Event]:
    for _, told in groupby(source.events(begin, end), key=lambda event: event.at):
        yield from onsets(tuple(told))


def _marks(source: HistorySource, wish: Onsets) -> tuple[Mark, ...]:
    return tuple(
        Mark(event.at, event.id, message(event, wish.rules), int(event.priority))
        for event in _onsets(source, wish.begin, wish.end)
    )
