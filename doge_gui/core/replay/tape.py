"""The alarms of a stretch as the journal tells them: the book at every cycle, and what happened before."""

from bisect import bisect_right
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from doge_gui.core.alarms.book import Book, Instant, continued
from doge_gui.core.alarms.events import Event, What
from doge_gui.core.alarms.report import FLOOD_MINUTES, AlarmReport, is_onset, presented_in
from doge_gui.core.alarms.rules import Rules
from doge_gui.core.recording.cycles import Stretch
from doge_gui.core.replay.known import with_values
from doge_gui.core.snapshot import Snapshot

MOST_RECENT = 10_000
"""Entries of the journal that a report carries at most."""
_APART = 64
"""Entries between two books that are kept."""


class Tape:
    """The book of any cycle of one stretch, quickly in whatever order they are asked for."""

    def __init__(self, stretch: Stretch, book: Book, events: Sequence[Event], until: datetime | None) -> None:
        """`book` is that just before the stretch's first cycle.

        `events` are the journal's entries in order: those of some time before the first cycle, and all from
        it up to `until`, the start of the first cycle after the stretch; None where there is none.
        """
        self._events = tuple(events)
        self._cycles = stretch.cycles
        ats = np.array([event.at.timestamp() for event in self._events], np.float64)
        self._ats = np.maximum.accumulate(ats) if len(ats) else ats
        starts = np.maximum.accumulate([cycle.at.timestamp() for cycle in stretch.cycles])
        first = int(np.searchsorted(self._ats, starts[0], "left"))
        end = len(ats) if until is None else int(np.searchsorted(self._ats, until.timestamp(), "left"))
        # What happens to alarms before the next cycle starts belongs to the cycle before it.
        inner = np.searchsorted(self._ats, starts[1:], "left")
        self._cuts: NDArray[np.intp] = np.append(inner, max(end, first)).astype(np.intp)
        self._kept: list[tuple[int, Book]] = [(first, book)]
        self._newest = (first, book)
        self._presented = _presented(self._events)
        self._recent: tuple[int, tuple[Event, ...]] = (-1, ())

    def book(self, index: int) -> Book:
        """The alarms after the judgement of cycle `index`, and after what people did before the next one."""
        cut = int(self._cuts[index])
        place = bisect_right(self._kept, cut, key=lambda kept: kept[0]) - 1
        at, book = self._kept[place]
        while cut - at > _APART:
            at, book = at + _APART, continued(book, self._events[at : at + _APART])
            place += 1
            self._kept.insert(place, (at, book))
        if at <= self._newest[0] <= cut:
            # Played on, a cycle begins where the one before it ended.
            at, book = self._newest
        if at != cut:
            book = continued(book, self._events[at:cut])
        self._newest = cut, book
        return book

    def report(self, index: int, rules: Rules, snapshot: Snapshot) -> AlarmReport:
        """What the alarm screen showed at cycle `index`; `snapshot` is that cycle's picture."""
        cut, cycle = int(self._cuts[index]), self._cycles[index]
        at = cycle.at + timedelta(seconds=cycle.elapsed_s)
        if cut and self._events[cut - 1].at > at:
            at = self._events[cut - 1].at
        if self._recent[0] != cut:
            self._recent = cut, self._events[max(cut - MOST_RECENT, 0) : cut]
        return AlarmReport(
            with_values(self.book(index), snapshot, rules),
            rules,
            self._recent[1],
            Instant(at.timestamp(), at),
            cycle.number,
            self._raised(cut, at.timestamp()),
        )

    def onsets(self) -> tuple[Event, ...]:
        """Every alarm that came during the stretch, and was not hidden at once."""
        return tuple(onsets(self._events[self._kept[0][0] : int(self._cuts[-1])]))

    def _raised(self, cut: int, at: float) -> int:
        last = int(np.searchsorted(self._presented, cut, "left"))
        since = int(np.searchsorted(self._ats, at - 60 * FLOOD_MINUTES, "right"))
        return max(0, last - int(np.searchsorted(self._presented, since, "left")))


def onsets(events: Sequence[Event]) -> list[Event]:
    """The alarms that became active and were not hidden at once, as their entries."""
    hidden = {(event.id, event.at) for event in events if event.what is What.SUPPRESSED}
    return [event for event in events if is_onset(event) and (event.id, event.at) not in hidden]


def _presented(events: Sequence[Event]) -> NDArray[np.int64]:
    """The places of entries that presented an alarm; counted as the desk counts them."""
    places: list[int] = []
    place = 0
    for _, group in groupby(events, key=lambda event: event.at):
        told = tuple(group)
        places += [place] * presented_in(told)
        place += len(told)
    return np.array(places, np.int64)


def utc(seconds: float) -> datetime:
    """The wall clock at so many seconds since 1970."""
    return datetime.fromtimestamp(seconds, UTC)
