"""Entries of the audit trail as rows and back. Rows are added, never changed."""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, insert, inspect, select, type_coerce
from sqlalchemy.exc import OperationalError
from sqlalchemy.types import NullType

from doge_gui.core.audit.action import Action
from doge_gui.core.audit.chain import START, Entry, Facts, Head, followed
from doge_gui.core.audit.check import Unreadable
from doge_gui.history.database import Database
from doge_gui.history.event_rows import microseconds, restored, storable
from doge_gui.history.schema import AUDIT, PLANT

_PAGE = 5_000
"""Entries read at once: no reader holds a transaction while somebody looks at what it read."""
_MOST = 2**62
"""No trail grows so long: a greater number was not written by this program."""
_HASH_BYTES = 32
# As the driver gives it: what somebody wrote into a row need not be of the column's type.
_COLUMNS: tuple[ColumnElement[Any], ...] = tuple(
    type_coerce(AUDIT.c[name], NullType()).label(name)
    for name in ("number", "at", "who", "action", "subject", "detail", "hash")
)
_NUMBER, _AT, *_, _HASH = _COLUMNS
_TEXTS = ("who", "action", "subject", "detail")


def facts_of(action: Action) -> Facts:
    """An act as its entry tells it."""
    return Facts(
        microseconds(action.at),
        storable(action.who),
        action.act.value,
        storable(action.subject),
        storable(action.detail),
    )


def add(connection: Connection, plant: int, entries: Sequence[Entry]) -> None:
    """Insert these within the caller's transaction."""
    if not entries:
        return
    rows = [
        {
            "plant": plant,
            "number": number,
            "at": facts.at,
            "who": facts.who,
            "action": facts.act,
            "subject": facts.subject,
            "detail": facts.detail,
            "hash": digest,
        }
        for number, facts, digest in entries
    ]
    connection.execute(insert(AUDIT), rows)


def newest(connection: Connection, plant: int) -> Head:
    """A plant's newest entry, START where there is none. One that somebody garbled is taken as it is."""
    ours = select(_NUMBER, _AT, _HASH).where(AUDIT.c.plant == plant)
    sane = ours.where(AUDIT.c.number > 0, AUDIT.c.number < _MOST)
    found = connection.execute(sane.order_by(AUDIT.c.number.desc()).limit(1)).first()
    if found is None:
        return START
    number, at, digest = found
    return Head(int(number), at if _is_number(at) else 0, digest if _is_hash(digest) else START.hash)


def hash_at(connection: Connection, plant: int, number: int) -> bytes | None:
    """The hash of an entry, as the entry itself or the first one after it tells it; None where neither does.

    The first entry of a file that goes on from another tells the hash of the entry before it.
    """
    ours = select(*_COLUMNS).where(AUDIT.c.plant == plant)
    query = ours.where(AUDIT.c.number >= number, AUDIT.c.number < _MOST).order_by(AUDIT.c.number).limit(1)
    found = connection.execute(query).first()
    entry = None if found is None else _entry(tuple(found))
    if not isinstance(entry, Entry):
        return None
    if entry.number == number:
        return entry.hash
    follows = followed(entry)
    return follows.hash if follows.number == number else None


def plants(database: Database) -> Mapping[str, int]:
    """Whose entries the database holds: name -> number. Raises HistoryError."""
    with database.reading() as connection:
        if not inspect(connection).has_table(PLANT.name):
            return {}
        return {restored(name): number for number, name in connection.execute(select(PLANT))}


def read(database: Database, plant: int, since: datetime | None = None) -> Iterator[Entry | Unreadable]:
    """A plant's entries by number, those from `since` on; others may be written meanwhile.

    A database of an earlier program has none. Raises HistoryError.
    """
    after: int | None = None
    with database.reading() as connection:
        if not inspect(connection).has_table(AUDIT.name):
            return
    while True:
        with database.reading() as connection:
            page = _page(connection, plant, after, since)
        yield from page
        after = page[-1].number if page else None
        if len(page) < _PAGE or after is None:
            return


def _page(
    connection: Connection, plant: int, after: int | None, since: datetime | None
) -> list[Entry | Unreadable]:
    query = select(*_COLUMNS).where(AUDIT.c.plant == plant)
    if after is not None:
        query = query.where(AUDIT.c.number > after)
    if since is not None:
        query = query.where(AUDIT.c.at >= microseconds(since))
    query = query.order_by(AUDIT.c.number).limit(_PAGE)
    try:
        return [_entry(tuple(row)) for row in connection.execute(query)]
    except OperationalError as error:
        if not _is_text_that_cannot_be(error):
            raise
    numbers = connection.execute(query.with_only_columns(_NUMBER)).scalars().all()
    return [_alone(connection, plant, number) for number in numbers]


def _alone(connection: Connection, plant: int, number: Any) -> Entry | Unreadable:
    query = select(*_COLUMNS).where(AUDIT.c.plant == plant, AUDIT.c.number == number)
    try:
        return _entry(tuple(connection.execute(query).one()))
    except OperationalError as error:
        if not _is_text_that_cannot_be(error):
            raise
        return Unreadable(number if _is_number(number) else None, "a text in it is none")


def _is_text_that_cannot_be(error: OperationalError) -> bool:
    """SQLite keeps any bytes as a text. What Python's driver then says has no code of SQLite's."""
    return isinstance(error.orig, sqlite3.OperationalError) and not hasattr(error.orig, "sqlite_errorcode")


def _entry(row: Sequence[Any]) -> Entry | Unreadable:
    number, at, who, act, subject, detail, digest = row
    if not _is_number(number):
        return Unreadable(None, "its number is none")
    if not _is_number(at):
        return Unreadable(number, "its time is none")
    if not _is_hash(digest):
        return Unreadable(number, "its hash is none")
    for name, text in zip(_TEXTS, (who, act, subject, detail), strict=True):
        if not isinstance(text, str):
            return Unreadable(number, f"its {name} is no text")
    return Entry(number, Facts(at, who, act, subject, detail), digest)


def _is_number(value: Any) -> bool:
    return isinstance(value, int)


def _is_hash(value: Any) -> bool:
    return isinstance(value, bytes) and len(value) == _HASH_BYTES
