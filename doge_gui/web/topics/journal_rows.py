"""The newest entries of the alarm journal, as the alarm page lists them."""

from itertools import islice
from typing import Any

from doge_gui.core.alarms.events import Event
from doge_gui.core.station_facts import StationFacts
from doge_gui.web.tongue import Tongue

MOST = 100
"""The whole journal is in the API."""


def newest_entries(tongue: Tongue, facts: StationFacts) -> list[dict[str, Any]]:
    """Newest first, at most MOST: what the program still holds of the journal since its start, and before."""
    recent = facts.alarms.recent if facts.alarms else ()
    return [_row(tongue, event) for event in islice(reversed(recent), MOST)]


def _row(tongue: Tongue, event: Event) -> dict[str, Any]:
    """`at`, `until`: seconds since 1970; `key` tells entries apart."""
    return {
        "key": f"{event.at.timestamp():.6f} {event.id} {event.what.value} {event.before.value}",
        "at": event.at.timestamp(),
        "what": event.what.value,
        "after": event.after.value,
        "kind": event.kind.value if event.kind else None,
        "subject": event.subject,
        "plc": event.plc,
        "value": event.value,
        "detail": tongue.told(event.detail),
        "by": event.who,
        "comment": event.comment,
        "until": event.until.timestamp() if event.until else None,
    }
