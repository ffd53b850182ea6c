"""The server among clients who mean well, who are slow, and who mean mischief."""

import contextlib
import errno
import logging
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing

import pytest

from doge_gui.web.event_pace import Pace
from tests.web.event_client import EventClient, asked, got
from tests.web.small_site import LARGE, SmallSite, small_site

CALM = Pace(tick_s=0.02, alive_s=60.0, stalled_s=60.0)


@pytest.fixture
def site() -> Iterator[SmallSite]:
    with small_site(pace=CALM) as site:
        yield site


def connected(site: SmallSite, request: bytes = b"", buffer: int | None = None) -> socket.socket:
    """A client that sent `request` and does as it pleases from then on."""
    client = socket.socket()
    if buffer is not None:
        client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, buffer)
    client.settimeout(20.0)
    client.connect(("127.0.0.1", site.port))
    client.sendall(request)
    return client


def test_a_page_is_served_and_the_server_says_nothing_of_itself(site: SmallSite) -> None:
    answer = got(site.port, "/")
    assert answer.startswith(b"HTTP/1.1 200 OK\r\n")
    assert answer.endswith(b"\r\n\r\nall is well")
    assert b"server:" not in answer.lower()
    assert b"waitress" not in answer.lower()


def test_a_stream_tells_what_changes_in_the_language_asked_for(site: SmallSite) -> None:
    with EventClient(site.port, "/events/fleet?lang=fr") as client:
        head = client.head()
        assert head[0] == "HTTP/1.1 200 OK"
        assert {"Content-Type: text/event-stream; charset=utf-8", "Connection: close"} <= set(head)
        assert {"Cache-Control: no-store", "X-Accel-Buffering: no"} <= set(head)
        assert not any(line.startswith(("Content-Length", "Transfer-Encoding")) for line in head)
        assert client.block() == {"retry": "2000"}
        assert client.event() == {"event": "fleet", "id": "1", "data": '{"fleet": "0", "language": "fr"}'}
        site.tell("1")
        assert client.event()["data"] == '{"fleet": "1", "language": "fr"}'


def test_an_old_client_without_keep_alive_gets_the_stream_too(site: SmallSite) -> None:
    with closing(connected(site, b"GET /events/overview HTTP/1.0\r\n\r\n")) as client:
        text = b""
        while b"id: 1\n" not in text:
            text += client.recv(4096)
    assert text.startswith(b"HTTP/1.0 200 OK\r\n")


def test_streams_hold_no_thread(site: SmallSite) -> None:
    with ExitStack() as stack:
        clients = [stack.enter_context(EventClient(site.port)) for _ in range(12)]
        assert all(client.event() for client in clients)
        assert got(site.port, "/").endswith(b"all is well")


@pytest.mark.parametrize("path", ["/events/nothing", "/events/overview?lang=xx", "/events/", "/events"])
def test_there_is_no_other_stream(site: SmallSite, path: str) -> None:
    assert got(site.port, path).startswith(b"HTTP/1.1 404 ")
    assert site.hub.clients == 0


@pytest.mark.parametrize("path", ["/events/overview", "/", "/large"])
def test_head_is_answered_without_a_body(site: SmallSite, path: str) -> None:
    answer = got(site.port, path, "HEAD")
    assert answer.startswith(b"HTTP/1.1 200 OK\r\n")
    assert answer.endswith(b"\r\n\r\n")
    assert answer.count(b"\r\n\r\n") == 1
    assert site.hub.clients == 0


def test_where_too_many_listen_the_next_is_told_to_come_later() -> None:
    with (
        small_site(pace=Pace(most=2)) as site,
        EventClient(site.port) as first,
        EventClient(site.port) as second,
    ):
        assert first.event()
        assert second.event()
        answer = got(site.port, "/events/overview")
        assert answer.startswith(b"HTTP/1.1 503 ")
        assert b"Retry-After: 30\r\n" in answer
        assert b"Content-Type: text/plain" in answer


@pytest.mark.parametrize(
    ("request_", "status"),
    [
        (b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 70000\r\n\r\n" + b"x" * 70_000, b"413"),
        (b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999999\r\n\r\n", b"413"),
        (b"GET / HTTP/1.1\r\nHost: a\r\nX: " + b"x" * 20_000 + b"\r\n\r\n", b"431"),
        (b"GET /" + b"x" * 20_000 + b" HTTP/1.1\r\nHost: a\r\n\r\n", b"431"),
        (b"GET / HTTP/1.1\r\nHost: a\r\nContent-Length: one\r\n\r\n", b"400"),
        (b"POST / HTTP/1.1\r\nTransfer-Encoding: gzip, chunked\r\nHost: a\r\n\r\n", b"400"),
    ],
)
def test_what_is_too_large_or_makes_no_sense_is_refused(
    site: SmallSite, request_: bytes, status: bytes
) -> None:
    with closing(connected(site)) as client:
        with contextlib.suppress(ConnectionError):  # refused before it was sent whole
            client.sendall(request_)
        assert client.recv(65_536).split(b" ")[1] == status
    assert site.bodies == []


def test_many_requests_sent_ahead_end_the_connection(site: SmallSite) -> None:
    ahead = b"GET /large HTTP/1.1\r\nHost: a\r\n\r\n" * 200
    with closing(connected(site, ahead)) as client:
        received = 0
        with contextlib.suppress(ConnectionError):
            while part := client.recv(1 << 20):
                received += len(part)
    assert received < 3 * LARGE


def test_forwarded_headers_are_believed_from_the_proxy_only() -> None:
    forged = (
        b"GET /who HTTP/1.1\r\nHost: here\r\nConnection: close\r\nX-Forwarded-For: 192.0.2.7\r\n"
        b"X-Forwarded-Proto: https\r\nX-Forwarded-Host: plant.example\r\n\r\n"
    )
    with small_site() as site:
        assert asked(site.port, forged).endswith(b"127.0.0.1 http here False None")
    with small_site(proxy="127.0.0.9") as site:
        assert asked(site.port, forged).endswith(b"127.0.0.1 http here False None")
    with small_site(proxy="127.0.0.1") as site:
        assert asked(site.port, forged).endswith(b"192.0.2.7 https plant.example True 192.0.2.7")


def test_it_is_reached_by_name_and_by_the_new_addresses() -> None:
    with small_site("localhost") as site:
        assert site.server.url == f"http://localhost:{site.port}/"
        assert got(site.port, "/").endswith(b"all is well")
    with small_site("0.0.0.0") as site:
        assert site.server.url == f"http://127.0.0.1:{site.port}/"
    with small_site("::1") as site:
        assert site.server.url == f"http://[::1]:{site.port}/"
        answer = asked(site.port, b"GET /who HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", "::1")
        assert answer.endswith(b"::1 http a False None")


def test_two_programs_do_not_share_a_port_and_it_is_free_at_once_after_the_end() -> None:
    with small_site(pace=CALM) as first:
        port = first.port
        second = SmallSite(port=port)
        with pytest.raises(OSError) as caught:  # noqa: PT011 - the number tells
            second.server.start()
        assert caught.value.errno == errno.EADDRINUSE
        assert second.server.stop()
        client = EventClient(port)
        assert client.event()
    with closing(client), small_site(port=port) as next_one:
        assert next_one.port == port
        assert got(port, "/").endswith(b"all is well")


@pytest.mark.parametrize("host", ["192.0.2.1", "a..b", "x" * 300])
def test_an_address_that_cannot_be_had_is_told_and_leaves_nothing_running(host: str) -> None:
    before = threading.active_count()
    site = SmallSite(host)
    with pytest.raises(OSError):  # noqa: PT011 - which one is the system's matter
        site.server.start()
    assert site.server.stop()
    assert threading.active_count() == before


def test_it_ends_though_nobody_lets_go(site: SmallSite) -> None:
    with ExitStack() as stack:
        for _ in range(20):
            stack.enter_context(closing(connected(site, b"GET / HTTP/1.1\r\nHost: a\r\n\r\n"))).recv(20)
            stack.enter_context(closing(connected(site, b"GET / HTT")))
            stack.enter_context(closing(connected(site, b"GET /large HTTP/1.1\r\nHost: a\r\n\r\n", 4096)))
            stack.enter_context(EventClient(site.port, buffer=4096)).event()
        began = time.monotonic()
        assert site.server.stop()
        assert time.monotonic() - began < 2.0
        with pytest.raises(ConnectionRefusedError):
            socket.create_connection(("127.0.0.1", site.port))


def test_an_answer_that_does_not_come_is_left_behind() -> None:
    site = SmallSite()
    site.server.start()
    with closing(connected(site, b"GET /held HTTP/1.1\r\nHost: a\r\n\r\n")):
        assert site.reached.wait(20)
        began = time.monotonic()
        assert not site.server.stop()
        assert time.monotonic() - began < 2.0
        with pytest.raises(ConnectionRefusedError):
            socket.create_connection(("127.0.0.1", site.port))
        site.released.set()


def test_the_log_gets_a_defect_in_one_line_and_nothing_of_what_clients_do(
    site: SmallSite, caplog: pytest.LogCaptureFixture
) -> None:
    for _ in range(3):
        got(site.port, "/defect")
    with ExitStack() as stack:
        for _ in range(40):  # more than there are threads
            stack.enter_context(closing(connected(site, b"GET / HTTP/1.1\r\nHost: a\r\n\r\n")))
    asked(site.port, b"\x16\x03\x01\x02\x00\x01\r\n\r\n")
    told = [record for record in caplog.records if record.levelno >= logging.WARNING]
    assert [record.getMessage() for record in told] == [
        "web server: Exception while serving /defect: RuntimeError: a wheel\nfell off"
    ]
    assert told[0].name.startswith("watchdoge")
    assert told[0].exc_info is None
