"""replies -> Snapshot. The plan, the replies, the last snapshot and the instant come in, arrays come out."""

import math
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from doge_gui.core.payload import INT64_MAX
from doge_gui.core.plan import Plan
from doge_gui.core.questions import CIRCUITS, VECTOR_QUESTIONS
from doge_gui.core.replies import ActionReply, Failure, GatewayReply
from doge_gui.core.snapshot import (
    FIRST_REQUEST,
    CycleFacts,
    Phase,
    Quality,
    RequestTotal,
    Snapshot,
    VectorTotal,
)

_SCALE = 2.0**64
"""Exact to divide by, and enough room for the partial sums of any fleet."""


def empty(plan: Plan, facts: CycleFacts, now: float) -> Snapshot:
    """The picture before anything was asked."""
    rows, requests = len(plan), len(plan.requests)
    return _frozen(
        Snapshot(
            plan=plan,
            facts=facts,
            taken_at=now,
            counts=np.zeros((rows, FIRST_REQUEST, CIRCUITS), np.int64),
            values=np.full((rows, requests), np.nan),
            quality=np.zeros((rows, FIRST_REQUEST + requests), np.uint8),
            good_at=np.full((rows, FIRST_REQUEST + requests), np.nan),
            latency_s=np.full(rows, np.nan),
            asked=np.zeros(rows, np.bool_),
            breach=np.zeros((rows, requests), np.bool_),
            failures=((),) * rows,
            lost_since=np.full(rows, np.nan),
            totals=(VectorTotal(of=rows),) * 3,
            request_totals=(RequestTotal(of=rows),) * requests,
        )
    )


def onto(plan: Plan, facts: CycleFacts, last: Snapshot, now: float, stale_after_s: float) -> Snapshot:
    """Carry the last picture onto a new cycle's plan, by the names of PLCs and requests.

    Nothing of the new cycle is known yet: a value keeps its quality, but one whose last good reading is
    more than `stale_after_s` seconds old turns STALE. A PLC that is asked at another address starts anew.
    """
    fresh = empty(plan, facts, now)
    to_rows, from_rows = _common_rows(plan, last)
    columns = [(to, last.plan.tags.index(tag)) for to, tag in enumerate(plan.tags) if tag in last.plan.tags]
    arrays = {name: getattr(fresh, name).copy() for name in _CARRIED}
    failures = list(fresh.failures)
    for to, start in zip(to_rows, from_rows, strict=True):
        failures[to] = last.failures[start]
    for name in ("counts", "lost_since", "latency_s"):
        arrays[name][to_rows] = getattr(last, name)[from_rows]
    for to, start in columns:
        for name in ("quality", "good_at"):
            arrays[name][to_rows, to] = getattr(last, name)[from_rows, start]
        if to >= FIRST_REQUEST:
            for name in ("values", "breach"):
                arrays[name][to_rows, to - FIRST_REQUEST] = getattr(last, name)[
                    from_rows, start - FIRST_REQUEST
                ]
    old = (arrays["quality"] == Quality.GOOD) & (now - arrays["good_at"] > stale_after_s)
    arrays["quality"][old] = Quality.STALE
    carried = replace(fresh, **arrays, failures=tuple(failures))
    if plan == last.plan:
        carried = replace(carried, totals=last.totals, request_totals=last.request_totals)
    return _frozen(_with_rules_of(carried, last))


def fold(base: Snapshot, replies: Sequence[GatewayReply], facts: CycleFacts, now: float) -> Snapshot:
    """Lay `replies` over `base` (this cycle's picture so far).

    With the phase READING only the gateways change; with READ the totals and judgements are this cycle's too.
    """
    arrays = {name: getattr(base, name).copy() for name in (*_CARRIED, "asked")}
    failures = list(base.failures)
    known = [reply for reply in replies if reply.plc in base.plan.row]
    if known:
        rows = np.array([base.plan.row[reply.plc] for reply in known])
        _lay(arrays, rows, known, base.plan)
        for row, reply in zip(rows, known, strict=True):
            failures[row] = reply.failures
    snapshot = replace(base, facts=facts, taken_at=now, failures=tuple(failures), **arrays)
    if facts.phase is not Phase.READING:
        snapshot = _judged(snapshot, base)
    return _frozen(snapshot)


def finish(
    snapshot: Snapshot,
    written: Sequence[ActionReply],
    swept: Sequence[ActionReply],
    facts: CycleFacts,
    now: float,
) -> Snapshot:
    """The picture at the cycle's end: what became of the totals written and of the disconnection sweep."""
    failures: dict[str, Failure] = {}
    for reply in (*written, *swept):
        if reply.failures:
            failures.setdefault(reply.plc, reply.failures[0])
    taken = sum(reply.done == CIRCUITS for reply in written)
    return replace(
        snapshot,
        facts=replace(facts, totals_written=taken),
        taken_at=now,
        action_failures=MappingProxyType(failures),
    )


_CARRIED = ("counts", "values", "quality", "good_at", "latency_s", "breach", "lost_since")


def _common_rows(plan: Plan, last: Snapshot) -> tuple[list[int], list[int]]:
    if plan.addresses is last.plan.addresses or plan.addresses == last.plan.addresses:
        rows = list(range(len(plan)))
        return rows, rows
    pairs = [
        (row, last.plan.row[address.plc])
        for row, address in enumerate(plan.addresses)
        if address.plc in last.plan.row and last.plan.addresses[last.plan.row[address.plc]] == address
    ]
    return [to for to, _ in pairs], [start for _, start in pairs]


def _with_rules_of(snapshot: Snapshot, last: Snapshot) -> Snapshot:
    """Drop the standing breaches of a request whose rule has changed: they were judged by another rule."""
    before = {rule.name: rule for rule in last.plan.requests}
    breach = snapshot.breach.copy()
    totals = list(snapshot.request_totals)
    for column, rule in enumerate(snapshot.plan.requests):
        if before.get(rule.name) != rule:
            breach[:, column] = False
        elif snapshot.plan != last.plan:
            standing = last.request_totals[last.plan.requests.index(rule)].breach
            totals[column] = replace(totals[column], breach=standing)
    return replace(snapshot, breach=breach, request_totals=tuple(totals))


@dataclass(frozen=True, slots=True)
class _Columns:
    """The replies of one fold as arrays of their own."""

    counts: NDArray[np.int64]
    values: NDArray[np.float64]
    good: NDArray[np.bool_]


def _columns(replies: Sequence[GatewayReply], requests: int) -> _Columns:
    zero = (0,) * CIRCUITS
    counts = np.array([[vector or zero for vector in reply.vectors] for reply in replies], np.int64)
    values = np.array(
        [[np.nan if value is None else value for value in reply.values] for reply in replies], np.float64
    ).reshape(len(replies), requests)
    good = np.ones((len(replies), FIRST_REQUEST + requests), np.bool_)
    for row, reply in enumerate(replies):
        if None in reply.vectors or None in reply.values:
            good[row] = [answer is not None for answer in (*reply.vectors, *reply.values)]
    return _Columns(counts, values, good)


def _lay(
    arrays: Mapping[str, NDArray[np.generic]],
    rows: NDArray[np.intp],
    replies: Sequence[GatewayReply],
    plan: Plan,
) -> None:
    new = _columns(replies, len(plan.requests))
    vectors, numbers = new.good[:, :FIRST_REQUEST], new.good[:, FIRST_REQUEST:]
    ended = np.array([reply.finished_at for reply in replies])
    arrays["counts"][rows] = np.where(vectors[:, :, None], new.counts, arrays["counts"][rows])
    arrays["values"][rows] = np.where(numbers, new.values, arrays["values"][rows])
    before = arrays["quality"][rows]
    missing = np.where(before == Quality.NEVER, Quality.NEVER, Quality.BAD)
    arrays["quality"][rows] = np.where(new.good, Quality.GOOD, missing)
    arrays["good_at"][rows] = np.where(new.good, ended[:, None], arrays["good_at"][rows])
    arrays["latency_s"][rows] = [reply.latency_s for reply in replies]
    arrays["asked"][rows] = True
    lost = np.array([any(failure.lost for failure in reply.failures) for reply in replies])
    since = arrays["lost_since"][rows]
    arrays["lost_since"][rows] = np.where(lost, np.where(np.isnan(since), ended, since), np.nan)
    for column, rule in enumerate(plan.requests):
        if rule.judged and not rule.summed:
            exceeds = rule.exceeds(new.values[:, column])
            held = arrays["breach"][rows, column]
            arrays["breach"][rows, column] = np.where(numbers[:, column], exceeds, held)


def _judged(snapshot: Snapshot, base: Snapshot) -> Snapshot:
    good = (snapshot.quality == Quality.GOOD) & snapshot.asked[:, None]
    totals = tuple(
        VectorTotal(
            _exact_sum(snapshot.counts[good[:, question], question]), int(good[:, question].sum()), len(good)
        )
        for question in range(len(VECTOR_QUESTIONS))
    )
    requests = tuple(
        _request_total(snapshot, good[:, FIRST_REQUEST + column], column, base.request_totals[column].breach)
        for column in range(len(snapshot.plan.requests))
    )
    return replace(snapshot, totals=(totals[0], totals[1], totals[2]), request_totals=requests)


def _request_total(snapshot: Snapshot, good: NDArray[np.bool_], column: int, standing: bool) -> RequestTotal:
    rule = snapshot.plan.requests[column]
    value = _finite_sum(snapshot.values[good, column])
    total = RequestTotal(value, int(good.sum()), len(good))
    if not rule.judged:
        return total
    if not rule.summed:
        return replace(total, breach=bool(snapshot.breach[:, column].any()))
    if total.complete:
        return replace(total, breach=bool(rule.exceeds(np.array(value))))
    # Where no value is ever negative, those that are missing could only add to a sum that is too high.
    certain = rule.never_negative and rule.threshold is not None and value > rule.threshold
    return replace(total, breach=standing or certain)


def _exact_sum(vectors: NDArray[np.int64]) -> tuple[int, int, int]:
    """Sum per circuit without overflow: int64 where it surely fits, Python's integers where it might not."""
    if len(vectors) and int(vectors.max()) > INT64_MAX // len(vectors):
        sums = [sum(map(int, vectors[:, circuit])) for circuit in range(CIRCUITS)]
    else:
        sums = [int(total) for total in vectors.sum(axis=0)]
    return (sums[0], sums[1], sums[2])


def _finite_sum(values: NDArray[np.float64]) -> float:
    """Sum, rounded once, and held at the largest finite number where it would leave the range of a double."""
    try:
        return math.fsum(values.tolist())
    except OverflowError:
        # A partial sum left the range, which says nothing yet about the sum itself.
        scaled = math.fsum((values / _SCALE).tolist())
        largest = sys.float_info.max / _SCALE
        return max(-largest, min(largest, scaled)) * _SCALE


def _frozen(snapshot: Snapshot) -> Snapshot:
    for name in (*_CARRIED, "asked"):
        getattr(snapshot, name).setflags(write=False)
    return snapshot
