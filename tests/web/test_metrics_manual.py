"""The manual, the dashboard and the alerts tell of the metrics that there are, and of no others."""

import json
import re
from dataclasses import replace
from pathlib import Path

from prometheus_client.openmetrics.parser import text_string_to_metric_families as from_openmetrics

from doge_gui.core.plan import RequestRule
from doge_gui.core.station_facts import StationFacts
from tests.core.pictures import cycle, good, plan_of
from tests.web.plant import NOW, healthy
from tests.web.scraped import client_of, samples

DOCS = Path(__file__).parents[2] / "docs"
_ROW = re.compile(
    r"^\| `(?P<name>[a-z0-9_]+)` \| (?P<type>\w+) \|(?P<labels>[^|]*)\| [^|]+ \| [^|]+ \|$", re.M
)


def _rich() -> StationFacts:
    """A plant in which every family has a sample."""
    plan = plan_of(
        "API-1", requests=[RequestRule("level", True, 9.0, label="Level", unit="m", low_threshold=1.0)]
    )
    return replace(healthy(), snapshot=cycle(plan, good("API-1", (1, 2, 3), 5.0, at=NOW - 1), now=NOW - 1))


def test_the_manual_tells_every_metric_with_its_type_and_labels() -> None:
    described = {
        row["name"]: (row["type"], frozenset(re.findall("`([a-z]+)`", row["labels"])))
        for row in _ROW.finditer((DOCS / "metrics.md").read_text(encoding="utf-8"))
    }
    text = client_of(_rich()).get("/metrics", headers={"Accept": "application/openmetrics-text"}).text
    found = {}
    for family in from_openmetrics(text):
        if family.name.startswith("process_"):
            continue
        suffix = {"counter": "_total", "info": "_info"}.get(family.type, "")
        assert family.samples, family.name
        found[family.name + suffix] = (family.type, frozenset(family.samples[0].labels) - {"le"})
    assert described == found


def _told_names() -> set[str]:
    return {name for name, _ in samples(_rich())}


def test_the_dashboard_and_the_alerts_name_only_metrics_that_exist() -> None:
    dashboard = json.loads((DOCS / "monitoring/grafana-dashboard.json").read_text(encoding="utf-8"))
    queries = [target["expr"] for panel in dashboard["panels"] for target in panel.get("targets", ())]
    queries += [variable.get("definition", "") for variable in dashboard["templating"]["list"]]
    assert len(queries) > 30
    rules = (DOCS / "monitoring/alert-rules.yml").read_text(encoding="utf-8")
    named = set(re.findall(r"\b(?:watchdoge|process)_[a-z0-9_]+", "\n".join([*queries, rules])))
    assert named - _told_names() == set()


def test_the_dashboard_is_bound_to_no_data_source_of_its_own() -> None:
    dashboard = json.loads((DOCS / "monitoring/grafana-dashboard.json").read_text(encoding="utf-8"))
    panels = [panel for panel in dashboard["panels"] if panel["type"] != "row"]
    assert {panel["datasource"]["uid"] for panel in panels} == {"${datasource}"}
    assert len({panel["id"] for panel in dashboard["panels"]}) == len(dashboard["panels"])
    assert all(panel["gridPos"]["x"] + panel["gridPos"]["w"] <= 24 for panel in dashboard["panels"])
