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


def held_column(samples: Sequence[Samples], column: int) -> tuple[NDArray[np.float64], NDArray[np.uint8]]:
    """The same for one tag, shape (cycles,)."""
    places, values, quality = [0], [np.nan], [int(Quality.NEVER)]
    for place, stored in enumerate(samples):
        at = int(np.searchsorted(stored.column, column))
        if at < len(stored) and stored.column[at] == column:
            places.append(place)
            values.append(float(stored.value[at]))
            quality.append(int(stored.quality[at]))
    lengths = np.diff([*places, len(samples)])
    return np.repeat(values, lengths), np.repeat(np.array(quality, np.uint8), lengths)
