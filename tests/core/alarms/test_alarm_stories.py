"""What an operator meets with one alarm: "high, ack, OK" told as tables of time, reading, action, outcome."""

from dataclasses import replace
from datetime import timedelta

import pytest

from doge_gui.core.alarms.rules import AlarmRule, Rules
from doge_gui.core.alarms.states import AlarmState, Priority
from tests.core.alarms.plants import HOUR, ID, LOST, SKIP, WRONG, Row, one_gateway, tell

PLAIN = AlarmRule(Priority.HIGH)
DEADBAND = AlarmRule(Priority.HIGH, deadband=1.0)
LATCHING = AlarmRule(Priority.HIGH, latching=True)
DELAYED = AlarmRule(Priority.HIGH, on_delay_s=100, off_delay_s=100)

STORIES: dict[str, tuple[AlarmRule, list[Row]]] = {
    # s, pressure, action -> state, heard
    "high, ack, OK": (
        PLAIN,
        [
            (0, 4, "", "normal", False),
            (60, 6, "", "unack", True),
            (120, 7, "", "unack", True),
            (130, SKIP, "ack", "acked", False),
            (180, 8, "", "acked", False),
            (240, 4, "", "normal", False),
        ],
    ),
    "high, OK, ack: it waits to be seen, in silence": (
        PLAIN,
        [
            (0, 6, "", "unack", True),
            (60, 5, "", "rtn_unack", False),
            (120, 5, "", "rtn_unack", False),
            (130, SKIP, "ack", "normal", False),
        ],
    ),
    "high, OK, high again: it sounds anew": (
        PLAIN,
        [
            (0, 6, "silence", "unack", False),
            (60, 4, "", "rtn_unack", False),
            (120, 6, "", "unack", True),
        ],
    ),
    "acknowledging twice, and what is normal, does nothing": (
        PLAIN,
        [(0, 4, "ack", "normal", False), (60, 6, "ack", "acked", False), (61, SKIP, "ack", "acked", False)],
    ),
    "inside the deadband nothing moves": (
        DEADBAND,
        [
            (0, 4.5, "", "normal", False),
            (60, 5.1, "", "unack", True),
            (120, 4.5, "", "unack", True),
            (180, 5.1, "", "unack", True),
            (240, 4.1, "ack", "acked", False),
            (300, 5.1, "", "acked", False),
            (360, 4.0, "", "normal", False),
            (420, 4.9, "", "normal", False),
        ],
    ),
    "latching: over is not forgotten": (
        LATCHING,
        [
            (0, 6, "reset", "unack", True),
            (60, 4, "", "latched_unack", True),
            (61, SKIP, "reset", "latched_unack", True),
            (120, 4, "ack", "latched_acked", False),
            (180, 4, "reset", "normal", False),
        ],
    ),
    "latching: acknowledged while active, and it comes again": (
        LATCHING,
        [
            (0, 6, "ack", "acked", False),
            (1, SKIP, "reset", "acked", False),
            (60, 4, "", "latched_acked", False),
            (120, 6, "", "unack", True),
            (180, 4, "", "latched_unack", True),
            (240, 6, "", "unack", True),
            (300, 4, "ack", "latched_acked", False),
            (301, SKIP, "reset", "normal", False),
        ],
    ),
    "latching: no reset while nobody knows": (
        LATCHING,
        [
            (0, 6, "ack", "acked", False),
            (60, 4, "", "latched_acked", False),
            (120, WRONG, "reset", "latched_acked", False),
            (180, 4, "reset", "normal", False),
        ],
    ),
    "on-delay: a short excursion is no alarm": (
        DELAYED,
        [
            (0, 6, "", "pending", False),
            (60, 6, "ack", "pending", False),
            (90, 4, "", "normal", False),
            (120, 6, "", "pending", False),
            (180, 6, "", "pending", False),
            (220, 6, "", "unack", True),
        ],
    ),
    "on-delay: only time between good readings counts": (
        DELAYED,
        [
            (0, 6, "", "pending", False),
            (60, 6, "", "pending", False),
            (120, WRONG, "", "pending", False),
            (500, WRONG, "", "pending", False),
            (560, 6, "", "pending", False),
            (590, 6, "", "pending", False),
            (600, 6, "", "unack", True),
        ],
    ),
    "off-delay: it must stay clear": (
        DELAYED,
        [
            (0, 6, "", "pending", False),
            (100, 6, "ack", "acked", False),
            (200, 4, "", "acked", False),
            (260, 6, "", "acked", False),
            (280, 4, "", "acked", False),
            (370, 4, "", "acked", False),
            (380, 4, "", "normal", False),
        ],
    ),
    "off-delay: paused while nothing is known, and by the deadband begun anew": (
        replace(DELAYED, on_delay_s=0, deadband=1),
        [
            (0, 6, "", "unack", True),
            (60, 4, "", "unack", True),
            (120, WRONG, "", "unack", True),
            (300, 4, "", "unack", True),
            (390, 4, "", "unack", True),
            (395, 4.5, "", "unack", True),
            (400, 4, "", "unack", True),
            (499, 4, "", "unack", True),
            (500, 4, "", "rtn_unack", False),
        ],
    ),
    "missing data neither raises nor clears": (
        PLAIN,
        [
            (0, WRONG, "", "normal", False),
            (60, 6, "", "unack", True),
            (120, WRONG, "", "unack", True),
            (180, WRONG, "ack", "acked", False),
            (240, WRONG, "", "acked", False),
            (300, 4, "", "normal", False),
        ],
    ),
    "shelving that ends while active: unacknowledged, sounds": (
        PLAIN,
        [
            (0, 6, "ack", "acked", False),
            (10, SKIP, "shelve 3600", "acked", False),
            (3609, 6, "", "acked", False),
            (3610, SKIP, "", "unack", True),
            (3660, 6, "silence", "unack", False),
            (3720, 6, "", "unack", False),
        ],
    ),
    "shelved, the machine runs on": (
        PLAIN,
        [
            (0, 6, "shelve 600", "unack", False),
            (60, 4, "", "rtn_unack", False),
            (120, 6, "", "unack", False),
            (180, 4, "ack", "normal", False),
            (240, 6, "", "unack", False),
            (300, 4, "unshelve", "rtn_unack", False),
        ],
    ),
    "shelving is for eight hours at the most": (
        PLAIN,
        [
            (0, 6, "shelve 1000000", "unack", False),
            (8 * HOUR - 1, SKIP, "", "unack", False),
            (8 * HOUR, SKIP, "", "unack", True),
        ],
    ),
    "two masks: only the last one that is lifted bares it": (
        PLAIN,
        [
            (0, 6, "ack", "acked", False),
            (1, SKIP, "shelve 600", "acked", False),
            (2, SKIP, "out", "acked", False),
            (60, 6, "unshelve", "acked", False),
            (61, SKIP, "in", "unack", True),
        ],
    ),
    "out of service for days": (
        PLAIN,
        [
            (0, 6, "out", "unack", False),
            (100 * HOUR, 6, "", "unack", False),
            (100 * HOUR + 1, SKIP, "in", "unack", True),
        ],
    ),
    "silenced before it was shelved, it is heard when that ends": (
        PLAIN,
        [
            (0, 6, "silence", "unack", False),
            (1, SKIP, "shelve 60", "unack", False),
            (61, SKIP, "", "unack", True),
        ],
    ),
    "the mute ends by itself": (
        PLAIN,
        [
            (0, 4, "mute 600", "normal", False),
            (60, 6, "", "unack", False),
            (599, SKIP, "", "unack", False),
            (600, SKIP, "", "unack", True),
            (601, SKIP, "mute 600", "unack", False),
            (602, SKIP, "unmute", "unack", True),
        ],
    ),
    "a restart forgets nothing": (
        PLAIN,
        [
            (0, 6, "ack", "acked", False),
            (10, SKIP, "shelve 600", "acked", False),
            (20, SKIP, "restart", "acked", False),
        ],
    ),
    "an inhibited alarm is not cleared; one good reading decides, here: it is still so": (
        DELAYED,
        [
            (0, 6, "", "pending", False),
            (100, 6, "ack", "acked", False),
            (160, LOST, "", "acked", False),
            (220, LOST, "", "acked", False),
            (280, WRONG, "", "acked", False),
            (340, 6, "", "unack", True),
        ],
    ),
    "an inhibited alarm: one good reading decides, here: it is over, whatever the off-delay": (
        DELAYED,
        [
            (0, 6, "", "pending", False),
            (100, 6, "", "unack", True),
            (160, LOST, "", "unack", False),
            (220, 4, "", "rtn_unack", False),
        ],
    ),
}


@pytest.mark.parametrize("story", STORIES)
def test_an_operator_meets(story: str) -> None:
    rule, rows = STORIES[story]
    tell(one_gateway(Rules(requests={"pressure": rule})), rows)


def test_a_priority_that_rises_wants_to_be_noticed_anew_one_that_falls_does_not() -> None:
    plant = one_gateway(Rules(requests={"pressure": AlarmRule(Priority.MEDIUM)}))
    tell(plant, [(0, 6, "ack", "acked", False)])
    plant.rules = Rules(requests={"pressure": AlarmRule(Priority.LOW)})
    tell(plant, [(60, 6, "", "acked", False)])
    assert plant.book.alarms[ID].priority is Priority.LOW
    plant.rules = Rules(requests={"pressure": AlarmRule(Priority.HIGH)})
    tell(plant, [(60, 6, "", "unack", True)])
    assert plant.book.alarms[ID].acked_by == ""
    # While it calls already, a rise ends its silence.
    plant.rules = Rules(requests={"pressure": AlarmRule(Priority.LOW)})
    tell(plant, [(60, 6, "silence", "unack", False)])
    plant.rules = Rules(requests={"pressure": AlarmRule(Priority.MEDIUM)})
    tell(plant, [(60, 6, "", "unack", True)])


def test_a_shelving_lasts_no_longer_because_the_time_of_day_was_set_back() -> None:
    plant = one_gateway(Rules(requests={"pressure": PLAIN}))
    plant.cycle(6.0)
    plant.shelve(ID, seconds=HOUR)
    plant.utc = plant.utc.replace(year=2020)
    plant.pass_time(HOUR - 1)
    assert ID not in plant.heard
    plant.pass_time(1)
    assert plant.heard == (ID,)


def test_after_a_restart_a_shelving_ends_within_eight_hours_whatever_the_clock_says() -> None:
    plant = one_gateway(Rules(requests={"pressure": PLAIN}))
    plant.cycle(6.0)
    plant.shelve(ID, seconds=HOUR)
    plant.utc = plant.utc.replace(year=2020)
    plant.restart()
    assert plant.book.alarms[ID].shelved is not None
    plant.pass_time(8 * HOUR)
    assert plant.heard == (ID,)


def test_a_shelving_that_ended_while_the_program_was_away_is_over() -> None:
    plant = one_gateway(Rules(requests={"pressure": PLAIN}))
    plant.cycle(6.0)
    plant.ack(ID)
    plant.shelve(ID, seconds=HOUR)
    plant.utc += timedelta(days=30)
    plant.restart()
    assert plant.state() is AlarmState.UNACK
    assert plant.heard == (ID,)


def test_after_a_restart_nothing_is_known_until_the_first_reading() -> None:
    plant = one_gateway(Rules(requests={"pressure": LATCHING}))
    tell(plant, [(0, 6, "ack", "acked", False), (60, 4, "", "latched_acked", False)])
    plant.restart()
    assert plant.book.unknown == {ID}
    tell(plant, [(0, SKIP, "reset", "latched_acked", False), (60, 4, "reset", "normal", False)])


def test_a_delay_under_way_begins_anew_after_a_restart() -> None:
    plant = one_gateway(Rules(requests={"pressure": DELAYED}))
    plant.cycle(6.0)
    plant.pass_time(90)
    plant.cycle(6.0)
    plant.restart()
    tell(plant, [(0, 6, "", "pending", False), (99, 6, "", "pending", False), (100, 6, "", "unack", True)])


def test_what_an_alarm_tells_of_its_onset_and_of_now() -> None:
    plant = one_gateway(Rules(requests={"pressure": PLAIN}))
    onset = plant.utc
    plant.cycle(6.0)
    plant.pass_time(60)
    plant.cycle(7.0)
    plant.ack(ID, comment="called the fitter")
    alarm = plant.book.alarms[ID]
    assert (alarm.onset, plant.book.values[ID], alarm.limit) == (6.0, 7.0, 5.0)
    assert (alarm.raised_at, alarm.since) == (onset, plant.utc)
    assert (alarm.acked_by, alarm.comment) == ("Ann", "called the fitter")


def test_silence_is_not_acknowledgement_and_a_new_alarm_is_heard_through_it() -> None:
    plant = one_gateway(Rules(requests={"pressure": PLAIN}))
    plant.cycle(6.0)
    plant.silence()
    assert plant.state() is AlarmState.UNACK
    assert plant.heard == ()
    assert plant.silence() == ()
    plant.cycle(WRONG)
    assert plant.heard == ("wrong:API-1",)
