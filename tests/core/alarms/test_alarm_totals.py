"""Sums, circuits and connections: what a total says when all answered, and what when some did not."""

from dataclasses import replace

import pytest

from doge_gui.core.alarms.rules import Rules
from doge_gui.core.alarms.states import AlarmState
from doge_gui.core.plan import RequestRule
from doge_gui.core.statuses import Disconnection, DisconnectionState
from tests.core.alarms.plants import LOST, WRONG, Answer, Plant, fleet, reply
from tests.core.pictures import good

SUM = RequestRule("weight", summed=True, threshold=30.0, low_threshold=3.0)
HIGH, LOW = "high:weight", "low:weight"
STILL_ON = "still-connected:API-1"


@pytest.mark.parametrize(
    ("never_negative", "answers", "raised"),
    [
        # the values of three gateways -> what is known of their sum
        (False, (10.0, 10.0, 10.0), set()),
        (False, (10.0, 10.0, 11.0), {HIGH}),
        (False, (1.0, 1.0, 0.5), {LOW}),
        (False, (31.0, 1.0, WRONG), set()),  # the missing one may be -5
        (True, (31.0, 1.0, WRONG), {HIGH}),  # whatever it is, the sum is higher still
        (True, (29.0, 1.0, WRONG), set()),
        (True, (1.0, 1.0, WRONG), set()),  # too low so far says nothing
        (True, (31.0, LOST, LOST), {HIGH}),
        (True, (LOST, LOST, LOST), set()),
    ],
)
def test_a_sum_raises_only_what_is_certain(
    never_negative: bool, answers: tuple[Answer, ...], raised: set[str]
) -> None:
    plant = fleet(3, [replace(SUM, never_negative=never_negative)])
    plant.cycle(dict(zip(("API-1", "API-2", "API-3"), answers, strict=True)))
    assert {key for key in plant.book.alarms if key.endswith("weight")} == raised


def test_nothing_is_certain_of_a_sum_over_nobody() -> None:
    plant = fleet(2, [RequestRule("depth", summed=True, threshold=-5.0, never_negative=True)])
    plant.cycle(WRONG)
    assert plant.state("high:depth") is AlarmState.NORMAL


def test_an_incomplete_sum_clears_nothing_and_is_said_to_be_unknown() -> None:
    plant = fleet(3, [SUM])
    plant.cycle(20.0)
    plant.cycle({"API-1": 1.0, "API-2": 1.0, "API-3": WRONG})
    assert plant.state(HIGH) is AlarmState.UNACK
    assert HIGH in plant.book.unknown
    assert plant.book.values[HIGH] == 60.0
    plant.cycle(2.0)
    assert plant.state(HIGH) is AlarmState.RTN_UNACK
    assert HIGH not in plant.book.unknown


def test_a_certain_sum_tells_over_how_many_it_stands() -> None:
    plant = fleet(3, [replace(SUM, never_negative=True)])
    plant.cycle({"API-1": 31.0, "API-2": 1.0, "API-3": WRONG})
    assert plant.book.alarms[HIGH].detail == "2 of 3 gateways"
    assert plant.book.alarms[HIGH].onset == 32.0


def counted(plant: Plant, *marbles: tuple[int, int, int], beyond: int = 0) -> None:
    """A cycle in which each gateway counts these marbles; the first has `beyond` connections too many."""
    told = {
        f"API-{number}": replace(good("", one), vectors=((1, 1, 1), (0, beyond * (number == 1), 0), one))
        for number, one in enumerate(marbles, 1)
    }
    names = [address.plc for address in plant.plan.addresses]
    plant.cycle({name: told.get(name, LOST) for name in names})


@pytest.mark.parametrize(
    ("beyond", "limit", "state"),
    [(3, 3, "normal"), (4, 3, "unack"), (4, 4, "normal"), (1, 0, "unack")],
)
def test_more_connections_on_a_circuit_than_the_limit(beyond: int, limit: int, state: str) -> None:
    plant = fleet(2, rules=Rules(connections_limit=limit))
    counted(plant, (1, 2, 3), (1, 2, 3), beyond=beyond)
    assert plant.state("connections:1").value == state
    assert plant.state("connections:0") is AlarmState.NORMAL


def test_connections_of_an_incomplete_fleet_are_certain_when_too_many_and_unknown_when_not() -> None:
    plant = fleet(2)
    counted(plant, (1, 2, 3), beyond=4)
    assert plant.state("connections:1") is AlarmState.UNACK
    counted(plant, (1, 2, 3), beyond=0)
    assert plant.state("connections:1") is AlarmState.UNACK
    counted(plant, (1, 2, 3), (1, 2, 3))
    assert plant.state("connections:1") is AlarmState.RTN_UNACK


@pytest.mark.parametrize(
    ("marbles", "raised"),
    [
        # expected (20, 40, 60), tolerance 2; what the two gateways count
        (((10, 20, 30), (10, 20, 30)), set()),
        (((10, 20, 30), (12, 18, 30)), set()),
        (((10, 20, 30), (13, 17, 30)), {"marbles:0", "marbles:1"}),
        (((10, 20, 30),), set()),  # too few so far says nothing
        (((10, 20, 63),), {"marbles:2"}),  # too many already
        (((10, 20, 62),), set()),
    ],
)
def test_marbles_off_their_expected_number(
    marbles: tuple[tuple[int, int, int], ...], raised: set[str]
) -> None:
    plant = fleet(2, rules=Rules(marbles_expected=(20, 40, 60), marbles_tolerance=2))
    counted(plant, *marbles)
    assert {key for key in plant.book.alarms if key.startswith("marbles")} == raised


def test_marbles_that_are_expected_no_more_are_withdrawn() -> None:
    plant = fleet(1, rules=Rules(marbles_expected=(1, 1, 1)))
    counted(plant, (9, 1, 1))
    plant.rules = Rules()
    counted(plant, (9, 1, 1))
    assert plant.state("marbles:0") is AlarmState.RTN_UNACK


def told_off(plant: Plant, state: DisconnectionState = DisconnectionState.DONE, forced: bool = True) -> None:
    """The operator's disconnection of API-1 has ended."""
    done = Disconnection("API-1", state, "ok", plant.utc, forced)
    plant.note_disconnections(done)
    plant.pass_time(60)


def test_a_plc_that_accepts_its_disconnection_and_stays_is_told() -> None:
    plant = fleet(2)
    plant.cycle({})
    told_off(plant)
    plant.cycle({})
    assert plant.heard == (STILL_ON,)
    plant.ack()
    away = replace(reply("API-1", 1.0, 0), vectors=((0, 0, 0), (0, 0, 0), (1, 2, 3)))
    plant.cycle({"API-1": away})
    assert plant.state(STILL_ON) is AlarmState.NORMAL
    # Somebody connects it again: that is another matter.
    plant.pass_time(60)
    plant.cycle({})
    assert plant.state(STILL_ON) is AlarmState.NORMAL


def test_a_plc_that_is_silent_after_its_disconnection_is_not_said_to_be_connected() -> None:
    plant = fleet(2)
    told_off(plant)
    plant.cycle({"API-1": LOST})
    assert STILL_ON not in plant.book.alarms


@pytest.mark.parametrize(
    ("state", "forced"), [(DisconnectionState.FAILED, True), (DisconnectionState.DONE, False)]
)
def test_a_disconnection_refused_or_by_the_sweep_is_no_promise(
    state: DisconnectionState, forced: bool
) -> None:
    plant = fleet(2)
    told_off(plant, state, forced)
    plant.cycle({})
    assert STILL_ON not in plant.book.alarms


def test_a_slow_gateway_is_quick_again_well_below_the_limit() -> None:
    plant = fleet(1, rules=Rules(slow_above_s=1.0))
    states = []
    for latency in (1.1, 1.1, 1.1, 0.9, 0.9, 0.9, 0.9, 0.8, 0.8, 0.8):
        plant.cycle(replace(good("API-1"), latency_s=latency))
        states.append(plant.state("slow:API-1").value)
        plant.pass_time(60)
    assert states == ["pending"] * 2 + ["unack"] * 7 + ["rtn_unack"]


def test_a_gateway_that_answers_wrongly_is_told_with_its_question() -> None:
    plant = fleet(1, [SUM])
    plant.cycle(WRONG)
    assert plant.book.alarms["wrong:API-1"].detail == "pressure: expected a number, got 'warm'"
    plant.ack()
    plant.cycle(5.0)
    assert plant.state("wrong:API-1") is AlarmState.NORMAL


def test_cycles_that_were_skipped_are_told_once() -> None:
    plant = fleet(1)
    plant.cycle({}, skipped=0)
    plant.cycle({}, skipped=2)
    assert plant.state("overrun") is AlarmState.UNACK
    plant.cycle({}, skipped=2)
    assert plant.state("overrun") is AlarmState.RTN_UNACK
