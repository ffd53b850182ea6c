"""The alarm performance screen, looked at by somebody who has to make alarms fewer."""

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel

from doge_gui.core.alarms.alarm import Kind, alarm_id
from doge_gui.core.alarms.book import Book
from doge_gui.core.alarms.events import Event, What
from doge_gui.core.alarms.performance import performance
from doge_gui.core.alarms.rules import Rules
from doge_gui.core.alarms.states import AlarmState, Priority
from doge_gui.paths import resource
from doge_gui.views.performance_screen import SPANS_S, PerformanceScreen
from doge_gui.views.theme import load

NOW = datetime(2026, 1, 31, 8, tzinfo=UTC)
DAY = timedelta(days=1)


def came(ago_s: float, plc: str) -> Event:
    at, key = NOW - timedelta(seconds=ago_s), alarm_id(Kind.OFFLINE, plc=plc)
    unack = AlarmState.UNACK
    return Event(at, What.TRANSITION, key, Kind.OFFLINE, "", plc, after=unack, priority=Priority.MEDIUM)


def day(*events: Event, recorded_from: datetime | None = None):
    return performance(events, Book(), NOW - DAY, NOW, recorded_from=recorded_from)


FLOOD = tuple(came(3600 + 5 * number, f"API-{number}") for number in range(40))


@pytest.fixture
def screen(qtbot, themes):
    shown = PerformanceScreen(themes.theme)
    qtbot.addWidget(shown)
    shown.resize(1600, 900)
    shown.show()
    qtbot.waitExposed(shown)
    return shown


def row(screen, title):
    return next(one for one in screen.table.rows if one.title.whole == title)


def test_before_anything_was_recorded_nothing_is_judged(screen):
    screen.show_performance(day(), Rules())
    assert screen.verdict.text() == "Nothing to judge yet"
    assert {one.verdict.text() for one in screen.table.rows} == {"No data"}
    assert "no alarm was presented" in screen.worst.aside.whole
    assert not screen.export.isEnabled()


def test_colour_stands_only_where_a_figure_is_over(screen):
    screen.show_performance(day(*FLOOD), Rules())
    peak, stale = row(screen, "Busiest 10 minutes"), row(screen, "Stale alarms")
    assert (peak.value.text(), peak.verdict.text()) == ("40", "◆ Over")
    assert peak.verdict.property("severity") == 2
    assert (stale.verdict.text(), stale.verdict.property("severity")) == ("○ Good", 0)
    assert screen.verdict.property("severity") == 2
    screen.show_performance(day(recorded_from=NOW - 7 * DAY), Rules())
    assert (peak.verdict.text(), peak.verdict.property("severity")) == ("○ Good", 0)
    assert screen.verdict.text() == "○ Every figure as recommended"
    assert screen.verdict.property("severity") == 0


def test_a_reader_of_the_screen_hears_value_recommendation_and_verdict(screen):
    screen.show_performance(day(*FLOOD), Rules())
    peak = row(screen, "Busiest 10 minutes")
    assert peak.accessibleName().startswith("Busiest 10 minutes: 40. Recommended: at most 10. Over.")
    assert "ISA-18.2" in peak.accessibleDescription()


def test_another_span_is_asked_for(screen, qtbot):
    assert screen.span_s == 24 * 3600
    with qtbot.waitSignal(screen.span_chosen) as asked:
        qtbot.keyClick(screen.span_box, Qt.Key.Key_Down)
    assert asked.args == [SPANS_S[2]]


def test_the_shown_performance_is_exported_on_demand(screen, qtbot):
    told = day(*FLOOD)
    screen.show_performance(told, Rules())
    with qtbot.waitSignal(screen.export_wanted):
        qtbot.mouseClick(screen.export, Qt.MouseButton.LeftButton)
    assert screen.shown is told


def test_names_from_the_network_are_plain_text(screen):
    screen.show_performance(day(came(60, "<img src=x><b>API</b>")), Rules())
    named = screen.worst.rows[0].name
    assert named.whole == "<img src=x><b>API</b> · lost"
    for label in screen.findChildren(QLabel):
        assert label.textFormat() is Qt.TextFormat.PlainText


def test_the_bars_of_the_ten_worst_begin_at_one_place(screen, qtbot):
    chatter = [
        came(100 + 10 * number, "A very long name of a gateway in the north hall") for number in range(4)
    ]
    screen.show_performance(day(*chatter, came(3000, "B")), Rules())
    first, second = screen.worst.rows[:2]
    qtbot.waitUntil(lambda: first.bar.isVisible() and second.bar.isVisible())
    screen.grab()
    assert first.note.isVisible()
    assert not second.note.isVisible()
    assert first.bar.geometry() == second.bar.geometry()
    assert not screen.worst.rows[2].isVisible()


def has_room(screen) -> bool:
    """Nothing is squeezed, nothing lies outside of what can be scrolled to."""
    viewport, inside = screen.area.viewport(), screen.area.widget()
    parts = (screen.chart, screen.table, screen.worst, screen.mix)
    corners = [part.mapTo(inside, QPoint(part.width(), part.height())) for part in parts]
    return (
        inside.width() <= viewport.width()
        and screen.area.verticalScrollBar().maximum() == max(0, inside.height() - viewport.height())
        and all(at.x() <= inside.width() and at.y() <= inside.height() for at in corners)
        and all(part.height() >= part.minimumSizeHint().height() for part in parts)
    )


@pytest.mark.parametrize("size", [(900, 560), (1280, 720), (1920, 1080)])
def test_everything_can_be_reached_at_any_size(screen, qtbot, size):
    screen.resize(*size)
    screen.show_performance(day(*FLOOD), Rules())
    qtbot.waitUntil(lambda: has_room(screen))
    assert (screen.area.verticalScrollBar().maximum() == 0) == (size == (1920, 1080))


def test_columns_stand_side_by_side_where_there_is_room(screen, qtbot):
    screen.show_performance(day(*FLOOD), Rules())
    qtbot.waitUntil(lambda: screen.worst.mapTo(screen, QPoint()).x() > screen.table.geometry().right())
    screen.resize(900, 560)

    def below() -> bool:
        foot = screen.table.mapTo(screen, QPoint(0, screen.table.height()))
        beneath = screen.worst.mapTo(screen, QPoint()).y() >= foot.y()
        return beneath and screen.worst.width() == screen.table.width() == screen.chart.width()

    qtbot.waitUntil(below)


def test_a_bar_tells_its_figures_under_the_mouse(screen):
    screen.show_performance(day(*FLOOD), Rules())
    screen.grab()
    view = screen.chart.plot.getPlotItem().getViewBox()
    place = NOW.timestamp() - 3600 - 100
    screen.chart.plot.scene().sigMouseMoved.emit(view.mapViewToScene(view.viewRect().center()))
    assert screen.chart.readout.whole.endswith("0 alarms")
    at = view.viewRect().center()
    at.setX(place)
    screen.chart.plot.scene().sigMouseMoved.emit(view.mapViewToScene(at))
    assert screen.chart.readout.whole.endswith("40 alarms")
    screen.chart.plot.left.emit()
    assert screen.chart.readout.whole == ""


def test_the_chart_says_what_its_bars_and_colours_mean(screen):
    screen.show_performance(day(*FLOOD), Rules())
    assert screen.chart.what.whole == "per 10 minutes · ◆ coloured above the limit · shaded: flood"
    screen.show_performance(performance(FLOOD, Book(), NOW - 30 * DAY, NOW), Rules())
    assert screen.chart.what.whole.startswith("busiest 10 minutes of every 4 hours")


@pytest.mark.parametrize("name", ["light", "dark"])
def test_a_theme_reaches_every_part(screen, name):
    screen.show_performance(day(*FLOOD), Rules())
    theme = load(resource("themes", f"{name}.toml"))
    screen.set_theme(theme)
    picture = screen.chart.grab().toImage()
    colours = {
        picture.pixelColor(x, y).name() for x in range(0, picture.width(), 2) for y in range(60, 160, 20)
    }
    assert theme.roles["medium"] in colours
    assert theme.roles["panel"] in colours
