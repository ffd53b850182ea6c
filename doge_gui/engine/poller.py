"""Carries the questions of a sweep to the gateways on a QThreadPool's workers."""

import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, SignalInstance, Slot

from doge_gui.core.addresses import Address
from doge_gui.core.questions import Question
from doge_gui.core.replies import ActionReply, GatewayReply
from doge_gui.gateways.client import GatewayClient, Limits
from doge_gui.gateways.switchboard import Switchboard

MAX_WORKERS = 2
"""More share the interpreter's lock without asking any faster, and make the window stutter."""
BATCH_S = 0.1
"""How long a worker holds replies back so that the window is not woken for each."""

Reply = GatewayReply | ActionReply


@dataclass(frozen=True, slots=True)
class Sweep:
    """One round of questions to gateways."""

    addresses: tuple[Address, ...]
    questions: tuple[Question, ...]
    limits: Limits
    reads: bool
    """Readings of a cycle (True), or acts: totals written, disconnections (False)."""
    own_budget: bool = False
    """Acts outside a cycle, which owe nothing to its budget."""


class Poller(QObject):
    """Splits a sweep among a few workers and gathers their replies. One sweep at a time.

    Signals:
        replies_ready(object): tuple of GatewayReply or ActionReply, as they come in.
        sweep_ended(): every gateway of the sweep has replied.
    """

    replies_ready = Signal(object)
    sweep_ended = Signal()
    _worker_ended = Signal()

    def __init__(self, pool: QThreadPool, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = pool
        self._stop = threading.Event()
        self._clients: list[GatewayClient] = []
        self._homes: dict[str, int] = {}
        self._running = 0
        self._worker_ended.connect(self._on_worker_ended)

    @property
    def busy(self) -> bool:
        """A sweep is under way."""
        return self._running > 0

    def start(self, sweep: Sweep) -> None:
        """Begin a sweep. One without gateways ends in the next turn of the event loop."""
        if self.busy:
            raise RuntimeError("a sweep is under way already")
        shares = self._shares(sweep.addresses)
        self._running = max(1, len(shares))
        if not shares:
            self._worker_ended.emit()
        for home, share in shares.items():
            job = _Job(self._clients[home], share, sweep, self._stop, self.replies_ready, self._worker_ended)
            self._pool.start(job)

    def hang_up(self) -> None:
        """Close all connections; only between sweeps."""
        for client in self._clients:
            client.hang_up()

    def keep_only(self, addresses: Sequence[Address]) -> None:
        """Hang up on gateways that are no longer in the list; only between sweeps."""
        gone = self._homes.keys() - {address.netloc for address in addresses}
        for netloc in gone:
            self._clients[self._homes.pop(netloc)].forget([netloc])

    def stop(self) -> None:
        """End the sweep under way: its open questions are cancelled within about 50 ms."""
        self._stop.set()

    def close(self) -> None:
        """Close everything, after the pool's threads have ended."""
        for client in self._clients:
            client.close()

    def _shares(self, addresses: Sequence[Address]) -> Mapping[int, list[Address]]:
        """The sweep's gateways by worker. A gateway stays with its worker, which holds its one connection."""
        load = [0] * len(self._clients)
        for home in self._homes.values():
            load[home] += 1
        shares: dict[int, list[Address]] = {}
        for address in addresses:
            home = self._homes.get(address.netloc, -1)
            if home < 0:
                if len(self._clients) < MAX_WORKERS and all(load):
                    self._clients.append(GatewayClient(Switchboard()))
                    load.append(0)
                home = self._homes[address.netloc] = load.index(min(load))
                load[home] += 1
            shares.setdefault(home, []).append(address)
        return shares

    @Slot()
    def _on_worker_ended(self) -> None:
        self._running -= 1
        if self._running == 0:
            self.sweep_ended.emit()


class _Job(QRunnable):
    """One worker's share of a sweep. Holds the bound signals of a living Poller, never the Poller itself."""

    def __init__(
        self,
        client: GatewayClient,
        share: Sequence[Address],
        sweep: Sweep,
        stop: threading.Event,
        replies_ready: SignalInstance,
        ended: SignalInstance,
    ) -> None:
        super().__init__()
        self._client, self._share, self._sweep, self._stop = client, share, sweep, stop
        self._batch = _Batch(replies_ready, time.monotonic)
        self._ended = ended

    def run(self) -> None:
        """Ask, hand over, end. The end is told even after a defect, so that nothing waits for ever."""
        try:
            self._ask()
        finally:
            self._batch.flush()
            self._ended.emit()

    def _ask(self) -> None:
        sweep, batch = self._sweep, self._batch
        if sweep.reads:
            self._client.read(
                self._share, sweep.questions, sweep.limits, batch.add, self._stop, batch.flush_if_due
            )
            return
        if sweep.own_budget:
            self._client.begin_budget()
        self._client.act(
            self._share, sweep.questions, sweep.limits, batch.add, self._stop, batch.flush_if_due
        )


class _Batch:
    """Replies held back for a moment."""

    def __init__(self, replies_ready: SignalInstance, clock: Callable[[], float]) -> None:
        self._replies_ready, self._clock = replies_ready, clock
        self._replies: list[Reply] = []
        self._due_at = 0.0

    def add(self, reply: Reply) -> None:
        if not self._replies:
            self._due_at = self._clock() + BATCH_S
        self._replies.append(reply)

    def flush_if_due(self) -> None:
        if self._replies and self._clock() >= self._due_at:
            self.flush()

    def flush(self) -> None:
        if self._replies:
            self._replies_ready.emit(tuple(self._replies))
            self._replies = []
