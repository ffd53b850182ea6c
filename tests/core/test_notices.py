"""What an operator hears: a breach from its onset until it ends or is silenced, and never an old one anew."""

from dataclasses import replace

import pytest

from doge_gui.core.notices import Sounding, silence, step
from doge_gui.core.plan import RequestRule
from doge_gui.core.snapshot import Phase
from tests.core.pictures import cycle, good, lost, plan_of

HOT = RequestRule("temperature", summed=True, threshold=50.0, sound="sounds/hot.wav")
OWN = RequestRule("pressure", threshold=5.0, label="Oil pressure")
PLAN = plan_of("API-1", "API-2", requests=(HOT, OWN))


def plant(first: float, second: float, pressure: float = 1.0):
    return cycle(PLAN, good("API-1", (1, 1, 1), first, pressure), good("API-2", (1, 1, 1), second, 1.0))


def heard(sounding: Sounding) -> list[tuple[str, str]]:
    return [notice.key for notice in sounding.heard]


def test_all_well_is_silent() -> None:
    assert heard(step(Sounding(), plant(20, 20))) == []


def test_the_sum_and_a_gateways_own_value_sound_with_their_reasons() -> None:
    sounding = step(Sounding(), plant(30, 30, pressure=6.5))
    assert [(notice.key, notice.sound, notice.reason) for notice in sounding.heard] == [
        (("temperature", ""), "sounds/hot.wav", "temperature: sum 60 above 50"),
        (("pressure", "API-1"), None, "API-1: Oil pressure 6.5 above 5"),
    ]


def test_silence_lasts_while_the_breach_stands_and_ends_with_a_new_one() -> None:
    sounding = silence(step(Sounding(), plant(30, 30)))
    assert heard(sounding) == []
    assert heard(step(sounding, plant(31, 30))) == []
    assert heard(step(sounding, plant(31, 30, pressure=6.5))) == [("pressure", "API-1")]


def test_a_breach_that_ended_and_comes_back_sounds_again() -> None:
    sounding = silence(step(Sounding(), plant(30, 30)))
    sounding = step(sounding, plant(20, 20))
    assert heard(step(sounding, plant(30, 30))) == [("temperature", "")]


def test_a_lost_gateway_neither_ends_a_breach_nor_begins_one() -> None:
    high = plant(30, 30)
    missing = cycle(PLAN, good("API-1", (1, 1, 1), 99, 1.0), lost("API-2", 2), last=high, now=60)
    assert heard(step(step(Sounding(), high), missing)) == [("temperature", "")]
    alone = cycle(PLAN, good("API-1", (1, 1, 1), 99, 1.0), lost("API-2", 2))
    assert heard(step(Sounding(), alone)) == []


@pytest.mark.parametrize("phase", [Phase.READING])
def test_a_cycle_that_is_still_reading_changes_nothing(phase) -> None:
    standing = step(Sounding(), plant(30, 30))
    reading = plant(20, 20)
    reading = replace(reading, facts=replace(reading.facts, phase=phase))
    assert step(standing, reading) is standing
