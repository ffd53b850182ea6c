"""The web server: waitress in a thread of its own, with limits on what a client may take."""

import ipaddress
import socket
import threading
import time
from dataclasses import dataclass
from typing import Any

from waitress import wasyncore  # type: ignore[import-untyped]
from waitress.adjustments import Adjustments  # type: ignore[import-untyped]

from doge_gui.web.event_hub import EventHub
from doge_gui.web.serving_channel import Application, Dispatcher, Listening, catching_streams
from doge_gui.web.serving_sockets import address_to_visit, listening_sockets

_THREADS = 4
_MOST_CONNECTIONS = 400
_ROOM = 40
"""Idle connections that are closed for newcomers where there are that many."""
_BODY_BYTES = 65_536
_HEADER_BYTES = 16_384
_UNSENT_BYTES = 4_194_304
"""With more to be sent to a client, the next part of its answers waits."""
_TURN_S = 1.0
_REST_S = 0.002
"""Between two turns, for the window runs in the same interpreter: many small packets cost few turns."""
_ENDING_S = 1.4


@dataclass(frozen=True)
class Patience:
    """With connections. Seconds."""

    idle_s: float = 30.0
    """One without a request is closed after so many."""
    look_s: float = 10.0
    """From one look to the next a request must have come in, and some of an answer have been taken."""


class WebServer:
    """Serves `app` and the streams of `hub` on `host` and `port`; it starts and stops the hub with itself.

    `proxy` is the address of a reverse proxy whose X-Forwarded-For, -Proto and -Host are believed; from
    anybody else they are taken away.
    """

    def __init__(
        self,
        app: Application,
        hub: EventHub,
        host: str,
        port: int,
        proxy: str | None = None,
        patience: Patience | None = None,
    ) -> None:
        self._app = catching_streams(app)
        self._hub = hub
        self._host, self._port, self._proxy = host, port, proxy
        self._patience = patience or Patience()
        self._map: dict[int, Any] = {}
        self._listening: list[Listening] = []
        self._dispatcher = Dispatcher()
        self._ending = threading.Event()
        self._thread = threading.Thread(target=self._run, name="web server", daemon=True)

    @property
    def url(self) -> str:
        """Where it is reached, with the port that was taken; by this machine where it is every address."""
        return address_to_visit(self._host, self._port)

    @property
    def is_alive(self) -> bool:
        """Whether all of its threads serve: one that ended by a defect is missed."""
        return self._thread.is_alive() and self._hub.is_alive

    @property
    def connections(self) -> int:
        """How many are open, without those that listen to a stream."""
        return sum(len(listener.active_channels) for listener in self._listening)

    def start(self) -> None:
        """Listen, and serve from now on. Raises OSError where it cannot listen; nothing runs then."""
        sockets = listening_sockets(self._host, self._port)
        self._port = sockets[0].getsockname()[1]
        limits = _limits(sockets, self._proxy)
        for opened in sockets:
            self._listening.append(self._listener(opened, limits))
        self._dispatcher.set_thread_count(_THREADS)
        self._hub.start()
        self._thread.start()

    def stop(self) -> bool:
        """Close every connection and give the port back. False: a thread is held up, and left behind."""
        self._ending.set()
        if self._thread.ident is None:
            return self._hub.stop()
        for listener in self._listening[:1]:
            if self._thread.is_alive():
                listener.pull_trigger()
        self._thread.join(_ENDING_S)
        return self._hub.stop() and not self._thread.is_alive() and not self._dispatcher.threads

    def _listener(self, opened: socket.socket, limits: Adjustments) -> Listening:
        listener = Listening(
            self._app,
            self._map,
            _sock=opened,
            dispatcher=self._dispatcher,
            adj=limits,
            sockinfo=(opened.family, opened.type, opened.proto, opened.getsockname()),
            bind_socket=False,
        )
        listener.hub = self._hub
        return listener

    def _run(self) -> None:
        looked_at = time.monotonic()
        turn_s = min(_TURN_S, self._patience.look_s)
        try:
            while not self._ending.is_set():
                wasyncore.loop(timeout=turn_s, use_poll=True, map=self._map, count=1)
                if len(self._map) >= _MOST_CONNECTIONS - 1:
                    self._make_room()
                if time.monotonic() - looked_at >= self._patience.look_s:
                    looked_at = time.monotonic()
                    self._look_after()
                time.sleep(_REST_S)
        finally:
            self._end()

    def _make_room(self) -> None:
        for listener in self._listening:
            listener.make_room(_ROOM)

    def _look_after(self) -> None:
        for listener in self._listening:
            listener.look_after(time.time(), self._patience.idle_s)

    def _end(self) -> None:
        for listener in self._listening:
            listener.end()
        self._close_channels()
        self._dispatcher.shutdown(timeout=1)
        self._close_channels()
        for listener in self._listening:
            listener.trigger.close()

    def _close_channels(self) -> None:
        for listener in self._listening:
            for channel in list(listener.active_channels.values()):
                channel.handle_close()


def _limits(sockets: tuple[socket.socket, ...], proxy: str | None) -> Adjustments:
    believed = {
        "trusted_proxy": _plain(proxy),
        "trusted_proxy_count": 1,
        "trusted_proxy_headers": "x-forwarded-for x-forwarded-proto x-forwarded-host",
    }
    return Adjustments(
        sockets=list(sockets),
        threads=_THREADS,
        connection_limit=_MOST_CONNECTIONS,
        outbuf_high_watermark=_UNSENT_BYTES,
        max_request_body_size=_BODY_BYTES,
        max_request_header_size=_HEADER_BYTES,
        ident=None,
        expose_tracebacks=False,
        log_socket_errors=False,
        clear_untrusted_proxy_headers=True,
        **(believed if proxy else {}),
    )


def _plain(address: str | None) -> str | None:
    """An address as the socket tells it."""
    try:
        return str(ipaddress.ip_address(address or ""))
    except ValueError:
        return address
