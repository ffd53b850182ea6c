"""Many gateways at once, each on one line, each question with a hard deadline.

libcurl's limits cover connection, request and the whole answer together, which socket timeouts do not. A
host's name is looked up before, within the same deadline, and holds up nobody else. The multi handles are
driven through their socket interface (curl_multi_socket_action): the simpler one rests on select() and sees
no descriptor above 1,023. There is one for every few lines, since the work libcurl does per event grows with
the number of transfers in one multi handle.
"""

import threading
import time
from collections import deque
from collections.abc import Callable, Iterable
from typing import cast

import pycurl

from doge_gui.core.phrase import phrase
from doge_gui.gateways.line import Call, Line, LinkedCurl, Outcome, Shard
from doge_gui.gateways.names import NameBook, no_address
from doge_gui.gateways.readiness import new_readiness
from doge_gui.gateways.transport_errors import CancelledError

LINES_PER_MULTI = 128
_STOP_CHECK_S = 0.05
_NAME_CHECK_S = 0.01
AT_ONCE = 256
"""Lines that are driven at once while they keep this thread busy. With thousands, each answer would find its
connection's data gone from the processor's caches, which costs twice the time."""
_IDLE_S = 0.002
"""When nothing has come for so long, the lines under way are waiting, not working: more are begun."""
_MORE = 64


class Switchboard:
    """Keeps one line per gateway and drives the calls on all of them. Used by one thread at a time."""

    def __init__(
        self,
        max_bytes: int = 65536,
        clock: Callable[[], float] = time.monotonic,
        names: NameBook | None = None,
    ) -> None:
        """`names` is where hosts' names are looked up; a book of its own by default."""
        self._max_bytes = max_bytes
        self._clock = clock
        self._readiness = new_readiness()
        self._owners: dict[int, Shard] = {}
        self._shards: list[Shard] = []
        self._lines: dict[str, Line] = {}
        self._busy: set[Line] = set()
        self._names = names or NameBook(clock=clock)
        self._waiting: deque[tuple[str, Call]] = deque()
        self._nameless: dict[Line, tuple[Call, float]] = {}
        self._names_due_at = 0.0

    def drive(
        self,
        calls: Iterable[tuple[str, Call]],
        on_outcome: Callable[[str, Outcome], Call | None],
        stop: threading.Event,
        between: Callable[[], None] | None = None,
    ) -> None:
        """Make `calls` (line name, call); what `on_outcome` returns is the same line's next call.

        No line waits for a silent one. `between` is called at least every 50 ms. Returns when no line has a
        call any more. Once `stop` is set, every call ends as CancelledError and no further one is made.
        """
        self._waiting.extend(calls)
        self._admit(AT_ONCE)
        while self._busy or self._nameless or self._waiting:
            if stop.is_set():
                self._cancel(on_outcome)
                return
            if self._nameless:
                self._find_names(on_outcome)
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

    def _line(self, name: str) -> Line:
        line = self._lines.get(name)
        if line is None:
            line = self._lines[name] = Line(name, self._roomy_shard(), self._max_bytes)
        return line

    def _roomy_shard(self) -> Shard:
        for shard in self._shards:
            if shard.lines < LINES_PER_MULTI:
                return shard
        self._shards.append(Shard(self._readiness, self._owners, self._clock))
        return self._shards[-1]

    def _admit(self, most: int) -> None:
        for _ in range(min(most, len(self._waiting))):
            name, call = self._waiting.popleft()
            self._begin(self._line(name), call)

    def _begin(self, line: Line, call: Call) -> None:
        if call.named:
            self._nameless[line] = (call, self._clock())
            self._names_due_at = 0.0
        else:
            line.load(call)
            self._start(line)

    def _find_names(self, on_outcome: Callable[[str, Outcome], Call | None]) -> None:
        """Start the calls whose host's address has become known; end those whose deadline is over."""
        now = self._clock()
        if now < self._names_due_at:
            return
        self._names_due_at = now + _NAME_CHECK_S
        for line, (call, since) in tuple(self._nameless.items()):
            addresses, waited_s = self._names.addresses_of(call.named.rpartition(":")[0]), now - since
            late = waited_s >= call.deadline_s
            if addresses is None and not late:
                continue
            del self._nameless[line]
            if addresses and not late:
                line.load_named(call, addresses, waited_s)
                self._start(line)
            else:
                found = None if late else addresses
                self._note(line, no_address(found, call.request, call.deadline_s), on_outcome)

    def _start(self, line: Line) -> None:
        self._busy.add(line)
        line.shard.multi.add_handle(line.easy)
        # A handle that was added wants to be acted on at once.
        line.shard.due_at = 0.0

    def _step(self) -> Iterable[Shard]:
        """Wait until something happens, let libcurl act on it, and tell where."""
        now = self._clock()
        due = [shard for shard in self._shards if shard.due_at <= now]
        if due:
            for shard in due:
                shard.due_at = float("inf")
                shard.act(pycurl.SOCKET_TIMEOUT, 0)
            return due
        longest = _IDLE_S if self._waiting else _NAME_CHECK_S if self._nameless else _STOP_CHECK_S
        wait = min(min(shard.due_at for shard in self._shards) - now, longest)
        touched: dict[Shard, None] = {}
        ready = self._readiness.wait(max(wait, 0.0))
        if not ready:
            self._admit(_MORE)
        for descriptor, events in ready:
            owner = self._owners.get(descriptor)
            if owner is None:
                # A kept connection of nobody's call: the gateway closed it, which libcurl sees by itself.
                self._readiness.drop(descriptor)
            else:
                owner.act(descriptor, events)
                touched[owner] = None
        return touched

    def _collect(self, shard: Shard, on_outcome: Callable[[str, Outcome], Call | None]) -> None:
        more = 1
        while more:
            more, good, bad = shard.multi.info_read()
            if not good and not bad:
                break
            ended: list[tuple[Line, Outcome]] = []
            for easy in good:
                line = cast("LinkedCurl", easy).line
                ended.append((line, line.response()))
            for easy, code, message in bad:
                line = cast("LinkedCurl", easy).line
                ended.append((line, line.error(code, message)))
            for line, outcome in ended:
                shard.multi.remove_handle(line.easy)
                self._busy.discard(line)
                self._note(line, outcome, on_outcome)
        shard.note_due()

    def _note(self, line: Line, outcome: Outcome, on_outcome: Callable[[str, Outcome], Call | None]) -> None:
        following = on_outcome(line.name, outcome)
        if following is not None:
            self._begin(line, following)
        elif self._waiting:
            self._admit(1)

    def _cancel(self, on_outcome: Callable[[str, Outcome], Call | None]) -> None:
        for line in tuple(self._busy):
            line.shard.multi.remove_handle(line.easy)
            self._busy.discard(line)
            on_outcome(
                line.name,
                CancelledError(phrase("said.answers", "the program is stopping"), request=line.call.request),
            )
        for line, (call, _) in tuple(self._nameless.items()):
            on_outcome(
                line.name,
                CancelledError(phrase("said.answers", "the program is stopping"), request=call.request),
            )
        self._nameless.clear()
        for name, call in self._waiting:
            on_outcome(
                name, CancelledError(phrase("said.answers", "the program is stopping"), request=call.request)
            )
        self._waiting.clear()
