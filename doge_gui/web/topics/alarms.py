"""The topic of the alarm page."""

from typing import Any

from doge_gui.core.station_facts import StationFacts
from doge_gui.web.given import Given
from doge_gui.web.tongue import Tongue
from doge_gui.web.topics.alarm_rows import alarm_row, standing, urgent_first
from doge_gui.web.topics.journal_rows import newest_entries
from doge_gui.web.topics.station import station

MOST = 300
"""Alarms that are listed: nobody reads more, and a flood must not fill the line."""


def alarms(given: Given, tongue: Tongue, facts: StationFacts) -> dict[str, Any]:
    """`station`; `active` and `hidden`: the most urgent MOST of each, as `alarm_row` tells them, and how many
    there are in all as `active_count`, `hidden_count`; `flood`: more come than anybody can take in;
    `entries`: the journal's newest, as `newest_entries` tells them."""
    everything = urgent_first(standing(facts))
    in_sight = [alarm for alarm in everything if not alarm.masked]
    hidden = [alarm for alarm in everything if alarm.masked]
    return {
        "station": station(given, tongue, facts),
        "active": [alarm_row(tongue, facts, alarm) for alarm in in_sight[:MOST]],
        "active_count": len(in_sight),
        "hidden": [alarm_row(tongue, facts, alarm) for alarm in hidden[:MOST]],
        "hidden_count": len(hidden),
        "flood": facts.alarms.flood if facts.alarms else False,
        "entries": newest_entries(tongue, facts),
    }
