"""What one gateway gave in one cycle: readings, and the failures that stand where readings are missing."""

from dataclasses import dataclass
from enum import StrEnum

from doge_gui.core.payload import Vector
from doge_gui.core.phrase import phrase


class Reason(StrEnum):
    """Why a question has no good answer, in the operator's words."""

    TIMEOUT = phrase("said.answers", "timeout")
    REFUSED = phrase("said.answers", "refused")
    UNREACHABLE = phrase("said.answers", "unreachable")
    UNKNOWN_HOST = phrase("said.answers", "unknown host")
    BROKEN = phrase("said.answers", "connection broken")
    TOO_LARGE = phrase("said.answers", "too large")
    STATUS = phrase("said.answers", "status")
    PAYLOAD = phrase("said.answers", "payload")
    BUDGET = phrase("said.answers", "budget used up")
    CANCELLED = phrase("said.answers", "cancelled")


TRANSPORT_REASONS = frozenset(
    {
        Reason.TIMEOUT,
        Reason.REFUSED,
        Reason.UNREACHABLE,
        Reason.UNKNOWN_HOST,
        Reason.BROKEN,
        Reason.CANCELLED,
    }
)
"""After one of these the gateway's remaining questions are not asked in this cycle."""


@dataclass(frozen=True, slots=True)
class Failure:
    """A question that was asked and has no good answer."""

    question: str
    """Path of the question, as in the contract."""
    reason: Reason
    detail: str
    """One line for the operator; may quote the gateway, so it is shown as plain text only."""

    @property
    def lost(self) -> bool:
        """The gateway could not be spoken with (as opposed to: it said something wrong)."""
        return self.reason in TRANSPORT_REASONS


@dataclass(frozen=True, slots=True)
class GatewayReply:
    """The readings of one gateway in one cycle. A question without a reading is `None`."""

    plc: str
    vectors: tuple[Vector | None, Vector | None, Vector | None]
    """multi_possible, checkplusde3, compteur_bille: one count per circuit."""
    values: tuple[float | None, ...]
    """One number per configured request, in the plan's order."""
    failures: tuple[Failure, ...]
    latency_s: float
    """Mean time of this cycle's answers; NaN when none came."""
    finished_at: float
    """Monotonic seconds."""


@dataclass(frozen=True, slots=True)
class ActionReply:
    """What became of one gateway's acting questions (totals written, disconnection)."""

    plc: str
    done: int
    """Questions that were answered well."""
    status: str
    """The last answer's body as text; empty when there is none."""
    failures: tuple[Failure, ...]
    finished_at: float
    """Monotonic seconds."""
