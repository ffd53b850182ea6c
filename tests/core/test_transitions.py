"""The log tells what changed, once, and nothing between."""

import logging
from dataclasses import replace

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from pictures import OWN, SUMMED, begun, cycle, garbled, good, lost, plan_of

from doge_gui.core.addresses import Address
from doge_gui.core.plan import Plan
from doge_gui.core.replies import GatewayReply, Reason
from doge_gui.core.snapshot import Phase, Snapshot
from doge_gui.core.transitions import transitions

MULTI_ERROR = "Connection error in multi_possible."
COUNTER_ERROR = "Erreur de compteur"


class Log:
    """An operator who reads the log while cycles pass."""

    def __init__(self) -> None:
        self.last: Snapshot | None = None

    def after(self, plan: Plan, *replies: GatewayReply, now: float = 0.0) -> list[str]:
        """The new lines after one more cycle."""
        seen = cycle(plan, *replies, last=self.last, now=now)
        lines = [
            f"{logging.getLevelName(change.level)} {change.text}" for change in transitions(self.last, seen)
        ]
        self.last = seen
        return lines


def test_a_gateway_is_lost_and_comes_back_and_nothing_is_said_between():
    log, plan = Log(), plan_of("API-1", "API-3")
    assert log.after(plan, good("API-1"), good("API-3"), now=0.0) == ["INFO fleet: 2 gateways"]
    assert log.after(plan, good("API-1"), lost("API-3"), now=60.0) == [
        "WARNING API-3 lost: timeout (no answer in 2.0 s)",
        f"WARNING {MULTI_ERROR}",
        f"WARNING {COUNTER_ERROR}",
    ]
    assert log.after(plan, good("API-1"), lost("API-3"), now=120.0) == []
    assert log.after(plan, good("API-1"), lost("API-3", reason=Reason.REFUSED), now=180.0) == []
    assert log.after(plan, good("API-1"), good("API-3"), now=300.0) == [
        "INFO API-3 back after 4 min",
        "INFO multi_possible complete again: 2 of 2",
        "INFO compteur_bille complete again: 2 of 2",
    ]
    assert log.after(plan, good("API-1"), good("API-3"), now=360.0) == []


def test_a_gateway_that_answers_wrongly_is_told_with_what_is_wrong():
    log, plan = Log(), plan_of("API-3")
    log.after(plan, good("API-3"))
    assert log.after(plan, garbled("API-3"), now=60.0) == [
        "WARNING API-3 answers wrongly: compteur_bille: expected 3 counts, got [1, 2]",
        f"WARNING {COUNTER_ERROR}",
    ]
    assert log.after(plan, garbled("API-3"), now=120.0) == []
    assert log.after(plan, lost("API-3"), now=180.0) == [
        "WARNING API-3 lost: timeout (no answer in 2.0 s)",
        f"WARNING {MULTI_ERROR}",
    ]
    assert log.after(plan, garbled("API-3"), now=7380.0) == [
        "INFO API-3 back after 2 h 00 min",
        "WARNING API-3 answers wrongly: compteur_bille: expected 3 counts, got [1, 2]",
        "INFO multi_possible complete again: 1 of 1",
    ]
    assert log.after(plan, good("API-3"), now=7440.0) == [
        "INFO API-3 answers well again",
        "INFO compteur_bille complete again: 1 of 1",
    ]


def test_the_first_cycle_tells_what_is_wrong_from_the_start():
    assert Log().after(plan_of("API-1", requests=[SUMMED]), good("API-1", (0, 0, 0), 248.1)) == [
        "INFO fleet: 1 gateway",
        "WARNING temperature: sum 248.1 above 240",
    ]


def test_a_sum_above_its_threshold_is_told_once_and_stands_while_readings_are_missing():
    log, plan = Log(), plan_of("A", "B", requests=[SUMMED])
    log.after(plan, good("A", (0, 0, 0), 100.0), good("B", (0, 0, 0), 140.0))
    assert log.after(plan, good("A", (0, 0, 0), 108.1), good("B", (0, 0, 0), 140.0)) == [
        "WARNING temperature: sum 248.1 above 240"
    ]
    assert not any("temperature" in line for line in log.after(plan, lost("A", 1), good("B", (0, 0, 0), 1.0)))
    assert log.after(plan, good("A", (0, 0, 0), 100.0), good("B", (0, 0, 0), 140.0))[-1] == (
        "INFO temperature: sum 240 no longer above 240"
    )


def test_a_gateways_own_value_is_told_with_its_name_and_an_old_value_clears_nothing():
    log, plan = Log(), plan_of("API-3", requests=[OWN])
    log.after(plan, good("API-3", (0, 0, 0), 1.0))
    assert log.after(plan, good("API-3", (0, 0, 0), 7.5)) == ["WARNING API-3 pressure: 7.5 above 5"]
    assert not any("pressure" in line for line in log.after(plan, lost("API-3", 1)))
    assert log.after(plan, good("API-3", (0, 0, 0), 4.0))[-1] == ("INFO API-3 pressure: 4 no longer above 5")
    assert log.after(plan, good("API-3", (0, 0, 0), 9.0)) == ["WARNING API-3 pressure: 9 above 5"]
    assert log.after(plan, good("API-3", (0, 0, 0), 4.5)) == ["INFO API-3 pressure: 4.5 no longer above 5"]


def test_a_breach_that_ends_with_its_rule_does_not_vanish_in_silence():
    log = Log()
    log.after(plan_of("A", requests=[SUMMED, OWN]), good("A", (0, 0, 0), 300.0, 9.0))
    looser = plan_of("A", requests=[replace(SUMMED, threshold=1000.0)])
    assert log.after(looser, good("A", (0, 0, 0), 300.0)) == [
        "INFO temperature: its rule has changed, the breach no longer stands",
        "INFO pressure: its rule has changed, the breach no longer stands",
    ]


def test_plcs_that_join_leave_and_move_are_named():
    log = Log()
    log.after(plan_of("A", "B"), good("A"), good("B"))
    assert log.after(plan_of("A", "B", "API-8"), good("A"), good("B"), good("API-8")) == [
        "INFO fleet: 3 gateways, was 2 (joined API-8)"
    ]
    assert log.after(plan_of("A", "C", "API-8"), good("A"), good("C"), good("API-8")) == [
        "INFO fleet: 3 gateways (joined C; left B)"
    ]
    assert log.after(plan_of("API-8", "C", "A"), good("A"), good("C"), good("API-8")) == []
    moved = Plan((Address("A", "pi-9.plant", 81),))
    assert log.after(moved, good("A")) == [
        "INFO fleet: 1 gateway, was 3 (left API-8, C; moved A to pi-9.plant:81)"
    ]


def test_a_plc_that_moves_away_with_a_breach_and_is_lost_there_clears_nothing():
    log = Log()
    log.after(plan_of("A", requests=[OWN]), good("A", (0, 0, 0), 9.0))
    assert log.after(Plan((Address("A", "pi-9.plant", 81),), (OWN,)), lost("A", 1)) == [
        "INFO fleet: 1 gateway (moved A to pi-9.plant:81)",
        "WARNING A lost: timeout (no answer in 2.0 s)",
        f"WARNING {MULTI_ERROR}",
        f"WARNING {COUNTER_ERROR}",
    ]


def test_a_large_change_of_the_fleet_is_still_one_short_line():
    log, many = Log(), [f"API-{number}" for number in range(40)]
    log.after(plan_of("A"), good("A"))
    assert log.after(plan_of("A", *many), good("A"), *map(good, many)) == [
        "INFO fleet: 41 gateways, was 1 (joined API-0, API-1, API-2, API-3, API-4 and 35 more)"
    ]


def test_a_plc_that_joins_without_an_answer_and_one_that_leaves_lost():
    log = Log()
    log.after(plan_of("A"), good("A"))
    assert log.after(plan_of("A", "B"), good("A"), lost("B", reason=Reason.REFUSED))[:2] == [
        "INFO fleet: 2 gateways, was 1 (joined B)",
        "WARNING B lost: refused (no answer in 2.0 s)",
    ]
    assert log.after(plan_of("A"), good("A")) == [
        "INFO fleet: 1 gateway, was 2 (left B)",
        "INFO multi_possible complete again: 1 of 1",
        "INFO compteur_bille complete again: 1 of 1",
    ]


def test_an_empty_fleet_is_no_connection_error():
    assert Log().after(plan_of()) == ["INFO fleet: 0 gateways"]


def test_a_cycle_that_is_still_reading_says_nothing():
    plan = plan_of("A")
    last = cycle(plan, good("A"))
    reading = replace(begun(plan, last, now=60.0), lost_since=np.array([60.0]))
    assert reading.facts.phase is Phase.READING
    assert transitions(last, reading) == ()
    assert transitions(None, reading) == ()


STORIES = st.lists(st.sampled_from(["good", "garbled", "lost"]), min_size=3, max_size=3)


@given(STORIES, STORIES)
def test_the_same_picture_twice_says_nothing_new(first, second):
    def replies(told):
        makers = {"good": good, "garbled": garbled, "lost": lost}
        return [makers[story](plc) for plc, story in zip("ABC", told, strict=True)]

    plan, log = plan_of("A", "B", "C"), Log()
    log.after(plan, *replies(first))
    lines = log.after(plan, *replies(second), now=60.0)
    assert bool(lines) == (first != second)
    assert log.after(plan, *replies(second), now=120.0) == []
