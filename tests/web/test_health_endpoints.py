"""Whoever watches the watcher asks two questions: is a fresh cycle there, and is everything in place?"""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from flask import Flask, g
from flask.testing import FlaskClient

from doge_gui.core.recording.source import HistorySource
from doge_gui.core.station_facts import StationFacts
from doge_gui.core.statuses import AddressStatus, Schedule
from doge_gui.history.errors import AwayError
from doge_gui.web.health import health
from tests.web import plant
from tests.web.plant import INTERVAL_S, NOW
from tests.web.recorded_plant import recorded


def _nothing() -> HistorySource | None:
    return None


def watching(
    facts: StationFacts,
    open_history: Callable[[], HistorySource | None] = _nothing,
    *,
    let_in: bool = True,
    now: float = NOW,
) -> FlaskClient:
    """Somebody who watches a supervision of which these facts are known."""
    app = Flask("plant")
    app.register_blueprint(health(plant.given(facts, open_history=open_history, now=lambda: now)))

    @app.before_request
    def admit() -> None:
        g.let_in = let_in

    return app.test_client()


def test_a_fresh_cycle_is_health_even_where_gateways_are_lost() -> None:
    for facts in (plant.healthy(), plant.broken()):
        response = watching(facts).get("/healthz")
        assert (response.status_code, response.json["status"]) == (200, "ok")
        assert response.json["age_s"] == 1.0


def test_without_a_fresh_cycle_there_is_none() -> None:
    paused = replace(plant.healthy(), schedule=Schedule(INTERVAL_S, None, False, True, 0))
    # Two intervals and five seconds: beyond that nothing shown tells the present.
    for client, said in (
        (watching(plant.never()), "no cycle has ended yet"),
        (watching(plant.healthy(), now=NOW + 25), "the last cycle is 26 s old, more than 25 s"),
        (watching(paused), "paused by an operator: nobody asks the gateways"),
    ):
        response = client.get("/healthz")
        assert (response.status_code, response.json["status"]) == (503, "not ok")
        assert response.json["reason"] == said
        assert "\n" not in said
    assert watching(plant.healthy(), now=NOW + 24).get("/healthz").status_code == 200


def test_it_is_ready_when_gateways_are_known_a_cycle_was_read_and_the_history_opens() -> None:
    assert watching(plant.healthy()).get("/readyz").status_code == 200

    def away() -> HistorySource | None:
        raise AwayError("server db.example: does not answer")

    listless = AddressStatus("ip_addresses.json", 0, None, "No such file")
    for client, said in (
        (watching(plant.never()), "no gateway is known yet"),
        (watching(replace(plant.healthy(), addresses=listless)), "no gateway is known yet: No such file"),
        (watching(replace(plant.healthy(), read_at=None)), "no cycle has ended yet"),
        (watching(plant.healthy(), away), "does not answer"),
    ):
        response = client.get("/readyz")
        assert (response.status_code, response.json["status"]) == (503, "not ready")
        assert said in response.json["reason"]


def test_a_damaged_history_is_not_ready(tmp_path: Path) -> None:
    opened = recorded(tmp_path / "history.db")
    assert watching(plant.healthy(), opened).get("/readyz").status_code == 200
    for file in tmp_path.iterdir():
        file.write_bytes(b"no database at all" * 4000)
    assert watching(plant.healthy(), opened).get("/readyz").status_code == 503


def test_a_paused_or_late_watch_is_still_ready() -> None:
    assert watching(plant.healthy(), now=NOW + 1000).get("/readyz").status_code == 200


@pytest.mark.parametrize("path", ["/healthz", "/readyz"])
def test_strangers_are_told_the_status_and_nothing_else(path: str) -> None:
    for facts in (plant.healthy(), plant.never()):
        assert list(watching(facts, let_in=False).get(path).json) == ["status"]


@pytest.mark.parametrize("path", ["/healthz", "/readyz"])
def test_a_load_balancer_may_ask_for_the_head_alone(path: str) -> None:
    for facts, status in ((plant.healthy(), 200), (plant.never(), 503)):
        response = watching(facts).head(path)
        assert (response.status_code, response.data) == (status, b"")
    assert watching(plant.healthy()).post(path).status_code == 405
