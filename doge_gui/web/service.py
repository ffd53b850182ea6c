"""The web view as one part: made, served and ended."""

import json
from collections.abc import Callable

from doge_gui.web.event_hub import EventHub
from doge_gui.web.given import Given
from doge_gui.web.serving import WebServer
from doge_gui.web.site import make_site
from doge_gui.web.tongue import SOURCE, tongues
from doge_gui.web.topics import TOPICS


class WebService:
    """Serves a plant from `start` to `stop`; its threads are its own."""

    def __init__(self, given: Given) -> None:
        self._given = given
        self._tongues = tongues(given.translate)
        self.hub = EventHub(self._render, given.clock, TOPICS)
        self._server = WebServer(
            make_site(given, self.hub), self.hub, given.section.host, given.section.port, given.section.proxy
        )

    def start(self) -> None:
        """Begin to serve. Raises OSError where the address or port cannot be had."""
        self._server.start()

    @property
    def url(self) -> str:
        """Where a browser on this machine finds it."""
        return self._server.url

    @property
    def is_alive(self) -> bool:
        """Whether it serves; False also after a defect ended one of its threads."""
        return self._server.is_alive

    @property
    def wake(self) -> Callable[[], None]:
        """To be called when the facts have changed; may be called in any thread, and comes back at once."""
        return self.hub.wake

    def stop(self) -> bool:
        """End within two seconds, whatever the clients do; False where a thread hangs."""
        return self._server.stop()

    def _render(self, topic: str, language: str) -> bytes:
        tongue = self._tongues.get(language) or self._tongues[SOURCE]
        told = TOPICS[topic](self._given, tongue, self._given.facts())
        return json.dumps(told, ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode(
            "utf-8", "replace"
        )
