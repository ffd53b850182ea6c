"""Each fault of a scenario as a client sees it, while the gateway next door answers as ever."""

import gzip
import json
import time
from typing import Any

import pytest
from raw_client import RawClient

from doge_gui.simulator.fleet import FleetInThread


def break_second(fleet: FleetInThread, fault: str, **more: Any) -> RawClient:
    """Let API-2 misbehave, and connect to it."""
    fleet.set_scenario([{"gateways": ["API-2"], "fault": fault} | more])
    return RawClient(fleet.addresses["API-2"])


@pytest.fixture(autouse=True)
def _neighbour_stays_well(fleet: FleetInThread) -> Any:
    yield
    with RawClient(fleet.addresses["API-1"]) as client:
        assert client.ask("multi_possible").body == b"[1, 1, 1]"


def test_slow_answers_well_but_late(fleet: FleetInThread) -> None:
    with break_second(fleet, "slow", delay_ms=120) as client:
        asked_at = time.monotonic()
        assert client.ask("multi_possible").body == b"[1, 1, 1]"
        assert time.monotonic() - asked_at >= 0.12


def test_silent_takes_the_question_and_says_nothing(fleet: FleetInThread) -> None:
    with break_second(fleet, "silent") as client:
        client.send("multi_possible")
        assert client.is_silent_for(0.15)
    assert fleet.account("API-2")["questions"] == {"multi_possible": 1}


def test_refused_until_mended_then_on_the_same_port(fleet: FleetInThread) -> None:
    with RawClient(fleet.addresses["API-2"]) as client:
        client.ask("multi_possible")
        fleet.set_scenario([{"gateways": ["API-2"], "fault": "refuse"}])
        assert client.is_closed()
    with pytest.raises(ConnectionRefusedError):
        RawClient(fleet.addresses["API-2"])
    fleet.set_scenario([])
    with RawClient(fleet.addresses["API-2"]) as client:
        assert client.ask("multi_possible").status == 200


def test_killed_and_revived(fleet: FleetInThread) -> None:
    fleet.kill("API-2")
    with pytest.raises(ConnectionRefusedError):
        RawClient(fleet.addresses["API-2"])
    fleet.set_scenario([])
    with pytest.raises(ConnectionRefusedError):
        RawClient(fleet.addresses["API-2"])
    fleet.revive("API-2")
    with RawClient(fleet.addresses["API-2"]) as client:
        assert client.ask("multi_possible").status == 200


def test_a_body_drips(fleet: FleetInThread) -> None:
    with break_second(fleet, "body_drip", every_ms=5) as client:
        client.send("multi_possible")
        first = client.at_least(1)
        assert len(first.partition(b"\r\n\r\n")[2]) <= 2
        assert client.read().body == b"[1, 1, 1]"


def test_a_header_drips(fleet: FleetInThread) -> None:
    with break_second(fleet, "header_drip", every_ms=1) as client:
        client.send("multi_possible")
        assert len(client.at_least(1)) < 10
        assert client.read().body == b"[1, 1, 1]"


@pytest.mark.parametrize(
    ("fault", "start", "goes_on"),
    [
        ("endless_continue", b"HTTP/1.1 100 Continue\r\n\r\n", b"HTTP/1.1 100 Continue\r\n\r\n" * 3),
        ("endless_header", b"HTTP/1.1 200 OK\r\nX-Filler: ", b"\r\nX-Filler: "),
        ("endless_chunks", b"HTTP/1.1 200 OK\r\n", b"\r\n4000\r\n"),
        ("huge_length", b"HTTP/1.1 200 OK\r\n", b"Content-Length: 2147483648\r\n"),
    ],
)
def test_an_answer_without_end(fleet: FleetInThread, fault: str, start: bytes, goes_on: bytes) -> None:
    with break_second(fleet, fault, every_ms=0.1) as client:
        client.send("multi_possible")
        received = client.at_least(100 if fault == "endless_continue" else 100_000)
        assert received.startswith(start)
        assert goes_on in received


def test_a_gzip_bomb_is_a_good_answer_after_megabytes_of_blanks(fleet: FleetInThread) -> None:
    with break_second(fleet, "gzip_bomb", megabytes=4) as client:
        answer = client.ask("multi_possible")
    assert b"Content-Encoding: gzip" in answer.head
    assert len(answer.body) < 8192
    unpacked = gzip.decompress(answer.body)
    assert len(unpacked) > 4 * 1024**2
    assert json.loads(unpacked) == [1, 1, 1]


def test_a_redirect_leads_elsewhere(fleet: FleetInThread) -> None:
    with break_second(fleet, "redirect", to="http://127.0.0.1:1/deconnection") as client:
        answer = client.ask("multi_possible")
    assert answer.status == 302
    assert b"Location: http://127.0.0.1:1/deconnection" in answer.head


def test_an_idle_connection_is_closed(fleet: FleetInThread) -> None:
    with break_second(fleet, "close_idle") as client:
        answer = client.ask("multi_possible")
        assert b"Connection: close" not in answer.head
        assert client.is_closed()


def test_a_used_connection_is_closed_on_the_next_question_which_has_no_effect(fleet: FleetInThread) -> None:
    with break_second(fleet, "close_on_request") as client:
        assert client.ask("multi_possible").status == 200
        client.send("compteur_bille/0/80")
        assert client.is_closed()
    account = fleet.account("API-2")
    assert (account["writes"], account["totals_held"]) == ([[0, 80]], [None, None, None])
    with RawClient(fleet.addresses["API-2"]) as client:
        assert client.ask("compteur_bille/0/80").status == 200
    assert fleet.account("API-2")["totals_held"] == [80, None, None]


def test_a_reset_in_the_middle_of_the_body(fleet: FleetInThread) -> None:
    with break_second(fleet, "reset") as client:
        client.send("multi_possible")
        assert client.at_least(1).endswith(b"\r\n\r\n[1, ")
        with pytest.raises(ConnectionResetError):
            client.is_closed()


@pytest.mark.parametrize(
    ("fault", "more", "status", "body"),
    [
        ("status", {"code": 500, "body": "oops"}, 500, b"oops"),
        ("status", {"code": 204}, 204, b""),
        ("empty", {}, 200, b""),
        ("raw", {"body": "[1, NaN, 1e999]"}, 200, b"[1, NaN, 1e999]"),
        ("raw", {"body": "[" * 30_000}, 200, b"[" * 30_000),
        ("raw", {"body_base64": "//4="}, 200, b"\xff\xfe"),
        ("garble", {}, 200, b"[1, \xff\xfe\x00{"),
    ],
)
def test_a_wrong_answer(
    fleet: FleetInThread, fault: str, more: dict[str, Any], status: int, body: bytes
) -> None:
    with break_second(fleet, fault, **more) as client:
        for _ in range(2):
            answer = client.ask("multi_possible")
            assert (answer.status, answer.body) == (status, body)


def test_a_page_of_html(fleet: FleetInThread) -> None:
    with break_second(fleet, "html") as client:
        answer = client.ask("multi_possible")
    assert b"Content-Type: text/html" in answer.head
    assert answer.body.startswith(b"<!DOCTYPE html>")


@pytest.mark.parametrize(("fault", "step"), [("lose_marble", -1), ("count_twice", 1)])
def test_a_plc_miscounts_one_circuit(fleet: FleetInThread, fault: str, step: int) -> None:
    with RawClient(fleet.addresses["API-2"]) as client:
        good = json.loads(client.ask("compteur_bille").body)
        fleet.set_scenario([{"gateways": ["API-2"], "fault": fault, "circuit": 1}])
        assert json.loads(client.ask("compteur_bille").body) == [good[0], good[1] + step, good[2]]


def test_a_disconnection_is_answered_and_ignored(fleet: FleetInThread) -> None:
    with break_second(fleet, "ignore_disconnection") as client:
        assert json.loads(client.ask("deconnection").body)["status"] == "disconnected"
        assert client.ask("multi_possible").body == b"[1, 1, 1]"


def test_a_plc_is_not_connected(fleet: FleetInThread) -> None:
    with break_second(fleet, "not_connected") as client:
        assert client.ask("multi_possible").body == b"[0, 0, 0]"


def test_a_request_has_a_given_value(fleet: FleetInThread) -> None:
    with break_second(fleet, "value", request="temperature", value=241.5) as client:
        assert json.loads(client.ask("temperature").body) == {"value": 241.5}
        assert json.loads(client.ask("oil").body)["value"] < 60


def test_a_fault_may_concern_one_question(fleet: FleetInThread) -> None:
    with break_second(fleet, "status", code=503, question="compteur_bille/write") as client:
        assert [client.ask(path).status for path in ("compteur_bille", "compteur_bille/0/1")] == [200, 503]


def test_a_fault_begins_and_ends_at_its_times(fleet: FleetInThread) -> None:
    with break_second(fleet, "html", from_s=0.1, to_s=0.2) as client:
        seen = [client.ask("multi_possible").body[:1]]
        for wanted in (b"<", b"["):
            deadline = time.monotonic() + 10
            while seen[-1] != wanted and time.monotonic() < deadline:
                seen.append(client.ask("multi_possible").body[:1])
    assert [seen[0], seen[-1]] == [b"[", b"["]
    assert b"<" in seen


def test_of_two_faults_the_earlier_in_the_file_wins_and_slowness_adds_up(fleet: FleetInThread) -> None:
    fleet.set_scenario(
        [
            {"gateways": "all", "fault": "slow", "delay_ms": 30},
            {"gateways": ["API-2"], "fault": "empty"},
            {"gateways": "all", "fault": "html"},
        ]
    )
    bodies = []
    for name in ("API-2", "API-3"):
        with RawClient(fleet.addresses[name]) as client:
            bodies.append(client.ask("multi_possible").body[:9])
    assert bodies == [b"", b"<!DOCTYPE"]
    fleet.set_scenario([])
