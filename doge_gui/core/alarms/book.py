"""All that is known of alarms, as one frozen value; and the draft in which the next one is written."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from types import MappingProxyType
from typing import NamedTuple

from doge_gui.core.alarms.alarm import Alarm
from doge_gui.core.alarms.events import Event, What, apply
from doge_gui.core.alarms.states import TRANSITIONS, AlarmState, Input


class Instant(NamedTuple):
    """One reading of both clocks."""

    mono: float
    """Monotonic seconds: delays and ends count by these."""
    utc: datetime
    """Wall clock, for people and the journal: nothing is computed from it while the program runs."""


class Timer(NamedTuple):
    """A delay under way."""

    ran_s: float
    at: float | None
    """Monotonic seconds up to which it ran; None while it stands still for want of a good reading."""


class Mute(NamedTuple):
    """No sound until an end."""

    until: datetime
    who: str


@dataclass(frozen=True)
class Book:
    """The alarms that stand or are masked, and what was silenced. `replay` rebuilds it from its events."""

    alarms: Mapping[str, Alarm] = field(default_factory=lambda: MappingProxyType({}))
    """By id; the one that called last stands last."""
    silenced: frozenset[str] = frozenset()
    """Ids of alarms that were calling when somebody silenced them."""
    mute: Mute | None = None
    timers: Mapping[str, Timer] = field(default_factory=dict, compare=False)
    """Delays under way; they begin anew after a restart."""
    ends_at: Mapping[str, float] = field(default_factory=dict, compare=False)
    """Monotonic seconds at which each shelving ends, by id; under "" the mute's."""
    values: Mapping[str, float] = field(default_factory=dict, compare=False)
    """The newest good value behind each alarm that has one."""
    unknown: frozenset[str] = field(default=frozenset(), compare=False)
    """Alarms whose condition cannot be told now for want of a good reading."""

    def standing(self) -> list[Alarm]:
        """Every alarm that is not NORMAL, masked or not."""
        return [alarm for alarm in self.alarms.values() if alarm.state is not AlarmState.NORMAL]


class Outcome(NamedTuple):
    """What an operation leaves behind."""

    book: Book
    events: tuple[Event, ...]


class Draft:
    """The next book while it is written: every change is an event, noted and applied at once."""

    def __init__(self, book: Book, instant: Instant) -> None:
        self.instant = instant
        self.alarms = dict(book.alarms)
        self.timers = dict(book.timers)
        self.values = dict(book.values)
        self.unknown: set[str] = set(book.unknown)
        self.ends_at = dict(book.ends_at)
        self.events: list[Event] = []
        self._silenced, self._mute = set(book.silenced), book.mute

    @property
    def silenced(self) -> frozenset[str]:
        """Ids that were silenced."""
        return frozenset(self._silenced)

    @property
    def mute(self) -> Mute | None:
        """The mute in force."""
        return self._mute

    def note(self, event: Event) -> None:
        """Take an event into the book."""
        self.events.append(event)
        if not event.id:
            self._note_sound(event)
            return
        before = self.alarms.get(event.id)
        alarm = apply(before, event)
        if alarm.of_no_account:
            self._forget(event.id)
            return
        if _wakes(before, event):
            self._silenced.discard(event.id)
            # What calls anew stands last, whatever the time of day does: it is heard before the older.
            self.alarms.pop(event.id, None)
        self.alarms[event.id] = alarm

    def move(self, alarm: Alarm, moved_by: Input, event: Event) -> bool:
        """Note `event` with the state that the input leads to; False where it leads nowhere."""
        after = TRANSITIONS.get((alarm.state, moved_by))
        if after is None:
            return False
        self.note(event._replace(before=alarm.state, after=after))
        return True

    def outcome(self) -> Outcome:
        """The finished book and what led to it."""
        book = Book(
            MappingProxyType(self.alarms),
            frozenset(self._silenced),
            self._mute,
            self.timers,
            self.ends_at,
            self.values,
            frozenset(self.unknown),
        )
        return Outcome(book, tuple(self.events))

    def _forget(self, key: str) -> None:
        self.alarms.pop(key, None)
        self.timers.pop(key, None)
        self.values.pop(key, None)
        self.unknown.discard(key)
        self._silenced.discard(key)

    def _note_sound(self, event: Event) -> None:
        if event.what is What.SILENCED:
            self._silenced |= {key for key, alarm in self.alarms.items() if calls(alarm)}
        elif event.what is What.MUTED and event.until is not None:
            self._mute = Mute(event.until, event.who)
        elif event.what is What.UNMUTED:
            self._mute = None


def _wakes(before: Alarm | None, event: Event) -> bool:
    """The event ends the silence about its alarm."""
    if event.after is not AlarmState.UNACK:
        return False
    if event.what is What.PRIORITY:
        return before is None or event.priority > before.priority
    return event.what in _WAKING


_WAKING = frozenset({What.TRANSITION, What.UNSHELVED, What.UNSUPPRESSED, What.IN_SERVICE})


def calls(alarm: Alarm) -> bool:
    """It wants to be heard, silenced or not."""
    return alarm.state.calls and not alarm.masked


def about(alarm: Alarm, what: What, instant: Instant) -> Event:
    """An event about an alarm that changes nothing yet."""
    return Event(
        instant.utc,
        what,
        alarm.id,
        alarm.kind,
        alarm.subject,
        alarm.plc,
        alarm.state,
        alarm.state,
        alarm.priority,
    )


def replay(events: Iterable[Event]) -> Book:
    """The book that these events, from the first on, led to."""
    return continued(Book(), events)


def continued(book: Book, events: Iterable[Event]) -> Book:
    """The book that these events lead to from another."""
    draft = Draft(book, Instant(0.0, datetime.min.replace(tzinfo=UTC)))
    for event in events:
        draft.note(event)
    return draft.outcome().book


def resumed(book: Book, instant: Instant, most_s: float) -> Book:
    """A replayed book taken up at `instant`: what has an end keeps it, and no end lies beyond `most_s`.

    The wall clock may have been set meanwhile, so that an end may seem years away.
    """
    ends = {alarm.id: alarm.shelved.until for alarm in book.alarms.values() if alarm.shelved}
    if book.mute is not None:
        ends[""] = book.mute.until
    left = {key: (until - instant.utc).total_seconds() for key, until in ends.items()}
    ends_at = {key: instant.mono + min(max(seconds, 0.0), most_s) for key, seconds in left.items()}
    unknown = frozenset(alarm.id for alarm in book.standing())
    return replace(book, ends_at=ends_at, unknown=unknown)
