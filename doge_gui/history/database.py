"""The SQLite file of the history: one connection writes, any number of others read meanwhile."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, StaticPool, create_engine, event

from doge_gui.history.errors import DamagedError, HistoryError, LostFileError
from doge_gui.history.schema import ALARM_BOOK, ALARM_EVENT, APPLICATION_ID, PLANT, VERSION, migrate
from doge_gui.history.told import REMEDY, told

BUSY_S = 0.5
"""How long another program's transaction is waited for."""
_WAL_LIMIT = 16 * 1024 * 1024
"""Bytes to which the write-ahead log is cut once it has been taken into the file."""
_CHECKPOINT_PAGES = 1000
_CHECKED = (PLANT, ALARM_EVENT, ALARM_BOOK)
"""Tables whose pages are looked through when the file is opened for writing."""
_BESIDE = ("-wal", "-shm")
_READS = "watchdoge_reads"
"""Execution option of a transaction that writes nothing."""


class Database:
    """One connection to the file, used by one thread at a time."""

    def __init__(self, path: Path, *, writable: bool) -> None:
        """Open the file; for writing, create it where it is missing and bring it to this program's version.

        Raises HistoryError: DamagedError for what is no sound database; one that tells the versions where
        a newer program wrote the file.
        """
        self.path = path
        connect = self._connect_for_writing if writable else self._connect_for_reading
        # StaticPool: one connection, kept.
        self._engine = create_engine("sqlite://", creator=connect, poolclass=StaticPool)
        event.listen(self._engine, "begin", _begin)
        self._file: tuple[int, int] | None = None
        if not writable:
            return
        try:
            with told(path):
                path.parent.mkdir(parents=True, exist_ok=True)
            with self.writing() as connection:
                migrate(connection)
            self._look_through()
            self._file = self._on_disk()
        except BaseException:
            self.close()
            raise

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """All that is written inside is on the disk at its end, or none of it is. Raises HistoryError."""
        with told(self.path):
            if self._file is not None and self._on_disk() != self._file:
                raise LostFileError(f"{self.path}: removed or replaced while in use; leave it to the program")
            with self._engine.connect() as connection, connection.begin():
                yield connection

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """All that is read inside stood so at one moment. Raises HistoryError.

        While it lasts the log beside the file only grows: it is to be short.
        """
        with told(self.path), self._engine.connect() as connection:
            connection.execution_options(**{_READS: True})
            with connection.begin():
                yield connection

    def close(self) -> None:
        """Let go of the file."""
        with told(self.path):
            self._engine.dispose()

    def _on_disk(self) -> tuple[int, int] | None:
        """What the name stands for; None where nothing is there."""
        try:
            found = self.path.stat()
        except FileNotFoundError:
            return None
        return found.st_dev, found.st_ino

    def _look_through(self) -> None:
        with self.reading() as connection:
            for table in _CHECKED:
                found = connection.exec_driver_sql(f"PRAGMA quick_check({table.name})").scalars().first()
                if found != "ok":
                    raise DamagedError(f"{self.path}: damaged ({found}); {REMEDY}")

    def _connect_for_writing(self) -> sqlite3.Connection:
        connection = self._connect(str(self.path))
        try:
            self._identify(connection)
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute("PRAGMA foreign_keys = ON")
            connection.execute(f"PRAGMA journal_size_limit = {_WAL_LIMIT}")
            connection.execute(f"PRAGMA wal_autocheckpoint = {_CHECKPOINT_PAGES}")
        except BaseException:
            connection.close()
            raise
        return connection

    def _connect_for_reading(self) -> sqlite3.Connection:
        address = f"{self.path.absolute().as_uri()}?mode=ro"
        return self._connect(address, uri=True)

    def _connect(self, address: str, *, uri: bool = False) -> sqlite3.Connection:
        # No isolation level: the transactions are begun and ended here, and by nobody in between. The thread
        # may change, as the workers of a pool do, as long as it is one at a time.
        return sqlite3.connect(
            address, uri=uri, timeout=BUSY_S, isolation_level=None, check_same_thread=False
        )

    def _identify(self, connection: sqlite3.Connection) -> None:
        """Refuse what is not ours to write, before anything in it is touched."""
        application, version, tables = (
            connection.execute(question).fetchone()[0]
            for question in (
                "PRAGMA application_id",
                "PRAGMA user_version",
                "SELECT count(*) FROM sqlite_schema",
            )
        )
        if application != APPLICATION_ID and (application or version or tables):
            raise HistoryError(f"{self.path}: the database of another program; choose another file")
        if version > VERSION:
            raise HistoryError(
                f"{self.path}: written by a newer WatchDoge (version {version} of the tables, this one "
                f"writes {VERSION}); install the newer one again, or choose another file"
            )


def open_or_begin(path: Path, now: datetime) -> tuple[Database, str]:
    """The file opened for writing; a damaged one is set aside first. With it, a word on that, or "".

    `now`: for the name of the damaged one. Raises HistoryError.
    """
    try:
        return Database(path, writable=True), ""
    except DamagedError:
        return begin_anew(path, now)


def begin_anew(path: Path, now: datetime) -> tuple[Database, str]:
    """A new file in place of one that is damaged, which is set aside; with it, a word on that.

    `now`: for the name of the damaged one. Raises HistoryError.
    """
    aside = set_aside(path, now)
    said = f"{path} was damaged; set aside as {aside.name}, and a new one was begun"
    return Database(path, writable=True), said


def set_aside(path: Path, now: datetime) -> Path:
    """Rename a damaged file, and what belongs to it; its new place. Raises HistoryError."""
    stem = f"{path.stem}-damaged-{now:%Y%m%dT%H%M%S}"
    aside, more = path.with_name(f"{stem}{path.suffix}"), 2
    with told(path):
        while aside.exists():
            aside, more = path.with_name(f"{stem}-{more}{path.suffix}"), more + 1
        # The file itself last: until it has its new name, the next start finds it and does this again.
        for ending in (*_BESIDE, ""):
            part = path.with_name(path.name + ending)
            if part.exists():
                part.rename(aside.with_name(aside.name + ending))
    return aside


def _begin(connection: Connection) -> None:
    # A transaction that reads first and writes then could find another writer in between, and fail for that.
    reads = connection.get_execution_options().get(_READS, False)
    connection.exec_driver_sql("BEGIN" if reads else "BEGIN IMMEDIATE")
