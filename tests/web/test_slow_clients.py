"""Two hundred clients that are slow, mute or gone: whoever is quick notices nothing of them."""

import contextlib
import itertools
import random
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing

import pytest

from doge_gui.web.event_pace import Pace
from doge_gui.web.serving import Patience
from tests.web.event_client import EventClient, got
from tests.web.small_site import LARGE, SmallSite, small_site

LARGE_FACTS = 300_000
"""Bytes; no connection takes so many at once."""
ROUNDS = 12
BEGINNINGS = (b"", b"GET /events/fleet HTTP/1.1\r\n\r\n", b"GET /large HT")


class SlowCrowd:
    """80 listen to a stream and read nothing, 80 send their request byte by byte, 40 come and go."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._deaf = [EventClient(port, "/events/overview", buffer=4096) for _ in range(80)]
        self._slow = [socket.create_connection(("127.0.0.1", port)) for _ in range(80)]
        self._bytes = itertools.cycle(b"GET / HTTP/1.1\r\nX-Long: abc")
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._go_on)

    def __enter__(self) -> "SlowCrowd":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()
        for client in (*self._deaf, *self._slow):
            client.close()

    def _go_on(self) -> None:
        chance = random.Random(44)
        while not self._over.wait(0.05):
            for client in self._slow:
                with contextlib.suppress(OSError):
                    client.send(bytes([next(self._bytes)]))
            with contextlib.suppress(OSError), ExitStack() as fleeting:  # the server may end meanwhile
                for _ in range(40):
                    client = socket.create_connection(("127.0.0.1", self._port))
                    fleeting.enter_context(closing(client)).send(chance.choice(BEGINNINGS))


@pytest.fixture
def site() -> Iterator[SmallSite]:
    with small_site(pace=Pace(tick_s=0.05, alive_s=60.0, stalled_s=60.0)) as site:
        site.facts = "x" * LARGE_FACTS
        yield site


def test_two_hundred_slow_clients_hold_up_nobody_and_cost_little(site: SmallSite) -> None:
    with (
        SlowCrowd(site.port),
        EventClient(site.port) as quick,
        EventClient(site.port, "/events/fleet") as other,
    ):
        assert quick.event()
        assert other.event()
        assert site.hub.clients >= 82
        began = time.monotonic()
        for number in range(ROUNDS):
            site.tell(f"{number} " + "x" * LARGE_FACTS)
            assert f'"{number} ' in quick.event()["data"]
            assert f'"{number} ' in other.event()["data"]
            assert got(site.port, "/").endswith(b"all is well")
            assert 0 < site.hub.backlog < LARGE_FACTS + 1_000, "no more than one message waits for anybody"
        assert time.monotonic() - began < 10.0
        assert site.server.stop()


def test_four_hundred_idle_connections_keep_nobody_out(site: SmallSite) -> None:
    idle = [socket.create_connection(("127.0.0.1", site.port)) for _ in range(450)]
    try:
        assert got(site.port, "/").endswith(b"all is well")
    finally:
        for client in idle:
            client.close()


@pytest.mark.parametrize(
    "request_",
    [b"", b"GET / HTT", b"POST / HTTP/1.1\r\nContent-Length: 9\r\n\r\nabc", b"GET /large HTTP/1.1\r\n\r\n"],
    ids=["says nothing", "half a request", "half a body", "takes no more of the answer"],
)
def test_who_does_not_go_on_is_let_go(request_: bytes) -> None:
    with small_site(patience=Patience(idle_s=0.4, look_s=0.2)) as site, socket.socket() as client:
        client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        client.settimeout(20.0)
        client.connect(("127.0.0.1", site.port))
        client.sendall(request_)
        until(lambda: site.server.connections == 1)
        until(lambda: site.server.connections == 0)
        received = 0
        with contextlib.suppress(ConnectionError):
            while part := client.recv(1 << 20):
                received += len(part)
        assert received < LARGE


def test_who_goes_on_byte_by_byte_is_let_go_before_the_request_is_whole() -> None:
    with small_site(patience=Patience(idle_s=60.0, look_s=0.2)) as site:
        with socket.create_connection(("127.0.0.1", site.port)) as client, pytest.raises(ConnectionError):  # noqa: PT012
            client.sendall(b"GET / HTTP/1.1\r\nX-Long: ")
            end = time.monotonic() + 20.0
            while time.monotonic() < end:
                client.sendall(b"a")
                time.sleep(0.005)
        assert got(site.port, "/").endswith(b"all is well")


def test_answers_that_nobody_takes_do_not_hold_the_threads_for_good() -> None:
    twice = b"GET /large HTTP/1.1\r\nHost: a\r\n\r\n" * 2
    with small_site(patience=Patience(idle_s=60.0, look_s=0.2)) as site, ExitStack() as stack:
        for _ in range(4):  # as many as there are threads
            client = socket.socket()
            stack.enter_context(closing(client)).setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
            client.connect(("127.0.0.1", site.port))
            client.sendall(twice)
        assert got(site.port, "/").endswith(b"all is well")


def until(fact: Callable[[], bool]) -> None:
    """Wait for a fact."""
    end = time.monotonic() + 20.0
    while not fact():
        assert time.monotonic() < end
        time.sleep(0.002)
