"""Stretches of the recording, no longer than fits into memory, wherever the history cuts its segments."""

import math
from dataclasses import replace
from datetime import datetime, timedelta

import numpy as np

from doge_gui.core.recording.cycles import Stretch
from doge_gui.core.recording.source import HistorySource
from doge_gui.core.recording.tags import Layout
from doge_gui.core.replay.track import GAP_AFTER_INTERVALS

_MOST_READINGS = 6_000_000
"""Readings that a stretch may hold in memory: some 50 MB."""
_FEWEST_CYCLES = 240
_TICK = timedelta(microseconds=1)
FOREVER = math.inf


def most_cycles(source: HistorySource) -> int:
    """Cycles that a stretch may have."""
    plan = source.plan()
    tags = len(Layout(plan)) if plan is not None else 1
    return max(_FEWEST_CYCLES, _MOST_READINGS // tags)


def shown_at(source: HistorySource, at: datetime, reach: float = GAP_AFTER_INTERVALS) -> Stretch | None:
    """The stretch whose cycle was the newest at an instant. The last cycle before a gap holds for `reach`
    intervals; then the gap shows what came after it."""
    stretch = source.stretch(at, most_cycles(source))
    if stretch is None or stretch.cycles[0].at <= at:
        return stretch
    before = earlier(source, stretch)
    if before is None:
        return stretch
    passed_s = (at - before.cycles[-1].at).total_seconds()
    return before if passed_s <= reach * before.interval_s else stretch


def later(source: HistorySource, stretch: Stretch) -> Stretch | None:
    """What follows a stretch: the rest of its segment where it was cut, else the next one."""
    most, last = most_cycles(source), stretch.cycles[-1]
    rest = source.stretch(last.at + _TICK, most)
    place = _place(rest, last.seq + 1)
    if rest is not None and place is not None:
        return _part(rest, place, len(rest.cycles))
    following = source.stretch_beside(stretch, later=True)
    return None if following is None else _part(following, 0, most)


def earlier(source: HistorySource, stretch: Stretch) -> Stretch | None:
    """What comes before a stretch; the mirror of `later`."""
    most, first = most_cycles(source), stretch.cycles[0]
    rest = source.stretch(first.at - _TICK, most)
    place = _place(rest, first.seq - 1)
    if rest is not None and place is not None:
        return _part(rest, 0, place + 1)
    preceding = source.stretch_beside(stretch, later=False)
    if preceding is None:
        return None
    return _part(preceding, max(len(preceding.cycles) - most, 0), len(preceding.cycles))


def _place(stretch: Stretch | None, seq: int) -> int | None:
    """Where in a stretch a cycle of the same segment stands; None where it is not in it."""
    cycles = () if stretch is None else stretch.cycles
    return next((number for number, cycle in enumerate(cycles) if cycle.seq == seq), None)


def _part(stretch: Stretch, first: int, end: int) -> Stretch:
    """Some of a stretch's cycles. What is left out is let go of."""
    if first == 0 and end >= len(stretch.cycles):
        return stretch
    part = slice(first, end)
    return replace(
        stretch,
        cycles=stretch.cycles[part],
        values=np.array(stretch.values[part]),
        quality=np.array(stretch.quality[part]),
        failures=stretch.failures[part],
    )
