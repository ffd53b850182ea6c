"""A recording replayed at 1000 times its pace; prints what was painted as JSON.

    python -m tests.benchmarks.history_window_replay FOLDER PLAY_S

The recording is made first, in FOLDER, cycle by cycle as the program does it: judged, recorded, sealed.
"at": monotonic seconds at which the fleet's table was painted with another cycle in it.
"""

import json
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QSettings, Slot
from PySide6.QtWidgets import QApplication

from doge_gui.connections import connect_replay
from doge_gui.core.snapshot import Phase, Snapshot
from doge_gui.engine.alarm_judge import AlarmJudge
from doge_gui.engine.replay_desk import ReplayDesk
from doge_gui.history.reader import HistoryReader
from doge_gui.history.recorder import Recorder
from doge_gui.station import settle_memory
from doge_gui.views.replay_screen import ReplayScreen
from doge_gui.views.theme import ThemeManager
from tools.alarm_stories import RULES, AlarmStory, Instant
from tools.stories import LOAD, TEMPERATURE, TIMEOUT, Story, fleet

GATEWAYS, CYCLES, INTERVAL_S = 50, 1300, 10.0
SPEED = 1000.0
SIZE = (1600, 960)
_BEGINS = 9000.0
"""Seconds after the story's usual beginning, so that a segment ends in the middle of it."""
_PATIENCE_S = 20.0


def record(path: Path) -> Story:
    """Have a story recorded in which gateways get lost, and one is too hot."""
    story = fleet(GATEWAYS, (TEMPERATURE, LOAD))
    story.interval_s = INTERVAL_S
    story.now += _BEGINS
    judge = AlarmJudge(partial(Recorder, path, "plant"), lambda: None, RULES, INTERVAL_S)
    judge.begin(_instant(story))
    for number in range(CYCLES):
        lost = {one.plc: TIMEOUT for one in story.plan.addresses[3:5]} if number % 90 > 60 else {}
        hot = {story.plan.addresses[1].plc: (34.6, 40.0)} if number % 45 > 38 else {}
        snapshot = story.cycle(lost, hot, Phase.READ)
        judge.take_snapshot(snapshot, _instant(story))
        judge.save(_instant(story))
        judge.end_cycle(replace(snapshot, facts=replace(snapshot.facts, phase=Phase.DONE)))
    while judge.settle():
        pass
    judge.close(_instant(story))
    return story


def _instant(story: Story) -> Instant:
    return Instant(story.now, AlarmStory.at(story.now))


class _Paintings(QObject):
    """Notes each painting of the fleet's table that shows another picture than the one before."""

    def __init__(self, desk: ReplayDesk, screen: ReplayScreen) -> None:
        super().__init__()
        self.at: list[float] = []
        self.pictures = 0
        self._fresh = False
        desk.picture_ready.connect(self._on_picture)
        screen.plant.fleet.grid.viewport().installEventFilter(self)

    @Slot(object)
    def _on_picture(self, _snapshot: Snapshot) -> None:
        self.pictures += 1
        self._fresh = True

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """See a painting."""
        if event.type() is QEvent.Type.Paint and self._fresh:
            self.at.append(time.monotonic())
            self._fresh = False
        return False


def until(application: QApplication, fact: Callable[[], bool]) -> None:
    """Let the program run until something is so. Raises RuntimeError where that takes too long."""
    end = time.monotonic() + _PATIENCE_S
    while not fact():
        if time.monotonic() > end:
            raise RuntimeError("the replay did not come")
        application.processEvents()
        time.sleep(0.0005)


def play(application: QApplication, path: Path, story: Story, seconds: float) -> dict[str, object]:
    """Open the replay at the recording's beginning, let it run, and tell what was painted."""
    settings = QSettings(str(path.with_name("window.ini")), QSettings.Format.IniFormat)
    desk = ReplayDesk(partial(HistoryReader, path, "plant"), RULES, time.monotonic)
    screen = ReplayScreen(ThemeManager(application, settings).theme)
    connect_replay(desk, screen)
    screen.resize(*SIZE)
    screen.show()
    desk.open(AlarmStory.at(1000.0 + _BEGINS))
    paintings = _Paintings(desk, screen)
    until(application, lambda: not desk.reading and bool(paintings.at))
    settle_memory()
    paintings.at.clear()
    paintings.pictures = 0
    desk.set_speed(SPEED)
    began, used = time.monotonic(), time.process_time()
    desk.play()
    until(application, lambda: time.monotonic() > began + seconds)
    took, used = time.monotonic() - began, time.process_time() - used
    desk.stop()
    screen.close()
    return {"took": took, "used": used, "at": paintings.at, "pictures": paintings.pictures}


def main() -> None:
    """Record, play and print."""
    path = Path(sys.argv[1]) / "history.db"
    began = time.monotonic()
    story = record(path)
    recording_s = time.monotonic() - began
    seen = play(QApplication(sys.argv[:1]), path, story, float(sys.argv[2]))
    print(json.dumps({**seen, "recording_s": recording_s}))


if __name__ == "__main__":
    main()
