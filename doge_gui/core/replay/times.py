"""When each reading of a stretch was last good, and since when a gateway gave no answer.

The history keeps neither: both follow from the qualities and failures of the cycles before. They are worked
out once for all cycles of a stretch. What began before the stretch is taken from the one before it; where
that is not known, it counts from the stretch's first cycle, which is the least that is certain.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from doge_gui.core.plan import Plan
from doge_gui.core.questions import CIRCUITS
from doge_gui.core.recording.cycles import RecordedCycle, Stretch
from doge_gui.core.recording.tags import VECTOR_TAGS, Layout
from doge_gui.core.snapshot import Quality

_NOT_HERE = -1
"""In place of a cycle's number: it was in an earlier stretch, or never."""
_NEVER = -2


@dataclass(frozen=True)
class Before:
    """How a stretch ended, for the next one."""

    plan: Plan
    number: int
    """Of its last cycle."""
    good_at: NDArray[np.float64]
    """(gateways, questions): seconds since 1970; NaN where unknown."""
    lost_since: NDArray[np.float64]
    """(gateways,): NaN while it answers."""
    judged: NDArray[np.bool_]
    """(gateways, questions): its value was judged by the plan's rule."""


@dataclass(frozen=True)
class Times:
    """The times of one stretch; `times_of` makes it."""

    plan: Plan
    ends: NDArray[np.float64]
    """(cycles,): when all of a cycle was read, seconds since 1970."""
    good: NDArray[np.int32]
    """(cycles, gateways, questions): in which cycle the last good reading was."""
    lost: NDArray[np.int32]
    """(cycles, gateways): in which cycle the loss began that lasts; _NEVER while it answers."""
    first: Before
    """What the cycles before tell."""
    last_number: int

    def good_at(self, index: int) -> NDArray[np.float64]:
        """(gateways, questions): seconds since 1970 of the last good reading, known or at the latest."""
        at = self.good[index]
        return np.where(at == _NOT_HERE, self.first.good_at, self.ends[at])

    def lost_since(self, index: int) -> NDArray[np.float64]:
        """(gateways,): seconds since 1970; NaN while it answers."""
        at = self.lost[index]
        since = np.where(at == _NOT_HERE, self.first.lost_since, self.ends[np.maximum(at, 0)])
        return np.where(at == _NEVER, np.nan, since)

    def judged(self, index: int) -> NDArray[np.bool_]:
        """(gateways, questions): there is a value, and it was judged by this plan's rule."""
        here: NDArray[np.bool_] = self.good[index] != _NOT_HERE
        return here | self.first.judged

    def lacks(self, index: int) -> bool:
        """Something that holds at a cycle began in the first cycle here or before it, nobody knows when."""
        lost = bool(((self.lost[index] == 0) | (self.lost[index] == _NOT_HERE)).any())
        return lost or bool((self.good[index] == _NOT_HERE).any())

    def end(self) -> Before:
        """How the stretch ended."""
        last = len(self.ends) - 1
        return Before(
            self.plan, self.last_number, self.good_at(last), self.lost_since(last), self.judged(last)
        )


def ends_of(cycles: Sequence[RecordedCycle]) -> NDArray[np.float64]:
    """When all of each cycle was read, seconds since 1970, shape (cycles,)."""
    return np.array([cycle.at.timestamp() + cycle.elapsed_s for cycle in cycles])


def times_of(stretch: Stretch, before: Before | None = None) -> Times:
    """Work them out. `before` is the end of the stretch before; None where it is not known."""
    ends = ends_of(stretch.cycles)
    first = _carried(stretch, before, float(ends[0]))
    lost = _lost(stretch, first)
    return Times(stretch.plan, ends, _good(stretch), lost, first, stretch.cycles[-1].number)


def _good(stretch: Stretch) -> NDArray[np.int32]:
    gateways, own = len(stretch.plan), len(Layout(stretch.plan).own)
    quality = stretch.quality[:, :-own].reshape(len(stretch.cycles), gateways, own)
    questions = [*range(0, len(VECTOR_TAGS), CIRCUITS), *range(len(VECTOR_TAGS), own - 2)]
    numbers = np.arange(len(quality), dtype=np.int32)[:, None, None]
    # A gateway that was not asked in a cycle keeps the quality of an earlier one.
    fresh = (quality[:, :, questions] == Quality.GOOD) & (quality[:, :, -1:] == Quality.GOOD)
    good = np.where(fresh, numbers, np.int32(_NOT_HERE))
    return np.maximum.accumulate(good, axis=0, out=good)


def _lost(stretch: Stretch, first: Before) -> NDArray[np.int32]:
    lost = np.zeros((len(stretch.cycles), len(stretch.plan)), np.bool_)
    for number, failing in enumerate(stretch.failures):
        for row, failures in failing.items():
            lost[number, row] = any(failure.lost for failure in failures)
    numbers = np.arange(len(lost), dtype=np.int32)[:, None]
    answered = np.maximum.accumulate(np.where(lost, np.int32(-1), numbers), axis=0)
    began = answered + np.int32(1)
    began[(answered < 0) & np.isfinite(first.lost_since)] = _NOT_HERE
    return np.where(lost, began, np.int32(_NEVER))


def _carried(stretch: Stretch, before: Before | None, start: float) -> Before:
    """What holds at the stretch's beginning, by the names of gateways and questions."""
    plan, number = stretch.plan, stretch.cycles[0].number
    shape = (len(plan), len(plan.tags))
    fresh = Before(plan, number, np.full(shape, start), np.full(len(plan), np.nan), np.ones(shape, np.bool_))
    if before is None or number <= before.number:
        # Nothing is known of a program that ran before: it began anew with its first cycle.
        return fresh
    at = {address: row for row, address in enumerate(before.plan.addresses)}
    rules = {rule.name: rule for rule in before.plan.requests}
    changed = [rule.name for rule in plan.requests if rules.get(rule.name) != rule]
    fresh.judged[:, [plan.tags.index(name) for name in changed]] = False
    pairs = [(to, at[address]) for to, address in enumerate(plan.addresses) if address in at]
    to_rows, from_rows = [to for to, _ in pairs], [start for _, start in pairs]
    fresh.lost_since[to_rows] = before.lost_since[from_rows]
    for to, tag in enumerate(plan.tags):
        if tag in before.plan.tags:
            column = before.plan.tags.index(tag)
            fresh.good_at[to_rows, to] = before.good_at[from_rows, column]
            if tag not in changed:
                fresh.judged[to_rows, to] = before.judged[from_rows, column]
    return fresh
