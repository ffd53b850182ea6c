"""A plant that is recorded while it runs, and its history in memory: what was live stands beside it."""

import threading
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

import numpy as np

from doge_gui.core.alarms import operator
from doge_gui.core.alarms.book import Book, Instant, Outcome, replay
from doge_gui.core.alarms.events import Event
from doge_gui.core.alarms.rules import Rules
from doge_gui.core.alarms.step import step
from doge_gui.core.alarms.watch import Watch, watch
from doge_gui.core.fold import empty, fold, onto
from doge_gui.core.plan import Plan
from doge_gui.core.recording.cycles import CycleTotals, RecordedCycle, Stretch
from doge_gui.core.recording.tags import Layout, readings_of
from doge_gui.core.replies import GatewayReply
from doge_gui.core.snapshot import CycleFacts, Phase, Snapshot

START = datetime(2026, 11, 12, 13, 0, tzinfo=UTC)
ELAPSED_S = 0.5


@dataclass
class Recorded:
    """Everything a program did: live pictures and books, and what the history kept of them."""

    plan: Plan
    interval_s: float = 10.0
    rules: Rules = field(default_factory=Rules)
    most_cycles: int = 1000
    """Cycles of a segment at most."""
    utc: datetime = START
    book: Book = field(default_factory=Book)
    watch: Watch = field(default_factory=Watch)
    last: Snapshot | None = None
    events: list[Event] = field(default_factory=list)
    live: list[Snapshot] = field(default_factory=list)
    books: list[Book] = field(default_factory=list)
    """After each cycle and what was done before the next one."""
    stretches: list[Stretch] = field(default_factory=list)
    broken: bool = False
    """Reading fails."""
    _number: int = 0

    @property
    def instant(self) -> Instant:
        return Instant(self.utc.timestamp(), self.utc)

    def cycle(self, replies: Sequence[GatewayReply], elapsed_s: float = ELAPSED_S) -> Snapshot:
        """Run a cycle, judge it, record it, and let the interval pass."""
        began = self.utc
        self._number += 1
        facts = CycleFacts(self._number, began, began.timestamp(), elapsed_s, Phase.READING)
        now = began.timestamp()
        if self.last is None:
            base = empty(self.plan, facts, now)
        else:
            base = onto(self.plan, facts, self.last, now, 2.5 * self.interval_s)
        ended = [replace(reply, finished_at=now + elapsed_s) for reply in replies]
        snapshot = fold(base, ended, replace(facts, phase=Phase.DONE, totals_written=1), now + elapsed_s)
        self.last = snapshot
        self.utc = began + timedelta(seconds=elapsed_s)
        self.watch = watch(self.watch, snapshot)
        self.live.append(snapshot)
        self.books.append(self.book)
        self._record(snapshot)
        self.take(step(self.book, snapshot, self.watch, self.rules, self.instant))
        self.utc = began + timedelta(seconds=self.interval_s)
        return snapshot

    def acknowledge(self, after_s: float = 3.0) -> None:
        """Somebody acknowledges everything, so many seconds after the last cycle's start."""
        at = self.live[-1].facts.started_at + timedelta(seconds=after_s)
        ids = tuple(self.book.alarms)
        self.take(operator.acknowledge(self.book, ids, "ann", Instant(at.timestamp(), at), ""))

    def take(self, outcome: Outcome) -> None:
        self.book = outcome.book
        self.events += outcome.events
        self.books[-1] = outcome.book

    def stand_still(self, seconds: float) -> None:
        """Nothing is asked for a time."""
        self.utc += timedelta(seconds=seconds)

    def restart(self) -> None:
        """End the program, and start it again."""
        self.last, self.watch, self._number = None, Watch(), 0

    def _record(self, snapshot: Snapshot) -> None:
        values, quality = readings_of(snapshot)
        facts = snapshot.facts
        cycle = RecordedCycle(
            len(self.live),
            facts.number,
            facts.started_at,
            facts.elapsed_s,
            facts.skipped,
            facts.totals_written,
            CycleTotals(snapshot.totals, snapshot.request_totals),
        )
        failures = {row: told for row, told in enumerate(snapshot.failures) if told}
        newest = self.stretches[-1] if self.stretches else None
        if newest is not None and self._goes_on(newest, snapshot):
            self.stretches[-1] = Stretch(
                newest.plan,
                newest.interval_s,
                (*newest.cycles, cycle),
                np.vstack([newest.values, values]),
                np.vstack([newest.quality, quality]),
                (*newest.failures, failures),
            )
            return
        self.stretches.append(
            Stretch(snapshot.plan, self.interval_s, (cycle,), values[None], quality[None], (failures,))
        )

    def _goes_on(self, newest: Stretch, snapshot: Snapshot) -> bool:
        apart = (snapshot.facts.started_at - newest.cycles[-1].at).total_seconds()
        return (
            newest.plan == snapshot.plan
            and len(newest.cycles) < self.most_cycles
            and apart <= 2.5 * self.interval_s
            and snapshot.facts.number > newest.cycles[-1].number
        )


class InMemory:
    """The history of a Recorded, as a HistorySource; it notes which stretches were read."""

    def __init__(self, recorded: Recorded) -> None:
        self._recorded = recorded
        self.read: list[int] = []
        """Sequence number of the first cycle of each stretch that was read."""
        self.may_read = threading.Event()
        """Cleared, a reading takes until it is set again."""
        self.may_read.set()

    def _stretches(self) -> list[Stretch]:
        self.may_read.wait(10)
        if self._recorded.broken:
            from doge_gui.history.errors import HistoryError

            raise HistoryError("the disk is gone")
        return self._recorded.stretches

    def span(self) -> tuple[datetime, datetime] | None:
        told = self._stretches()
        return (told[0].cycles[0].at, told[-1].cycles[-1].at) if told else None

    def plan(self) -> Plan | None:
        told = self._stretches()
        return told[-1].plan if told else None

    def tags(self) -> tuple:
        plan = self.plan()
        return Layout(plan).tags if plan else ()

    def curves(self, tags, begin, end, points, told: Callable[[int], bool] | None = None, level=None) -> list:
        return []

    def stretch(self, at: datetime, most_cycles: int | None = None) -> Stretch | None:
        for stretch in self._stretches():
            if at <= stretch.cycles[-1].at:
                return self._given(_around(stretch, at, most_cycles))
        return None

    def stretch_beside(self, stretch: Stretch, *, later: bool) -> Stretch | None:
        told = self._stretches()
        seqs = [one.cycles[0].seq for one in told]
        place = bisect_right(seqs, stretch.cycles[0].seq) - 1 + (1 if later else -1)
        return self._given(told[place]) if 0 <= place < len(told) else None

    def _given(self, stretch: Stretch) -> Stretch:
        self.read.append(stretch.cycles[0].seq)
        return stretch

    def cycles(self, begin: datetime, end: datetime) -> Iterator[tuple[Plan, float, RecordedCycle]]:
        for stretch in self._stretches():
            for cycle in stretch.cycles:
                if begin <= cycle.at < end:
                    yield stretch.plan, stretch.interval_s, cycle

    def events(self, begin: datetime, end: datetime) -> Iterator[Event]:
        self._stretches()
        yield from (event for event in self._recorded.events if begin <= event.at < end)

    def book_at(self, at: datetime) -> Book:
        self._stretches()
        return replay(event for event in self._recorded.events if event.at < at)

    def close(self) -> None:
        """Nothing is held open."""


def _around(stretch: Stretch, at: datetime, most: int | None) -> Stretch:
    if most is None or len(stretch.cycles) <= most:
        return stretch
    place = sum(cycle.at < at for cycle in stretch.cycles)
    first = min(max(place - most // 2, 0), len(stretch.cycles) - most)
    part = slice(first, first + most)
    return replace(
        stretch,
        cycles=stretch.cycles[part],
        values=stretch.values[part],
        quality=stretch.quality[part],
        failures=stretch.failures[part],
    )


def states(book: Book) -> Mapping[str, str]:
    """State of every alarm that is not normal."""
    return {key: alarm.state.value for key, alarm in book.alarms.items()}
