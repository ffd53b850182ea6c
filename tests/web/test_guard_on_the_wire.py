"""What a browser never sends and an attacker does, on the real server: every byte of it by hand."""

from collections.abc import Iterator

import pytest

from tests.web.event_client import asked
from tests.web.guarded_site import TOKEN, Plant, served

MINE = "Host: 127.0.0.1"


@pytest.fixture(scope="module")
def site() -> Iterator[tuple[Plant, int]]:
    with served() as site:
        yield site


@pytest.fixture(scope="module")
def locked() -> Iterator[tuple[Plant, int]]:
    with served(TOKEN) as site:
        yield site


def say(port: int, line: str, *headers: str, body: bytes = b"") -> tuple[int, str]:
    """Status and whole text of the answer to a request that is sent as it stands here."""
    head = "\r\n".join([line, *headers, "Connection: close", "", ""])
    answer = asked(port, head.encode("latin-1") + body).decode("latin-1")
    return int(answer.split(" ", 2)[1]), answer


def test_who_asks_as_he_should_is_answered(site) -> None:
    plant, port = site
    status, answer = say(port, "GET /api/v1/snapshot HTTP/1.1", MINE)
    assert status == 200
    assert "Content-Security-Policy:" in answer
    assert plant.looks > 0


@pytest.mark.parametrize(
    ("line", "headers"),
    [
        ("GET /healthz HTTP/1.1", ()),
        ("GET /healthz HTTP/1.0", ()),
        ("GET /healthz HTTP/1.1", ("Host:",)),
        ("GET /healthz HTTP/1.1", (MINE, "Host: evil.example")),
        ("GET /healthz HTTP/1.1", ("Host: evil.example", MINE)),
        ("GET /healthz HTTP/1.1", (MINE, MINE)),
        ("GET /healthz HTTP/1.1", ("Host: evil.example",)),
        ("GET /healthz HTTP/1.1", ("Host: 127.0.0.1@evil.example",)),
        ("GET /healthz HTTP/1.1", ("Host: evil.example:80#127.0.0.1",)),
        ("GET /healthz HTTP/1.1", ("Host: évil",)),
        ("GET /healthz HTTP/1.1", ("Host: evil.example", "X-Forwarded-Host: 127.0.0.1")),
        ("GET http://evil.example/healthz HTTP/1.1", (MINE,)),
        ("GET http://127.0.0.1@evil.example/healthz HTTP/1.1", (MINE,)),
        ("GET http://127.0.0.1/healthz HTTP/1.1", ("Host: evil.example",)),
        ("GET /nowhere HTTP/1.1", ("Host: evil.example",)),
        ("GET /static/js/theme.js HTTP/1.1", ("Host: evil.example",)),
        ("GET /events/overview HTTP/1.1", ("Host: evil.example",)),
        ("POST /healthz HTTP/1.1", ("Host: evil.example",)),
        ("GET /healthz HTTP/1.1", (MINE, "Origin: http://evil.example")),
        ("GET /healthz HTTP/1.1", (MINE, "Origin: http://127.0.0.1", "Origin: http://evil.example")),
        ("GET /healthz HTTP/1.1", (MINE, "Sec-Fetch-Site: cross-site")),
        ("OPTIONS /metrics HTTP/1.1", (MINE, "Origin: http://evil", "Access-Control-Request-Method: GET")),
        ("OPTIONS * HTTP/1.1", (MINE,)),
        ("TRACE / HTTP/1.1", (MINE, "Cookie: watchdoge=secret")),
        ("CONNECT gateway.plant:80 HTTP/1.1", (MINE,)),
        ("CONNECT 127.0.0.1:80 HTTP/1.1", (MINE,)),
        ("DELETE /api/v1/gateways/API-1 HTTP/1.1", (MINE,)),
        ("BREW /pot HTTP/1.1", (MINE,)),
        ("PRI * HTTP/2.0", ()),
        ("POST / HTTP/1.1", (MINE, "X-HTTP-Method-Override: GET", "Content-Length: 0")),
        ("GET / HTTP/1.1", (MINE, "X-Any: a\rSet-Cookie: b")),
        ("GET / HTTP/1.1", (MINE, "X-Any : a")),
        ("GET /static/../../configDoge.json HTTP/1.1", (MINE,)),
        ("GET /static/%2e%2e/%2e%2e/configDoge.json HTTP/1.1", (MINE,)),
        ("GET /static/..%2f..%2f..%2fconfigDoge.json HTTP/1.1", (MINE,)),
        ("GET /static/..%5c..%5cconfigDoge.json HTTP/1.1", (MINE,)),
        ("GET /static/%00.js HTTP/1.1", (MINE,)),
        ("GET /static/js/theme.js%00.css HTTP/1.1", (MINE,)),
        ("GET /static//etc/passwd.js HTTP/1.1", (MINE,)),
        ("GET /static/%2fetc%2fpasswd HTTP/1.1", (MINE,)),
        ("GET /static/js HTTP/1.1", (MINE,)),
        ("GET /static/ HTTP/1.1", (MINE,)),
        ("GET /static/../templates/base.html HTTP/1.1", (MINE,)),
        ("GET /static/fonts/../../themes/light.toml HTTP/1.1", (MINE,)),
        ("GET /%0d%0aSet-Cookie:%20a=b HTTP/1.1", (MINE,)),
        ("GET /\xff\xfe HTTP/1.1", (MINE,)),
    ],
)  # fmt: skip
def test_mischief_is_refused_and_nothing_is_done(site, line: str, headers: tuple[str, ...]) -> None:
    plant, port = site
    before = plant.looks
    status, answer = say(port, line, *headers)
    assert 400 <= status < 500 or status == 501, answer
    assert plant.looks == before
    for leak in ("Traceback", "evil.example", "root:", "secret"):
        assert leak not in answer
    for header in ("Set-Cookie", "Access-Control-Allow", "Server:"):
        assert header not in answer


@pytest.mark.parametrize(
    ("headers", "body"),
    [
        (("Content-Length: 5",), b"hello"),
        (("Content-Length: 70000",), b""),
        (("Content-Length: -5",), b""),
        (("Content-Length: 5, 5",), b"hello"),
        (("Transfer-Encoding: chunked",), b"5\r\nhello\r\n0\r\n\r\n"),
        (("Transfer-Encoding: chunked", "Content-Length: 0"), b"5\r\nhello\r\n0\r\n\r\n"),
        (("Transfer-Encoding: gzip",), b""),
        (("Transfer-Encoding: chunked",), b"zz\r\nhello\r\n0\r\n\r\n"),
    ],
)
def test_a_question_with_a_body_is_refused(site, headers: tuple[str, ...], body: bytes) -> None:
    plant, port = site
    before = plant.looks
    status, answer = say(port, "GET /api/v1/snapshot HTTP/1.1", MINE, *headers, body=body)
    assert 400 <= status < 500 or status == 501, answer
    assert plant.looks == before


@pytest.mark.parametrize(
    "lead", ["//evil.example/", "//evil.example/%2e%2e", "/\\evil.example", "/sign-in?next=//evil.example"]
)
def test_nobody_is_sent_to_another_site(site, locked, lead: str) -> None:
    for _, port in (site, locked):
        _, answer = say(port, f"GET {lead} HTTP/1.1", MINE)
        for line in answer.split("\r\n\r\n")[0].split("\r\n"):
            if line.lower().startswith("location:"):
                place = line.partition(":")[2].strip()
                assert place.startswith(("/", "http://127.0.0.1/"))
                assert not place.startswith(("//", "/\\"))


def test_a_header_of_the_asker_never_becomes_one_of_ours(locked) -> None:
    _, port = locked
    _, answer = say(port, "GET /fleet?a=%0d%0aX-Mine:%20b&lang=%0d%0aX-Mine:%20b HTTP/1.1", MINE)
    assert answer.startswith("HTTP/1.1 303 ")
    assert "\r\nX-Mine" not in answer


@pytest.mark.parametrize(
    "path", ["/", "/fleet", "/api/v1/snapshot", "/metrics", "/events/overview", "/static/../api/v1/snapshot"]
)
@pytest.mark.parametrize(
    "header",
    [
        "X-Any: a",
        "Authorization: Bearer",
        "Authorization: Basic dGhlOm1hcmJsZXM=",
        "Cookie: watchdoge=1.9999999999." + "0" * 64,
        "Cookie: watchdoge=" + TOKEN,
        "X-Forwarded-For: 127.0.0.1",
    ],
)
def test_without_the_token_no_byte_of_the_plant_is_sent(path: str, header: str) -> None:
    plant = Plant()
    client = plant.site(TOKEN).test_client()
    name, _, value = header.partition(": ")
    assert client.get(path, headers={name: value}).status_code in {303, 401, 404}
    assert plant.looks == 0


def test_the_token_opens_the_real_door_and_its_stream(locked) -> None:
    _, port = locked
    assert say(port, "GET /api/v1/snapshot HTTP/1.1", MINE)[0] == 401
    assert say(port, "GET /api/v1/snapshot HTTP/1.1", MINE, f"Authorization: Bearer {TOKEN}")[0] == 200
    assert say(port, "HEAD /events/overview HTTP/1.1", MINE, f"Authorization: Bearer {TOKEN}")[0] == 200
    assert say(port, "GET /events/overview HTTP/1.1", MINE)[0] == 401
