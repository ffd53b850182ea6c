"""What has been counted since the program started: for those who watch the watcher."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain

import numpy as np
from numpy.typing import ArrayLike, NDArray

from doge_gui.core.replies import Failure, Reason
from doge_gui.core.snapshot import Snapshot

LATENCY_BOUNDS_S = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)
"""Upper bounds of the classes in which answers are counted: a question may take up to a minute, few do."""
CYCLE_BOUNDS_S = (0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0, 120.0, 300.0)
"""The same for whole cycles."""

REASONS = tuple(Reason)
"""The order of the counts of failures."""
_PLACE = {reason: place for place, reason in enumerate(REASONS)}


@dataclass(frozen=True, slots=True)
class Histogram:
    """Observations counted by class. They are never taken back."""

    bounds: tuple[float, ...]
    """Upper bounds, each within its class, rising; one more class holds what is above the last."""
    counts: tuple[int, ...]
    """Observations per class, one longer than the bounds; not cumulative."""
    total: float = 0.0
    """Sum of all observations."""

    @classmethod
    def of(cls, bounds: tuple[float, ...]) -> "Histogram":
        """Nothing was observed yet."""
        return cls(bounds, (0,) * (len(bounds) + 1))

    def observed(self, values: ArrayLike) -> "Histogram":
        """With more observations, of shape (n,); what is not finite was not observed."""
        seen: NDArray[np.float64] = np.asarray(values, np.float64)
        seen = seen[np.isfinite(seen)]
        if not seen.size:
            return self
        classes = np.searchsorted(self.bounds, seen, side="left")
        more = np.bincount(classes, minlength=len(self.counts)).tolist()
        counts = tuple(before + new for before, new in zip(self.counts, more, strict=True))
        return Histogram(self.bounds, counts, self.total + float(seen.sum()))


_NO_LATENCIES = Histogram.of(LATENCY_BOUNDS_S)
_NO_CYCLES = Histogram.of(CYCLE_BOUNDS_S)
_NO_FAILURES = (0,) * len(REASONS)


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts that only grow."""

    cycles: int = 0
    """Cycles that ended."""
    complete: int = 0
    """Cycles whose marbles were counted on every gateway."""
    written: int = 0
    """Gateways that took all three totals of a cycle, summed over the cycles."""
    lost: int = 0
    """Times a gateway stopped answering."""
    back: int = 0
    """Times a gateway answered again."""
    failed_readings: tuple[int, ...] = _NO_FAILURES
    """Questions without a good answer, by `REASONS`."""
    failed_acts: tuple[int, ...] = _NO_FAILURES
    """Gateways whose totals were not written or that were not disconnected, by the first of the `REASONS`."""
    latencies: Histogram = _NO_LATENCIES
    """Seconds: per gateway and cycle the mean time of an answer."""
    durations: Histogram = _NO_CYCLES
    """Seconds that whole cycles took."""
    missing: frozenset[str] = frozenset()
    """PLCs that did not answer in the newest cycle."""


def counted(tally: Tally, snapshot: Snapshot) -> Tally:
    """The counts after one more cycle; `snapshot` is its last one, of Phase.DONE."""
    addresses = snapshot.plan.addresses
    missing = frozenset(addresses[row].plc for row in np.flatnonzero(np.isfinite(snapshot.lost_since)))
    # A gateway that left the fleet while it was lost has not come back.
    back = sum(plc in snapshot.plan.row for plc in tally.missing - missing)
    return Tally(
        cycles=tally.cycles + 1,
        complete=tally.complete + snapshot.marbles.complete,
        written=tally.written + snapshot.facts.totals_written,
        lost=tally.lost + len(missing - tally.missing),
        back=tally.back + back,
        failed_readings=_more(tally.failed_readings, chain.from_iterable(snapshot.failures)),
        failed_acts=_more(tally.failed_acts, snapshot.action_failures.values()),
        latencies=tally.latencies.observed(snapshot.latency_s),
        durations=tally.durations.observed([snapshot.facts.elapsed_s]),
        missing=missing,
    )


def _more(counts: tuple[int, ...], failures: Iterable[Failure]) -> tuple[int, ...]:
    more = list(counts)
    for failure in failures:
        more[_PLACE[failure.reason]] += 1
    return tuple(more)
