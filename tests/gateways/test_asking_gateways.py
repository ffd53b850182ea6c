"""What an operator reads when a gateway misbehaves: in time, with the reason, at no neighbour's cost."""

import socket
import threading
import time
from collections.abc import Iterator

import pytest

from doge_gui.core.addresses import Address, from_json
from doge_gui.core.questions import DISCONNECTION, reading_questions, write_questions
from doge_gui.core.replies import ActionReply, GatewayReply, Reason
from doge_gui.gateways.client import GatewayClient
from doge_gui.gateways.switchboard import Switchboard
from doge_gui.gateways.talk import Limits
from doge_gui.simulator.fleet import FleetInThread
from doge_gui.simulator.server import FleetOptions

QUESTIONS = reading_questions(["temperature"])
DEADLINE_S = 0.4
LIMITS = Limits(deadline_s=DEADLINE_S, budget_s=5.0)
MARGIN_S = 0.5
"""What a busy machine may add before a deadline counts as missed."""


@pytest.fixture
def fleet() -> Iterator[FleetInThread]:
    with FleetInThread(FleetOptions(gateways=3, marble_speed=0.0)) as fleet:
        yield fleet


@pytest.fixture
def client() -> Iterator[GatewayClient]:
    client = GatewayClient(Switchboard())
    yield client
    client.close()


def addresses(fleet: FleetInThread) -> tuple[Address, ...]:
    import json

    return from_json(json.dumps(fleet.addresses), 8000).addresses


def read(
    client: GatewayClient, where: tuple[Address, ...], limits: Limits = LIMITS
) -> dict[str, GatewayReply]:
    replies: dict[str, GatewayReply] = {}

    def note(reply: GatewayReply) -> None:
        assert reply.plc not in replies
        replies[reply.plc] = reply

    client.read(where, QUESTIONS, limits, note, threading.Event())
    return replies


def act(client: GatewayClient, where: tuple[Address, ...], questions) -> dict[str, ActionReply]:
    replies: dict[str, ActionReply] = {}
    client.act(where, questions, LIMITS, lambda reply: replies.update({reply.plc: reply}), threading.Event())
    return replies


def test_a_healthy_fleet_gives_every_reading(fleet, client) -> None:
    replies = read(client, addresses(fleet))
    assert sorted(replies) == ["API-1", "API-2", "API-3"]
    for reply in replies.values():
        assert reply.failures == ()
        assert all(vector is not None for vector in reply.vectors)
        assert all(value is not None for value in reply.values)
        assert 0 < reply.latency_s < 1


# Fault of one gateway -> reason in the operator's words. Every other gateway stays whole.
FAULTS = [
    pytest.param({"fault": "refuse"}, Reason.REFUSED, id="1 refused"),
    pytest.param({"fault": "silent"}, Reason.TIMEOUT, id="3 silent"),
    pytest.param({"fault": "body_drip"}, Reason.TIMEOUT, id="4 body drip"),
    pytest.param({"fault": "header_drip"}, Reason.TIMEOUT, id="5 header drip"),
    pytest.param({"fault": "endless_continue"}, Reason.TIMEOUT, id="6 endless 100 Continue"),
    pytest.param({"fault": "huge_length"}, Reason.TOO_LARGE, id="7 two gigabytes"),
    pytest.param({"fault": "endless_chunks", "every_ms": 0}, Reason.TOO_LARGE, id="8 endless chunks"),
    pytest.param({"fault": "gzip_bomb", "megabytes": 8}, Reason.PAYLOAD, id="9 gzip bomb"),
    pytest.param({"fault": "reset"}, Reason.BROKEN, id="12 reset in the body"),
    pytest.param({"fault": "status", "code": 500, "body": "[1, 2, 3]"}, Reason.STATUS, id="13 status 500"),
    pytest.param({"fault": "status", "code": 204}, Reason.STATUS, id="13 status 204"),
    pytest.param({"fault": "html"}, Reason.PAYLOAD, id="13 HTML"),
    pytest.param({"fault": "empty"}, Reason.PAYLOAD, id="13 empty"),
    pytest.param({"fault": "garble"}, Reason.PAYLOAD, id="18 not UTF-8"),
    pytest.param({"fault": "raw", "body": "[NaN, 1, 2]"}, Reason.PAYLOAD, id="14 NaN"),
    pytest.param({"fault": "raw", "body": "[" * 30_000}, Reason.PAYLOAD, id="18 nested 30,000 deep"),
    pytest.param({"fault": "raw", "body": "[" + "7" * 5000 + ",1,2]"}, Reason.PAYLOAD, id="14 5,000 digits"),
]


@pytest.mark.parametrize(("fault", "reason"), FAULTS)
def test_a_fault_is_named_within_the_deadline_and_stays_alone(fleet, client, fault, reason) -> None:
    where = addresses(fleet)
    read(client, where)
    fleet.set_scenario(
        [{"gateways": ["API-2"], "question": "multi_possible", **fault}]
        if fault["fault"] != "refuse"
        else [{"gateways": ["API-2"], **fault}]
    )
    started = time.monotonic()
    replies = read(client, where)
    took = time.monotonic() - started
    sick = replies["API-2"]
    assert sick.failures[0].question == "multi_possible"
    assert sick.failures[0].reason is reason
    assert sick.vectors[0] is None
    assert took < DEADLINE_S + MARGIN_S
    assert replies["API-1"].failures == replies["API-3"].failures == ()


def test_after_a_transport_failure_the_rest_is_not_asked(fleet, client) -> None:
    fleet.set_scenario([{"gateways": ["API-2"], "fault": "silent", "question": "checkplusde3"}])
    reply = read(client, addresses(fleet))["API-2"]
    assert reply.vectors[0] is not None
    assert [failure.question for failure in reply.failures] == ["checkplusde3"]
    assert "compteur_bille" not in fleet.account("API-2")["questions"]


def test_after_a_wrong_answer_the_rest_is_asked(fleet, client) -> None:
    fleet.set_scenario([{"gateways": ["API-2"], "fault": "html", "question": "checkplusde3"}])
    reply = read(client, addresses(fleet))["API-2"]
    assert [failure.question for failure in reply.failures] == ["checkplusde3"]
    assert reply.vectors[2] is not None


def test_an_address_that_takes_no_connection_is_a_timeout(client) -> None:
    """Fault 2: nothing answers the SYN, as when the backlog of a hung gateway is full."""
    with socket.socket() as full:
        full.bind(("127.0.0.1", 0))
        full.listen(0)
        place = full.getsockname()
        waiting = [socket.socket() for _ in range(4)]
        for one in waiting:
            one.setblocking(False)
            one.connect_ex(place)
        started = time.monotonic()
        reply = read(client, (Address("API-9", *place),))["API-9"]
        took = time.monotonic() - started
        for one in waiting:
            one.close()
    assert reply.failures[0].reason is Reason.TIMEOUT
    assert reply.failures[0].detail == "no answer in 0.4 s"
    assert took < DEADLINE_S + MARGIN_S


def test_a_redirect_is_never_followed(fleet, client) -> None:
    """Fault 10: the other server sees nothing."""
    elsewhere = fleet.addresses["API-3"]["RASP_catch"]
    fleet.set_scenario(
        [{"gateways": ["API-2"], "fault": "redirect", "to": f"http://{elsewhere}/multi_possible"}]
    )
    reply = read(client, addresses(fleet)[:2])["API-2"]
    assert reply.failures[0].reason is Reason.STATUS
    assert reply.failures[0].detail == "status 302"
    assert fleet.account("API-3")["asked"] == 0


def test_a_read_is_asked_once_more_on_a_stale_connection(fleet, client) -> None:
    """Fault 11, first half: the gateway closed the kept connection; one repeat, on one new connection."""
    where = addresses(fleet)
    read(client, where)
    fleet.forget()
    before = fleet.account("API-2")["connections_opened"]
    fault = {"gateways": ["API-2"], "fault": "close_on_request", "question": "multi_possible"}
    fleet.set_scenario([fault])
    assert read(client, where)["API-2"].failures == ()
    account = fleet.account("API-2")
    assert account["questions"]["multi_possible"] == 2
    assert account["questions"]["compteur_bille"] == 1
    assert account["connections_opened"] - before == 1


def test_the_repeat_has_what_is_left_of_the_same_deadline(fleet, client) -> None:
    """Fault 11: the repeat meets silence, and the question still ends at its one deadline."""
    where = addresses(fleet)
    read(client, where)
    fleet.forget()
    fault = {"gateways": ["API-2"], "question": "multi_possible"}
    fleet.set_scenario([{**fault, "fault": "close_on_request"}, {**fault, "fault": "silent"}])
    started = time.monotonic()
    reply = read(client, where)["API-2"]
    assert time.monotonic() - started < 2 * DEADLINE_S
    assert reply.failures[0].reason is Reason.TIMEOUT
    assert fleet.account("API-2")["questions"] == {"multi_possible": 2}


def test_a_write_is_never_sent_twice(fleet, client) -> None:
    """Fault 11, second half: whether the gateway took it is unknown, so it is not sent again."""
    where = addresses(fleet)
    read(client, where)
    fleet.forget()
    fleet.set_scenario([{"gateways": ["API-2"], "fault": "close_on_request"}])
    reply = act(client, where, write_questions((30, 30, 30)))["API-2"]
    assert reply.done == 0
    assert reply.failures[0].reason is Reason.BROKEN
    assert "not sent again" in reply.failures[0].detail
    assert fleet.account("API-2")["writes_seen"] == 1
    assert fleet.account("API-1")["writes"] == [[0, 30], [1, 30], [2, 30]]


def test_a_disconnection_is_sent_once_and_its_answer_shown(fleet, client) -> None:
    replies = act(client, addresses(fleet)[:1], (DISCONNECTION,))
    assert replies["API-1"].done == 1
    assert "API-1" in replies["API-1"].status
    assert [fleet.account(plc)["disconnections"] for plc in ("API-1", "API-2")] == [1, 0]


def test_a_gateway_sees_one_connection_and_keeps_it(fleet, client) -> None:
    where = addresses(fleet)
    for _ in range(3):
        read(client, where)
        act(client, where, write_questions((1, 2, 3)))
    account = fleet.account("API-1")
    assert account["most_connections"] == 1
    assert account["connections_opened"] == 1


def test_a_gateway_that_left_the_list_is_hung_up_on(fleet, client) -> None:
    where = addresses(fleet)
    read(client, where)
    client.forget([where[1].netloc])
    replies = read(client, (where[0], where[2]))
    assert all(reply.failures == () for reply in replies.values())
    assert fleet.account("API-2")["connections_open"] == 0


def test_a_slow_gateway_may_not_use_more_than_its_budget(fleet, client) -> None:
    fleet.set_scenario([{"gateways": ["API-2"], "fault": "slow", "delay_ms": 150}])
    limits = Limits(deadline_s=0.4, budget_s=0.35)
    reply = read(client, addresses(fleet), limits)["API-2"]
    assert reply.vectors[0] is not None
    assert reply.failures[-1].reason is Reason.BUDGET
    assert not reply.failures[-1].lost


def test_stopping_ends_silent_questions_at_once(fleet, client) -> None:
    fleet.set_scenario([{"gateways": "all", "fault": "silent"}])
    stop = threading.Event()
    replies: list[GatewayReply] = []
    limits = Limits(deadline_s=30.0, budget_s=60.0)
    thread = threading.Thread(
        target=client.read, args=(addresses(fleet), QUESTIONS, limits, replies.append, stop)
    )
    thread.start()
    while fleet.ledger()["asked"] < 3:
        time.sleep(0.01)
    stop.set()
    thread.join(2.0)
    assert not thread.is_alive()
    assert {reply.failures[0].reason for reply in replies} == {Reason.CANCELLED}
