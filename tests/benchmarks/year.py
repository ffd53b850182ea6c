"""A year of a plant of 50 gateways, asked once a minute, as the program records it."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import delete, insert, update

from doge_gui.core.addresses import Address
from doge_gui.core.plan import Plan, RequestRule
from doge_gui.core.recording.cycles import CycleRecord, CycleTotals, Samples
from doge_gui.core.recording.sampler import HEARTBEAT_S, SEGMENT_S
from doge_gui.core.recording.tags import VECTOR_TAGS, Layout
from doge_gui.core.snapshot import Quality, RequestTotal, VectorTotal
from doge_gui.history.cycle_rows import CycleRows
from doge_gui.history.cycle_tables import CYCLE, HOT, SEGMENT
from doge_gui.history.database import Database
from doge_gui.history.journal_rows import number_of
from doge_gui.history.sealing import Whole, keep_whole, seal_tags

GATEWAYS, INTERVAL_S = 50, 60
_CYCLES = SEGMENT_S // INTERVAL_S
_REQUEST = RequestRule("temperature", summed=True, threshold=100_000.0, unit="°C")
_NO_TOTALS = CycleTotals((VectorTotal(), VectorTotal(), VectorTotal()), (RequestTotal(),))
_STEP_TAGS = 100


class Year(NamedTuple):
    """What was written."""

    begin: datetime
    end: datetime
    samples: int
    """Readings that the recorder would have stored: changed ones, and those of a heartbeat."""


def plan() -> Plan:
    """The plant."""
    places = (Address(f"API-{n}", f"127.0.0.{n}", 8000) for n in range(1, GATEWAYS + 1))
    return Plan(tuple(places), (_REQUEST,))


def write_year(path: Path, plant: str, end: datetime, days: int = 365) -> Year:
    """Write `days` of readings that end at `end`, each segment with the recorder's own parts."""
    end = datetime.fromtimestamp(end.timestamp() // SEGMENT_S * SEGMENT_S, UTC)
    begin = end - timedelta(days=days)
    database, chance, samples = Database(path, writable=True), np.random.default_rng(7), 0
    with database.writing() as connection:
        number = number_of(connection, plant)
    rows, layout = CycleRows(number), Layout(plan())
    story = _Story(chance, layout)
    for segment in range(days * 86_400 // SEGMENT_S):
        began = begin + timedelta(seconds=segment * SEGMENT_S)
        values, quality = story.next()
        samples += _stored(values, quality)
        with database.writing() as connection:
            record = _record(layout.plan, began, values, quality)
            rows.write(connection, record)
            rows.committed()
            _seal(connection, rows, layout, began, values, quality)
    database.close()
    return Year(begin, end, samples)


def _record(
    of: Plan, began: datetime, values: NDArray[np.float64], quality: NDArray[np.uint8]
) -> CycleRecord:
    everything = Samples(np.arange(values.shape[1], dtype=np.uint32), values[0], quality[0])
    return CycleRecord(1, began, INTERVAL_S, of, True, 0, 0.2, everything, _NO_TOTALS, {})


def _seal(connection, rows, layout, began, values, quality) -> None:  # type: ignore[no-untyped-def]
    """The other cycles of the segment that was begun, and its columns."""
    segment, first = rows.begun, int(began.timestamp() * 1e6)
    times = first + np.arange(_CYCLES, dtype=np.int64) * INTERVAL_S * 1_000_000
    connection.execute(
        insert(CYCLE),
        [
            {"segment": segment, "place": place, "number": place + 1, "at": at, "elapsed": 200, "skipped": 0}
            for place, at in enumerate(times.tolist())
            if place
        ],
    )
    connection.execute(delete(HOT).where(HOT.c.segment == segment))
    whole = Whole.of(segment, _series(connection, rows), times, values, quality)
    keep_whole(connection, whole)
    for tag in range(0, len(layout), _STEP_TAGS):
        seal_tags(connection, whole, slice(tag, min(tag + _STEP_TAGS, len(layout))))
    grown = update(SEGMENT).where(SEGMENT.c.number == segment)
    connection.execute(grown.values(end_at=int(times[-1]), cycles=_CYCLES, sealed=len(layout)))


def _series(connection, rows) -> NDArray[np.int32]:  # type: ignore[no-untyped-def]
    from sqlalchemy import select

    from doge_gui.history.cycle_tables import PLAN

    query = select(PLAN.c.series).join(SEGMENT, SEGMENT.c.plan == PLAN.c.number)
    return np.frombuffer(connection.scalar(query.where(SEGMENT.c.number == rows.begun)), "<i4")


class _Story:
    """Six hours after six hours: marbles that roll, temperatures that drift, a gateway lost now and then."""

    def __init__(self, chance: np.random.Generator, layout: Layout) -> None:
        self._chance, self._own = chance, len(layout.own)
        self._marbles = chance.integers(50, 200, (GATEWAYS, 3)).astype(np.float64)
        self._temperature = chance.uniform(30, 50, GATEWAYS)

    def next(self) -> tuple[NDArray[np.float64], NDArray[np.uint8]]:
        """Values and qualities of shape (cycles, tags)."""
        chance, shape = self._chance, (_CYCLES, GATEWAYS)
        values = np.zeros((_CYCLES, GATEWAYS + 1, self._own))
        quality = np.full(values.shape, Quality.GOOD, np.uint8)
        values[:, :-1, :3] = 1
        steps = chance.integers(-3, 4, (_CYCLES, GATEWAYS, 3))
        marbles = np.abs(self._marbles + np.cumsum(steps, axis=0))
        self._marbles = marbles[-1]
        values[:, :-1, 6:9] = marbles
        drift = np.clip(self._temperature + np.cumsum(chance.normal(0, 0.2, shape), axis=0), 10, 90)
        self._temperature = drift[-1]
        values[:, :-1, 9] = drift.round(1)
        values[:, :-1, 10] = chance.gamma(4, 0.005, shape).round(6)
        values[:, :-1, 11] = 1
        quality[chance.random((_CYCLES, GATEWAYS + 1)) < 0.001] = Quality.BAD
        values[:, -1, : len(VECTOR_TAGS) + 1] = values[:, :-1, : len(VECTOR_TAGS) + 1].sum(axis=1)
        values[:, -1, 10], values[:, -1, 11] = chance.gamma(9, 0.02, _CYCLES), GATEWAYS
        return values.reshape(_CYCLES, -1), quality.reshape(_CYCLES, -1)


def _stored(values: NDArray[np.float64], quality: NDArray[np.uint8]) -> int:
    changed = (np.diff(values, axis=0) != 0) | (np.diff(quality, axis=0) != 0)
    changed[np.arange(1, _CYCLES) % int(HEARTBEAT_S // INTERVAL_S) == 0] = True
    return int(changed.sum()) + values.shape[1]


def curves_of() -> Iterator[str]:
    """Names of PLCs, for curves."""
    return (f"API-{n}" for n in range(1, GATEWAYS + 1))
