"""The cycles that a replay can show, on two scales: when they were, and when the replay comes to them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from doge_gui.core.recording.cycles import Stretch

GAP_AFTER_INTERVALS = 2.5
"""Cycles that lie further apart than this many intervals have a gap between them."""


class Gap(NamedTuple):
    """A time in which nothing was recorded, seconds since 1970."""

    begin: float
    """Start of the last cycle before."""
    end: float
    """Start of the first one after."""


@dataclass(frozen=True)
class Track:
    """Cycles in the order of time; the arrays have shape (n,)."""

    times: NDArray[np.float64]
    """Start of each cycle, seconds since 1970; never falling, whatever the wall clock did."""
    film: NDArray[np.float64]
    """Seconds at speed 1 from the first cycle to each: as the times, but a gap takes one interval."""
    paces: NDArray[np.float64]
    """Seconds between cycles when each ran."""

    def __len__(self) -> int:
        return len(self.times)

    def cycle_at(self, instant: float) -> int:
        """The cycle that was the newest at an instant (seconds since 1970); the first where none was yet."""
        return max(int(np.searchsorted(self.times, instant, "right")) - 1, 0)

    def cycle_shown_at(self, instant: float) -> int:
        """The cycle to show for an instant: as `cycle_at`, but within a gap the first one after it."""
        cycle = self.cycle_at(instant)
        gap = self.gap_before(cycle + 1)
        within = gap is not None and instant > gap.begin + GAP_AFTER_INTERVALS * float(self.paces[cycle])
        return cycle + within

    def last_gap(self, after: int, up_to: int) -> Gap | None:
        """The last gap that lies between two cycles; None where there is none."""
        gaps = (self.gap_before(cycle) for cycle in range(up_to, after, -1))
        return next((gap for gap in gaps if gap is not None), None)

    def gap_before(self, cycle: int) -> Gap | None:
        """The gap between a cycle and the one before it; None where they follow one another."""
        if not 0 < cycle < len(self.times):
            return None
        begin, end = float(self.times[cycle - 1]), float(self.times[cycle])
        apart = end - begin > GAP_AFTER_INTERVALS * float(self.paces[cycle - 1])
        return Gap(begin, end) if apart else None


def track_of(stretches: Sequence[Stretch]) -> Track:
    """The cycles of stretches that follow one another."""
    times = np.array([cycle.at.timestamp() for stretch in stretches for cycle in stretch.cycles])
    times = np.maximum.accumulate(times) if len(times) else times
    paces = np.repeat(
        [stretch.interval_s for stretch in stretches], [len(stretch.cycles) for stretch in stretches]
    ).astype(np.float64)
    steps = np.diff(times)
    shown = np.where(steps > GAP_AFTER_INTERVALS * paces[:-1], paces[:-1], steps)
    return Track(times, np.concatenate([np.zeros(min(len(times), 1)), np.cumsum(shown)]), paces)
