"""The engine as one part: the schedule, the cycle and the operator's wishes, taking turns on the gateways."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Qt, QThreadPool, QTimer, Signal, Slot

from doge_gui.core.addresses import Address
from doge_gui.core.cadence import next_due
from doge_gui.core.statuses import Schedule
from doge_gui.engine.address_desk import AddressDesk
from doge_gui.engine.cycle import HANG_UP_ABOVE_S, Cycle
from doge_gui.engine.disconnector import Disconnector
from doge_gui.engine.job import Job
from doge_gui.engine.poller import MOST_WORKERS, Poller
from doge_gui.engine.sleep_watch import SleepWatch
from doge_gui.gateways.address_sources import AddressSource

_STOP_WAIT_MS, _HANG_UP_WAIT_MS = 1200, 300


class Supervision(QObject):
    """Watches a fleet.

    Signals:
        snapshot_ready(object): Snapshot.
        schedule_changed(object): Schedule.
        addresses_changed(object): AddressStatus.
        disconnections_changed(object): tuple of Disconnection.
        cycle_ended(): a cycle is over; its last snapshot was told before.
    """

    snapshot_ready = Signal(object)
    schedule_changed = Signal(object)
    addresses_changed = Signal(object)
    disconnections_changed = Signal(object)
    cycle_ended = Signal()

    def __init__(
        self,
        source: AddressSource,
        job: Job,
        clock: Callable[[], float],
        wall_clock: Callable[[], datetime],
        example: bool = False,
        parent: QObject | None = None,
        sleep: SleepWatch | None = None,
    ) -> None:
        """`clock` gives seconds that count on while the machine sleeps; `sleep` notices when it has slept."""
        super().__init__(parent)
        self._job, self._clock, self._sleep = job, clock, sleep
        # The source has a thread of its own, so that a database that hangs takes no worker from the gateways.
        self._pool, self._source_pool = QThreadPool(self), QThreadPool(self)
        self._pool.setMaxThreadCount(MOST_WORKERS)
        self._source_pool.setMaxThreadCount(1)
        self._poller = Poller(self._pool, self)
        self._desk = AddressDesk(source, self._source_pool, clock, example, self)
        self._cycle = Cycle(self._poller, self._desk, job, clock, wall_clock, self)
        self._disconnector = Disconnector(self._poller, wall_clock, self)
        self._grid = clock()
        self._skipped = 0
        self._paused = self._owed = self._stopping = False
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setSingleShot(True)
        self._connect()
        if sleep is not None:
            sleep.resumed.connect(self._on_resumed)

    def start(self) -> None:
        """Begin with a cycle at once."""
        self._grid = self._clock()
        self._begin_cycle()
        self._arm()

    @property
    def addresses(self) -> tuple[Address, ...]:
        """The list in force."""
        return self._desk.book.addresses

    def use(self, job: Job, source: AddressSource) -> None:
        """Take another configuration from the next cycle on."""
        changed = job.interval_s != self._job.interval_s
        self._job = job
        self._cycle.use(job)
        self._desk.use(source)
        if changed and not self._paused:
            # Instants of the new grid that lie in the past were never promised, so none of them is skipped.
            self._grid = max(self._grid, self._clock() - job.interval_s)
            self._arm()

    @Slot()
    def poll_now(self) -> None:
        """Begin a cycle at once, unless one is under way; the schedule stays as it is."""
        if not self._cycle.running:
            self._begin_cycle()
            self._tell_schedule()

    @Slot(bool)
    def pause(self, paused: bool) -> None:
        """Begin no more cycles until told otherwise; the one under way ends as usual."""
        if paused == self._paused:
            return
        self._paused = paused
        if paused:
            self._timer.stop()
            self._owed = False
            self._tell_schedule()
        else:
            self._grid = self._clock()
            if not self._cycle.running:
                self._begin_cycle()
            self._arm()

    @Slot(tuple)
    def disconnect_plcs(self, plcs: tuple[str, ...]) -> None:
        """Disconnect these PLCs, now or as soon as the cycle under way has ended."""
        self._disconnector.want(plcs, self.addresses)
        self._take_turns()

    def stop(self) -> bool:
        """End everything under way within about two seconds. False where a thread could not be ended."""
        self._stopping = True
        self._timer.stop()
        self._cycle.stop()
        self._poller.stop()
        if self._pool.waitForDone(_STOP_WAIT_MS):
            self._poller.hang_up_for_good()
        self._source_pool.clear()
        return self._source_pool.waitForDone(100) and self._pool.waitForDone(_HANG_UP_WAIT_MS)

    def _connect(self) -> None:
        self._timer.timeout.connect(self._on_due)
        self._cycle.snapshot_ready.connect(self.snapshot_ready)
        self._cycle.swept.connect(self._disconnector.note_sweep)
        self._cycle.ended.connect(self._on_cycle_ended)
        self._disconnector.changed.connect(self.disconnections_changed)
        self._disconnector.ended.connect(self._on_disconnections_ended)
        self._desk.status_changed.connect(self.addresses_changed)

    @Slot()
    def _on_due(self) -> None:
        if self._sleep is not None:
            self._sleep.look()
        if self._clock() < self._grid + self._job.interval_s:
            self._arm()
            return
        due = next_due(self._grid, self._job.interval_s, self._clock())
        self._grid = due.at - self._job.interval_s
        self._skipped += due.missed - 1
        if self._cycle.running or self._owed:
            self._skipped += 1
        else:
            self._begin_cycle()
        self._arm()

    @Slot(float)
    def _on_resumed(self, _slept_s: float) -> None:
        """One cycle at once, and a new grid: the instants that were slept through were never promised."""
        if self._paused or self._stopping:
            return
        self._grid = self._clock()
        if not self._cycle.running:
            self._begin_cycle()
        self._arm()

    def _begin_cycle(self) -> None:
        if self._disconnector.running or not self._cycle.free:
            self._owed = True
            return
        self._owed = False
        self._cycle.start(self._skipped)

    def _arm(self) -> None:
        """Wait for the next instant of the grid."""
        wait = max(0.0, self._grid + self._job.interval_s - self._clock())
        self._timer.start(int(wait * 1000) + 1)
        self._tell_schedule()

    @Slot()
    def _on_cycle_ended(self) -> None:
        self.cycle_ended.emit()
        self._take_turns()
        self._tell_schedule()

    @Slot()
    def _on_disconnections_ended(self) -> None:
        self._take_turns()

    def _take_turns(self) -> None:
        """Let wishes that wait go first, then the cycle that was due meanwhile."""
        if self._stopping or not self._cycle.free or self._disconnector.running:
            return
        hang_up = self._job.interval_s > HANG_UP_ABOVE_S
        if not self._disconnector.send(self._job.limits, hang_up) and self._owed:
            self._begin_cycle()
            self._tell_schedule()

    def _tell_schedule(self) -> None:
        next_at = None if self._paused else self._grid + self._job.interval_s
        running = self._cycle.running
        schedule = Schedule(self._job.interval_s, next_at, running, self._paused, self._skipped)
        self.schedule_changed.emit(schedule)
