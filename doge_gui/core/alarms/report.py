"""What the alarm desk tells the screen: the book, the rules it was judged by, and what happened of late."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from doge_gui.core.alarms.book import Book, Instant
from doge_gui.core.alarms.events import Event, What
from doge_gui.core.alarms.rules import Rules
from doge_gui.core.alarms.states import AlarmState
from doge_gui.core.statuses import DiskStatus

FLOOD_MINUTES = 10
FLOOD_ABOVE = 10
"""More alarms raised than this within that time are a flood (EEMUA 191, ISA-18.2)."""


_NEVER = Instant(0.0, datetime(1970, 1, 1, tzinfo=UTC))


@dataclass(frozen=True)
class AlarmReport:
    """The alarms as they stand at one instant."""

    book: Book = field(default_factory=Book)
    rules: Rules = field(default_factory=Rules)
    recent: Sequence[Event] = ()
    """Entries of the journal, oldest first: at least those of the last ten minutes, at most some ten
    thousand."""
    at: Instant = _NEVER
    cycle: int = 0
    """Number of the newest cycle that was judged."""
    raised: int = 0
    """Alarms that became active, and were not hidden at once, within the last ten minutes; counted by the
    monotonic clock."""
    recorded: int = 0
    """Number of the newest cycle that is in the history."""
    disk: DiskStatus | None = None
    """Room where it is recorded; None while that is not known."""
    record_error: str = ""
    """Why alarms or readings cannot be recorded now; empty while they can."""

    @property
    def flood(self) -> bool:
        """More alarms come than anybody can take in one by one."""
        return self.raised > FLOOD_ABOVE


def presented_in(events: Sequence[Event]) -> int:
    """How many alarms became active in one judgement; those that something hid at once do not count."""
    hidden = {event.id for event in events if event.what is What.SUPPRESSED}
    return sum(is_onset(event) and event.id not in hidden for event in events)


def is_onset(event: Event) -> bool:
    """An alarm became active."""
    return event.what is What.TRANSITION and event.after is AlarmState.UNACK
