"""A history in a file of its own: how it is opened, known for ours, and looked through."""

import sqlite3
from pathlib import Path

from sqlalchemy import Connection, Engine, StaticPool, create_engine, event

from doge_gui.core.phrase import phrase
from doge_gui.history import migrations
from doge_gui.history.errors import DamagedError, HistoryError
from doge_gui.history.places import READS
from doge_gui.history.schema import ALARM_BOOK, ALARM_EVENT, APPLICATION_ID, AUDIT, PLANT
from doge_gui.history.told import REMEDY

BUSY_S = 0.5
"""How long another program's transaction is waited for."""
_WAL_LIMIT = 16 * 1024 * 1024
"""Bytes to which the write-ahead log is cut once it has been taken into the file."""
_CHECKPOINT_PAGES = 1000
_WHOLE = 100_000
"""Rows up to which a table is looked through from end to end: some hundredths of a second."""
_NEWEST = 20_000
"""Rows of a longer one that are read."""


class FileSide:
    """How a file is reached and brought to this program's version."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def engine(self, *, writable: bool) -> Engine:
        """One connection, kept."""
        connect = self._connect_for_writing if writable else self._connect_for_reading
        engine = create_engine("sqlite://", creator=connect, poolclass=StaticPool)
        event.listen(engine, "begin", _begin)
        return engine

    def on_disk(self) -> tuple[int, int] | None:
        """What the name stands for; None where nothing is there."""
        try:
            found = self.path.stat()
        except FileNotFoundError:
            return None
        return found.st_dev, found.st_ino

    def look_through(self, connection: Connection) -> None:
        """Read the pages without which nothing can be recorded; those of readings are read when asked for.

        Raises DamagedError.
        """
        for table in (PLANT, ALARM_BOOK, ALARM_EVENT, AUDIT):
            newest = connection.exec_driver_sql(f"SELECT max(rowid) FROM {table.name}").scalar() or 0
            if newest > _WHOLE:
                # Only the journal and the audit trail grow so long. Where a page is damaged, sqlite3 raises.
                rows = f"FROM {table.name} WHERE rowid > {newest - _NEWEST}"
                connection.exec_driver_sql(f"SELECT max(length(detail)) {rows}").scalar()
                continue
            found = connection.exec_driver_sql(f"PRAGMA quick_check({table.name})").scalars().first()
            if found != "ok":
                raise DamagedError(
                    phrase("said.history", "{0}: damaged ({1}); {2}").format(self.path, found, REMEDY)
                )

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
            raise HistoryError(
                phrase("said.history", "{0}: the database of another program; choose another file").format(
                    self.path
                )
            )
        if version > migrations.VERSION:
            raise HistoryError(
                phrase(
                    "said.history",
                    "{0}: written by a newer WatchDoge (version {1} of the tables, this one writes {2}); "
                    "install the newer one again, or choose another file",
                ).format(
                    self.path,
                    version,
                    migrations.VERSION,
                )
            )


def _begin(connection: Connection) -> None:
    # A transaction that reads first and writes then could find another writer in between, and fail for that.
    reads = connection.get_execution_options().get(READS, False)
    connection.exec_driver_sql("BEGIN" if reads else "BEGIN IMMEDIATE")
