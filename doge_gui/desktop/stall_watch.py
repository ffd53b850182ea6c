"""Watches the window's thread from another: when it stands still, where it stands is written down."""

import contextlib
import logging
import os
import sys
import threading
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Slot

_BEAT_MS = 500
_LOOK_S = 0.5
_MOST_FILES = 10
_NAME = "stall-"


@dataclass(frozen=True, slots=True)
class Heard:
    """What the listening thread knows."""

    beats: int
    at: float
    """Monotonic seconds of the last look."""
    silent_s: float = 0.0
    """For so long the window has given no sign."""


def listen(before: Heard, beats: int, now: float, most_s: float) -> Heard:
    """One more look. It adds `most_s` at most: what took longer was sleep, of the machine or the program."""
    if beats != before.beats:
        return Heard(beats, now)
    return Heard(beats, now, before.silent_s + min(now - before.at, most_s))


class StallWatch(QObject):
    """A timer in the window's thread says "alive" twice a second; a thread of its own listens.

    What the thread counts is its own waking seconds: a machine that slept and a program that was stopped
    are no standstill. While native code holds the interpreter no Python thread runs, this one neither.
    """

    def __init__(
        self,
        folder: Path,
        log: logging.Logger,
        clock: Callable[[], float],
        stalled_s: float = 5.0,
        parent: QObject | None = None,
    ) -> None:
        """`clock` gives monotonic seconds. Made and begun in the thread that is watched."""
        super().__init__(parent)
        self._folder, self._log, self._clock, self._stalled_s = folder, log, clock, stalled_s
        self._watched = threading.get_ident()
        self._beats = 0
        self._ended = threading.Event()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.CoarseTimer)
        self._timer.timeout.connect(self._on_beat)
        self._thread = threading.Thread(target=self._listen, name="stall watch", daemon=True)

    def begin(self) -> None:
        """Watch from now on."""
        self._timer.start(_BEAT_MS)
        self._thread.start()

    def end(self) -> None:
        """Watch no more."""
        self._timer.stop()
        self._ended.set()
        if self._thread.is_alive():
            self._thread.join(2.0)

    @Slot()
    def _on_beat(self) -> None:
        self._beats += 1

    def _listen(self) -> None:
        look_s = min(_LOOK_S, self._stalled_s / 4)
        heard, told = Heard(self._beats, self._clock()), False
        while not self._ended.wait(look_s):
            before, heard = heard, listen(heard, self._beats, self._clock(), 2 * look_s)
            if told and heard.silent_s == 0:
                told = False
                self._log.warning("the window goes on; it stood still for %.1f s", before.silent_s)
            elif not told and heard.silent_s >= self._stalled_s:
                told = True
                self._tell(heard.silent_s)

    def _tell(self, silent_s: float) -> None:
        now = datetime.now().astimezone()
        path = self._folder / f"{_NAME}{now:%Y%m%d-%H%M%S}-{os.getpid()}.txt"
        head = f"the window stood still for {silent_s:.1f} s at {now.isoformat(timespec='seconds')}\n"
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            path.write_text(head + stacks(self._watched), encoding="utf-8", errors="backslashreplace")
            _thin_out(self._folder)
        except OSError as error:
            self._log.warning("the window stands still; no stack: %s: %s", path, error.strerror or error)
            return
        self._log.warning("the window has stood still for %.1f s; where it stands: %s", silent_s, path)


def stacks(first: int) -> str:
    """Where each thread stands, the one with identity `first` first."""
    names = {thread.ident: thread.name for thread in threading.enumerate()}
    frames = sorted(sys._current_frames().items(), key=lambda pair: pair[0] != first)
    parts = []
    for identity, frame in frames:
        parts.append(f"\nthread {names.get(identity, identity)}, the newest call last\n")
        parts.extend(traceback.format_stack(frame))
    return "".join(parts)


def _thin_out(folder: Path) -> None:
    for path in sorted(folder.glob(f"{_NAME}*.txt"), reverse=True)[_MOST_FILES:]:
        with contextlib.suppress(OSError):
            path.unlink()
