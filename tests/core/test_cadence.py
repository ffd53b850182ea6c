"""The schedule is a grid of instants; what a slow cycle misses is gone, not made up for."""

from hypothesis import given
from hypothesis import strategies as st

from doge_gui.core.cadence import next_due


def test_the_next_start_lies_one_interval_after_the_last() -> None:
    assert next_due(100.0, 60.0, 100.1).at == 160.0


def test_starts_that_went_by_are_missed() -> None:
    due = next_due(100.0, 60.0, 285.0)
    assert (due.at, due.missed) == (340.0, 3)


def test_eight_hours_of_sleep_are_one_cycle_not_a_burst() -> None:
    """Fault 27, the schedule's part."""
    due = next_due(0.0, 60.0, 8 * 3600 + 1.0)
    assert due.at == 8 * 3600 + 60
    assert due.missed == 480


@given(st.floats(0, 1e6), st.floats(0.05, 86400), st.floats(0, 1e6))
def test_the_next_start_is_on_the_grid_and_in_the_future(last, interval, waited) -> None:
    now = last + waited
    due = next_due(last, interval, now)
    assert due.at > now or abs(due.at - now) <= 1e-6 * max(1.0, now)
    assert due.at - interval <= now + 1e-6 * max(1.0, now)
    assert due.missed >= 0
