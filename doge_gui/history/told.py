"""What SQLite, PostgreSQL and the system say of a place, in words for people."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError

from doge_gui.core.phrase import phrase
from doge_gui.history.errors import DamagedError, FullError, HistoryError
from doge_gui.history.places import Place, ServerUrl
from doge_gui.history.postgres_words import server_error

_PRIMARY = 0xFF
"""The part of an SQLite result code that tells its class."""
REMEDY = phrase("said.history", "it is set aside, and a new one begun, when the recording starts anew")
_DAMAGED = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})
_NO_PERMISSION = phrase(
    "said.history", "cannot be written; check the permissions of the file and of its folder"
)
_WORDS = {
    sqlite3.SQLITE_FULL: phrase("said.history", "no room left on its disk; make room"),
    sqlite3.SQLITE_READONLY: _NO_PERMISSION,
    sqlite3.SQLITE_PERM: _NO_PERMISSION,
    sqlite3.SQLITE_CANTOPEN: phrase(
        "said.history", "cannot be opened; check that its folder exists and may be written"
    ),
    sqlite3.SQLITE_BUSY: phrase("said.history", "held by another program; end it, it is tried again"),
    sqlite3.SQLITE_IOERR: phrase(
        "said.history", "its disk does not take or give what is asked; check the disk and the room on it"
    ),
}
_NOT_TAKEN = frozenset(
    {
        sqlite3.SQLITE_IOERR_WRITE,
        sqlite3.SQLITE_IOERR_FSYNC,
        sqlite3.SQLITE_IOERR_DIR_FSYNC,
        sqlite3.SQLITE_IOERR_TRUNCATE,
        sqlite3.SQLITE_IOERR_SHMSIZE,
        sqlite3.SQLITE_IOERR_SHMOPEN,
    }
)
"""The disk refused to take something."""
_OURS = frozenset(
    {
        sqlite3.SQLITE_CONSTRAINT_PRIMARYKEY,
        sqlite3.SQLITE_CONSTRAINT_UNIQUE,
        sqlite3.SQLITE_CONSTRAINT_NOTNULL,
        sqlite3.SQLITE_CONSTRAINT_FOREIGNKEY,
    }
)
"""What was to be written cannot be: a mistake of this program."""
_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


@contextmanager
def told(place: Place) -> Iterator[None]:
    """Turn what database and system say of `place` into HistoryError. Our own mistakes pass unchanged."""
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        cause = error.orig if isinstance(error, DBAPIError) else error
        if isinstance(place, ServerUrl):
            raise server_error(place, cause) from None
        code = getattr(cause, "sqlite_errorcode", None)
        if code is None or code in _OURS:
            raise
        raise _file_error(place, code, str(cause)) from error
    except OSError as error:
        kind = FullError if error.errno in _NO_ROOM else HistoryError
        raise kind(
            phrase("said.history", "{0}: {1}; check its folder").format(place, error.strerror or error)
        ) from error


def _file_error(place: Place, code: int, said: str) -> HistoryError:
    primary = code & _PRIMARY
    if primary in _DAMAGED:
        return DamagedError(phrase("said.history", "{0}: damaged ({1}); {2}").format(place, said, REMEDY))
    if code == sqlite3.SQLITE_READONLY_ROLLBACK:
        return HistoryError(
            phrase(
                "said.history",
                "{0}: was left in the middle of its beginning; start the recording, which heals it",
            ).format(
                place,
            )
        )
    full = primary == sqlite3.SQLITE_FULL or code in _NOT_TAKEN
    return (FullError if full else HistoryError)(f"{place}: {_WORDS.get(primary, said)}")
