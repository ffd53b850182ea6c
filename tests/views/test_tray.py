"""Where the desktop has a tray, it tells how things stand; where it has none, nothing is missed."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QMenu, QSystemTrayIcon, QWidget

from doge_gui.core.statuses import Schedule, SoundStatus
from doge_gui.models.alarm_digest import digest
from doge_gui.models.facts import Condition
from doge_gui.models.fleet_picture import FleetPicture
from doge_gui.models.severity import Severity
from doge_gui.models.tray_state import TrayState
from doge_gui.paths import resource
from doge_gui.views import tray as tray_module
from doge_gui.views.theme import load
from doge_gui.views.tray import Tray
from doge_gui.views.tray_icon import picture
from tools.alarm_stories import AlarmStory
from tools.stories import fleet


@pytest.fixture
def said(monkeypatch):
    """A desktop with a tray; its messages."""
    said: list[tuple[str, str]] = []
    # Nobody is asked first on a bus that is not there.
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent")
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: True)
    monkeypatch.setattr(QSystemTrayIcon, "showMessage", lambda *told: said.append(told[1:3]))
    return said


@pytest.fixture
def window(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    return window


class Plant:
    """A story, told to a tray."""

    def __init__(self, window) -> None:
        self.story = fleet(60)
        self.alarms = AlarmStory(self.story)
        self.tray = Tray(window, lambda: self.story.now)
        self.digest = None

    def cycle(self, hot=(), paused=False) -> None:
        snapshot = self.story.cycle(values={f"API-{row}": (31.8,) for row in hot})
        self.tell(self.alarms.judge(snapshot))
        schedule = Schedule(15.0, None if paused else self.story.now + 15, False, paused, 0)
        picture = FleetPicture(snapshot, self.story.now, 30.0)
        self.tray.show_condition(Condition(picture, schedule))

    def tell(self, report) -> None:
        self.digest = digest(report, self.digest)
        self.tray.show_alarms(self.digest)


def test_sound_that_is_lost_is_told_once_until_it_is_back(said, window) -> None:
    tray = Tray(window)
    for status in (SoundStatus(True), *[SoundStatus(False, "no audio\ndevice")] * 2, SoundStatus(True)):
        tray.show_sound(status)
    assert said == [("Sound lost", "Alarms are shown, but cannot be heard: no audio device")]
    tray.show_sound(SoundStatus(False, "gone"))
    assert len(said) == 2
    assert "Sound lost: alarms cannot be heard" in tray.tooltip


def test_in_another_language_nothing_is_told_again(said, window, qtbot) -> None:
    plant = Plant(window)
    plant.cycle(hot=[1, 2])
    plant.tray.show_sound(SoundStatus(False, "no audio device"))
    told = len(said)
    assert told == 2
    another = QWidget()
    qtbot.addWidget(another)
    tray = Tray(another, lambda: plant.story.now)
    tray.go_on_after(plant.tray)
    tray.show_alarms(plant.digest)
    tray.show_sound(SoundStatus(False, "no audio device"))
    assert len(said) == told
    assert "Sound lost" in tray.tooltip


def test_without_a_tray_nothing_fails_and_nobody_waits_for_it(monkeypatch, window) -> None:
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: False)
    plant = Plant(window)
    plant.tray.show_sound(SoundStatus(False, "no audio device"))
    plant.cycle(hot=[1])
    plant.tray.end()
    assert not plant.tray.available


def test_the_tooltip_says_in_words_how_things_stand(said, window) -> None:
    plant = Plant(window)
    assert plant.tray.tooltip.splitlines() == ["WatchDoge", "Waiting for answers"]
    plant.cycle()
    assert plant.tray.tooltip.splitlines() == ["WatchDoge", "No alarms"]
    plant.cycle(hot=[1, 2])
    plant.tell(plant.alarms.acknowledge(["high:temperature:API-1"]))
    plant.tell(plant.alarms.mute(60.0))
    plant.cycle(hot=[1, 2], paused=True)
    assert plant.tray.tooltip.splitlines()[1:] == [
        "▲ High: 2 alarms, 1 not acknowledged",
        "Polling is paused",
        "Sound is muted",
    ]
    plant.tray.begin_anew()
    assert plant.tray.tooltip.splitlines() == ["WatchDoge", "Waiting for answers"]


def test_fifty_alarms_are_one_message_and_a_click_on_it_goes_to_the_alarms(said, window, qtbot) -> None:
    plant = Plant(window)
    plant.cycle(hot=range(1, 51))
    assert said == [("Alarm flood: 50 new alarms", said[0][1])]
    icon = plant.tray.findChild(QSystemTrayIcon)
    with qtbot.waitSignal(plant.tray.alarms_wanted):
        icon.messageClicked.emit()
    plant.tray.show_sound(SoundStatus(False, "gone"))
    with qtbot.waitSignal(plant.tray.show_wanted):
        icon.messageClicked.emit()
    with qtbot.waitSignal(plant.tray.show_wanted):
        icon.activated.emit(QSystemTrayIcon.ActivationReason.Trigger)


def test_a_tray_that_comes_after_the_program_is_found(said, window, monkeypatch, qtbot) -> None:
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: False)
    monkeypatch.setattr(tray_module, "_LOOK_MS", 50)
    tray = Tray(window)
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: True)
    with qtbot.waitSignal(tray.available_changed):
        pass
    assert tray.available


def entries(menu: QMenu) -> dict[str, object]:
    found = {}
    for action in menu.actions():
        if action.menu() is not None:
            found.update(entries(action.menu()))
        elif action.text():
            found[action.text().replace("&", "")] = action
    return found


def test_every_entry_of_the_menu_tells_what_is_wanted(said, window, qtbot) -> None:
    plant = Plant(window)
    tray, menu = plant.tray, entries(plant.tray.menu)
    assert not menu["Silence"].isEnabled()
    tray.show_sounding(True, "high:temperature:API-1")
    plant.tell(plant.alarms.mute(60.0))
    for text, signal in (
        ("Show WatchDoge", tray.show_wanted),
        ("Show alarms", tray.alarms_wanted),
        ("Poll now", tray.poll_wanted),
        ("Silence", tray.silence_wanted),
        ("Unmute", tray.unmute_wanted),
        ("Quit", tray.quit_wanted),
    ):
        assert menu[text].isEnabled(), text
        with qtbot.waitSignal(signal):
            menu[text].trigger()
    with qtbot.waitSignal(tray.mute_wanted) as told:
        menu["For 30 min"].trigger()
    assert told.args == [1800.0]


@pytest.mark.parametrize("name", ["light", "dark"])
def test_every_state_has_a_picture_of_its_own_even_without_colour(qapp, name) -> None:
    theme = load(resource("themes", f"{name}.toml"))
    states = [TrayState(), TrayState(waiting=False)]
    for severity in (Severity.LOW, Severity.MEDIUM, Severity.HIGH):
        states += [TrayState(severity, 1, loud, waiting=False) for loud in (0, 1)]
    quiet = TrayState(waiting=False)
    states += [
        TrayState(waiting=False, paused=True),
        TrayState(waiting=False, muted=True),
        TrayState(Severity.HIGH, 1, 1, waiting=False, muted=True),
    ]
    assert quiet in states
    for px in (16, 32):
        outlines = {outline(picture(state, theme, px), theme) for state in states}
        assert len(outlines) == len(states)


def outline(painted, theme) -> bytes:
    """Which pixels differ from the plate they stand on: what is left of the picture without colours."""
    image, plate = painted.toImage(), theme.colour("panel")
    found = bytearray()
    for y in range(image.height()):
        for x in range(image.width()):
            colour = QColor(image.pixelColor(x, y))
            found.append(abs(colour.lightness() - plate.lightness()) > 40)
    return bytes(found)


def test_a_tray_ends_with_its_window(said, qapp) -> None:
    window = QWidget()
    tray = Tray(window)
    gone = []
    tray.destroyed.connect(lambda: gone.append(True))
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert gone == [True]
