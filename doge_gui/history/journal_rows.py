"""The alarm journal's rows: read in their order, and applied to the book that they led to."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select

from doge_gui.core.alarms.book import Book, continued
from doge_gui.core.alarms.events import Event
from doge_gui.core.phrase import phrase
from doge_gui.history.book_content import FORMAT, UnreadableBookError, from_content, to_content
from doge_gui.history.database import Database
from doge_gui.history.errors import DamagedError, HistoryError
from doge_gui.history.event_rows import from_row, microseconds, storable
from doge_gui.history.places import Place
from doge_gui.history.schema import ALARM_BOOK, ALARM_EVENT, PLANT
from doge_gui.history.told import REMEDY

_PAGE = 5_000
"""Entries read at once: no reader holds a transaction while somebody looks at what it read."""
_FIELDS = tuple(column for column in ALARM_EVENT.c if column.name not in ("seq", "plant"))


def plant_number(connection: Connection, plant: str) -> int | None:
    """The number of a plant; None where nothing of it is recorded."""
    return connection.scalar(select(PLANT.c.number).where(PLANT.c.name == storable(plant)))


def number_of(connection: Connection, plant: str) -> int:
    """The same; a new plant is added."""
    number = plant_number(connection, plant)
    if number is None:
        named = insert(PLANT).values(name=storable(plant)).returning(PLANT.c.number)
        number = connection.execute(named).scalar_one()
    return number


def entries(
    database: Database, plant: int, since: datetime | None = None, until: datetime | None = None
) -> Iterator[Event]:
    """The entries from `since` on and before `until`, in their order. Raises HistoryError."""
    least = None if since is None else microseconds(since)
    with database.reading() as connection:
        seq = _before_first(connection, plant, least)
    while True:
        query = select(ALARM_EVENT.c.seq, *_FIELDS).where(
            ALARM_EVENT.c.plant == plant, ALARM_EVENT.c.seq > seq
        )
        if least is not None:
            query = query.where(ALARM_EVENT.c.at >= least)
        if until is not None:
            query = query.where(ALARM_EVENT.c.at < microseconds(until))
        with database.reading() as connection:
            page = connection.execute(query.order_by(ALARM_EVENT.c.seq).limit(_PAGE)).all()
        for _, *row in page:
            yield event_of(database.path, row)
        if len(page) < _PAGE:
            return
        seq = page[-1][0]


def newest(connection: Connection, plant: int, path: Place, most: int) -> list[Event]:
    """The newest entries, oldest first."""
    query = select(*_FIELDS).where(ALARM_EVENT.c.plant == plant)
    rows = connection.execute(query.order_by(ALARM_EVENT.c.seq.desc()).limit(most)).all()
    return [event_of(path, row) for row in reversed(rows)]


def event_of(path: Place, row: Sequence[Any]) -> Event:
    """The entry of a row. Raises HistoryError."""
    try:
        return from_row(row)
    except KeyError as error:
        raise HistoryError(
            phrase(
                "said.history", "{0}: holds an entry of a newer WatchDoge (number {1}); read it with that one"
            ).format(
                path,
                error,
            )
        ) from error
    except (ValueError, OverflowError, TypeError) as error:
        raise DamagedError(
            phrase("said.history", "{0}: damaged (an entry that cannot be: {1}); {2}").format(
                path, error, REMEDY
            )
        ) from error


def kept_book(connection: Connection, plant: int, seq: int | None = None) -> tuple[Book, int]:
    """The newest kept book, of entry `seq` or before, and its entry; an empty one where there is none."""
    query = select(ALARM_BOOK.c.seq, ALARM_BOOK.c.content).where(
        ALARM_BOOK.c.plant == plant, ALARM_BOOK.c.format == FORMAT
    )
    if seq is not None:
        query = query.where(ALARM_BOOK.c.seq <= seq)
    row = connection.execute(query.order_by(ALARM_BOOK.c.seq.desc()).limit(1)).first()
    if row is None:
        return Book(), 0
    try:
        return from_content(row.content), row.seq
    except UnreadableBookError:
        # Nothing is lost by that: the journal holds all that led to it.
        return Book(), 0


def book(connection: Connection, plant: int, path: Place, last: int | None = None) -> Book:
    """The book that the entries led to, all of them or those up to `last`. Raises DamagedError."""
    known, seq = kept_book(connection, plant, last)
    query = select(*_FIELDS).where(ALARM_EVENT.c.plant == plant, ALARM_EVENT.c.seq > seq)
    if last is not None:
        query = query.where(ALARM_EVENT.c.seq <= last)
    rows = connection.execute(query.order_by(ALARM_EVENT.c.seq)).yield_per(_PAGE)
    try:
        return continued(known, (event_of(path, row) for row in rows))
    except (ValueError, TypeError) as error:
        # An entry that tells too little of what it is about.
        raise DamagedError(
            phrase("said.history", "{0}: damaged ({1}); {2}").format(path, error, REMEDY)
        ) from error


def book_before(connection: Connection, plant: int, path: Place, at: datetime) -> Book:
    """The book as it stood just before an instant."""
    query = select(func.max(ALARM_EVENT.c.seq)).where(
        ALARM_EVENT.c.plant == plant, ALARM_EVENT.c.at < microseconds(at)
    )
    last = connection.scalar(query)
    return Book() if last is None else book(connection, plant, path, last)


def keep(connection: Connection, plant: int, kept: Book) -> None:
    """Keep the book that all entries so far led to."""
    latest = select(ALARM_EVENT.c.seq).where(ALARM_EVENT.c.plant == plant)
    seq = connection.scalar(latest.order_by(ALARM_EVENT.c.seq.desc()).limit(1)) or 0
    same = (ALARM_BOOK.c.plant == plant) & (ALARM_BOOK.c.seq == seq)
    connection.execute(delete(ALARM_BOOK).where(same))
    connection.execute(
        insert(ALARM_BOOK).values(plant=plant, seq=seq, format=FORMAT, content=to_content(kept))
    )


def count_after(connection: Connection, plant: int, seq: int) -> int:
    """Entries after one."""
    query = select(func.count(ALARM_EVENT.c.seq))
    return connection.execute(query.where(ALARM_EVENT.c.plant == plant, ALARM_EVENT.c.seq > seq)).scalar_one()


def _before_first(connection: Connection, plant: int, least: int | None) -> int:
    """The place in the journal after which to look for entries of `least` or later."""
    if least is None:
        return 0
    query = select(func.min(ALARM_EVENT.c.seq)).where(ALARM_EVENT.c.plant == plant, ALARM_EVENT.c.at >= least)
    first = connection.scalar(query)
    return 0 if first is None else first - 1
