"""The database of the history: one connection writes, any number of others read meanwhile."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection

from doge_gui.core.phrase import phrase
from doge_gui.history import migrations
from doge_gui.history.backup import backed_up
from doge_gui.history.errors import DamagedError, HistoryError, LostFileError
from doge_gui.history.places import READS, Place, ServerUrl
from doge_gui.history.postgres import ServerSide
from doge_gui.history.sqlite_file import FileSide
from doge_gui.history.told import told
from doge_gui.history.versions import migrate, version_of

_BESIDE = ("-wal", "-shm")


def _now() -> datetime:
    return datetime.now(UTC)


class Database:
    """One connection to a file or to a server, used by one thread at a time."""

    def __init__(self, path: Place, *, writable: bool, clock: Callable[[], datetime] = _now) -> None:
        """Open it; for writing, create what is missing and bring the tables to this program's version.

        Before the tables of a file are changed, a copy is made beside it; `clock`, wall clock, UTC, names it.
        Raises HistoryError: DamagedError for what is no sound database; AwayError for a server that does not
        answer; FullError where there is no room; one that tells the versions where a newer program wrote it.
        """
        self.path = path
        self.backup: Path | None = None
        """The copy that was made, if one was."""
        self.aside: Path | None = None
        """Where the damaged file is that was here before, if one was."""
        self._side = FileSide(path) if isinstance(path, Path) else ServerSide(path)
        self._engine = self._side.engine(writable=writable)
        self._file: tuple[int, int] | None = None
        self._writable = writable
        if not writable:
            return
        try:
            self._prepare(clock)
        except BaseException:
            self.close()
            raise

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """All that is written inside is on the disk at its end, or none of it is. Raises HistoryError.

        An AwayError at the end leaves open which of the two: the connection broke before the answer came.
        """
        with told(self.path):
            self._check_file()
            with self._engine.connect() as connection, connection.begin():
                yield connection

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """All that is read inside stood so at one moment. Raises HistoryError.

        While it lasts the log beside a file only grows: it is to be short.
        """
        with told(self.path), self._engine.connect() as connection:
            self._check_file()
            connection.execution_options(**{READS: True})
            with connection.begin():
                yield connection

    def _check_file(self) -> None:
        """What was opened is what the name stands for still. Raises LostFileError."""
        if not isinstance(self._side, FileSide):
            return
        found = self._side.on_disk()
        if self._file is None and not self._writable:
            self._file = found
        elif self._file not in (None, found):
            raise LostFileError(
                phrase(
                    "said.history", "{0}: removed or replaced while in use; leave it to the program"
                ).format(
                    self.path,
                )
            )

    def close(self) -> None:
        """Let go of it."""
        with told(self.path):
            self._engine.dispose()

    def _prepare(self, clock: Callable[[], datetime]) -> None:
        if isinstance(self._side, ServerSide):
            with self.writing() as connection:
                self._side.migrate(connection)
            return
        path = self._side.path
        with told(path):
            path.parent.mkdir(parents=True, exist_ok=True)
        with self.reading() as connection:
            version = version_of(connection)
        if 0 < version < migrations.VERSION:
            self.backup = backed_up(path, version, clock())
        with self.writing() as connection:
            migrate(connection)
        with self.reading() as connection:
            self._side.look_through(connection)
        self._file = self._side.on_disk()


def open_place(place: Place, *, writable: bool) -> Database:
    """The history at a place. Raises HistoryError."""
    return Database(place, writable=writable)


def open_or_begin(path: Place, now: datetime) -> tuple[Database, str]:
    """The history opened for writing; a damaged file is set aside first. With it, a word on that, or "".

    `now`: for the names of the damaged one and of a copy. Raises HistoryError.
    """
    try:
        return Database(path, writable=True, clock=lambda: now), ""
    except DamagedError:
        return begin_anew(path, now)


def begin_anew(path: Place, now: datetime) -> tuple[Database, str]:
    """A new file in place of one that is damaged, which is set aside; with it, a word on that.

    `now`: for the name of the damaged one. Raises HistoryError: nothing is set aside on a server.
    """
    if isinstance(path, ServerUrl):
        raise HistoryError(
            phrase("said.history", "{0}: damaged on the server; restore it from a backup there").format(path)
        )
    aside = set_aside(path, now)
    said = phrase("said.history", "{0} was damaged; set aside as {1}, and a new one was begun").format(
        path, aside.name
    )
    database = Database(path, writable=True)
    database.aside = aside
    return database, said


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
