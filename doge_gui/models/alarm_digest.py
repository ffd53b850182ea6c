"""The alarms of one report, counted, sorted and laid out by where they are shown. Computed once a report."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum

import numpy as np

from doge_gui.core.alarms.alarm import Alarm
from doge_gui.core.alarms.report import AlarmReport
from doge_gui.core.alarms.states import AlarmState, Priority
from doge_gui.models.severity import Severity


class Place(Enum):
    """Where an alarm is shown."""

    ACTIVE = "active"
    """Whatever is not normal, and nothing hides."""
    SHELVED = "shelved"
    SUPPRESSED = "suppressed"
    OUT_OF_SERVICE = "out of service"


@dataclass(frozen=True, slots=True)
class Count:
    """Alarms of one priority."""

    unacknowledged: int = 0
    standing: int = 0
    """Acknowledged or not."""


@dataclass(frozen=True)
class AlarmDigest:
    """What the screen needs to know of a report."""

    report: AlarmReport = field(default_factory=AlarmReport)
    lists: Mapping[Place, Sequence[Alarm]] = field(default_factory=lambda: dict.fromkeys(Place, ()))
    """Unacknowledged first, then the higher priority, then the newer; pending ones last."""
    counts: Mapping[Priority, Count] = field(default_factory=dict)
    """What nothing hides, pending ones aside."""

    @property
    def active(self) -> Sequence[Alarm]:
        """What nothing hides, the most urgent first."""
        return self.lists[Place.ACTIVE]

    @property
    def flood(self) -> bool:
        """More alarms come than anybody can take in one by one."""
        return self.report.flood

    @property
    def worst(self) -> Alarm | None:
        """The most urgent one that stands."""
        first = next(iter(self.active), None)
        return None if first is None or first.state is AlarmState.PENDING else first

    @property
    def unacknowledged(self) -> int:
        """How many wait to be noticed, hidden ones aside."""
        return sum(count.unacknowledged for count in self.counts.values())

    @property
    def hidden(self) -> int:
        """How many active ones are in sight in no list but their own."""
        seen = {alarm.id for place in _HIDDEN for alarm in self.lists[place] if alarm.state.active}
        return len(seen)

    @property
    def loudest(self) -> Severity:
        """How bad the worst unacknowledged one is."""
        loud = [priority for priority, count in self.counts.items() if count.unacknowledged]
        return Severity(int(max(loud))) if loud else Severity.NORMAL


_HIDDEN = (Place.SHELVED, Place.SUPPRESSED, Place.OUT_OF_SERVICE)


def digest(report: AlarmReport, before: AlarmDigest | None = None) -> AlarmDigest:
    """Lay out a report. Where its alarms are those of `before`, so are the lists."""
    if before is not None and report.book.alarms == before.report.book.alarms:
        return AlarmDigest(report, before.lists, before.counts)
    lists: dict[Place, list[Alarm]] = {place: [] for place in Place}
    for alarm in report.book.alarms.values():
        for place in _places(alarm):
            lists[place].append(alarm)
    counts = _counts(lists[Place.ACTIVE])
    return AlarmDigest(report, {place: by_urgency(found) for place, found in lists.items()}, counts)


def _places(alarm: Alarm) -> Sequence[Place]:
    if not (alarm.shelved or alarm.suppressed_by or alarm.out_of_service):
        return (Place.ACTIVE,)
    masks = (alarm.shelved, alarm.suppressed_by, alarm.out_of_service)
    return [place for place, mask in zip(_HIDDEN, masks, strict=True) if mask]


def _counts(alarms: Sequence[Alarm]) -> dict[Priority, Count]:
    waiting, standing = dict.fromkeys(Priority, 0), dict.fromkeys(Priority, 0)
    for alarm in alarms:
        if alarm.state is not AlarmState.PENDING:
            standing[alarm.priority] += 1
            waiting[alarm.priority] += alarm.state.unacknowledged
    return {priority: Count(waiting[priority], standing[priority]) for priority in Priority}


_TURN = {
    AlarmState.UNACK: 0,
    AlarmState.LATCHED_UNACK: 0,
    AlarmState.RTN_UNACK: 0,
    AlarmState.ACKED: 1,
    AlarmState.LATCHED_ACKED: 1,
    AlarmState.NORMAL: 2,
    AlarmState.PENDING: 3,
}


def by_urgency(alarms: Sequence[Alarm]) -> list[Alarm]:
    """Unacknowledged first, then the higher priority, what is not over yet, the newer; then as they came."""
    count = len(alarms)
    turns = np.fromiter((_TURN[alarm.state] for alarm in alarms), np.int8, count)
    priorities = np.fromiter((alarm.priority for alarm in alarms), np.int8, count)
    times = np.fromiter((alarm.began.timestamp() for alarm in alarms), np.float64, count)
    over = np.fromiter((not alarm.state.active for alarm in alarms), np.bool_, count)
    order = np.lexsort((-times, over, -priorities, turns))
    return [alarms[place] for place in order.tolist()]
