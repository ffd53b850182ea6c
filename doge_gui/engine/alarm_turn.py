"""The thread in which alarms are judged and everything is recorded, one turn after the other."""

import logging
import threading
from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QRunnable, SignalInstance

from doge_gui.core.alarms.book import Instant
from doge_gui.core.alarms.sounding import heard
from doge_gui.engine.alarm_judge import AlarmJudge

Task = Callable[[AlarmJudge, Instant], None]
_SETTLING_PAUSE_S, _HASTY_PAUSE_S = 0.12, 0.02
"""Between two steps of some milliseconds: what can wait shall not be what the window waits for, ..."""
_PATIENT_STEPS = 600
"""... unless after so many steps there is still something left: the record is not to fall behind."""
_log = logging.getLogger("watchdoge")


class AlarmTurn(QRunnable):
    """One turn of the judge's thread: everything that waits. Used again for each."""

    def __init__(self, judge: AlarmJudge, heard_: SignalInstance, judged: SignalInstance) -> None:
        super().__init__()
        self.setAutoDelete(False)
        self._judge, self._heard, self._judged = judge, heard_, judged
        self._lock = threading.Lock()
        self._tasks: deque[tuple[Task, Instant, bool]] = deque()
        self._wanted = threading.Event()
        self._steps = 0
        self.busy = False
        """A cycle is under way: what nobody waits for is left until its end."""

    @property
    def waiting(self) -> bool:
        """There is something to do."""
        return bool(self._tasks)

    def put(self, task: Task, instant: Instant, quiet: bool) -> None:
        """Add a task."""
        with self._lock:
            self._tasks.append((task, instant, quiet))
        self._wanted.set()

    def run(self) -> None:
        """Do all tasks, record what they led to, tell."""
        instant, all_quiet = None, True
        self._wanted.clear()
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
            while not self.busy and not self._tasks:
                if not self._judge.settle():
                    self._steps = 0
                    break
                self._steps += 1
                self._wanted.wait(_SETTLING_PAUSE_S if self._steps < _PATIENT_STEPS else _HASTY_PAUSE_S)
        except Exception:  # noqa: BLE001 - as above
            _log.exception("unexpected error while settling the record")
