"""What people expect of the window as a whole, where no other test of a part of it tells."""

from collections import Counter

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QKeySequence, QWheelEvent
from PySide6.QtWidgets import QApplication, QMessageBox, QSystemTrayIcon, QWidget

from doge_gui.core.statuses import AddressStatus
from doge_gui.core.trends.sets import TrendSet
from doge_gui.models.notifications import Popup
from doge_gui.models.severity import Severity
from doge_gui.views.commands import commands
from doge_gui.views.tray import Tray
from tests.views.mouse import move_over
from tools.stories import LOAD, TIMEOUT, fleet
from tools.whole_window import SCREENS, WholeWindow


@pytest.fixture
def whole(qtbot, settings, themes):
    whole = WholeWindow(8, False, themes, settings, cycles=3)
    whole.window.show()
    yield whole
    whole.end()


@pytest.mark.parametrize("size", [(900, 560), (1600, 960)])
def test_an_example_is_labelled_on_every_screen_at_every_size(whole, size):
    window = whole.window
    window.resize(*size)
    window.show_addresses(AddressStatus("example fleet", 8, whole.story.now, example=True))
    for screen in SCREENS:
        whole.go_to(screen)
        label = window.banner.example
        assert label.isVisible(), screen
        assert label.width() >= label.sizeHint().width(), screen
        assert window.rect().contains(label.mapTo(window, label.rect().bottomRight())), screen
    window.show_addresses(AddressStatus("ip_addresses.json", 8, whole.story.now))
    assert not window.banner.example.isVisible()


def test_an_example_is_labelled_in_the_tray_and_in_its_messages(staged, qtbot, monkeypatch):
    said = []
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent")
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: True)
    monkeypatch.setattr(QSystemTrayIcon, "showMessage", lambda *told: said.append(told[1]))
    stage, beside = staged(), QWidget()
    qtbot.addWidget(beside)
    tray = Tray(beside, lambda: stage.story.now)
    stage.window.condition_changed.connect(tray.show_condition)
    for example in (True, False):
        stage.window.show_addresses(AddressStatus("list", 8, stage.story.now, example=example))
        assert ("EXAMPLE FLEET" in tray.tooltip) == example
        tray._on_passed(Popup(Severity.HIGH, "High alarm", "API-3 lost", 1), True)
    assert said == ["Example fleet: High alarm", "High alarm"]
    tray.end()


def test_whether_the_graphs_are_shown_is_remembered_until_the_layout_is_reset(staged):
    stage = staged()
    stage.window.menus["graphs"].trigger()
    assert not stage.screen.plots.isVisible()
    stage.window.close()
    again = staged()
    assert not again.screen.plots.isVisible()
    assert not again.window.menus["graphs"].isChecked()
    again.window.menus["reset"].trigger()
    assert again.screen.plots.isVisible()
    again.window.close()
    assert staged().screen.plots.isVisible()


def test_the_menu_knows_that_the_desktop_filled_the_screen_with_the_window(staged):
    stage = staged()
    stage.window.showFullScreen()
    assert stage.window.menus["full"].isChecked()
    stage.window.menus["full"].trigger()
    assert not stage.window.isFullScreen()


def test_everything_in_the_menus_has_a_tooltip_and_a_shortcut_of_its_own(whole):
    """But the columns of the table: how many there are is the configuration's matter."""
    window = whole.window
    found = [one for one in commands(window.menuBar()) if "Columns" not in one.path]
    assert len(found) > 50
    keys = Counter(one.action.shortcut().toString(QKeySequence.SequenceFormat.PortableText) for one in found)
    for one in found:
        told = one.action.shortcut().toString(QKeySequence.SequenceFormat.PortableText)
        assert told, one.title
        assert keys[told] == 1, one.title
        assert one.action.toolTip().endswith(f"({told})"), one.title
        # A tooltip says more than the entry.
        assert len(one.action.toolTip()) > len(told) + 6, one.title
    assert {id(one.action) for one in found} == {id(action) for action in window.menus.all()}


def test_no_two_entries_of_a_menu_say_the_same(whole):
    titles = Counter((one.title, one.path) for one in commands(whole.window.menuBar()))
    assert [title for title, count in titles.items() if count > 1] == []
    last = Counter(one.title for one in commands(whole.window.menuBar()) if one.path[0] == "Alarms")
    assert [title for title, count in last.items() if count > 1] == []


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return])
def test_deleting_a_set_of_curves_names_it_and_is_refused_by_esc_and_enter(whole, qtbot, key):
    whole.go_to("trends")
    sets = whole.window.trends.screen_.sets
    sets.save(TrendSet("Night shift", whole.window.trends.screen_.curves.tags, 3600.0))
    sets.fill()
    next(one for one in sets.menu_.actions() if one.text() == "&Delete…").trigger()
    (box,) = [one for one in whole.window.findChildren(QMessageBox) if one.isVisible()]
    assert "“Night shift”" in box.text()
    assert box.defaultButton() is box.button(QMessageBox.StandardButton.Cancel)
    qtbot.keyClick(box, key)
    assert [one.name for one in sets.store.sets] == ["Night shift"]


def test_values_look_old_with_their_age_within_two_cycles(staged):
    stage = staged()
    stage.cycle()
    assert stage.text("API-3", "state") == "Connected"
    stage.wait(2 * stage.story.interval_s + 1)
    assert stage.text("API-3", "state").startswith("Stale")
    assert stage.table.cell(*stage.place("API-3", "age")).tone.name == "OLD"
    age = int(stage.text("API-3", "age").split("\u202f")[0])
    assert 2 * stage.story.interval_s <= age <= 3 * stage.story.interval_s
    assert "All well" not in stage.window.banner.worst.title.whole


@pytest.fixture
def graphs(staged):
    stage = staged(fleet(12, (LOAD,)))
    for number in range(12):
        stage.cycle({"API-4": TIMEOUT} if number == 6 else {})
    return stage


def middle(plots) -> tuple[QWidget, QPoint]:
    """Where the curves of the first graph are."""
    canvas = plots.plots[0].plot
    return canvas.viewport(), canvas.viewport().rect().center()


def test_the_live_graphs_are_dragged_and_zoomed_by_hand_all_together(graphs, qtbot):
    plots = graphs.screen.plots
    over, place = middle(plots)
    before = plots.plots[2].span
    qtbot.mousePress(over, Qt.MouseButton.LeftButton, pos=place)
    for step in (10, 30, 60):
        move_over(over, place + QPoint(step, 0), Qt.MouseButton.LeftButton)
    qtbot.mouseRelease(over, Qt.MouseButton.LeftButton, pos=place + QPoint(60, 0))
    dragged = plots.plots[2].span
    assert dragged[0] < before[0]
    assert dragged[1] - dragged[0] == pytest.approx(before[1] - before[0])
    assert plots.head.back.isEnabled()
    wheel(over, place, 240)
    zoomed = plots.plots[2].span
    assert zoomed[1] - zoomed[0] < dragged[1] - dragged[0]
    graphs.cycle()
    assert plots.plots[2].span == zoomed
    plots.head.back.click()
    assert plots.plots[0].span[1] == pytest.approx(graphs.story.now, abs=1)


def test_the_crosshair_of_the_live_graphs_tells_time_and_values_under_the_mouse(graphs):
    plots = graphs.screen.plots
    move_over(*middle(plots))
    time, *values = plots.readout.whole.split(" · ")
    assert time.count(":") == 2
    assert [value.split()[0] for value in values] == ["c0", "c1", "c2"]


def wheel(over: QWidget, place: QPoint, turned: int) -> None:
    where, everywhere = QPointF(place), QPointF(over.mapToGlobal(place))
    event = QWheelEvent(
        *(where, everywhere, QPoint(), QPoint(0, turned), Qt.MouseButton.NoButton),
        *(Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False),
    )
    QApplication.sendEvent(over, event)
