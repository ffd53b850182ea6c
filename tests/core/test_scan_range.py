"""An operator writes which addresses are to be asked."""

import ipaddress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doge_gui.core.scan_findings import is_gateway, offered_name
from doge_gui.core.scan_range import (
    MOST,
    ScanRangeError,
    Wrong,
    network_around,
    parse_hosts,
    parse_order,
    parse_ports,
)


def hosts(text: str) -> list[str]:
    order = parse_order(text, "8000")
    asked = [host for host, _ in order.targets()]
    assert len(asked) == order.hosts == order.questions
    return asked


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("192.168.1.7", ["192.168.1.7"]),
        ("192.168.1.0/30", ["192.168.1.1", "192.168.1.2"]),
        ("192.168.1.2/30", ["192.168.1.1", "192.168.1.2"]),
        ("192.168.1.4/31", ["192.168.1.4", "192.168.1.5"]),
        ("10.0.0.254-10.0.1.1", ["10.0.0.254", "10.0.0.255", "10.0.1.0", "10.0.1.1"]),
        ("10.0.0.5 - 7", ["10.0.0.5", "10.0.0.6", "10.0.0.7"]),
        ("10.0.0.5 to 10.0.0.6", ["10.0.0.5", "10.0.0.6"]),
        ("10.0.0.5–6; 10.0.0.9\n10.0.0.6", ["10.0.0.5", "10.0.0.6", "10.0.0.9"]),
    ],
)
def test_ranges_as_people_write_them(text, asked) -> None:
    assert hosts(text) == asked


@pytest.mark.parametrize(
    ("text", "wrong", "piece", "position"),
    [
        ("", Wrong.EMPTY, "", 0),
        (" , ", Wrong.EMPTY, "", 0),
        ("192.168.1", Wrong.NOT_AN_ADDRESS, "192.168.1", 0),
        ("10.0.0.1, 10.0.0.256", Wrong.NOT_AN_ADDRESS, "10.0.0.256", 10),
        ("plant.example", Wrong.NOT_AN_ADDRESS, "plant.example", 0),
        ("fe80::1", Wrong.IPV6, "fe80::1", 0),
        ("10.0.0.0/33", Wrong.PREFIX, "10.0.0.0/33", 0),
        ("10.0.0.0/0", Wrong.PREFIX, "10.0.0.0/0", 0),
        ("10.0.0.1-9/24", Wrong.PREFIX, "10.0.0.1-9/24", 0),
        ("10.0.0.9-10.0.0.1", Wrong.BACKWARDS, "10.0.0.9-10.0.0.1", 0),
        ("224.0.0.1", Wrong.NOT_A_HOST, "224.0.0.1", 0),
        ("0.0.0.0-1.0.0.1", Wrong.NOT_A_HOST, "0.0.0.0-1.0.0.1", 0),
    ],
)
def test_a_wrong_range_is_refused_with_its_place(text, wrong, piece, position) -> None:
    with pytest.raises(ScanRangeError) as told:
        parse_order(text, "8000")
    assert (told.value.wrong, told.value.piece, told.value.position) == (wrong, piece, position)


def test_no_more_than_a_twentytwo_is_asked() -> None:
    assert parse_order("10.0.0.0/22", "8000").questions == 1022
    for text, ports, count in (("10.0.0.0/21", "8000", 2046), ("10.0.0.0/22", "8000-8001", 2044)):
        with pytest.raises(ScanRangeError) as told:
            parse_order(text, ports)
        assert told.value.wrong is Wrong.TOO_MANY
        assert told.value.count == count


def test_a_huge_range_is_refused_without_being_counted_out() -> None:
    with pytest.raises(ScanRangeError):
        parse_order("1.0.0.0-223.255.255.255", "1-65535")


@pytest.mark.parametrize(
    ("text", "ports"),
    [("8000", (8000,)), ("8010, 8000", (8000, 8010)), ("8000 - 8002", (8000, 8001, 8002))],
)
def test_ports(text, ports) -> None:
    assert parse_ports(text) == ports


@pytest.mark.parametrize("text", ["", "0", "65536", "http", "9-8", "-1", "٨٠٠٠"])
def test_wrong_ports(text) -> None:
    with pytest.raises(ScanRangeError):
        parse_ports(text)


def test_only_private_addresses_pass_without_a_word() -> None:
    assert not parse_order("192.168.0.0/24, 10.0.0.1, 127.0.0.1", "8000").beyond_private
    assert parse_order("192.168.0.1, 8.8.8.8", "8000").beyond_private
    assert parse_order("172.31.255.255-172.32.0.0", "8000").beyond_private


def test_a_machines_own_network_is_offered_never_larger_than_can_be_asked() -> None:
    assert network_around("192.168.1.17", 24) == "192.168.1.0/24"
    assert network_around("172.16.5.9", 22) == "172.16.4.0/22"
    assert network_around("10.3.2.1", 8) == "10.3.2.0/24"
    assert network_around("8.8.8.8", 24) == ""
    assert network_around("10.0.0.1", 32) == ""


@given(st.text(max_size=60) | st.text("0123456789./-, ", max_size=40))
def test_whatever_is_typed_is_a_range_or_a_refusal(text) -> None:
    refused = None
    try:
        asked = list(parse_order(text, "8000").targets())
    except ScanRangeError as error:
        refused = error
    if refused is None:
        assert 0 < len(asked) == len(set(asked)) <= MOST
    else:
        begin = refused.piece.partition("-")[0]
        assert text[refused.position :].replace("\0", "\ufffd").startswith(begin)


_STRETCHES = st.tuples(st.integers(1 << 24, (224 << 24) - 300), st.integers(0, 60))


@given(st.lists(_STRETCHES, min_size=1, max_size=8))
def test_exactly_what_was_written_is_asked(ranges) -> None:
    wanted = {number for first, more in ranges for number in range(first, first + more + 1)}
    text = ", ".join(
        f"{ipaddress.IPv4Address(first)}-{ipaddress.IPv4Address(first + more)}" for first, more in ranges
    )
    asked = [number for span in parse_hosts(text) for number in range(span.first, span.last + 1)]
    assert asked == sorted(wanted)


def test_a_gateway_is_told_from_other_devices() -> None:
    assert is_gateway(200, b"[1, 2, 3]")
    assert not is_gateway(404, b"[1, 2, 3]")
    assert not is_gateway(200, b"<html>printer</html>")
    assert not is_gateway(200, b"[true, 2, 3]")


def test_names_are_offered_each_once() -> None:
    taken: list[str] = []
    for host, port in (("10.0.4.7", 8000), ("10.0.5.7", 8000), ("10.0.4.7", 8001), ("10.1.4.7", 8001)):
        taken.append(offered_name(host, port, taken))
    assert taken == ["API-7", "API-5-7", "API-4-7", "API-7-8001"]
    assert offered_name("10.2.4.7", 8001, [*taken, "API-4-7-8001"]) == "API-10.2.4.7-8001"
