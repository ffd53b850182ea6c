"""Hosts with names: a dead name server delays nobody but the gateways it would have named."""

import socket
import threading
import time
from collections.abc import Callable, Iterator

import pytest
import requests

from doge_gui.core.addresses import Address
from doge_gui.core.questions import reading_questions
from doge_gui.core.replies import GatewayReply, Reason
from doge_gui.gateways.client import GatewayClient
from doge_gui.gateways.names import KNOWN_FOR_S, MOST_THREADS, UNKNOWN_FOR_S, Addresses, NameBook, is_numeric
from doge_gui.gateways.switchboard import Switchboard
from doge_gui.gateways.talk import Limits
from doge_gui.gateways.transport import CurlAdapter
from doge_gui.gateways.transport_errors import DeadlineError, UnknownHostError
from doge_gui.simulator.fleet import FleetInThread
from doge_gui.simulator.server import FleetOptions

DEADLINE_S = 0.4
MARGIN_S = 0.5
"""What a busy machine may add before a deadline counts as missed."""
LIMITS = Limits(deadline_s=DEADLINE_S, budget_s=5.0)
QUESTIONS = reading_questions(["temperature"])


class NameServer:
    """A name server that can be dead: then nobody gets an answer until it is back."""

    def __init__(self) -> None:
        self.names: dict[str, Addresses] = {}
        self.asked: list[str] = []
        self.alive = threading.Event()
        self.alive.set()
        self.answers_with: OSError | None = None

    def look_up(self, host: str) -> Addresses:
        self.asked.append(host)
        self.alive.wait(20)
        if self.answers_with is not None:
            raise self.answers_with
        if host not in self.names:
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        return self.names[host]


@pytest.fixture
def server() -> Iterator[NameServer]:
    server = NameServer()
    yield server
    server.alive.set()
    for thread in threading.enumerate():
        if thread.name == "name look-up":
            thread.join(5)


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def until(fact: Callable[[], bool]) -> None:
    ends_at = time.monotonic() + 5
    while not fact():
        assert time.monotonic() < ends_at
        time.sleep(0.005)


class TestBook:
    def test_a_number_needs_no_name_server(self, server) -> None:
        book = NameBook(server.look_up)
        assert book.addresses_of("10.0.0.5") == ("10.0.0.5",)
        assert book.addresses_of("::1") == ("::1",)
        assert server.asked == []
        assert not is_numeric("plc-1")

    def test_an_answer_is_kept_for_a_while_and_used_until_the_next_has_come(self, server) -> None:
        clock = Clock()
        book = NameBook(server.look_up, clock)
        server.names["plc-1"] = ("10.0.0.5",)
        assert book.addresses_of("plc-1", 5) == ("10.0.0.5",)
        server.names["plc-1"] = ("10.0.0.6",)
        clock.now += KNOWN_FOR_S - 1
        assert book.addresses_of("plc-1", 5) == ("10.0.0.5",)
        assert server.asked == ["plc-1"]
        clock.now += 1
        assert book.addresses_of("plc-1", 5) == ("10.0.0.5",)
        until(lambda: book.addresses_of("plc-1") == ("10.0.0.6",))
        assert server.asked == ["plc-1", "plc-1"]

    def test_a_name_server_that_is_away_takes_no_known_address_along(self, server) -> None:
        clock = Clock()
        book = NameBook(server.look_up, clock)
        server.names["plc-1"] = ("10.0.0.5",)
        book.addresses_of("plc-1", 5)
        server.answers_with = socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution")

        def asked_in_vain() -> bool:
            clock.now += KNOWN_FOR_S
            assert book.addresses_of("plc-1") == ("10.0.0.5",)
            return len(server.asked) > 3

        until(asked_in_vain)

    def test_an_unknown_name_is_asked_for_again_after_a_while(self, server) -> None:
        clock = Clock()
        book = NameBook(server.look_up, clock)
        assert book.addresses_of("plc-1", 5) == ()
        server.names["plc-1"] = ("10.0.0.5",)
        assert book.addresses_of("plc-1", 5) == ()
        clock.now += UNKNOWN_FOR_S
        assert book.addresses_of("plc-1", 5) == ("10.0.0.5",)

    def test_nobody_waits_longer_than_wished_and_the_look_up_goes_on(self, server) -> None:
        server.alive.clear()
        book = NameBook(server.look_up)
        server.names["plc-1"] = ("10.0.0.5",)
        began = time.monotonic()
        assert book.addresses_of("plc-1") is None
        assert book.addresses_of("plc-1", 0.1) is None
        assert time.monotonic() - began < 0.1 + MARGIN_S
        server.alive.set()
        assert book.addresses_of("plc-1", 5) == ("10.0.0.5",)
        assert server.asked == ["plc-1"]

    def test_many_names_take_few_threads(self, server) -> None:
        server.alive.clear()
        book = NameBook(server.look_up)
        hosts = [f"plc-{number}" for number in range(200)]
        server.names = dict.fromkeys(hosts, ("10.0.0.5",))
        assert {book.addresses_of(host) for host in hosts} == {None}
        until(lambda: len(server.asked) == MOST_THREADS)
        server.alive.set()
        assert {book.addresses_of(host, 5) for host in hosts} == {("10.0.0.5",)}
        assert sorted(server.asked) == sorted(hosts)


class TestGateways:
    @pytest.fixture
    def fleet(self) -> Iterator[FleetInThread]:
        with FleetInThread(FleetOptions(gateways=3, marble_speed=0.0)) as fleet:
            yield fleet

    @pytest.fixture
    def client(self, server) -> Iterator[GatewayClient]:
        client = GatewayClient(Switchboard(names=NameBook(server.look_up)))
        yield client
        client.close()

    @pytest.fixture
    def where(self, fleet) -> tuple[Address, ...]:
        """API-1 by number, the others by name."""
        ports = [int(entry["RASP_catch"].rpartition(":")[2]) for entry in fleet.addresses.values()]
        names = ["127.0.0.1", "plc-2.plant.invalid", "plc-3.plant.invalid"]
        return tuple(Address(f"API-{n}", names[n - 1], ports[n - 1]) for n in (1, 2, 3))

    def read(self, client, where, on_reply=None) -> dict[str, GatewayReply]:
        replies: dict[str, GatewayReply] = {}

        def note(reply: GatewayReply) -> None:
            replies[reply.plc] = reply
            if on_reply is not None:
                on_reply(reply)

        client.read(where, QUESTIONS, LIMITS, note, threading.Event())
        return replies

    def test_a_named_gateway_is_asked_at_its_address_on_one_connection(
        self, fleet, client, where, server
    ) -> None:
        server.names = {address.host: ("127.0.0.1",) for address in where[1:]}
        for _ in range(3):
            assert all(reply.failures == () for reply in self.read(client, where).values())
        assert fleet.account("API-2")["connections_opened"] == 1
        assert sorted(server.asked) == ["plc-2.plant.invalid", "plc-3.plant.invalid"]
        client.hang_up()
        assert self.read(client, where)["API-3"].failures == ()
        assert fleet.account("API-3")["connections_opened"] == 2

    def test_a_second_address_is_tried_where_the_first_refuses(self, client, where, server) -> None:
        server.names["plc-2.plant.invalid"] = ("::1", "127.0.0.1")
        assert self.read(client, where[1:2])["API-2"].failures == ()

    def test_an_unknown_name_is_told_and_delays_nobody(self, client, where, server) -> None:
        server.names["plc-3.plant.invalid"] = ("127.0.0.1",)
        replies = self.read(client, where)
        (failure,) = replies["API-2"].failures
        assert (failure.reason, failure.detail) == (Reason.UNKNOWN_HOST, "the host's name is not known")
        assert replies["API-1"].failures == replies["API-3"].failures == ()

    def test_a_dead_name_server_is_a_timeout_of_the_named_and_of_no_other(
        self, client, where, server
    ) -> None:
        server.alive.clear()
        began = time.monotonic()
        came_at: dict[str, float] = {}
        replies = self.read(
            client, where, lambda reply: came_at.update({reply.plc: time.monotonic() - began})
        )
        assert replies["API-1"].failures == ()
        assert came_at["API-1"] < DEADLINE_S
        assert came_at["API-3"] < DEADLINE_S + MARGIN_S
        for plc in ("API-2", "API-3"):
            (failure,) = replies[plc].failures
            assert failure.reason is Reason.TIMEOUT
            assert failure.detail == "no answer from the name server in 0.4 s"
        began = time.monotonic()
        client.forget([where[1].netloc])
        client.hang_up()
        client.close()
        assert time.monotonic() - began < 0.2

    def test_stopping_ends_the_wait_for_a_name(self, client, where, server) -> None:
        server.alive.clear()
        stop = threading.Event()
        replies: list[GatewayReply] = []
        limits = Limits(deadline_s=30.0, budget_s=60.0)
        thread = threading.Thread(
            target=client.read, args=(where[1:], QUESTIONS, limits, replies.append, stop)
        )
        thread.start()
        until(lambda: len(server.asked) == 2)
        stop.set()
        thread.join(2.0)
        assert not thread.is_alive()
        assert {reply.failures[0].reason for reply in replies} == {Reason.CANCELLED}


class TestSingleExchanges:
    def test_a_named_server_is_asked_with_its_name_in_the_question(self, server) -> None:
        server.names["lists.plant.invalid"] = ("127.0.0.1",)
        with FleetInThread(FleetOptions(gateways=1, marble_speed=0.0)) as fleet:
            port = fleet.addresses["API-1"]["RASP_catch"].rpartition(":")[2]
            adapter = CurlAdapter(65536, 2.0, names=NameBook(server.look_up))
            with requests.Session() as session:
                session.mount("http://", adapter)
                answer = session.get(f"http://lists.plant.invalid:{port}/multi_possible")
        assert answer.json() == [1, 1, 1]

    def test_a_dead_name_server_takes_the_deadline_and_no_more(self, server) -> None:
        server.alive.clear()
        with requests.Session() as session:
            session.mount("http://", CurlAdapter(65536, DEADLINE_S, names=NameBook(server.look_up)))
            began = time.monotonic()
            with pytest.raises(DeadlineError, match=r"no answer from the name server in 0\.4 s"):
                session.get("http://lists.plant.invalid/list")
        assert time.monotonic() - began < DEADLINE_S + MARGIN_S

    def test_an_unknown_name_is_told(self, server) -> None:
        with requests.Session() as session:
            session.mount("http://", CurlAdapter(65536, DEADLINE_S, names=NameBook(server.look_up)))
            with pytest.raises(UnknownHostError, match="the host's name is not known"):
                session.get("http://lists.plant.invalid/list")
