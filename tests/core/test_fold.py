"""The fold: from replies to one picture that never shows a count it does not have."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pictures import OWN, SUMMED, begun, cycle, facts, garbled, good, lost, plan_of

from doge_gui.core.addresses import Address
from doge_gui.core.fold import finish, fold
from doge_gui.core.payload import INT64_MAX
from doge_gui.core.plan import RequestRule
from doge_gui.core.replies import ActionReply, Failure, Reason
from doge_gui.core.snapshot import MARBLES, MULTI, Phase, Quality, RequestTotal, Snapshot, VectorTotal

ARRAYS = ("counts", "values", "quality", "good_at", "latency_s", "asked", "breach", "lost_since")
COUNTS = st.integers(0, INT64_MAX)
NUMBERS = st.floats(allow_nan=False, allow_infinity=False)


def qualities(snapshot: Snapshot, plc: str) -> list[Quality]:
    return [Quality(value) for value in snapshot.quality[snapshot.plan.row[plc]]]


def marbles(snapshot: Snapshot, plc: str) -> list[int]:
    return snapshot.counts[snapshot.plan.row[plc], MARBLES].tolist()


def test_a_whole_fleet_gives_complete_totals():
    seen = cycle(
        plan_of("A", "B", requests=[SUMMED]), good("A", (1, 2, 3), 100.0), good("B", (10, 0, 4), 100.0)
    )
    assert seen.marbles == VectorTotal((11, 2, 7), 2, 2)
    assert seen.marbles.complete
    assert seen.request_totals == (RequestTotal(200.0, 2, 2, breach=False),)
    assert (seen.answering, seen.answered, seen.connected) == (2, 2, 2)


def test_one_silent_gateway_makes_every_total_incomplete_and_nobody_connected():
    seen = cycle(plan_of("A", "B", requests=[SUMMED]), good("A", (1, 2, 3), 300.0), lost("B", 1))
    assert seen.marbles == VectorTotal((1, 2, 3), 1, 2)
    assert not seen.marbles.complete
    assert not seen.request_totals[0].complete
    assert not seen.request_totals[0].breach
    assert (seen.answering, seen.answered, seen.connected) == (1, 1, 0)


def test_a_gateway_without_its_marbles_is_missing_from_that_total_only():
    seen = cycle(plan_of("A", "B"), good("A", (1, 2, 3)), garbled("B"))
    assert seen.multi_possible == VectorTotal((2, 2, 2), 2, 2)
    assert seen.marbles == VectorTotal((1, 2, 3), 1, 2)
    assert (seen.connected, seen.answered) == (2, 1)


def test_no_gateway_at_all_is_never_a_complete_total():
    seen = cycle(plan_of())
    assert seen.marbles == VectorTotal((0, 0, 0), 0, 0)
    assert not seen.marbles.complete
    assert seen.connected == 0


@given(st.lists(st.tuples(COUNTS, COUNTS, COUNTS), min_size=1, max_size=6))
def test_totals_are_exact_even_beyond_64_bits(vectors):
    plcs = [f"API-{number}" for number in range(len(vectors))]
    seen = cycle(plan_of(*plcs), *map(good, plcs, vectors))
    assert seen.marbles.value == tuple(sum(column) for column in zip(*vectors, strict=True))


@pytest.mark.parametrize(
    ("values", "total"),
    [
        ([0.1] * 10, 1.0),
        ([1e16, 1.0, -1e16], 1.0),
        ([1.7e308, 1.7e308, -1.7e308, -1.7e308], 0.0),
        ([1.7e308] * 3, 1.7976931348623157e308),
        ([-1.7e308] * 3, -1.7976931348623157e308),
    ],
)
def test_a_sum_of_readings_is_rounded_once_and_stays_finite(values, total):
    plcs = [f"API-{number}" for number in range(len(values))]
    replies = [good(plc, (0, 0, 0), value) for plc, value in zip(plcs, values, strict=True)]
    assert cycle(plan_of(*plcs, requests=[SUMMED]), *replies).request_totals[0].value == total


def test_a_lost_gateway_keeps_its_last_values_as_bad_and_remembers_since_when():
    plan = plan_of("A", "B", requests=[OWN])
    first = cycle(plan, good("A", (1, 2, 3), 4.0), lost("B", 1), now=10.0)
    second = cycle(plan, lost("A", 1), lost("B", 1), last=first, now=20.0)
    third = cycle(plan, lost("A", 1), lost("B", 1), last=second, now=30.0)
    assert set(qualities(first, "A")) == {Quality.GOOD}
    assert set(qualities(third, "A")) == {Quality.BAD}
    assert set(qualities(third, "B")) == {Quality.NEVER}
    assert marbles(third, "A") == [1, 2, 3]
    assert third.values[0, 0] == 4.0
    assert np.isnan(third.values[1, 0])
    assert set(third.good_at[0]) == {10.0}
    assert third.lost_since.tolist() == [20.0, 10.0]
    back = cycle(plan, good("A", (7, 7, 7), 1.0), lost("B", 1), last=third, now=40.0)
    assert np.isnan(back.lost_since[0])
    assert back.lost_since[1] == 10.0
    assert marbles(back, "A") == [7, 7, 7]


def test_a_garbled_answer_is_bad_without_the_gateway_being_lost():
    plan = plan_of("A", requests=[OWN])
    seen = cycle(plan, garbled("A", 4.0), last=cycle(plan, good("A", (1, 2, 3), 1.0)), now=9.0)
    assert qualities(seen, "A") == [Quality.GOOD, Quality.GOOD, Quality.BAD, Quality.GOOD]
    assert marbles(seen, "A") == [1, 2, 3]
    assert np.isnan(seen.lost_since[0])


def test_a_missing_reading_is_never_taken_for_a_zero_even_without_a_stated_failure():
    silent = replace(good("A"), vectors=((1, 1, 1), (0, 0, 0), None))
    seen = cycle(plan_of("A"), silent)
    assert qualities(seen, "A")[MARBLES] == Quality.NEVER
    assert not seen.marbles.complete


def test_old_readings_turn_stale_while_a_cycle_is_reading():
    plan = plan_of("A", "B")
    first = cycle(plan, good("A"), lost("B"), now=0.0)
    assert set(qualities(begun(plan, first, now=120.0), "A")) == {Quality.GOOD}
    after_sleep = begun(plan, first, now=8 * 3600.0)
    assert set(qualities(after_sleep, "A")) == {Quality.STALE}
    assert set(qualities(after_sleep, "B")) == {Quality.NEVER}
    assert marbles(after_sleep, "A") == [1, 2, 3]
    assert set(qualities(cycle(plan, good("A"), lost("B"), last=after_sleep, now=28801.0), "A")) == {
        Quality.GOOD
    }


def test_while_a_cycle_is_reading_the_totals_are_still_the_last_ones():
    plan = plan_of("A", "B", requests=[SUMMED])
    first = cycle(plan, good("A", (1, 1, 1), 1.0), good("B", (2, 2, 2), 1.0))
    base = begun(plan, first, now=60.0)
    half = fold(base, [good("A", (9, 9, 9), 900.0)], replace(base.facts, phase=Phase.READING), 60.5)
    assert half.marbles == VectorTotal((3, 3, 3), 2, 2)
    assert half.request_totals == first.request_totals
    assert marbles(half, "A") == [9, 9, 9]
    assert half.asked.tolist() == [True, False]
    whole = fold(half, [good("B", (1, 0, 0), 1.0)], replace(base.facts, phase=Phase.READ), 61.0)
    assert whole.marbles == VectorTotal((10, 9, 9), 2, 2)
    assert whole.request_totals[0].breach


def test_a_gateway_nobody_asked_in_this_cycle_is_in_no_total():
    plan = plan_of("A", "B")
    first = cycle(plan, good("A"), good("B"))
    second = cycle(plan, good("A"), last=first, now=60.0)
    assert second.marbles == VectorTotal((1, 2, 3), 1, 2)


def test_a_threshold_is_a_breach_only_when_it_is_exceeded():
    plan = plan_of("A", requests=[SUMMED, OWN])
    assert not cycle(plan, good("A", (0, 0, 0), 240.0, 5.0)).breached
    over = cycle(plan, good("A", (0, 0, 0), 240.1, 5.1))
    assert [total.breach for total in over.request_totals] == [True, True]
    assert over.breach.tolist() == [[False, True]]


def test_a_standing_breach_stands_while_readings_are_missing_and_one_good_cycle_decides():
    plan = plan_of("A", "B", requests=[SUMMED, OWN])
    over = cycle(plan, good("A", (0, 0, 0), 200.0, 9.0), good("B", (0, 0, 0), 200.0, 1.0))
    missing = cycle(plan, lost("A", 2), good("B", (0, 0, 0), 1.0, 1.0), last=over, now=60.0)
    assert [total.breach for total in missing.request_totals] == [True, True]
    assert missing.breach[:, 1].tolist() == [True, False]
    back = cycle(
        plan, good("A", (0, 0, 0), 1.0, 1.0), good("B", (0, 0, 0), 1.0, 1.0), last=missing, now=120.0
    )
    assert not back.breached


def test_a_request_without_a_threshold_is_never_a_breach():
    rules = [RequestRule("temperature", summed=True), RequestRule("pressure")]
    assert not cycle(plan_of("A", requests=rules), good("A", (0, 0, 0), 1e300, 1e300)).breached


def test_a_changed_rule_drops_the_breach_that_the_old_one_made():
    over = cycle(plan_of("A", requests=[SUMMED, OWN]), good("A", (0, 0, 0), 300.0, 9.0))
    looser = plan_of("A", requests=[replace(SUMMED, threshold=1000.0), replace(OWN, threshold=10.0)])
    base = begun(looser, over, now=60.0)
    assert not base.breached
    assert not base.breach.any()
    assert base.values.tolist() == [[300.0, 9.0]]


def test_a_new_plan_keeps_what_is_known_by_the_names_of_plcs_and_requests():
    before = cycle(
        plan_of("A", "B", requests=[SUMMED, OWN]), good("A", (1, 2, 3), 7.0, 8.0), lost("B", 2), now=5.0
    )
    plan = plan_of("C", "B", "A", requests=[OWN, RequestRule("humidity")])
    base = begun(plan, before, now=6.0)
    assert marbles(base, "A") == [1, 2, 3]
    assert qualities(base, "A")[3:] == [Quality.GOOD, Quality.NEVER]
    assert base.values[plan.row["A"], 0] == 8.0
    assert base.breach[plan.row["A"]].tolist() == [True, False]
    assert base.lost_since[plan.row["B"]] == 5.0
    assert base.failures[plan.row["B"]] == before.failures[1]
    assert set(qualities(base, "C")) == {Quality.NEVER}
    assert base.marbles == VectorTotal(of=3)


def test_a_plc_at_another_address_starts_anew():
    before = cycle(plan_of("A"), good("A"))
    moved = replace(plan_of("A"), addresses=(Address("A", "10.9.9.9", 8000),))
    base = begun(moved, before, now=1.0)
    assert set(qualities(base, "A")) == {Quality.NEVER}
    assert marbles(base, "A") == [0, 0, 0]


def test_the_reply_of_a_plc_that_is_not_in_the_plan_changes_nothing():
    seen = cycle(plan_of("A"), good("A"), good("Z", (9, 9, 9)))
    assert seen.marbles == VectorTotal((1, 2, 3), 1, 1)


def test_the_end_of_a_cycle_tells_who_took_the_totals_and_who_failed():
    seen = cycle(plan_of("A", "B"), good("A"), good("B"))
    refused = Failure("compteur_bille/0/2", Reason.STATUS, "status 500")
    written = [ActionReply("A", 3, "", (), 1.0), ActionReply("B", 0, "", (refused,), 1.0)]
    done = finish(seen, written, [], facts(phase=Phase.DONE), 1.0)
    assert done.facts.totals_written == 1
    assert done.action_failures == {"B": refused}
    assert done.answered == 1


def test_nobody_can_write_into_a_picture():
    plan = plan_of("A", requests=[OWN])
    first = cycle(plan, good("A", (1, 2, 3), 1.0))
    for picture in (begun(plan), first, begun(plan, first), finish(first, [], [], facts(), 1.0)):
        for name in ARRAYS:
            with pytest.raises(ValueError, match="read-only"):
                getattr(picture, name).fill(0)


REPLIES = st.one_of(
    st.builds(lambda marbles, value: ("good", marbles, value), st.tuples(COUNTS, COUNTS, COUNTS), NUMBERS),
    st.just(("lost", None, None)),
    st.builds(lambda value: ("garbled", None, value), NUMBERS | st.none()),
)


def reply_of(plc: str, told):
    kind, counts, value = told
    if kind == "good":
        return good(plc, counts, value, at=61.0)
    return lost(plc, 1, at=61.0) if kind == "lost" else garbled(plc, value, at=61.0)


@given(st.lists(REPLIES, min_size=1, max_size=6), st.randoms(use_true_random=False), st.integers(0, 6))
def test_the_picture_does_not_depend_on_the_order_or_the_grouping_of_replies(told, random, cut):
    plcs = [f"API-{number}" for number in range(len(told))]
    plan = plan_of(*plcs, requests=[SUMMED])
    base = begun(plan, cycle(plan, *(good(plc, (5, 5, 5), 1.0) for plc in plcs)), now=60.0)
    replies = [reply_of(plc, story) for plc, story in zip(plcs, told, strict=True)]
    read = replace(base.facts, phase=Phase.READ)
    at_once = fold(base, replies, read, 62.0)
    random.shuffle(replies)
    in_two = fold(fold(base, replies[:cut], base.facts, 61.5), replies[cut:], read, 62.0)
    for name in ARRAYS:
        np.testing.assert_array_equal(getattr(in_two, name), getattr(at_once, name))
    assert in_two.totals == at_once.totals
    assert in_two.request_totals == at_once.request_totals
    assert in_two.failures == at_once.failures


def test_the_picture_before_anything_was_asked_knows_nothing():
    picture = begun(plan_of("A", "B", requests=[OWN]))
    assert (picture.quality == Quality.NEVER).all()
    assert np.isnan(picture.values).all()
    assert not picture.asked.any()
    assert picture.totals[MULTI] == VectorTotal(of=2)
