"""Reads tags over time: raw readings where they are few, else the rollups that are fine enough."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime

import numpy as np
from sqlalchemy import Connection, func, select

from doge_gui.core.recording.curves import Curve, Level
from doge_gui.core.recording.points import Part, bucket_curve, empty_curve, raw_curve
from doge_gui.core.recording.rollups import Rollups, merged, rolled_up
from doge_gui.core.recording.tags import Tag
from doge_gui.history import segments
from doge_gui.history.blocks import rollup_of
from doge_gui.history.cycle_tables import ROLLUP, SEGMENT, SERIES
from doge_gui.history.event_rows import microseconds, storable
from doge_gui.history.sealing import BLOCK_S

_RAW_AT_LEAST = 5_000
"""So many cycles are always shown one by one."""
_MOST_MINUTES = 60_000
_BLOCKS = 400
"""Blocks that are asked for at once: a database takes a bounded number of values in a question."""


def oldest_bucket(connection: Connection, plant: int, level: Level) -> int | None:
    """Where the rollups of a level begin, seconds since 1970; None where there are none."""
    query = (
        select(ROLLUP.c.content)
        .join(SERIES, SERIES.c.number == ROLLUP.c.series)
        .where(ROLLUP.c.level == level, SERIES.c.plant == plant)
    )
    content = connection.scalar(query.order_by(ROLLUP.c.block).limit(1))
    return None if content is None else int(rollup_of(bytes(content)).start[0])


def level_for(connection: Connection, plant: int, begin: datetime, end: datetime, points: int) -> Level:
    """How fine a curve of this span is read: as fine as is of use, and is still there."""
    cycles = sum(segment.cycles for segment in segments.between(connection, plant, begin, end))
    readings_from = connection.scalar(select(func.min(SEGMENT.c.begin_at)).where(SEGMENT.c.plant == plant))
    since, minutes = microseconds(begin) // 1_000_000, (end - begin).total_seconds() / 60
    oldest = {level: oldest_bucket(connection, plant, level) for level in (Level.MINUTE, Level.HOUR)}
    known = [one for one in oldest.values() if one is not None]
    first = max(since, min(known)) if known else since
    # A bucket begins before its first reading.
    raw_there = readings_from is not None and readings_from // 1_000_000 - 3600 <= first
    if (raw_there or not known) and cycles <= max(4 * points, _RAW_AT_LEAST):
        return Level.RAW
    # What is not summed up on disk yet is summed up while it is read.
    minute = oldest[Level.MINUTE]
    there = not known or raw_there or (minute is not None and minute - 3600 <= first)
    return Level.MINUTE if minutes <= _MOST_MINUTES and there else Level.HOUR


class CurveReader:
    """Reads curves of one span, within one transaction."""

    def __init__(
        self,
        connection: Connection,
        plans: segments.Plans,
        plant: int,
        begin: datetime,
        end: datetime,
        level: Level,
    ) -> None:
        self._connection, self._plans, self._plant, self._level = connection, plans, plant, level
        self._begin, self._end = begin.timestamp(), end.timestamp()
        self._segments = segments.between(connection, plant, begin, end)
        self._interval_s = max((segment.interval_s for segment in self._segments), default=0.0)

    def curves(self, tags: Sequence[Tag], told: Callable[[int], bool] | None = None) -> list[Curve]:
        """These tags, in order; fewer where `told`, given the number of finished ones, answers False."""
        series = [self._series(tag) for tag in tags]
        if self._level is Level.RAW:
            return self._raw(tags, series, told)
        found: list[Curve] = []
        hot = self._unsealed([one for one in series if one is not None])
        for tag, one in zip(tags, series, strict=True):
            found.append(self._bucketed(tag, one, hot))
            if told is not None and not told(len(found)):
                break
        return found

    def _series(self, tag: Tag) -> int | None:
        query = select(SERIES.c.number).where(
            SERIES.c.plant == self._plant,
            SERIES.c.plc == storable(tag.plc),
            SERIES.c.tag == storable(tag.name),
        )
        number: int | None = self._connection.scalar(query)
        return number

    def _raw(
        self, tags: Sequence[Tag], series: Sequence[int | None], told: Callable[[int], bool] | None
    ) -> list[Curve]:
        there = [one for one in series if one is not None]
        parts: dict[int, list[Part]] = {one: [] for one in there}
        for done, segment in enumerate(self._segments):
            self._read(segment, there, parts)
            if told is not None and not told(len(tags) * done // len(self._segments)):
                return []
        if told is not None:
            told(len(tags))
        return [
            empty_curve(tag, Level.RAW) if one is None else raw_curve(tag, parts[one], self._begin, self._end)
            for tag, one in zip(tags, series, strict=True)
        ]

    def _read(self, segment: segments.Segment, series: Sequence[int], parts: dict[int, list[Part]]) -> None:
        columns = [self._plans.column(self._connection, segment.plan, one) for one in series]
        if all(column is None for column in columns):
            return
        some = segments.Columns(self._connection, segment, series, columns)
        times = segments.times(self._connection, segment)
        for one, so_far in parts.items():
            read = some.of(one)
            if read is not None:
                so_far.append(Part(times, *read, segment.interval_s))

    def _unsealed(self, series: Sequence[int]) -> dict[int, Rollups]:
        """What is not summed up on disk yet, summed up here."""
        hot: dict[int, Rollups] = {}
        for segment in self._segments:
            columns = {one: self._plans.column(self._connection, segment.plan, one) for one in series}
            waiting = {
                one: column
                for one, column in columns.items()
                if column is not None and column >= segment.sealed
            }
            if not waiting:
                continue
            some = segments.Columns(self._connection, segment, list(waiting), list(waiting.values()))
            times = segments.times(self._connection, segment)
            for one in waiting:
                read = some.of(one)
                if read is not None:
                    values, quality = read
                    fresh = rolled_up(times, values[:, None], quality[:, None], self._level.seconds).of(0)
                    hot[one] = merged(hot[one], fresh) if one in hot else fresh
        return hot

    def _contents(self, series: int, first: int, beyond: int) -> Iterable[bytes]:
        """The blocks of one tag, named one by one: between two of them lie those of all tags."""
        chosen = (
            (ROLLUP.c.level == self._level)
            & ROLLUP.c.block.in_(range(first, beyond))
            & (ROLLUP.c.series == series)
        )
        return self._connection.execute(
            select(ROLLUP.c.content).where(chosen).order_by(ROLLUP.c.block)
        ).scalars()

    def _bucketed(self, tag: Tag, series: int | None, hot: dict[int, Rollups]) -> Curve:
        if series is None:
            return empty_curve(tag, self._level)
        length = BLOCK_S[self._level]
        begin, beyond = int(self._begin // length), int(self._end // length) + 1
        found = [
            rollup_of(bytes(content))
            for first in range(begin, beyond, _BLOCKS)
            for content in self._contents(series, first, min(first + _BLOCKS, beyond))
        ]
        found += [hot[series]] if series in hot else []
        if not found:
            return empty_curve(tag, self._level)
        whole = merged(*found).within(int(self._begin) - self._level.seconds + 1, int(np.ceil(self._end)))
        return (
            bucket_curve(tag, self._level, whole, self._interval_s)
            if len(whole)
            else empty_curve(tag, self._level)
        )
