"""Limits that no gateway can widen: the budget, the memory, the protocols, and no way round by a proxy."""

import json
import math
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import psutil
import pycurl
import pytest
from requests import PreparedRequest

from doge_gui.core.addresses import Address, from_json
from doge_gui.core.questions import reading_questions, write_questions
from doge_gui.core.replies import GatewayReply, Reason
from doge_gui.gateways.client import GatewayClient
from doge_gui.gateways.switchboard import Switchboard
from doge_gui.gateways.talk import Limits, Spent, Talk, calls_of
from doge_gui.gateways.transport import CurlResponse, configure
from doge_gui.gateways.transport_errors import DeadlineError
from doge_gui.simulator.fleet import Fleet, FleetInThread, SimulatedFleet
from doge_gui.simulator.server import FleetOptions

QUESTIONS = reading_questions(["temperature"])
PATIENT = Limits(deadline_s=2.0, budget_s=5.0)


@pytest.fixture
def client() -> Iterator[GatewayClient]:
    client = GatewayClient(Switchboard())
    yield client
    client.close()


@pytest.fixture
def fleet() -> Iterator[FleetInThread]:
    with FleetInThread(FleetOptions(gateways=2, marble_speed=0.0)) as fleet:
        yield fleet


def addresses(fleet: Fleet) -> tuple[Address, ...]:
    return from_json(json.dumps(fleet.addresses), 8000).addresses


def read(client: GatewayClient, where: tuple[Address, ...], limits: Limits) -> dict[str, GatewayReply]:
    replies: dict[str, GatewayReply] = {}
    client.read(where, QUESTIONS, limits, lambda reply: replies.update({reply.plc: reply}), threading.Event())
    return replies


class TestBudget:
    def test_a_silent_gateway_is_cut_at_what_is_left(self, fleet, client) -> None:
        """It answered once, so it is there; the rest of its budget is shorter than a deadline."""
        fleet.set_scenario(
            [
                {"gateways": ["API-2"], "fault": "slow", "delay_ms": 200, "question": "multi_possible"},
                {"gateways": ["API-2"], "fault": "silent", "question": "checkplusde3"},
            ]
        )
        began = time.monotonic()
        reply = read(client, addresses(fleet), Limits(deadline_s=3.0, budget_s=0.5))["API-2"]
        assert 0.4 < time.monotonic() - began < 1.5
        assert [failure.reason for failure in reply.failures] == [Reason.BUDGET]
        assert not reply.failures[0].lost

    def test_a_gateway_that_never_answers_is_lost_however_small_its_budget(self, fleet, client) -> None:
        fleet.set_scenario([{"gateways": ["API-2"], "fault": "silent"}])
        began = time.monotonic()
        reply = read(client, addresses(fleet), Limits(deadline_s=3.0, budget_s=0.3))["API-2"]
        assert time.monotonic() - began < 1.3
        (failure,) = reply.failures
        assert (failure.reason, failure.detail) == (Reason.TIMEOUT, "no answer in 0.3 s")
        assert failure.lost

    def test_one_that_answered_while_reading_is_not_lost_while_writing(self, fleet, client) -> None:
        where = addresses(fleet)[:1]
        limits = Limits(deadline_s=3.0, budget_s=0.5)
        fleet.set_scenario(
            [{"gateways": "all", "fault": "slow", "delay_ms": 200, "question": "multi_possible"}]
        )
        assert read(client, where, limits)["API-1"].failures == ()
        fleet.set_scenario([{"gateways": "all", "fault": "silent"}])
        replies = []
        client.act(where, write_questions((1, 2, 3)), limits, replies.append, threading.Event())
        assert [failure.reason for failure in replies[0].failures] == [Reason.BUDGET]


class TestLatency:
    """Every answer counts towards the mean, a wrong one as well; a question without one does not."""

    def talk(self) -> Talk:
        address = Address("API-1", "127.0.0.1", 8001)
        return Talk(address, QUESTIONS, calls_of(address.netloc, QUESTIONS, PATIENT), PATIENT, Spent())

    def answer(self, body: bytes, seconds: float, status: int = 200) -> CurlResponse:
        return CurlResponse(PreparedRequest(), status, body, seconds)

    def test_good_and_wrong_answers_count_alike(self) -> None:
        talk = self.talk()
        talk.take(self.answer(b"[1, 2, 3]", 0.1))
        talk.take(self.answer(b"<html>", 0.3))
        talk.take(self.answer(b"[1, 2, 3]", 0.8, 500))
        assert talk.reading(0.0).latency_s == pytest.approx(0.4)

    def test_only_wrong_answers_have_a_latency_too(self) -> None:
        talk = self.talk()
        talk.take(self.answer(b"", 0.3))
        assert talk.reading(0.0).latency_s == pytest.approx(0.3)

    def test_without_an_answer_there_is_none(self) -> None:
        talk = self.talk()
        talk.take(DeadlineError("no answer in 2.0 s"))
        assert math.isnan(talk.reading(0.0).latency_s)


def test_two_gigabytes_cost_no_memory(client) -> None:
    """Fault 7, as the system counts the memory of this process; the fleet is a process of its own."""
    process = psutil.Process()
    with SimulatedFleet(20, marble_speed=0.0) as fleet:
        fleet.set_scenario([{"gateways": "all", "fault": "huge_length"}])
        where = addresses(fleet)
        for _ in range(5):
            read(client, where, PATIENT)
        before, most = process.memory_info().rss, 0

        def look() -> None:
            nonlocal most
            most = max(most, process.memory_info().rss)

        replies: list[GatewayReply] = []
        for _ in range(10):
            client.read(where, QUESTIONS, PATIENT, replies.append, threading.Event(), look)
    assert {reply.failures[0].reason for reply in replies} == {Reason.TOO_LARGE}
    assert len(replies) == 200
    assert most - before < 1_000_000


class _Proxy(BaseHTTPRequestHandler):
    """Counts what it is asked."""

    def do_GET(self) -> None:
        self.server.asked += 1  # type: ignore[attr-defined]
        self.send_error(502)

    def log_message(self, *_words: object) -> None:
        """Nothing is printed."""


def test_a_proxy_of_the_environment_is_asked_nothing(fleet, client, monkeypatch) -> None:
    proxy = HTTPServer(("127.0.0.1", 0), _Proxy)
    proxy.asked = 0  # type: ignore[attr-defined]
    thread = threading.Thread(target=proxy.serve_forever, args=(0.05,))
    thread.start()
    place = f"http://127.0.0.1:{proxy.server_port}"
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, place)
    for name in ("no_proxy", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
    try:
        replies = read(client, addresses(fleet), PATIENT)
    finally:
        proxy.shutdown()
        thread.join()
        proxy.server_close()
    assert proxy.asked == 0  # type: ignore[attr-defined]
    assert all(reply.failures == () for reply in replies.values())


@pytest.mark.parametrize("protocols", [pycurl.PROTO_HTTP, pycurl.PROTO_HTTP | pycurl.PROTO_HTTPS])
def test_no_other_protocol_is_spoken(tmp_path: Path, protocols: int) -> None:
    secret = tmp_path / "secret"
    secret.write_text("[1, 2, 3]")
    for url in (secret.as_uri(), "ftp://127.0.0.1:9/list", "gopher://127.0.0.1:9/list"):
        came: list[bytes] = []
        easy = pycurl.Curl()
        configure(easy, 65536, protocols)
        easy.setopt(pycurl.URL, url)
        easy.setopt(pycurl.WRITEFUNCTION, came.append)
        with pytest.raises(pycurl.error) as caught:
            easy.perform()
        easy.close()
        assert caught.value.args[0] == pycurl.E_UNSUPPORTED_PROTOCOL
        assert came == []
