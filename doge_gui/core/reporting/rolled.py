"""A shift of which single cycles are not kept any more, told from values per minute or per hour."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta

import numpy as np
from numpy.typing import NDArray

from doge_gui.core.recording.curves import Curve, Level
from doge_gui.core.reporting.cycles import PAUSE_INTERVALS, Balance, FleetChange, Tally, pause


class Fleet:
    """Which gateways were in the fleet, bucket by bucket."""

    def __init__(self, whole: Curve) -> None:
        """`whole`: a tag of every cycle; its readings are those of a gateway that was there all along."""
        has = whole.count > 0
        self.times, self._count = whole.times[has], whole.count[has]
        self._size = np.zeros(len(self.times), np.int64)
        self._who = np.zeros(len(self.times), np.uint64)
        self._mixed = np.zeros(len(self.times), np.bool_)

    def take(self, number: int, gateway: Curve) -> None:
        """One gateway's readings; `number` is its own, from 1 on."""
        has = gateway.count > 0
        place = np.searchsorted(self.times, gateway.times[has])
        inside = place < len(self.times)
        place, count = place[inside], gateway.count[has][inside]
        all_along = count >= self._count[place]
        # Numbers far from each other: no two fleets that are met have the same sum.
        self._who[place[all_along]] += np.uint64(number * 0x9E3779B97F4A7C15 % 2**64)
        self._size[place[all_along]] += 1
        self._mixed[place[~all_along]] = True

    def changes(self) -> list[FleetChange]:
        """When gateways joined or left; the beginning of the bucket."""
        clear = np.flatnonzero(~self._mixed)
        changed = np.flatnonzero(np.diff(self._who[clear]) != 0)
        return [
            FleetChange(
                _at(self.times[clear[one] + 1]),
                int(self._size[clear[one]]),
                int(self._size[clear[one + 1]]),
            )
            for one in changed
        ]

    def runs(self) -> list[tuple[float, float]]:
        """From when to when, seconds since 1970, it was the same: first and last bucket of each run."""
        same = ~self._mixed[1:] & ~self._mixed[:-1] & (self._who[1:] == self._who[:-1])
        cuts = np.flatnonzero(~same) + 1
        return [(float(part[0]), float(part[-1])) for part in np.split(self.times, cuts) if len(part)]


def rolled(
    elapsed: Curve,
    totals: Sequence[Curve],
    names: Iterable[str],
    fleet: Fleet,
    begin: datetime,
    end: datetime,
) -> Tally:
    """The tally of a span; `elapsed`: of the cycles, `totals`: of the circuits that are called `names`."""
    told = Tally(begin, end, level=elapsed.level, changes=fleet.changes())
    has = elapsed.count > 0
    times, count, good = elapsed.times[has], elapsed.count[has], elapsed.good[has]
    told.count = round(float(count.sum()))
    told.elapsed_s = float(np.nansum(elapsed.mean[has] * good))
    if good.any():
        longest = int(np.nanargmax(elapsed.high[has]))
        told.longest_s = float(elapsed.high[has][longest])
        told.longest_at = max(begin, _at(times[longest]))
    told.circuits = tuple(_balance(one, name, fleet) for one, name in zip(totals, names, strict=True))
    _take_times(told, times, count, elapsed.level)
    return told


def _take_times(told: Tally, times: NDArray[np.float64], count: NDArray[np.float64], level: Level) -> None:
    """Recorded time and pauses, by whole buckets; a cycle may be missed here as well as there."""
    told.interval_s = _interval_s(times, count, level)
    missed = timedelta(seconds=(PAUSE_INTERVALS - 1) * told.interval_s)
    held = timedelta(seconds=max(level.seconds, told.interval_s))
    known_until = told.begin
    for at in [*map(_at, times.tolist()), told.end]:
        since = min(max(told.begin, at), told.end)
        if since - known_until > missed:
            pause(told, known_until, since)
        else:
            told.recorded_s += max((since - known_until).total_seconds(), 0.0)
        until = max(known_until, min(told.end, at + held))
        told.recorded_s += (until - max(since, known_until)).total_seconds()
        known_until = until


def _interval_s(times: NDArray[np.float64], count: NDArray[np.float64], level: Level) -> float:
    """About the seconds between cycles: a bucket holds several, or lies several buckets from the next."""
    if not len(times):
        return float(level.seconds)
    if float(np.median(count)) > 1 or len(times) == 1:
        return level.seconds / float(np.median(count))
    return max(float(np.median(np.diff(times))), level.seconds)


def _balance(curve: Curve, name: str, fleet: Fleet) -> Balance:
    has = curve.good > 0
    times, last = curve.times[has], curve.last[has]
    told = Balance(name, complete=round(float(curve.good.sum())))
    if has.any():
        told.first, told.last = round(float(last[0])), round(float(last[-1]))
        told.low, told.high = round(float(curve.low[has].min())), round(float(curve.high[has].max()))
    for first, final in fleet.runs():
        run = last[(times >= first) & (times <= final)]
        told.gained += round(float(run[-1] - run[0])) if len(run) else 0
    return told


def _at(second: float) -> datetime:
    return datetime.fromtimestamp(float(second), UTC)
