"""Alarms in the real window with the real desk, journal and sound player; prints what was measured as JSON.

    python -m tests.benchmarks.alarm_process FOLDER

No gateway is asked: pictures of a plant are handed over as a cycle would hand them over when all was read.
"judged": seconds in which 10,000 alarms that come in one cycle are judged. "gaps": the time between firings
of a 16 ms timer in the window's thread while they come, are shown on the alarm screen, and are acknowledged.
"red" and "sounds": seconds from a picture to the painted alarm, and to the player's word that it plays.
"""

import json
import sys
import time
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEventLoop, QObject, QSettings, Qt, QTimer, Slot
from PySide6.QtWidgets import QApplication

from doge_gui.core.alarms.book import Instant
from doge_gui.core.alarms.rules import Rules
from doge_gui.core.plan import Plan, RequestRule
from doge_gui.core.snapshot import Snapshot
from doge_gui.engine.alarm_desk import AlarmDesk
from doge_gui.engine.alarm_judge import AlarmJudge
from doge_gui.engine.annunciator import Annunciator
from doge_gui.history.recorder import Recorder
from doge_gui.station import own_command, settle_memory
from doge_gui.views.main_window import MainWindow
from doge_gui.views.theme import ThemeManager
from tests.core.pictures import cycle, good, plan_of

GATEWAYS, FEW = 5000, 50
ROUNDS = 30
FRAME_MS = 16
PATIENCE_MS = 20_000
_START = datetime(2026, 1, 31, 8, tzinfo=UTC)
REQUESTS = (RequestRule("temperature", threshold=30.0), RequestRule("pressure", threshold=30.0))


def picture(plan: Plan, value: float, last: Snapshot | None) -> Snapshot:
    """Every gateway answers with one value for each request."""
    replies = [good(address.plc, (1, 2, 3), *(value,) * len(plan.requests)) for address in plan.addresses]
    return cycle(plan, *replies, last=last, now=time.monotonic())


def plant(gateways: int) -> Plan:
    """So many gateways."""
    return plan_of(*(f"API-{number}" for number in range(gateways)), requests=REQUESTS)


def judged() -> list[float]:
    """Seconds in which 10,000 alarms are judged, a few times over."""
    plan = plant(GATEWAYS)
    well = picture(plan, 20.0, None)
    hot = picture(plan, 40.0, well)
    seconds = []
    for _ in range(5):
        judge = AlarmJudge(_no_record, lambda: None, Rules())
        judge.take_snapshot(well, Instant(0.0, _START))
        began = time.perf_counter()
        judge.take_snapshot(hot, Instant(60.0, _START + timedelta(minutes=1)))
        seconds.append(time.perf_counter() - began)
        if len(judge.book.alarms) != GATEWAYS * len(REQUESTS):
            raise RuntimeError("not every alarm came")
    return seconds


def _no_record() -> Recorder:
    raise RuntimeError("nothing is recorded here")


class _Control(QObject):
    """The window with its desk and its sound, and a watch over its frames."""

    def __init__(self, folder: Path, application: QApplication) -> None:
        super().__init__()
        settings = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)
        self.window = MainWindow(settings, time.monotonic, ThemeManager(application, settings))
        judge = AlarmJudge(partial(Recorder, folder / "history.db", "plant"), lambda: None, Rules())
        self.desk = AlarmDesk(judge, time.monotonic, lambda: datetime.now(UTC), "bench", self)
        sounds = Path(__file__).resolve().parents[2] / "sounds"
        self.sound = Annunciator(
            own_command("--play-sounds"), lambda _own, priority: sounds / f"{priority.name.lower()}.wav", self
        )
        self.desk.changed.connect(self.window.show_alarms)
        self.desk.heard.connect(self.sound.take_calls)
        self.gaps: list[float] = []
        self._last = 0.0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(FRAME_MS)
        self._timer.timeout.connect(self._on_frame)

    def begin(self) -> None:
        """Open the window, the journal and the sound."""
        self.window.show()
        self.desk.start()
        self.sound.start()
        wait_for(self.sound.status_changed)

    def end(self) -> None:
        """Close all of them."""
        self.sound.stop()
        self.desk.stop()
        self.window.close()

    def take(self, snapshot: Snapshot) -> None:
        """Hand a picture over as a cycle does."""
        self.window.show_picture(snapshot)
        self.desk.take_snapshot(snapshot)

    def watch(self, seconds: float) -> None:
        """Let the window run, its frames watched."""
        self._last = time.perf_counter()
        self._timer.start()
        run(seconds)
        self._timer.stop()

    @Slot()
    def _on_frame(self) -> None:
        now = time.perf_counter()
        self.gaps.append(now - self._last)
        self._last = now


def run(seconds: float) -> None:
    """Let events be handled for a time."""
    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1000), loop, loop.quit)
    loop.exec()


def wait_for(signal: object) -> float:
    """Let events be handled until a signal comes; its instant. Raises RuntimeError where it does not."""
    loop, at = QEventLoop(), []

    def note(*_values: object) -> None:
        at.append(time.perf_counter())
        loop.quit()

    signal.connect(note)  # type: ignore[attr-defined]
    QTimer.singleShot(PATIENCE_MS, loop, loop.quit)
    loop.exec()
    signal.disconnect(note)  # type: ignore[attr-defined]
    if not at:
        raise RuntimeError("what was waited for did not come")
    return at[0]


def flood(control: _Control) -> None:
    """Ten thousand alarms come, stand, and are acknowledged, before the alarm screen."""
    plan = plant(GATEWAYS)
    well = picture(plan, 20.0, None)
    control.take(well)
    control.window.pages.show_widget(control.window.alarms)
    run(2.0)
    hot = picture(plan, 40.0, well)
    still = picture(plan, 40.0, hot)
    QTimer.singleShot(300, control, lambda: control.take(hot))
    QTimer.singleShot(3000, control, lambda: control.take(still))
    everything = tuple(f"high:{rule.name}:{one.plc}" for rule in REQUESTS for one in plan.addresses)
    QTimer.singleShot(5000, control, lambda: control.desk.acknowledge(everything, "seen"))
    control.watch(8.0)


def latency(control: _Control) -> tuple[list[float], list[float]]:
    """Seconds from a picture to red, and to sound, alarm by alarm."""
    plan = plant(FEW)
    last = picture(plan, 20.0, None)
    red, sounds = [], []
    control.take(last)
    run(1.0)
    for _ in range(ROUNDS):
        last = picture(plan, 40.0, last)
        began = time.perf_counter()
        heard: list[float] = []
        note = partial(_note, heard)
        control.sound.began.connect(note)
        control.take(last)
        wait_for(control.desk.changed)
        control.window.repaint()
        red.append(time.perf_counter() - began)
        if not heard:
            wait_for(control.sound.began)
            heard.append(time.perf_counter())
        control.sound.began.disconnect(note)
        sounds.append(heard[0] - began)
        last = picture(plan, 20.0, last)
        control.take(last)
        wait_for(control.desk.changed)
        control.desk.acknowledge(tuple(_standing(plan)), "seen")
        wait_for(control.desk.changed)
        run(1.2)
    return red, sounds


def _note(heard: list[float], *_values: object) -> None:
    heard.append(time.perf_counter())


def _standing(plan: Plan) -> list[str]:
    return [f"high:{rule.name}:{one.plc}" for rule in REQUESTS for one in plan.addresses]


def main() -> None:
    """Measure and print."""
    folder = Path(sys.argv[1])
    seconds = judged()
    application = QApplication(sys.argv[:1])
    control = _Control(folder, application)
    control.begin()
    # As both programs do.
    settle_memory()
    red, sounds = latency(control)
    flood(control)
    control.end()
    print(json.dumps({"judged": seconds, "gaps": control.gaps, "red": red, "sounds": sounds}))


if __name__ == "__main__":
    main()
