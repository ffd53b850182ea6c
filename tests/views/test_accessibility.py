"""The window without a mouse, and without eyes: names, the way of the keyboard, and where it is."""

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QRect, QSettings, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QComboBox

from doge_gui.core.statuses import SoundStatus
from doge_gui.views.alarm_dialogs import ReasonDialog
from doge_gui.views.area_keys import AreaKeys
from doge_gui.views.command_palette import CommandPalette
from doge_gui.views.config_screen import ConfigScreen
from doge_gui.views.disconnecting import ConfirmDisconnect
from doge_gui.views.report_dialog import ReportDialog
from doge_gui.views.shortcuts_dialog import ShortcutsDialog
from doge_gui.views.theme import Choice
from tests.views.reading import controls, make_active, name_of, nameless, path_of, place_of, way_of_tab
from tools.stories import START, TIMEOUT, fleet
from tools.whole_window import SCREENS, WholeWindow


@pytest.fixture(scope="module")
def shown(themes, tmp_path_factory):
    """The real window on a broken plant, with something on every screen."""
    themes.choose(Choice.LIGHT)
    path = tmp_path_factory.mktemp("whole") / "window.ini"
    made = WholeWindow(20, True, themes, QSettings(str(path), QSettings.Format.IniFormat))
    made.window.show()
    yield made
    themes.choose(Choice.LIGHT)
    made.end()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def whole(shown, themes, qtbot):
    """The same, as it was at first."""
    qtbot.waitExposed(shown.window)
    for screen in (shown.window.screen_, shown.window.replay.screen_.plant):
        screen.fleet.filter.clear()
    themes.choose(Choice.LIGHT)
    shown.go_to("supervision")
    return shown


def areas_of(window) -> tuple:
    return (window.banner, window.pages.navigation, window.pages._stack, window.status)


# Names


@pytest.mark.parametrize("screen", SCREENS)
def test_every_control_of_a_screen_has_a_name(whole, screen):
    whole.go_to(screen)
    assert len(controls(whole.window)) > 10
    assert nameless(whole.window) == []


@pytest.fixture
def dialogs(qtbot, staged, settings):
    stage = staged(fleet(8))
    stage.cycle()
    window = stage.window
    config = ConfigScreen("/plant/configDoge.json", ())
    made = {
        "confirm": ConfirmDisconnect(("API-1", "API-2"), window),
        "reason": ReasonDialog("Shelve", "Why?", "Hidden for a time.", (600.0, 3600.0), window),
        "report": ReportDialog(lambda: START, window),
        "shortcuts": ShortcutsDialog(window.menuBar(), window),
        "mistakes": window.dialogs.mistakes,
        "left out": window.dialogs.left_out,
        "palette": CommandPalette(window, window.menus, lambda: ("API-1",)),
        "configuration": config,
    }
    yield made
    config.close()
    config.deleteLater()


@pytest.mark.parametrize(
    "name",
    ["confirm", "reason", "report", "shortcuts", "mistakes", "left out", "palette", "configuration"],
)
def test_every_control_of_a_dialog_has_a_name_and_tab_reaches_it(dialogs, qtbot, name):
    shown = dialogs[name]
    shown.open() if name == "palette" else shown.show()
    qtbot.waitExposed(shown)
    assert shown.windowTitle()
    assert nameless(shown) == []
    wanted = [
        one for one in controls(shown) if one.isEnabled() and one.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert wanted
    assert set(wanted) <= set(way_of_tab(shown, wanted[0]))


def cell_of(view: QAbstractItemView, row: int, column: int) -> str:
    """What a screen reader is told of a cell."""
    told = QAccessible.queryAccessibleInterface(view)
    heads = 1
    shown = view.model().columnCount()
    cell = told.child((row + heads) * shown + column)
    return cell.text(QAccessible.Text.Name)


def test_the_cells_of_the_tables_are_told(whole):
    window = whole.window
    grid, table = window.screen_.fleet.grid, window.screen_.table
    told = [cell_of(grid, 0, column) for column in range(len(table.columns))]
    assert "PLC: API-2" in told
    assert any("High: Temp. 34.6 > 30" in one for one in told)
    whole.go_to("alarms")
    alarms = window.alarms.grid
    told = [cell_of(alarms, 0, column) for column in range(alarms.model().columnCount())]
    assert any("High" in one for one in told)
    assert any("Temp." in one for one in told)


def test_what_is_painted_tells_its_value(whole):
    window = whole.window
    cards = [name_of(one) for one in window.screen_.figures._cards]
    assert any("49" in one or "19" in one for one in cards)
    for plot in window.screen_.plots.plots:
        assert any(letter.isdigit() for letter in name_of(plot.plot))
    navigation = [name_of(one) for one in window.pages.navigation.buttons]
    assert "not acknowledged" in navigation[SCREENS.index("alarms")]
    assert name_of(window.banner).startswith("High: API-2 Temp.")
    whole.go_to("replay")
    line = window.replay.screen_.strip.line
    assert QAccessible.queryAccessibleInterface(line).text(QAccessible.Text.Description)


def test_a_screen_reader_is_told_what_comes_and_nothing_twice(staged):
    stage = staged(fleet(8))
    said = []
    stage.window.banner.announced.connect(said.append)
    stage.cycle()
    stage.cycle()
    said.clear()
    stage.cycle({"API-5": TIMEOUT})
    assert said == ["Medium: API-5 lost: no answer in 2.0 s"]
    stage.wait(60)
    stage.cycle({"API-5": TIMEOUT})
    assert len(said) == 1
    stage.cycle({"API-5": TIMEOUT}, {"API-2": (40.0,)})
    assert said[-1].startswith("High: API-2 Temp.")
    stage.window.show_alarms(stage.alarms.judge_sound(SoundStatus(False, "no audio device")))
    assert len(said) == 2


# The keyboard's way


@pytest.mark.parametrize("screen", SCREENS)
def test_tab_reaches_everything_in_reading_order_and_comes_round(whole, screen):
    whole.go_to(screen)
    window = whole.window
    first = window.pages.navigation.buttons[SCREENS.index(screen)]
    way = way_of_tab(window, first)
    wanted = [
        one
        for one in controls(window)
        if one.isEnabled() and one.focusPolicy() & Qt.FocusPolicy.TabFocus and not _by_arrows(one)
    ]
    missing = [path_of(one) for one in wanted if one not in way]
    assert missing == []
    for area in areas_of(window):
        inside = [one for one in way if area.isAncestorOf(one)]
        numbers = [way.index(one) for one in inside]
        assert numbers == list(range(numbers[0], numbers[0] + len(numbers))) if numbers else True
        _assert_reading_order(inside, window)


def _by_arrows(widget) -> bool:
    """Of buttons of which one is chosen Tab reaches that, and the arrows the others."""
    return isinstance(widget, QAbstractButton) and bool(
        widget.group() and widget.group().exclusive() and not widget.isChecked()
    )


def _assert_reading_order(way, window) -> None:
    """Within a panel nothing comes before what stands wholly above it, nor right of it in the same line."""
    boxes = [QRect(place_of(one, window), one.size()) for one in way]
    for (one, before), (other, after) in zip(
        zip(way, boxes, strict=True), list(zip(way, boxes, strict=True))[1:], strict=False
    ):
        if _panel(one) is not _panel(other):
            continue
        below = after.top() >= before.bottom() - 2
        beside = abs(after.center().y() - before.center().y()) < 24 and after.left() >= before.left()
        assert below or beside, f"{path_of(other)} after {path_of(one)}"


def _panel(widget):
    at = widget
    while at is not None and at.objectName() not in ("panel", "plotPanel", "replayStrip", "banner", "replay"):
        at = at.parentWidget()
    return at


def test_the_arrows_go_from_screen_to_screen(whole, qtbot):
    window = whole.window
    buttons = window.pages.navigation.buttons
    make_active(window)
    buttons[0].setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(buttons[0], Qt.Key.Key_Down)
    assert window.focusWidget() is buttons[1]
    qtbot.keyClick(buttons[1], Qt.Key.Key_Space)
    assert window.pages.current == 1


def test_from_area_to_area_and_back_to_where_it_was(whole):
    window = whole.window
    keys = AreaKeys(areas_of(window), window)
    grid = window.screen_.fleet.grid
    make_active(window)
    grid.setFocus()
    keys.next_area()
    assert window.focusWidget() is window.status
    assert "Addresses" in window.status.accessibleDescription()
    keys.next_area()
    assert window.banner.isAncestorOf(window.focusWidget())
    keys.next_area()
    assert window.focusWidget() is window.pages.navigation.buttons[0]
    keys.next_area()
    assert window.focusWidget() is grid
    keys.previous_area()
    assert keys.current == 1


def test_esc_clears_a_filter_then_leaves_it(whole, qtbot):
    fleet_view = whole.window.screen_.fleet
    fleet_view.focus_filter()
    qtbot.keyClicks(fleet_view.filter, "api-3")
    assert fleet_view.grid.model().rowCount() == 1
    qtbot.keyClick(fleet_view.filter, Qt.Key.Key_Escape)
    assert fleet_view.filter.text() == ""
    assert whole.window.focusWidget() is fleet_view.filter
    qtbot.keyClick(fleet_view.filter, Qt.Key.Key_Escape)
    assert whole.window.focusWidget() is fleet_view.grid


def test_in_a_replay_esc_in_the_filter_stays_in_the_replay(whole, qtbot):
    whole.go_to("replay")
    screen = whole.window.replay.screen_
    left = []
    screen.live_wanted.connect(lambda: left.append(True))
    fleet_view = screen.plant.fleet
    fleet_view.focus_filter()
    qtbot.keyClicks(fleet_view.filter, "api-3")
    qtbot.keyClick(fleet_view.filter, Qt.Key.Key_Escape)
    assert fleet_view.filter.text() == ""
    assert left == []


# Where the keyboard is


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("choice", [Choice.LIGHT, Choice.DARK, Choice.CONTRAST])
def test_it_can_be_seen_where_the_keyboard_is(whole, themes, choice, screen):
    themes.choose(choice)
    whole.go_to(screen)
    window = whole.window
    hidden = []
    for one in way_of_tab(window, window.pages.navigation.buttons[SCREENS.index(screen)]):
        if isinstance(one, QAbstractItemView) and one.model().rowCount():
            one.setCurrentIndex(one.model().index(0, 0))
        one.setFocus(Qt.FocusReason.TabFocusReason)
        with_it = pixels(one)
        one.clearFocus()
        changed = (pixels(one) != with_it).any(axis=2).sum()
        # Two pixels along two sides of a control at least; of a table a cell is framed.
        edges = 75 if isinstance(one, QAbstractItemView) else one.width() + min(one.height(), 24)
        if changed < 2 * edges:
            hidden.append(f"{path_of(one)}: {changed}")
    assert hidden == []


def pixels(widget) -> np.ndarray:
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    return np.array(
        np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4)[..., :3]
    )


def test_a_box_says_what_it_is_for(whole):
    boxes = [one for one in controls(whole.window) if isinstance(one, QComboBox)]
    assert boxes
    for box in boxes:
        told = QAccessible.queryAccessibleInterface(box)
        assert box.accessibleName() != box.currentText()
        assert told.text(QAccessible.Text.Description)
