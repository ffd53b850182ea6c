"""Render the real window from scripted fleets into `.run/look/`, to be looked at.

xvfb-run -a -s "-screen 0 1920x1200x24" .venv/bin/python -m tools.look [part of a picture's name]
"""

import sys
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from doge_gui.core.config_text import Mistake
from doge_gui.core.plan import RequestRule
from doge_gui.core.statuses import AddressStatus, Disconnection, DisconnectionState, Schedule, SoundStatus
from doge_gui.views.config_screen import ConfigScreen
from doge_gui.views.disconnecting import ConfirmDisconnect
from doge_gui.views.main_window import MainWindow
from doge_gui.views.theme import Choice, ThemeManager
from tools.alarm_stories import AlarmStory
from tools.stories import CROWD, GARBLED, LOAD, START, TEMPERATURE, TIMEOUT, Story, fleet

FOLDER = Path(".run/look")
SIZES = ((1024, 640), (1600, 960), (1920, 1080))
MISTAKES = (
    Mistake("requests[0].treshold", "this key is not known", "did you mean `threshold`?"),
    Mistake("job.interval_minutes", "0.001 is less than one second", "write at least 0.0167"),
)


@dataclass(frozen=True)
class Scene:
    """One picture's contents."""

    name: str
    gateways: int
    broken: bool
    selected: int = 0
    paused: bool = False
    requests: tuple[RequestRule, ...] = (TEMPERATURE,)


SCENES = (
    Scene("8-well", 8, broken=False),
    Scene("50-broken", 50, broken=True, requests=(TEMPERATURE, LOAD)),
    Scene("50-crowded", 50, broken=True, requests=CROWD),
    Scene("50-selected", 50, broken=False, selected=5, requests=(TEMPERATURE, LOAD)),
    Scene("50-paused", 50, broken=False, paused=True, requests=(TEMPERATURE, LOAD)),
    Scene("1000-broken", 1000, broken=True),
)


def names(scene: Scene) -> list[str]:
    """Names of a scene's pictures."""
    themes = (Choice.LIGHT, Choice.DARK)
    return [f"{scene.name}-{choice.value}-{width}x{height}" for choice in themes for width, height in SIZES]


class Clock:
    """Monotonic seconds as the story tells them."""

    def __init__(self, story: Story) -> None:
        self._story = story

    def __call__(self) -> float:
        return self._story.now


def play(window: MainWindow, story: Story, broken: bool) -> None:
    """Some 25 minutes of cycles; towards the end, if `broken`, gateways get lost and one is too hot."""
    plc = story.plan.addresses[min(8, len(story.plan) - 1)].plc
    alarms = AlarmStory(story)
    for number in range(100):
        failures = {}
        values = {}
        if broken and (number > 80 or number in (40, 41, 42)):
            failures = {story.plan.addresses[4].plc: TIMEOUT}
        if broken and number > 92:
            failures[story.plan.addresses[12].plc] = GARBLED
            values = {plc: (31.8, *[40.0] * len(story.plan.requests))[: len(story.plan.requests)]}
        snapshot = story.cycle(failures, values)
        window.show_snapshot(snapshot)
        alarms.judge(snapshot)
    window.screen_.plots.draw_fresh()
    story.now += 1.4
    window.show_schedule(Schedule(story.interval_s, story.now + 11, False, False, 0))
    window.show_addresses(
        AddressStatus("ip_addresses.json", len(story.plan), story.now - 3, example=not broken)
    )
    if broken and len(story.plan.requests) > len((TEMPERATURE, LOAD)):
        lost = (DisconnectionState.FAILED, "no answer in 2.0 s")
        done = (DisconnectionState.DONE, '{"status": "disconnected", "API": "API-2"}')
        window.show_disconnections(
            (
                Disconnection("API-5", *lost, START, forced=True),
                Disconnection("API-2", *done, START, forced=True),
            )
        )
    sound = SoundStatus(not broken, "no audio device" if broken else "")
    window.show_sound(sound)
    window.show_alarms(alarms.judge_sound(sound))
    window.show_sounding(broken, "temperature")
    window.tick()


def pause(window: MainWindow, story: Story) -> None:
    """A pause of four minutes that ended, and one that lasts, with a log that cannot be written."""
    story.now += 240
    for _ in range(8):
        window.show_snapshot(story.cycle())
    window.screen_.plots.draw_fresh()
    window.show_schedule(Schedule(story.interval_s, None, False, True, 3))
    window.show_log("no space left on device")
    story.now += 190
    window.tick()


def settle(application: QApplication) -> None:
    """Let the window lay itself out and paint."""
    for _ in range(6):
        application.processEvents()


def render(application: QApplication, themes: ThemeManager, scene: Scene, only: str) -> None:
    """Render a scene in both themes and all sizes."""
    story = fleet(scene.gateways, scene.requests)
    settings = QSettings(str(FOLDER / "nothing.ini"), QSettings.Format.IniFormat)
    settings.clear()
    wall = datetime.fromisoformat("2026-01-31T08:25:01+00:00").astimezone
    window = MainWindow(settings, Clock(story), themes, wall)
    window.show()
    play(window, story, scene.broken)
    grid = window.screen_.fleet.grid
    for row in range(1, 1 + scene.selected):
        grid.selectionModel().select(
            grid.model().index(row, 0),
            grid.selectionModel().SelectionFlag.Select | grid.selectionModel().SelectionFlag.Rows,
        )
    if scene.paused:
        pause(window, story)
    for choice in (Choice.LIGHT, Choice.DARK):
        themes.choose(choice)
        for width, height in SIZES:
            name = f"{scene.name}-{choice.value}-{width}x{height}"
            if only in name:
                window.resize(width, height)
                settle(application)
                window.banner.more.setChecked(height == 1080)
                settle(application)
                window.grab().save(str(FOLDER / f"{name}.png"))
    window.close()


def render_others(application: QApplication, themes: ThemeManager) -> None:
    """Render the configuration screen and the confirmation in both themes."""
    for choice in (Choice.LIGHT, Choice.DARK):
        themes.choose(choice)
        screen = ConfigScreen("/plant/configDoge.json", MISTAKES)
        screen.show()
        confirm = ConfirmDisconnect(tuple(f"API-{n}" for n in range(1, 13)), screen)
        confirm.show()
        settle(application)
        screen.grab().save(str(FOLDER / f"config-{choice.value}.png"))
        confirm.grab().save(str(FOLDER / f"confirm-{choice.value}.png"))
        confirm.close()
        screen.close()


def main() -> None:
    """Render everything whose name holds the argument."""
    only = sys.argv[1] if len(sys.argv) > 1 else ""
    FOLDER.mkdir(parents=True, exist_ok=True)
    application = QApplication([])
    themes = ThemeManager(application, QSettings(str(FOLDER / "theme.ini"), QSettings.Format.IniFormat))
    for scene in SCENES:
        if any(only in name for name in names(scene)):
            render(application, themes, scene, only)
    render_others(application, themes)


if __name__ == "__main__":
    main()
