"""A client that takes nothing must cost the simulator no memory."""

import socket
from itertools import count

from doge_gui.simulator.connection import Connection
from doge_gui.simulator.loop import Loop
from doge_gui.simulator.misbehaviour import Exchange, Stream
from doge_gui.simulator.wire import Request


class NoOwner:
    """The fleet's side of a connection on which nobody asks."""

    def on_question(self, connection: Connection, request: Request) -> None:
        raise AssertionError(f"{request} was not expected")

    def on_closed(self, connection: Connection) -> None:
        """Nothing to do."""


def test_an_endless_answer_waits_for_a_client_that_reads_nothing() -> None:
    loop = Loop()
    ours, theirs = socket.create_server(("127.0.0.1", 0)), socket.socket()
    theirs.connect(ours.getsockname())
    connection = Connection(ours.accept()[0], loop, NoOwner())
    drawn = count()
    pieces = (bytes(1_000_000) for _ in drawn)
    stream = Stream(Exchange(loop, connection, Request(b"/", True, ""), b""), pieces, 1.0)
    for _ in range(100):
        stream.step()
    assert next(drawn) < 50
    connection.close()
    loop.close()
    ours.close()
    theirs.close()
