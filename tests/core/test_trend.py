"""A trend keeps the newest samples, in order, and thins them without losing a peak or a gap."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from doge_gui.core.trend import Trend, decimate


def test_an_empty_trend_has_nothing_to_show():
    trend = Trend(4, (3,))
    assert len(trend) == 0
    assert trend.window(0, 10)[0].size == 0


@given(depth=st.integers(1, 9), count=st.integers(0, 40))
def test_the_newest_samples_are_held_in_the_order_they_came(depth, count):
    trend = Trend(depth, (2,))
    for number in range(count):
        trend.append(float(number), np.array([number, -number]))
    expected = list(range(max(0, count - depth), count))
    assert trend.times.tolist() == expected
    assert trend.samples[:, 0].tolist() == expected
    assert len(trend) == len(expected)


def test_a_window_has_one_neighbour_on_either_side():
    trend = Trend(10, ())
    for number in range(10):
        trend.append(float(number), np.array(number * 10.0))
    times, samples = trend.window(3.5, 5.5)
    assert times.tolist() == [3, 4, 5, 6]
    assert samples.tolist() == [30, 40, 50, 60]


def test_time_does_not_go_back():
    trend = Trend(3, ())
    trend.append(5.0, np.array(1.0))
    with pytest.raises(ValueError, match="order of time"):
        trend.append(4.9, np.array(1.0))
    with pytest.raises(ValueError, match="at least one"):
        Trend(0, ())


@given(
    y=st.lists(st.one_of(st.floats(-1e6, 1e6), st.just(np.nan)), min_size=1, max_size=400),
    buckets=st.integers(1, 50),
)
def test_thinning_keeps_the_extremes_the_gaps_and_the_ends(y, buckets):
    values = np.array(y)
    x = np.arange(len(values), dtype=float)
    thin_x, thin_y = decimate(x, values, buckets)
    assert (np.diff(thin_x) > 0).all()
    assert thin_x[0] == 0
    assert thin_x[-1] == len(values) - 1
    assert len(thin_x) <= max(4 * buckets + len(values) // max(buckets, 1) + 2, 3 * buckets + 2)
    if not np.isnan(values).all():
        assert np.nanmax(thin_y) == np.nanmax(values)
        assert np.nanmin(thin_y) == np.nanmin(values)
    assert np.isnan(values).any() == np.isnan(thin_y).any()
