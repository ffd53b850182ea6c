"""The fleet table: worst first, found by words, selection kept, every value with its worth."""

import time
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy

from doge_gui.export.cells import neutral
from doge_gui.models.fleet_cells import Tone
from doge_gui.models.fleet_order import natural_ranks, runs, sorted_rows
from doge_gui.models.fleet_table import FleetTable
from doge_gui.models.table_text import as_tsv
from tools.stories import GARBLED, LOAD, TEMPERATURE, TIMEOUT, addresses, fleet, named

HOT = {"API-3": (31.8,)}


def table_of(story, interval_s=15.0):
    model = FleetTable()
    model.set_interval(interval_s)
    model.show(story.snapshot, story.now)
    return model


def shown(model):
    return [model.plc(row) for row in range(model.rowCount())]


def cell(model, plc, key):
    (row,) = model.rows_of(frozenset({plc}))
    return model.cell(row, column(model, key))


def column(model, key):
    return next(number for number, one in enumerate(model.columns) if one.key == key)


def test_it_is_a_sound_item_model_through_a_day_of_changes(qtbot):
    story = fleet(12)
    model = table_of(story)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for failures, values in (({}, {}), ({"API-5": TIMEOUT}, HOT), ({"API-7": GARBLED}, {}), ({}, {})):
        model.show(story.cycle(failures, values), story.now)
        for number in range(len(model.columns)):
            model.sort(number, Qt.SortOrder.DescendingOrder)
        model.filter_by("API-1")
        model.set_now(story.now + 100)
        model.filter_by("")
    story.replan(fleet(9, (TEMPERATURE, LOAD)).plan)
    model.show(story.cycle(), story.now)
    assert model.rowCount() == 9
    assert tester.failureReportingMode() is QAbstractItemModelTester.FailureReportingMode.Fatal


def test_the_abnormal_stands_first_then_natural_order():
    story = fleet(12)
    story.cycle({"API-10": TIMEOUT, "API-2": GARBLED}, HOT)
    assert shown(table_of(story)) == [
        *("API-3", "API-10", "API-2", "API-1", "API-4", "API-5"),
        *("API-6", "API-7", "API-8", "API-9", "API-11", "API-12"),
    ]


def test_missing_values_come_last_both_ways():
    story = fleet(4)
    story.cycle({"API-1": TIMEOUT})
    model = table_of(story)
    for order in (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder):
        model.sort(column(model, "request:temperature"), order)
        assert shown(model)[-1] == "API-1"


@given(st.lists(st.one_of(st.none(), st.integers(0, 50)), max_size=30), st.booleans())
def test_sorting_orders_what_is_there_and_keeps_the_rest_for_the_end(values, descending):
    keys = np.array([0 if value is None else value for value in values], np.int64)
    missing = np.array([value is None for value in values], np.bool_)
    ranks = np.arange(len(values))
    rows = sorted_rows(np.arange(len(values)), keys, missing, ranks, descending)
    there = [value for value in values if value is not None]
    assert [values[row] for row in rows[: len(there)]] == sorted(there, reverse=descending)
    assert sorted(rows.tolist()) == list(range(len(values)))


@given(st.lists(st.text(max_size=12), unique=True, max_size=20))
def test_any_names_can_be_ranked(names):
    assert sorted(natural_ranks(names).tolist()) == list(range(len(names)))


def test_a_lost_gateway_keeps_its_values_and_shows_that_they_are_old():
    story = fleet(4)
    story.cycle()
    before = cell(table_of(story), "API-2", "marbles0")
    assert before.tone is Tone.PLAIN
    story.cycle({"API-2": TIMEOUT})
    model = table_of(story)
    assert cell(model, "API-2", "marbles0").text == before.text
    assert cell(model, "API-2", "marbles0").tone is Tone.OLD
    assert cell(model, "API-2", "state").text == "Lost: no answer in 2.0 s"
    assert cell(model, "API-2", "latency").text == "–"
    assert cell(model, "API-2", "age").text == "15\u202fs"


def test_what_never_came_is_a_dash_and_no_zero():
    story = fleet(3)
    story.cycle({"API-1": TIMEOUT})
    model = table_of(story)
    for key in ("marbles1", "multi", "beyond", "request:temperature", "age"):
        assert cell(model, "API-1", key).text == "–"


def test_values_turn_stale_within_two_intervals_without_a_new_cycle():
    story = fleet(3)
    story.cycle()
    model = table_of(story)
    model.set_now(story.now + 29)
    assert cell(model, "API-1", "marbles0").tone is Tone.PLAIN
    model.set_now(story.now + 31)
    assert cell(model, "API-1", "marbles0").tone is Tone.OLD
    assert cell(model, "API-1", "state").text == "Stale: 31\u202fs"


def test_a_tooltip_tells_the_age_of_the_value_it_speaks_of():
    story = fleet(3)
    story.cycle()
    for _ in range(8):
        story.cycle({"API-2": GARBLED})
    model = table_of(story)
    (row,) = model.rows_of(frozenset({"API-2"}))
    tip = model.data(model.index(row, column(model, "beyond")), Qt.ItemDataRole.ToolTipRole)
    assert "last known value, 2\u202fmin old" in tip
    assert cell(model, "API-2", "age").text == "0\u202fs"


@given(st.sets(st.integers(0, 60)))
def test_runs_are_the_rows_and_no_two_could_be_one(rows):
    found = runs(sorted(rows))
    assert {row for first, last in found for row in range(first, last + 1)} == rows
    assert all(later[0] - earlier[1] > 1 for earlier, later in pairwise(found))


def test_a_breach_is_told_by_word_and_tone():
    story = fleet(4)
    story.cycle({}, HOT)
    model = table_of(story)
    assert cell(model, "API-3", "request:temperature").tone is Tone.HIGH
    index = model.index(0, column(model, "state"))
    assert "High: Temp. 31.8 > 30" in model.data(index, Qt.ItemDataRole.AccessibleTextRole)


def test_a_summed_request_in_breach_marks_its_head():
    story = fleet(4, (LOAD,))
    story.cycle({}, {"API-1": (2e6,)})
    model = table_of(story)
    number = column(model, "request:load")
    assert model.headerData(number, Qt.Orientation.Horizontal) == "▲ Load kW"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("lost", ["API-2"]),
        ("2.0 s", ["API-2"]),
        ("api-1", ["API-1", "API-10", "API-11", "API-12"]),
        ("API-1 10.0.0.20", ["API-10"]),
        ("nothing", []),
    ],
)
def test_the_filter_looks_into_names_addresses_states_and_reasons(text, expected):
    story = fleet(12)
    story.cycle({"API-2": TIMEOUT})
    model = table_of(story)
    model.filter_by(text)
    assert shown(model) == expected


def test_an_index_follows_its_plc_when_the_order_changes():
    story = fleet(5)
    story.cycle()
    model = table_of(story)
    kept = QPersistentModelIndex(model.index(4, 0))
    model.show(story.cycle({"API-5": TIMEOUT}), story.now)
    assert kept.row() == 0
    assert model.plc(kept.row()) == "API-5"


def test_a_snapshot_is_one_change_and_no_new_layout_when_the_order_holds(qtbot):
    story = fleet(50)
    model = table_of(story)
    model.show(story.cycle(), story.now)
    changes, layouts = QSignalSpy(model.dataChanged), QSignalSpy(model.layoutChanged)
    model.show(story.cycle(), story.now)
    assert (changes.count(), layouts.count()) == (1, 0)


def test_names_from_the_network_stay_characters():
    story = named(fleet(2), "<img src=x>", "<b>API</b>\nx")
    story.cycle()
    model = table_of(story)
    assert set(shown(model)) == {"<img src=x>", "<b>API</b>\nx"}
    row = shown(model).index("<b>API</b>\nx")
    assert model.cell(row, 0).text == "<b>API</b> x"
    for number in range(2):
        tip = model.data(model.index(number, 0), Qt.ItemDataRole.ToolTipRole)
        assert "<b>" not in tip
        assert "<img" not in tip


def test_a_spreadsheet_takes_the_table_and_no_formula():
    story = named(fleet(2), "=cmd()")
    story.cycle()
    model = table_of(story)
    lines = as_tsv(model, [0, 1], list(range(len(model.columns)))).splitlines()
    assert lines[0].startswith("PLC\tAddress")
    assert lines[1].startswith("'=cmd()\t")
    assert {line.count("\t") for line in lines} == {len(model.columns) - 2}


@given(st.text(max_size=20))
def test_no_text_becomes_a_formula(text):
    plain = neutral(text)
    assert "\t" not in plain
    assert "\n" not in plain
    if plain[:1] and plain[0] in "=+-@":
        float(plain)


def test_sorting_filtering_and_showing_5000_gateways_do_not_stall():
    story = fleet(5000)
    story.cycle({plc.plc: TIMEOUT for plc in addresses(2000)})
    model = table_of(story)
    story.cycle()
    took = {}
    for name, act in (
        ("show", lambda: model.show(story.snapshot, story.now)),
        ("sort", lambda: model.sort(column(model, "marbles1"), Qt.SortOrder.DescendingOrder)),
        ("filter", lambda: model.filter_by("api-49")),
        ("unfilter", lambda: model.filter_by("")),
    ):
        best = 9.0
        for _ in range(3):
            start = time.perf_counter()
            act()
            best = min(best, time.perf_counter() - start)
        took[name] = round(best * 1000, 1)
    print(took)
    assert max(took.values()) < 30, took
