"""A year of a plant of 50 gateways, asked once a minute, as the program records it."""

from contextlib import AbstractContextManager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, delete, insert, select, update

from doge_gui.core.plan import Plan, RequestRule
from doge_gui.core.recording.curves import Level
from doge_gui.core.recording.cycles import CycleRecord, CycleTotals, Samples
from doge_gui.core.recording.rollups import Rollups, rolled_up
from doge_gui.core.recording.sampler import HEARTBEAT_S, SEGMENT_S
from doge_gui.history.blocks import column_contents
from doge_gui.history.cycle_rows import CycleRows
from doge_gui.history.cycle_tables import BLOCK, CYCLE, HOT, PLAN, SEGMENT
from doge_gui.history.database import Database
from doge_gui.history.journal_rows import number_of
from doge_gui.history.plan_content import totals_content
from doge_gui.history.sealing import BLOCK_S, Whole, add_rollups, keep_whole
from tests.benchmarks.year_story import CYCLES, GATEWAYS, INTERVAL_S, Story, totals_of
from tools.stories import addresses

REQUEST = RequestRule("temperature", summed=True, threshold=100_000.0, unit="°C")


class Year(NamedTuple):
    """What was written."""

    begin: datetime
    end: datetime
    samples: int
    """Readings that the recorder would have stored: changed ones, and those of a heartbeat."""


def plan() -> Plan:
    """The plant."""
    return Plan(addresses(GATEWAYS), (REQUEST,))


def write_year(path: Path, plant: str, until: datetime, days: int = 365) -> Year:
    """Write `days` of readings that end just before `until`, in the recorder's own form.

    Each segment comes to lie there sealed, as the sealing of its cycles would have left it, but for the
    rollups per hour: they are written once per block, and not once per segment.
    """
    end = datetime.fromtimestamp(until.timestamp() // SEGMENT_S * SEGMENT_S, UTC)
    begin = end - timedelta(days=days)
    writer, story, samples = _Writer(path, plant), Story(), 0
    for day in range(days):
        with writer.day() as connection:
            for segment in range(86_400 // SEGMENT_S):
                began = begin + timedelta(days=day, seconds=segment * SEGMENT_S)
                values, quality = story.next()
                samples += _stored(values, quality)
                writer.write(connection, began, values, quality)
    writer.close()
    return Year(begin, end, samples)


def _stored(values: NDArray[np.float64], quality: NDArray[np.uint8]) -> int:
    """How many of a segment's readings are stored: all of the first cycle, then what is new or is due."""
    same = (values[1:] == values[:-1]) | (np.isnan(values[1:]) & np.isnan(values[:-1]))
    changed = ~same | (quality[1:] != quality[:-1])
    edge = np.ones((1, values.shape[1]), np.bool_)
    _, cycle = np.nonzero(np.concatenate((edge, changed, edge)).T)
    quiet = np.diff(cycle)
    # From one tag to the next the count of cycles begins anew.
    heartbeats = (quiet[quiet > 0] - 1) // int(HEARTBEAT_S // INTERVAL_S)
    return values.shape[1] + int(changed.sum()) + int(heartbeats.sum())


class _Writer:
    """Writes sealed segments, one after the other."""

    def __init__(self, path: Path, plant: str) -> None:
        self._database = Database(path, writable=True)
        with self._database.writing() as connection:
            self._rows = CycleRows(number_of(connection, plant))
        self._plan = plan()
        self._series = np.empty(0, np.int32)
        self._hours: list[Rollups] = []

    def day(self) -> AbstractContextManager[Connection]:
        """A transaction: one for each segment would wait for the disk four times as often."""
        return self._database.writing()

    def write(
        self,
        connection: Connection,
        began: datetime,
        values: NDArray[np.float64],
        quality: NDArray[np.uint8],
    ) -> None:
        """Readings of shape (cycles, tags), the first cycle's at `began`."""
        first = int(began.timestamp() * 1e6)
        times = first + np.arange(CYCLES, dtype=np.int64) * INTERVAL_S * 1_000_000
        segment = self._begin(connection, began, values, quality)
        self._write_cycles(connection, segment, times, totals_of(values))
        whole = Whole.of(segment, self._series, times, values, quality)
        keep_whole(connection, whole)
        self._write_blocks(connection, whole)
        done = update(SEGMENT).where(SEGMENT.c.number == segment)
        connection.execute(done.values(end_at=int(times[-1]), cycles=CYCLES, sealed=values.shape[1]))

    def close(self) -> None:
        """Write what is left."""
        with self._database.writing() as connection:
            self._write_hours(connection)
        self._database.close()

    def _begin(
        self,
        connection: Connection,
        began: datetime,
        values: NDArray[np.float64],
        quality: NDArray[np.uint8],
    ) -> int:
        everything = Samples(np.arange(values.shape[1], dtype=np.uint32), values[0], quality[0])
        totals = totals_of(values[:1])[0]
        record = CycleRecord(1, began, INTERVAL_S, self._plan, True, 0, 0.2, everything, totals, {})
        self._rows.write(connection, record)
        self._rows.committed()
        segment = self._rows.begun or 0
        connection.execute(delete(HOT).where(HOT.c.segment == segment))
        if not len(self._series):
            series = select(PLAN.c.series).join(SEGMENT, SEGMENT.c.plan == PLAN.c.number)
            found = connection.execute(series.where(SEGMENT.c.number == segment)).scalar_one()
            self._series = np.frombuffer(found, "<i4")
        return segment

    def _write_cycles(
        self, connection: Connection, segment: int, times: NDArray[np.int64], totals: list[CycleTotals]
    ) -> None:
        rows = [
            {
                "segment": segment,
                "place": place,
                "number": place + 1,
                "at": at,
                "elapsed": 200,
                "skipped": 0,
                "written": GATEWAYS,
                "totals": totals_content(of_cycle),
            }
            for place, (at, of_cycle) in enumerate(zip(times.tolist(), totals, strict=True))
        ]
        connection.execute(insert(CYCLE), rows[1:])

    def _write_blocks(self, connection: Connection, whole: Whole) -> None:
        changing = ~whole.constant
        contents = column_contents(whole.values[:, changing], whole.quality[:, changing])
        series = whole.series[changing].tolist()
        rows = [
            {"segment": whole.number, "series": one, "content": content}
            for one, content in zip(series, contents, strict=True)
        ]
        connection.execute(insert(BLOCK), rows)
        minutes, hours = (
            rolled_up(whole.times, whole.values, whole.quality, level.seconds)
            for level in (Level.MINUTE, Level.HOUR)
        )
        add_rollups(connection, Level.MINUTE, _block(Level.MINUTE, minutes), whole.series, minutes)
        if self._hours and _block(Level.HOUR, self._hours[0]) != _block(Level.HOUR, hours):
            self._write_hours(connection)
        self._hours.append(hours)

    def _write_hours(self, connection: Connection) -> None:
        names = Rollups.__dataclass_fields__
        part = Rollups(*(np.concatenate([getattr(one, name) for one in self._hours]) for name in names))
        add_rollups(connection, Level.HOUR, _block(Level.HOUR, part), self._series, part)
        self._hours = []


def _block(level: Level, part: Rollups) -> int:
    """Where these buckets are kept; a segment lies in one block, as both end at multiples of six hours."""
    return int(part.start[0]) // BLOCK_S[level]
