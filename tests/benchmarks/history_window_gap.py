"""The real window while it records a large fleet and draws trends; prints what it saw as JSON.

    python -m tests.benchmarks.history_window_gap CONFIGURATION WATCHED_S

Before it begins, an earlier run is recorded whose readings are not sealed yet, so that the recorder seals
all the while. The trend page is in front, with forty curves; they are asked for again after every cycle, as
always, and once a second another span is chosen. A timer of 16 ms in the window's thread has the status line
painted at once each time it fires; "gaps" are the times from one firing to the next, "work" the thread's own
processor time in each.
"""

import json
import os
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from itertools import cycle as endless
from pathlib import Path
from typing import Any

import numpy as np
from PySide6.QtCore import QObject, QSettings, Qt, QTimer, Slot
from PySide6.QtWidgets import QApplication
from sqlalchemy import func, select

from doge_gui.app import Desktop
from doge_gui.core.addresses import Address
from doge_gui.core.alarms.report import AlarmReport
from doge_gui.core.plan import Plan, RequestRule
from doge_gui.core.recording.batch import Batch
from doge_gui.core.recording.cycles import CycleRecord, CycleTotals, Samples
from doge_gui.core.recording.sampler import MOST_READINGS
from doge_gui.core.recording.tags import LATENCY, Layout, Tag
from doge_gui.core.snapshot import Quality, RequestTotal, VectorTotal
from doge_gui.engine.trend_desk import TrendDesk
from doge_gui.history.cycle_tables import SEGMENT
from doge_gui.history.database import Database
from doge_gui.history.recorder import Recorder
from doge_gui.session import Session
from doge_gui.station import Options, Station
from tests.benchmarks.children import REQUESTS
from tests.benchmarks.window_process import FRAME_MS, SETTLE_S

GATEWAYS, INTERVAL_S = 1000, 2.0
SEGMENTS = 3
"""That wait to be sealed."""
SPANS_S = (60.0, 300.0, 1800.0, 7200.0)
_CHANGING = (*range(6, 9), *range(9, 9 + len(REQUESTS)), 9 + len(REQUESTS))
"""Of a gateway's readings: marbles, requests, latency."""
_KINDS = ("compteur_bille/0", *REQUESTS[:2], LATENCY)
FORTY = tuple(Tag(f"API-{20 * number}", name) for number in range(1, 11) for name in _KINDS)


def record_before(path: Path, plant: str) -> None:
    """Record what an earlier run left behind when it was killed just now."""
    with closing(Recorder(path, plant)) as recorder:
        for record in _records():
            recorder.append(Batch(cycle=record))


def _records() -> Iterator[CycleRecord]:
    addresses = tuple(Address(f"API-{number}", "127.0.0.1", 1024 + number) for number in range(GATEWAYS))
    plan = Plan(addresses, tuple(RequestRule(name) for name in REQUESTS))
    layout, chance = Layout(plan), np.random.default_rng(5)
    everything = np.arange(len(layout), dtype=np.uint32)
    rows = np.arange(GATEWAYS)[:, None] * len(layout.own)
    changing = (rows + np.array(_CHANGING)).ravel().astype(np.uint32)
    nothing = VectorTotal()
    totals = CycleTotals((nothing, nothing, nothing), (RequestTotal(),) * len(REQUESTS))
    cycles = MOST_READINGS // len(layout)
    began = datetime.now(UTC) - timedelta(seconds=INTERVAL_S * (SEGMENTS * cycles + 2))
    for number in range(SEGMENTS * cycles):
        begins = number % cycles == 0
        chosen = everything if begins else changing
        values = chance.integers(0, 200, len(chosen)).astype(np.float64)
        samples = Samples(chosen, values, np.full(len(chosen), Quality.GOOD, np.uint8))
        at = began + timedelta(seconds=INTERVAL_S * number)
        yield CycleRecord(number + 1, at, INTERVAL_S, plan, begins, 0, 0.5, samples, totals, {})


class _Watch(QObject):
    """Draws trends, and records the gaps between frames."""

    def __init__(self, desktop: Desktop, application: QApplication, watched_s: float) -> None:
        super().__init__()
        self._desktop, self._application, self._watched_s = desktop, application, watched_s
        self._spans = endless(SPANS_S)
        self._last = self._worked = 0.0
        self._stored: set[int] = set()
        self.seen: dict[str, Any] = {"gaps": [], "work": [], "answers": 0, "curves": 0, "stored": 0}
        self._frames, self._choosing = QTimer(self), QTimer(self)
        self._frames.setTimerType(Qt.TimerType.PreciseTimer)
        self._frames.setInterval(FRAME_MS)
        self._frames.timeout.connect(self._on_frame)
        self._choosing.setInterval(1000)
        self._choosing.timeout.connect(self._on_choosing)
        QTimer.singleShot(round(SETTLE_S * 1000), self, self._on_begun)

    @Slot()
    def _on_begun(self) -> None:
        window = self._desktop.window
        window.pages.show_widget(window.trends)
        window.trends.screen_.show_set(FORTY, SPANS_S[0])
        QTimer.singleShot(round(SETTLE_S * 1000), self, self._on_settled)

    @Slot()
    def _on_settled(self) -> None:
        session, desk = self._desktop.findChild(Session), self._desktop.findChild(TrendDesk)
        if session is None or desk is None:
            raise RuntimeError("the window has no engine")
        session.alarms.changed.connect(self._on_changed)
        desk.ready.connect(self._on_ready)
        self._last, self._worked = time.perf_counter(), time.thread_time()
        self._choosing.start()
        self._frames.start()
        QTimer.singleShot(round(self._watched_s * 1000), self, self._on_seen)

    @Slot()
    def _on_choosing(self) -> None:
        self._desktop.window.trends.screen_.ways.set_span(next(self._spans))

    @Slot(object)
    def _on_changed(self, report: AlarmReport) -> None:
        self._stored.add(report.recorded)

    @Slot(object)
    def _on_ready(self, answer: Any) -> None:
        self.seen["answers"] += 1
        self.seen["curves"] += sum(len(curve.times) > 1 for curve in answer.curves)

    @Slot()
    def _on_frame(self) -> None:
        now, worked = time.perf_counter(), time.thread_time()
        self.seen["gaps"].append(now - self._last)
        self.seen["work"].append(worked - self._worked)
        self._last, self._worked = now, worked
        self._desktop.window.status.repaint()

    @Slot()
    def _on_seen(self) -> None:
        self._frames.stop()
        self._choosing.stop()
        self.seen["stored"] = len(self._stored)
        self._application.quit()


def sealed(path: Path) -> int:
    """How many tags of all segments are sealed."""
    with closing(Database(path, writable=False)) as database, database.reading() as connection:
        return int(connection.scalar(select(func.sum(SEGMENT.c.sealed))) or 0)


def main() -> None:
    """Record, watch the window and print the gaps."""
    config, watched_s = Path(sys.argv[1]), float(sys.argv[2])
    options = Options(config=config)
    path, plant = Station(options).record
    record_before(path, plant)
    application = QApplication(sys.argv[:1])
    settings = QSettings(str(config.with_name("window.ini")), QSettings.Format.IniFormat)
    desktop = Desktop(application, settings, options)
    desktop.begin(options)
    watch = _Watch(desktop, application, watched_s)
    application.exec()
    ended = desktop.end()
    print(json.dumps({**watch.seen, "sealed": sealed(path)}), flush=True)
    if not ended:
        # As the program does: a thread hangs.
        os._exit(0)


if __name__ == "__main__":
    main()
