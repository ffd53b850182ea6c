"""Chooses what of a cycle is stored: what changed, what changed its quality, and a sign of life now and then.

What is not stored is what it was: within a segment a reading holds until the next one stored.
"""

from dataclasses import dataclass, replace
from datetime import datetime

import numpy as np
from numpy.typing import NDArray

from doge_gui.core.plan import Plan
from doge_gui.core.recording.cycles import CycleRecord, CycleTotals, Failures, Samples
from doge_gui.core.recording.tags import ELAPSED, LATENCY, Layout, readings_of
from doge_gui.core.replies import Failure
from doge_gui.core.snapshot import Snapshot

GAP_AFTER_INTERVALS = 2.5
"""Cycles that began further apart than this many intervals have a gap between them."""
SEGMENT_S = 6 * 3600
"""Segments end where the time of day passes a multiple of this since 1970 ..."""
MOST_READINGS = 2_000_000
"""... or with so many cycles times tags: as much as is looked through at once when one is sealed."""
HEARTBEAT_S = 600.0
DEADBAND_S, DEADBAND_SHARE = 0.001, 0.1
"""A latency is stored anew when it differs by more than both from the one stored: it is never twice the same,
and nobody wants to know by which microsecond."""


@dataclass(frozen=True)
class _Stored:
    """What the history knows after the last record."""

    plan: Plan
    interval_s: float
    number: int
    at: datetime
    started_mono: float
    elapsed_s: float
    values: NDArray[np.float64]
    quality: NDArray[np.uint8]
    stored_at: NDArray[np.float64]
    """Monotonic seconds at which each reading was stored."""
    totals: CycleTotals
    failures: tuple[tuple[Failure, ...], ...]
    cycles: int
    """In the segment."""


class Sampler:
    """Makes the records of a plant's cycles, one after the other."""

    def __init__(self, heartbeat_s: float = HEARTBEAT_S, most_readings: int = MOST_READINGS) -> None:
        self._heartbeat_s, self._most_readings = heartbeat_s, most_readings
        self._stored: _Stored | None = None
        self._loose = np.empty(0, np.bool_)

    def begin_anew(self) -> None:
        """The last record did not reach the history: the next one begins a segment."""
        self._stored = None

    def take(self, snapshot: Snapshot, interval_s: float) -> CycleRecord:
        """The record of a cycle whose readings are complete (Phase.READ)."""
        values, quality = readings_of(snapshot)
        last = self._stored
        if last is None or self._must_begin(last, snapshot, interval_s, len(values)):
            self._loose = _loose(snapshot.plan)
            return self._begin(snapshot, interval_s, values, quality)
        return self._go_on(last, snapshot, values, quality)

    def _begin(
        self,
        snapshot: Snapshot,
        interval_s: float,
        values: NDArray[np.float64],
        quality: NDArray[np.uint8],
    ) -> CycleRecord:
        facts, totals = snapshot.facts, CycleTotals(snapshot.totals, snapshot.request_totals)
        self._stored = _Stored(
            snapshot.plan,
            interval_s,
            facts.number,
            facts.started_at,
            facts.started_mono,
            facts.elapsed_s,
            values,
            quality,
            np.full(len(values), facts.started_mono),
            totals,
            snapshot.failures,
            1,
        )
        everything = _samples(np.ones(len(values), np.bool_), values, quality)
        failures = {row: told for row, told in enumerate(snapshot.failures) if told}
        return _record(snapshot, interval_s, everything, failures, totals, begins=True)

    def _go_on(
        self, last: _Stored, snapshot: Snapshot, values: NDArray[np.float64], quality: NDArray[np.uint8]
    ) -> CycleRecord:
        facts, totals = snapshot.facts, CycleTotals(snapshot.totals, snapshot.request_totals)
        chosen = self._chosen(last, values, quality, facts.started_mono)
        self._stored = replace(
            last,
            number=facts.number,
            at=facts.started_at,
            started_mono=facts.started_mono,
            elapsed_s=facts.elapsed_s,
            values=np.where(chosen, values, last.values),
            quality=np.where(chosen, quality, last.quality),
            stored_at=np.where(chosen, facts.started_mono, last.stored_at),
            totals=totals,
            failures=snapshot.failures,
            cycles=last.cycles + 1,
        )
        failures = _changed(last.failures, snapshot.failures)
        told = None if totals == last.totals else totals
        samples = _samples(chosen, values, quality)
        return _record(snapshot, last.interval_s, samples, failures, told, begins=False)

    def _must_begin(self, last: _Stored, snapshot: Snapshot, interval_s: float, tags: int) -> bool:
        facts = snapshot.facts
        # A cycle that overruns its interval sets the pace by itself.
        most_s = GAP_AFTER_INTERVALS * max(interval_s, last.elapsed_s)
        return (
            (snapshot.plan is not last.plan and snapshot.plan != last.plan)
            or interval_s != last.interval_s
            or facts.number != last.number + 1
            # The time of day was set back, or leapt: what lies between was not recorded.
            or not (facts.started_at - last.at).total_seconds() > 0
            or _leaps(facts.started_at, last.at, most_s)
            or facts.started_mono - last.started_mono > most_s
            or (last.cycles + 1) * tags > self._most_readings
            or facts.started_at.timestamp() // SEGMENT_S != last.at.timestamp() // SEGMENT_S
        )

    def _chosen(
        self, last: _Stored, values: NDArray[np.float64], quality: NDArray[np.uint8], now: float
    ) -> NDArray[np.bool_]:
        same = (values == last.values) | (np.isnan(values) & np.isnan(last.values))
        with np.errstate(invalid="ignore"):
            near = np.abs(values - last.values) <= np.maximum(
                DEADBAND_S, DEADBAND_SHARE * np.abs(last.values)
            )
        same |= self._loose & near
        chosen: NDArray[np.bool_] = ~same | (quality != last.quality)
        return chosen | (now - last.stored_at >= self._heartbeat_s)


def _leaps(at: datetime, before: datetime, most_s: float) -> bool:
    return (at - before).total_seconds() > most_s


def _loose(plan: Plan) -> NDArray[np.bool_]:
    """Where the tags stand that have a deadband."""
    layout = Layout(plan)
    own = [name == LATENCY for name in layout.own]
    fleet = [name == ELAPSED for name in layout.fleet]
    return np.concatenate([np.tile(own, len(plan)), fleet]).astype(np.bool_)


def _samples(chosen: NDArray[np.bool_], values: NDArray[np.float64], quality: NDArray[np.uint8]) -> Samples:
    column = np.flatnonzero(chosen).astype(np.uint32)
    return Samples(column, values[column], quality[column])


def _changed(before: tuple[tuple[Failure, ...], ...], after: tuple[tuple[Failure, ...], ...]) -> Failures:
    pairs = enumerate(zip(before, after, strict=True))
    return {row: told for row, (known, told) in pairs if told is not known and told != known}


def _record(
    snapshot: Snapshot,
    interval_s: float,
    samples: Samples,
    failures: Failures,
    totals: CycleTotals | None,
    *,
    begins: bool,
) -> CycleRecord:
    facts = snapshot.facts
    return CycleRecord(
        number=facts.number,
        at=facts.started_at,
        interval_s=interval_s,
        plan=snapshot.plan,
        begins=begins,
        skipped=facts.skipped,
        elapsed_s=facts.elapsed_s,
        samples=samples,
        totals=totals,
        failures=failures,
    )
