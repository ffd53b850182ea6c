"""The alarm journal: entries are added at its end and never changed; applied in order they are the book."""

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select

from doge_gui.core.alarms.book import Book, continued
from doge_gui.core.alarms.events import Event
from doge_gui.history.book_content import FORMAT, UnreadableBookError, from_content, to_content
from doge_gui.history.database import Database, begin_anew, open_or_begin
from doge_gui.history.errors import DamagedError, HistoryError
from doge_gui.history.event_rows import from_row, microseconds, storable, to_row
from doge_gui.history.schema import ALARM_BOOK, ALARM_EVENT, PLANT
from doge_gui.history.told import REMEDY

BOOK_EVERY = 10_000
"""Entries after which the book is kept anew; a start replays about so many at most."""
_PAGE = 5_000
"""Entries read at once: no reader holds a transaction while somebody looks at what it read."""
_FIELDS = tuple(column for column in ALARM_EVENT.c if column.name not in ("seq", "plant"))


def _now() -> datetime:
    return datetime.now(UTC)


class Journal:
    """The journal of one plant, open for writing; used by one thread at a time.

    After a HistoryError nothing of what was given is recorded, and whoever gave it still has it: he may try
    again with the same journal, or close it and open it anew, which also sets a damaged file aside.
    """

    def __init__(
        self, path: Path, plant: str, clock: Callable[[], datetime] = _now, *, anew: bool = False
    ) -> None:
        """`plant` names the configuration: entries of another one in the same file stay apart.

        `clock`: wall clock, UTC, for the name of a damaged file. `anew`: what is there cannot be read; it is
        set aside. Raises HistoryError.
        """
        self.path = path
        self._database, self.recovered = (begin_anew if anew else open_or_begin)(path, clock())
        """`recovered`: what became of a damaged file, one line for people; empty when all was well."""
        try:
            self._plant = self._number_of(plant)
            with self._database.reading() as connection:
                _, kept_at = _kept_book(connection, self._plant)
                self._since_kept = self._count_after(connection, kept_at)
        except BaseException:
            self._database.close()
            raise

    def append(self, events: Sequence[Event], book: Book | None = None) -> None:
        """Record these entries, all or none. Returns when they are on the disk. Raises HistoryError.

        `book`: the one they led to, for a journal that lacks what was before them, as after a damaged file.
        """
        rows = [to_row(event, self._plant) for event in events]
        with self._database.writing() as connection:
            if rows:
                connection.execute(insert(ALARM_EVENT), rows)
            if book is not None:
                _keep(connection, self._plant, book)
        self._since_kept = 0 if book is not None else self._since_kept + len(rows)

    def settle(self) -> None:
        """Keep the book anew where it is time to. Until then a start takes longer. Raises HistoryError."""
        if self._since_kept >= BOOK_EVERY:
            self._keep_book()

    def read(self, since: datetime | None = None) -> Iterator[Event]:
        """The entries in their order, those from `since` on. Raises HistoryError."""
        return _entries(self._database, self._plant, since)

    def latest(self, most: int) -> list[Event]:
        """The newest entries, at most so many, oldest first. Raises HistoryError."""
        query = select(*_FIELDS).where(ALARM_EVENT.c.plant == self._plant)
        with self._database.reading() as connection:
            rows = connection.execute(query.order_by(ALARM_EVENT.c.seq.desc()).limit(most)).all()
        return [_event(self.path, row) for row in reversed(rows)]

    def load(self) -> Book:
        """The book that all entries led to, with its delays and ends still to be taken up by `resumed`.

        Raises HistoryError.
        """
        with self._database.reading() as connection:
            return _book(connection, self._plant, self.path)

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()

    def _keep_book(self) -> None:
        with self._database.writing() as connection:
            _keep(connection, self._plant, _book(connection, self._plant, self.path))
        self._since_kept = 0

    def _number_of(self, plant: str) -> int:
        with self._database.writing() as connection:
            number = _plant_number(connection, plant)
            if number is None:
                named = insert(PLANT).values(name=storable(plant)).returning(PLANT.c.number)
                number = connection.execute(named).scalar_one()
            return number

    def _count_after(self, connection: Connection, seq: int) -> int:
        query = select(func.count(ALARM_EVENT.c.seq))
        later = query.where(ALARM_EVENT.c.plant == self._plant, ALARM_EVENT.c.seq > seq)
        return connection.execute(later).scalar_one()


def read_journal(path: Path, plant: str, since: datetime | None = None) -> Iterator[Event]:
    """A plant's entries in their order, while another program may be writing. Raises HistoryError."""
    database = Database(path, writable=False)
    try:
        with database.reading() as connection:
            number = _plant_number(connection, plant)
        if number is not None:
            yield from _entries(database, number, since)
    finally:
        database.close()


def _plant_number(connection: Connection, plant: str) -> int | None:
    return connection.scalar(select(PLANT.c.number).where(PLANT.c.name == storable(plant)))


def _entries(database: Database, plant: int, since: datetime | None) -> Iterator[Event]:
    least = None if since is None else microseconds(since)
    with database.reading() as connection:
        seq = _before_first(connection, plant, least)
    while True:
        query = select(ALARM_EVENT.c.seq, *_FIELDS).where(
            ALARM_EVENT.c.plant == plant, ALARM_EVENT.c.seq > seq
        )
        if least is not None:
            query = query.where(ALARM_EVENT.c.at >= least)
        with database.reading() as connection:
            page = connection.execute(query.order_by(ALARM_EVENT.c.seq).limit(_PAGE)).all()
        for _, *row in page:
            yield _event(database.path, row)
        if len(page) < _PAGE:
            return
        seq = page[-1][0]


def _before_first(connection: Connection, plant: int, least: int | None) -> int:
    """The place in the journal after which to look for entries of `least` or later."""
    if least is None:
        return 0
    query = select(func.min(ALARM_EVENT.c.seq)).where(ALARM_EVENT.c.plant == plant, ALARM_EVENT.c.at >= least)
    first = connection.scalar(query)
    return 0 if first is None else first - 1


def _event(path: Path, row: Sequence[Any]) -> Event:
    try:
        return from_row(row)
    except KeyError as error:
        raise HistoryError(
            f"{path}: holds an entry of a newer WatchDoge (number {error}); read it with that one"
        ) from error
    except (ValueError, OverflowError, TypeError) as error:
        raise DamagedError(f"{path}: damaged (an entry that cannot be: {error}); {REMEDY}") from error


def _kept_book(connection: Connection, plant: int) -> tuple[Book, int]:
    """The kept book and the entry after which it stood so; an empty one before the first entry."""
    query = select(ALARM_BOOK.c.seq, ALARM_BOOK.c.content).where(
        ALARM_BOOK.c.plant == plant, ALARM_BOOK.c.format == FORMAT
    )
    row = connection.execute(query).first()
    if row is None:
        return Book(), 0
    try:
        return from_content(row.content), row.seq
    except UnreadableBookError:
        # Nothing is lost by that: the journal holds all that led to it.
        return Book(), 0


def _book(connection: Connection, plant: int, path: Path) -> Book:
    book, seq = _kept_book(connection, plant)
    query = select(*_FIELDS).where(ALARM_EVENT.c.plant == plant, ALARM_EVENT.c.seq > seq)
    rows = connection.execute(query.order_by(ALARM_EVENT.c.seq)).yield_per(_PAGE)
    try:
        return continued(book, (_event(path, row) for row in rows))
    except (ValueError, TypeError) as error:
        # An entry that tells too little of what it is about.
        raise DamagedError(f"{path}: damaged ({error}); {REMEDY}") from error


def _keep(connection: Connection, plant: int, book: Book) -> None:
    newest = select(ALARM_EVENT.c.seq).where(ALARM_EVENT.c.plant == plant)
    seq = connection.scalar(newest.order_by(ALARM_EVENT.c.seq.desc()).limit(1)) or 0
    connection.execute(delete(ALARM_BOOK).where(ALARM_BOOK.c.plant == plant))
    connection.execute(
        insert(ALARM_BOOK).values(plant=plant, seq=seq, format=FORMAT, content=to_content(book))
    )
