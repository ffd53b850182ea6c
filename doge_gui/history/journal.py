"""The alarm journal: entries are added at its end and never changed; applied in order they are the book."""

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime

from sqlalchemy import Connection, insert

from doge_gui.core.alarms.book import Book
from doge_gui.core.alarms.events import Event
from doge_gui.history import journal_rows
from doge_gui.history.database import Database, begin_anew, open_or_begin
from doge_gui.history.event_rows import to_row
from doge_gui.history.places import Place
from doge_gui.history.schema import ALARM_EVENT

BOOK_EVERY = 10_000
"""Entries after which the book is kept anew; a start replays about so many at most."""


def _now() -> datetime:
    return datetime.now(UTC)


class Journal:
    """The journal of one plant, open for writing; used by one thread at a time.

    After a HistoryError nothing of what was given is recorded, and whoever gave it still has it: he may try
    again with the same journal, or close it and open it anew, which also sets a damaged file aside.
    """

    def __init__(
        self, path: Place, plant: str, clock: Callable[[], datetime] = _now, *, anew: bool = False
    ) -> None:
        """`plant` names the configuration: entries of another one in the same file stay apart.

        `clock`: wall clock, UTC, for the name of a damaged file. `anew`: what is there cannot be read; it is
        set aside. Raises HistoryError.
        """
        self.path = path
        self.database, self.recovered = (begin_anew if anew else open_or_begin)(path, clock())
        """`recovered`: what became of a damaged file, one line for people; empty when all was well."""
        try:
            with self.database.writing() as connection:
                self.plant = journal_rows.number_of(connection, plant)
            with self.database.reading() as connection:
                _, kept_at = journal_rows.kept_book(connection, self.plant)
                self._since_kept = journal_rows.count_after(connection, self.plant, kept_at)
        except BaseException:
            self.database.close()
            raise

    def append(self, events: Sequence[Event], book: Book | None = None) -> None:
        """Record these entries, all or none. Returns when they are on the disk. Raises HistoryError.

        `book`: the one they led to, for a journal that lacks what was before them, as after a damaged file.
        """
        with self.database.writing() as connection:
            self.write(connection, events, book)
        self.committed(len(events), kept=book is not None)

    def write(self, connection: Connection, events: Sequence[Event], book: Book | None = None) -> None:
        """The same within the caller's transaction; once it is over, `committed` is to be told."""
        write_entries(connection, self.plant, events, book)

    def committed(self, entries: int, *, kept: bool) -> None:
        """So many entries are on the disk; with them the book, where it was `kept`."""
        self._since_kept = 0 if kept else self._since_kept + entries

    def settle(self) -> bool:
        """Keep the book anew where it is time to. Until then a start takes longer. Raises HistoryError."""
        if self._since_kept < BOOK_EVERY:
            return False
        with self.database.writing() as connection:
            journal_rows.keep(connection, self.plant, journal_rows.book(connection, self.plant, self.path))
        self._since_kept = 0
        return True

    def read(self, since: datetime | None = None) -> Iterator[Event]:
        """The entries in their order, those from `since` on. Raises HistoryError."""
        return journal_rows.entries(self.database, self.plant, since)

    def latest(self, most: int) -> list[Event]:
        """The newest entries, at most so many, oldest first. Raises HistoryError."""
        with self.database.reading() as connection:
            return journal_rows.newest(connection, self.plant, self.path, most)

    def load(self) -> Book:
        """The book that all entries led to, with its delays and ends still to be taken up by `resumed`.

        Raises HistoryError.
        """
        with self.database.reading() as connection:
            return journal_rows.book(connection, self.plant, self.path)

    def close(self) -> None:
        """Let go of the file."""
        self.database.close()


def write_entries(
    connection: Connection, plant: int, events: Sequence[Event], book: Book | None = None
) -> None:
    """Add entries, and the book where one is given, within the caller's transaction."""
    rows = [to_row(event, plant) for event in events]
    if rows:
        connection.execute(insert(ALARM_EVENT), rows)
    if book is not None:
        journal_rows.keep(connection, plant, book)


def read_journal(path: Place, plant: str, since: datetime | None = None) -> Iterator[Event]:
    """A plant's entries in their order, while another program may be writing. Raises HistoryError."""
    database = Database(path, writable=False)
    try:
        with database.reading() as connection:
            number = journal_rows.plant_number(connection, plant)
        if number is not None:
            yield from journal_rows.entries(database, number, since)
    finally:
        database.close()
