"""Recorded values on their way from the history into a file, a piece at a time."""

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

import numpy as np

from doge_gui.core.recording.curves import Curve, Level
from doge_gui.core.recording.source import HistorySource
from doge_gui.core.recording.tags import Tag
from doge_gui.export.wide import Part, Rows, coarser, wide

MOST_POINTS = 1_000_000
"""So many values are in memory at a time: some 60 MB."""
_ALWAYS_RAW = 5_000
"""Up to so many cycles a history answers cycle by cycle, however few points are asked for."""
_ALL = 100_000_000
"""More points than any span has cycles: the finest there is."""
_MOST = timedelta(days=366)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be written."""

    tags: tuple[Tag, ...]
    begin: datetime
    """UTC."""
    end: datetime
    step: Level = Level.RAW
    part: Part = Part.MEAN
    """Which figure of a minute or an hour."""


class Passage:
    """Walks over a wish's span. After it `coarsest` tells how fine the history still was."""

    def __init__(self, source: HistorySource, wish: Wish) -> None:
        self._source, self._wish = source, wish
        self.coarsest = Level.RAW

    def pieces(self) -> Iterator[Rows]:
        """The rows in order; no bucket lies in two pieces. Raises HistoryError."""
        span = self._source.span()
        if span is None:
            return
        begin = max(self._wish.begin, span[0] - timedelta(hours=1))
        end = min(self._wish.end, span[1] + timedelta(seconds=1))
        earliest = _whole(begin, Level.HOUR)
        while begin < end:
            until = min(end, _whole(begin + self._length(begin, end), self._wish.step))
            rows = wide([(curve, self._wish.part) for curve in self._curves(earliest, begin, until)])
            if len(rows):
                yield rows
            begin = earliest = until

    def _length(self, begin: datetime, end: datetime) -> timedelta:
        """A span in which there are about as many values as are asked for at a time."""
        step_s: float = self._wish.step.seconds
        if not step_s:
            first = next(iter(self._source.cycles(begin, end)), None)
            step_s = 1.0 if first is None else first[1]
        else:
            # A history may answer up to four times as finely as it is asked to.
            step_s /= 4
        seconds = min(MOST_POINTS / max(len(self._wish.tags), 1) * step_s, _MOST.total_seconds())
        least = max(self._wish.step.seconds, Level.MINUTE.seconds)
        return timedelta(seconds=max(seconds, least))

    def _curves(self, earliest: datetime, begin: datetime, end: datetime) -> list[Curve]:
        """The curves from `begin` to `end`; a bucket may begin before that, but not before `earliest`."""
        step, tags = self._wish.step, self._wish.tags
        points = math.ceil((end - begin).total_seconds() / step.seconds) if step.seconds else _ALL
        # What comes finer than it is wanted is made coarser before the next tags are read.
        some = max(MOST_POINTS // _ALWAYS_RAW, 1) if step.seconds else len(tags)
        curves: list[Curve] = []
        for first in range(0, len(tags), some):
            found = self._source.curves(tags[first : first + some], begin, end, max(points, 1))
            self.coarsest = max([self.coarsest, *(curve.level for curve in found)])
            coarse = (coarser(curve, step) for curve in found)
            curves += [_within(curve, earliest if curve.level else begin, end) for curve in coarse]
        return curves


def times_of(rows: Rows) -> list[datetime]:
    """The rows' instants, UTC."""
    return [_EPOCH + timedelta(microseconds=round(second * 1e6)) for second in rows.times.tolist()]


def _within(curve: Curve, begin: datetime, end: datetime) -> Curve:
    """The points from `begin` on and before `end`."""
    first, after = np.searchsorted(curve.times, (begin.timestamp(), end.timestamp()))
    if first == 0 and after == len(curve.times):
        return curve
    arrays = ("times", "low", "high", "mean", "last", "good", "count")
    return replace(curve, **{name: getattr(curve, name)[first:after] for name in arrays})


def _whole(at: datetime, level: Level) -> datetime:
    """The begin of the bucket, at least a minute, in which `at` lies."""
    length = max(level, Level.MINUTE).seconds
    return datetime.fromtimestamp(math.floor(at.timestamp() / length) * length, UTC)
