"""The file of one run of the program: what a crash, which leaves no time for anything, leaves behind."""

import contextlib
import os
import threading
from collections import deque
from pathlib import Path

from filelock import FileLock, Timeout

_RUNNING, _CRASHED, _DEFECT, _SEEN = "run-", "crash-", "defect-", ".seen.txt"
ENDED_BY_ERROR = "The program ended by this error."
_FATAL = ("Fatal Python error:", "Windows fatal exception:", ENDED_BY_ERROR)
_KEPT_LINES, _MOST_LINES = 200, 400
_MOST_BYTES = 512 * 1024
MOST_REPORTS = 10


class RunFile:
    """Lines of the run under way; whoever holds its lock is alive, and the system frees that of the dead.

    Safe to write from any thread. A disk that does not take a line loses that line and nothing else.
    """

    def __init__(self, folder: Path, name: str, head: str) -> None:
        """Begin. Raises OSError where the folder takes no file."""
        folder.mkdir(parents=True, exist_ok=True)
        self.path = folder / f"{_RUNNING}{name}.txt"
        self._guard = threading.RLock()
        self._lock = _lock_of(self.path)
        self._lock.acquire(timeout=0)
        self._head, self._lines, self._written = head, deque[str](maxlen=_KEPT_LINES), 0
        # Not inherited by the players and simulators that the program starts.
        flags = os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_TRUNC | getattr(os, "O_BINARY", 0)
        self._file: int | None = os.open(self.path, flags, 0o600)
        self._write(head)
        self.told_something = False

    def fileno(self) -> int:
        """Where the interpreter writes the stacks of a crash."""
        return -1 if self._file is None else self._file

    def note(self, line: str) -> None:
        """Keep a line; the last 200 are."""
        with self._guard, contextlib.suppress(OSError):
            self._lines.append(line)
            self._written += 1
            if self._written > _MOST_LINES and self._file is not None:
                os.ftruncate(self._file, 0)
                self._write(self._head + "".join(f"{one}\n" for one in self._lines))
                self._written = len(self._lines)
            else:
                self._write(f"{line}\n")

    def tell(self, text: str) -> None:
        """Write what is worth a report."""
        with self._guard:
            self.told_something = True
            self.note(text)

    def end(self) -> Path | None:
        """Close it. The report of a run that had something to tell, else the file is gone."""
        with self._guard:
            if self._file is None:
                return None
            os.close(self._file)
            self._file = None
            return _settle(self.path, self._lock, _DEFECT if self.told_something else None)

    def _write(self, text: str) -> None:
        if self._file is not None:
            os.write(self._file, text.encode("utf-8", "backslashreplace"))


def collect(folder: Path) -> tuple[Path, ...]:
    """The reports of runs that ended by a crash and were not put away yet, the newest first.

    A run that was killed, or that a power cut ended, leaves no report: its file is removed.
    """
    with contextlib.suppress(OSError):
        for path in folder.glob(f"{_RUNNING}*.txt"):
            lock = _lock_of(path)
            try:
                lock.acquire(timeout=0)
            except Timeout:
                continue
            crashed = any(mark in read(path) for mark in _FATAL)
            _settle(path, lock, _CRASHED if crashed else None)
        _thin_out(folder)
        found = [path for path in folder.glob(f"{_CRASHED}*.txt") if not path.name.endswith(_SEEN)]
        return tuple(sorted(found, key=_age, reverse=True))
    return ()


def put_away(path: Path) -> None:
    """Offer a report no more; it is kept until ten newer ones are there."""
    with contextlib.suppress(OSError):
        path.replace(path.with_name(path.name.removesuffix(".txt") + _SEEN))


def all_reports(folder: Path) -> tuple[Path, ...]:
    """Every report that is kept, the newest first: crashes, defects, standstills."""
    with contextlib.suppress(OSError):
        found = [path for path in folder.glob("*.txt") if not path.name.startswith(_RUNNING)]
        return tuple(sorted(found, key=_age, reverse=True))
    return ()


def read(path: Path) -> str:
    """A report's text, its end where it is very long; why not, where it cannot be read."""
    try:
        with path.open("rb") as file:
            file.seek(max(0, path.stat().st_size - _MOST_BYTES))
            return file.read(_MOST_BYTES).decode("utf-8", "replace")
    except OSError as error:
        return f"{path}: {error.strerror or error}"


def _lock_of(path: Path) -> FileLock:
    return FileLock(path.with_suffix(".lock"), thread_local=False)


def _settle(path: Path, lock: FileLock, kind: str | None) -> Path | None:
    """Make a report of a run's file, or remove it; and let go of the run's lock."""
    report = path.with_name(path.name.replace(_RUNNING, kind, 1)) if kind else None
    with contextlib.suppress(OSError):
        if report is None:
            path.unlink(missing_ok=True)
        else:
            path.replace(report)
    lock.release()
    with contextlib.suppress(OSError):
        Path(lock.lock_file).unlink(missing_ok=True)
    return report


def _thin_out(folder: Path) -> None:
    for path in all_reports(folder)[MOST_REPORTS:]:
        path.unlink(missing_ok=True)


def _age(path: Path) -> tuple[int, str]:
    return path.stat().st_mtime_ns, path.name
