"""A curve becomes steps or a line in its band, with every gap a gap."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from doge_gui.core.recording.curves import Curve, Level
from doge_gui.core.recording.tags import Tag
from doge_gui.core.trends.fitted import blanks, fit
from doge_gui.core.trends.scales import bounds, roomy, round_values

TAG = Tag("API-1", "temperature")
NAN = float("nan")


def raw(times, values):
    times, values = np.array(times, float), np.array(values, float)
    good = np.isfinite(values).astype(float)
    return Curve(TAG, Level.RAW, times, values, values, values, values, good, np.ones(len(times)))


def minutes(times, means, wide=1.0, good=None):
    times, means = np.array(times, float), np.array(means, float)
    good = np.where(np.isnan(means), 0.0, 60.0) if good is None else np.array(good, float)
    count = np.full(len(times), 60.0)
    return Curve(TAG, Level.MINUTE, times, means - wide, means + wide, means, means, good, count)


def test_a_reading_holds_until_the_next_one():
    fitted = fit(raw([10, 20, 30], [1, 5, 2]), 100, 32)
    assert fitted.x.tolist() == [10, 20, 20, 30, 30, 32]
    assert fitted.y.tolist() == [1, 1, 5, 5, 2, 2]
    assert not fitted.banded


def test_the_newest_reading_holds_for_the_present_but_not_for_ever():
    assert fit(raw([10, 20, 30], [1, 5, 2]), 100, 1000).x[-1] == 55


def test_a_gap_in_readings_breaks_the_line():
    fitted = fit(raw([10, 20, 30, 40], [1, NAN, 3, 3]), 100, 50)
    assert np.isnan(fitted.y).tolist() == [False, False, True, True, False, False, False, False]
    assert fitted.covered.tolist() == [[10, 20], [30, 50]]


def test_a_bucket_reaches_from_its_begin_to_its_end():
    fitted = fit(minutes([0, 60, 120, 180], [4, NAN, 6, 8]), 100, 1000)
    assert fitted.x.tolist() == [0, 30, 60, 90, 120, 150, 210, 240]
    assert fitted.y[[0, 1, 2, 4, 5, 6, 7]].tolist() == [4, 4, 4, 6, 6, 8, 8]
    assert np.isnan(fitted.y[3])
    assert fitted.high[0] == 5
    assert fitted.low[-1] == 7
    assert fitted.covered.tolist() == [[0, 60], [120, 240]]


def test_the_bucket_under_way_ends_now():
    fitted = fit(minutes([0, 60], [4, 6]), 100, 75)
    assert fitted.x[-1] == 75
    assert fitted.covered.tolist() == [[0, 75]]


def test_nothing_recorded_is_nothing_drawn():
    fitted = fit(raw([], []), 100, 75)
    assert len(fitted.x) == 0
    assert blanks((fitted,), 0, 75).tolist() == [[0, 75]]


@given(st.lists(st.one_of(st.floats(-1e6, 1e6), st.just(NAN)), min_size=1, max_size=400), st.integers(3, 60))
def test_fewer_points_keep_the_extremes_and_the_mean(means, columns):
    curve = minutes([60.0 * number for number in range(len(means))], means)
    fitted = fit(curve, columns, 1e9)
    assert len(fitted.x) <= 2 * columns + 2 * (len(means) // 2 + 1) + 2
    assert (np.diff(fitted.x) >= 0).all()
    if np.isfinite(curve.mean).any():
        assert np.nanmin(fitted.low) == np.nanmin(curve.low)
        assert np.nanmax(fitted.high) == np.nanmax(curve.high)
        assert (fitted.y[np.isfinite(fitted.y)] <= np.nanmax(curve.mean) + 1e-6).all()
    else:
        assert not np.isfinite(fitted.y).any()


def test_merged_buckets_weigh_their_readings():
    means = [10.0] * 3 + [20.0] * 3
    fitted = fit(minutes([60.0 * n for n in range(6)], means, good=[30, 30, 30, 10, 10, 10]), 1, 1e9)
    assert fitted.y.tolist() == [12.5] * 3


def test_time_in_which_nothing_was_recorded_of_any_curve_is_told():
    first, second = fit(raw([0, 10, 20], [1, NAN, NAN]), 9, 30), fit(raw([0, 12, 20], [1, NAN, 1]), 9, 30)
    assert blanks((first, second), -5, 28).tolist() == [[-5, 0], [12, 20]]


def test_a_lane_has_room_and_whole_numbers_for_counts():
    fitted = fit(raw([0, 10], [7, 7]), 9, 30)
    assert bounds([fitted], 0, 30) == (7, 7)
    low, high = roomy((7, 7), True)
    assert round_values(low, high, 4, True) == [6, 8]
    assert roomy(None, False) == (-0.08, 1.08)
    assert roomy((0, 0), True)[0] > -1


def test_only_what_is_in_view_scales_a_lane():
    fitted = fit(raw([0, 10, 20, 30], [100, 1, 2, 3]), 9, 40)
    assert bounds([fitted], 12, 40) == (1, 3)
    assert bounds([fitted], 12, 14) == (1, 1)


@given(st.floats(-1e9, 1e9), st.floats(1e-6, 1e9), st.integers(1, 20))
def test_round_values_lie_within_and_are_not_too_many(low, size, most):
    values = round_values(low, low + size, most, False)
    assert len(values) <= max(most + 1, 6)
    assert all(low - size * 1e-6 - 1e-6 <= value <= low + size + size * 1e-6 + 1e-6 for value in values)


def test_a_long_raw_curve_is_thinned_but_keeps_its_peak():
    values = np.zeros(5000)
    values[1234] = 9
    fitted = fit(raw(np.arange(5000.0), values), 300, 5000)
    assert len(fitted.x) < 1400
    assert np.nanmax(fitted.y) == pytest.approx(9)
