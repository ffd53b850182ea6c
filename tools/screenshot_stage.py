"""The window on a scripted plant, for pictures: the same story each time, to the pixel."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QRect, QSettings
from PySide6.QtWidgets import QApplication, QWidget

from doge_gui.connections import connect_replay
from doge_gui.core.statuses import AddressStatus, Schedule, SoundStatus
from doge_gui.engine.replay_desk import ReplayDesk
from doge_gui.views.main_window import MainWindow
from doge_gui.views.theme import ThemeManager
from tools.alarm_stories import AlarmStory
from tools.look import Clock
from tools.recorded_stories import RecordedStory
from tools.stories import GARBLED, LOAD, TEMPERATURE, TIMEOUT, fleet

SIZE = (1080, 675)
GATEWAYS = 12
_HOT = (31.8, 63.0)
_PATIENCE_S = 10.0
Window = TypeVar("Window", bound=QWidget)


@dataclass(frozen=True)
class Shot:
    """A part of the screen that is a picture."""

    widget: QWidget
    part: QRect | None = None
    """None: all of it."""


class Stage:
    """A window, the fleet it shows and the alarms of that fleet."""

    def __init__(
        self,
        application: QApplication,
        themes: ThemeManager,
        folder: Path,
        gateways: int = GATEWAYS,
        size: tuple[int, int] = SIZE,
    ) -> None:
        self.application, self.themes = application, themes
        self.story = fleet(gateways, (TEMPERATURE, LOAD))
        self.settings = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)
        self.settings.clear()
        clock = Clock(self.story)
        self.window = MainWindow(self.settings, clock, themes, self.wall, lambda: True)
        self.alarms = AlarmStory(self.story)
        self._replay: ReplayDesk | None = None
        self._others: list[QWidget] = []
        self.window.resize(*size)
        self.window.show()

    def wall(self) -> datetime:
        """The story's time of day, as a plant in UTC would see it."""
        return AlarmStory.at(self.story.now)

    def cycle(self, *lost: str, hot: tuple[str, ...] = (), garbled: tuple[str, ...] = ()) -> None:
        """One cycle: who is lost, who is too hot, who answers wrongly."""
        failures = {**dict.fromkeys(lost, TIMEOUT), **dict.fromkeys(garbled, GARBLED)}
        snapshot = self.story.cycle(failures, dict.fromkeys(hot, _HOT))
        self.window.show_snapshot(snapshot)
        self.window.show_alarms(self.alarms.judge(snapshot))

    def tell(self, example: bool = False, sound: str = "") -> None:
        """Show how the program itself fares; `sound`: why it is lost."""
        status = SoundStatus(not sound, sound)
        self.window.show_sound(status)
        self.window.show_alarms(self.alarms.judge_sound(status))
        self.window.show_schedule(Schedule(self.story.interval_s, self.story.now + 11, False, False, 0))
        read_at = self.story.now - 3
        self.window.show_addresses(
            AddressStatus("ip_addresses.json", len(self.story.plan), read_at, example=example)
        )
        self.window.screen_.plots.draw_fresh()
        self.window.tick()
        self.settle()

    def replay(self) -> None:
        """Show a recorded quarter of an hour, in which a gateway was lost."""
        told = RecordedStory(fleet(len(self.story.plan), (TEMPERATURE, LOAD)))
        told.tell(160, broken=True)
        screen = self.window.replay.screen_
        desk = self._replay = ReplayDesk(lambda: told, told.alarms.rules, time.monotonic)
        connect_replay(desk, screen)
        desk.open(told.made.cycles[0].at + timedelta(seconds=told.made.interval_s * 67))
        self.until(lambda: not desk.reading)
        screen.plant.plots.draw_fresh()
        self.settle()

    def until(self, fact: Callable[[], bool]) -> None:
        """Let the program run until something is so. Raises TimeoutError after ten seconds."""
        end = time.monotonic() + _PATIENCE_S
        while not fact():
            if time.monotonic() > end:
                raise TimeoutError("the window did not come to it")
            self.application.processEvents()

    def settle(self) -> None:
        """Let the window lay itself out and paint."""
        for _ in range(8):
            self.application.processEvents()

    def own(self, window: Window) -> Window:
        """Close another window with this one."""
        self._others.append(window)
        return window

    def end(self) -> None:
        """Close everything."""
        if self._replay is not None:
            self._replay.stop()
        for other in self._others:
            other.close()
            other.deleteLater()
        self.window.end()
        self.window.close()
        self.window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
