"""A server with a few pages and the streams: enough to treat badly."""

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

from flask import Flask, Response, request

from doge_gui.web.event_hub import EventHub
from doge_gui.web.event_pace import Pace
from doge_gui.web.events import events
from doge_gui.web.serving import Patience, WebServer
from tests.web.plant import given

LARGE = 8_000_000
"""Bytes of a page that no connection takes at once."""


class SmallSite:
    """The pages `/`, `/who`, `/large`, `/defect` and `/held`, and the streams `overview` and `fleet`."""

    def __init__(
        self,
        host: str = "127.0.0.1",
        port: int = 0,
        proxy: str | None = None,
        pace: Pace | None = None,
        patience: Patience | None = None,
    ) -> None:
        self.facts = "0"
        self.bodies: list[bytes] = []
        self.reached, self.released = threading.Event(), threading.Event()
        self.hub = EventHub(self._render, time.monotonic, ("overview", "fleet"), pace)
        self.server = WebServer(self._app(), self.hub, host, port, proxy, patience)

    @property
    def port(self) -> int:
        return int(self.server.url.rstrip("/").rpartition(":")[2])

    def tell(self, facts: str) -> None:
        """Have new facts told to everybody who listens."""
        self.facts = facts
        self.hub.wake()

    def _render(self, topic: str, language: str) -> bytes:
        return json.dumps({topic: self.facts, "language": language}).encode()

    def _app(self) -> Flask:
        app = Flask("small site")

        @app.route("/", methods=["GET", "POST"])
        def page() -> str:
            self.bodies.append(request.get_data())
            return "all is well"

        @app.get("/who")
        def who() -> Response:
            answer = Response(
                f"{request.remote_addr} {request.scheme} {request.host} {request.is_secure} "
                f"{request.headers.get('X-Forwarded-For')}"
            )
            answer.set_cookie("watchdoge", "1", secure=request.is_secure)
            return answer

        @app.get("/large")
        def large() -> bytes:
            return b"x" * LARGE

        @app.get("/defect")
        def defect() -> Iterator[bytes]:
            yield b"a"
            raise RuntimeError("a wheel\nfell off")

        @app.get("/held")
        def held() -> str:
            self.reached.set()
            self.released.wait(30)
            return "released"

        app.register_blueprint(events(given(), self.hub))
        return app


@contextmanager
def small_site(
    host: str = "127.0.0.1",
    port: int = 0,
    proxy: str | None = None,
    pace: Pace | None = None,
    patience: Patience | None = None,
) -> Iterator[SmallSite]:
    """It, served; ended in any case, and whole."""
    site = SmallSite(host, port, proxy, pace, patience)
    site.server.start()
    try:
        yield site
    finally:
        site.released.set()
        assert site.server.stop()
