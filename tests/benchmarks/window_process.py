"""The real window on the real engine, with a watch over its frames; prints what it saw as JSON.

    python -m tests.benchmarks.window_process CONFIGURATION IDLE_S BUSY_S

A timer of 16 ms in the window's thread has the status line painted at once each time it fires; the rest of
the window paints itself as cycles change it. Whatever holds the thread up (a slot, a fold, a painting, the
interpreter's lock in a worker's hand) delays the next firing, so the time from one to the next is the time
an animation would stand still. "work" is the thread's own processor time in each gap of "busy".
"""

import json
import sys
import time
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QSettings, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication

from doge_gui.app import Desktop
from doge_gui.core.snapshot import Phase, Snapshot
from doge_gui.station import Options

FRAME_MS = 16
SETTLE_S = 3.0
"""The window, the sound player and the first cycles are given this long before anything counts."""


class _Frames(QObject):
    """Records the gaps between frames, first while the plant is not asked, then back to back."""

    _poll_wanted = Signal()
    _pause_wanted = Signal(bool)

    def __init__(self, desktop: Desktop, application: QApplication, idle_s: float, busy_s: float) -> None:
        super().__init__()
        self._desktop, self._application = desktop, application
        self._idle_s, self._busy_s = idle_s, busy_s
        self._last = self._worked = 0.0
        self._gaps: list[float] | None = None
        self.seen: dict[str, list[float]] = {"idle": [], "busy": [], "work": [], "cycles": []}
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(FRAME_MS)
        self._timer.timeout.connect(self._on_frame)
        QTimer.singleShot(round(SETTLE_S * 1000), self, self._on_settled)

    @Slot()
    def _on_settled(self) -> None:
        session = self._desktop.session
        if session is None:
            raise RuntimeError("the window has no engine")
        supervision = session.supervision
        supervision.cycle_ended.connect(self._on_cycle_ended)
        supervision.snapshot_ready.connect(self._on_snapshot_ready)
        # The engine lives in another thread: it is asked by signals.
        self._poll_wanted.connect(supervision.poll_now)
        self._pause_wanted.connect(supervision.pause)
        self._pause_wanted.emit(True)
        self._record("idle")
        self._timer.start()
        QTimer.singleShot(round(self._idle_s * 1000), self, self._on_idle_seen)

    @Slot()
    def _on_idle_seen(self) -> None:
        self._record("busy")
        self._poll_wanted.emit()
        QTimer.singleShot(round(self._busy_s * 1000), self, self._on_busy_seen)

    @Slot()
    def _on_busy_seen(self) -> None:
        self._gaps = None
        self._timer.stop()
        self._application.quit()

    @Slot()
    def _on_cycle_ended(self) -> None:
        if self._gaps is self.seen["busy"]:
            self._poll_wanted.emit()

    @Slot(object)
    def _on_snapshot_ready(self, snapshot: Snapshot) -> None:
        if snapshot.facts.phase is Phase.DONE and self._gaps is self.seen["busy"]:
            self.seen["cycles"].append(snapshot.facts.elapsed_s)

    @Slot()
    def _on_frame(self) -> None:
        now, worked = time.perf_counter(), time.thread_time()
        if self._gaps is not None:
            self._gaps.append(now - self._last)
        if self._gaps is self.seen["busy"]:
            self.seen["work"].append(worked - self._worked)
        self._last, self._worked = now, worked
        self._desktop.window.status.repaint()

    def _record(self, name: str) -> None:
        self._gaps = self.seen[name]
        self._last = time.perf_counter()


def main() -> None:
    """Watch the window and print the gaps."""
    config, idle_s, busy_s = Path(sys.argv[1]), float(sys.argv[2]), float(sys.argv[3])
    application = QApplication(sys.argv[:1])
    settings = QSettings(str(config.with_name("window.ini")), QSettings.Format.IniFormat)
    options = Options(config=config)
    desktop = Desktop(application, settings, options)
    desktop.begin(options)
    frames = _Frames(desktop, application, idle_s, busy_s)
    application.exec()
    desktop.end()
    seen: dict[str, Any] = frames.seen
    print(json.dumps(seen))


if __name__ == "__main__":
    main()
