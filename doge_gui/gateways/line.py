"""A gateway's line: one libcurl handle for all its calls, and the multi handle shared with neighbours."""

from collections.abc import Callable
from typing import NamedTuple

import pycurl
from requests import PreparedRequest

from doge_gui.gateways.names import Addresses, resolve_entry
from doge_gui.gateways.readiness import READ, WRITE, Readiness
from doge_gui.gateways.transport import CurlResponse, configure
from doge_gui.gateways.transport_errors import TransportError, error_of

Outcome = CurlResponse | TransportError
"""What became of a call."""


class Call(NamedTuple):
    """One HTTP GET to be made on one line."""

    request: PreparedRequest
    deadline_s: float
    """Seconds for everything: connection, request, answer."""
    acts: bool = False
    """It has a side effect: it is never sent twice. Others may be, where a kept connection was stale."""
    named: str = ""
    """`host:port` where the host is a name, to be looked up first; empty where it is numeric."""


class Shard:
    """One multi handle, and the descriptors it wants watched."""

    def __init__(self, readiness: Readiness, owners: "dict[int, Shard]", clock: Callable[[], float]) -> None:
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


class LinkedCurl(pycurl.Curl):
    """An easy handle that knows its line."""

    line: "Line"


class Line:
    """One gateway's easy handle, reused for all its calls so that its connection is too."""

    def __init__(self, name: str, shard: Shard, max_bytes: int) -> None:
        self.name, self.shard = name, shard
        self.call: Call
        self._chunks: list[bytes] = []
        self._room = self._max_bytes = max_bytes
        self._sent = 0
        self._acts = False
        self._deadline_s = self._waited_s = 0.0
        self._headers: object = None
        self.easy = LinkedCurl()
        configure(self.easy, max_bytes, pycurl.PROTO_HTTP)
        self.easy.line = self
        shard.lines += 1
        self.easy.setopt(pycurl.WRITEFUNCTION, self._take)
        self.easy.setopt(pycurl.SOCKOPTFUNCTION, shard.note_socket)

    def load_named(self, call: Call, addresses: Addresses, waited_s: float) -> None:
        """Prepare the handle for a call whose name was found after `waited_s` of the deadline's seconds."""
        # Each time, as libcurl keeps the entry in the multi handle, which goes when it is hung up.
        self.easy.setopt(pycurl.RESOLVE, [resolve_entry(call.named, addresses)])
        self.load(call._replace(deadline_s=call.deadline_s - waited_s))
        self.call, self._waited_s = call, waited_s

    def load(self, call: Call) -> None:
        """Prepare the handle for the next call."""
        self.call = call
        self._waited_s = 0.0
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
        elapsed_s = easy.getinfo(pycurl.TOTAL_TIME) + self._waited_s
        return CurlResponse(self.call.request, easy.getinfo(pycurl.RESPONSE_CODE), body, elapsed_s)

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
