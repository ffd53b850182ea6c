"""What the tray's icon says of the plant and the program: one state, in words and as a picture's parts."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from doge_gui.models.alarm_digest import AlarmDigest
from doge_gui.models.facts import Condition
from doge_gui.models.phrases import grouped
from doge_gui.models.severity import Severity, severity_of

_tr = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class TrayState:
    """All that the icon and its tooltip show."""

    severity: Severity = Severity.NORMAL
    """Of the worst alarm that stands."""
    standing: int = 0
    unacknowledged: int = 0
    muted: bool = False
    paused: bool = False
    old: bool = False
    """What is known of the plant no longer tells the present."""
    waiting: bool = True
    """Nothing is known yet."""
    sound_lost: bool = False
    example: bool = False
    """The fleet is simulated."""

    @property
    def filled(self) -> bool:
        """Something waits to be noticed: the shape is filled; else an outline."""
        return self.unacknowledged > 0

    def words(self) -> str:
        """The state in a few lines."""
        return "\n".join(("WatchDoge", self._alarms(), *self._program()))

    def _alarms(self) -> str:
        if self.standing:
            said = _tr("Tray", "{0} {1}: {2} alarms, {3} not acknowledged")
            return said.format(
                self.severity.mark, self.severity.word, grouped(self.standing), grouped(self.unacknowledged)
            )
        return _tr("Tray", "Waiting for answers") if self.waiting else _tr("Tray", "No alarms")

    def _program(self) -> list[str]:
        lines = (
            (self.example, _tr("Tray", "EXAMPLE FLEET: no real plant is watched")),
            (self.paused, _tr("Tray", "Polling is paused")),
            (self.old and not self.paused, _tr("Tray", "Values are old")),
            (self.muted, _tr("Tray", "Sound is muted")),
            (self.sound_lost, _tr("Tray", "Sound lost: alarms cannot be heard")),
        )
        return [words for shown, words in lines if shown]


def of_alarms(state: TrayState, digest: AlarmDigest) -> TrayState:
    """The same state with these alarms."""
    worst = digest.worst
    return TrayState(
        severity_of(worst.priority) if worst is not None else Severity.NORMAL,
        sum(count.standing for count in digest.counts.values()),
        digest.unacknowledged,
        digest.report.book.mute is not None,
        state.paused,
        state.old,
        state.waiting,
        state.sound_lost,
        state.example,
    )


def paused_of(condition: Condition) -> bool:
    """Polling is paused."""
    return condition.schedule is not None and condition.schedule.paused
