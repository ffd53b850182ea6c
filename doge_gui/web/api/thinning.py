"""A curve in fewer points, none of its extremes and none of its gaps lost."""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from doge_gui.core.recording.curves import Curve

Floats = NDArray[np.float64]
Places = NDArray[np.int64]


def thinned(curve: Curve, points: int) -> Curve:
    """At most so many points (2 or more): each stands for several in a row, from its time to the next one's.

    Times at which the program stood keep points of their own, unless there are too many of them.
    """
    if len(curve.times) <= points:
        return curve
    starts = _starts(curve, points)
    good, count = np.add.reduceat(curve.good, starts), np.add.reduceat(curve.count, starts)
    weighed = np.add.reduceat(np.where(curve.good > 0, np.nan_to_num(curve.mean) * curve.good, 0.0), starts)
    mean = np.full(len(starts), np.nan)
    np.divide(weighed, good, out=mean, where=good > 0)
    return replace(
        curve,
        times=curve.times[starts],
        low=np.fmin.reduceat(curve.low, starts),
        high=np.fmax.reduceat(curve.high, starts),
        mean=mean,
        last=_last(curve.last, starts),
        good=good,
        count=count,
    )


def _starts(curve: Curve, points: int) -> Places:
    """Where each group of points begins."""
    size = len(curve.times)
    even = np.linspace(0, size, points, endpoint=False).astype(np.int64)
    edges = np.flatnonzero(np.diff(curve.count > 0)) + 1
    if len(edges) > points // 2:
        return even
    fewer = np.linspace(0, size, points - len(edges), endpoint=False).astype(np.int64)
    return np.union1d(fewer, edges).astype(np.int64)


def _last(values: Floats, starts: Places) -> Floats:
    """The last finite value of each group; NaN where it has none."""
    places = np.maximum.accumulate(np.where(np.isfinite(values), np.arange(len(values)), -1))
    ends = np.append(starts[1:], len(values)) - 1
    found = places[ends]
    return np.where(found >= starts, values[found], np.nan)
