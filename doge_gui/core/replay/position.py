"""Where a replay stands, as it is told to the screen."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo

from doge_gui.core.replay.track import Gap

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Position:
    """One instant of a replay. Instants are wall clock, UTC."""

    at: datetime
    """Start of the cycle that is shown."""
    first: datetime
    """Of the recording."""
    last: datetime
    """Of the recording, as far as is known: it goes on behind the replay."""
    begin: datetime
    """Of the time line."""
    end: datetime
    """Of the time line."""
    playing: bool
    speed: float
    gap: Gap | None = None
    """A time without a recording that was jumped over to come here."""
    interval_s: float = 60.0
    """Seconds between cycles then."""
    cycle: int = 0
    """Number of the cycle, counted since the start of the program that ran it."""


def time_line(
    at: datetime, first: datetime, last: datetime, zone: tzinfo | None = None
) -> tuple[datetime, datetime]:
    """From when to when the time line reaches: the whole recording where it is no longer than a day, else
    the day of `at` in `zone` (None: where the machine stands)."""
    if last - first <= _DAY:
        return first, max(last, at)
    midnight = at.astimezone(zone).replace(hour=0, minute=0, second=0, microsecond=0, tzinfo=None)
    # The clocks may change during the day: its end is the next midnight, not so many hours later.
    return _aware(midnight, zone), _aware(midnight + _DAY, zone)


def _aware(wall: datetime, zone: tzinfo | None) -> datetime:
    return (wall.replace(tzinfo=zone) if zone else wall.astimezone()).astimezone(UTC)
