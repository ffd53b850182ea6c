"""A line for each finished cycle, with the alarms that it led to."""

from collections import deque

from PySide6.QtCore import QObject, Signal, Slot

from doge_gui.core.alarms.report import AlarmReport
from doge_gui.core.cycle_line import cycle_line
from doge_gui.core.snapshot import Phase, Snapshot


class CycleLines(QObject):
    """Holds a finished cycle back until its alarms are judged; they are judged beside it.

    Signals:
        ready(str): one line of JSON.
    """

    ready = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: deque[Snapshot] = deque()
        self._report = AlarmReport()

    @Slot(object)
    def take_snapshot(self, snapshot: Snapshot) -> None:
        """Take a picture; only finished cycles are told."""
        if snapshot.facts.phase is Phase.DONE:
            self._waiting.append(snapshot)
            self._tell()

    @Slot(object)
    def take_report(self, report: AlarmReport) -> None:
        """Take the alarms as they are judged."""
        self._report = report
        self._tell()

    def _tell(self) -> None:
        while self._waiting and self._waiting[0].facts.number <= self._report.cycle:
            self.ready.emit(cycle_line(self._waiting.popleft(), self._report))
