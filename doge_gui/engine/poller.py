"""Carries sweeps of questions to the gateways on a QThreadPool's workers."""

import logging
import threading
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, QThreadPool, Signal, Slot

from doge_gui.core.addresses import Address
from doge_gui.engine.worker import Kind, Sweep, Worker
from doge_gui.open_files import TooFewFilesError, allow_files_for

MOST_WORKERS = 4
SMALL_FLEET = 32
"""Up to so many gateways have a worker each, as far as the workers go. A larger fleet is driven by one: more
of them would only pass the interpreter's lock to and fro, which costs the cycle a fifth of its time."""
_log = logging.getLogger("watchdoge")


class Poller(QObject):
    """Splits a sweep among a few workers and gathers their replies. One sweep at a time.

    Signals:
        replies_ready(object, object): the Sweep, and a tuple of GatewayReply or ActionReply.
        sweep_ended(object): the Sweep; every gateway of it has replied.

    The signals name the sweep so that each part that starts sweeps stays connected and heeds its own: to
    connect and disconnect for every sweep would leak a little memory each time. Connections are opened and
    closed on the workers only, as closing one may wait for the system.
    """

    replies_ready = Signal(object, object)
    sweep_ended = Signal(object)
    _worker_ended = Signal()

    def __init__(self, pool: QThreadPool, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = pool
        self._stop = threading.Event()
        self._jobs: list[Worker] = []
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
        shares = self._shares(sweep)
        self._running = max(1, len(shares))
        if not shares:
            self._worker_ended.emit()
        for home, share in shares.items():
            self._jobs[home].load(share, sweep)
            self._pool.start(self._jobs[home])

    def fit(self, addresses: Sequence[Address]) -> None:
        """Make ready for another list; only between sweeps."""
        try:
            allow_files_for(len(addresses))
        except TooFewFilesError as error:
            _log.warning("not every gateway can be asked: %s", error)
        self._workers = min(len(addresses), MOST_WORKERS) if len(addresses) <= SMALL_FLEET else 1
        listed = {address.netloc for address in addresses}
        self._homes = {netloc: home for netloc, home in self._homes.items() if netloc in listed}

    def stop(self) -> None:
        """End the sweep under way: its open questions are cancelled within about 50 ms."""
        self._stop.set()

    def hang_up_for_good(self) -> None:
        """Have the workers close every connection; after the sweep under way has ended."""
        for job in self._jobs:
            job.load((), Sweep(Kind.HANG_UP))
            self._pool.start(job)

    def _shares(self, sweep: Sweep) -> Mapping[int, list[Address]]:
        """The sweep's gateways by worker. A gateway stays with its worker, which holds its one connection.

        Readings and hanging up concern every worker, even one that has no gateway any more.
        """
        everyone = sweep.kind in (Kind.READ, Kind.HANG_UP)
        shares: dict[int, list[Address]] = {home: [] for home in range(len(self._jobs))} if everyone else {}
        load = [0] * len(self._jobs)
        for home in self._homes.values():
            load[home] += 1
        for address in sweep.addresses:
            home = self._homes.get(address.netloc, -1)
            if home < 0:
                if len(self._jobs) < max(1, self._workers) and all(load):
                    self._jobs.append(Worker(self._stop, self.replies_ready, self._worker_ended))
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
