"""What a curve says at one instant, and over a span of time."""

from dataclasses import dataclass

import numpy as np

from doge_gui.core.recording.curves import Curve, Level


@dataclass(frozen=True, slots=True)
class Reading:
    """A curve at one instant."""

    value: float
    """The reading that held then, or the mean of the bucket; NaN in a gap."""
    low: float
    high: float
    since: float
    """When it was read, or when its bucket begins: seconds since 1970."""
    good: int
    count: int
    """Of `count` readings of the bucket, `good` were good."""
    level: Level


@dataclass(frozen=True, slots=True)
class Extent:
    """A curve over a span of time; NaN where nothing good was read in it."""

    low: float
    high: float
    mean: float
    """Over the good readings, each counted once."""


def reading_at(curve: Curve, at: float) -> Reading | None:
    """What holds at `at`, seconds since 1970; None where nothing was recorded yet, or no more."""
    number = int(curve.times.searchsorted(at, "right")) - 1
    if number < 0:
        return None
    since = float(curve.times[number])
    seconds = curve.level.seconds
    if seconds and at >= since + seconds:
        return None
    return Reading(
        float(curve.mean[number]),
        float(curve.low[number]),
        float(curve.high[number]),
        since,
        int(curve.good[number]),
        int(curve.count[number]),
        curve.level,
    )


def extent(curve: Curve, begin: float, end: float) -> Extent:
    """Lowest, highest and mean of what was read from `begin` to before `end`."""
    part = within(curve, begin, end)
    known = np.isfinite(part.mean)
    if not known.any():
        nan = float("nan")
        return Extent(nan, nan, nan)
    low, high, mean, good = part.low, part.high, part.mean, part.good
    if not known.all():
        low, high, mean, good = low[known], high[known], mean[known], good[known]
    weights = np.maximum(good, 1.0)
    # Not `mean @ weights`: a window's thread has better to do than to wake the threads of a BLAS.
    total = float((mean * weights).sum())
    return Extent(float(low.min()), float(high.max()), total / float(weights.sum()))


def within(curve: Curve, begin: float, end: float) -> Curve:
    """The points of a curve from `begin` to before `end`; a bucket that reaches into them is one of them."""
    first = int(curve.times.searchsorted(begin - max(curve.level.seconds - 1e-6, 0.0), "left"))
    last = int(curve.times.searchsorted(end, "left"))
    cut = slice(first, max(last, first))
    return Curve(
        curve.tag,
        curve.level,
        curve.times[cut],
        curve.low[cut],
        curve.high[cut],
        curve.mean[cut],
        curve.last[cut],
        curve.good[cut],
        curve.count[cut],
    )
