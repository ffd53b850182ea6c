"""A replay on the screen: framed as one, steered by keys and mouse, and nothing in it can touch the plant."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QDateTime, QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QMenu, QWidget

from doge_gui.connections import connect_replay
from doge_gui.core.recording.curves import Mark
from doge_gui.core.replay.position import Position
from doge_gui.core.replay.track import Gap
from doge_gui.engine.replay_desk import ReplayDesk
from doge_gui.paths import resource
from doge_gui.views.alarm_acts import Act
from doge_gui.views.replay_screen import ReplayScreen
from doge_gui.views.theme import contrast, load
from tools.recorded_stories import RecordedStory
from tools.stories import START, fleet

LOST_AT, WELL_AT = 84, 20


@pytest.fixture(scope="module")
def told() -> RecordedStory:
    """A hundred cycles of eight gateways, some lost towards the end."""
    recorded = RecordedStory(fleet(8))
    recorded.tell(100, broken=True)
    return recorded


class Replay:
    """A screen on a desk, as the program connects them."""

    def __init__(self, told: RecordedStory, themes, qtbot) -> None:
        self.told, self._qtbot = told, qtbot
        self.now = 0.0
        self.desk = ReplayDesk(lambda: told, told.alarms.rules, lambda: self.now)
        self.screen = ReplayScreen(themes.theme)
        qtbot.addWidget(self.screen)
        connect_replay(self.desk, self.screen)
        self.positions: list[Position] = []
        self.desk.position_changed.connect(self.positions.append)
        self.screen.resize(1280, 800)
        self.screen.show()
        qtbot.waitExposed(self.screen)
        self.screen.activateWindow()

    def open(self, cycle: int) -> None:
        self.desk.open(self.told.made.cycles[cycle].at)
        self._qtbot.waitUntil(lambda: bool(self.positions) and not self.desk.reading)
        self.screen.plant.plots.draw_fresh()

    @property
    def cycle(self) -> int:
        return self.positions[-1].cycle - 1

    def press(
        self, key: Qt.Key, widget: QWidget | None = None, modifier=Qt.KeyboardModifier.NoModifier
    ) -> None:
        self._qtbot.keyClick(widget or self.screen, key, modifier)

    def text(self, plc: str, key: str) -> str:
        table = self.screen.plant.table
        (row,) = table.rows_of(frozenset({plc}))
        column = next(number for number, one in enumerate(table.columns) if one.key == key)
        return table.cell(row, column).text


@pytest.fixture
def replay(told, themes, qtbot):
    made = Replay(told, themes, qtbot)
    yield made
    assert made.desk.stop()


def test_it_says_that_it_is_a_replay_and_of_when(replay) -> None:
    assert replay.screen.strip.title.text() == "REPLAY – not live"
    replay.open(WELL_AT)
    at = replay.told.made.cycles[WELL_AT].at.astimezone()
    assert replay.screen.strip.title.text() == f"REPLAY – {at.day} {at:%b %Y %H:%M:%S} – not live"
    assert replay.screen.objectName() == "replay", "the frame's colour hangs on it"


def test_the_frame_stands_out_in_both_themes() -> None:
    for name in ("light", "dark"):
        roles = load(resource("themes", f"{name}.toml")).roles
        assert contrast(roles["replay"], roles["replay_tint"]) >= 4.5
        assert contrast(roles["text"], roles["replay_tint"]) >= 4.5
        assert contrast(roles["replay"], roles["window"]) >= 3.0
        assert roles["replay"] not in {roles[other] for other in ("high", "medium", "low", "accent")}


def test_the_plant_and_its_alarms_are_shown_as_they_stood(replay) -> None:
    replay.open(LOST_AT)
    assert replay.text("API-4", "state").startswith("Lost")
    assert replay.text("API-1", "state").startswith("Connected")
    assert "Alarms" in replay.screen.tabs.buttons[1].text()
    replay.screen.tabs.choose(1)
    grid = replay.screen.alarms.grid
    shown = {grid.table.row(row).id for row in range(grid.table.rowCount())}
    assert "offline:API-4" in shown
    replay.desk.seek(replay.told.made.cycles[WELL_AT].at)
    replay.screen.tabs.choose(0)
    assert replay.text("API-4", "state").startswith("Connected")


def test_ages_are_those_of_the_instant(replay) -> None:
    replay.open(LOST_AT)
    lost_for = replay.text("API-4", "age")
    assert replay.text("API-1", "age").startswith("0")
    seconds = 15 * (LOST_AT - 60)
    assert lost_for.startswith(str(seconds // 60))


def test_the_graphs_end_at_the_instant_forth_and_back(replay) -> None:
    replay.open(LOST_AT)
    plots = replay.screen.plant.plots
    for cycle in (LOST_AT, WELL_AT, WELL_AT + 1):
        replay.desk.seek(replay.told.made.cycles[cycle].at)
        plots.draw_fresh()
        (curve,) = plots.curves(0)
        assert curve.x[-1] == pytest.approx(replay.told.made.cycles[cycle].at.timestamp(), abs=1e-3, rel=0)
    replay.desk.seek(replay.told.made.cycles[LOST_AT].at)
    assert [onset.request for onset in replay.screen.marbles.onsets], "thresholds are marked in the graphs"
    replay.desk.seek(replay.told.made.cycles[WELL_AT + 1].at)
    assert replay.screen.marbles.onsets == []
    replay.screen.plant.plots.show_plcs(("API-1",))
    (curve,) = plots.curves(0)
    assert curve.y[-1] == replay.told.made.values[WELL_AT + 1, 6]


def test_keys_play_step_jump_and_lead_back(replay, qtbot) -> None:
    replay.open(WELL_AT)
    replay.press(Qt.Key.Key_Right)
    assert replay.cycle == WELL_AT + 1
    replay.press(Qt.Key.Key_Left)
    assert replay.cycle == WELL_AT
    replay.press(Qt.Key.Key_Space, replay.screen.plant.fleet.grid)
    assert replay.positions[-1].playing
    assert replay.screen.strip.buttons["play"].accessibleName() == "Pause"
    replay.press(Qt.Key.Key_Space, replay.screen.plant.fleet.grid)
    assert not replay.positions[-1].playing
    replay.press(Qt.Key.Key_Right, modifier=Qt.KeyboardModifier.ControlModifier)
    assert replay.cycle > WELL_AT + 1
    replay.press(Qt.Key.Key_Left, modifier=Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(replay.screen.live_wanted):
        replay.press(Qt.Key.Key_Escape)


def test_space_presses_the_button_that_has_the_focus_and_writes_into_a_filter(replay) -> None:
    replay.open(WELL_AT)
    forward = replay.screen.strip.buttons["forward"]
    forward.setFocus()
    replay.press(Qt.Key.Key_Space, forward)
    assert (replay.cycle, replay.positions[-1].playing) == (WELL_AT + 1, False)
    line = replay.screen.plant.fleet.filter
    line.setFocus()
    replay.press(Qt.Key.Key_Space, line)
    assert line.text() == " "
    assert not replay.positions[-1].playing


def test_an_instant_is_written_and_entered(replay) -> None:
    replay.open(WELL_AT)
    editor = replay.screen.strip.editor
    editor.setFocus()
    replay.press(Qt.Key.Key_Left, editor)
    replay.press(Qt.Key.Key_Space, editor)
    assert (replay.cycle, replay.positions[-1].playing) == (WELL_AT, False), "keys belong to the editor"
    editor.setDateTime(QDateTime.fromSecsSinceEpoch(int(replay.told.made.cycles[60].at.timestamp()) + 3))
    replay.press(Qt.Key.Key_Return, editor)
    assert replay.cycle == 60


def test_speed_instant_and_time_line_are_wishes(replay, qtbot) -> None:
    replay.open(WELL_AT)
    strip = replay.screen.strip
    number = strip.speed.findText("1000×")
    strip.speed.setCurrentIndex(number)
    strip.speed.activated.emit(number)
    assert replay.positions[-1].speed == 1000.0
    strip.editor.setDateTime(
        QDateTime.fromSecsSinceEpoch(int(replay.told.made.cycles[50].at.timestamp()) + 3)
    )
    strip.go.click()
    assert replay.cycle == 50
    scale = strip.line.scale_()
    x = round(scale.x(replay.told.made.cycles[10].at + timedelta(seconds=7))) + 10
    qtbot.mouseClick(strip.line, Qt.MouseButton.LeftButton, pos=QPoint(x, 20))
    assert abs(replay.cycle - 10) <= 1


def test_alarms_stand_on_the_time_line_and_names_are_shown_as_characters(replay) -> None:
    replay.open(WELL_AT)
    line = replay.screen.strip.line
    assert {pin.severity.name for pin in line.pins()} == {"HIGH", "MEDIUM"}
    bad = Mark(replay.told.made.cycles[30].at, "offline:x", "<img src=x> lost", 2)
    replay.screen.show_onsets((bad,))
    (pin,) = line.pins()
    assert "&lt;img src=x&gt; lost" in line.tip_at(pin.x + 10)


def test_a_live_alarm_comes_over_the_replay_and_leads_back(replay, qtbot) -> None:
    replay.open(WELL_AT)
    assert not replay.screen.live_alarm.isVisible()
    replay.screen.show_live_alarm("API-3 lost: no answer")
    assert replay.screen.live_alarm.isVisible()
    assert "LIVE NOW: API-3 lost" in replay.screen.live_alarm.text.whole
    assert replay.screen.live_alarm.y() < replay.screen.strip.y()
    with qtbot.waitSignal(replay.screen.live_wanted):
        replay.screen.live_alarm.button.click()
    replay.screen.clear_live_alarm()
    assert not replay.screen.live_alarm.isVisible()


def test_what_was_jumped_over_what_ended_and_what_failed_is_told(replay) -> None:
    replay.open(WELL_AT)
    strip = replay.screen.strip
    gap = (START.timestamp(), START.timestamp() + 3600)
    replay.screen.show_position(replace(replay.positions[-1], gap=Gap(*gap)))
    assert "Nothing recorded from" in strip.note.whole
    replay.screen.show_ended()
    assert strip.note.whole == "End of the recording"
    replay.screen.show_nothing_found(True)
    assert strip.note.whole == "No later alarm"
    replay.screen.show_loading(True)
    assert "Reading" in strip.note.whole
    replay.screen.show_failure("history.db: damaged")
    assert "history.db: damaged" in replay.screen.failure.text.whole
    replay.screen.failure.button.click()
    assert replay.screen.failure.isHidden(), "what can be read again is shown again"


def test_no_sound_unless_asked(replay) -> None:
    heard = []
    replay.desk.heard.connect(heard.append)
    replay.open(41)
    replay.desk.play()
    assert heard == []
    replay.screen.strip.sound.setChecked(True)
    assert [call.id for call in heard[-1]] == ["high:temperature:API-2"]
    replay.screen.begin_anew()
    assert heard[-1] == ()


# Nothing acts


def acting(screen: ReplayScreen) -> list[object]:
    """Everything that would act on gateways or alarms, if anybody could reach it, noted when it does."""
    done: list[object] = []
    fleet_view, acts = screen.plant.fleet, screen.alarms.acts
    signals = {
        "poll": fleet_view.poll_now,
        "pause": fleet_view.pause_toggled,
        "disconnect": fleet_view.disconnect_wanted,
        "acknowledge": acts.acknowledge,
        "reset": acts.reset,
        "shelve": acts.shelve,
        "unshelve": acts.unshelve,
        "out": acts.out_of_service,
        "in": acts.in_service,
    }
    for name, signal in signals.items():
        signal.connect(lambda *_args, name=name: done.append(name))
    return done


def press_everything(replay: Replay, grid: QWidget) -> None:
    """Every key that does something elsewhere, every button and every menu entry in sight."""
    screen = replay.screen
    grid.selectAll()
    for widget in (grid, screen):
        for key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Delete, Qt.Key.Key_F9, Qt.Key.Key_F5):
            replay.press(key, widget)
    for button in screen.findChildren(QAbstractButton):
        menu = getattr(button, "menu", lambda: None)()
        if button.isVisible() and button.isEnabled() and menu is None and not opens_a_file(button):
            button.click()
    for action in (action for menu in screen.findChildren(QMenu) for action in menu.actions()):
        if action.isVisible() and action.isEnabled() and action.data() not in ("png", "svg", "csv"):
            action.trigger()


def test_whatever_is_pressed_nothing_acts(replay) -> None:
    replay.open(41)
    screen, done = replay.screen, acting(replay.screen)
    press_everything(replay, screen.plant.fleet.grid)
    for page in range(len(screen.alarms.tabs.buttons)):
        screen.tabs.choose(1)
        screen.alarms.tabs.choose(page)
        press_everything(replay, screen.alarms.grid)
    screen.plant.fleet.want_disconnect()
    screen.alarms.acknowledge()
    assert done == []


def opens_a_file(button: QAbstractButton) -> bool:
    return "Export" in button.text()


def test_what_would_act_is_not_even_shown(replay) -> None:
    replay.open(41)
    screen = replay.screen
    view = screen.plant.fleet
    for button in (view.force_button, view.poll_button, view.pause_button):
        assert not button.isVisible()
    keys = {column.key: number for number, column in enumerate(screen.plant.table.columns)}
    assert view.grid.isColumnHidden(keys["force"])
    assert view.grid.isColumnHidden(keys["disconnection"])
    view.columns_menu.aboutToShow.emit()
    assert not {"force", "disconnection"} & {action.data() for action in view.columns_menu.actions()}
    screen.tabs.choose(1)
    screen.alarms.grid.selectAll()
    shown = {act for act, button in screen.alarms.tools.buttons.items() if button.isVisible()}
    assert shown == {Act.JUMP}
    assert not screen.alarms.tools.comment.isVisible()
    assert not screen.alarms.tools.sound.isVisible()
    screen.resize(700, 500)
    screen.tabs.choose(0)
    assert not view.poll_button.isVisible(), "more room or less brings nothing back"


def test_a_plc_is_shown_within_the_replay(replay) -> None:
    replay.open(41)
    replay.screen.tabs.choose(1)
    replay.screen.alarms.acts.plc_wanted.emit("API-2")
    assert replay.screen.plant.isVisible()
    assert replay.screen.plant.fleet.grid.selected_plcs() == ("API-2",)
    replay.screen.alarms.acts.plc_wanted.emit("API-99")
    assert "was not in the fleet" in replay.screen.strip.note.whole


def test_another_replay_begins_without_anything_of_the_last(replay) -> None:
    replay.open(LOST_AT)
    replay.desk.close()
    replay.screen.begin_anew()
    assert replay.screen.plant.table.rowCount() == 0
    assert replay.screen.tabs.buttons[1].text() == "Alarms"
    replay.open(WELL_AT)
    assert replay.screen.plant.table.rowCount() == 8
    (curve,) = replay.screen.plant.plots.curves(0)
    assert curve.x[-1] == pytest.approx(replay.told.made.cycles[WELL_AT].at.timestamp(), abs=1e-3, rel=0)
