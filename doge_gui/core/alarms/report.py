"""What the alarm desk tells the screen: the book, the rules it was judged by, and what happened of late."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from doge_gui.core.alarms.book import Book, Instant
from doge_gui.core.alarms.events import Event, What
from doge_gui.core.alarms.rules import Rules
from doge_gui.core.alarms.states import AlarmState

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

    @property
    def flood(self) -> bool:
        """More alarms come than anybody can take in one by one."""
        return raised_since(self.recent, self.at.utc - timedelta(minutes=FLOOD_MINUTES)) > FLOOD_ABOVE


def raised_since(events: Sequence[Event], since: datetime) -> int:
    """How many alarms became active after `since`; those that something hid at once do not count."""
    count, hidden = 0, set()
    for event in reversed(events):
        if event.at <= since:
            break
        if event.what is What.SUPPRESSED:
            hidden.add((event.id, event.at))
        elif is_onset(event) and (event.id, event.at) not in hidden:
            count += 1
    return count


def is_onset(event: Event) -> bool:
    """An alarm became active."""
    return event.what is What.TRANSITION and event.after is AlarmState.UNACK
