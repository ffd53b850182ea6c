"""What happened to alarms: the entries of the journal. A book is its events, applied in order."""

from collections.abc import Callable
from datetime import datetime
from enum import Enum
from typing import NamedTuple

from doge_gui.core.alarms.alarm import Alarm, Kind, Service, Shelving
from doge_gui.core.alarms.states import AlarmState, Priority
from doge_gui.core.phrase import phrase


class What(Enum):
    """What an entry tells."""

    TRANSITION = phrase("said.acts", "transition")
    """From one state to another by itself."""
    ACKNOWLEDGED = phrase("said.acts", "acknowledged")
    RESET = phrase("said.acts", "reset")
    PRIORITY = phrase("said.acts", "priority")
    """Its priority changed; the state too, where it rose."""
    SHELVED = phrase("said.acts", "shelved")
    UNSHELVED = phrase("said.acts", "unshelved")
    SUPPRESSED = phrase("said.acts", "suppressed")
    """Hidden by design: another alarm explains it."""
    UNSUPPRESSED = phrase("said.acts", "unsuppressed")
    OUT_OF_SERVICE = phrase("said.acts", "out of service")
    IN_SERVICE = phrase("said.acts", "in service")
    SILENCED = phrase("said.acts", "silenced")
    """All that called was silenced. Nothing is acknowledged by that."""
    MUTED = phrase("said.acts", "muted")
    """No sound at all, until an end."""
    UNMUTED = phrase("said.acts", "unmuted")


class Event(NamedTuple):
    """One entry. Together with those before it, it tells the book."""

    at: datetime
    """Wall clock, UTC."""
    what: What
    id: str = ""
    """Empty for what is not about one alarm."""
    kind: Kind | None = None
    subject: str = ""
    plc: str = ""
    before: AlarmState = AlarmState.NORMAL
    after: AlarmState = AlarmState.NORMAL
    priority: Priority = Priority.LOW
    value: float | None = None
    limit: float | None = None
    detail: str = ""
    who: str = ""
    """Who did it; empty for the program."""
    comment: str = ""
    until: datetime | None = None
    """End of a shelving or a mute."""
    source: str = ""
    """Id of the alarm that suppresses."""


def apply(alarm: Alarm | None, event: Event) -> Alarm:
    """The alarm after an event about it; None is one of which nothing was remembered."""
    if alarm is None:
        if event.kind is None:
            raise ValueError(f"{event.id}: the first entry about an alarm must tell its kind")
        alarm = Alarm(
            event.id, event.kind, event.subject, event.plc, AlarmState.NORMAL, event.priority, event.at
        )
    return _APPLY[event.what](alarm, event)


def _moved(alarm: Alarm, event: Event) -> Alarm:
    if event.after is AlarmState.UNACK and event.what is What.TRANSITION:
        return alarm._replace(
            state=event.after,
            priority=event.priority,
            since=event.at,
            raised_at=event.at,
            onset=event.value,
            limit=event.limit,
            detail=event.detail,
            acked_by="",
            comment="",
        )
    if event.after is alarm.state:
        return alarm._replace(priority=event.priority)
    if event.after is AlarmState.PENDING:
        alarm = alarm._replace(onset=event.value, limit=event.limit, detail=event.detail)
    if event.after is AlarmState.UNACK:
        alarm = alarm._replace(acked_by="", comment="")
    return alarm._replace(state=event.after, priority=event.priority, since=event.at)


def _acknowledged(alarm: Alarm, event: Event) -> Alarm:
    return alarm._replace(state=event.after, since=event.at, acked_by=event.who, comment=event.comment)


def _shelved(alarm: Alarm, event: Event) -> Alarm:
    if event.until is None:
        raise ValueError(f"{event.id}: a shelving without an end")
    return alarm._replace(shelved=Shelving(event.until, event.who, event.comment))


def _unmasked(alarm: Alarm, event: Event) -> Alarm:
    """A mask is lifted; an active alarm that nothing masks any more is unacknowledged again."""
    masks = {
        What.UNSHELVED: {"shelved": None},
        What.UNSUPPRESSED: {"suppressed_by": ""},
        What.IN_SERVICE: {"out_of_service": None},
    }
    return _moved(alarm._replace(**masks[event.what]), event)  # type: ignore[arg-type]


_APPLY: dict[What, Callable[[Alarm, Event], Alarm]] = {
    What.TRANSITION: _moved,
    What.RESET: _moved,
    What.PRIORITY: _moved,
    What.ACKNOWLEDGED: _acknowledged,
    What.SHELVED: _shelved,
    What.UNSHELVED: _unmasked,
    What.SUPPRESSED: lambda alarm, event: alarm._replace(suppressed_by=event.source),
    What.UNSUPPRESSED: _unmasked,
    What.OUT_OF_SERVICE: lambda alarm, event: alarm._replace(
        out_of_service=Service(event.who, event.comment, event.at)
    ),
    What.IN_SERVICE: _unmasked,
}
