"""What SQLite and the system say of a file, in words for people."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from doge_gui.history.errors import DamagedError, HistoryError

_PRIMARY = 0xFF
"""The part of an SQLite result code that tells its class."""
REMEDY = "it is set aside, and a new one begun, when the recording starts anew"
_DAMAGED = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})
_NO_PERMISSION = "cannot be written; check the permissions of the file and of its folder"
_WORDS = {
    sqlite3.SQLITE_FULL: "no room left on its disk; make room",
    sqlite3.SQLITE_READONLY: _NO_PERMISSION,
    sqlite3.SQLITE_PERM: _NO_PERMISSION,
    sqlite3.SQLITE_CANTOPEN: "cannot be opened; check that its folder exists and may be written",
    sqlite3.SQLITE_BUSY: "held by another program; end it, it is tried again",
    sqlite3.SQLITE_IOERR: "its disk does not take or give what is asked; check the disk and the room on it",
}


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn what SQLite and the system say of `path` into HistoryError. Our own mistakes pass unchanged."""
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        cause = error.orig if isinstance(error, DBAPIError) else error
        code = getattr(cause, "sqlite_errorcode", None)
        if code is None:
            raise
        raise _error(path, code & _PRIMARY, str(cause)) from error
    except OSError as error:
        raise HistoryError(f"{path}: {error.strerror or error}; check its folder") from error


def _error(path: Path, code: int, said: str) -> HistoryError:
    if code in _DAMAGED:
        return DamagedError(f"{path}: damaged ({said}); {REMEDY}")
    return HistoryError(f"{path}: {_WORDS.get(code, said)}")
