"""The tests with a browser would notice: a page with every kind of defect, of which each one is told."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.web.axe import obstacles
from tests.web.browser import Visit, visit
from tools.chromium import chromium

POLICY = "default-src 'none'; script-src 'self'; img-src 'self' http://198.51.100.7; connect-src 'self'"
GOOD = (
    b"<!doctype html><html lang=en><title>Plant</title>"
    b"<link rel=icon href=/icon.svg><main><h1>Plant</h1></main>"
)
PAGES = {
    "/": GOOD,
    "/console": GOOD + b"<script src=/speaks.js></script>",
    "/speaks.js": b"console.warn('a wheel squeaks')",
    "/bug": GOOD + b"<script src=/throws.js></script>",
    "/throws.js": b"throw new Error('a wheel fell off')",
    "/promise": GOOD + b"<script src=/rejects.js></script>",
    "/rejects.js": b"Promise.reject(new Error('no wheel came'))",
    "/outside": GOOD + b"<img alt='' src='http://198.51.100.7/wheel.png'>",
    "/inline": GOOD + b"<script>1</script>",
    "/style": GOOD + b"<p style='color: red'>red</p>",
    "/gone": GOOD + b"<script src=/nowhere.js></script>",
    "/nameless": GOOD + b"<input><img src=/icon.svg>",
    "/icon.svg": b"<svg xmlns='http://www.w3.org/2000/svg'/>",
}


class Site(BaseHTTPRequestHandler):
    """Serves the pages above under a strict policy."""

    def do_GET(self) -> None:
        body = PAGES.get(self.path)
        kinds = {".js": "text/javascript", ".svg": "image/svg+xml"}
        self.send_response(200 if body is not None else 404)
        self.send_header("Content-Type", kinds.get(Path(self.path).suffix, "text/html"))
        self.send_header("Content-Security-Policy", POLICY)
        self.send_header("Content-Length", str(len(body or b"")))
        self.end_headers()
        self.wfile.write(body or b"")

    def log_message(self, *_arguments: object) -> None:
        """Quiet."""


@pytest.fixture(scope="module")
def home() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as browser:
        yield browser


def look(browser: Browser, address: str, pictures: Path, seen: list[Visit]) -> None:
    """Visit one page, and do nothing there."""
    home, _, path = address.rpartition("/")
    with visit(browser, home, pictures) as guest:
        seen.append(guest)
        guest.open(f"/{path}")


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("/console", "a wheel squeaks"),
        ("/bug", "a wheel fell off"),
        ("/promise", "no wheel came"),
        ("/outside", "outside: http://198.51.100.7/wheel.png"),
        ("/inline", "policy: script-src-elem forbids inline"),
        ("/style", "policy: style-src-attr forbids inline"),
        ("/gone", "404"),
    ],
)
def test_a_page_with_a_defect_does_not_pass(browser, home, tmp_path, path, told) -> None:
    seen: list[Visit] = []
    with pytest.raises(AssertionError):
        look(browser, home + path, tmp_path, seen)
    complaints = seen[0].complaints
    assert [complaint for complaint in complaints if told in complaint], complaints
    assert (tmp_path / "failed.png").exists()


def test_a_page_without_one_passes_and_has_no_obstacle(browser, home, tmp_path) -> None:
    with visit(browser, home, tmp_path) as guest:
        assert obstacles(guest.open("/")) == []
    assert guest.asked[0] == f"{home}/"


def test_a_field_without_a_name_is_an_obstacle(browser, home, tmp_path) -> None:
    with visit(browser, home, tmp_path) as guest:
        told = obstacles(guest.open("/nameless"))
    assert {line.split(":")[0] for line in told} >= {"critical label", "critical image-alt"}


def test_an_announced_complaint_passes(browser, home, tmp_path) -> None:
    with visit(browser, home, tmp_path) as guest:
        guest.expect_complaints("squeaks")
        guest.open("/console")
