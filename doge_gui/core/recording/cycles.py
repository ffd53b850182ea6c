"""A cycle on its way into the history, and a stretch of cycles on its way back."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

import numpy as np
from numpy.typing import NDArray

from doge_gui.core.plan import Plan
from doge_gui.core.replies import Failure
from doge_gui.core.snapshot import RequestTotal, VectorTotal

Failures = Mapping[int, tuple[Failure, ...]]
"""Row of a gateway in the plan -> its failures in a cycle."""


@dataclass(frozen=True)
class Samples:
    """The readings of one cycle that are stored; three arrays of shape (n,)."""

    column: NDArray[np.uint32]
    """Where they stand in the plan's Layout, rising."""
    value: NDArray[np.float64]
    quality: NDArray[np.uint8]

    def __len__(self) -> int:
        return len(self.column)


@dataclass(frozen=True, slots=True)
class CycleTotals:
    """What a cycle says of the whole fleet."""

    totals: tuple[VectorTotal, VectorTotal, VectorTotal]
    """multi_possible, checkplusde3, compteur_bille."""
    requests: tuple[RequestTotal, ...]


@dataclass(frozen=True)
class CycleRecord:
    """What the history is given of a cycle as soon as all was read: one transaction, whole or not at all."""

    number: int
    """Of the cycle, counted since the program's start."""
    at: datetime
    """Wall clock at its start, UTC."""
    interval_s: float
    """Seconds between cycles when it ran."""
    plan: Plan
    begins: bool
    """The first of a segment: everything is in it, and nothing of earlier cycles is needed to read on."""
    skipped: int
    elapsed_s: float
    """Seconds until all was read."""
    samples: Samples
    totals: CycleTotals | None
    """None where they are those of the cycle before."""
    failures: Failures
    """Rows whose failures are not those of the cycle before; an empty tuple where all is well again."""


@dataclass(frozen=True, slots=True)
class CycleOutcome:
    """What became of a cycle after its readings. Missing in the history where the program was killed before:
    then it is not known which PLCs took the totals."""

    number: int
    elapsed_s: float
    totals_written: int
    """Gateways that took all three totals."""


@dataclass(frozen=True, slots=True)
class RecordedCycle:
    """One cycle as it is read back."""

    seq: int
    """Its place in the history: unique, rising."""
    number: int
    at: datetime
    elapsed_s: float
    skipped: int
    totals_written: int | None
    """None where the program ended before the outcome was known."""
    totals: CycleTotals


@dataclass(frozen=True)
class Stretch:
    """Recorded cycles in a row, of one plan, without a gap between them."""

    plan: Plan
    interval_s: float
    cycles: tuple[RecordedCycle, ...]
    values: NDArray[np.float64]
    """(cycles, tags): what was the newest reading then; tags as `Layout(plan)` orders them."""
    quality: NDArray[np.uint8]
    """(cycles, tags)."""
    failures: tuple[Failures, ...] = field(default=())
    """Per cycle, of the gateways that had any."""
