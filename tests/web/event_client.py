"""A listener to a stream of events, on a plain socket, that reads as slowly as a test wants."""

import socket
from types import TracebackType

_DEADLINE_S = 20.0


class EventClient:
    """Asks for a stream, and gives what was told, message by message. A context manager."""

    def __init__(
        self,
        port: int,
        path: str = "/events/overview",
        *,
        buffer: int | None = None,
        timeout_s: float = _DEADLINE_S,
    ) -> None:
        self.socket = socket.socket()
        if buffer is not None:
            self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, buffer)
        self.socket.settimeout(timeout_s)
        self.socket.connect(("127.0.0.1", port))
        self.socket.sendall(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".encode())
        self._file = self.socket.makefile("rb")

    def head(self) -> list[str]:
        """The status line and the headers; read before the first event."""
        lines: list[str] = []
        while line := self._line():
            lines.append(line)
        return lines

    def block(self) -> dict[str, str]:
        """The next block of the stream by its fields; empty at the stream's end."""
        fields: dict[str, str] = {}
        while line := self._line():
            name, _, value = line.partition(": ")
            fields[name] = value
        return fields

    def event(self, *, also_alive: bool = False) -> dict[str, str]:
        """The next event; without signs of life unless they are wanted."""
        while (fields := self.block()) and (
            "event" not in fields or (fields["event"] == "alive" and not also_alive)
        ):
            pass
        return fields

    def close(self) -> None:
        """Hang up."""
        self._file.close()
        self.socket.close()

    def __enter__(self) -> "EventClient":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _line(self) -> str:
        return self._file.readline().decode().rstrip("\r\n")


def asked(port: int, request: bytes, host: str = "127.0.0.1") -> bytes:
    """All that the server answers to `request` until it closes the connection."""
    with socket.create_connection((host, port), timeout=_DEADLINE_S) as connection:
        connection.sendall(request)
        answer = b""
        while part := connection.recv(65_536):
            answer += part
    return answer


def got(port: int, path: str, method: str = "GET") -> bytes:
    """The whole answer to a request without a body."""
    return asked(port, f"{method} {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n".encode())
