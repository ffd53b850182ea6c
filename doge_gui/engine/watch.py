"""What goes on whatever the window does: supervision, alarms, sound and the log of events, connected."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject

from doge_gui.core.alarms.rules import Rules
from doge_gui.core.alarms.states import Priority
from doge_gui.engine.alarm_desk import AlarmDesk
from doge_gui.engine.alarm_judge import AlarmJudge
from doge_gui.engine.annunciator import Annunciator
from doge_gui.engine.event_log import EventLog
from doge_gui.engine.job import Job
from doge_gui.engine.newest import Newest
from doge_gui.engine.sleep_watch import SleepWatch
from doge_gui.engine.supervision import Supervision
from doge_gui.engine.voices import Voices
from doge_gui.gateways.address_sources import AddressSource


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a watch is given from outside."""

    source: AddressSource
    job: Job
    clock: Callable[[], float]
    """Seconds that never go back, and count on while the machine sleeps."""
    awake_clock: Callable[[], float]
    """Seconds that stand still meanwhile."""
    wall_clock: Callable[[], datetime]
    example: bool
    """The fleet is an example."""
    judge: AlarmJudge
    operator: str
    """Under which name an operator's acts are recorded."""
    player: Sequence[str]
    """The command of the sound player."""
    sound_of: Callable[[str | None, Priority], Path]
    """The file of a configured sound, or of a priority's tone."""


@dataclass(frozen=True, slots=True)
class Renewal:
    """What another configuration changes."""

    job: Job
    source: AddressSource
    rules: Rules
    mark: str
    """Which configuration it is, for the audit trail."""


class Watch(QObject):
    """The engine of one plant. Its parts live in one thread, the one that it is moved to."""

    def __init__(self, given: Surroundings) -> None:
        super().__init__()
        self.sleep = SleepWatch(given.clock, given.awake_clock, self)
        self.supervision = Supervision(
            given.source, given.job, given.clock, given.wall_clock, given.example, self, self.sleep
        )
        self.annunciator = Annunciator(given.player, given.sound_of, self)
        self.alarms = AlarmDesk(given.judge, given.clock, given.wall_clock, given.operator, self)
        self.voices = Voices(self)
        self.newest = Newest(given.clock, given.example, self)
        self._events = EventLog(self)
        supervision = self.supervision
        supervision.snapshot_ready.connect(self._events.note_snapshot)
        supervision.addresses_changed.connect(self._events.note_addresses)
        supervision.snapshot_ready.connect(self.alarms.take_snapshot)
        supervision.addresses_changed.connect(self.alarms.take_addresses)
        supervision.disconnections_changed.connect(self.alarms.take_disconnections)
        self.annunciator.status_changed.connect(self.alarms.take_sound)
        self.newest.listen_to(supervision, self.alarms)
        self.annunciator.status_changed.connect(self.newest.take_sound)
        self.alarms.heard.connect(self.voices.take_live)
        self.voices.heard.connect(self.annunciator.take_calls)

    def begin(self) -> None:
        """Take the alarms up as they were left, start the first cycle and the sound."""
        self.sleep.start()
        self.alarms.start()
        self.supervision.start()
        self.annunciator.start()

    def use(self, renewal: Renewal) -> None:
        """Take another configuration from the next cycle on."""
        self.supervision.use(renewal.job, renewal.source)
        self.alarms.use(renewal.rules, renewal.job.interval_s, renewal.mark)

    def end(self) -> bool:
        """End everything within about two seconds; False where a thread hangs in somebody else's code."""
        self.sleep.stop()
        ended = self.supervision.stop()
        self.annunciator.stop()
        return self.alarms.stop() and ended
