"""Render the alarm performance screen from scripted journals into `.run/look/`, to be looked at.

xvfb-run -a -s "-screen 0 1920x1200x24" .venv/bin/python -m tools.look_performance [part of a picture's name]
"""

import random
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from doge_gui.core.alarms.alarm import Alarm, Kind, Shelving, alarm_id
from doge_gui.core.alarms.book import Book
from doge_gui.core.alarms.events import Event, What
from doge_gui.core.alarms.performance import Performance, performance
from doge_gui.core.alarms.rules import AlarmRule, Rules
from doge_gui.core.alarms.states import AlarmState, Priority
from doge_gui.views.performance_screen import SPANS_S, PerformanceScreen
from doge_gui.views.theme import Choice, ThemeManager
from tools.look import FOLDER, settle

SIZES = ((900, 560), (1280, 720), (1600, 900), (1920, 1080))
NOW = datetime(2026, 1, 31, 8, 25, tzinfo=UTC)
RULES = Rules(requests={"temperature": AlarmRule(title="Temp.", unit="°C")})
_KINDS = (
    (Kind.HIGH, "temperature", Priority.HIGH),
    (Kind.OFFLINE, "", Priority.MEDIUM),
    (Kind.SLOW, "", Priority.LOW),
    (Kind.WRONG, "", Priority.MEDIUM),
)


def raised(at: datetime, kind: Kind, subject: str, plc: str, priority: Priority) -> Iterator[Event]:
    """An alarm that comes, is acknowledged after half a minute and goes after two."""
    came = Event(at, What.TRANSITION, alarm_id(kind, subject, plc), kind, subject, plc)
    came = came._replace(after=AlarmState.UNACK, priority=priority)
    yield came
    seen = at + timedelta(seconds=34)
    yield came._replace(at=seen, what=What.ACKNOWLEDGED, before=AlarmState.UNACK, after=AlarmState.ACKED)
    over = at + timedelta(minutes=2)
    yield came._replace(at=over, before=AlarmState.ACKED, after=AlarmState.NORMAL)


def terrible(span_s: float) -> list[Event]:
    """A plant whose operator drowns."""
    dice = random.Random(7)
    events: list[Event] = []
    bursts = [dice.random() * span_s for _ in range(4)]
    for _ in range(int(span_s / 110)):
        ago = dice.random() * span_s
        if dice.random() < 0.35:
            ago = min(max(dice.gauss(dice.choice(bursts), 500), 1), span_s - 1)
        kind, subject, priority = dice.choices(_KINDS, (5, 4, 1, 2))[0]
        plc = f"API-{min(49, int(dice.expovariate(0.09))) + 1}"
        events += raised(NOW - timedelta(seconds=ago), kind, subject, plc, priority)
    for beat in range(60):
        at = NOW - timedelta(seconds=span_s / 3 - beat * 17)
        events += raised(at, Kind.HIGH, "temperature", "Furnace hall, north gateway 17", Priority.HIGH)
    return [event for event in events if event.at <= NOW]


def healthy(span_s: float) -> list[Event]:
    """A plant as it should be."""
    dice = random.Random(3)
    events: list[Event] = []
    for _ in range(int(span_s / 1500)):
        kind, subject, priority = dice.choices(_KINDS, (4, 5, 85, 6))[0]
        at = NOW - timedelta(seconds=dice.random() * span_s)
        events += raised(at, kind, subject, f"API-{dice.randrange(50) + 1}", priority)
    return [event for event in events if event.at <= NOW]


def standing(count: int) -> Book:
    """Alarms that stand for up to two days; a few are shelved or suppressed."""
    alarms = {}
    for number in range(count):
        key = alarm_id(Kind.SLOW, plc=f"API-{number}")
        since = NOW - timedelta(hours=3 * number)
        alarm = Alarm(key, Kind.SLOW, "", f"API-{number}", AlarmState.ACKED, Priority.LOW, since, since)
        if number % 5 == 1:
            alarm = alarm._replace(shelved=Shelving(NOW + timedelta(hours=2), "Ada", "known"))
        if number % 7 == 2:
            alarm = alarm._replace(suppressed_by="offline:API-9")
        alarms[key] = alarm
    return Book(alarms)


def scenes() -> Iterator[tuple[str, int, Performance]]:
    """Name, number of the span, and what is shown."""
    for number, name in enumerate(("8h", "24h", "7d", "30d")):
        since = NOW - timedelta(seconds=SPANS_S[number])
        if number in (1, 3):
            calm = performance(healthy(SPANS_S[number]), standing(3), since, NOW)
            yield f"performance-healthy-{name}", number, calm
        yield (
            f"performance-terrible-{name}",
            number,
            performance(terrible(SPANS_S[number]), standing(24), since, NOW),
        )
    yield "performance-empty", 1, performance([], Book(), NOW - timedelta(days=1), NOW)


def main() -> None:
    """Render everything whose name holds the argument."""
    only = sys.argv[1] if len(sys.argv) > 1 else ""
    FOLDER.mkdir(parents=True, exist_ok=True)
    application = QApplication([])
    themes = ThemeManager(application, QSettings(str(FOLDER / "theme.ini"), QSettings.Format.IniFormat))
    for name, number, told in scenes():
        screen = PerformanceScreen(themes.theme)
        screen.span_box.setCurrentIndex(number)
        screen.show_performance(told, RULES)
        screen.setObjectName("alone")
        screen.show()
        for choice in (Choice.LIGHT, Choice.DARK):
            themes.choose(choice)
            screen.set_theme(themes.theme)
            for width, height in SIZES:
                picture = f"{name}-{choice.value}-{width}x{height}"
                if only in picture:
                    screen.resize(width, height)
                    settle(application)
                    screen.grab().save(str(FOLDER / f"{picture}.png"))
                    bar = screen.area.verticalScrollBar()
                    if bar.maximum():
                        bar.setValue(bar.maximum())
                        settle(application)
                        screen.grab().save(str(FOLDER / f"{picture}-end.png"))
                        bar.setValue(0)
        screen.close()


if __name__ == "__main__":
    main()
