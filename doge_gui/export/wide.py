"""Curves side by side: one row per time, one column per tag."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

import numpy as np
from numpy.typing import NDArray

from doge_gui.core.recording.curves import Curve


class Part(Enum):
    """Which figure of a bucket is shown."""

    MEAN = "mean"
    MIN = "min"
    MAX = "max"
    LAST = "last"


@dataclass(frozen=True)
class Rows:
    """A piece of a table over time."""

    times: NDArray[np.float64]
    """(rows,): seconds since 1970, UTC, rising."""
    values: NDArray[np.float64]
    """(rows, columns); NaN is an empty cell: nothing good was read."""

    def __len__(self) -> int:
        return len(self.times)


def part_of(curve: Curve, part: Part) -> NDArray[np.float64]:
    """One figure of each point."""
    return {Part.MEAN: curve.mean, Part.MIN: curve.low, Part.MAX: curve.high, Part.LAST: curve.last}[part]


def wide(columns: Sequence[tuple[Curve, Part]]) -> Rows:
    """The columns over all their times. Of a gap that they share, only the first row is kept."""
    if not columns:
        return Rows(np.empty(0), np.empty((0, 0)))
    times = np.unique(np.concatenate([curve.times for curve, _ in columns]))
    values = np.full((len(times), len(columns)), np.nan)
    read = np.zeros(len(times), np.bool_)
    for number, (curve, part) in enumerate(columns):
        rows = np.searchsorted(times, curve.times)
        values[rows, number] = part_of(curve, part)
        read[rows] |= curve.count > 0
    kept = read | np.append(True, read[:-1])[: len(read)]
    return Rows(times[kept], values[kept])
