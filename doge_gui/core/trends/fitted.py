"""A curve as it is drawn: as many points as the screen has columns, steps or a line in its band, gaps."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from doge_gui.core.recording.curves import Curve, Level, TrendAnswer
from doge_gui.core.trend import decimate

Floats = NDArray[np.float64]
_MANY = 8
"""With more curves than this, each is drawn in half as many points."""
_HOLDS = 2.5
"""So many usual distances between readings the newest one holds, when nothing came after it."""


@dataclass(frozen=True)
class Fitted:
    """What to draw of a curve. NaN breaks the line; times are seconds since 1970."""

    x: Floats
    """(n,)."""
    y: Floats
    """(n,): the readings as steps, or the means of buckets from middle to middle."""
    low: Floats
    """(n,) lowest and ..."""
    high: Floats
    """... (n,) highest readings of the buckets; both of shape (0,) where readings themselves are drawn."""
    covered: Floats
    """(runs, 2): from when to when something good is known, in order."""

    @property
    def banded(self) -> bool:
        """It has a band from lowest to highest."""
        return len(self.low) > 0


def fit(curve: Curve, columns: int, end: float) -> Fitted:
    """Fit a curve to about `columns` columns of the screen; nothing of it is drawn after `end`."""
    if not len(curve.times):
        nothing = np.empty(0)
        return Fitted(nothing, nothing, nothing, nothing, np.empty((0, 2)))
    if curve.level is Level.RAW:
        return _steps(curve, columns, end)
    return _line(curve, columns, end)


def _steps(curve: Curve, columns: int, end: float) -> Fitted:
    """Each reading holds until the next one."""
    times, values = curve.times, curve.mean
    usual = float(np.sort(np.diff(times))[(len(times) - 1) // 2]) if len(times) > 1 else 0.0
    # The newest reading stands for the present until the next is overdue.
    until = max(min(end, float(times[-1]) + _HOLDS * usual), float(times[-1]))
    starts, ends = _runs(np.isfinite(values))
    bounds = np.append(times, until)
    covered = np.column_stack((bounds[starts], bounds[ends + 1]))
    fewer = decimate(times, values, max(columns // 2, 1))
    x = np.column_stack((fewer[0], np.append(fewer[0][1:], until))).ravel()
    nothing = np.empty(0)
    return Fitted(x.astype(np.float64), np.repeat(fewer[1], 2).astype(np.float64), nothing, nothing, covered)


def _line(curve: Curve, columns: int, end: float) -> Fitted:
    """Means from middle to middle of their buckets; a run of buckets reaches from its begin to its end."""
    times, low, high, mean, width = _merged(curve, columns)
    starts, ends = _runs(np.isfinite(mean))
    middles = np.minimum(times + width / 2, np.maximum(end, times))
    finish = np.minimum(times + width, np.maximum(end, times))
    places, edges = np.concatenate((starts, ends + 1)), np.concatenate((starts, ends))
    instants = np.concatenate((times[starts], finish[ends]))
    x = np.insert(middles, places, instants)
    y, low, high = (np.insert(one, places, one[edges]) for one in (mean, low, high))
    return Fitted(x, y, low, high, np.column_stack((times[starts], finish[ends])))


def _merged(curve: Curve, columns: int) -> tuple[Floats, Floats, Floats, Floats, float]:
    """Times, lowest, highest, mean and seconds of buckets; neighbours are one where they are too many."""
    size = -(-len(curve.times) // max(columns, 1))
    width = float(curve.level.seconds)
    if size <= 2:
        return curve.times, curve.low, curve.high, curve.mean, width
    missing = -len(curve.times) % size

    def grid(values: Floats, nothing: float) -> Floats:
        filled = np.where(np.isfinite(curve.mean), values, nothing)
        return np.concatenate((filled, np.full(missing, nothing))).reshape(-1, size)

    weight = grid(np.maximum(curve.good, 1.0), 0.0)
    total = weight.sum(axis=1)
    known = total > 0
    mean = np.full(len(total), np.nan)
    np.divide((grid(curve.mean, 0.0) * weight).sum(axis=1), total, out=mean, where=known)
    low = np.where(known, grid(curve.low, np.inf).min(axis=1), np.nan)
    high = np.where(known, grid(curve.high, -np.inf).max(axis=1), np.nan)
    return curve.times[::size], low, high, mean, width * size


def _runs(good: NDArray[np.bool_]) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """First and last position of every run of True."""
    edges = np.diff(np.concatenate(([False], good, [False])).astype(np.int8))
    return np.flatnonzero(edges == 1), np.flatnonzero(edges == -1) - 1


@dataclass(frozen=True)
class FittedAnswer(TrendAnswer):
    """An answer with its curves fitted to the screen that asked: work that a window has no time for."""

    fitted: tuple[Fitted, ...] = ()
    """Of the curves, in their order."""


def fit_answer(answer: TrendAnswer, now: float) -> FittedAnswer:
    """Fit every curve of an answer to its question's points; `now` in seconds since 1970."""
    question = answer.question
    columns = question.points if len(question.tags) <= _MANY else question.points // 2
    end = min(question.end.timestamp(), now)
    fitted = tuple(fit(curve, max(columns, 1), end) for curve in answer.curves)
    return FittedAnswer(question, answer.curves, answer.marks, answer.cancelled, fitted)


def blanks(fitted: tuple[Fitted, ...], begin: float, end: float) -> Floats:
    """From when to when nothing good is known of any of these curves, shape (n, 2), within [begin, end]."""
    covered = [one.covered for one in fitted if len(one.covered)]
    if not covered:
        return np.array([[begin, end]])
    spans = np.concatenate(covered)
    spans = spans[np.argsort(spans[:, 0])]
    reached = np.maximum.accumulate(spans[:, 1])
    left = np.concatenate(([begin], np.maximum(reached, begin)))
    right = np.concatenate((np.minimum(spans[:, 0], end), [end]))
    return np.column_stack((left, right))[right > left]
