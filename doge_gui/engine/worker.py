"""What a QThreadPool's worker does: its share of a sweep, on the connections that only it touches."""

import logging
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QRunnable, SignalInstance

from doge_gui.core.addresses import Address
from doge_gui.core.questions import Question
from doge_gui.core.replies import ActionReply, Failure, GatewayReply, Reason
from doge_gui.gateways.client import GatewayClient
from doge_gui.gateways.switchboard import Switchboard
from doge_gui.gateways.talk import Limits

BATCH_S = 0.1
"""How long a worker holds replies back so that the window is not woken for each."""
_log = logging.getLogger("watchdoge")

Reply = GatewayReply | ActionReply


class Kind(Enum):
    """What a sweep is for."""

    READ = auto()
    """The readings of a cycle."""
    ACT = auto()
    """Totals written or disconnections, within what the cycle has left of each gateway's budget."""
    ACT_ALONE = auto()
    """Disconnections outside a cycle, which owe nothing to its budget."""
    HANG_UP = auto()
    """Nothing is asked; every connection is closed."""


@dataclass(frozen=True, slots=True, eq=False)
class Sweep:
    """One round of questions to gateways; each is itself and no other."""

    kind: Kind
    addresses: tuple[Address, ...] = ()
    questions: tuple[Question, ...] = ()
    limits: Limits = Limits()  # noqa: RUF009 - frozen, so one for all
    hang_up: bool = False
    """Close the connections when all is asked."""


class Worker(QRunnable):
    """One worker, used again for every sweep: PySide keeps alive some of the runnables that a pool deletes.

    Holds the bound signals of a living Poller, never the Poller itself.
    """

    def __init__(self, stop: threading.Event, replies_ready: SignalInstance, ended: SignalInstance) -> None:
        super().__init__()
        self.setAutoDelete(False)
        self._client = GatewayClient(Switchboard())
        self._stop, self._replies_ready, self._ended = stop, replies_ready, ended
        self._known: frozenset[str] = frozenset()
        self._share: Sequence[Address] = ()
        self._sweep: Sweep
        self._batch: Batch

    def load(self, share: Sequence[Address], sweep: Sweep) -> None:
        """Take the next share; only after the end of the last was told."""
        self._share, self._sweep = share, sweep
        self._batch = Batch(sweep, self._replies_ready, time.monotonic)

    def run(self) -> None:
        """Ask, hand over, end. The end is told even after a defect, so that nothing waits for ever."""
        try:
            self._carry_out()
        except Exception:  # noqa: BLE001 - a thread's end: the defect is told, and the cycle must go on
            _log.exception("unexpected error while asking gateways")
            self._fail_the_rest()
        finally:
            self._batch.flush()
            self._ended.emit()

    def _carry_out(self) -> None:
        sweep, batch, client = self._sweep, self._batch, self._client
        if sweep.kind is Kind.READ:
            self._forget_the_gone()
            client.read(self._share, sweep.questions, sweep.limits, batch.add, self._stop, batch.flush_if_due)
        elif sweep.kind is not Kind.HANG_UP:
            if sweep.kind is Kind.ACT_ALONE:
                client.begin_budget()
            client.act(self._share, sweep.questions, sweep.limits, batch.add, self._stop, batch.flush_if_due)
        if sweep.hang_up or sweep.kind is Kind.HANG_UP:
            client.hang_up()

    def _forget_the_gone(self) -> None:
        known = frozenset(address.netloc for address in self._share)
        self._client.forget(self._known - known)
        self._known = known

    def _fail_the_rest(self) -> None:
        """A gateway that a defect left without a reply says so, instead of looking as it did before."""
        sweep, now = self._sweep, time.monotonic()
        if not sweep.questions:
            return
        words = "an error in the program; see its log"
        failures = (Failure(sweep.questions[0].path, Reason.CANCELLED, words),)
        requests = len(sweep.questions) - 3
        for address in self._share:
            if address.plc in self._batch.replied:
                continue
            if sweep.kind is Kind.READ:
                none = (None, None, None)
                values = (None,) * requests
                self._batch.add(GatewayReply(address.plc, none, values, failures, float("nan"), now))
            else:
                self._batch.add(ActionReply(address.plc, 0, "", failures, now))


class Batch:
    """Replies held back for a moment."""

    def __init__(self, sweep: Sweep, replies_ready: SignalInstance, clock: Callable[[], float]) -> None:
        self._sweep, self._replies_ready, self._clock = sweep, replies_ready, clock
        self._replies: list[Reply] = []
        self._due_at = 0.0
        self.replied: set[str] = set()

    def add(self, reply: Reply) -> None:
        """Take one gateway's reply."""
        if not self._replies:
            self._due_at = self._clock() + BATCH_S
        self._replies.append(reply)
        self.replied.add(reply.plc)

    def flush_if_due(self) -> None:
        """Hand over what was held back long enough."""
        if self._replies and self._clock() >= self._due_at:
            self.flush()

    def flush(self) -> None:
        """Hand over what is there."""
        if self._replies:
            self._replies_ready.emit(self._sweep, tuple(self._replies))
            self._replies = []
