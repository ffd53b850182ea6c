"""The program's log: one line per event, in a file that is closed, kept and begun anew from time to time.

A disk that does not take the log stops nothing: the lines go to standard error until it takes them again.
"""

import io
import logging
import math
import os
import re
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from doge_gui.core.config import LoggingSection
from doge_gui.core.phrase import phrase

LOGGER = "watchdoge"
"""Name of the logger whose lines go to the file."""

_RETRY_S = 10.0
"""Seconds before a file that could not be written is tried again."""

_UNSAFE = re.compile(
    # C0, DEL and C1 (with ESC, so terminal sequences too); invisible, direction and line separating marks.
    "[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff\U000e0000-\U000e007f]"
)
_SHORT = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}


def one_line(text: str) -> str:
    """The text with every control, line, direction and surrogate character written as an escape."""
    return _UNSAFE.sub(_escape, text)


def _escape(match: re.Match[str]) -> str:
    character = match[0]
    code = ord(character)
    if character in _SHORT:
        return _SHORT[character]
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


@dataclass(frozen=True, slots=True)
class LogStatus:
    """Whether the log reaches its file."""

    path: Path
    error: str = ""
    """Why not, in one line; empty when all is well."""


class LogFile(logging.Handler):
    """Handler that writes each event as one UTF-8 line.

    `status` is replaced as a whole whenever it changes, so it may be read from any thread.
    """

    def __init__(self, section: LoggingSection, folder: Path, now: Callable[[], float], anew: bool) -> None:
        super().__init__()
        self.setFormatter(logging.Formatter(section.format))
        self._path = folder / section.filename
        self._period_s = section.time_before_flush
        self._keep = section.keep
        self._now = now
        self._file: io.FileIO | None = None
        self._opened_at = self._retry_at = now()
        self.status = LogStatus(self._path)
        self._open("w" if anew and section.filemode == "w" else "a")

    def emit(self, record: logging.LogRecord) -> None:
        """Write one event; to standard error where the file does not take it."""
        try:
            line = one_line(self.format(record)) + "\n"
        except (KeyError, TypeError, ValueError):
            self.handleError(record)
            return
        if not self._written(line.encode("utf-8")) and sys.stderr is not None:
            sys.stderr.write(line)

    def close(self) -> None:
        """Close the file and leave the logger. The handler cannot be used again."""
        logging.getLogger(LOGGER).removeHandler(self)
        self.acquire()
        try:
            self._drop_file()
            self._retry_at = math.inf
        finally:
            self.release()
        super().close()

    def _written(self, line: bytes) -> bool:
        now = self._now()
        if self._file is None and now >= self._retry_at:
            self._open("a")
        elif self._file is not None and now - self._opened_at >= self._period_s:
            self._begin_next()
        elif self._file is not None and self._taken_away(self._file):
            self._open("a")
        if self._file is None:
            return False
        try:
            whole = self._file.write(line) == len(line)
        except OSError as error:
            self._fail(phrase("said.files", "cannot be written: {0}").format(error.strerror or error))
            return False
        if not whole:
            self._fail(phrase("said.files", "cannot be written: the line was cut short"))
        return whole

    def _open(self, mode: str) -> None:
        self._drop_file()
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._file = io.FileIO(self._path, mode)
        except (OSError, ValueError) as error:
            self._fail(
                phrase("said.files", "cannot be opened: {0}").format(
                    getattr(error, "strerror", None) or error
                )
            )
            return
        self._opened_at = self._now()
        self.status = LogStatus(self._path)

    def _begin_next(self) -> None:
        """Keep the file as `NAME.1` (the newest; older ones move up) and begin a new one."""
        # Closed before it is renamed: Windows renames no open file.
        self._drop_file()
        try:
            self._shift()
        except OSError as error:
            self._open("a")
            if self._file is not None:
                self.status = LogStatus(
                    self._path,
                    phrase("said.files", "{0}: no new file begun: {1}").format(
                        self._path, error.strerror or error
                    ),
                )
            return
        self._open("a")

    def _shift(self) -> None:
        for number, kept in sorted(self._kept(), reverse=True):
            if number >= self._keep:
                kept.unlink()
            else:
                kept.replace(self._numbered(number + 1))
        if self._path.exists():
            self._path.replace(self._numbered(1))

    def _kept(self) -> list[tuple[int, Path]]:
        prefix = f"{self._path.name}."
        named = [
            (path.name.removeprefix(prefix), path)
            for path in self._path.parent.iterdir()
            if path.name.startswith(prefix)
        ]
        return [(int(number), path) for number, path in named if re.fullmatch("[1-9][0-9]{0,3}", number)]

    def _numbered(self, number: int) -> Path:
        return self._path.with_name(f"{self._path.name}.{number}")

    def _taken_away(self, file: io.FileIO) -> bool:
        """Somebody has removed or renamed the file: what is written to it now would be lost."""
        try:
            return not os.path.samestat(self._path.stat(), os.fstat(file.fileno()))
        except OSError:
            return True

    def _fail(self, what: str) -> None:
        self._drop_file()
        self._retry_at = self._now() + _RETRY_S
        self.status = LogStatus(
            self._path,
            phrase("said.files", "{0}: {1}; the log goes to standard error").format(self._path, what),
        )

    def _drop_file(self) -> None:
        if self._file is not None:
            self._file.close()
            self._file = None


def open_log(
    section: LoggingSection, folder: Path, now: Callable[[], float] = time.monotonic, *, anew: bool = True
) -> LogFile:
    """Send the logger `watchdoge` to the configured file, relative to `folder` (the configuration's).

    `now` gives monotonic seconds. `anew=False` keeps the file's lines whatever `filemode` says: for a
    configuration that changes while the program runs. Never raises for a file that cannot be written:
    see the handler's `status`. Its `close()` ends it, and another may be opened then.
    """
    handler = LogFile(section, folder, now, anew)
    logger = logging.getLogger(LOGGER)
    logger.setLevel(section.level)
    logger.addHandler(handler)
    return handler
