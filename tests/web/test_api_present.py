"""A program asks how the plant is: what it is told, what it is never told, and what it may not ask."""

import json
from dataclasses import replace

import pytest
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import given as drawn
from hypothesis import settings
from hypothesis import strategies as st
from werkzeug.test import TestResponse

from doge_gui.core.replies import Failure, Reason
from doge_gui.core.station_facts import StationFacts
from doge_gui.core.statuses import SoundStatus
from doge_gui.web.api import api
from tests.core.pictures import cycle, good, lost, plan_of
from tests.web import plant
from tests.web.plant import NOW

ROOT = "/api/v1"


def asking(facts: StationFacts) -> FlaskClient:
    """Somebody who asks a plant of which these facts are known."""
    app = Flask("plant")
    app.register_blueprint(api(plant.given(facts)))
    return app.test_client()


def answer(response: TestResponse) -> dict[str, object]:
    """The answer, as a strict reader of JSON takes it."""
    assert response.status_code == 200, response.text
    assert response.content_type == "application/json"
    return json.loads(response.data, parse_constant=lambda name: pytest.fail(f"{name} is no JSON"))


def refused(response: TestResponse, status: int) -> dict[str, object]:
    """The problem that is told instead."""
    assert response.status_code == status, response.text
    assert response.content_type == "application/problem+json"
    problem = json.loads(response.data)
    assert (problem["type"], problem["status"]) == ("about:blank", status)
    return problem


def test_a_healthy_plant_is_told_in_figures() -> None:
    told = answer(asking(plant.healthy()).get(f"{ROOT}/snapshot"))
    assert told["freshness"]["fresh"] is True
    assert told["freshness"]["age_s"] == 1.0
    assert told["totals"]["compteur_bille"] == {
        "value": [3, 6, 9],
        "over": 3,
        "of": 3,
        "complete": True,
        "so_far": None,
    }
    assert told["requests"][0]["total"]["value"] == 60.0
    assert told["states"] == {"breach": 0, "lost": 0, "wrong": 0, "stale": 0, "waiting": 0, "connected": 3}


def test_a_sum_without_a_lost_gateway_is_never_told_as_the_total() -> None:
    told = answer(asking(plant.broken()).get(f"{ROOT}/snapshot"))
    for total in (*told["totals"].values(), *(one["total"] for one in told["requests"])):
        assert total["value"] is None
        assert (total["complete"], total["over"], total["of"]) == (False, 2, 3)
    assert told["totals"]["compteur_bille"]["so_far"] == [2, 4, 6]
    assert told["requests"][0]["total"]["so_far"] == 40.0


def test_before_the_first_cycle_nothing_is_known_and_nothing_is_made_up() -> None:
    client = asking(plant.never())
    told = answer(client.get(f"{ROOT}/snapshot"))
    assert (told["cycle"], told["totals"], told["freshness"]["age_s"]) == (None, None, None)
    assert told["freshness"]["fresh"] is False
    assert answer(client.get(f"{ROOT}/gateways"))["items"] == []
    assert answer(client.get(f"{ROOT}/alarms"))["items"] == []
    assert answer(client.get(f"{ROOT}/cycle"))["schedule"] is None


def test_a_first_cycle_without_any_answer_has_no_sum_at_all() -> None:
    plan = plan_of("API-1")
    facts = replace(plant.never(), snapshot=cycle(plan, lost("API-1"), now=NOW), read_at=NOW)
    total = answer(asking(facts).get(f"{ROOT}/snapshot"))["totals"]["compteur_bille"]
    assert (total["value"], total["so_far"], total["over"]) == (None, None, 0)


def test_a_lost_gateway_keeps_its_last_values_marked_as_what_they_are() -> None:
    told = answer(asking(plant.broken()).get(f"{ROOT}/gateways/API-1"))["gateway"]
    assert (told["state"], told["reason"], told["latency_s"]) == ("lost", "no answer in 2.0 s", None)
    assert told["lost_for_s"] == 1.0
    assert told["counts"]["compteur_bille"] == {"value": [1, 2, 3], "quality": "BAD", "age_s": 1.0}
    assert told["failures"][0]["reason"] == "timeout"


def test_a_value_that_was_never_read_is_null_and_no_zero() -> None:
    plan = plan_of("API-1", requests=(plant.OWN,))
    facts = replace(plant.never(), snapshot=cycle(plan, lost("API-1", 1), now=NOW), read_at=NOW)
    told = answer(asking(facts).get(f"{ROOT}/gateways/API-1"))["gateway"]
    assert told["counts"]["compteur_bille"] == {"value": None, "quality": "NEVER", "age_s": None}
    assert told["values"]["pressure"] == {"value": None, "quality": "NEVER", "age_s": None, "breach": False}


def test_gateways_are_found_by_state_and_by_name() -> None:
    client = asking(plant.broken(12))

    def found(query: str) -> list[str]:
        return [one["plc"] for one in answer(client.get(f"{ROOT}/gateways?{query}"))["items"]]

    assert found("state=lost&state=breach") == ["API-1", "API-2"]
    assert found("q=api-1") == ["API-1", "API-10", "API-11", "API-12"]
    assert found("q=api-1&state=connected") == ["API-10", "API-11", "API-12"]


def test_a_name_with_any_letters_in_it_is_found() -> None:
    names = ("Süd 3", "a/b//c", "../x", "<i>", "?&#%")
    plan = plan_of(*names)
    facts = replace(plant.never(), snapshot=cycle(plan, *map(good, names), now=NOW), read_at=NOW)
    client = asking(facts)
    for name in names:
        quoted = "".join(f"%{byte:02X}" for byte in name.encode())
        assert answer(client.get(f"{ROOT}/gateways/{quoted}"))["gateway"]["plc"] == name


def test_text_that_is_half_a_sign_does_not_break_the_answer() -> None:
    plan = plan_of("API-1")
    failure = Failure("compteur_bille", Reason.PAYLOAD, "got \ud800 and \x00")
    reply = replace(good("API-1"), vectors=((1, 1, 1), (0, 0, 0), None), failures=(failure,))
    facts = replace(plant.never(), snapshot=cycle(plan, reply, now=NOW), read_at=NOW)
    told = answer(asking(facts).get(f"{ROOT}/gateways"))["items"][0]
    assert told["failures"][0]["detail"] == "got ? and \x00"


def test_alarms_stand_worst_first_with_their_remedy() -> None:
    told = answer(asking(plant.broken()).get(f"{ROOT}/alarms"))
    assert [one["priority"] for one in told["items"]] == sorted(
        (one["priority"] for one in told["items"]), key=("high", "medium", "low").index
    )
    first = told["items"][0]
    assert (first["id"], first["plc"], first["value"], first["limit"]) == (
        "high:pressure:API-2",
        "API-2",
        9.0,
        5.0,
    )
    assert first["response"]
    assert first["acknowledged_by"] is None
    only = answer(asking(plant.broken()).get(f"{ROOT}/alarms?plc=API-1"))
    assert {one["plc"] for one in only["items"]} == {"API-1"}


@settings(max_examples=25, deadline=None)
@drawn(gateways=st.integers(1, 40), limit=st.integers(1, 45))
def test_page_by_page_every_gateway_comes_once(gateways: int, limit: int) -> None:
    client = asking(plant.healthy(gateways))
    seen: list[str] = []
    where = f"?limit={limit}"
    while where:
        response = client.get(f"{ROOT}/gateways{where}")
        told = answer(response)
        assert len(told["items"]) <= limit
        assert told["total"] == gateways
        seen += [one["plc"] for one in told["items"]]
        link = response.headers.get("Link", "")
        assert (told["next"] is None) == (not link)
        where = link.removeprefix("<").removesuffix('>; rel="next"')
    assert seen == plant.names(gateways)


def test_a_gateway_that_leaves_between_two_pages_makes_nobody_else_come_twice_or_never() -> None:
    before = plant.healthy(6)
    first = answer(asking(before).get(f"{ROOT}/gateways?limit=3"))
    for gone in ("API-1", "API-3"):
        names = [name for name in plant.names(6) if name != gone]
        after = replace(before, snapshot=cycle(plan_of(*names), *map(good, names), now=NOW))
        second = answer(asking(after).get(f"{ROOT}/gateways?cursor={first['next']}"))
        assert [one["plc"] for one in second["items"]] == ["API-4", "API-5", "API-6"]


def test_alarms_come_once_each_page_by_page() -> None:
    client = asking(plant.broken(5))
    everything = [one["id"] for one in answer(client.get(f"{ROOT}/alarms"))["items"]]
    seen, cursor = [], ""
    while len(seen) <= len(everything):
        told = answer(client.get(f"{ROOT}/alarms?limit=1{cursor}"))
        seen += [one["id"] for one in told["items"]]
        if told["next"] is None:
            break
        cursor = f"&cursor={told['next']}"
    assert len(everything) > 1
    assert seen == everything


def test_who_has_the_newest_answer_is_told_so_until_something_changes() -> None:
    facts = plant.healthy()
    tag = asking(facts).get(f"{ROOT}/snapshot").headers["ETag"]
    same = asking(facts).get(f"{ROOT}/snapshot", headers={"If-None-Match": tag})
    assert (same.status_code, same.data) == (304, b"")
    assert same.headers["ETag"] == tag
    # No cycle came for long: the figures are the same, but they no longer tell the present.
    deaf = replace(facts, sound=SoundStatus(False, "no audio server"))
    for changed in (replace(facts, read_at=NOW - 60), plant.broken(), deaf):
        assert asking(changed).get(f"{ROOT}/snapshot", headers={"If-None-Match": tag}).status_code == 200


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("limit=0", "limit: "),
        ("limit=1001", "limit: "),
        ("limit=many", "limit: "),
        ("limit=1&limit=2", "limit: stands more than once"),
        ("limt=5", "limt: unknown parameter; did you mean limit?"),
        ("state=asleep", "state: "),
        ("cursor=abc", "cursor: no cursor of this list"),
        ("cursor=WyJBUEktMSIsMV0%3D%0A", "cursor: "),
        ("cursor=bnVsbA", "cursor: no cursor of this list"),
        ("plc=API-1", "plc: unknown parameter; known here: cursor, limit, q, state"),
    ],
)
def test_a_question_that_makes_no_sense_is_refused_with_the_remedy(query: str, said: str) -> None:
    problem = refused(asking(plant.healthy()).get(f"{ROOT}/gateways?{query}"), 400)
    assert said in problem["detail"]


def test_all_mistakes_are_told_at_once_but_not_without_end() -> None:
    client = asking(plant.healthy())
    problem = refused(client.get(f"{ROOT}/history?from=now&points=1&tga=x"), 400)
    assert {one["parameter"] for one in problem["errors"]} == {"from", "points", "tag", "tga"}
    many = "&".join(f"wrong{number}=1" for number in range(5000))
    assert len(refused(client.get(f"{ROOT}/alarms?{many}"), 400)["errors"]) == 20


def test_a_plc_that_is_not_there_is_not_found_and_the_nearest_is_named() -> None:
    problem = refused(asking(plant.healthy()).get(f"{ROOT}/gateways/API1"), 404)
    assert "did you mean API-1?" in problem["detail"]


def test_nothing_is_taken_but_questions() -> None:
    client = asking(plant.healthy())
    for method in ("POST", "PUT", "PATCH", "DELETE"):
        assert client.open(f"{ROOT}/gateways/API-1", method=method).status_code == 405
    head = client.head(f"{ROOT}/snapshot")
    assert (head.status_code, head.data) == (200, b"")


def test_the_health_of_the_cycle_and_of_the_program() -> None:
    told = answer(asking(plant.broken()).get(f"{ROOT}/cycle"))
    assert told["sound"] == {"ok": False, "detail": "no audio server"}
    assert told["addresses"]["failing_for_s"] == 50.0
    assert told["log"]["ok"] is False
    assert told["disk"]["nearly_full"] is False
    assert told["running_for_s"] == 500.0
    behind = plant.healthy()
    behind = replace(behind, alarms=replace(behind.alarms, recorded=0, record_error="disk full"))
    told = answer(asking(behind).get(f"{ROOT}/cycle"))
    assert told["history"] == {"newest_cycle": 1, "recorded_cycle": 0, "lag_cycles": 1, "error": "disk full"}
