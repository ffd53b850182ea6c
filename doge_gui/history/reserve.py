"""Room kept beside the database, to be given back when the disk is full: alarms and acts still fit then."""

import os
import shutil
from contextlib import suppress
from pathlib import Path

SIZE = 16 * 1024 * 1024
"""Bytes. At a few hundred bytes an entry, some ten thousand alarms and acts."""
_PIECE = 1024 * 1024


class Reserve:
    """A file that does nothing but take room."""

    def __init__(self, database: Path, size: int = SIZE) -> None:
        self.path = database.with_name(f"{database.name}.reserve")
        self._size = size

    @property
    def held(self) -> bool:
        """It is there, whole."""
        try:
            return self.path.stat().st_size >= self._size
        except OSError:
            return False

    def hold(self) -> bool:
        """Take the room, where twice as much is free; whether it is held then."""
        if self.held:
            return True
        try:
            if shutil.disk_usage(self.path.parent).free < 2 * self._size:
                return False
            self._allocate()
        except OSError:
            self.release()
            return False
        return True

    def release(self) -> bool:
        """Give the room back; whether there was any."""
        held = self.held
        with suppress(OSError):
            self.path.unlink(missing_ok=True)
        return held

    def _allocate(self) -> None:
        with self.path.open("wb") as file:
            if hasattr(os, "posix_fallocate"):
                os.posix_fallocate(file.fileno(), 0, self._size)
            else:
                # A file that was only made longer would take no room on some disks.
                for _ in range(0, self._size, _PIECE):
                    file.write(os.urandom(_PIECE))
            file.flush()
            os.fsync(file.fileno())
