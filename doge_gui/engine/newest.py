"""The newest of everything, kept where any thread may read it: what the web view and the metrics show."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Slot

from doge_gui.core.alarms.report import AlarmReport
from doge_gui.core.config_text import Mistake
from doge_gui.core.snapshot import Phase, Snapshot
from doge_gui.core.station_facts import StationFacts
from doge_gui.core.statuses import AddressStatus, Schedule, SoundStatus
from doge_gui.core.tally import counted
from doge_gui.engine.alarm_desk import AlarmDesk
from doge_gui.engine.supervision import Supervision


class Newest(QObject):
    """Listens in the thread of what it listens to; `facts` is one frozen value, replaced whole.

    It emits no signal: whoever looks in has a thread of its own, and is woken by `listener`.
    """

    def __init__(self, clock: Callable[[], float], example: bool, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.facts = StationFacts(started_at=clock(), example=example)
        self.listener: Callable[[], None] | None = None
        """Called in this object's thread when the facts have changed; must come back at once."""

    def read(self) -> StationFacts:
        """The facts of now, in any thread."""
        return self.facts

    def listen_to(self, supervision: Supervision, alarms: AlarmDesk) -> None:
        """Take what these tell."""
        supervision.snapshot_ready.connect(self.take_snapshot)
        supervision.schedule_changed.connect(self.take_schedule)
        supervision.addresses_changed.connect(self.take_addresses)
        alarms.changed.connect(self.take_alarms)

    @Slot(object)
    def take_snapshot(self, snapshot: Snapshot) -> None:
        """A picture of any phase."""
        phase = snapshot.facts.phase
        news: dict[str, Any] = {"snapshot": snapshot}
        if phase is Phase.READ:
            news |= {"read_at": snapshot.taken_at, "cycle_s": snapshot.facts.elapsed_s}
        elif phase is Phase.DONE:
            news["tally"] = counted(self.facts.tally, snapshot)
        self._take(**news)

    @Slot(object)
    def take_schedule(self, schedule: Schedule) -> None:
        """When the next cycle is due."""
        self._take(schedule=schedule)

    @Slot(object)
    def take_addresses(self, status: AddressStatus) -> None:
        """How good the address list is."""
        self._take(addresses=status)

    @Slot(object)
    def take_alarms(self, report: AlarmReport) -> None:
        """The alarms as they stand."""
        self._take(alarms=report)

    @Slot(object)
    def take_sound(self, status: SoundStatus) -> None:
        """Whether alarms can be heard."""
        self._take(sound=status)

    @Slot(str)
    def take_log(self, error: str) -> None:
        """Why the log cannot be written; empty where it can."""
        self._take(log_error=error)

    @Slot(str, tuple)
    def take_mistakes(self, _path: str, mistakes: tuple[Mistake, ...]) -> None:
        """A configuration was refused."""
        self._take(mistakes=mistakes)

    @Slot(str)
    def take_config(self, _path: str) -> None:
        """A configuration was taken."""
        self._take(mistakes=())

    def _take(self, **news: Any) -> None:
        self.facts = replace(self.facts, **news)
        # Another thread may take it away meanwhile.
        listener = self.listener
        if listener is not None:
            listener()
