"""A recorded cycle -> Snapshot, exactly as far as the history knows.

All instants of such a picture are seconds since 1970: the wall clock of the recording takes the place of the
monotonic clock, so that ages come out as they were.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from doge_gui.core.payload import INT64_MAX
from doge_gui.core.questions import CIRCUITS, VECTOR_QUESTIONS
from doge_gui.core.recording.cycles import RecordedCycle, Stretch
from doge_gui.core.recording.tags import VECTOR_TAGS, Layout
from doge_gui.core.replay.times import Times
from doge_gui.core.snapshot import FIRST_REQUEST, CycleFacts, Phase, Quality, Snapshot

_MOST = float(np.nextafter(float(INT64_MAX), 0.0))
"""The largest count that both a double and an int64 can hold."""


@dataclass(frozen=True)
class _Block:
    """The gateways' part of a cycle: both of shape (gateways, tags of a gateway), as Layout orders them."""

    values: NDArray[np.float64]
    """NaN where there never was a reading."""
    quality: NDArray[np.uint8]


def picture(stretch: Stretch, index: int, times: Times) -> Snapshot:
    """The plant as it stood at the end of the stretch's cycle `index`.

    `times` are the stretch's. Of disconnections and of single gateways' totals written, the history of cycles
    knows nothing: `action_failures` is empty. Counts beyond 2**53 are as exact as a double.
    """
    plan, cycle = stretch.plan, stretch.cycles[index]
    block = _block(stretch, index)
    values = block.values[:, len(VECTOR_TAGS) : -2].copy()
    quality = _quality(block)
    failing = stretch.failures[index] if stretch.failures else {}
    snapshot = Snapshot(
        plan=plan,
        facts=_facts(cycle),
        taken_at=float(times.ends[index]),
        counts=_counts(block),
        values=values,
        quality=quality,
        good_at=np.where(quality == Quality.NEVER, np.nan, times.good_at(index)),
        latency_s=np.where(block.quality[:, -2] == Quality.GOOD, block.values[:, -2], np.nan),
        asked=block.quality[:, -1] == Quality.GOOD,
        breach=_breach(stretch, values, times.judged(index)),
        failures=tuple(failing.get(row, ()) for row in range(len(plan))),
        lost_since=times.lost_since(index),
        totals=cycle.totals.totals,
        request_totals=cycle.totals.requests,
    )
    for name in ("counts", "values", "quality", "good_at", "latency_s", "asked", "breach", "lost_since"):
        getattr(snapshot, name).setflags(write=False)
    return snapshot


def _facts(cycle: RecordedCycle) -> CycleFacts:
    known = cycle.totals_written is not None
    return CycleFacts(
        number=cycle.number,
        started_at=cycle.at,
        started_mono=cycle.at.timestamp(),
        elapsed_s=cycle.elapsed_s,
        phase=Phase.DONE if known else Phase.READ,
        skipped=cycle.skipped,
        totals_written=cycle.totals_written or 0,
    )


def _block(stretch: Stretch, index: int) -> _Block:
    own = len(Layout(stretch.plan).own)
    values = stretch.values[index, :-own].reshape(-1, own)
    quality = stretch.quality[index, :-own].reshape(-1, own)
    return _Block(np.where(quality == Quality.NEVER, np.nan, values), quality)


def _counts(block: _Block) -> NDArray[np.int64]:
    counts = np.nan_to_num(block.values[:, : len(VECTOR_TAGS)], nan=0.0)
    shape = (len(counts), len(VECTOR_QUESTIONS), CIRCUITS)
    return np.minimum(counts, _MOST).astype(np.int64).reshape(shape)


def _quality(block: _Block) -> NDArray[np.uint8]:
    """Per question: a vector's counts share theirs."""
    vectors = block.quality[:, : len(VECTOR_TAGS) : CIRCUITS]
    return np.concatenate([vectors, block.quality[:, len(VECTOR_TAGS) : -2]], axis=1)


def _breach(stretch: Stretch, values: NDArray[np.float64], judged: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """As the fold judges: a gateway's own value, the last good one where there is no newer."""
    breach = np.zeros(values.shape, np.bool_)
    for column, rule in enumerate(stretch.plan.requests):
        if rule.judged and not rule.summed:
            breach[:, column] = rule.exceeds(values[:, column])
    return breach & judged[:, FIRST_REQUEST:]
