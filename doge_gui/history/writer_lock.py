"""Who records a plant in a file: one program at any time."""

import hashlib
from pathlib import Path

from filelock import FileLock, Timeout

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
                raise HistoryError(f"{self._database}: cannot be written; check its folder") from None
            said = f"{self._database}: another WatchDoge records this plant; end it, this one takes over then"
            raise HistoryError(said) from None
        except OSError as error:
            raise HistoryError(f"{self._database}: {error.strerror or error}; check its folder") from error

    def release(self) -> None:
        """Let another one."""
        self._lock.release()
