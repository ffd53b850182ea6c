"""Another configuration is opened, refused, or the log fails: nothing of one plant is told of another."""

from doge_gui.core.config_text import Mistake
from doge_gui.core.statuses import AddressStatus, DisconnectionState, SoundStatus
from doge_gui.models.alarm_digest import Place
from tools.alarm_stories import AlarmStory
from tools.stories import LOAD, TIMEOUT, fleet

MISTAKES = (Mistake("jbo", "not known", "did you mean job?"),)


def test_nothing_of_the_plant_before_is_left(staged):
    stage = staged(fleet(8, (LOAD,)))
    window, plots = stage.window, stage.screen.plots
    stage.cycle({}, {"API-1": (2e6,)})
    stage.cycle({"API-5": TIMEOUT}, {"API-1": (2e6,)})
    stage.paused(True)
    window.show_addresses(AddressStatus("list.json", 8, 1.0, "refused", 990.0, example=True))
    window.show_sound(SoundStatus(False, "no device"))
    window.show_sounding(True, "load")
    window.show_config_mistakes("/p/configDoge.json", MISTAKES)
    window.show_log("disk full")
    stage.outcome("API-2", DisconnectionState.DONE, "bye")
    stage.screen.fleet.filter.setText("API-2")
    stage.select("API-2")
    stage.screen.fleet.want_disconnect()
    window.pages.show_page(1)
    window.alarms.filter.setText("load")
    window.begin_anew()
    assert (window.alarms.filter.text(), window.alarms.lists[Place.ACTIVE].table.rowCount()) == ("", 0)
    window.pages.show_page(0)
    assert stage.questions() == []
    assert window.banner.worst.title.whole == "No gateways yet: waiting for the address list"
    assert not any(one.isVisible() for one in (window.banner.more, window.banner.details, window.notice))
    assert not any(one.isEnabled() for one in (window.banner.silence_button, window.menus["silence"]))
    assert window.status.addresses.whole == "Addresses: not read yet"
    assert not window.status.log.isVisible()
    assert stage.table.rowCount() == 0
    assert stage.table.picture.disconnections == {}
    assert stage.screen.fleet.filter.text() == ""
    assert stage.screen.fleet.pause_button.text() == "Pause"
    assert (len(plots.history.fleet), plots.history.onsets, plots.property("severity")) == (0, [], 0)
    shown = [card for card in stage.screen.figures._cards if card.isVisible()]
    assert [card._value.whole for card in shown] == ["0", *"–––––"]
    stage.story.replan(fleet(3).plan)
    stage.alarms = AlarmStory(stage.story)
    stage.paused(False)
    stage.cycle()
    assert window.banner.worst.title.whole == "All well – 3 gateways answer"
    assert stage.text("API-2", "disconnection") == ""


def test_a_refused_file_says_nothing_of_the_configuration_in_force(staged):
    stage = staged()
    stage.cycle()
    stage.window.show_config_ok("/p/configDoge.json")
    stage.window.show_refused("/q/other.json", MISTAKES)
    dialog = stage.window.dialogs.refused
    assert dialog.isVisible()
    assert dialog._path.whole == "/q/other.json"
    assert "did you mean job?" in dialog._list.toPlainText()
    assert "goes on" in dialog.note.text()
    assert stage.window.banner.worst.title.whole == "All well – 8 gateways answer"
    assert stage.window.files.configuration == "/p/configDoge.json"


def test_a_log_that_cannot_be_written_is_told_until_it_can(staged):
    stage = staged()
    stage.cycle()
    stage.window.show_log("no space left on the device")
    assert stage.window.banner.worst.title.whole == "The log cannot be written: no space left on the device"
    assert stage.window.banner.worst.chip.text() == "● LOW"
    assert stage.window.status.log.whole == "● Log: not written, no space left on the device"
    stage.window.show_log("")
    assert not stage.window.status.log.isVisible()
    assert stage.window.banner.worst.title.whole == "All well – 8 gateways answer"


def test_a_paused_window_does_not_speak_of_the_present(staged):
    stage = staged()
    stage.cycle()
    stage.paused(True)
    stage.wait(200)
    assert stage.window.banner.worst.title.whole == "Polling is paused – values as of 3\u202fmin ago"
    cards = stage.screen.figures._cards
    assert [card._detail.whole for card in cards[:4]] == ["as of 3\u202fmin ago"] * 4
    assert all(card._value.property("look") == "old" for card in cards[:5])
    assert cards[-1]._value.property("look") == ""
    heads = [plot._detail.whole for plot in stage.screen.plots.plots]
    assert heads == ["as of 3\u202fmin ago"] * 3
    stage.paused(False)
    stage.cycle()
    assert cards[0]._detail.whole == "every gateway answers"
    assert cards[0]._value.property("look") == ""
