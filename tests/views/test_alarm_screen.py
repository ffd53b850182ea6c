"""What an operator does to alarms, and what the window says of it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QLineEdit

from doge_gui.core.statuses import SoundStatus
from doge_gui.models.alarm_columns import Part
from doge_gui.models.alarm_digest import Place
from doge_gui.table_desk import TableDesk
from doge_gui.views.alarm_acts import Act
from doge_gui.views.alarm_dialogs import ReasonDialog, spans
from doge_gui.views.row_selection import select_rows
from tests.export.spreadsheets import cells_of_xlsx
from tools.stories import LOAD, TIMEOUT, fleet, named

HIGH = "high:temperature:"


class Desk:
    """The alarm screen of a staged window, and what it asks for."""

    def __init__(self, stage):
        self.stage, self.window = stage, stage.window
        self.screen = stage.window.alarms
        self.said = {}
        for name in (
            *("acknowledge", "reset", "shelve", "unshelve", "out_of_service", "in_service"),
            *("mute", "unmute", "sound_test", "silence"),
        ):
            getattr(self.window, f"{name}_requested").connect(self._note(name))

    def _note(self, name):
        def note(*told):
            self.said.setdefault(name, []).append(told)

        return note

    @property
    def grid(self):
        return self.screen.grid

    def hot(self, *plcs, lost=()):
        self.stage.cycle(dict.fromkeys(lost, TIMEOUT), dict.fromkeys(plcs, (31.8,)))

    def choose(self, *ids):
        rows = self.grid.table.rows_of(frozenset(ids))
        select_rows(self.grid.selectionModel(), rows)

    def press(self, act):
        self.screen.tools.buttons[act].click()

    def text(self, act):
        return self.screen.tools.buttons[act].text()

    def question(self):
        (dialog,) = [one for one in self.window.findChildren(ReasonDialog) if one.isVisible()]
        return dialog


@pytest.fixture
def desk(staged):
    desk = Desk(staged(fleet(30)))
    desk.window.pages.show_page(1)
    return desk


def test_an_operator_acknowledges_one_with_a_comment(desk):
    desk.hot("API-1", "API-2", "API-3")
    desk.choose(f"{HIGH}API-2")
    assert desk.text(Act.ACKNOWLEDGE) == "Acknowledge 1"
    desk.screen.tools.comment.setText(" vent opened ")
    desk.press(Act.ACKNOWLEDGE)
    assert desk.said == {"acknowledge": [((f"{HIGH}API-2",), "vent opened")]}
    assert desk.screen.tools.comment.text() == ""


def test_without_a_selection_all_on_screen_are_acknowledged_and_the_button_says_how_many(desk):
    desk.hot("API-1", "API-2", "API-3", lost=("API-9",))
    assert desk.text(Act.ACKNOWLEDGE) == "Acknowledge all 4"
    desk.screen.filter.setText("temp")
    assert desk.text(Act.ACKNOWLEDGE) == "Acknowledge all 3"
    desk.window.menus["acknowledge"].trigger()
    ((ids, comment),) = desk.said["acknowledge"]
    assert (set(ids), comment) == ({f"{HIGH}API-{n}" for n in (1, 2, 3)}, "")


def test_what_is_acknowledged_already_is_not_asked_for_again(desk):
    desk.hot("API-1")
    desk.window.show_alarms(desk.stage.alarms.acknowledge((f"{HIGH}API-1",)))
    assert not desk.screen.tools.buttons[Act.ACKNOWLEDGE].isEnabled()
    assert not desk.window.menus["acknowledge"].isEnabled()


def test_shelving_needs_a_reason_and_has_an_end(desk, qtbot):
    desk.hot("API-1", "API-2")
    assert not desk.screen.tools.buttons[Act.SHELVE].isEnabled()
    desk.choose(f"{HIGH}API-1")
    desk.press(Act.SHELVE)
    dialog = desk.question()
    assert not dialog.go.isEnabled()
    dialog.reason.setText("   ")
    dialog.accept()
    assert dialog.isVisible()
    assert desk.said == {}
    dialog.length.setCurrentIndex(1)
    qtbot.keyClicks(dialog.reason, "vent is repaired")
    dialog.go.click()
    assert desk.said == {"shelve": [((f"{HIGH}API-1",), 3600.0, "vent is repaired")]}


def test_no_shelving_is_longer_than_the_rules_allow():
    assert spans(8 * 3600.0) == (900.0, 3600.0, 4 * 3600.0, 8 * 3600.0)
    assert spans(48 * 3600.0)[-1] == 8 * 3600.0
    assert spans(1800.0) == (900.0, 1800.0)
    assert spans(60.0) == (60.0,)


def test_hidden_alarms_are_one_click_away_and_come_back(desk):
    desk.hot("API-1", "API-2")
    desk.stage.alarms.shelve((f"{HIGH}API-1",), 3600.0, "x")
    desk.stage.alarms.take_out_of_service((f"{HIGH}API-2",), "y")
    desk.stage.tell()
    assert [button.text() for button in desk.screen.tabs.buttons] == [
        *("Active", "Shelved  1", "Suppressed", "Out of service  1", "Journal"),
    ]
    assert desk.grid.empty_words() == "No alarms"
    desk.screen.tabs.buttons[1].click()
    desk.choose(f"{HIGH}API-1")
    desk.window.menus["unshelve"].trigger()
    desk.screen.tabs.buttons[3].click()
    desk.choose(f"{HIGH}API-2")
    desk.press(Act.IN_SERVICE)
    assert desk.said == {"unshelve": [((f"{HIGH}API-1",),)], "in_service": [((f"{HIGH}API-2",),)]}
    assert "2 active alarms are hidden" in desk.window.banner.worst.title.whole


def test_out_of_service_wants_a_reason_but_no_end(desk):
    desk.hot("API-1")
    desk.choose(f"{HIGH}API-1")
    desk.window.menus["out_of_service"].trigger()
    dialog = desk.question()
    assert not dialog.length.isVisible()
    dialog.reason.setText("sensor broken")
    dialog.go.click()
    assert desk.said == {"out_of_service": [((f"{HIGH}API-1",), "sensor broken")]}


def test_what_is_held_can_be_reset(staged):
    desk = Desk(staged(fleet(3, (LOAD,))))
    desk.window.pages.show_page(1)
    desk.stage.cycle({}, {"API-1": (2e6,)})
    assert not desk.window.menus["reset_alarms"].isEnabled()
    desk.stage.alarms.acknowledge(("high:load",))
    desk.stage.cycle()
    desk.window.menus["reset_alarms"].trigger()
    assert desk.said == {"reset": [(("high:load",),)]}


def test_a_group_in_a_flood_is_acknowledged_as_a_whole(desk, qtbot):
    plcs = [f"API-{number}" for number in range(1, 21)]
    desk.hot(*plcs, lost=("API-29",))
    assert desk.grid.table.rowCount() == 2
    desk.grid.selectRow(0)
    assert desk.text(Act.ACKNOWLEDGE) == "Acknowledge 20"
    desk.press(Act.ACKNOWLEDGE)
    ((ids, _),) = desk.said["acknowledge"]
    assert set(ids) == {f"{HIGH}{plc}" for plc in plcs}
    qtbot.keyClick(desk.grid, Qt.Key.Key_Right)
    assert desk.grid.table.rowCount() == 22
    qtbot.keyClick(desk.grid, Qt.Key.Key_Left)
    assert desk.grid.table.rowCount() == 2
    assert desk.window.banner.flood.isVisible()
    assert desk.window.banner.flood.text.whole.startswith("Flood: 21 alarms in 10 min")


def test_jumping_shows_the_plc_in_the_fleet_even_behind_its_filter(desk):
    desk.hot("API-7")
    desk.stage.screen.fleet.filter.setText("API-2")
    desk.choose(f"{HIGH}API-7")
    desk.window.menus["jump"].trigger()
    assert desk.window.pages.current == 0
    assert desk.stage.grid.selected_plcs() == ("API-7",)
    assert desk.stage.screen.fleet.filter.text() == ""


def test_jumping_to_a_plc_that_left_says_so(desk):
    desk.hot("API-7")
    desk.stage.story.replan(fleet(3).plan)
    desk.choose(f"{HIGH}API-7")
    desk.window.show_snapshot(desk.stage.story.cycle())
    desk.window.menus["jump"].trigger()
    assert desk.window.notice.text.whole == "API-7 is not in the fleet any more"
    assert desk.window.pages.current == 1


def test_the_selection_stays_with_its_alarms(desk):
    desk.hot("API-1", "API-2")
    desk.choose(f"{HIGH}API-2")
    desk.hot("API-1", "API-2", "API-3", lost=("API-9",))
    assert [alarm.id for alarm in desk.grid.chosen()] == [f"{HIGH}API-2"]


def test_actions_on_alarms_are_live_only_where_they_are_seen(desk):
    desk.hot("API-1")
    assert desk.window.menus["acknowledge"].isEnabled()
    desk.window.pages.show_page(0)
    assert not desk.window.menus["acknowledge"].isEnabled()
    assert not desk.window.menus["export_alarms"].isEnabled()
    desk.window.menus["acknowledge_worst"].trigger()
    assert desk.said == {"acknowledge": [((f"{HIGH}API-1",), "")]}


def test_sound_is_muted_with_an_end_tested_and_turned_down(desk):
    menu, changed = desk.window.sound_menu, []
    desk.window.volume_changed.connect(changed.append)
    menu.mutes[0].trigger()
    desk.window.menus["mute"].trigger()
    menu.tests[0].trigger()
    menu._slider.setValue(40)
    assert desk.said == {"mute": [(900.0,), (1800.0,)], "sound_test": [(3,)]}
    assert (changed, menu.volume) == ([40], 40)
    assert not menu.unmute_action.isEnabled()


def test_nothing_but_a_mute_makes_alarms_unheard(staged, settings):
    settings.setValue("sound/volume", 0)
    assert staged().window.sound_menu.volume == 10


def test_the_journal_is_shown_found_and_copied(desk):
    desk.hot("API-1", lost=("API-9",))
    desk.window.show_alarms(desk.stage.alarms.acknowledge(("offline:API-9",), "called"))
    desk.screen.tabs.buttons[4].click()
    journal = desk.screen.journal.journal
    assert journal.rowCount() == journal.listed > 2
    desk.window.menus["find"].trigger()
    desk.screen.filter.setText("called")
    assert journal.rowCount() == 1
    desk.window.menus["copy"].trigger()
    head, line = QGuiApplication.clipboard().text().splitlines()
    assert head.startswith("Time\tPriority\tPLC")
    assert line.endswith("\tann\tcalled")
    assert not any(desk.window.menus[act.value].isEnabled() for act in Act)


@pytest.fixture
def tables(desk):
    """What writes the tables of the window."""
    tables = TableDesk()
    tables.serve(desk.window)
    yield tables
    assert tables.stop()


def test_a_list_is_written_as_csv_or_why_not(desk, tables, tmp_path, monkeypatch, qtbot):
    desk.hot("API-1", "API-2")
    typed = [str(tmp_path / "alarms.csv"), "CSV (*.csv)"]
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: typed)
    with qtbot.waitSignal(tables.done):
        desk.screen.export_button.click()
    assert len((tmp_path / "alarms.csv").read_text(encoding="utf-8").splitlines()) == 3
    assert desk.window.notice.text.whole == f"Table written to {typed[0]}"
    typed[0] = str(tmp_path / "no" / "x.csv")
    with qtbot.waitSignal(tables.failed):
        desk.window.menus["export_alarms"].trigger()
    assert desk.window.notice.text.whole.startswith("◆ Not exported: ")


def test_a_list_and_the_journal_are_written_as_xlsx(desk, tables, tmp_path, monkeypatch, qtbot):
    desk.hot("API-1", "API-2")
    typed = [str(tmp_path / "alarms"), "XLSX (*.xlsx)"]
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: typed)
    with qtbot.waitSignal(tables.done):
        desk.window.menus["table"].trigger()
    assert len(cells_of_xlsx(tmp_path / "alarms.xlsx")) == 3
    desk.screen.tabs.buttons[4].click()
    typed[:] = str(tmp_path / "journal.XLSX"), "CSV (*.csv)"
    with qtbot.waitSignal(tables.done):
        desk.window.menus["table"].trigger()
    assert len(cells_of_xlsx(tmp_path / "journal.XLSX")) == desk.screen.journal.journal.rowCount() + 1


def test_names_from_the_network_are_characters_in_every_list(staged):
    desk = Desk(staged(named(fleet(3), "<img src=x>")))
    desk.window.pages.show_page(1)
    desk.hot("<img src=x>")
    assert not desk.grid.grab().isNull()
    desk.choose(f"{HIGH}<img src=x>")
    desk.window.menus["jump"].trigger()
    assert desk.stage.grid.selected_plcs() == ("<img src=x>",)


def test_every_control_of_the_screen_has_a_name_and_no_shortcut_comes_twice(desk):
    desk.hot("API-1")
    controls = [
        *desk.screen.findChildren(QAbstractButton),
        *desk.screen.findChildren(QLineEdit),
        *desk.window.pages.navigation.findChildren(QAbstractButton),
    ]
    nameless = [
        one
        for one in controls
        if one.isVisible()
        and not one.accessibleName()
        and not one.text()
        and not one.objectName().startswith("qt_")
        and type(one).__name__ != "QLineEditIconButton"
    ]
    assert nameless == []
    keys = [one.shortcut().toString() for one in desk.window.findChildren(QAction)]
    used = [key for key in keys if key]
    assert len(used) == len(set(used))


@pytest.mark.parametrize("size", [(900, 560), (1024, 640), (1600, 960)])
def test_nothing_is_wider_than_the_window(staged, size):
    desk = Desk(staged(fleet(30)))
    desk.window.resize(*size)
    desk.window.pages.show_page(1)
    desk.hot("API-1")
    desk.window.show_alarms(desk.stage.alarms.judge_sound(SoundStatus(False, "no device")))
    QGuiApplication.processEvents()
    assert desk.window.size().toTuple() == size
    for number in range(len(desk.screen.tabs.buttons)):
        desk.screen.tabs.buttons[number].click()
        QGuiApplication.processEvents()
        grid = desk.screen.grid
        widths = [grid.columnWidth(one) for one in range(grid.model().columnCount())]
        assert sum(widths) <= grid.viewport().width()
    assert desk.screen.lists[Place.ACTIVE].columnWidth(0) > 0


def test_while_polling_is_paused_no_value_is_shown_as_that_of_now(desk):
    desk.hot("API-1")
    row, now = 0, [column.part for column in desk.grid.table.columns].index(Part.NOW)
    assert desk.grid.table.index(row, now).data() == "31.8 °C"
    assert not desk.window.banner.old.isVisible()
    desk.stage.paused(True)
    desk.window.tick()
    assert desk.grid.table.index(row, now).data() == "unknown"
    assert desk.window.banner.old.isVisible()
    assert desk.window.banner.old.text.whole.startswith("Polling is paused")
    desk.stage.paused(False)
    desk.window.tick()
    assert desk.grid.table.index(row, now).data() == "31.8 °C"
    assert not desk.window.banner.old.isVisible()
