"""The door for people: the page that asks for the token, and the question that turns it into a pass."""

import math
from typing import Final
from urllib.parse import urlsplit

from flask import Blueprint, jsonify, redirect, render_template, request, url_for
from werkzeug.datastructures import WWWAuthenticate
from werkzeug.exceptions import TooManyRequests, Unauthorized
from werkzeug.wrappers import Response as AnyResponse

from doge_gui.web.guard.door import Door, Tried
from doge_gui.web.guard.token import LIFETIME_S, offered_token
from doge_gui.web.guard.words import SIGN_IN
from doge_gui.web.pages import language_asked
from doge_gui.web.tongue import Tongue

COOKIE: Final = "watchdoge"
_LONGEST_NEXT: Final = 1000
_HERE: Final = "/sign-in"


def own_path(text: str | None) -> str:
    """A path of ours to go on to; `/` where the text is anything else."""
    if text is None or not text.startswith("/") or len(text) > _LONGEST_NEXT:
        return "/"
    if text.startswith(("//", "/\\")) or not text.isprintable() or "\\" in text:
        return "/"
    path = urlsplit(text).path
    return "/" if path == _HERE or path.startswith(f"{_HERE}/") else text


def offered_here(door: Door) -> Tried | None:
    """What became of the token in the request's `Authorization`; None where none is offered."""
    offered = offered_token(request.headers.get("Authorization"))
    return None if offered is None else door.try_token(offered, request.remote_addr)


def has_pass(door: Door) -> bool:
    """Whether the browser sends a pass that holds."""
    return door.holds(request.cookies.getlist(COOKIE))


def refuse(tried: Tried | None) -> Unauthorized | TooManyRequests:
    """To be raised for somebody who was not let in."""
    if tried is not None and tried.wait_s > 0:
        return TooManyRequests(retry_after=math.ceil(tried.wait_s))
    return Unauthorized(
        description=None if tried is None else SIGN_IN["wrong"],
        www_authenticate=WWWAuthenticate("bearer", {"realm": "WatchDoge"}),
    )


def sign_in(door: Door | None, tongues: dict[str, Tongue]) -> Blueprint:
    """`/sign-in` and `/sign-in/check`. Without a door everybody is in."""
    routes = Blueprint("sign_in", __name__)

    @routes.get(_HERE)
    def form() -> AnyResponse | str:
        onward = own_path(request.args.get("next"))
        if door is None or has_pass(door):
            return redirect(onward, 303)
        token = request.args.get("token")
        if token is not None:
            return _by_link(door, token, onward)
        return _form(onward, request.args.get("said", ""), tongues[language_asked(tongues)])

    @routes.get(f"{_HERE}/check")
    def check() -> AnyResponse:
        tried = None if door is None else offered_here(door)
        if door is None or tried is None:
            # Nothing is offered: a browser finds out whether its cookie lets it in, and that is no error.
            return jsonify(signed_in=door is None or has_pass(door))
        if tried.let_in:
            return _let_in(jsonify(signed_in=True), door)
        raise refuse(tried)

    return routes


def _by_link(door: Door, token: str, onward: str) -> AnyResponse:
    """Whatever comes of it, the browser goes on to an address without the token."""
    if request.headers.get("Sec-Fetch-Site", "none") not in {"none", "same-origin"}:
        # Another site's link is not to try tokens in this one's name; the form is there instead.
        return redirect(url_for("sign_in.form", next=onward), 303)
    tried = door.try_token(token, request.remote_addr)
    if tried.let_in:
        return _let_in(redirect(onward, 303), door)
    said = "held" if tried.wait_s > 0 else "wrong"
    return redirect(url_for("sign_in.form", next=onward, said=said), 303)


def _form(onward: str, said: str, tongue: Tongue) -> str:
    words = {name: tongue.word(text) for name, text in SIGN_IN.items()}
    return render_template(
        "sign_in.html",
        language=tongue.language,
        words=words,
        onward=onward,
        said=words[said] if said in {"wrong", "held"} else "",
    )


def _let_in(response: AnyResponse, door: Door) -> AnyResponse:
    response.set_cookie(
        COOKIE,
        door.make_pass(),
        max_age=LIFETIME_S,
        path="/",
        httponly=True,
        samesite="Strict",
        secure=request.is_secure,
    )
    return response
