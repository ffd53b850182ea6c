"""Records cycles: segments and their cycles as rows, within the caller's transaction."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, insert, select, update

from doge_gui.core.plan import Plan
from doge_gui.core.recording.cycles import CycleOutcome, CycleRecord
from doge_gui.core.recording.tags import Layout, Tag
from doge_gui.history.blocks import samples_content
from doge_gui.history.cycle_tables import CYCLE, HOT, PLAN, SEGMENT, SERIES
from doge_gui.history.event_rows import microseconds, storable
from doge_gui.history.plan_content import failures_content, plan_content, totals_content


@dataclass(frozen=True)
class _Open:
    """The segment that grows."""

    number: int
    place: int
    """Of its newest cycle."""
    cycle: int
    """The newest cycle's number."""


class CycleRows:
    """One plant's cycles on their way into a database.

    What it knows moves with the transaction: call `committed` or `rolled_back` after each.
    """

    def __init__(self, plant: int) -> None:
        self._plant = plant
        self._open: _Open | None = None
        self._next: _Open | None = None
        self._plan: tuple[Plan, int] | None = None
        self._next_plan: tuple[Plan, int] | None = None
        self.begun: int | None = None
        """The segment that grows; None where none does."""

    def load(self, connection: Connection) -> None:
        """Go on with the newest segment, as whoever forwards cycles after a restart."""
        newest = select(SEGMENT.c.number, SEGMENT.c.cycles).where(SEGMENT.c.plant == self._plant)
        row = connection.execute(newest.order_by(SEGMENT.c.number.desc()).limit(1)).first()
        if row is None:
            return
        number = select(CYCLE.c.number).where(CYCLE.c.segment == row.number, CYCLE.c.place == row.cycles - 1)
        self._open = self._next = _Open(row.number, row.cycles - 1, connection.execute(number).scalar_one())
        self.begun = row.number

    def write(self, connection: Connection, record: CycleRecord) -> bool:
        """Add a cycle. False where the beginning of its segment is missing: nothing is to be read of it."""
        known = self._next
        if record.begins:
            known = _Open(self._begin(connection, record), 0, record.number)
        elif known is None or record.number != known.cycle + 1:
            return False
        else:
            known = _Open(known.number, known.place + 1, record.number)
        at = microseconds(record.at)
        connection.execute(insert(CYCLE), _row(record, known, at))
        connection.execute(
            insert(HOT).values(
                segment=known.number, place=known.place, samples=samples_content(record.samples)
            )
        )
        if not record.begins:
            grown = update(SEGMENT).where(SEGMENT.c.number == known.number)
            connection.execute(grown.values(end_at=at, cycles=known.place + 1))
        self._next = known
        return True

    def write_outcome(self, connection: Connection, outcome: CycleOutcome) -> bool:
        """Add what became of the newest cycle; False where that is not the one recorded last."""
        known = self._next
        if known is None or known.cycle != outcome.number:
            return False
        told = update(CYCLE).where(CYCLE.c.segment == known.number, CYCLE.c.place == known.place)
        connection.execute(
            told.values(written=outcome.totals_written, elapsed=round(outcome.elapsed_s * 1000))
        )
        return True

    def committed(self) -> None:
        """What was written is on the disk."""
        self._open, self._plan = self._next, self._next_plan
        self.begun = None if self._open is None else self._open.number

    def rolled_back(self) -> None:
        """Nothing of it was recorded."""
        self._next, self._next_plan = self._open, self._plan

    def _begin(self, connection: Connection, record: CycleRecord) -> int:
        at = microseconds(record.at)
        row = {
            "plant": self._plant,
            "plan": self._number_of(connection, record.plan),
            "begin_at": at,
            "end_at": at,
            "interval_s": record.interval_s,
            "cycles": 1,
            "sealed": 0,
        }
        begun = insert(SEGMENT).values(row).returning(SEGMENT.c.number)
        return int(connection.execute(begun).scalar_one())

    def _number_of(self, connection: Connection, plan: Plan) -> int:
        """The number of a plan, which is added where the newest one is another."""
        if self._next_plan is not None and self._next_plan[0] == plan:
            return self._next_plan[1]
        content = plan_content(plan)
        newest = select(PLAN.c.number, PLAN.c.content).where(PLAN.c.plant == self._plant)
        row = connection.execute(newest.order_by(PLAN.c.number.desc()).limit(1)).first()
        if row is not None and row.content == content:
            number = int(row.number)
        else:
            series = _series(connection, self._plant, Layout(plan).tags)
            added = insert(PLAN).values(plant=self._plant, content=content, series=series.tobytes())
            number = connection.execute(added.returning(PLAN.c.number)).scalar_one()
        self._next_plan = (plan, number)
        return number


def _row(record: CycleRecord, place: _Open, at: int) -> dict[str, object]:
    return {
        "segment": place.number,
        "place": place.place,
        "number": record.number,
        "at": at,
        "elapsed": round(record.elapsed_s * 1000),
        "skipped": record.skipped,
        "totals": None if record.totals is None else totals_content(record.totals),
        "failures": failures_content(record.failures) if record.failures else None,
    }


def _series(connection: Connection, plant: int, tags: Sequence[Tag]) -> NDArray[np.int32]:
    """The numbers of these tags, those added that are new."""
    known = _known_series(connection, plant)
    names = [(storable(tag.plc), storable(tag.name)) for tag in tags]
    new = [name for name in dict.fromkeys(names) if name not in known]
    if new:
        rows = [{"plant": plant, "plc": plc, "tag": tag} for plc, tag in new]
        connection.execute(insert(SERIES), rows)
        known = _known_series(connection, plant)
    return np.array([known[name] for name in names], "<i4")


def _known_series(connection: Connection, plant: int) -> dict[tuple[str, str], int]:
    query = select(SERIES.c.plc, SERIES.c.tag, SERIES.c.number).where(SERIES.c.plant == plant)
    return {(plc, tag): number for plc, tag, number in connection.execute(query)}
