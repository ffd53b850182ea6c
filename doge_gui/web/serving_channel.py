"""Waitress as we use it: streams leave it for the event hub, nobody stays by being slow, and it is quiet.

Written against waitress 3.0: a channel is a connection, a task answers one request in one of four threads.
"""

import logging
import re
import time
from collections import OrderedDict
from collections.abc import Callable, Iterable
from typing import Any

from waitress import wasyncore  # type: ignore[import-untyped]
from waitress.channel import ClientDisconnected, HTTPChannel  # type: ignore[import-untyped]
from waitress.parser import HTTPRequestParser, ParsingError  # type: ignore[import-untyped]
from waitress.server import TcpWSGIServer  # type: ignore[import-untyped]
from waitress.task import ErrorTask, ThreadedTaskDispatcher, WSGITask  # type: ignore[import-untyped]

from doge_gui.web.event_hub import EventHub
from doge_gui.web.event_stream import EventStream

_STREAM = "watchdoge.stream"
"""In the WSGI environment: the stream that the application answered with."""
_MOST_PIPELINED = 2
"""Requests that a client may send ahead; browsers and proxies send none."""
_MOST_TOLD, _TOLD_AGAIN_S = 50, 600.0
_DIGITS = re.compile(r"[0-9a-f:.]*[0-9][0-9a-f:.]*")
_TRANSFER = re.compile(rb"^[ \t]*transfer-encoding[ \t]*:", re.IGNORECASE | re.MULTILINE)

Application = Callable[[dict[str, Any], Any], Iterable[bytes]]


class _OneLine(logging.Filter):
    """Errors in one line without trace, each kind now and then: nobody who asks can fill the log."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self._clock = clock
        self._told: OrderedDict[str, float] = OrderedDict()

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether this is an error whose like was not told for a while."""
        text = f"web server: {record.getMessage()}"
        if record.exc_info and record.exc_info[1] is not None:
            text += f": {type(record.exc_info[1]).__name__}: {record.exc_info[1]}"
        # Two clients differ by ports and addresses, which make no other error.
        kind, now = _DIGITS.sub("", text), self._clock()
        if record.levelno < logging.ERROR or now - self._told.get(kind, -_TOLD_AGAIN_S) < _TOLD_AGAIN_S:
            return False
        self._told[kind] = now
        self._told.move_to_end(kind)
        if len(self._told) > _MOST_TOLD:
            self._told.popitem(last=False)
        record.msg, record.args, record.exc_info, record.exc_text = text, (), None, None
        return True


def _quiet_logger() -> logging.Logger:
    logger = logging.getLogger("watchdoge.web.server")
    if not logger.filters:
        logger.addFilter(_OneLine())
    return logger


_LOGGER = _quiet_logger()


def catching_streams(application: Application) -> Application:
    """`application`, but a stream that it answers with is put aside for the task."""

    def caught(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        body = application(environ, start_response)
        if not isinstance(body, EventStream):
            return body
        environ[_STREAM] = body
        return ()

    return caught


class _Task(WSGITask):  # type: ignore[misc]
    """Answers one request."""

    logger = _LOGGER

    @property
    def _stream(self) -> EventStream | None:
        stream: EventStream | None = (self.environ or {}).get(_STREAM)
        return stream

    @property
    def has_body(self) -> bool:
        """A stream's body is not written here: neither its length nor its chunks are."""
        return self._stream is None and bool(super().has_body)

    def finish(self) -> None:
        """Send what is left; a stream's connection goes to the hub."""
        stream = self._stream
        if stream is not None:
            head = self.build_response_header()
            self.wrote_header = True
            self.set_close_on_finish()
            self.channel.hand_over(head, stream)
        elif self.request.command == "HEAD":
            # Waitress would end a body in chunks that was never begun.
            if not self.wrote_header:
                self.write(b"")
        else:
            super().finish()


class _Parser(HTTPRequestParser):  # type: ignore[misc]
    """Reads requests, none of which has a body: what frames one in another way is not understood."""

    def parse_header(self, header_plus: bytes) -> None:
        """Raises ParsingError, upon which the request is refused."""
        if _TRANSFER.search(header_plus):
            raise ParsingError("no transfer encoding is taken")
        super().parse_header(header_plus)


class _ErrorTask(ErrorTask):  # type: ignore[misc]
    """Answers a request that cannot be understood, without a word of it."""

    logger = _LOGGER

    def execute(self) -> None:
        """Send the refusal."""
        self.request.error.body = "This request cannot be understood or is too large."
        self.response_headers += [
            ("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"),
            ("X-Content-Type-Options", "nosniff"),
        ]
        super().execute()


class Channel(HTTPChannel):  # type: ignore[misc]
    """One connection."""

    task_class = _Task
    error_task_class = _ErrorTask
    parser_class = _Parser
    logger = _LOGGER
    seen_request: object = None
    """The unfinished request at the last look."""
    seen_answer: int = 0
    """What of the answer was still to be sent then, in bytes."""

    def received(self, data: bytes) -> bool:
        """Take what came in; whoever sends many requests ahead is let go."""
        taken = bool(super().received(data))
        if len(self.requests) > _MOST_PIPELINED:
            self.will_close = True
        return taken

    def hand_over(self, head: bytes, stream: EventStream) -> None:
        """Give the connection to the hub. Waitress closes its own descriptor of it; the connection stays."""
        if self.socket is None or self.total_outbufs_len:
            raise ClientDisconnected
        try:
            connection = self.socket.dup()
        except OSError as error:
            raise ClientDisconnected from error
        self.server.hub.take(connection, head, stream)

    @property
    def idle_since(self) -> float | None:
        """Wall clock seconds; None while a request is being answered."""
        return None if self.requests else float(self.last_activity)

    def is_dawdling(self) -> bool:
        """Whether the same unfinished request, or the same rest of an answer, was there at the last look."""
        leaving = (self.close_when_flushed or self.will_close) and not self.total_outbufs_len
        dawdling = self.request is not None and self.request is self.seen_request
        stuck = self.total_outbufs_len > 0 and self.total_outbufs_len == self.seen_answer
        self.seen_request, self.seen_answer = self.request, self.total_outbufs_len
        return leaving or dawdling or stuck


class Listening(TcpWSGIServer):  # type: ignore[misc]
    """A listening socket and its connections."""

    channel_class = Channel
    logger = _LOGGER
    hub: EventHub
    """Where streams go."""
    ended = False

    def end(self) -> None:
        """Listen no more; the connections and the trigger are closed by whoever ends the server."""
        self.ended = True
        wasyncore.dispatcher.close(self)

    def pull_trigger(self) -> None:
        """Wake the server's thread; not from a task left behind, whose descriptor is another's by then."""
        if not self.ended:
            super().pull_trigger()

    def handle_accept(self) -> None:
        """Take in all who wait at the door, in one turn, as far as there is room."""
        while len(self._map) < self.adj.connection_limit:
            before = len(self.active_channels)
            super().handle_accept()
            if len(self.active_channels) == before:
                break

    def maintenance(self, now: float) -> None:
        """Nothing: done by `look_after`, between two turns."""

    def look_after(self, now: float, idle_s: float) -> None:
        """Close connections that were idle for `idle_s` or dawdle. `now`: seconds of the wall clock."""
        for channel in list(self.active_channels.values()):
            idle_since = channel.idle_since
            if channel.is_dawdling() or (idle_since is not None and idle_since < now - idle_s):
                channel.handle_close()

    def make_room(self, count: int) -> None:
        """Close the `count` connections that were idle for longest."""
        idle = [channel for channel in self.active_channels.values() if channel.idle_since is not None]
        for channel in sorted(idle, key=lambda channel: channel.last_activity)[:count]:
            channel.handle_close()


class Dispatcher(ThreadedTaskDispatcher):  # type: ignore[misc]
    """The threads that answer."""

    logger = _LOGGER
    queue_logger = _LOGGER
