"""The tables, as they are written and read, and the numbered steps that lead to them."""

from sqlalchemy import (
    BigInteger,
    Column,
    Connection,
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
    Column("seq", Integer, nullable=False),
    Column("format", SmallInteger, nullable=False),
    Column("content", LargeBinary, nullable=False),
)
"""Per plant the book as it stood after entry `seq`, so that a start does not replay years."""

# Spelled out: a step that has been shipped never changes, whatever becomes of the tables above.
MIGRATIONS: tuple[tuple[str, ...], ...] = (
    (
        "CREATE TABLE plant (number INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE)",
        """CREATE TABLE alarm_event (
            seq INTEGER PRIMARY KEY AUTOINCREMENT,
            plant INTEGER NOT NULL REFERENCES plant (number),
            at BIGINT NOT NULL,
            what SMALLINT NOT NULL,
            id TEXT,
            kind SMALLINT,
            subject TEXT NOT NULL,
            plc TEXT NOT NULL,
            "before" SMALLINT NOT NULL,
            "after" SMALLINT NOT NULL,
            priority SMALLINT NOT NULL,
            value REAL,
            compared_with REAL,
            detail TEXT NOT NULL,
            who TEXT NOT NULL,
            comment TEXT NOT NULL,
            until BIGINT,
            source TEXT NOT NULL
        )""",
        "CREATE INDEX alarm_event_at ON alarm_event (at)",
        """CREATE TABLE alarm_book (
            plant INTEGER PRIMARY KEY REFERENCES plant (number),
            seq INTEGER NOT NULL,
            format SMALLINT NOT NULL,
            content BLOB NOT NULL
        )""",
    ),
)
"""Step n leads from version n to n + 1; a new file begins at version 0."""

VERSION = len(MIGRATIONS)
"""The version of the tables that this program writes."""


def version_of(connection: Connection) -> int:
    """The version of the tables in a file."""
    return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())


def migrate(connection: Connection) -> None:
    """Bring the tables to VERSION, within the caller's one transaction: whole, or not at all."""
    version = version_of(connection)
    if version >= VERSION:
        return
    for step in MIGRATIONS[version:]:
        for statement in step:
            connection.exec_driver_sql(statement)
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.exec_driver_sql(f"PRAGMA user_version = {VERSION}")
