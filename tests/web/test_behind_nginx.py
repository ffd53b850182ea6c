"""The web view behind a real nginx that takes HTTPS, configured as the documentation shows."""

import json
import re
import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, cast

import pytest

from doge_gui.core.config import FlaskSection
from doge_gui.web.event_pace import Pace
from doge_gui.web.service import WebService
from tests.web.event_client import asked
from tests.web.nginx_server import NAME, NGINX, PAGE, Proxy, nginx
from tests.web.plant import given
from tests.web.small_site import SmallSite, small_site

pytestmark = pytest.mark.skipif(
    not Path(NGINX).exists() or shutil.which("openssl") is None, reason="needs nginx and openssl"
)


@pytest.fixture(scope="module")
def plant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[SmallSite, Proxy]]:
    pace = Pace(tick_s=0.02, alive_s=0.3, stalled_s=60.0)
    with (
        small_site(proxy="127.0.0.1", pace=pace) as site,
        nginx(tmp_path_factory.mktemp("nginx"), site.port) as proxy,
    ):
        yield site, proxy


def over_https(proxy: Proxy, path: str, *headers: str) -> tuple[list[str], BinaryIO]:
    """The head of an answer, and the rest to be read; closed with the file."""
    with proxy.connect() as connection:
        lines = (f"GET {path} HTTP/1.1", f"Host: {NAME}:{proxy.port}", "Connection: close", *headers, "", "")
        connection.sendall("\r\n".join(lines).encode())
        file = cast("BinaryIO", connection.makefile("rb"))
    head: list[str] = []
    while line := file.readline().decode().strip():
        head.append(line)
    return head, file


def told(stream: BinaryIO, wanted: str) -> bool:
    """Whether the line comes before the stream's end; the sizes of chunks stand on lines between."""
    return any(line.decode().strip() == wanted for line in stream)


def test_a_page_comes_encrypted_and_the_program_knows_who_asks(plant: tuple[SmallSite, Proxy]) -> None:
    _, proxy = plant
    head, body = over_https(proxy, "/who", "X-Forwarded-For: 203.0.113.9", "X-Forwarded-Proto: http")
    with body:
        assert head[0] == "HTTP/1.1 200 OK"
        assert "Set-Cookie: watchdoge=1; Secure; Path=/" in head
        assert body.read().decode() == f"127.0.0.1 https {NAME}:{proxy.port} True 127.0.0.1"


def test_a_stream_comes_live_through_it(plant: tuple[SmallSite, Proxy]) -> None:
    site, proxy = plant
    head, stream = over_https(proxy, "/events/overview?lang=fr")
    with stream:
        assert "Content-Type: text/event-stream; charset=utf-8" in head
        assert told(stream, "retry: 2000")
        assert told(stream, "event: overview")
        for number in ("7", "8", "9"):  # each is told only after the one before has come
            site.tell(number)
            assert told(stream, "data: " + json.dumps({"overview": number, "language": "fr"}))
        assert told(stream, "event: alive")


def test_who_leaves_the_proxy_leaves_the_program(plant: tuple[SmallSite, Proxy]) -> None:
    site, proxy = plant
    _, stream = over_https(proxy, "/events/overview")
    assert told(stream, "event: overview")
    before = site.hub.clients
    stream.close()
    end = time.monotonic() + 20.0
    while site.hub.clients >= before:
        assert time.monotonic() < end
        time.sleep(0.01)


def test_plain_http_is_sent_to_https_and_a_large_body_is_refused(plant: tuple[SmallSite, Proxy]) -> None:
    site, proxy = plant
    answer = asked(
        proxy.plain_port, f"GET /fleet HTTP/1.1\r\nHost: {NAME}\r\nConnection: close\r\n\r\n".encode()
    )
    assert answer.startswith(b"HTTP/1.1 301 ")
    assert f"Location: https://{NAME}/fleet\r\n".encode() in answer
    head, body = over_https(proxy, "/", "Content-Length: 70000")
    body.close()
    assert head[0].startswith("HTTP/1.1 413 ")
    assert site.bodies == []


def test_the_documented_section_is_one_that_the_program_takes() -> None:
    page = PAGE.read_text(encoding="utf-8")
    (section,) = re.findall(r'    "flask": (\{.*?\n    \})', page, re.DOTALL)
    assert FlaskSection.model_validate_json(section).proxy == "127.0.0.1"


def test_the_real_site_lets_in_who_knows_the_token_and_guards_its_cookie(tmp_path: Path) -> None:
    secret = "a-long-secret-of-our-own"
    section = FlaskSection(port=0, token=secret, names=(NAME,), proxy="127.0.0.1")
    service = WebService(given(section=section))
    service.start()
    try:
        with nginx(tmp_path, int(service.url.rstrip("/").rpartition(":")[2])) as proxy:
            stranger, _ = answered(proxy, "/")
            assert stranger[0].startswith("HTTP/1.1 303 ")
            welcome, _ = answered(proxy, "/sign-in/check", f"Authorization: Bearer {secret}")
            (cookie,) = [
                line.removeprefix("Set-Cookie: ") for line in welcome if line.startswith("Set-Cookie: ")
            ]
            assert {"Secure", "HttpOnly", "SameSite=Strict"} <= set(cookie.split("; "))
            known = f"Cookie: {cookie.split(';')[0]}"
            head, page = answered(proxy, "/", known)
            assert head[0] == "HTTP/1.1 200 OK"
            assert any(line.startswith("Strict-Transport-Security: ") for line in head)
            assert b"<!doctype html>" in page
            _, stream = over_https(proxy, "/events/overview", known)
            with stream:
                assert told(stream, "event: overview")
    finally:
        assert service.stop()


def answered(proxy: Proxy, path: str, *headers: str) -> tuple[list[str], bytes]:
    """The head of an answer, and its whole body as it was sent."""
    head, body = over_https(proxy, path, *headers)
    with body:
        return head, body.read()
