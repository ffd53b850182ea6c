"""Many gateways at once, each on one line, each question with a hard deadline.

libcurl's limits cover name resolution, connection, request and the whole answer together, which socket
timeouts do not. The multi handles are driven through their socket interface (curl_multi_socket_action):
the simpler one rests on select() and sees no descriptor above 1,023. There is one for every few lines,
since the work libcurl does per event grows with the number of transfers in one multi handle.
"""

import threading
import time
from collections.abc import Callable, Iterable
from typing import NamedTuple, cast

import pycurl
from requests import PreparedRequest

from doge_gui.gateways.readiness import READ, WRITE, Readiness, new_readiness
from doge_gui.gateways.transport import CurlResponse, configure
from doge_gui.gateways.transport_errors import CancelledError, TransportError, error_of

LINES_PER_MULTI = 128
_STOP_CHECK_S = 0.05

Outcome = CurlResponse | TransportError
"""What became of a call."""


class Call(NamedTuple):
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
        self._readiness = new_readiness()
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
        self._readiness.close()

    def _line(self, name: str) -> "_Line":
        line = self._lines.get(name)
        if line is None:
            line = self._lines[name] = _Line(name, self._roomy_shard(), self._max_bytes)
        return line

    def _roomy_shard(self) -> "_Shard":
        for shard in self._shards:
            if shard.lines < LINES_PER_MULTI:
                return shard
        self._shards.append(_Shard(self._readiness, self._owners, self._clock))
        return self._shards[-1]

    def _start(self, line: "_Line", call: Call) -> None:
        line.load(call)
        self._busy.add(line)
        line.shard.multi.add_handle(line.easy)
        # A handle that was added wants to be acted on at once.
        line.shard.due_at = 0.0

    def _step(self) -> "Iterable[_Shard]":
        """Wait until something happens, let libcurl act on it, and tell where."""
        now = self._clock()
        due = [shard for shard in self._shards if shard.due_at <= now]
        if due:
            for shard in due:
                shard.due_at = float("inf")
                shard.act(pycurl.SOCKET_TIMEOUT, 0)
            return due
        wait = min(min(shard.due_at for shard in self._shards) - now, _STOP_CHECK_S)
        touched: dict[_Shard, None] = {}
        for descriptor, events in self._readiness.wait(max(wait, 0.0)):
            owner = self._owners.get(descriptor)
            if owner is None:
                # A kept connection of nobody's call: the gateway closed it, which libcurl sees by itself.
                self._readiness.drop(descriptor)
            else:
                owner.act(descriptor, events)
                touched[owner] = None
        return touched

    def _collect(self, shard: "_Shard", on_outcome: Callable[[str, Outcome], Call | None]) -> None:
        more = 1
        while more:
            more, good, bad = shard.multi.info_read()
            if not good and not bad:
                break
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
        shard.note_due()

    def _cancel(self, on_outcome: Callable[[str, Outcome], Call | None]) -> None:
        for line in tuple(self._busy):
            line.shard.multi.remove_handle(line.easy)
            self._busy.discard(line)
            on_outcome(line.name, CancelledError("the program is stopping", request=line.call.request))


class _Shard:
    """One multi handle, and the descriptors it wants watched."""

    def __init__(self, readiness: Readiness, owners: "dict[int, _Shard]", clock: Callable[[], float]) -> None:
        self._readiness, self._owners, self._clock = readiness, owners, clock
        self.due_at = float("inf")
        """Monotonic seconds at which libcurl wants to act although nothing has happened."""
        self.lines = 0
        self.multi = self._new_multi()
        self.act = self.multi.socket_action

    def note_due(self) -> None:
        """Ask libcurl when it wants to act again; once a round, as a callback would come for each call."""
        if self.due_at:
            wait_ms = self.multi.timeout()
            self.due_at = float("inf") if wait_ms < 0 else self._clock() + wait_ms / 1000

    def hang_up(self) -> None:
        """Close the connections, which live in the multi handle."""
        self.multi.close()
        self.due_at = float("inf")
        self.multi = self._new_multi()
        self.act = self.multi.socket_action

    def note_socket(self, descriptor: int, _purpose: int) -> int:
        """libcurl has opened a socket."""
        self._readiness.is_new(descriptor)
        return pycurl.SOCKOPT_OK

    def _new_multi(self) -> pycurl.CurlMulti:
        multi = pycurl.CurlMulti()
        multi.setopt(pycurl.M_SOCKETFUNCTION, self._watch)
        multi.setopt(pycurl.M_MAX_HOST_CONNECTIONS, 1)
        return multi

    def _watch(self, what: int, descriptor: int, _multi: object, _data: object) -> None:
        # libcurl's CURL_POLL_IN and CURL_POLL_OUT have the values of READ and WRITE.
        if what == pycurl.POLL_REMOVE:
            # The connection stays open, and the next call wants the same watch: it is left in place.
            self._owners.pop(descriptor, None)
        else:
            self._owners[descriptor] = self
            self._readiness.watch(descriptor, what & (READ | WRITE))


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
        self._acts = False
        self._deadline_s = 0.0
        self._headers: object = None
        self.easy = _LinkedCurl()
        configure(self.easy, max_bytes, pycurl.PROTO_HTTP)
        self.easy.line = self
        shard.lines += 1
        self.easy.setopt(pycurl.WRITEFUNCTION, self._take)
        self.easy.setopt(pycurl.SOCKOPTFUNCTION, shard.note_socket)

    def load(self, call: Call) -> None:
        """Prepare the handle for the next call."""
        self.call = call
        self._chunks = []
        self._room = self._max_bytes
        easy = self.easy
        easy.setopt(pycurl.URL, call.request.url or "")
        if call.deadline_s != self._deadline_s:
            self._deadline_s = call.deadline_s
            easy.setopt(pycurl.TIMEOUT_MS, max(1, round(call.deadline_s * 1000)))
        if call.request.headers is not self._headers:
            self._headers = call.request.headers
            easy.setopt(pycurl.HTTPHEADER, [f"{name}: {text}" for name, text in call.request.headers.items()])
        if call.acts or self._acts:
            self._guard(call.acts)

    def response(self) -> CurlResponse:
        """The whole answer."""
        easy, chunks = self.easy, self._chunks
        body = chunks[0] if len(chunks) == 1 else b"".join(chunks)
        return CurlResponse(
            self.call.request, easy.getinfo(pycurl.RESPONSE_CODE), body, easy.getinfo(pycurl.TOTAL_TIME)
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

    def _guard(self, acts: bool) -> None:
        """Watch over the sending of a question that acts, and over no other: the watch costs time."""
        self._sent = 0
        if acts != self._acts:
            self._acts = acts
            if acts:
                self.easy.setopt(pycurl.PREREQFUNCTION, self._before_sending)
            else:
                self.easy.unsetopt(pycurl.PREREQFUNCTION)

    def _before_sending(self, *_connection: object) -> int:
        # libcurl by itself sends a request again when a kept connection turns out to be closed. For a
        # question that acts that might be the second time the gateway sees it, so it is stopped here.
        self._sent += 1
        return pycurl.PREREQFUNC_ABORT if self._sent > 1 else pycurl.PREREQFUNC_OK
