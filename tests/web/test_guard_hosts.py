"""Whom a request is for: names that are ours, names that a stranger lets point here, and nonsense."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doge_gui.core.config import FlaskSection
from doge_gui.web.guard import serving_refused
from doge_gui.web.guard.hosts import authority, own_names
from doge_gui.web.guard.requests_taken import body_refused, host_refused, origin_refused, site_refused

TOKEN = "the-marbles-roll-quietly"
MACHINE = "Station-7"


def answered(host: str, bound: str = "127.0.0.1", names: tuple[str, ...] = ()) -> bool:
    section = FlaskSection(host=bound, token=TOKEN, names=names)
    return host_refused(host, "/", own_names(section, MACHINE)) is None


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "127.0.0.1:5000", "LOCALHOST:5000", "localhost.", "[::1]:5000"]
)
def test_on_this_machine_its_own_names_are_answered(host: str) -> None:
    assert answered(host)


@pytest.mark.parametrize(
    "host",
    [
        "",
        "evil.example",
        "localhost.evil.example",
        "127.0.0.1.evil.example",
        "127.1",
        "0x7f000001",
        "2130706433",
        "0.0.0.0",
        "192.0.2.1",
        "station-7",
        "user@127.0.0.1",
        "127.0.0.1:",
        "127.0.0.1:0",
        "127.0.0.1:99999",
        "127.0.0.1:80:80",
        "127.0.0.1, evil.example",
        "127.0.0.1 evil.example",
        "127.0.0.1/evil",
        "[127.0.0.1]",
        "[::1",
        "::1",
        "127.0.0.1\n",
        "127.0.0.1\x00",
        "١٢٧.0.0.1",
        "*",
        ".",
    ],
)
def test_on_this_machine_nothing_else_is(host: str) -> None:
    assert not answered(host)


@pytest.mark.parametrize(
    ("bound", "host", "taken"),
    [
        ("192.0.2.5", "192.0.2.5:5000", True),
        ("192.0.2.5", "station-7", True),
        ("192.0.2.5", "192.0.2.6", False),
        ("192.0.2.5", "127.0.0.1", False),
        ("192.0.2.5", "evil.example", False),
        ("0.0.0.0", "192.0.2.5", True),
        ("0.0.0.0", "[2001:db8::5]:5000", True),
        ("0.0.0.0", "localhost", True),
        ("0.0.0.0", "STATION-7:5000", True),
        ("0.0.0.0", "evil.example", False),
        ("0.0.0.0", "0.0.0.0", False),
        ("::", "192.0.2.5", True),
        ("::", "evil.example", False),
        ("2001:db8:0::5", "[2001:DB8::5]", True),
        ("watch.plant", "Watch.Plant:5000", True),
        ("watch.plant", "watch.plant.evil.example", False),
    ],
)
def test_elsewhere_the_address_that_is_bound_decides(bound: str, host: str, taken: bool) -> None:
    assert answered(host, bound) is taken


def test_names_of_the_configuration_are_ours_too() -> None:
    assert answered("watch.plant.example:8443", names=("Watch.Plant.example",))
    assert not answered("other.plant.example", names=("watch.plant.example",))


@given(st.text(max_size=60))
def test_no_text_whatever_is_an_authority_by_accident(text: str) -> None:
    told = authority(text)
    if told is not None:
        assert told.host.isascii()
        assert told.host == told.host.lower()
        assert not set(told.host) & set("@/, \n\x00?#%")


@pytest.mark.parametrize(
    ("target", "taken"),
    [
        ("/alarms", True),
        ("//evil.example/", True),
        ("http://127.0.0.1:5000/alarms", True),
        ("http://evil.example/", False),
        ("http://127.0.0.1:5001/", False),
        ("http://user@127.0.0.1:5000/", False),
        ("file://127.0.0.1:5000/", False),
        ("http://[::1", False),
        ("127.0.0.1:5000", False),
        ("*", False),
    ],
)
def test_a_request_line_that_names_a_host_names_the_same(target: str, taken: bool) -> None:
    ours = own_names(FlaskSection(), MACHINE)
    assert (host_refused("127.0.0.1:5000", target, ours) is None) is taken


@pytest.mark.parametrize(
    ("origin", "taken"),
    [
        (None, True),
        ("http://watch.plant:5000", True),
        ("https://watch.plant:5000", True),
        ("http://watch.plant", False),
        ("http://watch.plant:5001", False),
        ("http://evil.example", False),
        ("http://watch.plant:5000.evil.example", False),
        ("http://watch.plant:5000, http://evil.example", False),
        ("ftp://watch.plant:5000", False),
        ("null", False),
        ("", False),
    ],
)
def test_only_our_own_pages_ask(origin: str | None, taken: bool) -> None:
    assert (origin_refused(origin, "watch.plant:5000") is None) is taken


def test_behind_tls_the_usual_port_goes_unsaid() -> None:
    assert origin_refused("https://watch.plant", "watch.plant") is None
    assert origin_refused("https://watch.plant:443", "watch.plant") is None


@pytest.mark.parametrize(
    ("site", "mode", "destination", "taken"),
    [
        (None, None, None, True),
        ("none", "navigate", "document", True),
        ("same-origin", "cors", "empty", True),
        ("cross-site", "navigate", "document", True),
        ("cross-site", "navigate", "iframe", False),
        ("cross-site", "no-cors", "script", False),
        ("cross-site", "no-cors", "image", False),
        ("cross-site", None, None, False),
        ("same-site", "cors", "empty", False),
        ("same-origin, cross-site", "cors", "empty", False),
        ("", "cors", "empty", False),
    ],
)
def test_a_link_leads_here_and_a_strange_page_does_not_reach(
    site: str | None, mode: str | None, destination: str | None, taken: bool
) -> None:
    assert (site_refused(site, mode, destination) is None) is taken


@pytest.mark.parametrize(
    ("length", "transfer", "status"),
    [
        (None, None, 0),
        ("", None, 0),
        ("0", None, 0),
        ("1", None, 413),
        ("99999999999999", None, 413),
        ("-1", None, 400),
        ("+1", None, 400),
        ("1, 1", None, 400),
        ("٣", None, 400),
        ("0", "chunked", 400),
        (None, "gzip", 400),
    ],
)
def test_a_question_has_no_body(length: str | None, transfer: str | None, status: int) -> None:
    refusal = body_refused(length, transfer)
    assert (refusal.status if refusal else 0) == status


@pytest.mark.parametrize("host", ["127.0.0.1", "127.8.9.10", "::1", "[::1]", "localhost", "LocalHost."])
def test_this_machine_alone_may_look_without_a_token(host: str) -> None:
    assert serving_refused(FlaskSection(host=host)) == ""


@pytest.mark.parametrize(
    "host",
    ["0.0.0.0", "::", "*", "192.0.2.1", "fe80::1", "::ffff:192.0.2.1", "plant-pc", "127.1", "localhost.evil"],
)
def test_nobody_else_may(host: str) -> None:
    assert serving_refused(FlaskSection(host=host)).startswith(f"{host} can be reached from other machines")
    assert serving_refused(FlaskSection(host=host, token=TOKEN)) == ""


def test_behind_a_proxy_nothing_is_served_without_a_token() -> None:
    assert "flask.token" in serving_refused(FlaskSection(proxy="127.0.0.1"))
    assert serving_refused(FlaskSection(proxy="127.0.0.1", token=TOKEN)) == ""
