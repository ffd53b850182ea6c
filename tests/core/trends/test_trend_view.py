"""Moving through time: zoom, move, follow, and the way back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doge_gui.core.trends.view import DAY_S, HOUR_S, LEAST_S, MOST_S, SPANS_S, Navigation, View

NOW = 1_769_847_900.0
instants = st.floats(0, NOW)
spans = st.floats(1, 3 * MOST_S)


def test_the_spans_go_from_a_minute_to_ten_years():
    assert (SPANS_S[0], SPANS_S[-1]) == (60, 3652 * DAY_S)
    assert list(SPANS_S) == sorted(SPANS_S)


def test_zooming_keeps_the_instant_under_the_mouse_where_it_is():
    view = View(NOW - 100, NOW)
    assert view.zoomed(0.5, NOW - 100) == View(NOW - 100, NOW - 50)
    assert view.zoomed(2, NOW) == View(NOW - 200, NOW)


@given(instants, spans)
def test_no_view_is_unlawful_whatever_was_wanted(begin, span_s):
    view = View(begin, begin + span_s).held(NOW)
    assert view.span_s == pytest.approx(min(max(span_s, LEAST_S), MOST_S), abs=1e-3)
    assert view.end <= NOW + 0.021 * view.span_s


def test_following_goes_on_with_time_and_looking_elsewhere_does_not():
    live = Navigation(View(NOW - 60, NOW))
    assert live.ticked(NOW + 5).view == View(NOW - 55, NOW + 5)
    away = live.go(View(NOW - 600, NOW - 300), NOW)
    assert not away.live
    assert away.ticked(NOW + 5) is away


def test_the_way_back_leads_through_every_view_to_the_newest_values():
    navigation = Navigation(View(NOW - HOUR_S, NOW))
    navigation = navigation.go(View(NOW - 600, NOW - 300), NOW).go(View(NOW - 500, NOW - 400), NOW)
    navigation = navigation.go(View(NOW - 490, NOW - 390), NOW, remember=False)
    navigation = navigation.back(NOW)
    assert navigation.view == View(NOW - 600, NOW - 300)
    navigation = navigation.back(NOW + 7)
    assert (navigation.live, navigation.view) == (True, View(NOW + 7 - HOUR_S, NOW + 7))
    assert navigation.back(NOW) is navigation


def test_back_to_live_can_be_undone_too():
    navigation = Navigation(View(NOW - 60, NOW)).go(View(NOW - 600, NOW - 300), NOW).follow(300, NOW)
    assert navigation.live
    assert navigation.back(NOW).view == View(NOW - 600, NOW - 300)


def test_following_what_is_followed_already_is_no_step():
    navigation = Navigation(View(NOW - 60, NOW))
    assert navigation.follow(60, NOW + 1).past == ()


def test_more_is_asked_for_than_is_in_view_for_the_value_that_holds_at_its_edge():
    assert View(1000, 1060).with_margin == View(850, 1210)
    assert View(1e6, 1e6 + 1e5).with_margin == View(1e6 - 5e3, 1e6 + 1.05e5)
