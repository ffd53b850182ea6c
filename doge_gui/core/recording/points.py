"""Readings and rollups as the points of a curve, with its gaps."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from doge_gui.core.recording.curves import Curve, Level
from doge_gui.core.recording.rollups import Rollups
from doge_gui.core.recording.sampler import GAP_AFTER_INTERVALS
from doge_gui.core.recording.tags import Tag
from doge_gui.core.snapshot import Quality

_MICROSECONDS = 1e6


class Part(NamedTuple):
    """The readings of one tag in a segment; the arrays have shape (n,), n > 0."""

    times: NDArray[np.int64]
    """Microseconds since 1970, rising."""
    values: NDArray[np.float64]
    quality: NDArray[np.uint8]
    interval_s: float


def raw_curve(tag: Tag, parts: Sequence[Part], begin: float, end: float) -> Curve:
    """A point for each cycle from `begin` to `end` (seconds since 1970) and for the one in force at `begin`.

    `parts` stand in the order in which they were recorded. Where nothing was recorded for long a point of NaN
    stands, one interval after the last cycle.
    """
    if not parts:
        return empty_curve(tag, Level.RAW)
    times: list[NDArray[np.float64]] = []
    values: list[NDArray[np.float64]] = []
    counts: list[NDArray[np.float64]] = []
    order = sorted(_newest_alone(parts), key=lambda part: int(part.times[0]))
    for part, after in zip(order, [*order[1:], None], strict=True):
        at = part.times / _MICROSECONDS
        stops = at[-1] + part.interval_s
        next_at = after.times[0] / _MICROSECONDS if after is not None else end
        parted = next_at - at[-1] > GAP_AFTER_INTERVALS * part.interval_s
        times += [at, np.array([stops])] if parted else [at]
        good = np.where(part.quality == Quality.GOOD, part.values, np.nan)
        values += [good, np.array([np.nan])] if parted else [good]
        counts += [np.ones(len(at)), np.zeros(1)] if parted else [np.ones(len(at))]
    return _cut(_curve(tag, _joined(times), _joined(values), _joined(counts)), begin, end)


def _newest_alone(parts: Sequence[Part]) -> list[Part]:
    """Where two stretches tell one time, because the clock was set back, the one recorded later counts."""
    told: list[Part] = []
    for part in reversed(parts):
        covered = np.zeros(len(part.times), np.bool_)
        for later in told:
            covered |= (part.times >= later.times[0]) & (part.times <= later.times[-1])
        edges = np.flatnonzero(np.diff(covered)) + 1
        for piece in np.split(np.arange(len(part.times)), edges):
            if not covered[piece[0]]:
                told.append(Part(part.times[piece], part.values[piece], part.quality[piece], part.interval_s))
    return told


def bucket_curve(tag: Tag, level: Level, rollups: Rollups, interval_s: float) -> Curve:
    """A point for each bucket; a point of NaN where buckets are missing.

    `interval_s`: seconds between cycles, which may be longer than a bucket.
    """
    times = rollups.start.astype(np.float64)
    step = max(level.seconds, interval_s)
    gaps = np.flatnonzero(np.diff(times) > GAP_AFTER_INTERVALS * step) + 1

    def with_gaps(column: NDArray[np.generic], missing: float) -> NDArray[np.float64]:
        return np.insert(column.astype(np.float64), gaps, missing)

    low, high, mean, last = (
        with_gaps(column, np.nan) for column in (rollups.low, rollups.high, rollups.mean, rollups.last)
    )
    good, count = with_gaps(rollups.good, 0.0), with_gaps(rollups.count, 0.0)
    return Curve(
        tag, level, np.insert(times, gaps, times[gaps - 1] + step), low, high, mean, last, good, count
    )


def empty_curve(tag: Tag, level: Level) -> Curve:
    """Of a tag that was not recorded."""
    nothing = np.empty(0)
    return Curve(tag, level, nothing, nothing, nothing, nothing, nothing, nothing, nothing)


def _curve(
    tag: Tag, times: NDArray[np.float64], values: NDArray[np.float64], count: NDArray[np.float64]
) -> Curve:
    good = np.where(np.isfinite(values), count, 0.0)
    return Curve(tag, Level.RAW, times, values, values, values, values, good, count)


def _cut(curve: Curve, begin: float, end: float) -> Curve:
    first = max(int(np.searchsorted(curve.times, begin, "right")) - 1, 0)
    last = int(np.searchsorted(curve.times, end, "left"))
    names = ("times", "low", "high", "mean", "last", "good", "count")
    return replace(curve, **{name: getattr(curve, name)[first:last] for name in names})


def _joined(parts: Sequence[NDArray[np.float64]]) -> NDArray[np.float64]:
    return np.concatenate(parts) if parts else np.empty(0)
