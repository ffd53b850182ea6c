"""The states of one alarm, and every way from one to another, as data (ISA-18.2 figure 3, OPC UA Part 9)."""

from enum import Enum, IntEnum


class Priority(IntEnum):
    """How soon somebody must act. Three are enough to tell apart by ear."""

    LOW = 1
    MEDIUM = 2
    HIGH = 3


class AlarmState(Enum):
    """Where one alarm stands. Exactly one at any time, whatever masks it."""

    NORMAL = "normal"
    PENDING = "pending"
    """The condition is true, but not yet for the on-delay."""
    UNACK = "unack"
    """Active, and nobody has taken notice."""
    ACKED = "acked"
    """Active, and somebody has."""
    RTN_UNACK = "rtn_unack"
    """Over before anybody took notice."""
    LATCHED_UNACK = "latched_unack"
    """Over, but held until it is acknowledged and reset."""
    LATCHED_ACKED = "latched_acked"
    """Over and acknowledged, held until it is reset."""

    @property
    def active(self) -> bool:
        """The alarm's condition is true for as long as its delays want."""
        return self in _ACTIVE

    @property
    def unacknowledged(self) -> bool:
        """It waits for somebody to take notice."""
        return self in _UNACKNOWLEDGED

    @property
    def calls(self) -> bool:
        """It wants to be heard. One that returned by itself is shown, but calls nobody any more."""
        return self in _CALLING

    @property
    def timed(self) -> bool:
        """A delay may be running in it."""
        return self in _TIMED


_ACTIVE = frozenset({AlarmState.UNACK, AlarmState.ACKED})
_UNACKNOWLEDGED = frozenset({AlarmState.UNACK, AlarmState.RTN_UNACK, AlarmState.LATCHED_UNACK})
_CALLING = frozenset({AlarmState.UNACK, AlarmState.LATCHED_UNACK})
_TIMED = frozenset({AlarmState.PENDING, AlarmState.UNACK, AlarmState.ACKED})


class Reading(IntEnum):
    """What a judgement says of an alarm's condition in one cycle."""

    UNKNOWN = 0
    """There is no good reading: nothing is raised, nothing cleared, delays stand still."""
    CLEAR = 1
    """False, beyond the deadband."""
    WITHIN = 2
    """No longer true, but inside the deadband."""
    TRUE = 3
    GONE = 4
    """What it was about is watched no more: the PLC left the fleet, the rule the configuration."""


class Input(Enum):
    """What moves an alarm."""

    TRUE = "true"
    """The condition is true."""
    HELD = "held"
    """It has been true for the on-delay."""
    FALSE = "false"
    """It is not true."""
    CLEARED = "cleared"
    """It has been false beyond the deadband for the off-delay."""
    LATCHED = "latched"
    """The same, of an alarm that latches."""
    WITHDRAWN = "withdrawn"
    """What it was about is gone."""
    ACKNOWLEDGED = "acknowledged"
    RESET = "reset"
    """By a person, while the condition is false."""
    ESCALATED = "escalated"
    """Its priority rose, the last mask was lifted from it, or it stands for more than before."""


_S, _I = AlarmState, Input

TRANSITIONS: dict[tuple[AlarmState, Input], AlarmState] = {
    (_S.NORMAL, _I.TRUE): _S.PENDING,
    (_S.NORMAL, _I.HELD): _S.UNACK,
    (_S.PENDING, _I.HELD): _S.UNACK,
    (_S.PENDING, _I.FALSE): _S.NORMAL,
    (_S.PENDING, _I.WITHDRAWN): _S.NORMAL,
    (_S.UNACK, _I.ACKNOWLEDGED): _S.ACKED,
    (_S.UNACK, _I.CLEARED): _S.RTN_UNACK,
    (_S.UNACK, _I.LATCHED): _S.LATCHED_UNACK,
    (_S.UNACK, _I.WITHDRAWN): _S.RTN_UNACK,
    (_S.UNACK, _I.ESCALATED): _S.UNACK,
    (_S.ACKED, _I.CLEARED): _S.NORMAL,
    (_S.ACKED, _I.LATCHED): _S.LATCHED_ACKED,
    (_S.ACKED, _I.WITHDRAWN): _S.NORMAL,
    (_S.ACKED, _I.ESCALATED): _S.UNACK,
    (_S.RTN_UNACK, _I.ACKNOWLEDGED): _S.NORMAL,
    (_S.RTN_UNACK, _I.TRUE): _S.UNACK,
    (_S.LATCHED_UNACK, _I.ACKNOWLEDGED): _S.LATCHED_ACKED,
    (_S.LATCHED_UNACK, _I.TRUE): _S.UNACK,
    (_S.LATCHED_UNACK, _I.WITHDRAWN): _S.RTN_UNACK,
    (_S.LATCHED_ACKED, _I.RESET): _S.NORMAL,
    (_S.LATCHED_ACKED, _I.TRUE): _S.UNACK,
    (_S.LATCHED_ACKED, _I.WITHDRAWN): _S.NORMAL,
}
"""Where an input leads. What is not in the table moves nothing."""
