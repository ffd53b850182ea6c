"""Seals finished segments: from rows per cycle to a column per tag, with its rollups, a few tags at a time.

Each step is one transaction of its own. A segment counts the tags that are done, so that a step that was
interrupted leaves nothing behind: a tag is read from its block or from the samples, never from both.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, delete, insert, select, update

from doge_gui.core.recording.curves import Level
from doge_gui.core.recording.holding import held
from doge_gui.core.recording.rollups import Rollups, merged, rolled_up
from doge_gui.history.blocks import (
    UnreadableBlockError,
    column_contents,
    constants_content,
    rollup_content,
    rollup_of,
    samples_of,
    times_content,
)
from doge_gui.history.cycle_tables import BLOCK, CYCLE, HOT, PLAN, ROLLUP, SEGMENT

STEP_READINGS, STEP_TAGS = 40_000, 30
"""So many readings, and no more tags, are sealed in one step: some milliseconds."""
BLOCK_S = {Level.MINUTE: 6 * 3600, Level.HOUR: 32 * 86_400}
"""Seconds of buckets that are kept together."""
LEVELS = (Level.MINUTE, Level.HOUR)


@dataclass(frozen=True)
class Whole:
    """What is being sealed, as a whole."""

    number: int
    series: NDArray[np.int32]
    times: NDArray[np.int64]
    values: NDArray[np.float64]
    quality: NDArray[np.uint8]
    constant: NDArray[np.bool_]
    """(tags,): its reading is the same in all cycles."""

    @classmethod
    def of(
        cls,
        number: int,
        series: NDArray[np.int32],
        times: NDArray[np.int64],
        values: NDArray[np.float64],
        quality: NDArray[np.uint8],
    ) -> "Whole":
        """The readings of all cycles and tags, `values` and `quality` of shape (cycles, tags)."""
        bits = values.view(np.int64)
        constant = (bits == bits[0]).all(axis=0) & (quality == quality[0]).all(axis=0)
        return cls(number, series, times, values, quality, constant)

    @property
    def step(self) -> int:
        """Tags to seal at once."""
        return min(max(1, STEP_READINGS // len(self.times)), STEP_TAGS)


class Sealer:
    """Seals one plant's segments."""

    def __init__(self, plant: int) -> None:
        self._plant = plant
        self._under_way: Whole | None = None

    def step(self, connection: Connection, growing: int | None) -> bool:
        """Do some milliseconds of work; False where nothing is left to do.

        `growing`: the segment that still grows. Where the transaction fails, call `forget`.
        """
        row = self._oldest(connection, growing)
        if row is None:
            return False
        number, sealed = row
        if self._under_way is None or self._under_way.number != number:
            self._under_way = _load(connection, number)
            return True
        segment = self._under_way
        tags = slice(sealed, min(sealed + segment.step, len(segment.series)))
        if sealed == 0:
            keep_whole(connection, segment)
        seal_tags(connection, segment, tags)
        done = update(SEGMENT).where(SEGMENT.c.number == number)
        connection.execute(done.values(sealed=tags.stop))
        if tags.stop == len(segment.series):
            connection.execute(delete(HOT).where(HOT.c.segment == number))
            self._under_way = None
        return True

    def forget(self) -> None:
        """Let go of what was read."""
        self._under_way = None

    def _oldest(self, connection: Connection, growing: int | None) -> tuple[int, int] | None:
        """Number of the oldest finished segment with samples, and how many of its tags are sealed."""
        first = (
            select(SEGMENT.c.number, SEGMENT.c.sealed)
            .join(HOT, HOT.c.segment == SEGMENT.c.number)
            .where(SEGMENT.c.plant == self._plant, SEGMENT.c.number != (growing or 0))
            .order_by(HOT.c.segment)
            .limit(1)
        )
        row = connection.execute(first).first()
        return None if row is None else (row.number, row.sealed)


def _load(connection: Connection, number: int) -> Whole:
    plan = select(PLAN.c.series).join(SEGMENT, SEGMENT.c.plan == PLAN.c.number)
    series = np.frombuffer(connection.execute(plan.where(SEGMENT.c.number == number)).scalar_one(), "<i4")
    instants = select(CYCLE.c.at).where(CYCLE.c.segment == number).order_by(CYCLE.c.place)
    times = np.array(connection.execute(instants).scalars().all(), np.int64)
    hot = select(HOT.c.samples).where(HOT.c.segment == number).order_by(HOT.c.place)
    samples = [samples_of(bytes(content)) for content in connection.execute(hot).scalars()]
    if len(samples) != len(times):
        raise UnreadableBlockError(
            f"segment {number} has the samples of {len(samples)} of {len(times)} cycles"
        )
    values, quality = held(samples, len(series))
    return Whole.of(number, series, times, values, quality)


def keep_whole(connection: Connection, segment: Whole) -> None:
    """What is kept of the segment as one: its instants, and the readings that never changed."""
    column = np.flatnonzero(segment.constant).astype(np.uint32)
    kept = update(SEGMENT).where(SEGMENT.c.number == segment.number)
    connection.execute(
        kept.values(
            times=times_content(segment.times),
            constants=constants_content(column, segment.values[0, column], segment.quality[0, column]),
        )
    )


def seal_tags(connection: Connection, segment: Whole, tags: slice) -> None:
    """Write the blocks and rollups of these tags."""
    values, quality = segment.values[:, tags], segment.quality[:, tags]
    series, changing = segment.series[tags], ~segment.constant[tags]
    contents = column_contents(values[:, changing], quality[:, changing])
    rows = [
        {"segment": segment.number, "series": int(one), "content": content}
        for one, content in zip(series[changing], contents, strict=True)
    ]
    if rows:
        connection.execute(insert(BLOCK), rows)
    for level in LEVELS:
        _roll_up(connection, level, series, rolled_up(segment.times, values, quality, level.seconds))


def _roll_up(connection: Connection, level: Level, series: NDArray[np.int32], rollups: Rollups) -> None:
    """Add buckets to the blocks in which they are kept; `rollups` is of all `series`."""
    length = BLOCK_S[level]
    first, last = (int(rollups.start[place]) // length for place in (0, -1))
    for block in range(first, last + 1):
        part = rollups.within(block * length, (block + 1) * length)
        if len(part):
            add_rollups(connection, level, block, series, part)


def add_rollups(
    connection: Connection, level: Level, block: int, series: NDArray[np.int32], part: Rollups
) -> None:
    """Add the buckets of `series`, all of which lie within one block."""
    chosen = (
        (ROLLUP.c.level == level) & (ROLLUP.c.block == block) & ROLLUP.c.series.in_([int(s) for s in series])
    )
    query = select(ROLLUP.c.series, ROLLUP.c.content).where(chosen)
    known = {number: bytes(content) for number, content in connection.execute(query)}
    rows = []
    for column, number in enumerate(series.tolist()):
        one = part.of(column)
        if number in known:
            one = merged(rollup_of(known[number]), one)
        rows.append({"level": level, "block": block, "series": number, "content": rollup_content(one)})
    if known:
        connection.execute(delete(ROLLUP).where(chosen))
    connection.execute(insert(ROLLUP), rows)
