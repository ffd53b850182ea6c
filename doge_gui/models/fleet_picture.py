"""What the fleet looks like now: a snapshot, seen at an instant. No item model yet, only answers."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from doge_gui.core.replies import Failure
from doge_gui.core.snapshot import CHECK, FIRST_REQUEST, MARBLES, MULTI, Quality, Snapshot
from doge_gui.core.states import State, Verdict, states, verdict
from doge_gui.core.statuses import Disconnection, DisconnectionState
from doge_gui.models.fleet_columns import Column, Kind
from doge_gui.models.phrasebook import told as translated
from doge_gui.models.phrases import one_line, span
from doge_gui.models.severity import state_word
from doge_gui.models.writing import in_notation

STALE_AFTER_INTERVALS = 2.0
"""A value older than this many intervals no longer tells the present."""

_VECTOR_OF = {Kind.MULTI: MULTI, Kind.BEYOND: CHECK, Kind.MARBLES: MARBLES}


@dataclass(frozen=True)
class FleetPicture:
    """A snapshot, the instant it is looked at, and what became of disconnections."""

    snapshot: Snapshot
    now: float
    """Monotonic seconds: ages count to here."""
    interval_s: float
    """Seconds from one cycle to the next; it tells what is old."""
    disconnections: Mapping[str, Disconnection] = field(default_factory=dict)
    """PLC -> its last disconnection."""

    @cached_property
    def age_s(self) -> NDArray[np.float64]:
        """Seconds since each gateway's newest good answer, shape (gateways,); NaN when there was none."""
        newest: NDArray[np.float64] = np.fmax.reduce(self.snapshot.good_at, axis=1)
        return np.maximum(self.now - newest, 0.0, dtype=np.float64)

    @cached_property
    def states(self) -> NDArray[np.uint8]:
        """The State of every gateway, shape (gateways,); a healthy one whose answers are old is STALE."""
        result = states(self.snapshot)
        old = (self.age_s > self.oldest_s) & (result == State.CONNECTED)
        result[old] = State.STALE
        return result

    @property
    def oldest_s(self) -> float:
        """Seconds beyond which a value is old."""
        return STALE_AFTER_INTERVALS * self.interval_s

    @property
    def totals_age_s(self) -> float:
        """Seconds since the oldest answer that stands in the fleet's totals; without any, since the fold."""
        snapshot = self.snapshot
        quality = snapshot.quality[:, MARBLES]
        # Under way the totals are the last cycle's: a value that is no longer good may be in them.
        in_total = quality >= (Quality.BAD if snapshot.marbles.complete else Quality.STALE)
        since = snapshot.good_at[in_total, MARBLES].min(initial=snapshot.taken_at)
        return max(0.0, self.now - float(since))

    @property
    def old(self) -> bool:
        """The totals no longer tell the present."""
        return bool(self.snapshot.facts.number) and self.totals_age_s > self.oldest_s

    @property
    def connected(self) -> NDArray[np.bool_]:
        """Whose last multi_possible was good and is not old, shape (gateways,)."""
        good: NDArray[np.bool_] = self.snapshot.quality[:, MULTI] == Quality.GOOD
        fresh: NDArray[np.bool_] = self.now - self.snapshot.good_at[:, MULTI] <= self.oldest_s
        return good & fresh

    @property
    def answering(self) -> int:
        """How many are `connected`."""
        return int(np.count_nonzero(self.connected))

    def state(self, row: int) -> State:
        """State of one gateway."""
        return State(int(self.states[row]))

    def words(self, row: int) -> Verdict:
        """State of one gateway with its reason, as plain text on one line."""
        told = verdict(self.snapshot, row)
        state = self.state(row)
        if state is State.STALE:
            return Verdict(state, span(self.age_s[row]))
        reason = translated(one_line(told.reason))
        return Verdict(state, in_notation(reason) if state is State.BREACH else reason)

    def quality(self, row: int, column: Column) -> Quality:
        """What the value in a cell is worth now."""
        tag = _tag(column)
        if tag is None:
            return Quality.GOOD
        known = Quality(int(self.snapshot.quality[row, tag]))
        old = self.value_age_s(row, column) > self.oldest_s
        return Quality.STALE if known is Quality.GOOD and old else known

    def value_age_s(self, row: int, column: Column) -> float:
        """Seconds since the value in a cell was given; NaN where none ever was."""
        tag = _tag(column)
        return float("nan") if tag is None else max(0.0, self.now - float(self.snapshot.good_at[row, tag]))

    def breach(self, row: int, column: Column) -> bool:
        """The cell's value exceeds its own threshold."""
        return column.kind is Kind.REQUEST and bool(self.snapshot.breach[row, column.part])

    def disconnecting(self, row: int) -> bool:
        """The operator asked to disconnect the PLC, and it has not been sent yet."""
        last = self.disconnections.get(self.snapshot.plan.addresses[row].plc)
        return last is not None and last.state is DisconnectionState.PENDING

    def vector(self, row: int, kind: Kind) -> tuple[int, int, int]:
        """Counts of one gateway, per circuit."""
        first, second, third = self.snapshot.counts[row, _VECTOR_OF[kind]]
        return int(first), int(second), int(third)

    def keys(self, column: Column) -> tuple[NDArray[np.generic], NDArray[np.bool_]]:
        """What a column sorts by and where that is missing, each of shape (gateways,)."""
        snapshot = self.snapshot
        if column.kind in _VECTOR_OF:
            tag = _VECTOR_OF[column.kind]
            counts = snapshot.counts[:, tag]
            exact = column.kind is Kind.MARBLES
            keys = counts[:, column.part] if exact else counts.sum(axis=1, dtype=np.float64)
            return keys, snapshot.quality[:, tag] == Quality.NEVER
        if column.kind is Kind.LATENCY:
            numbers = np.where(self.states == State.LOST, np.nan, snapshot.latency_s)
        elif column.kind is Kind.REQUEST:
            numbers = snapshot.values[:, column.part]
        elif column.kind is Kind.AGE:
            numbers = self.age_s
        else:
            numbers = self.states.astype(np.float64)
        return numbers, np.isnan(numbers)

    def haystacks(self) -> list[str]:
        """Per gateway the text a filter looks into, casefolded: names, address, state and what failed."""
        words = {int(state): state_word(state) for state in State}
        return [
            " ".join(
                (fixed, words[int(state)], *(said for failure in failures for said in _said(failure)))
            ).casefold()
            for fixed, state, failures in zip(self._names, self.states, self.snapshot.failures, strict=True)
        ]

    @property
    def _names(self) -> list[str]:
        return [f"{address.plc} {address.netloc}" for address in self.snapshot.plan.addresses]


def _said(failure: Failure) -> tuple[str, ...]:
    """A failure as it is logged, and as it is shown."""
    shown = translated(failure.detail)
    return (failure.detail,) if shown == failure.detail else (failure.detail, shown)


def _tag(column: Column) -> int | None:
    """Where a column's values stand in `quality` and `good_at`; None for a column without values."""
    if column.kind is Kind.REQUEST:
        return FIRST_REQUEST + column.part
    return _VECTOR_OF.get(column.kind)
