"""The marbles of the cycles that a replay holds, for the graphs beside the fleet."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from doge_gui.core.questions import CIRCUITS
from doge_gui.core.recording.cycles import Stretch
from doge_gui.core.recording.tags import Layout
from doge_gui.core.replay.track import Track
from doge_gui.core.snapshot import MARBLES, Quality


@dataclass(frozen=True)
class Past:
    """Fleet totals and single counts per circuit. A total that was not complete and a count that was not of
    its cycle are NaN; so is a moment within each gap."""

    times: NDArray[np.float64]
    """(n,): seconds since 1970, rising."""
    totals: NDArray[np.float64]
    """(n, circuits)."""
    stretches: tuple[Stretch, ...] = ()
    starts: tuple[int, ...] = ()
    """Where in `times` the cycles of each stretch begin."""

    def of_plc(self, plc: str) -> NDArray[np.float64]:
        """Counts of one PLC, shape (n, circuits); NaN where it was not in the fleet."""
        counts = np.full((len(self.times), CIRCUITS), np.nan)
        for stretch, start in zip(self.stretches, self.starts, strict=True):
            row = stretch.plan.row.get(plc)
            if row is not None:
                first = row * len(Layout(stretch.plan).own) + MARBLES * CIRCUITS
                columns = slice(first, first + CIRCUITS)
                good = stretch.quality[:, columns] == Quality.GOOD
                counts[start : start + len(stretch.cycles)] = np.where(
                    good, stretch.values[:, columns], np.nan
                )
        return counts


def past_of(stretches: Sequence[Stretch], track: Track) -> Past:
    """The marbles of stretches that follow one another; `track` is theirs."""
    times: list[NDArray[np.float64]] = []
    totals: list[NDArray[np.float64]] = []
    starts: list[int] = []
    cycle = length = 0
    for stretch in stretches:
        gap = track.gap_before(cycle)
        if gap is not None:
            times.append(np.array([min(gap.begin + stretch.interval_s, gap.end)]))
            totals.append(np.full((1, CIRCUITS), np.nan))
            length += 1
        starts.append(length)
        times.append(track.times[cycle : cycle + len(stretch.cycles)])
        totals.append(_totals(stretch))
        cycle += len(stretch.cycles)
        length += len(stretch.cycles)
    if not times:
        return Past(np.empty(0), np.empty((0, CIRCUITS)))
    return Past(np.concatenate(times), np.concatenate(totals), tuple(stretches), tuple(starts))


def _totals(stretch: Stretch) -> NDArray[np.float64]:
    told = [cycle.totals.totals[MARBLES] for cycle in stretch.cycles]
    values = np.array([total.value for total in told], np.float64)
    return np.where(np.array([total.complete for total in told])[:, None], values, np.nan)
