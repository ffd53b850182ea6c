"""A client that shows the bare bytes of a simulated gateway's answers."""

import socket
from collections.abc import Mapping
from typing import NamedTuple, Self

PATIENCE_S = 10.0


class Answer(NamedTuple):
    """One answer off the wire."""

    status: int
    head: bytes
    body: bytes


class RawClient:
    """One TCP connection to one gateway."""

    def __init__(self, address: Mapping[str, str]) -> None:
        host, port = address["RASP_catch"].split(":")
        self.sock = socket.create_connection((host, int(port)), timeout=PATIENCE_S)
        self._received = b""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.sock.close()

    def send(self, path: str, version: str = "1.1", *fields: str) -> None:
        lines = [f"GET /{path} HTTP/{version}", "Host: gateway", *fields]
        self.sock.sendall(("\r\n".join(lines) + "\r\n\r\n").encode())

    def read(self) -> Answer:
        """One answer with a Content-Length, or without a body."""
        while b"\r\n\r\n" not in self._received:
            self._more()
        head, _, self._received = self._received.partition(b"\r\n\r\n")
        length = next(
            (int(line.split(b":")[1]) for line in head.split(b"\r\n") if line.startswith(b"Content-Length:")),
            0,
        )
        while len(self._received) < length:
            self._more()
        body, self._received = self._received[:length], self._received[length:]
        return Answer(int(head.split(b" ")[1]), head, body)

    def ask(self, path: str, version: str = "1.1", *fields: str) -> Answer:
        self.send(path, version, *fields)
        return self.read()

    def at_least(self, size: int) -> bytes:
        """The first bytes of an answer that may never end."""
        while len(self._received) < size:
            self._more()
        return self._received

    def is_silent_for(self, seconds: float) -> bool:
        """Nothing comes, and the connection stays open."""
        self.sock.settimeout(seconds)
        try:
            self.sock.recv(1)
        except TimeoutError:
            return True
        finally:
            self.sock.settimeout(PATIENCE_S)
        return False

    def is_closed(self) -> bool:
        """The gateway ends the connection without another byte."""
        return self.sock.recv(1) == b""

    def _more(self) -> None:
        received = self.sock.recv(65536)
        if not received:
            raise EOFError(f"the gateway closed after {self._received!r}")
        self._received += received
