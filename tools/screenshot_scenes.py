"""What the guide's pictures show: each scene sets the stage and tells which part is the picture."""

from collections.abc import Callable

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from doge_gui.core.alarms.performance import performance
from doge_gui.core.recording.curves import TrendQuestion
from doge_gui.core.statuses import SoundStatus
from doge_gui.core.trends.view import View
from doge_gui.views.alarm_dialogs import ReasonDialog
from doge_gui.views.disconnecting import ConfirmDisconnect
from doge_gui.views.report_dialog import ReportDialog
from tools import screenshot_dialogs
from tools.look_performance import NOW, RULES, standing, terrible
from tools.look_trends import answer_of, mixed
from tools.screenshot_stage import Shot, Stage
from tools.trend_stories import MadeUpHistory, ago, raised

_CYCLES = 90
_SPAN_S = 7200.0
_ROWS_PX = 160
"""Head and four rows of the fleet."""


def quiet(stage: Stage) -> Shot:
    """All is well, on the example fleet."""
    for _ in range(_CYCLES):
        stage.cycle()
    stage.tell(example=True)
    return Shot(stage.window)


def supervision(stage: Stage) -> Shot:
    """One gateway lost, one value too high, one wrong answer."""
    _trouble(stage)
    stage.window.show_sounding(True, "temperature")
    stage.settle()
    return Shot(stage.window)


def _trouble(stage: Stage) -> None:
    for number in range(_CYCLES):
        lost = ("API-5",) if number > 70 else ()
        hot = ("API-9",) if number > 84 else ()
        garbled = ("API-11",) if number > 86 else ()
        stage.cycle(*lost, hot=hot, garbled=garbled)
        if number == 75:
            stage.alarms.acknowledge(("offline:API-5",), "technician called")
    stage.tell()


def incomplete(stage: Stage) -> Shot:
    """Key figures and rows while a gateway is missing: totals say so, old values look old."""
    _trouble(stage)
    window, screen = stage.window, stage.window.screen_
    corner = screen.mapTo(window, screen.rect().topLeft())
    row = screen.fleet.grid.mapTo(window, screen.fleet.grid.rect().topLeft()).y()
    return Shot(window, QRect(corner.x(), corner.y(), screen.width(), row + _ROWS_PX - corner.y()))


def sound_lost(stage: Stage) -> Shot:
    """The banner unfolded, with the sound lost."""
    _trouble(stage)
    stage.tell(sound="no audio device")
    window = stage.window
    window.banner.more.setChecked(True)
    stage.settle()
    corner = window.banner.mapTo(window, window.banner.rect().topLeft())
    return Shot(window, QRect(corner, window.banner.size()))


def alarms(stage: Stage) -> Shot:
    """The alarm screen with alarms in several states."""
    for _ in range(30):
        stage.cycle()
    stage.cycle("API-5", hot=("API-9",))
    stage.story.now += 130
    stage.alarms.acknowledge(("offline:API-5",), "technician called")
    stage.cycle("API-5", hot=("API-9", "API-12"), garbled=("API-2",))
    stage.alarms.judge_sound(SoundStatus(False, "no audio device"))
    stage.cycle("API-5", hot=("API-9",), garbled=("API-2",))
    stage.alarms.acknowledge(("sound",))
    stage.story.now += 20
    stage.tell(sound="no audio device")
    stage.window.pages.show_page(1)
    stage.settle()
    return Shot(stage.window)


def shelve(stage: Stage) -> Shot:
    """The question before an alarm is shelved, as the alarm screen asks it."""
    alarms(stage)
    stage.window.alarms.grid.selectRow(0)
    stage.window.menus["shelve"].trigger()
    return Shot(_dialog(stage, ReasonDialog))


def performance_screen(stage: Stage) -> Shot:
    """Alarms against the recommended figures, on a bad day."""
    quiet(stage)
    stage.window.pages.show_page(2)
    since = NOW - (NOW - NOW.replace(hour=0))
    told = performance(terrible(8 * 3600.0), standing(24), since, NOW)
    stage.window.performance.show_performance(told, RULES)
    stage.settle()
    return Shot(stage.window)


def trends(stage: Stage) -> Shot:
    """Curves of two hours with a gap, alarms and the crosshair."""
    quiet(stage)
    marks = sorted(
        [raised(5200, "API-3"), *[raised(2500 - 9 * number, f"API-{number}") for number in range(8)]],
        key=lambda event: event.at,
    )
    history = MadeUpHistory(8, gaps=[ago(4200, 3400)], alarms=marks)
    stage.window.pages.show_page(3)
    screen = stage.window.trends.screen_
    screen.show_tags(history.plan(), history.tags())
    screen.show_recorded(history.span())
    stage.settle()
    asked: list[TrendQuestion] = []
    screen.show_set(mixed(history, 5), _SPAN_S)
    screen.asking.question_wanted.connect(asked.append)
    screen.ways.go(View(NOW.timestamp() - _SPAN_S, NOW.timestamp()))
    stage.until(lambda: bool(asked))
    screen.asking.question_wanted.disconnect(asked.append)
    screen.show_answer(answer_of(history, asked[-1]))
    screen.canvas.point_at(NOW.timestamp() - 0.28 * _SPAN_S)
    stage.settle()
    return Shot(stage.window)


def replay(stage: Stage) -> Shot:
    """The plant as it stood, plainly no picture of now."""
    for _ in range(200):
        stage.cycle()
    stage.tell()
    stage.window.pages.show_page(4)
    stage.replay()
    return Shot(stage.window)


def report(stage: Stage) -> Shot:
    """Which shift a report is wanted of."""
    quiet(stage)
    dialog = ReportDialog(stage.wall, stage.window, "/srv")
    dialog.show()
    stage.settle()
    return Shot(dialog)


def disconnect(stage: Stage) -> Shot:
    """The question before PLCs are disconnected."""
    quiet(stage)
    stage.window.disconnecting.ask(("API-3", "API-4", "API-7"))
    return Shot(_dialog(stage, ConfirmDisconnect))


def _dialog(stage: Stage, kind: type[QWidget]) -> QWidget:
    stage.settle()
    return next(one for one in stage.window.findChildren(kind) if one.isVisible())


Scene = Callable[[Stage], Shot]
SCENES: dict[str, Scene] = {
    "quiet": quiet,
    "supervision": supervision,
    "incomplete": incomplete,
    "sound-lost": sound_lost,
    "alarms": alarms,
    "shelve": shelve,
    "performance": performance_screen,
    "trends": trends,
    "replay": replay,
    "report": report,
    "disconnect": disconnect,
    "assistant": screenshot_dialogs.assistant,
    "settings": screenshot_dialogs.settings,
    "palette": screenshot_dialogs.palette,
}
