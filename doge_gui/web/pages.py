"""The pages for people: their frames, in the reader's language; what moves in them comes as events."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import urlencode

from flask import Blueprint, Response, abort, make_response, render_template, request, send_from_directory

from doge_gui.web.given import Given
from doge_gui.web.tongue import SOURCE, Tongue, tongues
from doge_gui.web.words import page_words
from doge_gui.web.words_scripts import script_words

COOKIE = "lang"
"""Which language the reader chose."""
_KEPT = timedelta(days=365)
_KINDS = {
    ".css": "text/css",
    ".js": "text/javascript",
    ".svg": "image/svg+xml",
    ".otf": "font/otf",
    ".webmanifest": "application/manifest+json",
}
"""What is served at all, and as what: the system's table of kinds may say otherwise, or nothing."""
FONTS = frozenset({"Inter-Regular.otf", "Inter-SemiBold.otf"})
"""The program's own, of those in `resources/fonts`, which the pages need."""
_NAMES = {"en": "English", "fr": "Français"}


@dataclass(frozen=True, slots=True)
class Page:
    """One page."""

    name: str
    """Of its template, its script and its word."""
    path: str
    topic: str
    """What it listens to."""


PAGES = (
    Page("overview", "/", "overview"),
    Page("fleet", "/fleet", "fleet"),
    Page("plots", "/plots", "overview"),
    Page("alarms", "/alarms", "alarms"),
    Page("trend", "/trend", "overview"),
    Page("health", "/health", "health"),
)


def pages(given: Given) -> Blueprint:
    """The pages, and what they load: all of it is served from here."""
    blueprint = Blueprint("pages", __name__, template_folder=str(given.resources / "templates"))
    frame = _Frame(given)
    for page in PAGES:
        blueprint.add_url_rule(page.path, page.name, frame.showing(page))
    static, fonts = given.resources / "static", given.resources.parent / "fonts"

    @blueprint.get("/static/fonts/<name>")
    def font(name: str) -> Response:
        if name not in FONTS:
            abort(404)
        return send_from_directory(fonts, name, mimetype=_KINDS[".otf"])

    @blueprint.get("/static/<path:name>")
    def asset(name: str) -> Response:
        kind = _KINDS.get(PurePosixPath(name).suffix)
        if kind is None:
            abort(404)
        return send_from_directory(static, name, mimetype=kind)

    return blueprint


class _Frame:
    """What every page stands in."""

    def __init__(self, given: Given) -> None:
        self._given = given
        self._tongues = tongues(given.translate)
        self._words = {code: page_words(tongue) for code, tongue in self._tongues.items()}
        self._script_words = {code: script_words(tongue) for code, tongue in self._tongues.items()}

    def showing(self, page: Page) -> Callable[[], Response]:
        """The view of one page."""

        def view() -> Response:
            code = language_asked(self._tongues)
            response = make_response(render_template(f"{page.name}.html", **self._context(page, code)))
            response.headers["Content-Language"] = code
            response.headers.add("Vary", "Accept-Language, Cookie")
            if request.args.get("lang") == code:
                response.set_cookie(COOKIE, code, max_age=_KEPT, samesite="Lax", secure=request.is_secure)
            return response

        return view

    def _context(self, page: Page, code: str) -> Mapping[str, Any]:
        return {
            "page": page,
            "all_pages": PAGES,
            "language": code,
            "languages": [(one, _NAMES.get(one, one), self._address_in(one)) for one in self._tongues],
            "words": self._words[code],
            "script_words": self._script_words[code],
            "plant": self._given.plant,
            "version": self._given.version,
        }

    def _address_in(self, code: str) -> str:
        """The address of the same page, asked for in another language."""
        kept = [(name, value) for name, value in request.args.items(multi=True) if name != "lang"]
        return f"{request.path}?{urlencode([*kept, ('lang', code)])}"


def language_asked(known: Mapping[str, Tongue]) -> str:
    """What the reader asks for: by `?lang=`, else chose before, else what the browser prefers."""
    for code in (request.args.get("lang"), request.cookies.get(COOKIE)):
        if code is not None and code in known:
            return code
    return request.accept_languages.best_match(list(known)) or (
        SOURCE if SOURCE in known else next(iter(known))
    )
