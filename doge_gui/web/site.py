"""The web application: everything that is served, put together."""

import flask

from doge_gui.web.api import api
from doge_gui.web.event_hub import EventHub
from doge_gui.web.events import events
from doge_gui.web.given import Given
from doge_gui.web.guard import guard
from doge_gui.web.health import health
from doge_gui.web.metrics import metrics
from doge_gui.web.pages import pages


def make_site(given: Given, hub: EventHub) -> flask.Flask:
    """The application that shows this plant. It reads; nothing in it changes or acts on anything."""
    site = flask.Flask("doge_gui.web", static_folder=None, template_folder=str(given.resources / "templates"))
    site.json.sort_keys = False  # type: ignore[attr-defined]
    guard(site, given)
    for part in (
        pages(given),
        api(given),
        health(given),
        metrics(given, lambda: hub.clients),
        events(given, hub),
    ):
        site.register_blueprint(part)
    return site
