"""A cycle: address list, readings, barrier, totals written, disconnection sweep. Never two at once."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from doge_gui.core import fold
from doge_gui.core.addresses import Address
from doge_gui.core.plan import Plan
from doge_gui.core.questions import DISCONNECTION, reading_questions, write_questions
from doge_gui.core.replies import ActionReply, GatewayReply
from doge_gui.core.snapshot import CycleFacts, Phase, Snapshot
from doge_gui.engine.address_desk import AddressDesk
from doge_gui.engine.job import Job, Stage
from doge_gui.engine.poller import Poller
from doge_gui.engine.single_shot import single_shot
from doge_gui.engine.worker import Kind, Reply, Sweep

PARTIAL_MS = 150
"""How soon readings reach the screen while other gateways keep silent."""
LIST_GRACE_MS = 250
"""How long a cycle waits for the address source, once there is a list to go on with."""
HANG_UP_ABOVE_S = 15.0
"""Between cycles farther apart than this no connection is kept: a small gateway serves only one at a time."""


class Cycle(QObject):
    """Runs cycles when told to.

    Signals:
        snapshot_ready(object): Snapshot; several in a cycle, the last one with Phase.DONE.
        swept(object): tuple of ActionReply of the disconnection sweep.
        ended(): the cycle is over.
    """

    snapshot_ready = Signal(object)
    swept = Signal(object)
    ended = Signal()

    def __init__(
        self,
        poller: Poller,
        desk: AddressDesk,
        job: Job,
        clock: Callable[[], float],
        wall_clock: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._poller, self._desk, self._job = poller, desk, job
        self._clock, self._wall_clock = clock, wall_clock
        self.stage = Stage.IDLE
        self._stopping = False
        self._next_job = job
        self._snapshot: Snapshot | None = None
        self._facts: CycleFacts
        self._replies: list[GatewayReply] = []
        self._written: list[ActionReply] = []
        self._swept: list[ActionReply] = []
        self._grace = single_shot(self, LIST_GRACE_MS, self._on_list_settled)
        self._partial = single_shot(self, PARTIAL_MS, self._show_partial)
        self._under_way: Sweep | None = None
        desk.settled.connect(self._on_list_settled)
        poller.replies_ready.connect(self._on_replies)
        poller.sweep_ended.connect(self._on_sweep_ended)

    @property
    def running(self) -> bool:
        """A cycle is under way."""
        return self.stage not in (Stage.IDLE, Stage.HANGING_UP)

    @property
    def free(self) -> bool:
        """The gateways' lines are free: not even connections are being closed."""
        return self.stage is Stage.IDLE

    def use(self, job: Job) -> None:
        """Take another configuration from the next cycle on."""
        self._next_job = job

    def start(self, skipped: int) -> None:
        """Begin a cycle; `skipped` is the count of skipped ones so far. Not while one runs."""
        if not self.free:
            raise RuntimeError("a cycle is under way already")
        self._job = self._next_job
        number = self._snapshot.facts.number + 1 if self._snapshot else 1
        self._facts = CycleFacts(number, self._wall_clock(), self._clock(), 0.0, Phase.READING, skipped)
        self.stage = Stage.LISTING
        if self._desk.knows:
            self._grace.start()
        self._desk.ask()

    def stop(self) -> None:
        """Let the cycle under way end without a picture: what is cancelled now says nothing of the plant."""
        self._stopping = True
        self._grace.stop()
        self._partial.stop()
        if self.stage is Stage.LISTING:
            self._end()

    @Slot()
    def _on_list_settled(self) -> None:
        if self.stage is not Stage.LISTING:
            return
        self._grace.stop()
        self.stage = Stage.READING
        plan = self._plan()
        now = self._clock()
        if self._snapshot is None:
            self._snapshot = fold.empty(plan, self._facts, now)
        else:
            self._snapshot = fold.onto(plan, self._facts, self._snapshot, now, 2 * self._job.interval_s)
        self._replies, self._written, self._swept = [], [], []
        questions = reading_questions([rule.name for rule in plan.requests])
        self._sweep(Sweep(Kind.READ, plan.addresses, questions, self._job.limits))

    def _plan(self) -> Plan:
        addresses = self._desk.book.addresses
        plan = Plan(addresses, self._job.rules, self._job.circuits)
        if self._snapshot is not None and self._snapshot.plan == plan:
            return self._snapshot.plan
        self._poller.fit(addresses)
        return plan

    def _sweep(self, sweep: Sweep) -> None:
        self._under_way = sweep
        # From the event loop, so that the window paints what it was just told before a worker wants the lock.
        QTimer.singleShot(0, self, self._start_sweep)

    @Slot()
    def _start_sweep(self) -> None:
        if self._under_way is not None and not self._stopping:
            self._poller.start(self._under_way)

    @Slot(object, object)
    def _on_replies(self, sweep: Sweep, replies: tuple[Reply, ...]) -> None:
        if sweep is not self._under_way:
            return
        for reply in replies:
            if isinstance(reply, GatewayReply):
                self._replies.append(reply)
            elif self.stage is Stage.WRITING:
                self._written.append(reply)
            else:
                self._swept.append(reply)
        if self.stage is Stage.READING and not self._partial.isActive():
            # A large fleet's picture costs more to fold, so it is folded less often.
            self._partial.start(PARTIAL_MS + len(self._current().plan) // 10)

    @Slot(object)
    def _on_sweep_ended(self, sweep: Sweep) -> None:
        if sweep is not self._under_way:
            return
        self._under_way = None
        if self._stopping:
            self._end()
        elif self.stage is Stage.READING:
            self._partial.stop()
            self._fold(Phase.READ)
            self._write_totals()
        elif self.stage is Stage.WRITING:
            self._disconnect_all()
        elif self.stage is Stage.SWEEPING:
            self._finish()
        else:
            self._end()

    @Slot()
    def _show_partial(self) -> None:
        if self.stage is Stage.READING:
            self._fold(Phase.READING)

    def _fold(self, phase: Phase) -> None:
        snapshot, now = self._current(), self._clock()
        facts = replace(self._facts, phase=phase, elapsed_s=now - self._facts.started_mono)
        self._snapshot = fold.fold(snapshot, self._replies, facts, now)
        self._replies = []
        self.snapshot_ready.emit(self._snapshot)

    def _write_totals(self) -> None:
        snapshot = self._current()
        self.stage = Stage.WRITING
        if self._job.write_totals and snapshot.marbles.complete:
            questions = write_questions(snapshot.marbles.value)
            self._sweep(Sweep(Kind.ACT, snapshot.plan.addresses, questions, self._job.limits))
        else:
            self._disconnect_all()

    def _disconnect_all(self) -> None:
        snapshot = self._current()
        self.stage = Stage.SWEEPING
        if self._job.disconnect_each_cycle and snapshot.plan.addresses:
            there = self._still_there(snapshot)
            self._sweep(Sweep(Kind.ACT, there, (DISCONNECTION,), self._job.limits))
        else:
            self._finish()

    def _still_there(self, snapshot: Snapshot) -> tuple[Address, ...]:
        """Whom the cycle has not lost: who is lost is not asked again in it."""
        lost = {
            address.plc
            for address, failures in zip(snapshot.plan.addresses, snapshot.failures, strict=True)
            if any(failure.lost for failure in failures)
        }
        lost |= {reply.plc for reply in self._written if any(failure.lost for failure in reply.failures)}
        return tuple(address for address in snapshot.plan.addresses if address.plc not in lost)

    def _finish(self) -> None:
        now = self._clock()
        facts = replace(self._facts, phase=Phase.DONE, elapsed_s=now - self._facts.started_mono)
        self._snapshot = fold.finish(self._current(), self._written, self._swept, facts, now)
        self.stage = Stage.HANGING_UP
        self.snapshot_ready.emit(self._snapshot)
        if self._swept:
            self.swept.emit(tuple(self._swept))
        if self._job.interval_s > HANG_UP_ABOVE_S:
            self._sweep(Sweep(Kind.HANG_UP))
        else:
            self._end()

    def _end(self) -> None:
        self.stage = Stage.IDLE
        self.ended.emit()

    def _current(self) -> Snapshot:
        if self._snapshot is None:
            raise RuntimeError("no cycle has begun")
        return self._snapshot
