"""What is read back of a cycle is the picture that was live then, in everything that was recorded."""

from dataclasses import replace

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from doge_gui.core.plan import Plan
from doge_gui.core.recording.tags import readings_of
from doge_gui.core.replay.picture import picture
from doge_gui.core.replay.times import times_of
from doge_gui.core.snapshot import Phase, Snapshot
from tests.core.pictures import OWN, SUMMED, garbled, good, lost, plan_of
from tests.core.replay.recording import Recorded

PLCS = ("API-1", "API-2", "API-3")
VALUES = st.sampled_from((0.0, 4.5, 5.0, 7.25, 1e3, -2.0))
COUNTS = st.tuples(*[st.sampled_from((0, 1, 40, 2**40))] * 3)
ANSWERS = st.one_of(
    st.sampled_from(("lost", "silent")),
    st.tuples(st.just("wrong"), VALUES, VALUES),
    st.tuples(COUNTS, VALUES, VALUES),
)
STORIES = st.lists(st.tuples(ANSWERS, ANSWERS, ANSWERS), min_size=1, max_size=12)


def reply(plc: str, answer: object):
    if answer == "lost":
        return lost(plc, 2)
    if answer == "silent":
        return None
    kind, *values = answer
    return garbled(plc, *values) if kind == "wrong" else good(plc, kind, *values)


def told(recorded: Recorded, story) -> Recorded:
    for answers in story:
        replies = [reply(plc, answer) for plc, answer in zip(PLCS, answers, strict=True)]
        recorded.cycle([one for one in replies if one is not None])
    return recorded


def plant(**more: object) -> Recorded:
    return Recorded(plan_of(*PLCS, requests=[OWN, SUMMED]), **more)


def pictures(recorded: Recorded) -> list[Snapshot]:
    """Every recorded cycle, each stretch knowing how the one before it ended."""
    shown, before = [], None
    for stretch in recorded.stretches:
        times = times_of(stretch, before)
        shown += [picture(stretch, index, times) for index in range(len(stretch.cycles))]
        before = times.end()
    return shown


def assert_same(shown: Snapshot, live: Snapshot) -> None:
    assert shown.plan == live.plan
    assert shown.facts == live.facts
    for name in ("counts", "values", "quality", "latency_s", "asked", "breach"):
        np.testing.assert_array_equal(getattr(shown, name), getattr(live, name), name)
    for name in ("good_at", "lost_since"):
        np.testing.assert_allclose(getattr(shown, name), getattr(live, name), rtol=0, atol=1e-3, err_msg=name)
    assert abs(shown.taken_at - live.taken_at) < 1e-3
    assert shown.failures == live.failures
    assert (shown.totals, shown.request_totals) == (live.totals, live.request_totals)
    np.testing.assert_array_equal(readings_of(shown)[0], readings_of(live)[0])


@settings(max_examples=60, deadline=None)
@given(STORIES)
def test_a_recorded_cycle_is_the_picture_that_was_live(story) -> None:
    recorded = told(plant(), story)
    for shown, live in zip(pictures(recorded), recorded.live, strict=True):
        assert_same(shown, live)


@settings(max_examples=40, deadline=None)
@given(STORIES, STORIES)
def test_so_it_is_in_short_stretches_after_a_restart_and_with_another_plan(first, second) -> None:
    recorded = told(plant(most_cycles=2), first)
    recorded.restart()
    told(recorded, second)
    stricter = replace(OWN, threshold=1.0)
    recorded.plan = Plan(tuple(reversed(recorded.plan.addresses)), (SUMMED, stricter))
    told(recorded, first)
    for shown, live in zip(pictures(recorded), recorded.live, strict=True):
        assert_same(shown, live)


def test_without_the_stretch_before_what_began_there_counts_from_the_first_cycle() -> None:
    recorded = told(plant(most_cycles=2), [("lost", ((1, 1, 1), 1.0, 1.0), "lost")] * 4)
    second = recorded.stretches[1]
    shown = picture(second, 1, times_of(second))
    first = second.cycles[0].at.timestamp() + second.cycles[0].elapsed_s
    np.testing.assert_allclose(shown.lost_since, [first, np.nan, first], rtol=0, atol=1e-3)


def test_a_cycle_whose_end_is_not_known_is_told_as_read() -> None:
    recorded = told(plant(), [("lost", "lost", "lost")])
    (stretch,) = recorded.stretches
    (cycle,) = stretch.cycles
    cut = replace(stretch, cycles=(replace(cycle, totals_written=None),))
    assert picture(cut, 0, times_of(cut)).facts.phase is Phase.READ
    assert picture(stretch, 0, times_of(stretch)).facts.phase is Phase.DONE


def test_a_picture_cannot_be_written_to() -> None:
    recorded = told(plant(), [("lost", "lost", "lost")])
    shown = pictures(recorded)[0]
    assert not any(getattr(shown, name).flags.writeable for name in ("counts", "values", "quality"))
