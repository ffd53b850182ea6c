"""The same story told on another clock, or with its fleet in another order, ends the same."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from doge_gui.core.alarms.alarm import Alarm
from doge_gui.core.alarms.step import step
from tests.core.alarms.followed import LATCHED, OWN, PLCS, RULES, SUM
from tests.core.alarms.plants import Plant
from tests.core.alarms.supervision import FLEETS, PAUSES
from tests.core.pictures import plan_of

ACTS = ("", "", "", "ack", "ack one", "reset", "shelve", "unshelve", "out", "in", "silence", "mute", "unmute")
ROW = st.tuples(PAUSES, FLEETS, st.sampled_from(ACTS), st.integers(0, 99))
STORY = st.lists(ROW, min_size=3, max_size=25)
JUMPS = st.lists(st.integers(-800, 800), min_size=25, max_size=25)


def play(plant: Plant, story: Sequence[tuple], jumps: Sequence[int] = ()) -> list[object]:
    """Tell a story; after each row, what stands and what is heard."""
    seen: list[object] = []
    for number, (pause, answers, act, pick) in enumerate(story):
        if jumps:
            plant.utc += timedelta(days=jumps[number])
        plant.pass_time(pause)
        plant.cycle(dict(zip(PLCS, answers, strict=True)))
        _act(plant, act, pick)
        seen.append(({key: _timeless(alarm) for key, alarm in plant.book.alarms.items()}, plant.heard))
    return seen


def _act(plant: Plant, act: str, pick: int) -> None:
    keys = sorted(plant.book.alarms)
    one = keys[pick % len(keys)] if keys else ""
    if not one:
        return
    about_one = {
        "ack one": plant.ack,
        "shelve": plant.shelve,
        "unshelve": plant.unshelve,
        "out": plant.take_out,
        "in": plant.put_in,
    }
    about_all = {
        "ack": plant.ack,
        "reset": plant.reset,
        "silence": plant.silence,
        "mute": plant.mute,
        "unmute": plant.unmute,
    }
    if act in about_one:
        about_one[act](one)
    elif act:
        about_all[act]()


def _timeless(alarm: Alarm) -> tuple[object, ...]:
    """All of an alarm but the times of day in it."""
    shelved = alarm.shelved._replace(until=None) if alarm.shelved else None
    service = alarm.out_of_service._replace(since=None) if alarm.out_of_service else None
    return tuple(
        alarm._replace(since=None, raised_at=None, shelved=shelved, out_of_service=service)  # type: ignore[arg-type]
    )


@settings(deadline=None, max_examples=40)
@given(STORY, JUMPS)
def test_the_time_of_day_changes_nothing_but_the_times_recorded(story: list[tuple], jumps: list[int]) -> None:
    plan = plan_of(*PLCS, requests=(OWN, SUM, LATCHED))
    assert play(Plant(plan, RULES), story) == play(Plant(plan, RULES), story, jumps)


@settings(deadline=None, max_examples=40)
@given(STORY, st.permutations(PLCS), st.permutations((OWN, SUM, LATCHED)))
def test_the_order_of_the_plan_changes_nothing(story: list[tuple], plcs: list[str], requests: list) -> None:
    one = Plant(plan_of(*PLCS, requests=(OWN, SUM, LATCHED)), RULES)
    other = Plant(plan_of(*plcs, requests=requests), RULES)
    first = [(states, sorted(heard)) for states, heard in play(one, story)]
    second = [(states, sorted(heard)) for states, heard in play(other, story)]
    assert first == second


@settings(deadline=None, max_examples=40)
@given(STORY)
def test_a_picture_judged_twice_at_one_instant_says_nothing_new(story: list[tuple]) -> None:
    plant = Plant(plan_of(*PLCS, requests=(OWN, SUM, LATCHED)), replace(RULES, group_above=2))
    for pause, answers, act, pick in story:
        plant.pass_time(pause)
        plant.cycle(dict(zip(PLCS, answers, strict=True)))
        assert plant.last is not None
        again = step(plant.book, plant.last, plant.watch, plant.rules, plant.instant)
        assert again.events == ()
        assert again.book == plant.book
        _act(plant, act, pick)
