"""Render the replay from recorded stories into `.run/look/`, to be looked at; or measure its pace.

xvfb-run -a -s "-screen 0 1920x1200x24" .venv/bin/python -m tools.look_replay [part of a picture's name]
xvfb-run -a -s "-screen 0 1920x1200x24" .venv/bin/python -m tools.look_replay --pace [gateways]
"""

import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, QSettings
from PySide6.QtWidgets import QApplication

from doge_gui.connections import connect_replay
from doge_gui.engine.replay_desk import ReplayDesk
from doge_gui.views.replay_screen import ReplayScreen
from doge_gui.views.theme import Choice, Theme, ThemeManager
from tools.look import FOLDER, settle
from tools.recorded_stories import RecordedStory
from tools.stories import LOAD, TEMPERATURE, fleet

SIZES = ((844, 470), (1024, 640), (1600, 960))
_PACE_S = 8.0


@dataclass(frozen=True)
class Scene:
    """One picture's contents."""

    name: str
    gateways: int
    broken: bool
    cycles: int = 400


SCENES = (
    Scene("8-well", 8, broken=False),
    Scene("8-broken", 8, broken=True),
    Scene("1000-well", 1000, broken=False, cycles=120),
    Scene("1000-broken", 1000, broken=True, cycles=120),
)


class Stage:
    """A desk and a screen, connected as the program connects them."""

    def __init__(self, application: QApplication, theme: Theme, told: RecordedStory) -> None:
        self._application, self.told = application, told
        self.desk = ReplayDesk(lambda: told, told.alarms.rules, time.monotonic)
        self.screen = ReplayScreen(theme)
        connect_replay(self.desk, self.screen)

    def open(self, cycle: int) -> None:
        """Show a cycle and all that is read around it."""
        self.screen.show()
        self.desk.open(self.told.made.cycles[cycle].at)
        self.until(lambda: not self.desk.reading)
        self.screen.plant.plots.draw_fresh()

    def until(self, fact: Callable[[], bool]) -> None:
        """Let the program run until something is so, or ten seconds are over."""
        end = time.monotonic() + 10
        while not fact() and time.monotonic() < end:
            self._application.processEvents()

    def end(self) -> None:
        """Close everything."""
        self.desk.stop()
        self.screen.close()


class Paintings(QObject):
    """Notes when the fleet's table was painted, and how long the window's thread was held up."""

    def __init__(self) -> None:
        super().__init__()
        self.at: list[float] = []

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """See a painting."""
        if event.type() == QEvent.Type.Paint:
            self.at.append(time.monotonic())
        return False


def pace(application: QApplication, themes: ThemeManager, gateways: int) -> None:
    """Play at 1000 times and print how many screens a second were painted."""
    told = RecordedStory(fleet(gateways, (TEMPERATURE, LOAD)))
    told.tell(1400 if gateways <= 100 else 300, broken=True)
    stage = Stage(application, themes.theme, told)
    stage.screen.resize(1600, 960)
    stage.open(0)
    settle(application)
    paintings = Paintings()
    shown: list[object] = []
    stage.screen.plant.fleet.grid.viewport().installEventFilter(paintings)
    stage.desk.picture_ready.connect(shown.append)
    stage.desk.set_speed(1000.0)
    began, used = time.monotonic(), time.process_time()
    stage.desk.play()
    end = began + min(_PACE_S, 0.9 * len(told.made.cycles) * told.story.interval_s / 1000)
    while time.monotonic() < end:
        application.processEvents()
        time.sleep(0.0005)
    took, used = time.monotonic() - began, time.process_time() - used
    gaps = sorted(b - a for a, b in pairwise(paintings.at))
    longest = gaps[int(len(gaps) * 0.99)] if gaps else 0.0
    print(
        f"{gateways} gateways, 1000x: {len(shown) / took:.1f} pictures/s, {len(paintings.at) / took:.1f} "
        f"screens painted/s over {took:.1f} s; p99 between two {1000 * longest:.0f} ms; "
        f"{100 * used / took:.0f} % of a core"
    )
    stage.end()


def render(application: QApplication, themes: ThemeManager, scene: Scene, only: str) -> None:
    """Render a scene's two tabs in both themes and all sizes."""
    told = RecordedStory(fleet(scene.gateways, (TEMPERATURE, LOAD)))
    told.tell(scene.cycles, scene.broken)
    stage = Stage(application, themes.theme, told)
    stage.open(scene.cycles - 46 if scene.broken else scene.cycles // 2)
    if scene.name == "8-broken":
        stage.screen.show_live_alarm("High: Temp. of API-7 above 30 °C – Open the cooling vent")
        stage.desk.play()
        stage.screen.strip.sound.setChecked(True)
    for choice in (Choice.LIGHT, Choice.DARK):
        themes.choose(choice)
        stage.screen.set_theme(themes.theme)
        for tab, name in enumerate(("plant", "alarms")):
            stage.screen.tabs.choose(tab)
            for width, height in SIZES:
                picture = f"replay-{scene.name}-{name}-{choice.value}-{width}x{height}"
                if only in picture:
                    stage.screen.resize(width, height)
                    settle(application)
                    stage.screen.plant.plots.draw_fresh()
                    settle(application)
                    stage.screen.grab().save(str(FOLDER / f"{picture}.png"))
    stage.end()


def main() -> None:
    """Render everything whose name holds the argument."""
    only = sys.argv[1] if len(sys.argv) > 1 else ""
    FOLDER.mkdir(parents=True, exist_ok=True)
    application = QApplication([])
    themes = ThemeManager(application, QSettings(str(FOLDER / "theme.ini"), QSettings.Format.IniFormat))
    if only == "--pace":
        pace(application, themes, int(sys.argv[2]) if len(sys.argv) > 2 else 50)
        return
    for scene in SCENES:
        if not only or scene.name in only or only in f"replay-{scene.name}":
            render(application, themes, scene, only if only.startswith("replay-") else "")


if __name__ == "__main__":
    main()
