"""Render the trend screen on a made-up history into `.run/look/`, to be looked at; `time` measures instead.

xvfb-run -a -s "-screen 0 1600x960x24" .venv/bin/python -m tools.look_trends [part of a picture's name | time]
"""

import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from doge_gui.core.alarms.alarm import Kind
from doge_gui.core.alarms.report import is_onset
from doge_gui.core.alarms.rules import Rules
from doge_gui.core.alarms.states import Priority
from doge_gui.core.alarms.words import message
from doge_gui.core.recording.curves import Mark, TrendAnswer, TrendQuestion
from doge_gui.core.recording.tags import Tag
from doge_gui.core.trends.sets import FIRST
from doge_gui.views.theme import Choice, ThemeManager
from doge_gui.views.trend_screen import TrendScreen
from tools.look import FOLDER, settle
from tools.trend_stories import NOW, MadeUpHistory, ago, raised

SIZES = ((1024, 640), (1600, 960))
_DAY_S = 86400.0


@dataclass(frozen=True)
class Scene:
    """What is shown."""

    name: str
    history: MadeUpHistory
    tags: tuple[Tag, ...]
    span_s: float
    filter: str = ""
    cross: float | None = None
    """Share of the view's width."""
    error: str = ""
    loading: bool = False


def answer_of(history: MadeUpHistory, question: TrendQuestion) -> TrendAnswer:
    """What a desk would tell."""
    begin, end = question.begin, question.end
    curves = history.curves(question.tags, begin, end, question.points)
    marks = tuple(
        Mark(event.at, event.id, message(event, Rules()), int(event.priority))
        for event in history.events(begin, end)
        if is_onset(event)
    )
    return TrendAnswer(question, tuple(curves), marks)


def mixed(history: MadeUpHistory, count: int) -> tuple[Tag, ...]:
    """So many tags of several kinds."""
    own = [tag for tag in history.tags() if tag.plc]
    fleet = [tag for tag in history.tags() if not tag.plc]
    kinds = ("temperature", "compteur_bille/0", "latency", "pressure", "compteur_bille/2")
    some = [tag for kind in kinds for tag in own if tag.name == kind][: max(count - 2, 0)]
    return (*some, *[tag for tag in fleet if tag.name == "compteur_bille/1"], fleet[-1])[:count]


def alike(history: MadeUpHistory, count: int) -> tuple[Tag, ...]:
    """So many tags of one kind."""
    return tuple(tag for tag in history.tags() if tag.plc and tag.name == "temperature")[:count]


def scenes() -> Iterator[Scene]:
    """Everything worth looking at."""
    alarms = [raised(5200, "API-3"), raised(5150, "API-4", Kind.SLOW, Priority.LOW)]
    alarms += [raised(2500 - 9 * number, f"API-{number}") for number in range(14)]
    alarms += [raised(1300, "API-7", Kind.FLAPPING, Priority.HIGH)]
    alarms.sort(key=lambda event: event.at)
    small = MadeUpHistory(8, alarms=alarms)
    holes = [("API-2", ago(6000, 5000)), ("API-3", ago(3000, 2940)), ("API-1", ago(900, 0))]
    holed = MadeUpHistory(8, gaps=[ago(4200, 3400), ago(1500, 1495)], lost=holes, alarms=alarms)
    large = MadeUpHistory(1000, recorded_s=20 * _DAY_S, alarms=alarms)
    yield Scene("trend-first", small, FIRST.tags, 7200)
    yield Scene("trend-one", small, FIRST.tags[:1], 7200, cross=0.6)
    yield Scene("trend-minute", small, FIRST.tags, 60)
    yield Scene("trend-gaps-8", holed, mixed(holed, 8), 7200, cross=0.35)
    yield Scene("trend-40", large, mixed(large, 40), 7200, filter="api-99 temp")
    yield Scene("trend-alike-40", large, alike(large, 40), 8 * 3600)
    yield Scene("trend-month", large, mixed(small, 8), 30 * _DAY_S, cross=0.8)
    yield Scene("trend-year", small, mixed(small, 8), 365 * _DAY_S)
    yield Scene("trend-ten-years", small, FIRST.tags, 3652 * _DAY_S)
    words = "history cannot be read: history.db: disk I/O error; check the disk of the recordings"
    yield Scene("trend-error", small, FIRST.tags, 7200, error=words)
    yield Scene("trend-loading", small, mixed(small, 12), 7200, loading=True)
    yield Scene("trend-none", small, (), 7200)


def stage(scene: Scene, themes: ThemeManager) -> TrendScreen:
    """A screen that shows a scene."""
    screen = TrendScreen(themes.theme, QSettings(str(FOLDER / "none.ini"), QSettings.Format.IniFormat), now)
    screen.show_tags(scene.history.plan(), scene.history.tags())
    screen.show_recorded(scene.history.span())
    screen.setObjectName("alone")
    screen.show()
    return screen


def now() -> datetime:
    """The made-up time of day."""
    return NOW


def tell(screen: TrendScreen, scene: Scene) -> None:
    """Ask for the scene and answer."""
    asked: list[TrendQuestion] = []
    screen.asking.question_wanted.connect(asked.append)
    screen.show_set(scene.tags, scene.span_s)
    screen.asking.question_wanted.disconnect(asked.append)
    if asked:
        screen.show_answer(answer_of(scene.history, asked[-1]))
    if scene.filter:
        screen.chooser.filter.setText(scene.filter)
        screen.chooser._on_filter()
    if scene.error:
        screen.show_failure(scene.error)
    if scene.loading:
        screen.show_set(scene.tags)
        screen.asking._patience.stop()
        screen.show_progress(5, 12)
    if scene.cross is not None:
        view = screen.navigation.view
        screen.canvas.point_at(view.begin + scene.cross * view.span_s)


def render(application: QApplication, themes: ThemeManager, only: str) -> None:
    """Render everything whose name holds `only`."""
    for scene in scenes():
        if only and only not in scene.name:
            continue
        screen = stage(scene, themes)
        for choice in (Choice.LIGHT, Choice.DARK):
            themes.choose(choice)
            screen.set_theme(themes.theme)
            for width, height in SIZES:
                screen.resize(width, height)
                settle(application)
                tell(screen, scene)
                settle(application)
                name = f"{scene.name}-{choice.value}-{width}x{height}"
                screen.grab().save(str(FOLDER / f"{name}.png"))
        for ending in ("png", "svg"):
            screen.save_picture(FOLDER / f"{scene.name}-export.{ending}")
        screen.close()


def measure(application: QApplication, themes: ThemeManager) -> None:
    """Print how long the parts of drawing take."""
    large = MadeUpHistory(1000)
    for name, tags, span_s in (
        ("40 curves, raw", alike(large, 40), 7200.0),
        ("40 curves, rollups", alike(large, 40), 86400.0 * 3),
        ("40 curves, 4 lanes, rollups", mixed(large, 40), 86400.0 * 3),
        ("8 curves, rollups", alike(large, 8), 86400.0 * 3),
        ("3 curves, raw", FIRST.tags, 7200.0),
    ):
        screen = stage(Scene(name, large, tags, span_s), themes)
        screen.resize(1600, 960)
        settle(application)
        screen.show_set(tags, span_s)
        settle(application)
        question = screen.asking._last
        assert question is not None
        answer = answer_of(large, question)
        points = sum(len(curve.times) for curve in answer.curves) // len(answer.curves)
        screen.asking.ask(question)
        took = [_timed(screen.show_answer, answer)]
        paints = [_timed(_paint, screen) for _ in range(15)]
        screen.canvas.point_at(screen.navigation.view.end - 60)
        over = [_timed(screen.canvas.grab) for _ in range(9)]
        point = [_timed(screen.canvas.point_at, screen.navigation.view.end - n) for n in range(1, 9)]
        figures = f"answer {took[0]:.1f}, paint {sorted(paints)[7]:.1f} (worst {max(paints):.1f})"
        print(f"{name} of {points}: {figures}, crosshair {sorted(over)[4]:.1f} + {sorted(point)[4]:.1f} ms")
        screen.close()


def _paint(screen: TrendScreen) -> None:
    screen._draw()
    screen.canvas.grab()


def _timed(work: object, *arguments: object) -> float:
    begin = time.perf_counter()
    work(*arguments)  # type: ignore[operator]
    return (time.perf_counter() - begin) * 1000


def main() -> None:
    """Render or measure."""
    only = sys.argv[1] if len(sys.argv) > 1 else ""
    FOLDER.mkdir(parents=True, exist_ok=True)
    application = QApplication([])
    themes = ThemeManager(application, QSettings(str(FOLDER / "theme.ini"), QSettings.Format.IniFormat))
    if only == "time":
        measure(application, themes)
    else:
        render(application, themes, only)


if __name__ == "__main__":
    main()
