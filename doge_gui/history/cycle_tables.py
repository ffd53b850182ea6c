"""The tables of cycles and their readings.

Cycles in a row of one plan are a segment. While it grows, a cycle's samples lie in `hot`, as they came; when
it is finished it is sealed, a few tags at a time: one column of readings per tag, and their rollups.
Instants are microseconds since 1970, UTC. What the blobs hold is told in `blocks.py` and `hot.py`.
"""

from sqlalchemy import (
    BigInteger,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    SmallInteger,
    Table,
    Text,
)

from doge_gui.history.schema import METADATA

SERIES = Table(
    "series",
    METADATA,
    Column("number", Integer, primary_key=True),
    Column("plant", Integer, ForeignKey("plant.number"), nullable=False),
    Column("plc", Text, nullable=False),
    Column("tag", Text, nullable=False),
    Index("series_name", "plant", "plc", "tag", unique=True),
)
"""One recorded quantity; `plc` is empty for the fleet's."""

PLAN = Table(
    "plan",
    METADATA,
    Column("number", Integer, primary_key=True),
    Column("plant", Integer, ForeignKey("plant.number"), nullable=False),
    Column("content", Text, nullable=False),
    Column("series", LargeBinary, nullable=False),
)
"""Whom and what a segment's cycles asked; `series` are the numbers of its tags, in their order."""

SEGMENT = Table(
    "segment",
    METADATA,
    Column("number", Integer, primary_key=True),
    Column("plant", Integer, ForeignKey("plant.number"), nullable=False),
    Column("plan", Integer, ForeignKey("plan.number"), nullable=False),
    Column("begin_at", BigInteger, nullable=False),
    Column("end_at", BigInteger, nullable=False),
    Column("interval_s", Float, nullable=False),
    Column("cycles", Integer, nullable=False),
    Column("sealed", Integer, nullable=False),
    Column("times", LargeBinary),
    Column("constants", LargeBinary),
    Index("segment_at", "plant", "begin_at"),
)
"""Cycles in a row. `begin_at` and `end_at` are the first and the last cycle's; `sealed` counts the tags, from
the first on, whose readings lie in blocks; `times` and `constants` are there once it is above 0."""

GOING = -1
"""In place of `sealed`: the segment is being let go of, and is not read any more."""

CYCLE = Table(
    "cycle",
    METADATA,
    Column("segment", Integer, ForeignKey("segment.number"), primary_key=True),
    Column("place", Integer, primary_key=True, autoincrement=False),
    Column("number", BigInteger, nullable=False),
    Column("at", BigInteger, nullable=False),
    Column("elapsed", Integer, nullable=False),
    Column("skipped", Integer, nullable=False),
    Column("written", Integer),
    Column("totals", Text),
    Column("failures", Text),
)
"""A cycle; `place` counts from 0 within its segment. `elapsed` is milliseconds; `written` is NULL until its
outcome is known; `totals` and `failures` are NULL where they are those of the cycle before."""

HOT = Table(
    "hot",
    METADATA,
    Column("segment", Integer, primary_key=True),
    Column("place", Integer, primary_key=True, autoincrement=False),
    Column("samples", LargeBinary, nullable=False),
)
"""The samples of a cycle whose segment is not sealed yet."""

BLOCK = Table(
    "block",
    METADATA,
    Column("segment", Integer, primary_key=True),
    Column("series", Integer, primary_key=True, autoincrement=False),
    Column("content", LargeBinary, nullable=False),
)
"""The readings of one tag in a sealed segment, one for each cycle."""

ROLLUP = Table(
    "rollup",
    METADATA,
    Column("level", SmallInteger, primary_key=True, autoincrement=False),
    Column("block", Integer, primary_key=True, autoincrement=False),
    Column("series", Integer, primary_key=True, autoincrement=False),
    Column("content", LargeBinary, nullable=False),
)
"""Min, max, mean, last, good and all readings of one tag per minute (level 1) or hour (level 2); `block`
numbers the stretches of fixed length since 1970 in which they are kept together."""
