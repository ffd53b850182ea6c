"""The topic of the fleet page."""

from typing import Any

from doge_gui.core.station_facts import StationFacts
from doge_gui.web.given import Given
from doge_gui.web.tongue import Tongue
from doge_gui.web.topics.fleet_rows import COLUMNS, requests_of, rows, state_table, tallied
from doge_gui.web.topics.station import station


def fleet(given: Given, tongue: Tongue, facts: StationFacts) -> dict[str, Any]:
    """`station`, `circuits` (three names), `requests`, `states`, `tally` (gateways in each state), `columns`,
    and `rows` in the order of the address list: see `fleet_rows`."""
    snapshot = facts.snapshot
    return {
        "station": station(given, tongue, facts),
        "circuits": list(snapshot.plan.circuits) if snapshot else [],
        "requests": requests_of(snapshot) if snapshot else [],
        "states": state_table(tongue),
        "tally": tallied(snapshot) if snapshot else [],
        "columns": COLUMNS,
        "rows": rows(snapshot, tongue, given.clock()) if snapshot else [],
    }
