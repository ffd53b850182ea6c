"""The guard: everything that is asked passes here first, and every answer leaves through here.

What is defended, and against whom, stands in docs/web-safety.md.
"""

import socket

from flask import Flask, g, redirect, request, url_for
from werkzeug.wrappers import Response

from doge_gui.web.given import Given
from doge_gui.web.guard.door import Door
from doge_gui.web.guard.headers import set_headers
from doge_gui.web.guard.hosts import authority, is_loopback, own_names, serving_refused
from doge_gui.web.guard.refusals import answer_errors, error_of, for_people
from doge_gui.web.guard.requests_taken import refused
from doge_gui.web.guard.sign_in import has_pass, offered_here, refuse, sign_in
from doge_gui.web.tongue import tongues

__all__ = ["guard", "serving_refused"]

_BRIEF = frozenset({"/healthz", "/readyz"})
"""What is answered to everybody, with its details only to those who were let in (`flask.g.let_in`)."""
_OPEN = frozenset({"/sign-in", "/sign-in/check"})
_FILES = "/static/"


def guard(app: Flask, given: Given) -> None:
    """Guard the whole app: its routes, its files, its errors. To be called before anything else is added."""
    app.config["PROVIDE_AUTOMATIC_OPTIONS"] = False
    app.url_map.merge_slashes = False
    token = given.section.token
    door = None if token is None else Door(token, given.clock, given.wall_clock)
    names = own_names(given.section, socket.gethostname())
    languages = tongues(given.translate)

    @app.before_request
    def admit() -> Response | None:
        refusal = refused(request.environ, names)
        if refusal is not None:
            raise error_of(refusal)
        g.let_in = door is None
        return None if door is None or _is_open() else _through(door)

    @app.after_request
    def seal(response: Response) -> Response:
        here = authority(request.headers.get("Host", ""))
        trustworthy = request.is_secure or (here is not None and is_loopback(here.host))
        kept = _rule().startswith(_FILES) and response.status_code < 400
        set_headers(response.headers, secure=request.is_secure, trustworthy=trustworthy, kept=kept)
        return response

    answer_errors(app, languages, given.clock)
    app.register_blueprint(sign_in(door, languages))


def _rule() -> str:
    return "" if request.url_rule is None else request.url_rule.rule


def _is_open() -> bool:
    return _rule() in _OPEN or _rule().startswith(_FILES)


def _through(door: Door) -> Response | None:
    if has_pass(door):
        g.let_in = True
        return None
    tried = offered_here(door)
    g.let_in = tried is not None and tried.let_in
    if g.let_in or (tried is None and _rule() in _BRIEF):
        return None
    if tried is None and for_people():
        return redirect(url_for("sign_in.form", next=request.full_path.removesuffix("?")), 303)
    raise refuse(tried)
