"""Asks every address of a range, once, the one harmless question that tells a gateway from another device.

At most 64 connections stand at once, each is closed after its answer, and nothing outside the order is
asked. libcurl's limits hold as for every question: one deadline, a size cap, no redirect, no proxy.
"""

import threading
import time
from collections.abc import Callable, Iterator

from requests import Request

from doge_gui.core.scan_findings import RECOGNITION, Ending, Found, ScanEnd, is_gateway
from doge_gui.core.scan_range import ScanOrder
from doge_gui.gateways.line import Call, Outcome
from doge_gui.gateways.switchboard import Switchboard
from doge_gui.gateways.transport import CurlResponse
from doge_gui.gateways.transport_errors import CancelledError

AT_ONCE = 64
"""Connections that stand at the same time."""
DEADLINE_S = 1.5
"""Seconds one address may take; most addresses of a range are nobody's and take all of them."""
TOTAL_S = 90.0
"""Seconds after which a scan asks no more; 1,024 silent addresses take 24."""
_HEADERS = {"User-Agent": "WatchDoge", "Accept": "application/json", "Connection": "close"}


class Scan:
    """One scan. Used by one thread; `stop` may be set by any."""

    def __init__(
        self,
        order: ScanOrder,
        on_found: Callable[[Found], None],
        stop: threading.Event,
        clock: Callable[[], float] = time.monotonic,
        deadline_s: float = DEADLINE_S,
        total_s: float = TOTAL_S,
    ) -> None:
        """`on_found` gets each gateway at once. `deadline_s` is one address's, `total_s` the whole scan's."""
        self._order, self._on_found, self._stop, self._clock = order, on_found, stop, clock
        self._deadline_s, self._total_s = deadline_s, total_s
        self._targets: Iterator[tuple[str, int]] = order.targets()
        self._under_way: dict[str, tuple[str, int]] = {}
        self._over = threading.Event()
        self.asked = 0
        """Questions that were answered or given up until now."""
        self._found = self._strangers = 0

    def run(self, between: Callable[[], None] | None = None) -> ScanEnd:
        """Ask until all is asked, the time is over, or `stop` is set: then it ends within some 60 ms.

        `between` is called at least every 50 ms.
        """
        ends_at = self._clock() + self._total_s
        switchboard = Switchboard(clock=self._clock)

        def watch() -> None:
            if self._stop.is_set() or self._clock() >= ends_at:
                self._over.set()
            if between is not None:
                between()

        try:
            calls = ((line, call) for line in _LINES if (call := self._next(line)) is not None)
            switchboard.drive(calls, self._on_outcome, self._over, watch)
        finally:
            switchboard.close()
        return self._end()

    def _end(self) -> ScanEnd:
        ending = Ending.ALL_ASKED
        if self.asked < self._order.questions:
            ending = Ending.CANCELLED if self._stop.is_set() else Ending.OUT_OF_TIME
        return ScanEnd(ending, self.asked, self._order.questions, self._found, self._strangers)

    def _next(self, line: str) -> Call | None:
        """The next address's question, to be made on this line; None when there is none any more."""
        target = None if self._over.is_set() or self._stop.is_set() else next(self._targets, None)
        if target is None:
            return None
        self._under_way[line] = target
        host, port = target
        request = Request("GET", f"http://{host}:{port}/{RECOGNITION.path}", _HEADERS).prepare()
        return Call(request, self._deadline_s)

    def _on_outcome(self, line: str, outcome: Outcome) -> Call | None:
        if isinstance(outcome, CancelledError):
            return None
        self.asked += 1
        host, port = self._under_way.pop(line)
        if isinstance(outcome, CurlResponse):
            if is_gateway(outcome.status_code, outcome.body):
                self._found += 1
                self._on_found(Found(host, port, outcome.elapsed_s))
            else:
                self._strangers += 1
        return self._next(line)


_LINES = tuple(f"scan {number}" for number in range(AT_ONCE))
