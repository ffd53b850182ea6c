"""One alarm as it stands: what it is about, its state, and what masks it."""

from datetime import datetime
from enum import Enum
from typing import NamedTuple

from doge_gui.core.alarms.states import AlarmState, Priority


class Kind(Enum):
    """What an alarm is about."""

    HIGH = "high"
    """A configured request above its threshold."""
    LOW = "low"
    """A configured request below its low threshold."""
    OFFLINE = "offline"
    """A gateway that cannot be spoken with."""
    FLEET_OFFLINE = "fleet-offline"
    """Several gateways lost in one cycle."""
    FLAPPING = "flapping"
    """A gateway that comes and goes."""
    SLOW = "slow"
    """A gateway that takes long to answer."""
    WRONG = "wrong"
    """A gateway that answers against the contract."""
    STILL_CONNECTED = "still-connected"
    """A PLC that accepted its disconnection and is connected all the same."""
    CONNECTIONS = "connections"
    """More than three connections on a circuit."""
    NOT_CONNECTED = "not-connected"
    """Not every PLC of the fleet is connected."""
    MARBLES = "marbles"
    """A circuit's marbles are not as many as they should be."""
    ADDRESSES = "addresses"
    """The address list cannot be read."""
    OVERRUN = "overrun"
    """A cycle took longer than its interval."""
    DISK = "disk"
    """The disk is nearly full."""
    SOUND = "sound"
    """Alarms cannot be heard."""
    CLOCK = "clock"
    """The time of day jumped."""
    JOURNAL = "journal"
    """Alarms cannot be recorded."""
    HISTORY = "history"
    """Readings cannot be recorded, or the record was tampered with."""


OF_A_VALUE = frozenset({Kind.HIGH, Kind.LOW})
"""Kinds that a configured request's rule describes."""


def alarm_id(kind: Kind, subject: str = "", plc: str = "") -> str:
    """The name of an alarm: `high:temperature:API-3`, `offline:API-3`, `addresses`."""
    return ":".join(part for part in (kind.value, subject, plc) if part)


class Shelving(NamedTuple):
    """Hidden by a person, until an end."""

    until: datetime
    """Wall clock, UTC. While the program runs, the end is kept by the monotonic clock (`Book.ends_at`)."""
    who: str
    reason: str


class Service(NamedTuple):
    """Taken out of service by a person, until somebody puts it back."""

    who: str
    reason: str
    since: datetime


class Alarm(NamedTuple):
    """One alarm that is not normal, or that is masked."""

    id: str
    kind: Kind
    subject: str
    """Name of the request, number of the circuit; empty where the kind says it all."""
    plc: str
    """Empty where it is about the fleet or the program."""
    state: AlarmState
    priority: Priority
    since: datetime
    """Wall clock, UTC: when it came into its state."""
    raised_at: datetime | None = None
    """When it last became active."""
    onset: float | None = None
    """The value then."""
    limit: float | None = None
    """What the value was compared with."""
    detail: str = ""
    """What there is to say beyond numbers. Plain text, part of it from the network."""
    acked_by: str = ""
    comment: str = ""
    shelved: Shelving | None = None
    suppressed_by: str = ""
    """Id of the alarm that explains it."""
    out_of_service: Service | None = None

    @property
    def masked(self) -> bool:
        """Hidden and silent, while it runs on underneath."""
        return bool(self.shelved or self.suppressed_by or self.out_of_service)

    @property
    def began(self) -> datetime:
        """When it last became active; of one that is pending, when its delay began. Wall clock, UTC."""
        return self.raised_at if self.raised_at and self.state is not AlarmState.PENDING else self.since

    @property
    def of_no_account(self) -> bool:
        """Nothing is left to remember of it."""
        return self.state is AlarmState.NORMAL and not self.masked
