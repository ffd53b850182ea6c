"""The tables of alarms, of people's acts and of what waits for a database elsewhere."""

from sqlalchemy import (
    BigInteger,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    SmallInteger,
    Table,
    Text,
)

APPLICATION_ID = 0x57444F47
"""Marks the file as ours ("WDOG"), in SQLite's `application_id`."""

METADATA = MetaData()

PLANT = Table(
    "plant",
    METADATA,
    Column("number", Integer, primary_key=True),
    Column("name", Text, nullable=False, unique=True),
)
"""Whose entries a file holds: one row for each configuration that was recorded in it."""

ALARM_EVENT = Table(
    "alarm_event",
    METADATA,
    Column("seq", Integer, primary_key=True),
    Column("plant", Integer, ForeignKey("plant.number"), nullable=False),
    Column("at", BigInteger, nullable=False),
    Column("what", SmallInteger, nullable=False),
    Column("id", Text),
    Column("kind", SmallInteger),
    Column("subject", Text, nullable=False),
    Column("plc", Text, nullable=False),
    Column("before", SmallInteger, nullable=False),
    Column("after", SmallInteger, nullable=False),
    Column("priority", SmallInteger, nullable=False),
    Column("value", Float),
    Column("compared_with", Float),
    Column("detail", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("comment", Text, nullable=False),
    Column("until", BigInteger),
    Column("source", Text, nullable=False),
    Index("alarm_event_at", "at"),
)
"""The alarm journal. Rows are only ever added; `seq` grows and is never given twice.

Instants are microseconds since 1970, UTC; enumerations are numbers of `event_rows`; `id` is NULL where kind,
subject and PLC tell it; `compared_with` is the event's limit.
"""

ALARM_BOOK = Table(
    "alarm_book",
    METADATA,
    Column("plant", Integer, ForeignKey("plant.number"), primary_key=True),
    Column("seq", BigInteger, primary_key=True),
    Column("format", SmallInteger, nullable=False),
    Column("content", LargeBinary, nullable=False),
)
"""Per plant the book as it stood after entry `seq`: neither a start nor a replay goes through years."""

AUDIT = Table(
    "audit",
    METADATA,
    Column("plant", Integer, ForeignKey("plant.number"), primary_key=True),
    Column("number", BigInteger, primary_key=True, autoincrement=False),
    Column("at", BigInteger, nullable=False),
    Column("who", Text, nullable=False),
    Column("action", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("detail", Text, nullable=False),
    Column("hash", LargeBinary, nullable=False),
)
"""The audit trail: per plant one chain, numbered from 1 without a gap. Rows are only ever added.

`hash` is SHA-256 over the entry and the hash before it; see `doge_gui.core.audit`.
"""

SPOOL = Table(
    "spool",
    METADATA,
    Column("number", Integer, primary_key=True),
    Column("plant", Integer, ForeignKey("plant.number"), nullable=False),
    Column("content", LargeBinary, nullable=False),
    Index("spool_plant", "plant", "number"),
)
"""What waits for a database elsewhere, in order. A number is never given twice, whichever plant's it is."""

TAKEN = Table(
    "taken",
    METADATA,
    Column("station", Text, primary_key=True),
    Column("plant", Integer, ForeignKey("plant.number"), nullable=False),
    Column("number", BigInteger, nullable=False),
)
"""Per station, which is one plant in one file, the newest entry of its spool that is in this database.

In the file itself there is one row for each plant: its station's name, and what it has let go of.
"""
