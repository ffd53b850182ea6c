"""What a scenario file may say, and how its mistakes are told: all at once, each with its place."""

import json
from typing import Any

import pytest

from doge_gui.simulator.scenario import Scenario, ScenarioError, read_scenario

NAMES = tuple(f"API-{number}" for number in range(1, 21))
QUESTIONS = ("multi_possible", "compteur_bille", "temperature")


def read(*events: dict[str, Any]) -> Scenario:
    return read_scenario(json.dumps({"events": events}), NAMES, QUESTIONS)


def problems(*events: dict[str, Any]) -> tuple[str, ...]:
    with pytest.raises(ScenarioError) as told:
        read(*events)
    return told.value.problems


@pytest.mark.parametrize(
    ("selector", "chosen"),
    [
        ("all", list(NAMES)),
        (["API-7", "API-2"], ["API-7", "API-2"]),
        ({"every": 10, "offset": 0}, ["API-1", "API-11"]),
        ({"every": 8, "offset": 3}, ["API-4", "API-12", "API-20"]),
    ],
)
def test_gateways_are_chosen_by_name_all_or_every_nth(selector: object, chosen: list[str]) -> None:
    (event,) = read({"gateways": selector, "fault": "silent"}).events
    assert event.chosen(NAMES) == chosen


def test_all_mistakes_are_told_together_with_their_places() -> None:
    told = problems(
        {"gateways": "all", "fault": "slow", "delay_ms": "soon"},
        {"gateways": "some", "fault": "silent"},
        {"gateways": "all", "fault": "sulk"},
        {"gateways": "all", "fault": "silent", "from_s": 5, "to_s": 5},
        {"gateways": {"every": 0}, "fault": "silent"},
        {"gateways": "all", "fault": "html", "colour": "red"},
    )
    places = [problem.split(": ")[0] for problem in told]
    assert places == [
        "events[0].delay_ms",
        "events[1].gateways",
        "events[2]",
        "events[3]",
        "events[4].gateways",
        "events[5].colour",
    ]


def test_names_the_fleet_does_not_know_are_told_with_their_places() -> None:
    told = problems(
        {"gateways": ["API-1", "API-99"], "fault": "silent", "question": "weather"},
        {"gateways": "all", "fault": "value", "request": "oil", "value": 1},
    )
    assert [problem.split(": ")[0] for problem in told] == [
        "events[0].gateways[1]",
        "events[0].question",
        "events[1].request",
    ]


@pytest.mark.parametrize("body", [{}, {"body": "1", "body_base64": "MQ=="}, {"body_base64": "M"}])
def test_a_raw_answer_has_one_body_that_can_be_sent(body: dict[str, str]) -> None:
    assert problems({"gateways": "all", "fault": "raw"} | body)[0].startswith("events[0]: ")


def test_a_text_that_is_not_json_is_told() -> None:
    with pytest.raises(ScenarioError, match="Invalid JSON"):
        read_scenario("{", NAMES, QUESTIONS)
