"""Where alarms are judged and people's answers to them are taken, off the window's thread."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, QThreadPool, Signal, Slot

from doge_gui.core.alarms import operator
from doge_gui.core.alarms.book import Instant
from doge_gui.core.alarms.report import AlarmReport
from doge_gui.core.alarms.rules import Rules
from doge_gui.core.audit.action import Act
from doge_gui.core.snapshot import Phase, Snapshot
from doge_gui.core.statuses import AddressStatus, Disconnection, SoundStatus
from doge_gui.engine.alarm_judge import AlarmJudge
from doge_gui.engine.alarm_turn import AlarmTurn, Task
from doge_gui.engine.single_shot import single_shot

_STOP_WAIT_MS = 1500
_LONGEST_WAIT_S = 600.0


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
        self._turn = AlarmTurn(judge, self.heard, self._judged)
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
        self._turn.busy = snapshot.facts.phase is not Phase.DONE
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
