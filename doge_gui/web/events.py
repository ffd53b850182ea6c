"""The streams of events: `GET /events/<topic>?lang=fr`, as `text/event-stream`."""

from flask import Blueprint, Response, abort, request

from doge_gui.web.event_hub import EventHub
from doge_gui.web.event_stream import EventStream
from doge_gui.web.given import Given
from doge_gui.web.tongue import SOURCE

_FULL_S = "30"


def events(given: Given, hub: EventHub) -> Blueprint:
    """The routes of the streams: 404 for a topic or language that there is not, 503 where too many listen."""
    blueprint = Blueprint("events", __name__)
    languages = frozenset(given.translate) | {SOURCE}

    @blueprint.get("/events/<topic>")
    def stream(topic: str) -> Response:
        language = request.args.get("lang", SOURCE)
        if topic not in hub.topics or language not in languages:
            abort(404)
        if hub.is_full:
            refused = Response("Too many listen already.\n", 503, mimetype="text/plain")
            refused.headers["Retry-After"] = _FULL_S
            return refused
        answer = Response(
            EventStream(topic, language),
            content_type="text/event-stream; charset=utf-8",
            direct_passthrough=True,
        )
        answer.headers["Cache-Control"] = "no-store"
        # A proxy that gathers answers before it passes them on would hold the stream back.
        answer.headers["X-Accel-Buffering"] = "no"
        return answer

    return blueprint
