"""The window as an operator meets it."""

import json

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QListWidget

from doge_gui.core.addresses import Problem
from doge_gui.core.config_text import Mistake
from doge_gui.core.statuses import AddressStatus, DisconnectionState, SoundStatus
from doge_gui.views.config_screen import ConfigScreen
from doge_gui.views.labels import ElidedLabel
from doge_gui.views.layout_memory import bring_on_screen
from tools.stories import LOAD, TEMPERATURE, TIMEOUT, fleet, named


def test_all_is_well_and_nothing_is_red(staged):
    stage = staged()
    stage.cycle()
    assert stage.window.banner.worst.title.whole == "All well – 8 gateways answer"
    assert not stage.window.banner.silence_button.isEnabled()


def test_less_than_a_hundredth_of_a_healthy_screen_is_coloured(staged):
    stage = staged(fleet(50))
    for _ in range(30):
        stage.cycle()
    image = stage.window.grab().toImage()
    colours = [
        image.pixelColor(x, y) for x in range(0, image.width(), 4) for y in range(0, image.height(), 4)
    ]
    loud = sum(one.saturationF() > 0.5 and one.valueF() > 0.3 for one in colours)
    assert loud / len(colours) < 0.01


def test_a_lost_gateway_is_in_the_banner_with_its_reason(staged):
    stage = staged()
    stage.cycle()
    stage.cycle({"API-5": TIMEOUT})
    stage.wait(60)
    assert stage.window.banner.worst.title.whole == "API-5 lost: no answer in 2.0 s"
    assert "(1\u202fmin)" in stage.window.banner.worst.detail.whole
    assert stage.table.plc(0) == "API-5"


def test_several_facts_unfold(staged):
    stage = staged()
    stage.cycle({"API-5": TIMEOUT}, {"API-2": (40.0,)})
    stage.window.show_alarms(stage.alarms.judge_sound(SoundStatus(False, "no audio device")))
    banner = stage.window.banner
    assert banner.worst.title.whole.startswith("API-2 Temp. 40.0 °C above")
    assert banner.more.isVisible()
    stage.window.menus["facts"].trigger()
    titles = [row.title.whole for row in banner.others.rows if row.isVisible()]
    assert titles == ["API-5 lost: no answer in 2.0 s", "Sound lost: no audio device"]


def test_selection_survives_sorting_new_cycles_and_a_new_plan(staged):
    stage = staged()
    stage.cycle()
    stage.select("API-2", "API-6")
    told = []
    stage.grid.selected.connect(told.append)
    stage.grid.horizontalHeader().sectionClicked.emit(stage.column("marbles1"))
    stage.cycle({"API-6": TIMEOUT})
    stage.story.replan(fleet(12, (TEMPERATURE, LOAD)).plan)
    stage.cycle()
    assert set(stage.grid.selected_plcs()) == {"API-2", "API-6"}
    stage.screen.fleet.filter.setText("API-2")
    assert stage.grid.selected_plcs() == ("API-2",)
    assert told[-1] == ("API-2",)


def test_pausing_and_polling_are_asked_for(staged, qtbot):
    stage = staged()
    asked = []
    stage.window.pause_requested.connect(asked.append)
    stage.window.menus["pause"].trigger()
    stage.paused(True)
    assert stage.screen.fleet.pause_button.text() == "Resume"
    stage.window.menus["pause"].trigger()
    assert asked == [True, False]
    with qtbot.waitSignal(stage.window.poll_now_requested):
        qtbot.mouseClick(stage.screen.fleet.poll_button, Qt.MouseButton.LeftButton)


def test_silence_is_live_only_while_something_sounds(staged, qtbot):
    stage = staged()
    stage.window.show_sounding(True, "temperature")
    with qtbot.waitSignal(stage.window.silence_requested):
        qtbot.mouseClick(stage.window.banner.silence_button, Qt.MouseButton.LeftButton)
    stage.window.show_sounding(False, "")
    assert not stage.window.menus["silence"].isEnabled()


def test_a_broken_configuration_is_shown_while_the_last_good_one_stays(staged):
    stage = staged()
    stage.cycle()
    stage.window.show_config_mistakes(
        "/p/configDoge.json", (Mistake("jbo", "not known", "did you mean job?"),)
    )
    assert "jbo: not known" in stage.window.banner.worst.title.whole
    stage.window.banner.details.click()
    assert stage.window.dialogs.mistakes.isVisible()
    stage.window.show_config_ok("/p/configDoge.json")
    assert not stage.window.dialogs.mistakes.isVisible()
    assert "All well" in stage.window.banner.worst.title.whole


def test_the_status_line_tells_how_good_the_address_list_is(staged):
    stage = staged()
    stage.window.show_addresses(
        AddressStatus(
            "http://list", 8, stage.story.now, "refused", stage.story.now - 125, (Problem("x", "y"),)
        )
    )
    text = stage.window.status.addresses.whole
    assert "http://list, 8 PLCs, ◆ failing for 2\u202fmin, ● 1 left out" in text


def test_an_example_fleet_is_labelled(staged):
    stage = staged()
    stage.window.show_addresses(AddressStatus("example fleet", 8, 1.0, example=True))
    assert stage.window.banner.example.isVisible()
    assert stage.window.banner.example.text() == "EXAMPLE FLEET"


def test_names_from_the_network_are_characters_everywhere(staged, qtbot):
    stage = staged(named(fleet(3), "<img src=x>", "<b>bold</b>"))
    stage.cycle({"<b>bold</b>": TIMEOUT})
    assert stage.window.banner.worst.title.whole.startswith("<b>bold</b> lost")
    stage.select("<img src=x>", "<b>bold</b>")
    stage.screen.fleet.want_disconnect()
    (dialog,) = stage.questions()
    assert dialog.findChild(QListWidget).item(0).text() == "<b>bold</b>"
    for label in stage.window.findChildren(QLabel):
        assert label.textFormat() is Qt.TextFormat.PlainText, label.text()
        assert "<b>" not in label.toolTip()
    for button in stage.window.findChildren(QAbstractButton):
        assert "<b>" not in button.toolTip()
        assert "<img" not in button.toolTip()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)


def test_every_action_has_a_shortcut_of_its_own_and_a_tooltip(staged):
    stage = staged()
    actions = list(stage.window.menus.all())
    keys = [action.shortcut().toString() for action in actions]
    assert all(keys)
    assert len(set(keys)) == len(keys)
    assert all(action.toolTip() for action in actions)
    every = [one.shortcut().toString() for one in stage.window.findChildren(QAction)]
    used = [one for one in every if one]
    assert len(set(used)) == len(used)


def test_every_control_has_an_accessible_name(staged):
    stage = staged()
    stage.cycle()
    controls = [
        *stage.screen.findChildren(QAbstractButton),
        *stage.screen.findChildren(QLineEdit),
        *stage.screen.findChildren(QComboBox),
        *stage.window.banner.findChildren(QAbstractButton),
    ]
    nameless = [
        one
        for one in controls
        if one.isVisible()
        and not one.accessibleName()
        and not getattr(one, "text", str)()
        and not one.objectName().startswith("qt_")
        and type(one).__name__ != "QLineEditIconButton"
    ]
    assert nameless == []


def test_the_selected_rows_are_copied_for_a_spreadsheet(staged):
    stage = staged()
    stage.cycle()
    stage.select("API-2")
    stage.window.menus["copy"].trigger()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert len(lines) == 2
    assert lines[1].startswith("API-2\t")


def test_the_layout_is_remembered(staged, settings):
    stage = staged()
    stage.cycle()
    stage.grid.show_column("multi", False)
    stage.grid.sort_by_key("marbles2", True)
    stage.window.close()
    assert json.loads(settings.value("layout/table"))["sort"] == ["marbles2", True]
    again = staged()
    again.cycle()
    assert again.grid.isColumnHidden(again.column("multi"))
    assert again.table.sorting == ("marbles2", True)
    again.window.menus["reset"].trigger()
    assert again.table.sorting == ("state", False)


def test_settings_of_another_mind_are_left_aside(staged, settings):
    settings.setValue("layout/table", '{"columns": 3, "sort": [1], "widths": "x"')
    settings.setValue("layout/geometry", "nonsense")
    stage = staged()
    assert stage.table.sorting == ("state", False)


def test_a_window_off_every_screen_comes_back(staged):
    stage = staged()
    stage.window.move(QPoint(9000, 9000))
    bring_on_screen(stage.window)
    assert QGuiApplication.primaryScreen().availableGeometry().contains(stage.window.geometry().center())


def test_without_a_configuration_there_are_three_ways_on(qtbot, themes):
    screen = ConfigScreen("/p/configDoge.json", (Mistake("jbo", "not known", "did you mean job?"),))
    qtbot.addWidget(screen)
    assert "jbo" in screen._list.toPlainText()
    assert "did you mean job?" in screen._list.toPlainText()
    for button, signal in (
        (screen.retry, screen.retry_requested),
        (screen.example, screen.example_requested),
    ):
        with qtbot.waitSignal(signal):
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_label_shows_what_fits_and_tells_the_rest(qtbot):
    label = ElidedLabel()
    qtbot.addWidget(label)
    label.show()
    label.say("incomplete: 47 of 50", "47 of 50")
    for width, shown in ((400, "incomplete: 47 of 50"), (70, "47 of 50"), (8, "")):
        label.resize(width, 20)
        assert label.text() == shown
    assert label.toolTip() == "incomplete: 47 of 50"
    label.say("8")
    label.resize(label.sizeHint())
    assert label.text() == "8"


def test_every_figure_is_read_at_the_least_size(staged):
    stage = staged()
    stage.window.resize(1024, 640)
    stage.cycle()
    stage.cycle({"API-5": TIMEOUT}, {"API-2": (31.8,)})
    values = [card._value for card in stage.screen.figures._cards if card.isVisible()]
    QGuiApplication.processEvents()
    assert [value.text() for value in values] == [value.whole for value in values]
    assert all(value.text() for value in values)


def test_the_force_disconnect_button_is_within_reach_at_1024_pixels(staged):
    stage = staged()
    stage.window.resize(1024, 640)
    stage.cycle()
    QGuiApplication.processEvents()
    assert stage.grid.viewport().rect().contains(stage.button_of("API-1"))
    assert not stage.grid.horizontalScrollBar().isVisible()


def test_an_empty_table_says_why(staged):
    stage = staged(fleet(0))
    assert "waiting for the address list" in stage.grid.empty_words()
    assert stage.window.banner.worst.title.whole == "No gateways yet: waiting for the address list"
    stage.story.replan(fleet(3).plan)
    stage.cycle()
    stage.screen.fleet.filter.setText("nothing like it")
    assert stage.grid.empty_words() == "No PLC matches the filter"
    assert not stage.grid.grab().isNull()
    assert stage.screen.fleet.count.whole.startswith("0 of 3 shown")


def test_only_the_operators_hand_gives_a_column_its_width(staged, qtbot):
    stage = staged()
    stage.cycle()
    stage.story.replan(fleet(12, (TEMPERATURE, LOAD)).plan)
    stage.cycle()
    assert stage.grid.layout_choices == ({}, {})
    head = stage.grid.horizontalHeader()
    edge = QPoint(head.sectionViewportPosition(1) - 1, head.height() // 2)
    before = head.sectionSize(0)
    qtbot.mousePress(head.viewport(), Qt.MouseButton.LeftButton, pos=edge)
    qtbot.mouseMove(head.viewport(), edge + QPoint(10, 0))
    qtbot.mouseMove(head.viewport(), edge + QPoint(40, 0))
    qtbot.mouseRelease(head.viewport(), Qt.MouseButton.LeftButton, pos=edge + QPoint(40, 0))
    assert head.sectionSize(0) > before
    assert stage.grid.layout_choices[1] == {"plc": head.sectionSize(0)}


def test_the_answer_of_a_plc_makes_room_for_itself(staged):
    stage = staged(fleet(8, (TEMPERATURE, LOAD)))
    stage.window.resize(1560, 800)
    stage.cycle()
    QGuiApplication.processEvents()
    column = stage.column("disconnection")
    assert stage.grid.isColumnHidden(column)
    stage.outcome("API-2", DisconnectionState.DONE, "bye")
    assert not stage.grid.isColumnHidden(column)
    assert not stage.grid.isColumnHidden(column)
