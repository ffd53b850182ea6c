"""Who records a plant in a file: one program at any time."""

import hashlib
from pathlib import Path

from filelock import FileLock, Timeout

from doge_gui.core.phrase import phrase
from doge_gui.history.errors import HistoryError


class WriterLock:
    """Held by the operating system for as long as this program lives: one that was killed leaves nothing."""

    def __init__(self, database: Path, plant: str) -> None:
        digest = hashlib.sha256(plant.encode("utf-8", "surrogatepass")).hexdigest()[:12]
        self._database = database
        self._lock = FileLock(database.with_name(f"{database.name}.{digest}.lock"), thread_local=False)

    def take(self) -> None:
        """Become the one. Raises HistoryError while another program is."""
        try:
            self._database.parent.mkdir(parents=True, exist_ok=True)
            self._lock.acquire(timeout=0)
        except Timeout:
            if not Path(self._lock.lock_file).exists():
                raise HistoryError(
                    phrase("said.history", "{0}: cannot be written; check its folder").format(self._database)
                ) from None
            said = phrase(
                "said.history", "{0}: another WatchDoge records this plant; end it, this one takes over then"
            ).format(
                self._database,
            )
            raise HistoryError(said) from None
        except OSError as error:
            raise HistoryError(
                phrase("said.history", "{0}: {1}; check its folder").format(
                    self._database, error.strerror or error
                )
            ) from error

    def release(self) -> None:
        """Let another one."""
        self._lock.release()
