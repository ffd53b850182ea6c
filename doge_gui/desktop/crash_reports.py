"""Every way in which a defect shows itself leads here: to the log, to a report, and once to the operator."""

import atexit
import faulthandler
import logging
import os
import platform
import sys
import threading
import time
import traceback
from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, Signal, qInstallMessageHandler, qVersion

from doge_gui import __version__
from doge_gui.desktop import run_file
from doge_gui.desktop.redaction import redact
from doge_gui.log_file import one_line

_WARNINGS = {
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}
_MOST_DISTINCT = 500
_SHOWN_CHARACTERS = 300


def _running_time() -> float:
    return time.monotonic()


class CrashReports(QObject):
    """Takes the interpreter's and Qt's hooks from `begin()` to `end()`; all of it works from any thread.

    Signals:
        defect_noticed(str): one line about a defect that was not seen before; the program lives on. It may
            come from any thread: connect a bound slot.
    """

    defect_noticed = Signal(str)

    def __init__(
        self,
        folder: Path,
        log: logging.Logger,
        clock: Callable[[], float] = _running_time,
        parent: QObject | None = None,
    ) -> None:
        """Reports go to `folder`, lines to `log`; `clock` gives monotonic seconds."""
        super().__init__(parent)
        self.folder = folder
        self._log, self._clock = log, clock
        self._began = clock()
        self._secrets: frozenset[str] = frozenset()
        self._run: run_file.RunFile | None = None
        self._seen: dict[str, int] = {}
        self._guard = threading.RLock()
        self._active = self._hooked = False

    def begin(self) -> None:
        """Take the hooks. A folder that takes no file costs the report, nothing else."""
        self._began, self._active = self._clock(), True
        stamp = f"{datetime.now():%Y%m%d-%H%M%S}-{os.getpid()}"  # noqa: DTZ005 - the user's own time
        self._faults_before = faulthandler.is_enabled()
        try:
            self._run = run_file.RunFile(self.folder, stamp, _context())
            faulthandler.enable(self._run.fileno(), all_threads=True)
        except OSError as error:
            self._log.warning("no crash reports: %s: %s", self.folder, one_line(str(error)))
        self._hooks = sys.excepthook, threading.excepthook, sys.unraisablehook
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception
        sys.unraisablehook = self._on_unraisable
        self._qt_before = qInstallMessageHandler(self._on_qt_message)
        atexit.register(self._on_exit)

    def hide(self, secrets: Iterable[str]) -> None:
        """Never write these: what `secrets_of` found in the configuration in force."""
        self._secrets = frozenset(secrets)

    def end(self) -> None:
        """Give the hooks back. A run without a defect leaves nothing."""
        if not self._active:
            return
        self._active = False
        atexit.unregister(self._on_exit)
        qInstallMessageHandler(self._qt_before)
        sys.excepthook, threading.excepthook, sys.unraisablehook = self._hooks
        self._give_faults_back()
        if self._run is not None:
            self._run.end()
            self._run = None

    def left_behind(self) -> tuple[Path, ...]:
        """Reports of earlier runs that ended by a crash and were not put away, the newest first."""
        return run_file.collect(self.folder)

    def put_away(self, paths: Iterable[Path]) -> None:
        """Offer these no more; ten reports are kept in all."""
        for path in paths:
            run_file.put_away(path)

    # Hooks

    def _on_exception(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if not issubclass(kind, Exception):
            self._hooks[0](kind, error, trace)
            return
        self._hooked = True
        if self._take("unexpected error", kind, error, trace):
            self._hooks[0](kind, error, trace)

    def _on_thread_exception(self, told: threading.ExceptHookArgs) -> None:
        if issubclass(told.exc_type, SystemExit):
            return
        name = told.thread.name if told.thread is not None else "?"
        self._take(f"unexpected error in thread {name}", told.exc_type, told.exc_value, told.exc_traceback)

    def _on_unraisable(self, told: "sys.UnraisableHookArgs") -> None:
        what = told.err_msg or "unexpected error while an object ended"
        self._take(what, told.exc_type, told.exc_value, told.exc_traceback)

    def _on_qt_message(self, kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        level = _WARNINGS.get(kind)
        if level is None:
            self._pass_on(kind, context, message)
            return
        text = one_line(redact(message, self._secrets))
        if _worth_telling(count := self._count(f"qt {text}")):
            self._log.log(level, "Qt: %s%s", text, _times(count))
            self._note(f"{self._elapsed()} Qt: {text}{_times(count)}")
            self._pass_on(kind, context, message)

    def _on_exit(self) -> None:
        """The interpreter ends though nobody called `end()`: by an error, if one reached the hook."""
        run = self._run
        if self._hooked and run is not None:
            run.tell(run_file.ENDED_BY_ERROR)
            self._run = None
        self.end()

    # What becomes of it

    def _take(
        self,
        what: str,
        kind: type[BaseException],
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> bool:
        """Write a defect down; False where it was seen before and is not worth another line."""
        place = _place(trace)
        count = self._count(f"{kind.__name__} {place}")
        if not _worth_telling(count):
            return False
        lines = traceback.format_exception(kind, error, trace)
        text = redact("".join(lines), self._secrets).rstrip()
        line = one_line(redact(f"{kind.__name__}: {error}", self._secrets))[:_SHOWN_CHARACTERS]
        if count > 1:
            self._log.critical("%s: %s at %s%s", what, line, place, _times(count))
            return False
        self._log.critical("%s: %s\n%s", what, line, text)
        if self._run is not None:
            self._run.tell(f"{self._elapsed()} {what}\n{text}")
        self.defect_noticed.emit(f"{line} ({place})")
        return True

    def _note(self, line: str) -> None:
        if self._run is not None:
            self._run.note(line)

    def _count(self, key: str) -> int:
        with self._guard:
            if key not in self._seen and len(self._seen) >= _MOST_DISTINCT:
                return _MOST_DISTINCT + 1
            self._seen[key] = self._seen.get(key, 0) + 1
            return self._seen[key]

    def _elapsed(self) -> str:
        return f"after {self._clock() - self._began:.1f} s:"

    def _pass_on(self, kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        """Whoever listened before goes on to; else the message is seen where it always was."""
        if callable(self._qt_before):
            self._qt_before(kind, context, message)
        elif sys.stderr is not None:
            sys.stderr.write(f"{message}\n")

    def _give_faults_back(self) -> None:
        faulthandler.disable()
        if self._faults_before and sys.__stderr__ is not None:
            faulthandler.enable(sys.__stderr__)


def _context() -> str:
    lines = (
        f"WatchDoge Supercharged {__version__}",
        f"Python {platform.python_version()}, Qt {qVersion()}",
        f"{platform.platform()}, {platform.machine()}, {os.cpu_count()} processors",
        f"began {datetime.now().astimezone().isoformat(timespec='seconds')}, process {os.getpid()}",
    )
    return "".join(f"{line}\n" for line in lines) + "\n"


def _place(trace: TracebackType | None) -> str:
    """Where it came to pass: `table.py:120`."""
    frames = traceback.extract_tb(trace)
    return f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else "?"


def _worth_telling(count: int) -> bool:
    """The first of its kind, the tenth, the hundredth."""
    while count >= 10 and count % 10 == 0:
        count //= 10
    return count == 1


def _times(count: int) -> str:
    return f" ({count} times)" if count > 1 else ""
