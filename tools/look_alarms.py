"""Render the alarm screen and the banner from scripted alarms into `.run/look/`, to be looked at.

xvfb-run -a -s "-screen 0 1920x1200x24" .venv/bin/python -m tools.look_alarms [part of a picture's name]
"""

import sys
from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QPoint, QSettings
from PySide6.QtWidgets import QApplication, QWidget

from doge_gui.core.config_text import Mistake
from doge_gui.core.statuses import Schedule, SoundStatus
from doge_gui.views.alarm_dialogs import ReasonDialog, spans
from doge_gui.views.main_window import MainWindow
from doge_gui.views.sound_menu import SoundMenu
from doge_gui.views.theme import Choice, ThemeManager
from tools.alarm_stories import AlarmStory
from tools.look import FOLDER, Clock, settle
from tools.stories import CURRENT, GARBLED, LOAD, TEMPERATURE, TIMEOUT, Story, fleet

SIZES = ((900, 560), (1024, 640), (1600, 960), (1920, 1080))
_HOT = (31.8, 5e4, 61.0)


class Scene:
    """A window on a story, with its alarms."""

    def __init__(self, window: MainWindow, story: Story) -> None:
        self.window, self.story = window, story
        self.alarms = AlarmStory(story)

    def cycle(self, *lost: str, hot: tuple[str, ...] = (), garbled: tuple[str, ...] = ()) -> None:
        """One cycle: who is lost, who is too hot, who answers wrongly."""
        failures = {**dict.fromkeys(lost, TIMEOUT), **dict.fromkeys(garbled, GARBLED)}
        snapshot = self.story.cycle(failures, dict.fromkeys(hot, _HOT[: len(self.story.plan.requests)]))
        self.window.show_snapshot(snapshot)
        self.window.show_alarms(self.alarms.judge(snapshot))

    def tell(self) -> None:
        """Show what the alarms have come to."""
        self.window.show_alarms(self.alarms.report())
        self.window.show_schedule(Schedule(15.0, self.story.now + 11, False, False, 0))
        self.window.screen_.plots.draw_fresh()
        self.window.tick()


def few(scene: Scene) -> None:
    """Some alarms in every state."""
    for _ in range(30):
        scene.cycle()
    scene.cycle("API-5", hot=("API-9",))
    scene.story.now += 130
    scene.alarms.acknowledge(("offline:API-5",), "vent opened, technician called")
    scene.cycle("API-5", hot=("API-9", "API-12"), garbled=("API-20",))
    scene.alarms.judge_sound(SoundStatus(False, "no audio device"))
    scene.cycle("API-5", hot=("API-9",), garbled=("API-20",))
    scene.alarms.acknowledge(("sound",))
    scene.story.now += 20
    scene.tell()


def flood(scene: Scene) -> None:
    """A thousand gateways, half of them too hot, and the network going."""
    for _ in range(3):
        scene.cycle()
    hot = tuple(f"API-{number}" for number in range(1, 513))
    scene.cycle(hot=hot)
    scene.cycle(hot=hot, garbled=("API-700", "API-701"))
    scene.cycle(*(f"API-{number}" for number in range(900, 960)), hot=hot)
    scene.alarms.acknowledge(("high:temperature:API-3", "wrong:API-700"))
    scene.window.show_alarms(scene.alarms.report())
    scene.tell()


def shelved(scene: Scene) -> None:
    """Hidden alarms of each sort."""
    few(scene)
    scene.alarms.shelve(("high:temperature:API-9", "sound"), 3600, "vent is repaired, part comes at ten")
    scene.alarms.take_out_of_service(("wrong:API-20",), "its program is replaced")
    scene.alarms.mute(1800)
    scene.story.now += 200
    scene.tell()


def acknowledged(scene: Scene) -> None:
    """Everything was noticed."""
    few(scene)
    scene.alarms.acknowledge(tuple(scene.alarms.book.alarms), "seen")
    scene.story.now += 300
    scene.tell()


def well(scene: Scene) -> None:
    """No alarm, but a configuration that is wrong."""
    for _ in range(30):
        scene.cycle()
    scene.window.show_config_mistakes("/p/configDoge.json", (Mistake("jbo", "not known"),))
    scene.tell()


SCENES: dict[str, tuple[int, Callable[[Scene], None], int, int]] = {
    "alarms-few": (50, few, 1, 0),
    "alarms-supervision": (50, few, 0, 0),
    "alarms-flood": (1000, flood, 1, 0),
    "alarms-flood-suppressed": (1000, flood, 1, 2),
    "alarms-shelved": (50, shelved, 1, 1),
    "alarms-service": (50, shelved, 1, 3),
    "alarms-journal": (50, shelved, 1, 4),
    "alarms-acknowledged": (50, acknowledged, 1, 0),
    "alarms-mistake": (50, well, 1, 0),
}


def render(application: QApplication, themes: ThemeManager, name: str, only: str) -> None:
    """Render a scene in both themes and all sizes."""
    gateways, tell, page, tab = SCENES[name]
    story = fleet(gateways, (TEMPERATURE, LOAD, CURRENT))
    settings = QSettings(str(FOLDER / "nothing.ini"), QSettings.Format.IniFormat)
    settings.clear()
    wall = datetime.fromisoformat("2026-01-31T08:25:01+00:00").astimezone
    window = MainWindow(settings, Clock(story), themes, wall)
    window.show()
    window.pages.show_page(page)
    window.alarms.tabs.choose(tab)
    tell(Scene(window, story))
    window.show_sounding("few" in name, "temperature")
    for choice in (Choice.LIGHT, Choice.DARK):
        themes.choose(choice)
        for width, height in SIZES:
            picture = f"{name}-{choice.value}-{width}x{height}"
            if only in picture:
                window.resize(width, height)
                settle(application)
                window.banner.more.setChecked(height == 1080)
                if name == "alarms-flood" and height == 1080:
                    window.alarms.grid.table.toggle(0)  # type: ignore[union-attr]
                settle(application)
                window.grab().save(str(FOLDER / f"{picture}.png"))
    window.close()


def render_dialogs(application: QApplication, themes: ThemeManager) -> None:
    """Render the questions and the sound menu in both themes."""
    for choice in (Choice.LIGHT, Choice.DARK):
        themes.choose(choice)
        parent = QWidget()
        effect = "They are neither shown among the active alarms nor heard, until the time is over."
        dialog = ReasonDialog("Shelve", "Shelve 3 alarms?", effect, spans(8 * 3600), parent)
        dialog.show()
        settle(application)
        dialog.grab().save(str(FOLDER / f"alarms-shelve-dialog-{choice.value}.png"))
        dialog.close()
        settings = QSettings(str(FOLDER / "nothing.ini"), QSettings.Format.IniFormat)
        menu = SoundMenu(settings, parent)
        menu.popup(QPoint(40, 40))
        settle(application)
        menu.grab().save(str(FOLDER / f"alarms-sound-menu-{choice.value}.png"))
        menu.close()


def main() -> None:
    """Render everything whose name holds the argument."""
    only = sys.argv[1] if len(sys.argv) > 1 else ""
    FOLDER.mkdir(parents=True, exist_ok=True)
    application = QApplication([])
    themes = ThemeManager(application, QSettings(str(FOLDER / "theme.ini"), QSettings.Format.IniFormat))
    for name in SCENES:
        names = [f"{name}-{theme}-{w}x{h}" for theme in ("light", "dark") for w, h in SIZES]
        if any(only in one for one in names):
            render(application, themes, name, only)
    render_dialogs(application, themes)


if __name__ == "__main__":
    main()
