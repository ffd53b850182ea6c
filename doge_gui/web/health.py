"""Two questions of whoever watches the watcher: is a fresh cycle there, and is everything in place?

The status is the answer; the text says it again in JSON. Details are for those who were let in.
"""

import json

from flask import Blueprint, Response, g

from doge_gui.core.station_facts import StationFacts, freshness
from doge_gui.web.api.problem import ProblemError
from doge_gui.web.api.recordings import Recordings
from doge_gui.web.given import Given

_RETRY_S = "5"


def health(given: Given) -> Blueprint:
    """`/healthz` and `/readyz`."""
    blueprint = Blueprint("health", __name__)
    recordings = Recordings(given.open_history)

    def healthz() -> Response:
        return _answer("ok", lacking(given.facts(), given.clock()), given)

    def readyz() -> Response:
        facts = given.facts()
        missing = unready(facts) or _unreadable(recordings)
        return _answer("ready", missing, given)

    for path, view in (("/healthz", healthz), ("/readyz", readyz)):
        blueprint.add_url_rule(path, view.__name__, view, methods=["GET"])
    return blueprint


def lacking(facts: StationFacts, now: float) -> str:
    """Why no fresh cycle is there, in one line; empty while one is. `now`: monotonic seconds.

    A pause is no health: whoever relies on this program is not watched over meanwhile.
    """
    told = freshness(facts, now)
    if told.paused:
        return "paused by an operator: nobody asks the gateways"
    if told.age_s is None:
        return "no cycle has ended yet"
    if not told.fresh:
        return f"the last cycle is {told.age_s:.0f} s old, more than {told.allowed_s:.0f} s"
    return ""


def unready(facts: StationFacts) -> str:
    """What is still missing since the start, in one line; empty when nothing is."""
    if facts.addresses is None or not facts.addresses.gateways:
        why = facts.addresses.error if facts.addresses else ""
        return f"no gateway is known yet{f': {why}' if why else ''}"
    return "" if facts.read_at is not None else "no cycle has ended yet"


def _unreadable(recordings: Recordings) -> str:
    try:
        with recordings.opened() as source:
            if source is not None:
                source.span()
            return ""
    except ProblemError as error:
        return error.detail


def _answer(well: str, wrong: str, given: Given) -> Response:
    told: dict[str, object] = {"status": f"not {well}" if wrong else well}
    if g.get("let_in", True):
        told |= {"reason": wrong, **_details(given.facts(), given.clock()), "version": given.version}
    response = Response(json.dumps(told) + "\n", 503 if wrong else 200, content_type="application/json")
    if wrong:
        response.headers["Retry-After"] = _RETRY_S
    return response


def _details(facts: StationFacts, now: float) -> dict[str, object]:
    told = freshness(facts, now)
    return {
        "cycle": facts.snapshot.facts.number if facts.snapshot else None,
        "age_s": told.age_s,
        "allowed_age_s": told.allowed_s,
        "paused": told.paused,
    }
