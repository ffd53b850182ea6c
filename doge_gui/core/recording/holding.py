"""From the samples that were stored back to what every cycle read."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from doge_gui.core.recording.cycles import Samples
from doge_gui.core.snapshot import Quality


def held(samples: Sequence[Samples], tags: int) -> tuple[NDArray[np.float64], NDArray[np.uint8]]:
    """The readings of a segment's cycles from its first on: values and qualities of shape (cycles, tags)."""
    values = np.empty((len(samples), tags))
    quality = np.empty((len(samples), tags), np.uint8)
    value, worth = np.full(tags, np.nan), np.full(tags, Quality.NEVER, np.uint8)
    for place, stored in enumerate(samples):
        value[stored.column] = stored.value
        worth[stored.column] = stored.quality
        values[place], quality[place] = value, worth
    return values, quality


def held_columns(
    samples: Sequence[Samples], columns: NDArray[np.uint32]
) -> tuple[NDArray[np.float64], NDArray[np.uint8]]:
    """The same for some tags, shape (cycles, columns)."""
    values = np.empty((len(samples), len(columns)))
    quality = np.empty(values.shape, np.uint8)
    value, worth = np.full(len(columns), np.nan), np.full(len(columns), Quality.NEVER, np.uint8)
    for place, stored in enumerate(samples):
        if len(stored):
            at = np.minimum(np.searchsorted(stored.column, columns), len(stored) - 1)
            there = stored.column[at] == columns
            value[there] = stored.value[at[there]]
            worth[there] = stored.quality[at[there]]
        values[place], quality[place] = value, worth
    return values, quality
