"""The whole site before the eyes of a test: over Flask's own client, or served on a real port."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from flask import Flask

from doge_gui.core.config import FlaskSection
from doge_gui.core.station_facts import StationFacts
from doge_gui.web.event_hub import EventHub
from doge_gui.web.given import Given
from doge_gui.web.service import WebService
from doge_gui.web.site import make_site
from doge_gui.web.topics import TOPICS
from tests.web import plant

TOKEN = "the-marbles-roll-quietly"
BEARER = {"Authorization": f"Bearer {TOKEN}"}


@dataclass(slots=True)
class Plant:
    """A healthy plant that counts how often somebody looked at it."""

    now: float = plant.NOW
    looks: int = 0
    facts: StationFacts = field(default_factory=plant.healthy)

    def look(self) -> StationFacts:
        self.looks += 1
        return self.facts

    def given(self, section: FlaskSection) -> Given:
        return plant.given(self.look, section=section, now=lambda: self.now)

    def site(self, token: str | None = None, **section: object) -> Flask:
        """Its site; nothing is rendered for a stream."""
        given = self.given(FlaskSection(port=0, token=token, **section))
        return make_site(given, EventHub(lambda topic, language: b"{}", time.monotonic, TOPICS))


@contextmanager
def served(token: str | None = None) -> Iterator[tuple[Plant, int]]:
    """The plant and the port where it is served; ended in any case."""
    seen = Plant()
    service = WebService(seen.given(FlaskSection(port=0, token=token)))
    service.start()
    try:
        yield seen, int(service.url.rstrip("/").rpartition(":")[2])
    finally:
        assert service.stop()
