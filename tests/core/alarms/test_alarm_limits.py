"""No mask is for ever: what an operator hides or mutes for too long ends at the configured limit."""

from datetime import timedelta

import pytest

from doge_gui.core.alarms.rules import Rules
from tests.core.alarms.plants import HOUR, ID, Plant, one_gateway

LIMIT_S = 2 * HOUR
ASKED = [(LIMIT_S + 1, LIMIT_S), (1e9, LIMIT_S), (LIMIT_S, LIMIT_S), (600.0, 600.0), (-5.0, 0.0)]
"""Seconds that were asked for, seconds that it lasts."""


@pytest.fixture
def plant() -> Plant:
    """An alarm calls, and nothing may be hidden for more than two hours."""
    plant = one_gateway(Rules(shelve_most_s=LIMIT_S))
    plant.cycle(6.0)
    assert plant.heard == (ID,)
    return plant


@pytest.mark.parametrize(("asked_s", "lasts_s"), ASKED)
def test_a_mute_ends_at_the_limit_and_the_alarm_is_heard_again(
    plant: Plant, asked_s: float, lasts_s: float
) -> None:
    began = plant.utc
    (muted,) = plant.mute(asked_s)
    assert muted.until is not None
    assert (muted.until - began).total_seconds() == lasts_s
    plant.pass_time(max(lasts_s - 1, 0.0))
    assert (plant.book.mute is None) == (plant.heard == (ID,)) == (lasts_s == 0)
    plant.pass_time(1.0)
    assert plant.book.mute is None
    assert plant.heard == (ID,)


@pytest.mark.parametrize(("asked_s", "lasts_s"), ASKED)
def test_a_shelving_ends_at_the_limit_and_the_alarm_is_shown_again(
    plant: Plant, asked_s: float, lasts_s: float
) -> None:
    began = plant.utc
    (shelved,) = plant.shelve(ID, seconds=asked_s)
    assert shelved.until is not None
    assert (shelved.until - began).total_seconds() == lasts_s
    plant.pass_time(max(lasts_s - 1, 0.0))
    assert (plant.book.alarms[ID].shelved is None) == (plant.heard == (ID,)) == (lasts_s == 0)
    plant.pass_time(1.0)
    assert plant.book.alarms[ID].shelved is None
    assert plant.heard == (ID,)


@pytest.mark.parametrize("asked_s", [1e9, LIMIT_S])
def test_a_restart_gives_a_mute_and_a_shelving_no_more_than_the_limit(plant: Plant, asked_s: float) -> None:
    plant.mute(asked_s)
    plant.shelve(ID, seconds=asked_s)
    plant.pass_time(HOUR)
    plant.restart()
    ends_after(plant, LIMIT_S - HOUR)


def test_a_clock_set_back_before_a_restart_makes_neither_longer_than_the_limit(plant: Plant) -> None:
    plant.mute(LIMIT_S)
    plant.shelve(ID, seconds=LIMIT_S)
    plant.utc -= timedelta(days=365)
    plant.restart()
    ends_after(plant, LIMIT_S)


def ends_after(plant: Plant, seconds: float) -> None:
    """The alarm is heard again then, and not before."""
    plant.pass_time(seconds - 1)
    assert plant.heard == ()
    plant.pass_time(1.0)
    assert plant.heard == (ID,)
