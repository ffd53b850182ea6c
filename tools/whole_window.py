"""The real window with something to see on every screen: for its tests, and for pictures of it.

xvfb-run -a -s "-screen 0 1920x1200x24" .venv/bin/python -m tools.whole_window [part of a picture's name]

renders every screen in every theme, healthy and broken, into `.run/look/whole/`.
"""

import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QObject, QSettings, Slot
from PySide6.QtWidgets import QApplication

from doge_gui.connections import connect_replay
from doge_gui.core.alarms.book import Book
from doge_gui.core.alarms.performance import performance
from doge_gui.core.recording.curves import TrendAnswer, TrendQuestion
from doge_gui.core.statuses import AddressStatus, Schedule, SoundStatus
from doge_gui.engine.replay_desk import ReplayDesk
from doge_gui.views.main_window import MainWindow
from doge_gui.views.replay_screen import ReplayScreen
from doge_gui.views.theme import Choice, Settings, ThemeManager
from doge_gui.views.trend_screen import TrendScreen
from tools.recorded_stories import RecordedStory
from tools.stories import START, fleet
from tools.trend_stories import MadeUpHistory

SCREENS = ("supervision", "alarms", "performance", "trends", "replay")
"""In the order of the navigation."""
FOLDER = Path(".run/look/whole")
SIZES = ((1024, 640), (1600, 960))


class WholeWindow(QObject):
    """A window, its fleet's story, and desks that answer what its screens ask."""

    def __init__(
        self, gateways: int, broken: bool, themes: ThemeManager, settings: Settings, cycles: int = 60
    ) -> None:
        super().__init__()
        self.recorded = RecordedStory(fleet(gateways))
        self.story, self.broken = self.recorded.story, broken
        self.window = MainWindow(settings, self._now, themes, self._wall)
        self.history = MadeUpHistory(8, now=datetime.now(UTC))
        self.desk = ReplayDesk(self._source, self.recorded.alarms.rules, time.monotonic, self)
        self._answered = False
        self.window.replay.connect_by(self._connect_replay)
        self.window.trends.connect_by(self._connect_trends)
        self.window.past.replay_wanted.connect(self._on_replay_wanted)
        self.window.measuring.wanted.connect(self._on_performance_wanted)
        self._play(cycles)

    def _now(self) -> float:
        return self.story.now

    @staticmethod
    def _wall() -> datetime:
        return START.astimezone()

    def _source(self) -> RecordedStory:
        return self.recorded

    def _play(self, cycles: int) -> None:
        """All cycles but the last into the record, each shown; the last ones are abnormal where broken."""
        self.recorded.tell(cycles + (90 - cycles % 90 - 4 if self.broken else 0), self.broken)
        window, alarms = self.window, self.recorded.alarms
        for picture in self.recorded.pictures:
            window.show_snapshot(picture)
        window.screen_.plots.draw_fresh()
        window.show_schedule(Schedule(self.story.interval_s, self.story.now + 11, False, False, 0))
        window.show_addresses(AddressStatus("ip_addresses.json", len(self.story.plan), self.story.now - 3))
        sound = SoundStatus(not self.broken, "no audio device" if self.broken else "")
        window.show_sound(sound)
        window.show_alarms(alarms.judge_sound(sound))
        window.show_sounding(self.broken, "temperature" if self.broken else "")
        window.tick()

    def go_to(self, screen: str) -> None:
        """Show a screen; the replay has read what it needs when this returns."""
        self.window.pages.show_page(SCREENS.index(screen))
        if screen == "replay":
            until(lambda: not self.desk.reading)
            self.window.replay.screen_.plant.plots.draw_fresh()
        if screen == "trends":
            until(lambda: self._answered)
        QApplication.processEvents()

    def end(self) -> None:
        """Close everything."""
        self.desk.stop()
        self.window.end()
        self.window.close()
        self.window.deleteLater()

    def _connect_replay(self, screen: ReplayScreen) -> None:
        connect_replay(self.desk, screen)

    def _connect_trends(self, screen: TrendScreen) -> None:
        screen.question_wanted.connect(self._on_question)
        screen.show_tags(self.history.plan(), self.history.tags())
        screen.show_recorded(self.history.span())

    @Slot(object)
    def _on_question(self, question: TrendQuestion) -> None:
        curves = self.history.curves(question.tags, question.begin, question.end, question.points)
        self.window.trends.screen_.show_answer(TrendAnswer(question, tuple(curves)))
        self._answered = True

    @Slot(object)
    def _on_replay_wanted(self, _at: datetime) -> None:
        self.desk.open(self.recorded.made.cycles[-1].at)

    @Slot(float)
    def _on_performance_wanted(self, _span_s: float) -> None:
        events, book = self.recorded.alarms.events, self.recorded.alarms.book
        begin, end = START, self.recorded.alarms.at(self.story.now)
        told = performance(events, book if self.broken else Book(), begin, end)
        self.window.measuring.show_performance(told)


def until(fact: Callable[[], bool], seconds: float = 10.0) -> None:
    """Let the program run until something is so. Raises TimeoutError."""
    end = time.monotonic() + seconds
    while not fact():
        if time.monotonic() > end:
            raise TimeoutError
        QApplication.processEvents()


def main() -> None:
    """Render every picture whose name holds the argument."""
    only = sys.argv[1] if len(sys.argv) > 1 else ""
    FOLDER.mkdir(parents=True, exist_ok=True)
    application = QApplication([])
    settings = QSettings(str(FOLDER / "nothing.ini"), QSettings.Format.IniFormat)
    settings.clear()
    themes = ThemeManager(application, settings)
    for story, broken in (("well", False), ("broken", True)):
        whole = WholeWindow(50, broken, themes, settings)
        whole.window.show()
        for choice in (Choice.LIGHT, Choice.DARK, Choice.CONTRAST):
            themes.choose(choice)
            for screen in SCREENS:
                for width, height in SIZES:
                    name = f"{screen}-{story}-{choice.value}-{width}x{height}"
                    if only in name:
                        whole.window.resize(width, height)
                        whole.go_to(screen)
                        for _ in range(4):
                            application.processEvents()
                        whole.window.grab().save(str(FOLDER / f"{name}.png"))
        whole.end()
        themes.choose(Choice.LIGHT)


if __name__ == "__main__":
    main()
