"""What the pages are told: a reader must never take an old, missing or partial figure for a good one."""

import json
from dataclasses import replace
from datetime import timedelta

import pytest

from doge_gui.core.alarms.alarm import Kind
from doge_gui.core.alarms.book import Instant
from doge_gui.core.alarms.operator import acknowledge, shelve
from doge_gui.core.alarms.states import AlarmState
from doge_gui.core.states import State
from doge_gui.core.statuses import DiskStatus
from doge_gui.web.tongue import Tongue
from doge_gui.web.topics import TOPICS
from doge_gui.web.topics.alarm_words import _OF_A_VALUE, _WORDS
from doge_gui.web.topics.fleet_rows import COLUMNS
from tests.web.plant import BEGAN, NOW, broken, given, healthy, never

LANGUAGES = ("en", "fr")


def told(name, facts, language="en", **more):
    """A topic as the browser gets it."""
    plant = given(facts, **more)
    topic = TOPICS[name](plant, Tongue(language, plant.translate[language]), facts)
    return json.loads(json.dumps(topic, allow_nan=False))


def rows_of(fleet):
    return {row[0]: dict(zip(fleet["columns"], row, strict=True)) for row in fleet["rows"]}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "facts", [never(), healthy(), broken(), healthy(1)], ids=["never", "well", "bad", "one"]
)
@pytest.mark.parametrize("name", TOPICS)
def test_every_topic_can_be_sent_whatever_is_known(name, facts, language):
    assert told(name, facts, language)["station"]["gateways"] in {0, 1, 3}


def test_a_complete_total_is_told_as_one():
    figures = told("overview", healthy())["figures"]
    assert figures["marbles"] == {
        "value": [3, 6, 9],
        "so_far": [3, 6, 9],
        "over": 3,
        "of": 3,
        "complete": True,
    }
    assert [(one["title"], one["value"]) for one in figures["requests"]] == [
        ("temperature", 60.0),
        ("pressure", 3.0),
    ]


def test_an_incomplete_total_never_stands_in_the_place_of_a_total():
    figures = told("overview", broken())["figures"]
    assert figures["marbles"] == {"value": None, "so_far": [2, 4, 6], "over": 2, "of": 3, "complete": False}
    assert [one["value"] for one in figures["requests"]] == [None, None]


def test_the_breach_is_told_with_how_many_and_how_high():
    temperature, pressure = told("overview", broken())["figures"]["requests"]
    assert not temperature["breach"]
    assert (pressure["breach"], pressure["beyond"], pressure["highest"]) == (True, 1, 9.0)


def test_the_line_tells_the_worst_alarm_and_what_to_do():
    station = told("overview", broken())["station"]
    assert station["line"]["severity"] == "high"
    assert station["line"]["text"] == "API-2 pressure 9 above 5"
    assert station["line"]["response"]
    assert (station["alarms"]["standing"], station["alarms"]["high"]) == (2, [1, 1])


def test_a_well_plant_is_told_calmly():
    line = told("overview", healthy())["station"]["line"]
    assert (line["severity"], line["text"]) == ("normal", "All well – 3 gateways answer")


def test_nothing_is_called_well_before_the_first_answers():
    assert told("overview", never())["station"]["line"]["word"] == "Waiting"
    assert told("overview", never())["figures"] is None


def test_old_answers_are_told_as_old():
    station = told("overview", healthy(), now=lambda: NOW + 500)["station"]
    assert (station["fresh"], station["age_s"]) == (False, 501.0)


def test_a_gateway_that_is_lost_keeps_its_last_values_and_says_so():
    lost = rows_of(told("fleet", broken()))["API-1"]
    assert lost["state"] == State.LOST
    assert lost["reason"] == "no answer in 2.0 s"
    assert lost["latency_ms"] is None
    assert lost["marbles"] == [1, 2, 3]
    assert lost["quality"] == "BBBBB"


def test_a_gateway_out_of_limits_says_which_value():
    hot = rows_of(told("fleet", broken()))["API-2"]
    assert (hot["state"], hot["breach"], hot["values"], hot["quality"]) == (
        State.BREACH,
        [1],
        [20.0, 9.0],
        "GGGGG",
    )


def test_a_value_that_never_came_is_no_zero():
    facts = broken()
    nothing = replace(facts.snapshot, quality=facts.snapshot.quality * 0)
    row = rows_of(told("fleet", replace(facts, snapshot=nothing)))["API-3"]
    assert (row["marbles"], row["multi"], row["quality"]) == (None, None, "NNNNN")


def test_rows_have_what_the_columns_name():
    assert all(len(row) == len(COLUMNS) for row in told("fleet", broken())["rows"])


def test_the_worst_gateways_come_first_on_the_overview():
    assert [row[0] for row in told("overview", broken())["unwell"]] == ["API-2", "API-1"]
    assert told("overview", healthy())["unwell"] == []


def test_no_more_gateways_are_listed_than_one_can_take_in():
    facts = healthy(40)
    waiting = replace(facts.snapshot, quality=facts.snapshot.quality * 0)
    topic = told("overview", replace(facts, snapshot=waiting))
    assert (len(topic["unwell"]), topic["tally"][State.WAITING]) == (10, 40)


def test_alarms_are_listed_most_urgent_first_in_the_reader_s_language():
    listed = told("alarms", broken(), "fr")["active"]
    assert [alarm["id"] for alarm in listed] == ["high:pressure:API-2", "offline:API-1"]
    assert [alarm["since"] for alarm in listed] == [(BEGAN + timedelta(seconds=10)).timestamp()] * 2


def test_what_was_acknowledged_steps_behind_what_was_not():
    facts = broken()
    instant = Instant(NOW, BEGAN + timedelta(minutes=1))
    book = acknowledge(facts.alarms.book, ["high:pressure:API-2"], "ann", instant, "seen").book
    listed = told("alarms", replace(facts, alarms=replace(facts.alarms, book=book)))["active"]
    assert [alarm["id"] for alarm in listed] == ["offline:API-1", "high:pressure:API-2"]
    assert (listed[1]["acknowledged_by"], listed[1]["comment"]) == ("ann", "seen")


def test_a_shelved_alarm_is_listed_apart_and_rings_in_no_line():
    facts = broken()
    instant = Instant(NOW, BEGAN + timedelta(minutes=1))
    book = shelve(facts.alarms.book, ["high:pressure:API-2"], 600.0, "ann", "known", instant, 3600.0).book
    topic = told("alarms", replace(facts, alarms=replace(facts.alarms, book=book)))
    assert [(alarm["id"], alarm["shelved_by"]) for alarm in topic["hidden"]] == [
        ("high:pressure:API-2", "ann")
    ]
    assert topic["station"]["line"]["severity"] == "medium"


def test_health_judges_each_part_of_a_program_in_trouble():
    parts = {part["key"]: part for part in told("health", broken())["parts"]}
    assert {key: part["severity"] for key, part in parts.items()} == {
        **dict.fromkeys(("age", "duration", "overruns", "history", "disk", "configuration"), "normal"),
        "addresses": "medium",
        "sound": "low",
        "log": "low",
    }
    assert parts["addresses"]["notes"] == ["No such file or directory"]


def test_health_calls_a_program_that_gets_no_answers_old():
    topic = told("health", healthy(), now=lambda: NOW + 60)
    assert (topic["severity"], topic["parts"][0]["word"], topic["parts"][0]["figure"]) == (
        "high",
        "Old",
        61.0,
    )


def test_health_says_when_the_disk_fills():
    facts = healthy()
    full = replace(
        facts, alarms=replace(facts.alarms, disk=DiskStatus("/data", 100_000_000, 100_000_000_000))
    )
    part = next(part for part in told("health", full)["parts"] if part["key"] == "disk")
    assert (part["severity"], part["figure"], part["form"]) == ("medium", 100_000_000, "bytes")


def test_every_kind_of_alarm_can_be_said_in_every_language():
    assert set(Kind) == set(_WORDS) | set(_OF_A_VALUE)


@pytest.mark.parametrize("name", ["overview", "alarms"])
def test_an_alarm_is_told_in_the_reader_s_language(name):
    facts = broken()
    known = {"{what} {value} above {limit}": "{what} {value}, au-dessus de {limit}"}
    tongue = Tongue("fr", lambda _, text: known.get(text, text))
    assert (
        TOPICS[name](given(facts), tongue, facts)["station"]["line"]["text"]
        == "API-2 pressure 9, au-dessus de 5"
    )


def test_an_alarm_that_is_over_but_was_not_noticed_is_told_as_over():
    facts = broken()
    book = facts.alarms.book
    over = book.alarms["high:pressure:API-2"]._replace(state=AlarmState.RTN_UNACK, since=BEGAN)
    book = replace(book, alarms={over.id: over})
    line = told("overview", replace(facts, alarms=replace(facts.alarms, book=book)))["station"]["line"]
    assert (line["over"], line["since"]) == ("Over, unacknowledged", BEGAN.timestamp())


def test_a_name_from_the_network_is_passed_on_as_plain_text():
    facts = healthy()
    addresses = (
        replace(facts.snapshot.plan.addresses[0], plc="<b>API</b>"),
        *facts.snapshot.plan.addresses[1:],
    )
    plan = replace(facts.snapshot.plan, addresses=addresses)
    assert (
        told("fleet", replace(facts, snapshot=replace(facts.snapshot, plan=plan)))["rows"][0][0]
        == "<b>API</b>"
    )
