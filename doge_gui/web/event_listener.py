"""One browser that listens to a stream. It is never owed more than the rest of one message and the newest."""

import contextlib
import socket
import struct
from dataclasses import dataclass, field
from typing import Any

_SEND_BUFFER_BYTES = 131_072
"""What the operating system may hold for a slow browser: with more, it would be shown what is long past."""
_NOTHING = memoryview(b"")
_RESET = struct.pack("ii", 1, 0)
"""SO_LINGER: what was not sent is thrown away."""


@dataclass(eq=False)
class StreamLine:
    """A topic in one language, and all who listen to it."""

    topic: str
    language: str
    listeners: set["Listener"] = field(default_factory=set)
    data: bytes | None = None
    """The newest facts; None before the first."""
    message: bytes = b""
    """They, as it is sent: the same bytes for everybody."""
    number: int = 0
    """Of that message."""
    rendered_at: float = float("-inf")
    told_at: float = float("-inf")
    """When its listeners were last told anything."""
    failed: bool = False
    """The facts could not be put into words last time."""


class Listener:
    """A connection, and what is still to be sent over it. For one thread."""

    def __init__(self, connection: socket.socket, first: bytes, line: StreamLine, now: float) -> None:
        self.line = line
        self.moved_at = now
        """When it last took something, or was last owed nothing."""
        self.waits_for_room = False
        """The operating system takes no more for it at the moment."""
        self.connection = connection
        self._sending = memoryview(first)
        self._number = 0

    @property
    def backlog(self) -> int:
        """Bytes of the message under way that were not taken yet."""
        return len(self._sending)

    @property
    def is_owed(self) -> bool:
        """Whether something is to be sent."""
        return bool(self._sending) or self._number < self.line.number

    def remind(self, text: bytes) -> None:
        """Send `text` where nothing else is to be sent."""
        if not self.is_owed:
            self._sending = memoryview(text)

    def send(self, now: float) -> bool:
        """Send what the connection takes at once. False: it is gone."""
        self.waits_for_room = False
        while self.is_owed:
            if not self._sending:
                self._sending, self._number = memoryview(self.line.message), self.line.number
            try:
                taken = self.connection.send(self._sending)
            except (BlockingIOError, InterruptedError):
                self.waits_for_room = True
                return True
            except OSError:
                return False
            self.moved_at = now
            self._sending = self._sending[taken:] or _NOTHING
        return True

    def close(self, *, at_once: bool = False) -> None:
        """End the connection; `at_once` without sending what the operating system still holds."""
        with contextlib.suppress(OSError):
            if at_once:
                self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET)
        self.connection.close()
        self._sending = _NOTHING


def prepared(connection: socket.socket, silent_s: float) -> socket.socket:
    """Make a connection fit for a stream: it never blocks, holds little, and ends with a lost peer."""
    connection.setblocking(False)
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, _SEND_BUFFER_BYTES)
    option: Any = getattr(socket, "TCP_USER_TIMEOUT", None)
    if option is not None:
        connection.setsockopt(socket.IPPROTO_TCP, option, int(silent_s * 1000))
    return connection
