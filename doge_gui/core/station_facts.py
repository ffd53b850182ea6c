"""The newest of everything that a running supervision knows, as one frozen value for whoever looks in."""

from dataclasses import dataclass, field

from doge_gui.core.alarms.report import AlarmReport
from doge_gui.core.config_text import Mistake
from doge_gui.core.snapshot import Snapshot
from doge_gui.core.statuses import AddressStatus, DiskStatus, Schedule, SoundStatus
from doge_gui.core.tally import Tally

_INTERVALS = 2
"""Data older than so many intervals no longer tells the present."""
_GRACE_S = 5.0
"""What a cycle may take beyond its interval before that is held against it."""


@dataclass(frozen=True, slots=True)
class StationFacts:
    """What is known now. None: nothing was told of it yet. Instants are monotonic seconds."""

    snapshot: Snapshot | None = None
    """The newest picture, of any phase."""
    read_at: float | None = None
    """When the newest cycle had asked every gateway: the age of what is shown counts from here."""
    cycle_s: float | None = None
    """Seconds that the readings of that cycle took."""
    schedule: Schedule | None = None
    addresses: AddressStatus | None = None
    alarms: AlarmReport | None = None
    """With the room on the disk, the newest recorded cycle, and why recording fails."""
    sound: SoundStatus | None = None
    """None where nothing is to be heard: without a window."""
    tally: Tally = field(default_factory=Tally)
    log_error: str = ""
    """Why the log does not reach its file; empty while it does."""
    mistakes: tuple[Mistake, ...] = ()
    """Of a configuration that was refused; the last good one is in force."""
    started_at: float = 0.0
    """When the program began to watch."""
    example: bool = False
    """The fleet is simulated."""

    @property
    def disk(self) -> DiskStatus | None:
        """Room where the program records."""
        return self.alarms.disk if self.alarms is not None else None

    @property
    def record_error(self) -> str:
        """Why alarms or readings cannot be recorded; empty while they can."""
        return self.alarms.record_error if self.alarms is not None else ""


@dataclass(frozen=True, slots=True)
class Freshness:
    """Whether what is known tells the present."""

    fresh: bool
    age_s: float | None
    """Seconds since the newest cycle had asked every gateway; None before the first."""
    allowed_s: float
    """The greatest age that counts as fresh."""
    paused: bool
    """Nobody asks: an operator paused it."""


def freshness(facts: StationFacts, now: float) -> Freshness:
    """Judge the age of the newest cycle at `now`, monotonic seconds."""
    interval_s = facts.schedule.interval_s if facts.schedule else 0.0
    paused = facts.schedule.paused if facts.schedule else False
    allowed_s = _INTERVALS * interval_s + _GRACE_S
    if facts.read_at is None:
        return Freshness(False, None, allowed_s, paused)
    age_s = max(0.0, now - facts.read_at)
    return Freshness(age_s <= allowed_s, age_s, allowed_s, paused)
