"""What a curve says at an instant, which curves share an axis, sets that outlive the program."""

import json
from datetime import datetime

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from doge_gui.core.plan import RequestRule
from doge_gui.core.recording.curves import Level
from doge_gui.core.recording.tags import CONNECTED, ELAPSED, LATENCY, Tag
from doge_gui.core.trends.axes import Kind, lanes
from doge_gui.core.trends.moments import instant
from doge_gui.core.trends.sets import FIRST, TrendSet, as_text, from_text, renamed, saved, without
from doge_gui.core.trends.values import extent, reading_at, within
from tests.core.pictures import plan_of
from tests.core.trends.test_fitted_curves import NAN, minutes, raw

PLAN = plan_of("A", "B", requests=[RequestRule("temperature", unit="°C"), RequestRule("oven", unit="°C")])


def test_a_reading_is_told_with_its_age_and_a_gap_as_one():
    curve = raw([10, 20, 30], [1, NAN, 3])
    assert reading_at(curve, 5) is None
    assert (reading_at(curve, 19).value, reading_at(curve, 19).since) == (1, 10)
    assert np.isnan(reading_at(curve, 25).value)
    assert reading_at(curve, 999).since == 30


def test_a_bucket_says_how_many_of_its_readings_were_good():
    told = reading_at(minutes([0, 60], [4, 6], good=[60, 12]), 119.9)
    assert (told.value, told.low, told.high, told.good, told.count) == (6, 5, 7, 12, 60)
    assert told.level is Level.MINUTE
    assert reading_at(minutes([0, 60], [4, 6]), 120) is None


def test_the_extent_is_that_of_the_view_and_weighs_readings():
    curve = minutes([0, 60, 120, 180], [1, 10, 20, NAN], good=[60, 30, 10, 0])
    told = extent(curve, 60, 240)
    assert (told.low, told.high, told.mean) == (9, 21, 12.5)
    assert np.isnan(extent(curve, 180, 240).mean)
    assert within(curve, 61, 119).times.tolist() == [60]
    assert within(raw([10, 20, 30], [1, 2, 3]), 10, 30).times.tolist() == [10, 20]


def test_tags_of_one_unit_share_an_axis():
    tags = [
        Tag("A", "temperature"),
        Tag("", "compteur_bille/0"),
        Tag("B", "oven"),
        Tag("A", LATENCY),
        Tag("", ELAPSED),
    ]
    drawn = lanes(tags, PLAN)
    assert [lane.members for lane in drawn] == [(0, 2), (1,), (3, 4)]
    assert [lane.measured.kind for lane in drawn] == [Kind.REQUEST, Kind.MARBLES, Kind.SECONDS]


def test_a_fifth_unit_joins_the_rest_on_a_scale_of_its_own():
    names = ("temperature", "unknown", "compteur_bille/1", LATENCY, CONNECTED)
    drawn = lanes([Tag("A", name) for name in names], PLAN)
    assert [lane.members for lane in drawn] == [(0,), (1,), (2,), (3, 4)]
    assert drawn[-1].measured is None


def test_sets_come_back_as_they_were_saved():
    one = TrendSet("North & south", (Tag("API-1", "temperature"), Tag("", "cycle")), 3600.0)
    assert from_text(as_text([one, FIRST])) == (one, FIRST)


@given(st.one_of(st.text(), st.none(), st.integers()))
def test_damaged_settings_do_no_harm(text):
    assert all(isinstance(one, TrendSet) for one in from_text(text))


_json = st.recursive(
    st.one_of(st.none(), st.booleans(), st.floats(allow_nan=False), st.text(max_size=9)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.dictionaries(st.sampled_from(["name", "tags", "span_s", "x"]), inner, max_size=4),
    ),
)


@given(_json)
def test_whatever_the_settings_hold_only_lawful_sets_come_out(document):
    for one in from_text(json.dumps([document, {"name": "n", "tags": document, "span_s": document}])):
        assert len(one.tags) <= 40
        assert all(isinstance(tag, Tag) and tag.name for tag in one.tags)
        assert one.span_s > 0


def test_saving_replaces_and_renaming_does_too():
    a, b = TrendSet("a", FIRST.tags, 60.0), TrendSet("b", (), 60.0)
    sets = saved(saved((), b), a)
    assert [one.name for one in sets] == ["a", "b"]
    assert renamed(sets, "a", "b") == (TrendSet("b", FIRST.tags, 60.0),)
    assert without(sets, "a") == (b,)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("2026-01-31 08:25", (2026, 1, 31, 8, 25, 0)),
        (" 2026-01-31  08:25:07 ", (2026, 1, 31, 8, 25, 7)),
        ("2026-01-31", (2026, 1, 31, 0, 0, 0)),
        ("08:25", (2025, 7, 9, 8, 25, 0)),
    ],
)
def test_instants_are_read_as_operators_write_them(text, wanted):
    found = instant(text, datetime(2025, 7, 9, 12).astimezone())
    assert found.timetuple()[:6] == wanted


@pytest.mark.parametrize("text", ["", "yesterday", "2026-02-30", "25:00", "0001-01-01x"])
def test_what_is_no_instant_is_none(text):
    assert instant(text, datetime(2025, 7, 9, 12).astimezone()) is None
