"""Numbers against their limits, and which alarms a rule's judgement is about."""

import math

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from doge_gui.core.alarms.alarm import Alarm, Kind
from doge_gui.core.alarms.book import Book, Draft
from doge_gui.core.alarms.judgement import Judgement, above, below, single, whether
from doge_gui.core.alarms.machine import Finding
from doge_gui.core.alarms.rules import AlarmRule
from doge_gui.core.alarms.states import AlarmState, Priority, Reading
from tests.core.alarms.plants import fleet
from tests.core.pictures import plan_of

NUMBERS = st.floats(-1e12, 1e12)
ANY = st.floats(allow_nan=True, allow_infinity=True)
DEADBANDS = st.floats(0.0, 1e6)


def one(compare: object, value: float, limit: float, deadband: float, good: bool = True) -> Reading:
    """The reading of one value."""
    return Reading(int(compare(np.array([value]), np.array([good]), limit, deadband)[0]))  # type: ignore[operator]


@pytest.mark.parametrize(
    ("value", "reading"),
    [
        (10.1, Reading.TRUE),
        (10.0, Reading.WITHIN),
        (8.1, Reading.WITHIN),
        (8.0, Reading.CLEAR),
        (-99.0, Reading.CLEAR),
        (math.inf, Reading.TRUE),
        (-math.inf, Reading.CLEAR),
    ],
)
def test_above_ten_with_a_deadband_of_two(value: float, reading: Reading) -> None:
    assert one(above, value, 10.0, 2.0) is reading


def test_without_a_deadband_the_limit_itself_is_clear() -> None:
    assert one(above, 10.0, 10.0, 0.0) is Reading.CLEAR
    assert one(below, 10.0, 10.0, 0.0) is Reading.CLEAR


@given(NUMBERS, NUMBERS, DEADBANDS)
def test_below_mirrors_above(value: float, limit: float, deadband: float) -> None:
    assert one(below, value, limit, deadband) is one(above, -value, -limit, deadband)


@given(ANY, NUMBERS, DEADBANDS)
def test_what_is_not_good_is_unknown_and_nan_never_true_nor_clear(
    value: float, limit: float, deadband: float
) -> None:
    for compare in (above, below):
        assert one(compare, value, limit, deadband, good=False) is Reading.UNKNOWN
        assert one(compare, math.nan, limit, deadband) is Reading.WITHIN


@given(NUMBERS, NUMBERS, NUMBERS, DEADBANDS)
def test_a_higher_value_is_never_clearer(low: float, high: float, limit: float, deadband: float) -> None:
    assume(low <= high)
    assert one(above, low, limit, deadband) <= one(above, high, limit, deadband)
    assert one(below, low, limit, deadband) >= one(below, high, limit, deadband)


@given(st.lists(st.tuples(st.booleans(), st.booleans()), max_size=8))
def test_whether_tells_true_or_clear_where_it_is_known(rows: list[tuple[bool, bool]]) -> None:
    true = np.array([is_true for is_true, _ in rows], np.bool_)
    known = np.array([is_known for _, is_known in rows], np.bool_)
    expected = [
        (Reading.TRUE if is_true else Reading.CLEAR) if is_known else Reading.UNKNOWN
        for is_true, is_known in rows
    ]
    assert whether(true, known).tolist() == expected


def standing(key: str, plc: str) -> Alarm:
    """An alarm that stands."""
    now = fleet(1).utc
    return Alarm(key, Kind.HIGH, "pressure", plc, AlarmState.UNACK, Priority.HIGH, now)


def findings(judgement: Judgement, *alarms: Alarm, rule: AlarmRule | None = None) -> dict[str, Finding]:
    """Id -> finding; each id at most once."""
    found = list(judgement.findings(list(alarms), rule or AlarmRule()))
    assert len({finding.id for finding in found}) == len(found)
    return {finding.id: finding for finding in found}


def test_only_what_is_true_or_stands_is_found() -> None:
    readings = np.array([Reading.TRUE, Reading.CLEAR, Reading.WITHIN, Reading.CLEAR], np.uint8)
    plan = plan_of("API-1", "API-2", "API-3", "API-4")
    judgement = Judgement(Kind.HIGH, readings, plan, "pressure", np.array([9.0, 1.0, 4.5, 1.0]), 5.0)
    found = findings(judgement, standing("high:pressure:API-2", "API-2"), standing("high:pressure:X", "X"))
    assert {key: finding.reading for key, finding in found.items()} == {
        "high:pressure:API-1": Reading.TRUE,
        "high:pressure:API-2": Reading.CLEAR,
        "high:pressure:X": Reading.GONE,
    }
    assert found["high:pressure:API-1"].value == 9.0
    assert found["high:pressure:X"].value is None


def test_a_rule_switched_off_finds_only_what_is_to_be_withdrawn() -> None:
    readings = np.array([Reading.TRUE, Reading.TRUE], np.uint8)
    judgement = Judgement(Kind.HIGH, readings, plan_of("API-1", "API-2"), "pressure")
    off = AlarmRule(enabled=False)
    found = findings(judgement, standing("high:pressure:API-2", "API-2"), rule=off)
    assert {key: finding.reading for key, finding in found.items()} == {"high:pressure:API-2": Reading.GONE}


def test_a_sum_and_a_gateway_are_not_mistaken_for_each_other() -> None:
    of_the_sum, of_one = standing("high:pressure", ""), standing("high:pressure:API-1", "API-1")
    summed = Judgement(Kind.HIGH, single(Reading.TRUE), None, "pressure")
    assert findings(summed, of_the_sum, of_one)[of_one.id].reading is Reading.GONE
    apart = Judgement(Kind.HIGH, single(Reading.TRUE), plan_of("API-1"), "pressure")
    found = findings(apart, of_the_sum, of_one)
    assert found[of_the_sum.id].reading is Reading.GONE
    assert found[of_one.id].reading is Reading.TRUE


def test_a_draft_without_an_entry_is_the_book_it_began_with() -> None:
    plant = fleet(1)
    plant.cycle("lost")
    outcome = Draft(plant.book, plant.instant).outcome()
    assert outcome.events == ()
    assert outcome.book == plant.book != Book()
