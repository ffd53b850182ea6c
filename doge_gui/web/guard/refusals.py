"""What is answered where nothing else can be: a short page to people, a problem (RFC 9457) to programs.

Neither quotes the request, and neither tells how the program is built.
"""

import json
import logging
from collections import OrderedDict
from collections.abc import Callable
from http import HTTPStatus
from threading import Lock
from typing import Final

from flask import Flask, Response, render_template, request
from jinja2 import TemplateError
from werkzeug.exceptions import HTTPException, InternalServerError, MethodNotAllowed, default_exceptions
from werkzeug.wrappers import Response as AnyResponse

from doge_gui.web.guard.requests_taken import METHODS, Refusal
from doge_gui.web.guard.words import TEXTS, TO_THE_OVERVIEW, UNKNOWN
from doge_gui.web.pages import language_asked
from doge_gui.web.tongue import Tongue

_log = logging.getLogger("watchdoge")

_FOR_PROGRAMS: Final = ("/api", "/events", "/metrics", "/healthz", "/readyz", "/sign-in/check", "/static")
_TOLD_AGAIN_S: Final = 600.0
_PLACES: Final = 64


def for_people() -> bool:
    """Whether the one who asks is shown a page: by what is asked for, then by what is taken."""
    below = any(request.path == part or request.path.startswith(f"{part}/") for part in _FOR_PROGRAMS)
    return not below and (not request.accept_mimetypes or request.accept_mimetypes.accept_html)


def error_of(refusal: Refusal) -> HTTPException:
    """To be raised."""
    if refusal.status == HTTPStatus.METHOD_NOT_ALLOWED:
        return MethodNotAllowed(valid_methods=METHODS, description=refusal.detail)
    return default_exceptions[refusal.status](description=refusal.detail)


def answer_errors(app: Flask, tongues: dict[str, Tongue], clock: Callable[[], float]) -> None:
    """Every error of the app is answered here. `clock`: monotonic seconds."""
    said = _Said(clock)

    def told(error: HTTPException) -> AnyResponse:
        if error.response is not None or error.code is None:
            return error.get_response()
        detail = _detail(error)
        response = Response(status=error.code)
        for name, value in error.get_headers():
            if name.lower() not in {"content-type", "content-length"}:
                response.headers.add(name, value)
        if for_people():
            response.data, response.content_type = _page(error.code, detail, tongues[language_asked(tongues)])
        else:
            response.data, response.content_type = _problem(error.code, detail)
        return response

    def failed(error: Exception) -> AnyResponse:
        where = str(request.url_rule or "no route")
        if said.is_news(error):
            _log.error("web: %s failed", where, exc_info=error)
        return told(InternalServerError())

    app.register_error_handler(HTTPException, told)
    app.register_error_handler(Exception, failed)


def _detail(error: HTTPException) -> str:
    ours = error.description not in {None, type(error).description}
    return (error.description or UNKNOWN) if ours else TEXTS.get(error.code or 0, UNKNOWN)


def _problem(status: int, detail: str) -> tuple[bytes, str]:
    document = {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status, "detail": detail}
    return json.dumps(document).encode("ascii"), "application/problem+json"


def _page(status: int, detail: str, tongue: Tongue) -> tuple[bytes, str]:
    try:
        page = render_template(
            "refusal.html",
            language=tongue.language,
            status=status,
            text=tongue.word(detail),
            to_the_overview=tongue.word(TO_THE_OVERVIEW),
        )
    except TemplateError:
        return f"{status} {tongue.word(detail)}\n".encode(), "text/plain; charset=utf-8"
    return page.encode(), "text/html; charset=utf-8"


class _Said:
    """Which errors were logged lately: what fails for each of 200 clients is told once."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._lock = Lock()
        self._places: OrderedDict[tuple[str, str, int], float] = OrderedDict()

    def is_news(self, error: Exception) -> bool:
        """Whether its like, from the same place in the code, was not logged for a while."""
        trace = error.__traceback__
        while trace is not None and trace.tb_next is not None:
            trace = trace.tb_next
        file, line = ("", 0) if trace is None else (trace.tb_frame.f_code.co_filename, trace.tb_lineno)
        place = (type(error).__qualname__, file, line)
        now = self._clock()
        with self._lock:
            last = self._places.get(place)
            if last is not None and now - last < _TOLD_AGAIN_S:
                return False
            self._places[place] = now
            self._places.move_to_end(place)
            if len(self._places) > _PLACES:
                self._places.popitem(last=False)
            return True
