"""A journal entry as a row and back, every field exactly."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from types import MappingProxyType
from typing import Any

from doge_gui.core.alarms.alarm import Kind, alarm_id
from doge_gui.core.alarms.events import Event, What
from doge_gui.core.alarms.states import AlarmState, Priority

# Numbers on disk: one that was given stays with its meaning for ever, and none is given twice.
WHATS: Mapping[What, int] = MappingProxyType(
    {
        What.TRANSITION: 1,
        What.ACKNOWLEDGED: 2,
        What.RESET: 3,
        What.PRIORITY: 4,
        What.SHELVED: 5,
        What.UNSHELVED: 6,
        What.SUPPRESSED: 7,
        What.UNSUPPRESSED: 8,
        What.OUT_OF_SERVICE: 9,
        What.IN_SERVICE: 10,
        What.SILENCED: 11,
        What.MUTED: 12,
        What.UNMUTED: 13,
    }
)
KINDS: Mapping[Kind, int] = MappingProxyType(
    {
        Kind.HIGH: 1,
        Kind.LOW: 2,
        Kind.OFFLINE: 3,
        Kind.FLEET_OFFLINE: 4,
        Kind.FLAPPING: 5,
        Kind.SLOW: 6,
        Kind.WRONG: 7,
        Kind.STILL_CONNECTED: 8,
        Kind.CONNECTIONS: 9,
        Kind.NOT_CONNECTED: 10,
        Kind.MARBLES: 11,
        Kind.ADDRESSES: 12,
        Kind.OVERRUN: 13,
        Kind.DISK: 14,
        Kind.SOUND: 15,
        Kind.CLOCK: 16,
        Kind.JOURNAL: 17,
        Kind.HISTORY: 18,
    }
)
STATES: Mapping[AlarmState, int] = MappingProxyType(
    {
        AlarmState.NORMAL: 1,
        AlarmState.PENDING: 2,
        AlarmState.UNACK: 3,
        AlarmState.ACKED: 4,
        AlarmState.RTN_UNACK: 5,
        AlarmState.LATCHED_UNACK: 6,
        AlarmState.LATCHED_ACKED: 7,
    }
)
PRIORITIES: Mapping[Priority, int] = MappingProxyType({Priority.LOW: 1, Priority.MEDIUM: 2, Priority.HIGH: 3})

WHAT_OF = {number: what for what, number in WHATS.items()}
KIND_OF = {number: kind for kind, number in KINDS.items()}
STATE_OF = {number: state for state, number in STATES.items()}
PRIORITY_OF = {number: priority for priority, number in PRIORITIES.items()}

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)

_UNSTORABLE = re.compile("[\\\\\x00\ud800-\udfff]")
_ESCAPED = re.compile(r"\\(\\|u[0-9a-f]{4})")


def microseconds(at: datetime) -> int:
    """An instant as whole microseconds since 1970, UTC."""
    if at.tzinfo is None:
        raise ValueError(f"{at}: an instant of the journal must tell its offset from UTC")
    return (at - _EPOCH) // _MICROSECOND


def instant(count: int) -> datetime:
    """The inverse of `microseconds`."""
    return _EPOCH + timedelta(microseconds=count)


def storable(text: str) -> str:
    """Text that any database takes: NUL and lone surrogates, which may come from the network, escaped."""
    return _UNSTORABLE.sub(_escape, text) if text else text


def restored(text: str) -> str:
    """The inverse of `storable`."""
    return _ESCAPED.sub(_unescape, text) if "\\" in text else text


def _escape(match: re.Match[str]) -> str:
    return "\\\\" if match[0] == "\\" else f"\\u{ord(match[0]):04x}"


def _unescape(match: re.Match[str]) -> str:
    return "\\" if match[1] == "\\" else chr(int(match[1][1:], 16))


def to_row(event: Event, plant: int) -> dict[str, Any]:
    """The columns of ALARM_EVENT but for `seq`. A value that is not a number is stored as none."""
    told = event.kind is not None and event.id == alarm_id(event.kind, event.subject, event.plc)
    return {
        "plant": plant,
        "at": microseconds(event.at),
        "what": WHATS[event.what],
        "id": None if told else storable(event.id),
        "kind": None if event.kind is None else KINDS[event.kind],
        "subject": storable(event.subject),
        "plc": storable(event.plc),
        "before": STATES[event.before],
        "after": STATES[event.after],
        "priority": PRIORITIES[event.priority],
        "value": event.value,
        "compared_with": event.limit,
        "detail": storable(event.detail),
        "who": storable(event.who),
        "comment": storable(event.comment),
        "until": None if event.until is None else microseconds(event.until),
        "source": storable(event.source),
    }


def from_row(row: Any) -> Event:
    """The event of a row of ALARM_EVENT without `seq` and `plant`, in the order of its columns.

    Raises KeyError for a number that this program does not know.
    """
    (at, what, key, kind, subject, plc, before, after, priority, value, limit, *texts, until, source) = row
    detail, who, comment = texts
    known = None if kind is None else KIND_OF[kind]
    subject, plc = restored(subject), restored(plc)
    key = alarm_id(known, subject, plc) if key is None and known is not None else restored(key or "")
    return Event(
        instant(at),
        WHAT_OF[what],
        key,
        known,
        subject,
        plc,
        STATE_OF[before],
        STATE_OF[after],
        PRIORITY_OF[priority],
        value,
        limit,
        restored(detail),
        restored(who),
        restored(comment),
        None if until is None else instant(until),
        restored(source),
    )
