"""Recorded values on their way from the history into a file, a piece at a time."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import numpy as np

from doge_gui.core.recording.curves import Level
from doge_gui.core.recording.kept import Kept, bucket_of, kept
from doge_gui.core.recording.source import HistorySource
from doge_gui.core.recording.tags import Tag
from doge_gui.export.wide import Part, Rows, wide

MOST_POINTS = 1_000_000
"""So many values are in memory at a time: some 60 MB."""
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
    """Walks over a wish's span. What is not kept so finely any more comes as fine as it is kept.

    Afterwards `coarser` tells of which parts there was only a value per minute or per hour, oldest first.
    """

    def __init__(self, source: HistorySource, wish: Wish) -> None:
        self._source, self._wish = source, wish
        self.coarser: list[Kept] = []
        self._told = self._read = -np.inf
        """Instants of the newest row that was given, and of the newest one in which something was read."""

    def pieces(self) -> Iterator[Rows]:
        """The rows in order; no bucket lies in two pieces. Raises HistoryError."""
        wish = self._wish
        for part in kept(self._source, wish.begin, wish.end, wish.step):
            if part.level > wish.step:
                self.coarser.append(part)
            # A bucket may begin before what was asked for, a cycle may not.
            first = bucket_of(part.begin, part.level).timestamp()
            self._told = max(self._told, float(np.nextafter(first, -np.inf)))
            yield from self._part(part)

    def _part(self, part: Kept) -> Iterator[Rows]:
        begin = part.begin
        while begin < part.end:
            step_s: float = part.level.seconds
            if part.level is Level.RAW:
                following = next(iter(self._source.cycles(begin, part.end)), None)
                if following is None:
                    return
                # Over a pause at one step, however long it is.
                begin, step_s = max(begin, bucket_of(following[2].at, Level.MINUTE)), following[1]
            coarse = max(part.level, Level.MINUTE)
            until = min(part.end, bucket_of(begin + self._length(step_s, coarse.seconds), coarse))
            rows = self._rows(part.level, begin, until)
            if len(rows):
                yield rows
            begin = until

    def _length(self, step_s: float, least_s: float) -> timedelta:
        """A span in which there are about as many values as may be in memory at a time."""
        seconds = min(MOST_POINTS / max(len(self._wish.tags), 1) * step_s, _MOST.total_seconds())
        return timedelta(seconds=max(seconds, least_s))

    def _rows(self, level: Level, begin: datetime, end: datetime) -> Rows:
        since = begin
        if np.isfinite(self._read) and self._read >= self._told:
            # From the newest reading on: the history then tells where a gap begins that lies between pieces.
            since = min(begin, datetime.fromtimestamp(self._read, UTC))
        # One bucket further: where the next part is finer, the history tells of a gap before that.
        until = end + timedelta(seconds=level.seconds)
        curves = self._source.curves(self._wish.tags, since, until, 1, level=level)
        rows = wide([(curve, self._wish.part) for curve in curves])
        chosen = (rows.times > self._told) & (rows.times < end.timestamp())
        for curve in curves:
            read = curve.times[(curve.count > 0) & (curve.times < end.timestamp())]
            self._read = max(self._read, float(read[-1]) if len(read) else -np.inf)
        if chosen.any():
            self._told = float(rows.times[chosen][-1])
        return Rows(rows.times[chosen], rows.values[chosen])


def times_of(rows: Rows) -> list[datetime]:
    """The rows' instants, UTC."""
    return [_EPOCH + timedelta(microseconds=round(second * 1e6)) for second in rows.times.tolist()]
