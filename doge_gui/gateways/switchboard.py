"""Many gateways at once, each on one line, each question with a hard deadline.

libcurl's limits cover name resolution, connection, request and the whole answer together, which socket
timeouts do not. The multi handles are driven through their socket interface (curl_multi_socket_action):
the simpler one rests on select() and sees no descriptor above 1,023. There is one for every few lines,
since the work libcurl does per event grows with the number of transfers in one multi handle.
"""

import contextlib
import selectors
import threading
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import cast

import pycurl
from requests import PreparedRequest, Response

from doge_gui.gateways.transport import configure, response_of
from doge_gui.gateways.transport_errors import CancelledError, TransportError, error_of

LINES_PER_MULTI = 128
_STOP_CHECK_S = 0.05

Outcome = Response | TransportError
"""What became of a call."""


@dataclass(frozen=True, slots=True)
class Call:
    """One HTTP GET to be made on one line."""

    request: PreparedRequest
    deadline_s: float
    """Seconds for everything: connection, request, answer."""
    acts: bool = False
    """It has a side effect: it is never sent twice. Others may be, where a kept connection was stale."""


class Switchboard:
    """Keeps one line per gateway and drives the calls on all of them. Used by one thread at a time."""

    def __init__(self, max_bytes: int = 65536, clock: Callable[[], float] = time.monotonic) -> None:
        self._max_bytes = max_bytes
        self._clock = clock
        self._selector = selectors.DefaultSelector()
        self._owners: dict[int, _Shard] = {}
        self._shards: list[_Shard] = []
        self._lines: dict[str, _Line] = {}
        self._busy: set[_Line] = set()

    def drive(
        self,
        calls: Iterable[tuple[str, Call]],
        on_outcome: Callable[[str, Outcome], Call | None],
        stop: threading.Event,
        between: Callable[[], None] | None = None,
    ) -> None:
        """Make `calls` (line name, call) at once; what `on_outcome` returns is the same line's next call.

        `between` is called at least every 50 ms. Returns when no line has a call any more. Once `stop` is
        set, every call under way ends as CancelledError and no further one is made.
        """
        for name, call in calls:
            self._start(self._line(name), call)
        while self._busy:
            if stop.is_set():
                self._cancel(on_outcome)
                return
            for shard in self._step():
                self._collect(shard, on_outcome)
            if between is not None:
                between()

    def forget(self, names: Iterable[str]) -> None:
        """Close the lines of gateways that are asked no more, and with each its neighbours' connections."""
        for name in names:
            line = self._lines.pop(name, None)
            if line is not None:
                line.shard.hang_up()
                line.shard.lines -= 1
                line.easy.close()

    def hang_up(self) -> None:
        """Close every connection. The next call on a line opens a new one."""
        for shard in self._shards:
            shard.hang_up()

    def close(self) -> None:
        """Close everything; no call can be made any more."""
        self.forget(tuple(self._lines))
        self._selector.close()

    def _line(self, name: str) -> "_Line":
        line = self._lines.get(name)
        if line is None:
            line = self._lines[name] = _Line(name, self._roomy_shard(), self._max_bytes)
        return line

    def _roomy_shard(self) -> "_Shard":
        for shard in self._shards:
            if shard.lines < LINES_PER_MULTI:
                return shard
        self._shards.append(_Shard(self._selector, self._owners, self._clock))
        return self._shards[-1]

    def _start(self, line: "_Line", call: Call) -> None:
        line.load(call)
        self._busy.add(line)
        line.shard.multi.add_handle(line.easy)

    def _step(self) -> "Iterable[_Shard]":
        """Wait until something happens, let libcurl act on it, and tell where."""
        now = self._clock()
        due = [shard for shard in self._shards if shard.due_at <= now]
        if due:
            for shard in due:
                shard.expire()
            return due
        wait = min(min(shard.due_at for shard in self._shards) - now, _STOP_CHECK_S)
        touched: dict[_Shard, None] = {}
        for key, events in self._selector.select(max(wait, 0.0)):
            owner = self._owners.get(key.fd)
            if owner is not None:
                owner.multi.socket_action(key.fd, events)
                touched[owner] = None
        return touched

    def _collect(self, shard: "_Shard", on_outcome: Callable[[str, Outcome], Call | None]) -> None:
        more = 1
        while more:
            more, good, bad = shard.multi.info_read()
            ended: list[tuple[_Line, Outcome]] = []
            for easy in good:
                line = cast("_LinkedCurl", easy).line
                ended.append((line, line.response()))
            for easy, code, message in bad:
                line = cast("_LinkedCurl", easy).line
                ended.append((line, line.error(code, message)))
            for line, outcome in ended:
                shard.multi.remove_handle(line.easy)
                self._busy.discard(line)
                following = on_outcome(line.name, outcome)
                if following is not None:
                    self._start(line, following)

    def _cancel(self, on_outcome: Callable[[str, Outcome], Call | None]) -> None:
        for line in tuple(self._busy):
            line.shard.multi.remove_handle(line.easy)
            self._busy.discard(line)
            on_outcome(line.name, CancelledError("the program is stopping", request=line.call.request))


class _Shard:
    """One multi handle, and the descriptors it wants watched."""

    def __init__(
        self, selector: selectors.BaseSelector, owners: "dict[int, _Shard]", clock: Callable[[], float]
    ) -> None:
        self._selector, self._owners, self._clock = selector, owners, clock
        self.due_at = float("inf")
        self.lines = 0
        self.multi = self._new_multi()

    def expire(self) -> None:
        """Let libcurl act on what is due by time."""
        self.due_at = float("inf")
        self.multi.socket_action(pycurl.SOCKET_TIMEOUT, 0)

    def hang_up(self) -> None:
        """Close the connections, which live in the multi handle."""
        self.multi.close()
        self.due_at = float("inf")
        self.multi = self._new_multi()

    def _new_multi(self) -> pycurl.CurlMulti:
        multi = pycurl.CurlMulti()
        multi.setopt(pycurl.M_SOCKETFUNCTION, self._watch)
        multi.setopt(pycurl.M_TIMERFUNCTION, self._set_timer)
        multi.setopt(pycurl.M_MAX_HOST_CONNECTIONS, 1)
        return multi

    def _set_timer(self, wait_ms: int) -> None:
        self.due_at = float("inf") if wait_ms < 0 else self._clock() + wait_ms / 1000

    def _watch(self, what: int, descriptor: int, _multi: object, _data: object) -> None:
        # libcurl's CURL_POLL_IN and CURL_POLL_OUT have the values of EVENT_READ and EVENT_WRITE.
        if what == pycurl.POLL_REMOVE:
            self._owners.pop(descriptor, None)
            with contextlib.suppress(KeyError, ValueError):
                self._selector.unregister(descriptor)
        elif descriptor in self._owners:
            self._selector.modify(descriptor, what)
        else:
            self._owners[descriptor] = self
            self._selector.register(descriptor, what)


class _LinkedCurl(pycurl.Curl):
    """An easy handle that knows its line."""

    line: "_Line"


class _Line:
    """One gateway's easy handle, reused for all its calls so that its connection is too."""

    def __init__(self, name: str, shard: _Shard, max_bytes: int) -> None:
        self.name, self.shard = name, shard
        self.call: Call
        self._chunks: list[bytes] = []
        self._room = self._max_bytes = max_bytes
        self._sent = 0
        self._headers: object = None
        self.easy = _LinkedCurl()
        configure(self.easy, max_bytes, pycurl.PROTO_HTTP)
        self.easy.line = self
        shard.lines += 1
        self.easy.setopt(pycurl.WRITEFUNCTION, self._take)
        self.easy.setopt(pycurl.PREREQFUNCTION, self._before_sending)

    def load(self, call: Call) -> None:
        """Prepare the handle for the next call."""
        self.call = call
        self._chunks.clear()
        self._room, self._sent = self._max_bytes, 0
        deadline_ms = max(1, round(call.deadline_s * 1000))
        self.easy.setopt(pycurl.URL, call.request.url or "")
        self.easy.setopt(pycurl.TIMEOUT_MS, deadline_ms)
        if call.request.headers is not self._headers:
            self._headers = call.request.headers
            self.easy.setopt(
                pycurl.HTTPHEADER, [f"{name}: {text}" for name, text in call.request.headers.items()]
            )

    def response(self) -> Response:
        """The whole answer."""
        easy = self.easy
        return response_of(
            self.call.request,
            easy.getinfo(pycurl.RESPONSE_CODE),
            b"".join(self._chunks),
            easy.getinfo(pycurl.TOTAL_TIME),
        )

    def error(self, code: int, message: str) -> TransportError:
        """Why there is no answer."""
        return error_of(
            code, message, self.easy.getinfo(pycurl.OS_ERRNO), self.call.request, self.call.deadline_s
        )

    def _take(self, data: bytes) -> int | None:
        self._room -= len(data)
        if self._room < 0:
            return 0
        self._chunks.append(data)
        return None

    def _before_sending(self, *_connection: object) -> int:
        # libcurl by itself sends a request again when a kept connection turns out to be closed. For a
        # question that acts that might be the second time the gateway sees it, so it is stopped here.
        self._sent += 1
        again = self._sent > 1 and self.call.acts
        return pycurl.PREREQFUNC_ABORT if again else pycurl.PREREQFUNC_OK
