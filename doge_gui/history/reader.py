"""A plant's history, open for reading: curves, stretches of cycles, alarms."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime

import numpy as np
from sqlalchemy import Connection, func, select

from doge_gui.core.alarms.book import Book
from doge_gui.core.alarms.events import Event
from doge_gui.core.plan import Plan
from doge_gui.core.recording.curves import Curve, Level
from doge_gui.core.recording.cycles import RecordedCycle, Stretch
from doge_gui.core.recording.tags import Layout, Tag
from doge_gui.history import segments
from doge_gui.history.blocks import UnreadableBlockError
from doge_gui.history.curves import CurveReader, level_for, oldest_bucket
from doge_gui.history.cycle_tables import SEGMENT, SERIES
from doge_gui.history.database import Database
from doge_gui.history.errors import DamagedError
from doge_gui.history.event_rows import instant, restored
from doge_gui.history.journal_rows import book_before, entries, plant_number
from doge_gui.history.places import Place
from doge_gui.history.told import REMEDY


def _now() -> datetime:
    return datetime.now(UTC)


class HistoryReader:
    """Implements `core.recording.source.HistorySource`; used by one thread at a time.

    While another program writes: each answer stood so at one moment.
    """

    def __init__(self, path: Place, plant: str, clock: Callable[[], datetime] = _now) -> None:
        """`plant` names the configuration; `clock`: wall clock, UTC. Raises HistoryError."""
        self._clock = clock
        self._database = Database(path, writable=False)
        self._path, self._name = path, plant
        self._plans = segments.Plans()

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()

    def span(self) -> tuple[datetime, datetime] | None:
        with self._open() as (connection, plant):
            query = select(func.min(SEGMENT.c.begin_at), func.max(SEGMENT.c.end_at))
            begin, end = connection.execute(query.where(SEGMENT.c.plant == plant)).one()
            if end is None:
                return None
            oldest = oldest_bucket(connection, plant, Level.HOUR)
            # The oldest hour holds the oldest cycle that is there, unless there were older ones.
            older = oldest is not None and (oldest + 3600) * 1_000_000 <= begin
            return instant(oldest * 1_000_000 if oldest is not None and older else begin), instant(end)

    def plan(self) -> Plan | None:
        with self._open() as (connection, plant):
            return self._newest_plan(connection, plant)

    def tags(self) -> tuple[Tag, ...]:
        with self._open() as (connection, plant):
            newest = self._newest_plan(connection, plant)
            first = Layout(newest).tags if newest is not None else ()
            query = select(SERIES.c.plc, SERIES.c.tag).where(SERIES.c.plant == plant)
            known = [Tag(restored(plc), restored(tag)) for plc, tag in connection.execute(query)]
            return tuple(dict.fromkeys([*first, *known]))

    def curves(
        self,
        tags: Sequence[Tag],
        begin: datetime,
        end: datetime,
        points: int,
        told: Callable[[int], bool] | None = None,
        level: Level | None = None,
    ) -> list[Curve]:
        """See HistorySource. `level`: how fine; None chooses by `points` and by what is still kept."""
        # What is still to come is no gap.
        end = max(begin, min(end, self._clock()))
        with self._open() as (connection, plant):
            if level is None:
                level = level_for(connection, plant, begin, end, points)
            reader = CurveReader(connection, self._plans, plant, begin, end, level)
            return reader.curves(tags, told)

    def stretch(self, at: datetime, most_cycles: int | None = None) -> Stretch | None:
        with self._open() as (connection, plant):
            segment = segments.at_or_after(connection, plant, at)
            return None if segment is None else self._stretch(connection, segment, at, most_cycles)

    def stretch_beside(self, stretch: Stretch, *, later: bool) -> Stretch | None:
        number = stretch.cycles[0].seq // segments.PLACES
        with self._open() as (connection, plant):
            segment = segments.beside(connection, plant, number, later=later)
            return None if segment is None else self._stretch(connection, segment, None, None)

    def cycles(self, begin: datetime, end: datetime) -> Iterator[tuple[Plan, float, RecordedCycle]]:
        with self._open() as (connection, plant):
            chosen = segments.between(connection, plant, begin, end)
        for segment in chosen:
            with self._open() as (connection, _):
                plan = self._plans.plan(connection, segment.plan)
                found = [cycle for cycle, _ in segments.cycles(connection, segment)]
            for cycle in found:
                if begin <= cycle.at < end:
                    yield plan, segment.interval_s, cycle

    def events(self, begin: datetime, end: datetime) -> Iterator[Event]:
        with self._open() as (_, plant):
            pass
        yield from entries(self._database, plant, begin, end)

    def book_at(self, at: datetime) -> Book:
        with self._open() as (connection, plant):
            return book_before(connection, plant, self._path, at)

    def _newest_plan(self, connection: Connection, plant: int) -> Plan | None:
        newest = select(SEGMENT.c.plan).where(SEGMENT.c.plant == plant).order_by(SEGMENT.c.number.desc())
        number = connection.scalar(newest.limit(1))
        return None if number is None else self._plans.plan(connection, number)

    def _stretch(
        self, connection: Connection, segment: segments.Segment, at: datetime | None, most: int | None
    ) -> Stretch:
        series = self._plans.series(connection, segment.plan)
        values, quality = segments.readings(connection, segment, series)
        told = list(segments.cycles(connection, segment))
        chosen = slice(None)
        if most is not None and at is not None and len(told) > most:
            place = int(np.searchsorted([cycle.at.timestamp() for cycle, _ in told], at.timestamp()))
            first = min(max(place - most // 2, 0), len(told) - most)
            chosen = slice(first, first + most)
        return Stretch(
            self._plans.plan(connection, segment.plan),
            segment.interval_s,
            tuple(cycle for cycle, _ in told[chosen]),
            values[chosen],
            quality[chosen],
            tuple(failures for _, failures in told[chosen]),
        )

    @contextmanager
    def _open(self) -> Iterator[tuple[Connection, int]]:
        """A moment's look, and the plant's number; 0 where nothing of it is recorded."""
        with self._database.reading() as connection:
            plant = plant_number(connection, self._name) or 0
            try:
                yield connection, plant
            except (UnreadableBlockError, ValueError, TypeError, LookupError) as error:
                said = f"{self._path}: damaged (readings that cannot be: {error}); {REMEDY}"
                raise DamagedError(said) from error
