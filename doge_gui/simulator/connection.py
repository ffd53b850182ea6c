"""One client's connection to one simulated gateway: bytes in, one question at a time, bytes out."""

import socket
import struct
import sys
from typing import Protocol

from doge_gui.simulator.loop import READ, WRITE, Loop
from doge_gui.simulator.wire import MAX_REQUEST, BadRequestError, Request, parse_request, refusal

LINGER_ZERO = struct.pack("hh" if sys.platform == "win32" else "ii", 1, 0)


class Owner(Protocol):
    """Whoever answers the questions of a connection."""

    def on_question(self, connection: "Connection", request: Request) -> None:
        """Answer with `connection.send` and `connection.finish`, now or later, or never."""

    def on_closed(self, connection: "Connection") -> None:
        """The connection is gone."""


class Connection:
    """A non-blocking HTTP connection; every operation on a closed one does nothing."""

    __slots__ = (
        "_busy",
        "_closing",
        "_inbox",
        "_loop",
        "_outbox",
        "_owner",
        "_serving",
        "_sock",
        "answered",
        "closed",
    )

    def __init__(self, sock: socket.socket, loop: Loop, owner: Owner) -> None:
        self._sock = sock
        self._loop = loop
        self._owner = owner
        self._inbox = b""
        self._outbox = b""
        self._busy = False
        self._closing = False
        self._serving = False
        self.answered = 0
        """Questions answered to the end on this connection."""
        self.closed = False
        sock.setblocking(False)
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        loop.watch(sock, READ, self._on_ready)

    @property
    def clogged(self) -> bool:
        """The client does not take what was sent last."""
        return bool(self._outbox)

    def send(self, data: bytes) -> None:
        """Send now what the socket takes, the rest when it is ready again."""
        if self.closed:
            return
        if self._outbox:
            self._outbox += data
            return
        try:
            sent = self._sock.send(data)
        except BlockingIOError:
            sent = 0
        except OSError:
            self.close()
            return
        if sent < len(data):
            self._outbox = data[sent:]
            self._loop.change(self._sock, READ | WRITE, self._on_ready)

    def finish(self, *, keep_alive: bool) -> None:
        """The current question has its whole answer: take the next one, or close."""
        self._busy = False
        self.answered += 1
        if keep_alive:
            if self._inbox and not self._serving:
                self._serve()
        elif self._outbox:
            self._closing = True
        else:
            self.close()

    def look(self) -> None:
        """Take in what the client has sent or done by now."""
        if not self.closed:
            self._read()

    def close(self) -> None:
        """End the connection in the orderly way."""
        if self.closed:
            return
        self.closed = True
        self._loop.forget(self._sock)
        self._sock.close()
        self._owner.on_closed(self)

    def reset(self) -> None:
        """End the connection with a TCP reset."""
        if not self.closed:
            # Lingering for zero seconds makes close() send RST instead of FIN.
            self._sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, LINGER_ZERO)
            self.close()

    def _on_ready(self, events: int) -> None:
        if events & WRITE:
            self._flush()
        if events & READ and not self.closed:
            self._read()

    def _read(self) -> None:
        try:
            data = self._sock.recv(MAX_REQUEST)
        except BlockingIOError:
            return
        except OSError:
            data = b""
        if not data:
            self.close()
            return
        if self._closing:
            return
        self._inbox += data
        if not self._busy:
            self._serve()
        elif len(self._inbox) > MAX_REQUEST:
            self.close()

    def _serve(self) -> None:
        self._serving = True
        while self._inbox and not (self._busy or self.closed or self._closing):
            try:
                parsed = parse_request(self._inbox)
            except BadRequestError as error:
                self._inbox = b""
                self.send(refusal(error.status))
                self.finish(keep_alive=False)
                break
            if parsed is None:
                break
            request, self._inbox = parsed
            self._busy = True
            self._owner.on_question(self, request)
        self._serving = False

    def _flush(self) -> None:
        rest, self._outbox = self._outbox, b""
        self._loop.change(self._sock, READ, self._on_ready)
        self.send(rest)
        if self._closing and not self._outbox:
            self.close()
