"""Reads segments back: which there are, and the readings of their cycles."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, Select, select

from doge_gui.core.plan import Plan
from doge_gui.core.recording.cycles import CycleTotals, Failures, RecordedCycle
from doge_gui.core.recording.holding import held, held_columns
from doge_gui.core.snapshot import Quality
from doge_gui.history.blocks import UnreadableBlockError, column_of, constants_of, samples_of, times_of
from doge_gui.history.cycle_tables import BLOCK, CYCLE, GOING, HOT, PLAN, SEGMENT
from doge_gui.history.event_rows import instant, microseconds
from doge_gui.history.plan_content import failures_of, plan_of, totals_of

PLACES = 1 << 20
"""More than a segment has cycles: a cycle's place in the whole history is segment * PLACES + place."""


class Segment(NamedTuple):
    """One segment's row."""

    number: int
    plan: int
    begin_at: int
    """Microseconds since 1970, as `end_at`: its first and its last cycle."""
    end_at: int
    interval_s: float
    cycles: int
    sealed: int


_FIELDS = tuple(SEGMENT.c[name] for name in Segment._fields)


class Plans:
    """The plans of a history, each read once."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[Plan, NDArray[np.int32], dict[int, int]]] = {}

    def plan(self, connection: Connection, number: int) -> Plan:
        """The plan itself."""
        return self._load(connection, number)[0]

    def series(self, connection: Connection, number: int) -> NDArray[np.int32]:
        """Numbers of its tags, in their order."""
        return self._load(connection, number)[1]

    def column(self, connection: Connection, number: int, series: int) -> int | None:
        """Where a tag stands in it; None where it does not."""
        return self._load(connection, number)[2].get(series)

    def _load(self, connection: Connection, number: int) -> tuple[Plan, NDArray[np.int32], dict[int, int]]:
        if number not in self._known:
            query = select(PLAN.c.content, PLAN.c.series).where(PLAN.c.number == number)
            content, blob = connection.execute(query).one()
            series = np.frombuffer(blob, "<i4")
            places = {one: column for column, one in enumerate(series.tolist())}
            self._known[number] = (plan_of(content), series, places)
        return self._known[number]


def between(connection: Connection, plant: int, begin: datetime, end: datetime) -> list[Segment]:
    """The segments of which some cycle may lie in [begin, end), in the order they were recorded."""
    query = select(*_FIELDS).where(
        SEGMENT.c.sealed != GOING,
        SEGMENT.c.plant == plant,
        SEGMENT.c.end_at >= microseconds(begin),
        SEGMENT.c.begin_at < microseconds(end),
    )
    return _segments(connection, query.order_by(SEGMENT.c.number))


def at_or_after(connection: Connection, plant: int, at: datetime) -> Segment | None:
    """The segment in which an instant lies, or the next one after it."""
    query = select(*_FIELDS).where(
        SEGMENT.c.sealed != GOING, SEGMENT.c.plant == plant, SEGMENT.c.end_at >= microseconds(at)
    )
    found = _segments(connection, query.order_by(SEGMENT.c.begin_at, SEGMENT.c.number).limit(1))
    return found[0] if found else None


def beside(connection: Connection, plant: int, number: int, *, later: bool) -> Segment | None:
    """The segment recorded next after or before another."""
    column = SEGMENT.c.number
    query = select(*_FIELDS).where(SEGMENT.c.sealed != GOING, SEGMENT.c.plant == plant)
    query = query.where(column > number).order_by(column) if later else query.where(column < number)
    found = _segments(connection, (query if later else query.order_by(column.desc())).limit(1))
    return found[0] if found else None


def times(connection: Connection, segment: Segment) -> NDArray[np.int64]:
    """Instants of its cycles, microseconds, shape (cycles,)."""
    if segment.sealed:
        query = select(SEGMENT.c.times).where(SEGMENT.c.number == segment.number)
        return times_of(bytes(connection.execute(query).scalar_one()))
    rows = select(CYCLE.c.at).where(CYCLE.c.segment == segment.number).order_by(CYCLE.c.place)
    return np.array(connection.execute(rows).scalars().all(), np.int64)


def readings(
    connection: Connection, segment: Segment, series: NDArray[np.int32]
) -> tuple[NDArray[np.float64], NDArray[np.uint8]]:
    """Values and qualities of all its cycles and tags, shape (cycles, tags); `series` are its plan's."""
    tags = len(series)
    if segment.sealed < tags:
        # Until the last tag is sealed, the samples are all still there.
        hot = select(HOT.c.samples).where(HOT.c.segment == segment.number).order_by(HOT.c.place)
        return held([samples_of(bytes(one)) for one in connection.execute(hot).scalars()], tags)
    values = np.empty((segment.cycles, tags))
    quality = np.empty((segment.cycles, tags), np.uint8)
    kept = select(SEGMENT.c.constants).where(SEGMENT.c.number == segment.number)
    constants = constants_of(bytes(connection.execute(kept).scalar_one()))
    values[:, constants.column], quality[:, constants.column] = constants.value, constants.quality
    known = set(constants.column.tolist())
    places = {one: column for column, one in enumerate(series.tolist())}
    blocks = select(BLOCK.c.series, BLOCK.c.content).where(BLOCK.c.segment == segment.number)
    for number, content in connection.execute(blocks):
        column = places[number]
        values[:, column], quality[:, column] = column_of(bytes(content), segment.cycles)
        known.add(column)
    if len(known) != tags:
        raise UnreadableBlockError(
            f"segment {segment.number} has the readings of {len(known)} of {tags} tags"
        )
    return values, quality


class Columns:
    """Some tags of one segment, read at once."""

    def __init__(
        self, connection: Connection, segment: Segment, wanted: Sequence[int], columns: Sequence[int | None]
    ) -> None:
        """`wanted`: series; `columns`: where each stands in the segment's plan, None where it does not."""
        self._segment, self._columns = segment, dict(zip(wanted, columns, strict=True))
        there = [one for one, column in self._columns.items() if column is not None]
        sealed = [one for one in there if self._column(one) < segment.sealed]
        self._blocks: dict[int, bytes] = {}
        self._places: dict[int, int] = {}
        if sealed:
            self._read_sealed(connection, sealed)
        unsealed = [self._column(one) for one in there if self._column(one) >= segment.sealed]
        if unsealed:
            hot = select(HOT.c.samples).where(HOT.c.segment == segment.number).order_by(HOT.c.place)
            samples = [samples_of(bytes(one)) for one in connection.execute(hot).scalars()]
            self._values, self._quality = held_columns(samples, np.array(unsealed, np.uint32))
            self._places = {column: place for place, column in enumerate(unsealed)}

    def of(self, series: int) -> tuple[NDArray[np.float64], NDArray[np.uint8]] | None:
        """Values and qualities of one tag, shape (cycles,); None where the segment does not have it."""
        column = self._columns[series]
        if column is None:
            return None
        if series in self._blocks:
            return column_of(self._blocks[series], self._segment.cycles)
        if column < self._segment.sealed:
            return self._constant(column)
        place = self._places[column]
        return self._values[:, place], self._quality[:, place]

    def _column(self, series: int) -> int:
        column = self._columns[series]
        return -1 if column is None else column

    def _read_sealed(self, connection: Connection, series: Sequence[int]) -> None:
        number = self._segment.number
        blocks = select(BLOCK.c.series, BLOCK.c.content).where(
            BLOCK.c.segment == number, BLOCK.c.series.in_(series)
        )
        self._blocks = {one: bytes(content) for one, content in connection.execute(blocks)}
        if len(self._blocks) < len(series):
            kept = select(SEGMENT.c.constants).where(SEGMENT.c.number == number)
            self._constants = constants_of(bytes(connection.execute(kept).scalar_one()))

    def _constant(self, column: int) -> tuple[NDArray[np.float64], NDArray[np.uint8]]:
        place = int(np.searchsorted(self._constants.column, column))
        if place >= len(self._constants) or self._constants.column[place] != column:
            raise UnreadableBlockError(f"segment {self._segment.number} has no readings of tag {column}")
        shape = self._segment.cycles
        value, quality = self._constants.value[place], self._constants.quality[place]
        return np.full(shape, value), np.full(shape, quality, np.uint8)


def cycles(connection: Connection, segment: Segment) -> Iterator[tuple[RecordedCycle, Failures]]:
    """Its cycles with their failures, from the first on: each goes on from the one before."""
    query = select(CYCLE).where(CYCLE.c.segment == segment.number).order_by(CYCLE.c.place)
    totals: CycleTotals | None = None
    failures: dict[int, Any] = {}
    for row in connection.execute(query):
        totals = totals_of(row.totals) if row.totals is not None else totals
        if totals is None:
            raise ValueError(f"the first cycle of segment {segment.number} has no totals")
        if row.failures is not None:
            changed = {**failures, **failures_of(row.failures)}
            failures = {gateway: told for gateway, told in changed.items() if told}
        seq = segment.number * PLACES + row.place
        yield (
            RecordedCycle(
                seq, row.number, instant(row.at), row.elapsed / 1000, row.skipped, row.written, totals
            ),
            failures,
        )


def good_or_nan(values: NDArray[np.float64], quality: NDArray[np.uint8]) -> NDArray[np.float64]:
    """Only what was read well."""
    return np.where(quality == Quality.GOOD, values, np.nan)


def _segments(connection: Connection, query: Select[Any]) -> list[Segment]:
    return [Segment(*row) for row in connection.execute(query)]
