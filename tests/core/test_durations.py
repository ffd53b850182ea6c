"""Durations read as a person says them."""

import math

import pytest

from doge_gui.core.durations import spoken


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (0.0, "0 s"),
        (3.9, "3 s"),
        (59.99, "59 s"),
        (60.0, "1 min"),
        (240.0, "4 min"),
        (3599.0, "59 min"),
        (3600.0, "1 h 00 min"),
        (7500.0, "2 h 05 min"),
        (86399.0, "23 h 59 min"),
        (86400.0, "1 d 0 h 00 min"),
        (12 * 86400 + 4 * 3600 + 7 * 60 + 59.0, "12 d 4 h 07 min"),
        (-1.0, "0 s"),
        (math.nan, "unknown"),
        (math.inf, "unknown"),
    ],
)
def test_a_duration_is_said_in_whole_units_that_have_passed(seconds, said):
    assert spoken(seconds) == said
