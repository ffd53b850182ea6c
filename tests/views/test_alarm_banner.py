"""The banner, the navigation and the blinking: what is in sight on every screen."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from doge_gui.core.config_text import Mistake
from doge_gui.core.statuses import SoundStatus
from doge_gui.views.blink import Blink
from tools.stories import TIMEOUT, fleet

HIGH = "high:temperature:"


@pytest.fixture
def stage(staged):
    return staged(fleet(20))


def hot(stage, *plcs, lost=()):
    stage.cycle(dict.fromkeys(lost, TIMEOUT), dict.fromkeys(plcs, (31.8,)))


def test_the_worst_unacknowledged_alarm_is_shown_with_its_remedy(stage):
    hot(stage, lost=("API-5",))
    banner = stage.window.banner
    assert banner.worst.title.whole == "API-5 lost: no answer in 2.0 s"
    hot(stage, "API-2", lost=("API-5",))
    assert banner.worst.title.whole == "API-2 Temp. 31.8 °C above 30.0 °C"
    assert banner.worst.detail.whole.endswith("Open the cooling vent, then check the belt motor.")
    assert banner.worst.chip.text() == "▲ HIGH"
    stage.window.show_alarms(stage.alarms.acknowledge((f"{HIGH}API-2",)))
    assert banner.worst.title.whole == "API-5 lost: no answer in 2.0 s"


def test_counts_are_unacknowledged_of_all_by_priority(stage):
    hot(stage, "API-1", "API-2", lost=("API-5",))
    stage.window.show_alarms(stage.alarms.acknowledge((f"{HIGH}API-1",)))
    shown = [label.text() for label in stage.window.banner.counts.values() if label.isVisible()]
    assert shown == ["▲ 1/2", "◆ 1/1"]


def test_an_acknowledged_alarm_is_quieter_and_says_by_whom(stage):
    hot(stage, "API-2")
    stage.window.show_alarms(stage.alarms.acknowledge((f"{HIGH}API-2",), "vent opened"))
    stage.wait(120)
    banner = stage.window.banner
    assert banner.worst.detail.whole.startswith("acknowledged 2\u202fmin ago by ann: vent opened")
    assert banner.worst.chip.property("outlined")
    assert not banner.acknowledge_button.isEnabled()


def test_acknowledging_takes_the_alarm_that_is_shown_and_no_other(stage, qtbot):
    hot(stage, "API-2", lost=("API-5",))
    asked, silenced = [], []
    stage.window.acknowledge_requested.connect(lambda ids, comment: asked.append((ids, comment)))
    stage.window.silence_requested.connect(lambda: silenced.append(True))
    qtbot.mouseClick(stage.window.banner.acknowledge_button, Qt.MouseButton.LeftButton)
    assert (asked, silenced) == ([((f"{HIGH}API-2",), "")], [])


def test_silence_is_not_acknowledge(stage, qtbot):
    hot(stage, "API-2")
    asked, silenced = [], []
    stage.window.acknowledge_requested.connect(lambda *told: asked.append(told))
    stage.window.silence_requested.connect(lambda: silenced.append(True))
    stage.window.show_sounding(True, "temperature")
    qtbot.mouseClick(stage.window.banner.silence_button, Qt.MouseButton.LeftButton)
    assert (asked, silenced) == ([], [True])
    assert stage.window.banner.acknowledge_button.isEnabled()


def test_where_no_alarm_stands_other_facts_are_told(stage):
    stage.cycle()
    stage.window.show_config_mistakes("/p", (Mistake("jbo", "not known"),))
    assert stage.window.banner.worst.title.whole.startswith("The configuration has a mistake")
    hot(stage, lost=("API-5",))
    assert stage.window.banner.worst.title.whole.startswith("API-5 lost")
    assert stage.window.banner.details.isVisible()
    stage.window.menus["facts"].trigger()
    rows = [row.title.whole for row in stage.window.banner.others.rows if row.isVisible()]
    assert rows == ["The configuration has a mistake: jbo: not known"]


def test_a_mute_cannot_be_missed(stage, qtbot):
    hot(stage, "API-2")
    banner = stage.window.banner
    assert not banner.muted.isVisible()
    stage.window.show_alarms(stage.alarms.mute(1800))
    assert "Sound muted until" in banner.muted.text.whole
    assert banner.muted.isVisible()
    with qtbot.waitSignal(stage.window.unmute_requested):
        qtbot.mouseClick(banner.muted.button, Qt.MouseButton.LeftButton)
    assert stage.window.menus["unmute"].isEnabled()


def test_in_a_flood_the_list_is_grouped(stage):
    hot(stage, *(f"API-{number}" for number in range(1, 21)))
    stage.window.menus["facts"].trigger()
    assert stage.window.banner.more.text().startswith("19 more")
    (row,) = [row for row in stage.window.banner.others.rows if row.isVisible()]
    assert row.title.whole == "Temp. above 30.0 °C: 20 PLCs"
    assert row.detail.whole.startswith("20 unacknowledged")


def test_the_way_to_the_alarms_says_how_many_wait(stage, qtbot):
    button = stage.window.pages.navigation.buttons[1]
    assert button.accessibleName() == "Alarms"
    hot(stage, "API-2", lost=("API-5",))
    assert button.accessibleName() == "Alarms: 2 not acknowledged, the worst: High"
    stage.window.show_alarms(stage.alarms.acknowledge((f"{HIGH}API-2",)))
    assert button.accessibleName() == "Alarms: 1 not acknowledged, the worst: Medium"
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert stage.window.pages.current == 1
    assert stage.window.alarms.isVisible()


def test_screens_are_reached_by_keys_and_remembered(staged, settings):
    stage = staged()
    for number in (2, 3, 1, 2):
        stage.window.menus[f"page{number}"].trigger()
        assert stage.window.pages.current == number - 1
    stage.window.close()
    assert staged().window.pages.current == 1


@pytest.mark.parametrize("stored", ["99", "nonsense", "-1"])
def test_a_screen_that_is_none_is_left_aside(staged, settings, stored):
    settings.setValue("layout/page", stored)
    assert staged().window.pages.current == 0


@pytest.mark.parametrize(("width", "narrow"), [(900, True), (1600, False)])
def test_a_narrow_window_keeps_the_icons(stage, width, narrow):
    hot(stage, "API-2")
    stage.window.resize(width, 560)
    QGuiApplication.processEvents()
    navigation = stage.window.pages.navigation
    assert (navigation.width() < 80) == narrow
    assert not navigation.grab().isNull()


def test_only_what_is_unacknowledged_blinks_and_only_while_seen(stage):
    blink = stage.window._alarm_views.blink
    stage.cycle()
    assert not blink.running
    hot(stage, "API-2")
    assert blink.running
    chip = stage.window.banner.worst.chip
    blink.turn()
    assert chip.property("outlined")
    blink.turn()
    assert not chip.property("outlined")
    stage.window.hide()
    assert not blink.running
    stage.window.show()
    blink.turn()
    stage.window.show_alarms(stage.alarms.acknowledge((f"{HIGH}API-2",)))
    assert not blink.running
    assert blink.lit


def test_nothing_blinks_under_reduced_motion(stage, staged, settings):
    hot(stage, "API-2")
    blink = stage.window._alarm_views.blink
    stage.window.menus["still"].trigger()
    assert not blink.running
    assert not stage.window.banner.worst.chip.property("outlined")
    again = staged()
    assert again.window.menus["still"].isChecked()
    again.window.menus["still"].trigger()
    assert not again.window._alarm_views.blink.still


def test_the_desktops_wish_for_stillness_is_kept(qtbot):
    blink = Blink(lambda: True)
    blink.set_visible(True)
    blink.set_wanted(True)
    assert not blink.running


def test_lost_sound_is_an_alarm_like_any_other(stage):
    stage.cycle()
    stage.window.show_sound(SoundStatus(False, "no device"))
    stage.window.show_alarms(stage.alarms.judge_sound(SoundStatus(False, "no device")))
    assert stage.window.banner.worst.title.whole == "Sound lost: no device"
    assert stage.window.banner.worst.shown.alarm == "sound"


def test_a_double_click_acknowledges_what_was_read_and_no_more(stage, monkeypatch) -> None:
    stage.cycle({}, {"API-1": (31.8,), "API-2": (31.8,)})
    banner, asked = stage.window.banner, []
    stage.window.acknowledge_requested.connect(lambda ids, _comment: asked.append(ids))
    banner.acknowledge_button.click()
    stage.window.show_alarms(stage.alarms.acknowledge(asked[0]))
    banner.acknowledge_button.click()
    assert len(asked) == 1
    monkeypatch.setattr("doge_gui.views.banner._HASTY_MS", 0)
    banner.acknowledge_button.click()
    assert len(asked) == 2
    assert asked[0] != asked[1]
