"""A real Prometheus watches the plant: it sees totals come and go, a gateway lost, the program gone."""

import json
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import flask
import pytest

from doge_gui.core.config import FlaskSection
from doge_gui.core.station_facts import StationFacts
from doge_gui.web.event_hub import EventHub
from doge_gui.web.guard import guard
from doge_gui.web.metrics import metrics
from doge_gui.web.serving import WebServer
from tests.core.pictures import cycle, good, plan_of
from tests.web.plant import NOW, broken, given, healthy
from tests.web.prometheus_server import PrometheusServer

MONITORING = Path(__file__).parents[2] / "docs/monitoring"
TOKEN = "a-token-of-twenty-two-"


class Station:
    """The metrics of a plant whose facts change, served as the program serves them."""

    def __init__(self) -> None:
        self.facts: StationFacts = healthy()
        knowing = given(lambda: self.facts, FlaskSection(port=0, token=TOKEN), now=lambda: NOW)
        site = flask.Flask(__name__)
        guard(site, knowing)
        site.register_blueprint(metrics(knowing, lambda: 0))
        self.server = WebServer(site, EventHub(lambda *_: b"", time.monotonic, ()), "127.0.0.1", 0)


@pytest.fixture
def station() -> Iterator[Station]:
    served = Station()
    served.server.start()
    try:
        yield served
    finally:
        served.server.stop()


def _job(name: str, url: str, **more: Any) -> dict[str, Any]:
    target = url.removeprefix("http://").rstrip("/")
    return {"job_name": name, "static_configs": [{"targets": [target]}], **more}


def _configuration(folder: Path, url: str) -> dict[str, Any]:
    """As in the manual, but for the pace; and a stranger who was given no token."""
    (folder / "watchdoge-token").write_text(TOKEN, encoding="ascii")
    credentials = {"credentials_file": str(folder / "watchdoge-token")}
    return {
        "global": {"scrape_interval": "500ms", "scrape_timeout": "500ms", "evaluation_interval": "250ms"},
        "rule_files": [str(MONITORING / "alert-rules.yml")],
        "scrape_configs": [
            _job("watchdoge", url, authorization=credentials),
            _job("stranger", url, metrics_path="/metrics"),
        ],
    }


def dashboard_queries() -> list[str]:
    """What the panels ask, with the dashboard's variables set."""
    dashboard = json.loads((MONITORING / "grafana-dashboard.json").read_text(encoding="utf-8"))
    queries = [target["expr"] for panel in dashboard["panels"] for target in panel.get("targets", ())]
    assert queries
    chosen = {"$__rate_interval": "1m", "$job": "watchdoge", "$instance": ".*", "$plc": ".*"}
    for variable, value in chosen.items():
        queries = [query.replace(variable, value) for query in queries]
    return queries


def test_prometheus_sees_what_the_station_sees_and_no_more(station: Station, tmp_path: Path) -> None:
    with PrometheusServer(tmp_path, _configuration(tmp_path, station.server.url)) as prometheus:
        prometheus.knows('up{job="watchdoge"}', {"": 1})
        prometheus.knows("watchdoge_fleet_marbles", {"0": 3, "1": 6, "2": 9}, "circuit")
        prometheus.knows("watchdoge_gateway_up", {"API-1": 1, "API-2": 1, "API-3": 1}, "plc")
        prometheus.knows("sum by (circuit) (watchdoge_gateway_marbles)", {"0": 3, "1": 6, "2": 9}, "circuit")
        prometheus.knows('up{job="stranger"}', {"": 0})
        prometheus.complains("stranger", "401 UNAUTHORIZED")

        for query in dashboard_queries():
            assert prometheus.told(query) is not None, query

        # A gateway is lost: from the next scrape on there is no total, not even the one of a moment ago.
        station.facts = broken()
        prometheus.knows("watchdoge_gateway_up", {"API-1": 0, "API-2": 1, "API-3": 1}, "plc")
        prometheus.knows("watchdoge_fleet_marbles", {})
        prometheus.knows('watchdoge_gateway_marbles{plc="API-1"}', {})
        prometheus.knows('watchdoge_gateway_quality{plc="API-1",question="compteur_bille"}', {"": 1})
        prometheus.knows('ALERTS{alertname="WatchDogeGatewayLost"}', {"API-1": 1}, "plc")

        # The gateway leaves the fleet: nothing is left of it but the past.
        smaller = plan_of("API-2", "API-3")
        station.facts = StationFacts(
            snapshot=cycle(smaller, good("API-2"), good("API-3"), now=NOW - 1), read_at=NOW - 1
        )
        prometheus.knows("watchdoge_gateway_up", {"API-2": 1, "API-3": 1}, "plc")
        prometheus.knows("watchdoge_fleet_marbles", {"0": 2, "1": 4, "2": 6}, "circuit")
        prometheus.knows('count_over_time(watchdoge_gateway_up{plc="API-1"}[5m]) > bool 1', {"": 1})

        # The program ends: nothing of it stands, and that is what calls.
        station.server.stop()
        prometheus.knows('up{job="watchdoge"}', {"": 0})
        prometheus.knows("watchdoge_fleet_marbles", {})
        prometheus.knows('ALERTS{alertname="WatchDogeGone"}', {"": 1})


def _promtool(*arguments: str, given_text: str = "", folder: Path | None = None) -> str:
    done = subprocess.run(
        ["/usr/bin/promtool", *arguments],
        input=given_text,
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


def test_the_alerts_call_when_they_should_and_at_no_other_time() -> None:
    _promtool("check", "rules", str(MONITORING / "alert-rules.yml"))
    _promtool("test", "rules", "alert_story.yml", folder=Path(__file__).parent)


def test_the_configuration_in_the_manual_is_one(tmp_path: Path) -> None:
    text = (MONITORING / "prometheus.yml").read_text(encoding="utf-8")
    (tmp_path / "alert-rules.yml").write_bytes((MONITORING / "alert-rules.yml").read_bytes())
    (tmp_path / "watchdoge-token").write_text(TOKEN, encoding="ascii")
    with_token = text.replace("# authorization:", "authorization:").replace("#   cred", "  cred")
    assert "\n    authorization:\n      credentials_file: watchdoge-token\n" in with_token
    for number, version in enumerate((text, with_token)):
        (tmp_path / f"{number}.yml").write_text(version, encoding="utf-8")
        _promtool("check", "config", str(tmp_path / f"{number}.yml"))


@pytest.mark.parametrize("facts", [healthy, broken])
def test_names_and_units_follow_prometheus_conventions(facts: Any) -> None:
    site = flask.Flask(__name__)
    site.register_blueprint(metrics(given(facts()), lambda: 0))
    text = site.test_client().get("/metrics").text
    assert not _promtool("check", "metrics", given_text=text)
