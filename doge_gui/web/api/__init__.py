"""The plant for programs: JSON under `/api/v1`, with its OpenAPI document. docs/api.md tells its use."""

import json
from collections.abc import Callable
from urllib.parse import urlencode

from flask import Blueprint, Response, request

from doge_gui.web.api.asked import AskedNothing, read
from doge_gui.web.api.openapi import ROOT, document
from doge_gui.web.api.problem import ProblemError
from doge_gui.web.api.recordings import Recordings
from doge_gui.web.api.routes import ROUTES, Route
from doge_gui.web.api.sight import Sight
from doge_gui.web.given import Given
from doge_gui.web.guard.sign_in import COOKIE

_JSON = "application/json"


def api(given: Given) -> Blueprint:
    """Everything under `/api/v1`."""
    blueprint = Blueprint("api", __name__, url_prefix=ROOT)
    recordings = Recordings(given.open_history)
    for route in ROUTES:
        blueprint.add_url_rule(
            route.path.replace("{plc}", "<path:plc>"),
            route.name,
            _view(route, given, recordings),
            methods=["GET"],
            strict_slashes=False,
            merge_slashes=False,
        )
    told = json.dumps(document(guarded=given.section.token is not None, cookie=COOKIE)).encode()
    blueprint.add_url_rule("/openapi.json", "openapi", _document(told), methods=["GET"])
    blueprint.register_error_handler(ProblemError, ProblemError.response)
    return blueprint


def _view(route: Route, given: Given, recordings: Recordings) -> Callable[..., Response]:
    def view(**path: str) -> Response:
        asked = read(route.asked, request.args.to_dict(flat=False), path)
        sight = Sight(
            given.facts(), given.clock(), given.wall_clock(), recordings, given.plant, given.version
        )
        etag = None if route.recorded else sight.etag()
        if etag is not None and request.if_none_match.contains_weak(etag):
            return _tagged(Response(status=304), etag)
        answer = route.respond(sight, asked)
        response = _tagged(Response(answer.model_dump_json(), content_type=_JSON), etag)
        following = getattr(answer, "next", None)
        if following is not None:
            response.headers["Link"] = f'<?{_query_of(following)}>; rel="next"'
        return response

    return view


def _query_of(cursor: str) -> str:
    """The same question about the next page."""
    kept = [(name, value) for name, value in request.args.items(multi=True) if name != "cursor"]
    return urlencode([*kept, ("cursor", cursor)])


def _tagged(response: Response, etag: str | None) -> Response:
    if etag is not None:
        response.set_etag(etag, weak=True)
    return response


def _document(told: bytes) -> Callable[..., Response]:
    def view() -> Response:
        read(AskedNothing, request.args.to_dict(flat=False), {})
        return Response(told, content_type=_JSON)

    return view
