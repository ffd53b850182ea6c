"""Slow clients of a web view, in a process of their own; prints what they saw as JSON.

    python -m tests.benchmarks.web_clients PORT CLIENTS SECONDS

Each client holds one event stream open and takes at most a few hundred bytes at a time: some of them all
that comes, some far less than is sent, some nothing at all. Every tenth asks for a page of the API now and
then. It begins when the port answers, and ends by itself, or with the program.
"""

import json
import socket
import sys
import time
from dataclasses import dataclass, field

TOPICS = ("overview", "overview", "overview", "fleet", "alarms")
STEP_S = 0.1
SIP = 600
"""Bytes that a slow client takes in a step."""
PATIENCE_S = 20.0


@dataclass
class _Client:
    """One connection."""

    number: int
    socket: socket.socket
    taken: int = 0
    messages: int = 0
    ended: bool = False
    tail: bytes = field(default=b"")

    def sip(self) -> None:
        """Take a little, or nothing."""
        if self.number % 10 == 0:
            return
        most = SIP if self.number % 2 else 65536
        try:
            some = self.socket.recv(most)
        except BlockingIOError:
            return
        except OSError:
            some = b""
        self.ended = not some
        self.taken += len(some)
        self.messages += (self.tail + some).count(b"\ndata:")
        self.tail = some[-6:]


def connected(port: int, number: int) -> _Client:
    """A client that has asked for its stream."""
    topic = TOPICS[number % len(TOPICS)]
    language = "fr" if number % 3 == 0 else "en"
    one = socket.create_connection(("127.0.0.1", port), timeout=5)
    # A phone far away: little waits for it on this side.
    one.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 8192)
    words = f"GET /events/{topic}?lang={language} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n"
    one.sendall(words.encode())
    one.setblocking(False)
    return _Client(number, one)


def page(port: int) -> float:
    """Seconds that a page of the API takes."""
    began = time.monotonic()
    with socket.create_connection(("127.0.0.1", port), timeout=10) as one:
        head = f"Host: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n"
        request = f"GET /api/v1/gateways?limit=100 HTTP/1.1\r\n{head}"
        one.sendall(request.encode())
        while one.recv(65536):
            pass
    return time.monotonic() - began


def wait_for(port: int) -> None:
    """Until somebody listens."""
    ends_at = time.monotonic() + PATIENCE_S
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            if time.monotonic() > ends_at:
                raise
            time.sleep(0.05)
        else:
            return


def main() -> None:
    """Look on for a time, and print what was seen."""
    port, clients, seconds = int(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3])
    wait_for(port)
    all_of_them = [connected(port, number) for number in range(clients)]
    pages: list[float] = []
    ended = 0
    ends_at = time.monotonic() + seconds
    while time.monotonic() < ends_at:
        for one in all_of_them:
            if not one.ended:
                one.sip()
        try:
            pages.append(page(port))
        except OSError:
            # The program has ended: what was measured beside it is over.
            break
        ended = sum(one.ended for one in all_of_them)
        time.sleep(STEP_S)
    told = [one.messages for one in all_of_them if one.number % 10]
    print(
        json.dumps(
            {
                "clients": clients,
                "ended by the server": ended,
                "messages, least and most": [min(told), max(told)],
                "megabytes taken": sum(one.taken for one in all_of_them) / 1e6,
                "pages of the API asked for meanwhile": len(pages),
                "the slowest page": max(pages),
            }
        )
    )


if __name__ == "__main__":
    main()
