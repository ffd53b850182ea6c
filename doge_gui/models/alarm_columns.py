"""The columns of the alarm lists: which each list has, how they are headed, which give way first."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QCoreApplication

from doge_gui.models.alarm_digest import Place

_tr = QCoreApplication.translate


class Part(Enum):
    """What a column tells of an alarm, or of an entry of the journal."""

    PRIORITY = "priority"
    STATE = "state"
    PLC = "plc"
    MESSAGE = "message"
    ONSET = "onset"
    NOW = "now"
    SINCE = "since"
    NOTICED = "noticed"
    """By whom it was acknowledged, and the comment."""
    RESPONSE = "response"
    UNTIL = "until"
    REASON = "reason"
    """Who hid it, and why."""
    EXPLAINED = "explained"
    AWAY_SINCE = "away"
    """Since when it is out of service."""
    TIME = "time"
    NAME = "name"
    EVENT = "event"
    WHO = "who"
    COMMENT = "comment"


RIGHT = frozenset({Part.ONSET, Part.NOW})
"""Set to the right."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column."""

    part: Part
    head: str
    sample: str
    """The longest text it usually shows: its width."""
    share: int = 0
    """Hundredths of the room that is left; 0 for one of a fixed width."""
    leaves: int = 0
    """The greater, the earlier it gives way to a narrow window; 0 never does."""


def columns_of(place: Place | None) -> tuple[Column, ...]:
    """The columns of a list; None is the journal."""
    parts = _PARTS[place]
    return tuple(_column(part) for part in parts)


_PARTS: dict[Place | None, Sequence[Part]] = {
    Place.ACTIVE: (
        *(Part.PRIORITY, Part.STATE, Part.PLC, Part.MESSAGE, Part.ONSET, Part.NOW, Part.SINCE),
        *(Part.NOTICED, Part.RESPONSE),
    ),
    Place.SHELVED: (*(Part.PRIORITY, Part.STATE, Part.PLC, Part.MESSAGE, Part.NOW, Part.UNTIL, Part.REASON),),
    Place.SUPPRESSED: (
        *(Part.PRIORITY, Part.STATE, Part.PLC, Part.MESSAGE, Part.NOW, Part.SINCE, Part.EXPLAINED),
    ),
    Place.OUT_OF_SERVICE: (
        *(Part.PRIORITY, Part.STATE, Part.PLC, Part.MESSAGE, Part.NOW, Part.AWAY_SINCE, Part.REASON),
    ),
    None: (Part.TIME, Part.PRIORITY, Part.PLC, Part.NAME, Part.EVENT, Part.WHO, Part.COMMENT),
}


def _column(part: Part) -> Column:
    long_state = _tr("AlarmColumns", "Over, unacknowledged")
    return {
        Part.PRIORITY: Column(part, _tr("AlarmColumns", "Priority"), "▲ Medium   "),
        Part.STATE: Column(part, _tr("AlarmColumns", "State"), long_state, leaves=1),
        Part.PLC: Column(part, _tr("AlarmColumns", "PLC"), "API-1000"),
        Part.MESSAGE: Column(part, _tr("AlarmColumns", "Alarm"), "", share=60),
        Part.ONSET: Column(part, _tr("AlarmColumns", "At onset"), "1 000 000.0 kW", leaves=4),
        Part.NOW: Column(part, _tr("AlarmColumns", "Now"), "1 000 000.0 kW", leaves=2),
        Part.SINCE: Column(part, _tr("AlarmColumns", "Since"), "08:43:12 · 59 min"),
        Part.NOTICED: Column(part, _tr("AlarmColumns", "Acknowledged by"), "operator: vent opened", leaves=5),
        Part.RESPONSE: Column(part, _tr("AlarmColumns", "What to do"), "", share=40, leaves=6),
        Part.UNTIL: Column(part, _tr("AlarmColumns", "Until"), "08:43:12 · 59 min left"),
        Part.REASON: Column(part, _tr("AlarmColumns", "Reason"), "", share=40),
        Part.EXPLAINED: Column(part, _tr("AlarmColumns", "Explained by"), "", share=40),
        Part.AWAY_SINCE: Column(part, _tr("AlarmColumns", "Out of service since"), "08:43:12 · 59 min"),
        Part.TIME: Column(part, _tr("AlarmColumns", "Time"), "31 Jan 08:43:12"),
        Part.NAME: Column(part, _tr("AlarmColumns", "Alarm"), "Too many connections on circuit 1", leaves=1),
        Part.EVENT: Column(part, _tr("AlarmColumns", "What happened"), "", share=65),
        Part.WHO: Column(part, _tr("AlarmColumns", "Who"), "operator-1"),
        Part.COMMENT: Column(part, _tr("AlarmColumns", "Comment"), "", share=35),
    }[part]
