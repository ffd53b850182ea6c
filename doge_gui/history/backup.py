"""A copy of a file made before its tables are changed: whole under its name, or not there."""

import os
import shutil
import sqlite3
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path

from doge_gui.core.phrase import phrase
from doge_gui.history.errors import FullError
from doge_gui.history.told import told

MARGIN = 32 * 1024 * 1024
"""Bytes that are to stay free beside the copy, for the change itself."""
_PART = ".part"


def backed_up(path: Path, version: int, now: datetime) -> Path:
    """Copy the database at `path` beside it; the copy's place. It is on the disk when this returns.

    `version`: that of its tables. A second copy of the day takes the place of the first. Raises HistoryError:
    FullError, before anything is written, where there is no room.
    """
    copy = path.with_name(f"{path.stem}-v{version}-{now:%Y%m%d}{path.suffix}")
    part = copy.with_name(copy.name + _PART)
    with told(path):
        # What is left of one that was cut off.
        part.unlink(missing_ok=True)
        needed, free = _size(path) + MARGIN, shutil.disk_usage(path.parent).free
        if free < needed:
            raise FullError(
                phrase(
                    "said.history",
                    "{0}: its tables are to be brought to a newer version, and a copy is made before; that "
                    "needs {1} MB on its disk, {2} MB are free; make room",
                ).format(
                    path,
                    f"{needed / 1e6:.0f}",
                    f"{free / 1e6:.0f}",
                )
            )
        try:
            _copy(path, part)
            _on_disk(part)
            part.replace(copy)
            _on_disk(copy.parent)
        except BaseException:
            with suppress(OSError):
                part.unlink(missing_ok=True)
            raise
    return copy


def _size(path: Path) -> int:
    log = path.with_name(f"{path.name}-wal")
    return path.stat().st_size + (log.stat().st_size if log.exists() else 0)


def _copy(path: Path, copy: Path) -> None:
    with (
        closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as source,
        closing(sqlite3.connect(copy)) as target,
    ):
        # All pages at once: as the file stands at one moment.
        source.backup(target)
        # In one file: without a log beside it that somebody might leave behind.
        target.execute("PRAGMA journal_mode = DELETE")


def _on_disk(path: Path) -> None:
    if path.is_dir() and os.name == "nt":
        return
    handle = os.open(path, os.O_RDONLY if os.name != "nt" else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
