"""A healthy simulated gateway: the contract, over HTTP/1.0 and 1.1, and the account it keeps."""

import json

import pytest
from raw_client import RawClient

from doge_gui.simulator.fleet import FleetError, FleetInThread


def test_every_question_of_the_contract_is_answered(fleet: FleetInThread) -> None:
    with RawClient(fleet.addresses["API-2"]) as client:
        assert json.loads(client.ask("multi_possible").body) == [1, 1, 1]
        assert json.loads(client.ask("checkplusde3").body) == [0, 0, 0]
        assert 20 <= json.loads(client.ask("temperature").body)["value"] <= 24
        assert 42 <= json.loads(client.ask("oil").body)["value"] <= 58
        assert client.ask("compteur_bille/2/80").status == 200
        assert json.loads(client.ask("deconnection").body) == {"status": "disconnected", "API": "API-2"}
        assert json.loads(client.ask("multi_possible").body) == [0, 0, 0]
    assert fleet.plant()["connected"] == {"API-1": True, "API-2": False, "API-3": True}


def test_the_gateways_together_count_what_the_plant_holds(fleet: FleetInThread) -> None:
    counts = []
    for address in fleet.addresses.values():
        with RawClient(address) as client:
            counts.append(json.loads(client.ask("compteur_bille").body))
    plant = fleet.plant()
    assert [sum(circuit) for circuit in zip(*counts, strict=True)] == plant["counted"]
    assert [a + b for a, b in zip(plant["counted"], plant["in_transit"], strict=True)] == plant["marbles"]


@pytest.mark.parametrize(
    "path",
    [
        "",
        "humidity",
        "compteur_bille/3/80",
        "compteur_bille/0/-1",
        "compteur_bille/0/1/2",
        "multi_possible?x=1",
        "../deconnection",
    ],
)
def test_a_path_outside_the_contract_is_not_found_and_does_nothing(fleet: FleetInThread, path: str) -> None:
    with RawClient(fleet.addresses["API-1"]) as client:
        assert client.ask(path).status == 404
        assert client.ask("multi_possible").body == b"[1, 1, 1]"
    account = fleet.account("API-1")
    assert (account["refused"], account["asked"], account["writes"]) == (1, 1, [])


def test_a_connection_is_kept_or_closed_as_the_client_says(fleet: FleetInThread) -> None:
    address = fleet.addresses["API-1"]
    for version, field, header in [
        ("1.1", "Connection: close", b"Connection: close"),
        ("1.0", "Accept: */*", b""),
    ]:
        with RawClient(address) as client:
            answer = client.ask("multi_possible", version, field)
            assert header in answer.head
            assert client.is_closed()
    with RawClient(address) as client:
        assert b"Connection: keep-alive" in client.ask("multi_possible", "1.0", "Connection: Keep-Alive").head
        assert client.ask("multi_possible", "1.0").status == 200
        assert client.is_closed()


def test_questions_sent_together_are_answered_in_order(fleet: FleetInThread) -> None:
    with RawClient(fleet.addresses["API-1"]) as client:
        client.sock.sendall(b"GET /multi_possible HTTP/1.1\r\n\r\nGET /checkplusde3 HTTP/1.1\r\n\r\n" * 90)
        for _ in range(90):
            assert client.read().body == b"[1, 1, 1]"
            assert client.read().body == b"[0, 0, 0]"


def test_a_second_question_waits_for_the_first_ones_answer(fleet: FleetInThread) -> None:
    slow = {"gateways": "all", "fault": "slow", "delay_ms": 50, "question": "multi_possible"}
    fleet.set_scenario([slow])
    with RawClient(fleet.addresses["API-1"]) as client:
        client.send("multi_possible")
        client.send("checkplusde3")
        assert [client.read().body, client.read().body] == [b"[1, 1, 1]", b"[0, 0, 0]"]


@pytest.mark.parametrize(
    ("request_bytes", "status"),
    [
        (b"POST /multi_possible HTTP/1.1\r\n\r\n", 405),
        (b"GET /multi_possible HTTP/1.1\r\nContent-Length: 5\r\n\r\nhello", 400),
        (b"GET /multi_possible HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n", 400),
        (b"GET /multi_possible\r\n\r\n", 400),
        (b"\x16\x03\x01\r\n\r\n", 400),
    ],
)
def test_what_is_not_a_question_is_refused(fleet: FleetInThread, request_bytes: bytes, status: int) -> None:
    with RawClient(fleet.addresses["API-1"]) as client:
        client.sock.sendall(request_bytes)
        assert client.read().status == status


def test_a_head_without_an_end_is_refused(fleet: FleetInThread) -> None:
    with RawClient(fleet.addresses["API-1"]) as client:
        client.sock.sendall(b"GET /multi_possible HTTP/1.1\r\nX: " + b"x" * 8192)
        assert client.read().status == 431


def test_a_question_may_arrive_byte_by_byte(fleet: FleetInThread) -> None:
    with RawClient(fleet.addresses["API-1"]) as client:
        for byte in b"GET /multi_possible HTTP/1.1\r\n\r\n":
            client.sock.sendall(bytes([byte]))
        assert client.read().body == b"[1, 1, 1]"


def test_the_ledger_tells_what_was_asked_and_written_in_order(fleet: FleetInThread) -> None:
    with RawClient(fleet.addresses["API-1"]) as client, RawClient(fleet.addresses["API-1"]) as second:
        for path in ("multi_possible", "compteur_bille/0/80", "compteur_bille/2/79", "compteur_bille/1/81"):
            client.ask(path)
        second.ask("deconnection")
    account = fleet.account("API-1")
    assert account["questions"] == {"multi_possible": 1, "compteur_bille/write": 3, "deconnection": 1}
    assert account["writes"] == [[0, 80], [2, 79], [1, 81]]
    assert account["totals_held"] == [80, 81, 79]
    assert (account["disconnections"], account["connections_opened"], account["most_connections"]) == (
        1,
        2,
        2,
    )
    assert fleet.account("API-2")["asked"] == 0
    fleet.forget()
    assert fleet.ledger()["asked"] == 0


def test_clients_that_come_one_after_the_other_are_never_two_at_once(fleet: FleetInThread) -> None:
    for _ in range(20):
        with RawClient(fleet.addresses["API-1"]) as client:
            client.ask("multi_possible")
    account = fleet.account("API-1")
    assert (account["connections_opened"], account["most_connections"]) == (20, 1)


def test_an_unknown_command_is_an_error(fleet: FleetInThread) -> None:
    with pytest.raises(FleetError, match="not a command"):
        fleet.kill("API-99")
    with pytest.raises(FleetError, match=r"events\[0\]"):
        fleet.set_scenario([{"gateways": "all", "fault": "sulk"}])
