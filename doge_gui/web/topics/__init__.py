"""What the pages are told as it changes: each topic a pure function of what is known, ready for JSON."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from doge_gui.core.station_facts import StationFacts
from doge_gui.web.given import Given
from doge_gui.web.tongue import Tongue
from doge_gui.web.topics.alarms import alarms
from doge_gui.web.topics.fleet import fleet
from doge_gui.web.topics.health import health
from doge_gui.web.topics.overview import overview

Topic = Callable[[Given, Tongue, StationFacts], dict[str, Any]]

TOPICS: Mapping[str, Topic] = MappingProxyType(
    {"overview": overview, "fleet": fleet, "alarms": alarms, "health": health}
)
"""By the name under which `/events/` sends it."""
