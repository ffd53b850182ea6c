"""One simulated gateway: its listening socket, its clients, its active faults and its ledger."""

import socket
import sys

from doge_gui.simulator.connection import Connection
from doge_gui.simulator.contract import Asked, Contract
from doge_gui.simulator.faults import CloseOnRequest, Event, Refuse, Slow, WireEvent
from doge_gui.simulator.ledger import Ledger
from doge_gui.simulator.loop import READ, Loop
from doge_gui.simulator.misbehaviour import Exchange, play
from doge_gui.simulator.wire import Request, answer

BACKLOG = 64
BREATH_S = 0.1
"""How long no client is accepted after the process ran out of files."""


class Gateway:
    """Answers the contract for one PLC, as well or as badly as its active faults let it."""

    def __init__(self, name: str, station: int, contract: Contract, loop: Loop, latency_s: float) -> None:
        self.name = name
        self.ledger = Ledger()
        self._station = station
        self._contract = contract
        self._loop = loop
        self._latency_s = latency_s
        self._faults: tuple[Event, ...] = ()
        self._connections: set[Connection] = set()
        self._listener: socket.socket | None = None
        self._listening = False
        self._killed = False
        self.address = ("", 0)
        """Host and port."""

    def bind(self, host: str, port: int) -> None:
        """Take a port (0: any free one) and listen; raises OSError where it is taken."""
        self._listener = _bound(host, port)
        bound = self._listener.getsockname()
        self.address = (str(bound[0]), int(bound[1]))
        self._listen()

    def set_faults(self, faults: tuple[Event, ...]) -> None:
        """Misbehave in these ways from the next question on."""
        self._faults = faults
        self._come_or_go()

    def set_killed(self, killed: bool) -> None:
        """Drop every client and refuse new ones, or listen again on the same port."""
        self._killed = killed
        self._come_or_go()

    def drop_connections(self) -> None:
        """Close every client's connection; new ones are welcome."""
        for connection in tuple(self._connections):
            connection.close()

    def close(self) -> None:
        """Give every socket back."""
        self._stop_listening()
        if self._listener is not None:
            self._listener.close()
            self._listener = None

    def on_question(self, connection: Connection, request: Request) -> None:
        """Answer a client's question (see connection.Owner)."""
        asked = self._contract.understand(request.target)
        if asked is None:
            self.ledger.refused += 1
            connection.send(answer(request, b'{"error": "no such question"}', 404))
            connection.finish(keep_alive=request.keep_alive)
            return
        self.ledger.note(asked)
        if self._faults:
            self._answer_badly(connection, request, asked)
            return
        body = self._contract.body(asked, self._station, self._loop.now())
        self._answer_after(self._latency_s, Exchange(self._loop, connection, request, body), None)

    def on_closed(self, connection: Connection) -> None:
        """A client has gone (see connection.Owner)."""
        self._connections.discard(connection)
        self.ledger.note_closed()

    def _answer_badly(self, connection: Connection, request: Request, asked: Asked) -> None:
        on_wire = [
            fault
            for fault in self._faults
            if isinstance(fault, WireEvent) and fault.question in (None, asked.question)
        ]
        if connection.answered and any(isinstance(fault, CloseOnRequest) for fault in on_wire):
            connection.close()
            return
        body = self._contract.body(asked, self._station, self._loop.now(), self._faults)
        delay_s = self._latency_s + sum(fault.delay_ms for fault in on_wire if isinstance(fault, Slow)) / 1000
        played = (fault for fault in on_wire if not isinstance(fault, Slow | CloseOnRequest))
        self._answer_after(delay_s, Exchange(self._loop, connection, request, body), next(played, None))

    def _answer_after(self, delay_s: float, exchange: Exchange, fault: WireEvent | None) -> None:
        def reply() -> None:
            if fault is not None:
                play(fault, exchange)
            else:
                exchange.reply(answer(exchange.request, exchange.body))

        if delay_s > 0:
            self._loop.call_later(delay_s, reply)
        else:
            reply()

    def _come_or_go(self) -> None:
        down = self._killed or any(isinstance(fault, Refuse) for fault in self._faults)
        if down and self._listening:
            self._stop_listening()
            # A new socket holds the port without listening: clients are refused, and nobody else can take it.
            if self._listener is not None:
                self._listener.close()
            self._listener = _bound(*self.address)
        elif not down and not self._listening:
            self._listen()

    def _listen(self) -> None:
        if self._listener is not None:
            self._listener.listen(BACKLOG)
            self._loop.watch(self._listener, READ, self._on_client)
            self._listening = True

    def _stop_listening(self) -> None:
        if self._listening and self._listener is not None:
            self._loop.forget(self._listener)
            self._listening = False
        self.drop_connections()

    def _on_client(self, _events: int) -> None:
        if self._listener is None:
            return
        try:
            client, _ = self._listener.accept()
        except (BlockingIOError, ConnectionError):
            return
        except OSError:
            # Out of files: without a pause the loop would be woken for this client again and again.
            self._loop.forget(self._listener)
            self._listening = False
            self._loop.call_later(BREATH_S, self._come_or_go)
            return
        for connection in tuple(self._connections):
            # A client that hung up before this one came must not be counted beside it.
            connection.look()
        self._connections.add(Connection(client, self._loop, self))
        self.ledger.note_opened()


def _bound(host: str, port: int) -> socket.socket:
    sock = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    sock.setblocking(False)
    if sys.platform != "win32":
        # There it would let two programs share a port; elsewhere it only ignores connections of the past.
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        sock.bind((host, port))
    except OSError:
        sock.close()
        raise
    return sock
