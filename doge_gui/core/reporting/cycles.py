"""The cycles of a span: how many, how long, what the marbles' totals were, when nothing was recorded."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import NamedTuple

from doge_gui.core.plan import Plan
from doge_gui.core.questions import CIRCUITS
from doge_gui.core.recording.curves import Level
from doge_gui.core.recording.cycles import RecordedCycle
from doge_gui.core.snapshot import MARBLES

PAUSE_INTERVALS = 2.5
"""A cycle that comes later than this after the one before, skipped ones allowed for, follows a pause."""
_MOST_PAUSES = 1000


@dataclass(slots=True)
class Balance:
    """The complete totals of one circuit. An incomplete total is none, and counts nowhere."""

    name: str = ""
    complete: int = 0
    """Cycles with a complete total."""
    first: int | None = None
    last: int | None = None
    low: int | None = None
    high: int | None = None
    gained: int = 0
    """Between complete totals of one fleet, all together. What a PLC that joins brings along is no gain."""
    _before: int | None = None
    """The complete total before, over the same fleet."""

    def take(self, total: int) -> None:
        """One more complete total."""
        self.complete += 1
        self.first = total if self.first is None else self.first
        self.last = total
        self.gained += 0 if self._before is None else total - self._before
        self._before = total
        self.low = total if self.low is None else min(self.low, total)
        self.high = total if self.high is None else max(self.high, total)

    def begin_anew(self) -> None:
        """Another fleet: its totals do not compare with those before."""
        self._before = None

    @property
    def difference(self) -> int | None:
        """Marbles gained (or, negative, lost) while the fleet was the same; None without a complete total."""
        return None if self.first is None else self.gained


class FleetChange(NamedTuple):
    """Gateways joined or left."""

    at: datetime
    """From then on."""
    before: int
    """Gateways."""
    after: int


@dataclass(slots=True)
class Tally:
    """What is counted cycle by cycle. Filled by `tallied`, and not changed after it."""

    begin: datetime
    end: datetime
    count: int = 0
    skipped: int = 0
    """Cycles that never ran because the one before overran."""
    overruns: int = 0
    """Cycles that took longer than their interval."""
    elapsed_s: float = 0.0
    """All of them together."""
    longest_s: float = 0.0
    longest_at: datetime | None = None
    starts: int = 0
    """Times the program began anew within the span."""
    recorded_s: float = 0.0
    pauses: list[tuple[datetime, datetime]] = field(default_factory=list)
    """When nothing was recorded, oldest first; at most a thousand."""
    circuits: tuple[Balance, ...] = ()
    plcs: dict[str, None] = field(default_factory=dict)
    """Every PLC that was watched, those of the newest plan last changed in their order."""
    plan: Plan | None = None
    """The newest."""
    changes: list[FleetChange] = field(default_factory=list)
    """Oldest first."""
    level: Level = Level.RAW
    """What all this was told from: single cycles, or values per minute or hour. Of those the cycles that were
    skipped, or overran, and the program's starts are not known, and times are those of a bucket."""
    interval_s: float = 60.0
    """The newest."""

    @property
    def mean_s(self) -> float | None:
        """Mean seconds until all was read."""
        return self.elapsed_s / self.count if self.count else None

    @property
    def quiet_s(self) -> float:
        """Seconds of the span in which nothing was recorded."""
        return max((self.end - self.begin).total_seconds() - self.recorded_s, 0.0)


def tallied(cycles: Iterable[tuple[Plan, float, RecordedCycle]], begin: datetime, end: datetime) -> Tally:
    """Count the cycles of a span, one at a time."""
    told = Tally(begin, end, circuits=tuple(Balance() for _ in range(CIRCUITS)))
    before: RecordedCycle | None = None
    for plan, interval_s, cycle in cycles:
        _take_time(told, before, cycle, interval_s)
        _take_cycle(told, plan, interval_s, cycle)
        before = cycle
    held_until = begin if before is None else min(end, before.at + timedelta(seconds=told.interval_s))
    if before is not None:
        told.recorded_s += max((held_until - before.at).total_seconds(), 0.0)
    if (end - held_until).total_seconds() > PAUSE_INTERVALS * told.interval_s or before is None:
        pause(told, held_until, end)
    return told


def _take_cycle(told: Tally, plan: Plan, interval_s: float, cycle: RecordedCycle) -> None:
    told.count += 1
    told.elapsed_s += cycle.elapsed_s
    told.overruns += cycle.elapsed_s > interval_s
    if told.longest_at is None or cycle.elapsed_s > told.longest_s:
        told.longest_s, told.longest_at = cycle.elapsed_s, cycle.at
    if plan is not told.plan:
        _take_fleet(told, told.plan, plan, cycle.at)
        told.plan = plan
        told.plcs.update(dict.fromkeys(address.plc for address in plan.addresses))
        for balance, name in zip(told.circuits, plan.circuits, strict=True):
            balance.name = name
    told.interval_s = interval_s
    total = cycle.totals.totals[MARBLES]
    if total.complete:
        for balance, marbles in zip(told.circuits, total.value, strict=True):
            balance.take(marbles)


def _take_fleet(told: Tally, before: Plan | None, plan: Plan, at: datetime) -> None:
    names = {address.plc for address in plan.addresses}
    if before is not None and names != {address.plc for address in before.addresses}:
        told.changes.append(FleetChange(at, len(before), len(plan)))
        for balance in told.circuits:
            balance.begin_anew()


def _take_time(told: Tally, before: RecordedCycle | None, cycle: RecordedCycle, interval_s: float) -> None:
    """The time between two cycles, and what was skipped in it."""
    begun_anew = before is None or cycle.number <= before.number
    if before is None or begun_anew:
        skipped = cycle.skipped if cycle.number == 1 else 0
        told.starts += before is not None or cycle.number == 1
    else:
        skipped = max(cycle.skipped - before.skipped, 0)
    told.skipped += skipped
    since = told.begin if before is None else before.at
    passed_s = max((cycle.at - since).total_seconds(), 0.0)
    held_s = 0.0 if before is None else told.interval_s
    if passed_s <= PAUSE_INTERVALS * max(told.interval_s, interval_s) + skipped * interval_s:
        told.recorded_s += passed_s
    else:
        told.recorded_s += held_s
        pause(told, since + timedelta(seconds=held_s), cycle.at)


def pause(told: Tally, begin: datetime, end: datetime) -> None:
    """Nothing was recorded for a time."""
    if len(told.pauses) < _MOST_PAUSES and begin < end:
        told.pauses.append((begin, end))
