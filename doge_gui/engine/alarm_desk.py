"""Where alarms are judged and people's answers to them are taken, off the window's thread."""

import logging
import threading
from collections import deque
from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, SignalInstance, Slot

from doge_gui.core.alarms import operator
from doge_gui.core.alarms.book import Instant
from doge_gui.core.alarms.report import AlarmReport
from doge_gui.core.alarms.rules import Rules
from doge_gui.core.alarms.sounding import heard
from doge_gui.core.audit.action import Act
from doge_gui.core.snapshot import Phase, Snapshot
from doge_gui.core.statuses import AddressStatus, Disconnection, SoundStatus
from doge_gui.engine.alarm_judge import AlarmJudge
from doge_gui.engine.single_shot import single_shot

Task = Callable[[AlarmJudge, Instant], None]
_STOP_WAIT_MS = 1500
_LONGEST_WAIT_S = 600.0
_SETTLING_STEPS = 10
"""Each is some tens of milliseconds of work for the record, between two turns."""
_log = logging.getLogger("watchdoge")


class AlarmDesk(QObject):
    """Hands pictures and intents to the judge, one after the other, and tells what came of them.

    Signals:
        changed(object): AlarmReport.
        heard(tuple): the Calls that want to be heard now, worst first.
    """

    changed = Signal(object)
    heard = Signal(tuple)
    _judged = Signal(object)

    def __init__(
        self,
        judge: AlarmJudge,
        clock: Callable[[], float],
        wall_clock: Callable[[], datetime],
        who: str,
        parent: QObject | None = None,
    ) -> None:
        """`who` is the name under which an operator's acts are recorded."""
        super().__init__(parent)
        self._clock, self._wall_clock, self._who = clock, wall_clock, who
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._turn = _Turn(judge, self.heard, self._judged)
        self._judging = False
        self._stopping = False
        self._ends = single_shot(self, 0, self._on_end_due)
        self._judged.connect(self._on_judged)

    def start(self) -> None:
        """Take up the alarms as they were left."""
        self._put(lambda judge, instant: judge.begin(instant))

    def stop(self) -> bool:
        """Finish what waits, within a moment; False where that could not be done."""
        self._put(lambda judge, instant: judge.close(instant))
        self._stopping = True
        self._ends.stop()
        ended = self._pool.waitForDone(_STOP_WAIT_MS)
        if ended and self._turn.waiting:
            # The last turn had ended already, and its end is told to a loop that runs no more.
            self._turn.run()
        return ended

    def use(self, rules: Rules, interval_s: float, told: str) -> None:
        """Judge and record by another configuration from now on; `told`: which one, for the audit trail."""

        def take(judge: AlarmJudge, instant: Instant) -> None:
            judge.rules = rules
            judge.keeping.cycles.interval_s = interval_s
            judge.note_act(Act.CONFIGURED, told, "", instant)

        self._put(take)

    @Slot(object)
    def take_snapshot(self, snapshot: Snapshot) -> None:
        """Judge and record a cycle as soon as all was read; record what became of it at its end."""
        if snapshot.facts.phase is Phase.READ:
            self._put(lambda judge, instant: judge.take_snapshot(snapshot, instant))
        elif snapshot.facts.phase is Phase.DONE:
            self._put(lambda judge, _: judge.end_cycle(snapshot), quiet=True)

    @Slot(object)
    def take_addresses(self, status: AddressStatus) -> None:
        """Judge the address list."""
        self._put(lambda judge, instant: judge.surround(instant, addresses=status))

    @Slot(object)
    def take_sound(self, status: SoundStatus) -> None:
        """Judge whether alarms can be heard."""
        self._put(lambda judge, instant: judge.surround(instant, sound=status))

    @Slot(object)
    def take_disconnections(self, outcomes: tuple[Disconnection, ...]) -> None:
        """Watch what becomes of PLCs that an operator disconnected."""
        self._put(lambda judge, instant: judge.take_disconnections(outcomes, instant.mono))

    # What people do

    @Slot(tuple, str)
    def acknowledge(self, ids: tuple[str, ...], comment: str) -> None:
        """Take notice of these."""
        self._put(
            lambda judge, at: judge.operate(operator.acknowledge(judge.book, ids, self._who, at, comment), at)
        )

    @Slot(tuple)
    def reset(self, ids: tuple[str, ...]) -> None:
        """Let go of these latched ones."""
        self._put(lambda judge, at: judge.operate(operator.reset(judge.book, ids, self._who, at), at))

    @Slot(tuple, float, str)
    def shelve(self, ids: tuple[str, ...], seconds: float, reason: str) -> None:
        """Hide these for a time."""

        def act(judge: AlarmJudge, at: Instant) -> None:
            most_s = judge.rules.shelve_most_s
            judge.operate(operator.shelve(judge.book, ids, seconds, self._who, reason, at, most_s), at)

        self._put(act)

    @Slot(tuple)
    def unshelve(self, ids: tuple[str, ...]) -> None:
        """Show these again."""
        self._put(lambda judge, at: judge.operate(operator.unshelve(judge.book, ids, self._who, at), at))

    @Slot(tuple, str)
    def take_out_of_service(self, ids: tuple[str, ...], reason: str) -> None:
        """Hide these until somebody puts them back."""

        def act(judge: AlarmJudge, at: Instant) -> None:
            judge.operate(operator.take_out_of_service(judge.book, ids, self._who, reason, at), at)

        self._put(act)

    @Slot(tuple)
    def put_in_service(self, ids: tuple[str, ...]) -> None:
        """Show these again."""
        self._put(
            lambda judge, at: judge.operate(operator.put_in_service(judge.book, ids, self._who, at), at)
        )

    @Slot()
    def silence(self) -> None:
        """Stop the sound of what calls now."""
        self._put(lambda judge, at: judge.operate(operator.silence(judge.book, self._who, at), at))

    @Slot(float)
    def mute(self, seconds: float) -> None:
        """No sound for a time."""

        def act(judge: AlarmJudge, at: Instant) -> None:
            judge.operate(operator.mute(judge.book, seconds, self._who, at, judge.rules.shelve_most_s), at)

        self._put(act)

    @Slot()
    def unmute(self) -> None:
        """Sound again."""
        self._put(lambda judge, at: judge.operate(operator.unmute(judge.book, self._who, at), at))

    # How it is done

    def _put(self, task: Task, *, quiet: bool = False) -> None:
        """Have a task done after those that wait. Both clocks are read once, here.

        `quiet`: it changes nothing that is shown.
        """
        if self._stopping:
            return
        self._turn.put(task, Instant(self._clock(), self._wall_clock()), quiet)
        self._begin()

    def _begin(self) -> None:
        if not self._judging and self._turn.waiting:
            self._judging = True
            self._pool.start(self._turn)

    @Slot(object)
    def _on_judged(self, report: AlarmReport | None) -> None:
        self._judging = False
        if report is None:
            self._begin()
            return
        self.changed.emit(report)
        at = operator.next_end(report.book)
        if at is not None and not self._stopping:
            wait_s = min(max(at - self._clock(), 0.0), _LONGEST_WAIT_S)
            self._ends.start(int(wait_s * 1000) + 1)
        self._begin()

    @Slot()
    def _on_end_due(self) -> None:
        self._put(lambda judge, instant: judge.let_end(instant))


class _Turn(QRunnable):
    """One turn of the judge's thread: everything that waits. Used again for each."""

    def __init__(self, judge: AlarmJudge, heard_: SignalInstance, judged: SignalInstance) -> None:
        super().__init__()
        self.setAutoDelete(False)
        self._judge, self._heard, self._judged = judge, heard_, judged
        self._lock = threading.Lock()
        self._tasks: deque[tuple[Task, Instant, bool]] = deque()

    @property
    def waiting(self) -> bool:
        """There is something to do."""
        return bool(self._tasks)

    def put(self, task: Task, instant: Instant, quiet: bool) -> None:
        """Add a task."""
        with self._lock:
            self._tasks.append((task, instant, quiet))

    def run(self) -> None:
        """Do all tasks, record what they led to, tell."""
        instant, all_quiet = None, True
        while True:
            with self._lock:
                if not self._tasks:
                    break
                task, instant, quiet = self._tasks.popleft()
            all_quiet = all_quiet and quiet
            try:
                task(self._judge, instant)
            except Exception:  # noqa: BLE001 - a thread's end: the defect is told, and the next task must run
                _log.exception("unexpected error while judging alarms")
        if instant is not None:
            self._tell(instant, all_quiet)
            self._settle()

    def _tell(self, instant: Instant, quiet: bool) -> None:
        """Sound does not wait for the disk; what is shown is recorded before. The end is always told."""
        judge = self._judge
        book = judge.book
        calls = heard(book, judge.rules)
        if not quiet:
            self._heard.emit(calls)
        try:
            judge.save(instant)
        except Exception:  # noqa: BLE001 - as above
            _log.exception("unexpected error while recording")
        if judge.book is not book:
            quiet = False
            after = heard(judge.book, judge.rules)
            if after != calls:
                self._heard.emit(after)
        self._judged.emit(None if quiet else judge.report(instant))

    def _settle(self) -> None:
        """What nobody waits for, as long as nobody waits."""
        try:
            for _ in range(_SETTLING_STEPS):
                if self._tasks or not self._judge.settle():
                    break
        except Exception:  # noqa: BLE001 - as above
            _log.exception("unexpected error while settling the record")
