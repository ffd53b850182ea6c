"""Which alarm hides which: a lost gateway its own alarms, a group alarm many, flapping the losses."""

from dataclasses import replace

import pytest

from doge_gui.core.alarms.alarm import Kind
from doge_gui.core.alarms.events import What
from doge_gui.core.alarms.plant import offline as judged_offline
from doge_gui.core.alarms.rules import AlarmRule, Rules
from doge_gui.core.alarms.states import AlarmState, Priority, Reading
from doge_gui.core.alarms.watch import Watch, watch
from doge_gui.core.plan import RequestRule
from doge_gui.core.replies import Failure, Reason
from tests.core.alarms.plants import ID, LOST, OWN, WRONG, Plant, fleet, one_gateway
from tests.core.pictures import cycle, good, lost, plan_of

GROUP = "fleet-offline"
FLAPS = "flapping:API-1"


def offline(number: int) -> str:
    """Id of the alarm about the loss of a gateway."""
    return f"offline:API-{number}"


def told(plant: Plant, away: range, after: float = 60.0) -> tuple[str, ...]:
    """A cycle in which these gateways are lost; what is heard then."""
    plant.pass_time(after)
    plant.cycle({f"API-{number}": LOST for number in away})
    return plant.heard


def test_a_lost_gateway_is_one_sound_whatever_stood_of_it() -> None:
    slow = AlarmRule(Priority.LOW)
    plant = one_gateway(Rules({Kind.SLOW: slow}, slow_above_s=0.01))
    plant.cycle(9.0)
    plant.cycle(WRONG)
    assert set(plant.heard) == {ID, "slow:API-1", "wrong:API-1"}
    plant.cycle(LOST)
    assert plant.heard == ("offline:API-1",)
    assert plant.state() is AlarmState.UNACK
    assert plant.book.alarms[ID].suppressed_by == "offline:API-1"


def test_a_gateway_lost_in_the_middle_of_its_questions_raises_its_loss_alone() -> None:
    plant = fleet(1, [OWN, RequestRule("level", threshold=5.0)])
    broken = replace(
        good("API-1", (1, 2, 3), 9.0, 1.0),
        values=(9.0, None),
        failures=(Failure("level", Reason.TIMEOUT, "no answer in 2.0 s"),),
    )
    plant.cycle({"API-1": broken})
    assert plant.heard == ("offline:API-1",)


def test_what_is_hidden_of_a_request_that_is_dropped_meanwhile_comes_out_again() -> None:
    plant = one_gateway()
    plant.cycle(9.0)
    plant.cycle(LOST)
    plant.plan = plan_of("API-1")
    plant.cycle(LOST)
    assert plant.book.alarms[ID].suppressed_by == offline(1)
    assert plant.cycle(LOST) == ()
    plant.cycle({})
    assert plant.state() is AlarmState.RTN_UNACK
    assert plant.book.alarms[ID].suppressed_by == ""
    plant.ack()
    assert not plant.book.alarms


def test_a_gateway_counts_as_lost_after_as_many_cycles_as_are_wanted() -> None:
    plant = fleet(2, rules=Rules(offline_after=3))
    for wanted in (AlarmState.NORMAL, AlarmState.NORMAL, AlarmState.UNACK):
        told(plant, range(1, 2))
        assert plant.state(offline(1)) is wanted
    plant.cycle({})
    told(plant, range(1, 2))
    assert plant.state(offline(1)) is AlarmState.RTN_UNACK


def test_up_to_three_gateways_lost_together_are_told_one_by_one() -> None:
    assert set(told(fleet(10), range(1, 4))) == {offline(1), offline(2), offline(3)}


@pytest.mark.parametrize("mask", ["shelve", "take_out"])
def test_a_loss_that_is_hidden_already_makes_no_group(mask: str) -> None:
    plant = fleet(10)
    told(plant, range(1, 2))
    getattr(plant, mask)(offline(1))
    told(plant, range(0))
    assert set(told(plant, range(1, 5))) == {offline(2), offline(3), offline(4)}


def test_who_was_not_asked_has_neither_answered_nor_failed() -> None:
    plan, rules = plan_of("API-1", "API-2"), Rules(offline_after=3)
    first = cycle(plan, lost("API-1"), good("API-2"))
    second = cycle(plan, good("API-2"), last=first)
    past = watch(watch(Watch(), first), second)
    assert past.failed == {"API-1": 1}
    assert judged_offline(second, past, rules).readings.tolist() == [Reading.UNKNOWN, Reading.CLEAR]
    third = cycle(plan, lost("API-1"), lost("API-2"), last=second)
    assert watch(past, third).failed == {"API-1": 2, "API-2": 1}


def test_many_lost_in_one_cycle_are_one_alarm_and_one_sound() -> None:
    plant = fleet(50)
    assert told(plant, range(1, 44)) == (GROUP,)
    assert plant.book.alarms[GROUP].detail == "43 of 50 gateways"
    assert plant.state(offline(7)) is AlarmState.UNACK
    assert plant.book.alarms[offline(7)].suppressed_by == GROUP
    assert "not-connected" not in plant.book.alarms


def test_acknowledging_the_group_acknowledges_its_members_and_they_return_in_silence() -> None:
    plant = fleet(10)
    told(plant, range(1, 9))
    plant.ack(GROUP)
    assert {plant.state(offline(number)) for number in range(1, 9)} == {AlarmState.ACKED}
    assert told(plant, range(1, 3)) == ()
    assert plant.state(GROUP) is AlarmState.ACKED
    assert {key for key in plant.book.alarms if key.startswith("offline")} == {offline(1), offline(2)}
    assert told(plant, range(0)) == ()
    assert not [key for key in plant.book.alarms if key.startswith(("offline", GROUP))]


def test_a_group_that_returns_unseen_waits_as_one_line() -> None:
    plant = fleet(10)
    told(plant, range(1, 9))
    assert told(plant, range(0)) == ()
    assert plant.state(GROUP) is AlarmState.RTN_UNACK
    assert plant.book.alarms[offline(1)].masked
    plant.ack(GROUP)
    assert not [key for key in plant.book.alarms if key.startswith(("offline", GROUP))]


def test_the_group_lost_again_before_anybody_saw_it_sounds_once_more() -> None:
    plant = fleet(10)
    told(plant, range(1, 9))
    plant.silence()
    told(plant, range(0))
    assert told(plant, range(1, 9)) == (GROUP,)


def test_more_gateways_lost_while_the_group_is_acknowledged_are_heard() -> None:
    plant = fleet(20)
    told(plant, range(1, 6))
    plant.ack(GROUP)
    assert told(plant, range(1, 12)) == (GROUP,)
    assert plant.book.alarms[GROUP].detail == "11 of 20 gateways"
    plant.silence()
    assert told(plant, range(1, 12)) == ()
    assert told(plant, range(1, 17)) == (GROUP,)


def test_a_few_more_lost_while_the_group_is_acknowledged_are_told_one_by_one() -> None:
    plant = fleet(20)
    told(plant, range(1, 6))
    plant.ack(GROUP)
    assert told(plant, range(1, 7)) == (offline(6),)


def test_a_member_that_returned_and_is_lost_again_is_heard() -> None:
    plant = fleet(20)
    told(plant, range(1, 9))
    plant.ack(GROUP)
    told(plant, range(2, 9))
    assert told(plant, range(1, 9)) == (offline(1),)


def test_a_member_that_returned_unseen_and_is_lost_again_is_heard_through_a_silence() -> None:
    plant = fleet(20)
    told(plant, range(1, 9))
    plant.silence()
    assert told(plant, range(2, 9)) == ()
    assert told(plant, range(1, 9)) == (offline(1),)


def test_the_whole_fleet_lost_is_of_high_priority() -> None:
    plant = fleet(5)
    told(plant, range(1, 5))
    plant.ack(GROUP)
    assert plant.book.alarms[GROUP].priority is Priority.MEDIUM
    assert GROUP in told(plant, range(1, 6))
    assert plant.book.alarms[GROUP].priority is Priority.HIGH


def test_a_group_shelved_keeps_its_members_quiet_and_sounds_when_that_ends() -> None:
    plant = fleet(10)
    told(plant, range(1, 9))
    plant.shelve(GROUP, seconds=600)
    assert told(plant, range(1, 9)) == ()
    plant.pass_time(540)
    assert plant.heard == (GROUP,)


def test_without_a_group_alarm_each_loss_is_told() -> None:
    plant = fleet(6, rules=Rules(kinds={Kind.FLEET_OFFLINE: AlarmRule(enabled=False)}))
    assert len(told(plant, range(1, 6))) == 5


def test_the_group_goes_on_after_a_restart() -> None:
    plant = fleet(10)
    told(plant, range(1, 9))
    plant.ack(GROUP)
    plant.restart()
    assert told(plant, range(1, 9)) == ()
    assert plant.state(GROUP) is AlarmState.ACKED


def test_a_gateway_that_comes_and_goes_is_one_alarm_not_a_stream() -> None:
    plant = fleet(3)
    sounds: list[tuple[str, ...]] = []
    for number in range(24):
        sounds.append(told(plant, range(1, 2) if number % 2 else range(0)))
        plant.silence()
    assert [heard for heard in sounds if heard].count((FLAPS,)) == 1
    # Its first two losses were no flapping yet; from then on it is told once.
    assert sum(map(bool, sounds)) == 3
    plant.ack(FLAPS)
    for _ in range(11):
        assert told(plant, range(0)) == ()
    assert FLAPS not in plant.book.alarms


def test_a_gateway_still_lost_when_it_flaps_no_more_is_told() -> None:
    plant = fleet(3)
    for number in range(12):
        told(plant, range(1, 2) if number % 2 else range(0))
    plant.ack()
    heard = [told(plant, range(1, 2)) for _ in range(12)]
    assert [one for one in heard if one] == [(offline(1),)] * len([one for one in heard if one])
    assert heard[-1] == (offline(1),)


def test_a_fleet_not_fully_connected_is_told_only_where_nothing_explains_it() -> None:
    unwatched = Rules(kinds={Kind.OFFLINE: AlarmRule(enabled=False)})
    plant = fleet(3, rules=unwatched)
    plant.cycle({"API-2": LOST})
    assert plant.heard == ("not-connected",)
    failure = Failure("multi_possible", Reason.PAYLOAD, "expected 3 counts, got [1, 2]")
    wrong = replace(good(""), vectors=(None, (0, 0, 0), (1, 2, 3)), failures=(failure,))
    plant.cycle(wrong)
    assert set(plant.heard) == {"wrong:API-1", "wrong:API-2", "wrong:API-3"}
    assert plant.book.alarms["not-connected"].suppressed_by == "wrong:API-1"
    plant.cycle({"API-2": LOST})
    assert plant.book.alarms["not-connected"].suppressed_by == "wrong:API-2"
    plant.cycle({})
    assert plant.state("not-connected") is AlarmState.RTN_UNACK


def test_a_loss_that_is_not_told_yet_will_explain_why_a_plc_is_missing() -> None:
    plant = fleet(3, rules=Rules(offline_after=2))
    plant.cycle({"API-2": LOST})
    assert plant.heard == ()
    plant.cycle({"API-2": LOST})
    assert plant.heard == (offline(2),)
    assert "not-connected" not in plant.book.alarms


def test_a_group_explains_better_than_one_of_its_members() -> None:
    plant = fleet(10, rules=Rules(kinds={Kind.OFFLINE: AlarmRule(enabled=False)}))
    told(plant, range(1, 2))
    plant.rules = Rules()
    told(plant, range(1, 2))
    assert plant.book.alarms["not-connected"].suppressed_by == offline(1)
    told(plant, range(1, 8))
    assert plant.book.alarms["not-connected"].suppressed_by == GROUP


def test_a_plc_that_left_the_fleet_takes_its_alarms_along_but_not_unseen() -> None:
    plant = fleet(2, [OWN])
    plant.cycle({"API-1": 9.0, "API-2": LOST})
    plant.ack(offline(2))
    plant.plan = plan_of("API-3", requests=[OWN])
    plant.cycle({})
    assert plant.state() is AlarmState.RTN_UNACK
    assert offline(2) not in plant.book.alarms
    assert plant.heard == ()


def test_a_fleet_that_is_not_known_yet_withdraws_nothing() -> None:
    plant = fleet(2, [OWN])
    plant.cycle({"API-1": 9.0})
    plant.plan = plan_of(requests=[OWN])
    plant.cycle({})
    assert plant.state() is AlarmState.UNACK


def test_a_dropped_threshold_withdraws_and_ends_a_latch() -> None:
    latching = Rules(requests={"pressure": AlarmRule(latching=True)})
    plant = Plant(plan_of("API-1", "API-2", requests=[OWN]), latching)
    plant.cycle({"": 9.0})
    plant.ack(ID)
    plant.cycle({})
    plant.plan = plan_of("API-1", "API-2", requests=[replace(OWN, threshold=None)])
    plant.cycle({"": 9.0})
    assert ID not in plant.book.alarms
    assert plant.state("high:pressure:API-2") is AlarmState.RTN_UNACK


def test_a_request_judged_as_a_sum_from_now_on_withdraws_what_stood_of_its_gateways() -> None:
    plant = fleet(2, [OWN])
    plant.cycle({"API-1": 9.0})
    plant.plan = plan_of("API-1", "API-2", requests=[replace(OWN, summed=True)])
    plant.cycle({"API-1": 9.0})
    assert plant.state() is AlarmState.RTN_UNACK
    assert plant.heard == ("high:pressure",)
    plant.plan = plan_of("API-1", "API-2", requests=[OWN])
    plant.cycle({"API-1": 9.0})
    assert plant.state("high:pressure") is AlarmState.RTN_UNACK
    assert plant.heard == (ID,)
    assert set(plant.book.alarms) == {ID, "high:pressure"}


def test_a_kind_switched_off_withdraws_its_alarms_and_says_no_number() -> None:
    plant = one_gateway()
    plant.cycle(9.0)
    plant.rules = Rules(requests={"pressure": AlarmRule(enabled=False)})
    events = plant.cycle(LOST)
    assert plant.state() is AlarmState.RTN_UNACK
    assert [event.value for event in events if event.id == ID and event.what is What.TRANSITION] == [None]


def test_all_gateways_lost_stay_urgent_until_somebody_took_notice() -> None:
    plant = fleet(5)
    told(plant, range(1, 6))
    assert plant.book.alarms[GROUP].priority is Priority.HIGH
    told(plant, range(1, 5))
    assert plant.book.alarms[GROUP].priority is Priority.HIGH
    told(plant, range(0))
    assert plant.state(GROUP) is AlarmState.RTN_UNACK
    assert plant.book.alarms[GROUP].priority is Priority.HIGH


def test_since_is_when_the_alarm_came_whatever_became_of_it() -> None:
    plant = fleet(2)
    told(plant, range(1, 2))
    came = plant.utc
    plant.pass_time(30.0)
    plant.ack(offline(1))
    assert plant.book.alarms[offline(1)].since == plant.utc > came
    assert plant.book.alarms[offline(1)].began == came
