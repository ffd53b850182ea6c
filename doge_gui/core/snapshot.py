"""One frozen picture of the plant per cycle, folded from the gateways' replies.

Everything here is exact: counts are int64 as the gateways gave them, their totals are Python integers
(which cannot overflow), and a total always says over how many gateways it stands.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum, IntEnum

import numpy as np
from numpy.typing import NDArray

from doge_gui.core.plan import Plan
from doge_gui.core.replies import Failure

MULTI, CHECK, MARBLES = 0, 1, 2
"""Index of a vector question on axis 1 of `Snapshot.counts` and on axis 1 of `Snapshot.quality`."""
FIRST_REQUEST = 3
"""Column of the first configured request in `Snapshot.quality`."""


class Quality(IntEnum):
    """What a shown value is worth. Anything but GOOD is the last value known, or none at all."""

    NEVER = 0
    """No good answer yet: there is no value."""
    BAD = 1
    """Asked in this cycle without a good answer: the value is the last one known."""
    STALE = 2
    """Not asked for so long that the value no longer tells the present."""
    GOOD = 3


class Phase(Enum):
    """How far the cycle is that a snapshot pictures."""

    READING = "reading"
    """Some gateways have not answered yet; totals are still the last cycle's."""
    READ = "read"
    """Every gateway was asked; totals are this cycle's."""
    DONE = "done"
    """Totals were written and the disconnection sweep has ended, where there was one."""


@dataclass(frozen=True, slots=True)
class VectorTotal:
    """A sum per circuit over the gateways that answered."""

    value: tuple[int, int, int] = (0, 0, 0)
    over: int = 0
    """Gateways in the sum."""
    of: int = 0
    """Gateways in the plan."""

    @property
    def complete(self) -> bool:
        """Every gateway of the plan is in the sum. Nothing is never complete."""
        return 0 < self.over == self.of


@dataclass(frozen=True, slots=True)
class RequestTotal:
    """A configured request's sum over the gateways that answered, and its judgement."""

    value: float = 0.0
    over: int = 0
    of: int = 0
    breach: bool = False
    """The threshold is exceeded: by the complete sum, or by a gateway's own value. While readings are
    missing a standing breach stands: missing data clears nothing."""

    @property
    def complete(self) -> bool:
        """Every gateway of the plan is in the sum."""
        return 0 < self.over == self.of


@dataclass(frozen=True, slots=True)
class CycleFacts:
    """What happened to the cycle itself."""

    number: int
    started_at: datetime
    """Wall clock, UTC. For people only: nothing is computed from it."""
    started_mono: float
    """Monotonic seconds."""
    elapsed_s: float
    phase: Phase
    skipped: int = 0
    """Cycles that were skipped since the start because the one before overran."""
    totals_written: int = 0
    """Gateways that took all three totals."""


@dataclass(frozen=True)
class Snapshot:
    """The plant as one cycle saw it. Arrays are read-only; rows follow `plan.addresses`."""

    plan: Plan
    facts: CycleFacts
    taken_at: float
    """Monotonic seconds of the fold; ages count from here."""
    counts: NDArray[np.int64]
    """(gateways, 3 vector questions, 3 circuits); 0 where quality is NEVER."""
    values: NDArray[np.float64]
    """(gateways, requests); NaN where quality is NEVER."""
    quality: NDArray[np.uint8]
    """(gateways, 3 + requests), each a Quality."""
    good_at: NDArray[np.float64]
    """(gateways, 3 + requests): monotonic seconds of the last GOOD reading; NaN where NEVER."""
    latency_s: NDArray[np.float64]
    """(gateways,): mean time of an answer in this cycle; NaN where none came."""
    asked: NDArray[np.bool_]
    """(gateways,): the gateway's questions of this cycle have ended, well or not."""
    breach: NDArray[np.bool_]
    """(gateways, requests): the gateway's own value exceeds the threshold of a request that is not summed."""
    failures: tuple[tuple[Failure, ...], ...]
    """Per gateway the failures of its last asking; empty when all was answered well."""
    lost_since: NDArray[np.float64]
    """(gateways,): monotonic seconds since when it gives no answer; NaN while it answers."""
    totals: tuple[VectorTotal, VectorTotal, VectorTotal]
    """multi_possible, checkplusde3, compteur_bille; of the last cycle while the phase is READING."""
    request_totals: tuple[RequestTotal, ...]
    """Per configured request."""
    action_failures: Mapping[str, Failure] = field(default_factory=dict)
    """PLC -> first failure of this cycle's totals written and disconnection sweep."""

    @property
    def multi_possible(self) -> VectorTotal:
        """PLCs that can be connected at once, per circuit."""
        return self.totals[MULTI]

    @property
    def checkplusde3(self) -> VectorTotal:
        """Connections beyond the allowed three, per circuit."""
        return self.totals[CHECK]

    @property
    def marbles(self) -> VectorTotal:
        """The fleet's marbles, per circuit."""
        return self.totals[MARBLES]

    @property
    def answering(self) -> int:
        """Gateways whose last multi_possible was good: the PLCs known to be connected."""
        return int(np.count_nonzero(self.quality[:, MULTI] == Quality.GOOD))

    @property
    def answered(self) -> int:
        """Gateways whose every question of this cycle was answered well."""
        return sum(
            bool(asked) and not failures and address.plc not in self.action_failures
            for asked, failures, address in zip(self.asked, self.failures, self.plan.addresses, strict=True)
        )

    @property
    def connected(self) -> int:
        """As the original counts: every PLC of the fleet, or 0 when one did not answer multi_possible."""
        return self.multi_possible.of if self.multi_possible.complete else 0

    @property
    def breached(self) -> bool:
        """Some threshold is exceeded."""
        return any(total.breach for total in self.request_totals)
