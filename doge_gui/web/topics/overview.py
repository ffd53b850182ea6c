"""The topic of the overview, and of the plots."""

from typing import Any

from doge_gui.core.snapshot import Snapshot
from doge_gui.core.station_facts import StationFacts
from doge_gui.web.given import Given
from doge_gui.web.tongue import Tongue
from doge_gui.web.topics.alarm_rows import alarm_row, newest_first, shown
from doge_gui.web.topics.fleet_rows import requests_of, rows, state_table, tallied, unwell
from doge_gui.web.topics.station import station
from doge_gui.web.topics.totals import request_figures, vector_total

MOST_GATEWAYS = 10
MOST_ALARMS = 6


def overview(given: Given, tongue: Tongue, facts: StationFacts) -> dict[str, Any]:
    """`station`; `figures`: null before the first picture, else what `_figures` tells; `newest`: the alarms
    in sight that were raised last; `unwell`: rows of the gateways that are not well, the worst first."""
    snapshot = facts.snapshot
    newest = newest_first(shown(facts))[:MOST_ALARMS]
    return {
        "station": station(given, tongue, facts),
        "figures": _figures(snapshot, facts) if snapshot else None,
        "newest": [alarm_row(tongue, facts, alarm) for alarm in newest],
        "states": state_table(tongue),
        "requests": requests_of(snapshot) if snapshot else [],
        "tally": tallied(snapshot) if snapshot else [],
        "unwell": rows(snapshot, tongue, given.clock(), unwell(snapshot, MOST_GATEWAYS)) if snapshot else [],
    }


def _figures(snapshot: Snapshot, facts: StationFacts) -> dict[str, Any]:
    """`circuits` (names), the three vector totals, `requests`, and the cycle: `cycle_s`, `skipped`."""
    return {
        "circuits": list(snapshot.plan.circuits),
        "marbles": vector_total(snapshot.marbles),
        "multi_possible": vector_total(snapshot.multi_possible),
        "checkplusde3": vector_total(snapshot.checkplusde3),
        "requests": request_figures(snapshot),
        "cycle_s": facts.cycle_s,
        "skipped": snapshot.facts.skipped,
    }
