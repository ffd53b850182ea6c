"""Scripted fleets with their alarms, recorded in memory: a history to replay without a disk."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime

import numpy as np

from doge_gui.core.alarms.book import Book, replay
from doge_gui.core.alarms.events import Event
from doge_gui.core.plan import Plan
from doge_gui.core.recording.curves import Curve, Level
from doge_gui.core.recording.cycles import CycleTotals, RecordedCycle, Stretch
from doge_gui.core.recording.tags import Layout, Tag, readings_of
from doge_gui.core.snapshot import Snapshot
from tools.alarm_stories import AlarmStory
from tools.stories import GARBLED, TIMEOUT, Story


@dataclass
class RecordedStory:
    """One stretch of a story's cycles, as a HistorySource."""

    story: Story
    alarms: AlarmStory = field(init=False)
    _pictures: list[Snapshot] = field(default_factory=list)
    _made: Stretch | None = None

    def __post_init__(self) -> None:
        self.alarms = AlarmStory(self.story)

    def tell(self, cycles: int, broken: bool) -> None:
        """Run so many cycles; if `broken`, gateways get lost now and then, and one is too hot."""
        addresses = self.story.plan.addresses
        for number in range(cycles):
            failures, values = {}, {}
            if broken and number % 90 > 60:
                failures = {one.plc: TIMEOUT for one in addresses[3 : 3 + max(1, len(addresses) // 40)]}
                failures[addresses[-1].plc] = GARBLED
            if broken and number % 45 > 38:
                values = {addresses[1].plc: (34.6, *[40.0] * 9)[: len(self.story.plan.requests)]}
            snapshot = self.story.cycle(failures, values)
            self.alarms.judge(snapshot)
            if broken and number % 90 == 50:
                self.alarms.acknowledge(tuple(self.alarms.book.alarms), "seen")
            self._pictures.append(snapshot)
        self._made = self._stretch()

    def _stretch(self) -> Stretch:
        read = [readings_of(snapshot) for snapshot in self._pictures]
        return Stretch(
            self.story.plan,
            self.story.interval_s,
            tuple(_cycle(number, snapshot) for number, snapshot in enumerate(self._pictures)),
            np.array([values for values, _ in read]),
            np.array([quality for _, quality in read]),
            tuple(
                {row: failures for row, failures in enumerate(snapshot.failures) if failures}
                for snapshot in self._pictures
            ),
        )

    @property
    def pictures(self) -> tuple[Snapshot, ...]:
        """What was told, cycle by cycle."""
        return tuple(self._pictures)

    @property
    def made(self) -> Stretch:
        """What was recorded. Raises ValueError before the story was told."""
        if self._made is None:
            raise ValueError("nothing was told yet")
        return self._made

    # What a history answers

    def span(self) -> tuple[datetime, datetime] | None:
        """From the first cycle to the last."""
        return self.made.cycles[0].at, self.made.cycles[-1].at

    def plan(self) -> Plan | None:
        """The fleet."""
        return self.story.plan

    def tags(self) -> tuple[Tag, ...]:
        """All of the plan."""
        return Layout(self.story.plan).tags

    def curves(
        self,
        tags: Sequence[Tag],
        begin: datetime,
        end: datetime,
        points: int,
        told: Callable[[int], bool] | None = None,
        level: Level | None = None,
    ) -> list[Curve]:
        """None: no trend is drawn of it."""
        return []

    def stretch(self, at: datetime, most_cycles: int | None = None) -> Stretch | None:
        """The one there is."""
        return self.made if at <= self.made.cycles[-1].at else None

    def stretch_beside(self, stretch: Stretch, *, later: bool) -> Stretch | None:
        """There is no other."""
        return None

    def cycles(self, begin: datetime, end: datetime) -> Iterator[tuple[Plan, float, RecordedCycle]]:
        """Those of a range."""
        for cycle in self.made.cycles:
            if begin <= cycle.at < end:
                yield self.story.plan, self.story.interval_s, cycle

    def events(self, begin: datetime, end: datetime) -> Iterator[Event]:
        """Those of a range."""
        return (event for event in self.alarms.events if begin <= event.at < end)

    def book_at(self, at: datetime) -> Book:
        """What they led to."""
        return replay(event for event in self.alarms.events if event.at < at)

    def close(self) -> None:
        """Nothing is held open."""


def _cycle(number: int, snapshot: Snapshot) -> RecordedCycle:
    facts = snapshot.facts
    totals = CycleTotals(snapshot.totals, snapshot.request_totals)
    return RecordedCycle(
        number, facts.number, facts.started_at, facts.elapsed_s, facts.skipped, len(snapshot.plan), totals
    )
