"""Fifty alarms are at most three messages of the desktop; the worst is named; nobody is told twice."""

import pytest

from doge_gui.models.alarm_digest import digest
from doge_gui.models.notifications import Notified, next_due, notify
from doge_gui.models.severity import Severity
from tools.alarm_stories import AlarmStory
from tools.stories import TIMEOUT, fleet


class Desk:
    """A fleet's story, and the messages that came of it."""

    def __init__(self) -> None:
        self.story = fleet(60)
        self.story.interval_s = 4.0
        self.alarms = AlarmStory(self.story)
        self.notified, self.digest, self.popups = Notified(), None, []

    def cycle(self, hot=(), lost=()) -> None:
        values = {f"API-{row}": (31.8,) for row in hot}
        failures = {f"API-{row}": TIMEOUT for row in lost}
        self.show(self.alarms.judge(self.story.cycle(failures, values)))

    def show(self, report) -> None:
        self.digest = digest(report, self.digest)
        self.look()

    def look(self) -> None:
        self.notified, popup = notify(self.notified, self.digest, self.story.now)
        if popup is not None:
            self.popups.append(popup)

    def wait(self, seconds: float) -> None:
        """Let time pass, looking when the next message is due, as the tray's timer does."""
        ends = self.story.now + seconds
        while (due := next_due(self.notified, self.digest)) is not None and due <= ends:
            self.story.now = due
            self.look()
        self.story.now = ends


@pytest.fixture
def desk():
    return Desk()


def test_one_alarm_is_told_at_once_with_what_to_do(desk):
    desk.cycle(hot=[2])
    (popup,) = desk.popups
    assert popup.title == "High alarm"
    assert popup.text.splitlines() == [
        "▲ API-2 Temp. 31.8 °C above 30.0 °C",
        "Open the cooling vent, then check the belt motor.",
    ]
    desk.cycle(hot=[2])
    desk.wait(1000)
    assert len(desk.popups) == 1


def test_fifty_in_one_cycle_are_one_message(desk):
    desk.cycle(hot=range(1, 51))
    (popup,) = desk.popups
    assert (popup.count, popup.severity) == (50, Severity.HIGH)
    assert popup.title == "Alarm flood: 50 new alarms"
    assert popup.text.startswith("The worst: ▲ API-")


def test_fifty_one_after_the_other_are_at_most_three(desk):
    for row in range(1, 51):
        desk.cycle(hot=range(1, row + 1))
        desk.wait(0)
    assert len(desk.popups) == 3
    desk.wait(600)
    assert sum(popup.count for popup in desk.popups) == 50
    assert len(desk.popups) == 4


def test_what_is_worse_than_all_before_waits_ten_seconds_at_most(desk):
    desk.cycle(lost=[1])
    desk.cycle(lost=[1, 2])
    desk.cycle(lost=[1, 2, 3])
    desk.wait(8)
    told = len(desk.popups)
    desk.cycle(lost=[1, 2, 3], hot=[9])
    desk.wait(10)
    assert len(desk.popups) == told + 1
    assert desk.popups[-1].severity is Severity.HIGH


def test_what_was_acknowledged_before_its_turn_is_not_told(desk):
    desk.cycle(hot=[1])
    desk.cycle(hot=[1, 2])
    desk.show(desk.alarms.acknowledge(["high:temperature:API-2"]))
    desk.wait(1000)
    assert len(desk.popups) == 1


def test_what_is_over_before_its_turn_is_not_told(desk):
    desk.cycle(hot=[1])
    desk.cycle(hot=[1, 2])
    desk.cycle(hot=[1])
    desk.wait(1000)
    assert len(desk.popups) == 1


def test_an_alarm_that_comes_back_is_told_again_and_after_a_calm_at_once(desk):
    desk.cycle(hot=[1])
    desk.cycle()
    desk.show(desk.alarms.acknowledge(["high:temperature:API-1"]))
    desk.wait(200)
    desk.cycle(hot=[1])
    assert [popup.count for popup in desk.popups] == [1, 1]
