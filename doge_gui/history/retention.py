"""Lets go of what is older than it is to be kept, a segment or a block at a time."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, delete, func, select, update

from doge_gui.core.recording.curves import Level
from doge_gui.history.cycle_tables import BLOCK, CYCLE, GOING, HOT, ROLLUP, SEGMENT, SERIES
from doge_gui.history.event_rows import instant, microseconds
from doge_gui.history.sealing import BLOCK_S

_STEP_ROWS = 2_000


@dataclass(frozen=True, slots=True)
class Keep:
    """For how long what is kept."""

    readings: timedelta = timedelta(days=30)
    """Every cycle's readings and facts."""
    minutes: timedelta = timedelta(days=366)
    hours: timedelta = timedelta(days=3653)


class Retention:
    """Of one plant. Alarms and the audit trail are never let go of.

    Its time runs on from the newest cycle at hand, by the monotonic clock: where the time of day is set years
    ahead by mistake, nothing is lost by that.
    """

    def __init__(
        self,
        plant: int,
        keep: Keep,
        wall: Callable[[], datetime],
        mono: Callable[[], float] = time.monotonic,
    ) -> None:
        """`wall`: wall clock, UTC; `mono`: monotonic seconds."""
        self._plant, self.keep, self._wall, self._mono = plant, keep, wall, mono
        self._began: tuple[datetime, float] | None = None

    def step(self, connection: Connection) -> bool:
        """Do some milliseconds of work, within the caller's transaction; False where nothing is left."""
        now = self._now(connection)
        return self._drop_segment(connection, now - self.keep.readings) or any(
            self._drop_rollups(connection, level, now - age)
            for level, age in ((Level.MINUTE, self.keep.minutes), (Level.HOUR, self.keep.hours))
        )

    def _now(self, connection: Connection) -> datetime:
        if self._began is None:
            newest = connection.scalar(
                select(func.max(SEGMENT.c.end_at)).where(SEGMENT.c.plant == self._plant)
            )
            self._began = (self._wall() if newest is None else instant(newest), self._mono())
        at, mono = self._began
        return min(self._wall(), at + timedelta(seconds=self._mono() - mono))

    def _drop_segment(self, connection: Connection, before: datetime) -> bool:
        oldest = (
            select(SEGMENT.c.number)
            .where(SEGMENT.c.plant == self._plant)
            .where((SEGMENT.c.end_at < microseconds(before)) | (SEGMENT.c.sealed == GOING))
            # Not before it is sealed: its rollups are made then.
            .where(~select(HOT.c.place).where(HOT.c.segment == SEGMENT.c.number).exists())
            .order_by(SEGMENT.c.number)
            .limit(1)
        )
        number = connection.scalar(oldest)
        if number is None:
            return False
        # From the first step on nobody reads of it any more.
        connection.execute(update(SEGMENT).where(SEGMENT.c.number == number).values(sealed=GOING))
        some = select(BLOCK.c.series).where(BLOCK.c.segment == number).order_by(BLOCK.c.series)
        series = connection.execute(some.limit(_STEP_ROWS)).scalars().all()
        if series:
            chosen = (BLOCK.c.segment == number) & (BLOCK.c.series <= series[-1])
            connection.execute(delete(BLOCK).where(chosen))
        if len(series) < _STEP_ROWS:
            connection.execute(delete(CYCLE).where(CYCLE.c.segment == number))
            connection.execute(delete(SEGMENT).where(SEGMENT.c.number == number))
        return True

    def _drop_rollups(self, connection: Connection, level: Level, before: datetime) -> bool:
        ended = microseconds(before) // (BLOCK_S[level] * 1_000_000)
        mine = select(SERIES.c.number).where(SERIES.c.plant == self._plant)
        chosen = (ROLLUP.c.level == level) & (ROLLUP.c.block < ended) & ROLLUP.c.series.in_(mine)
        block = connection.scalar(select(func.min(ROLLUP.c.block)).where(chosen))
        if block is None:
            return False
        some = select(ROLLUP.c.series).where(chosen, ROLLUP.c.block == block).order_by(ROLLUP.c.series)
        series = connection.execute(some.limit(_STEP_ROWS)).scalars().all()
        dropped = (ROLLUP.c.level == level) & (ROLLUP.c.block == block) & (ROLLUP.c.series <= series[-1])
        connection.execute(delete(ROLLUP).where(dropped, ROLLUP.c.series.in_(mine)))
        return True
