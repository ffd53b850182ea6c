"""Carries the questions of a sweep to the gateways on a QThreadPool's workers."""

import logging
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, SignalInstance, Slot

from doge_gui.core.addresses import Address
from doge_gui.core.questions import Question
from doge_gui.core.replies import ActionReply, GatewayReply
from doge_gui.gateways.client import GatewayClient
from doge_gui.gateways.switchboard import Switchboard
from doge_gui.gateways.talk import Limits
from doge_gui.open_files import TooFewFilesError, allow_files_for

MOST_WORKERS = 4
SMALL_FLEET = 32
"""Up to so many gateways have a worker each, as far as the workers go. A larger fleet is driven by one: more
of them would only pass the interpreter's lock to and fro, which costs the cycle a fifth of its time."""
BATCH_S = 0.1
"""How long a worker holds replies back so that the window is not woken for each."""

Reply = GatewayReply | ActionReply
_log = logging.getLogger("watchdoge")


@dataclass(frozen=True, slots=True, eq=False)
class Sweep:
    """One round of questions to gateways; each is itself and no other."""

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
        replies_ready(object, object): the Sweep, and a tuple of GatewayReply or ActionReply.
        sweep_ended(object): the Sweep; every gateway of it has replied.

    The signals name the sweep so that each part that starts sweeps stays connected and heeds its own: to
    connect and disconnect for every sweep would leak a little memory each time.
    """

    replies_ready = Signal(object, object)
    sweep_ended = Signal(object)
    _worker_ended = Signal()

    def __init__(self, pool: QThreadPool, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = pool
        self._stop = threading.Event()
        self._jobs: list[_Job] = []
        self._homes: dict[str, int] = {}
        self._workers = 1
        self._running = 0
        self._sweep: Sweep | None = None
        self._worker_ended.connect(self._on_worker_ended)

    @property
    def busy(self) -> bool:
        """A sweep is under way."""
        return self._running > 0

    def start(self, sweep: Sweep) -> None:
        """Begin a sweep. One without gateways ends in the next turn of the event loop."""
        if self.busy:
            raise RuntimeError("a sweep is under way already")
        self._sweep = sweep
        shares = self._shares(sweep.addresses)
        self._running = max(1, len(shares))
        if not shares:
            self._worker_ended.emit()
        for home, share in shares.items():
            self._jobs[home].load(share, sweep)
            self._pool.start(self._jobs[home])

    def hang_up(self) -> None:
        """Close all connections; only between sweeps."""
        for job in self._jobs:
            job.client.hang_up()

    def fit(self, addresses: Sequence[Address]) -> None:
        """Make ready for another list, and hang up on gateways that left it; only between sweeps."""
        self._allow_files(len(addresses))
        self._workers = min(len(addresses), MOST_WORKERS) if len(addresses) <= SMALL_FLEET else 1
        if self._workers < len(self._jobs):
            self._pool.waitForDone()
            self.close()
            return
        gone = self._homes.keys() - {address.netloc for address in addresses}
        for netloc in gone:
            self._jobs[self._homes.pop(netloc)].client.forget([netloc])

    def stop(self) -> None:
        """End the sweep under way: its open questions are cancelled within about 50 ms."""
        self._stop.set()

    def close(self) -> None:
        """Close everything, while no worker runs."""
        for job in self._jobs:
            job.client.close()
        self._jobs.clear()
        self._homes.clear()

    def _allow_files(self, gateways: int) -> None:
        try:
            allow_files_for(gateways)
        except TooFewFilesError as error:
            _log.warning("not every gateway can be asked: %s", error)

    def _shares(self, addresses: Sequence[Address]) -> Mapping[int, list[Address]]:
        """The sweep's gateways by worker. A gateway stays with its worker, which holds its one connection."""
        load = [0] * len(self._jobs)
        for home in self._homes.values():
            load[home] += 1
        shares: dict[int, list[Address]] = {}
        for address in addresses:
            home = self._homes.get(address.netloc, -1)
            if home < 0:
                if len(self._jobs) < max(1, self._workers) and all(load):
                    self._jobs.append(_Job(self._stop, self.replies_ready, self._worker_ended))
                    load.append(0)
                home = self._homes[address.netloc] = load.index(min(load))
                load[home] += 1
            shares.setdefault(home, []).append(address)
        return shares

    @Slot()
    def _on_worker_ended(self) -> None:
        self._running -= 1
        if self._running == 0:
            sweep, self._sweep = self._sweep, None
            self.sweep_ended.emit(sweep)


class _Job(QRunnable):
    """One worker's share of a sweep, used again for every sweep: PySide keeps some of the runnables alive
    that a pool deletes by itself. Holds the bound signals of a living Poller, never the Poller itself.
    """

    def __init__(self, stop: threading.Event, replies_ready: SignalInstance, ended: SignalInstance) -> None:
        super().__init__()
        self.setAutoDelete(False)
        self.client = GatewayClient(Switchboard())
        self._stop, self._replies_ready, self._ended = stop, replies_ready, ended
        self._share: Sequence[Address] = ()
        self._sweep: Sweep
        self._batch: _Batch

    def load(self, share: Sequence[Address], sweep: Sweep) -> None:
        """Take the next share; only after the end of the last was told."""
        self._share, self._sweep = share, sweep
        self._batch = _Batch(sweep, self._replies_ready, time.monotonic)

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
            self.client.read(
                self._share, sweep.questions, sweep.limits, batch.add, self._stop, batch.flush_if_due
            )
            return
        if sweep.own_budget:
            self.client.begin_budget()
        self.client.act(self._share, sweep.questions, sweep.limits, batch.add, self._stop, batch.flush_if_due)


class _Batch:
    """Replies held back for a moment."""

    def __init__(self, sweep: Sweep, replies_ready: SignalInstance, clock: Callable[[], float]) -> None:
        self._sweep, self._replies_ready, self._clock = sweep, replies_ready, clock
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
            self._replies_ready.emit(self._sweep, tuple(self._replies))
            self._replies = []
