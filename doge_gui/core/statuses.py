"""The program's own condition, as frozen values that travel from the engine to the screen."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from doge_gui.core.addresses import Problem


@dataclass(frozen=True, slots=True)
class Schedule:
    """When the next cycle is due."""

    interval_s: float
    next_at: float | None
    """Monotonic seconds; None while paused."""
    running: bool
    """A cycle is under way."""
    paused: bool
    skipped: int
    """Cycles skipped since the start because the one before overran."""


@dataclass(frozen=True, slots=True)
class AddressStatus:
    """Where the list of gateways comes from, and how good it is."""

    origin: str
    """`ip_addresses.json`, a URL without its secrets, `SQL query`, `example fleet`."""
    gateways: int
    """Gateways of the list in force."""
    checked_at: float | None
    """Monotonic seconds of the last good reading of the source; None when there was none yet."""
    error: str = ""
    """Why the source cannot be read now; the last good list is in force. Empty when all is well."""
    failing_since: float | None = None
    """Monotonic seconds of the first failure in a row."""
    problems: tuple[Problem, ...] = ()
    """Entries left out."""
    example: bool = False
    """The fleet is simulated."""


@dataclass(frozen=True, slots=True)
class SoundStatus:
    """Whether an alarm could be heard."""

    ready: bool
    detail: str = ""
    """Why not, in one line."""


@dataclass(frozen=True, slots=True)
class WebStatus:
    """Whether the web view is served."""

    url: str = ""
    """Where a browser on this machine finds it; empty while it is not served."""
    error: str = ""
    """Why it is not served although it is configured, in one line."""


@dataclass(frozen=True, slots=True)
class DiskStatus:
    """Room where the program records."""

    folder: str
    free_bytes: int
    total_bytes: int

    @property
    def nearly_full(self) -> bool:
        """Less than 500 MB and less than a tenth are free."""
        return self.free_bytes < 500e6 and self.free_bytes < 0.1 * self.total_bytes

    @property
    def filling(self) -> bool:
        """Not much more than that."""
        return self.free_bytes < 600e6 and self.free_bytes < 0.12 * self.total_bytes


class DisconnectionState(Enum):
    """How far a disconnection is."""

    PENDING = "waiting"
    """Asked for by the operator; it is sent when the cycle under way has ended."""
    DONE = "disconnected"
    FAILED = "failed"
    """There is no good answer; whether the PLC took it is not known."""
    NOT_SENT = "not sent"
    """It certainly never reached the PLC."""


@dataclass(frozen=True, slots=True)
class Disconnection:
    """One request to disconnect one PLC."""

    plc: str
    state: DisconnectionState
    status: str
    """The PLC's answer, or why there is none. Plain text."""
    at: datetime
    """Wall clock, UTC."""
    forced: bool
    """By an operator, not by the sweep at a cycle's end."""
