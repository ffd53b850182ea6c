"""A tag over time, as it comes out of the history."""

from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from doge_gui.core.recording.tags import Tag


class Level(IntEnum):
    """How fine the points of a curve are."""

    RAW = 0
    """One for each cycle."""
    MINUTE = 1
    HOUR = 2

    @property
    def seconds(self) -> int:
        """Length of a bucket; 0 for raw readings."""
        return (0, 60, 3600)[self]


@dataclass(frozen=True, slots=True)
class TrendQuestion:
    """Which tags, from when to when, and how fine."""

    tags: tuple[Tag, ...]
    begin: datetime
    """UTC."""
    end: datetime
    points: int = 1500
    """About so many points a curve can be shown with: pixels. More may come, or fewer."""


@dataclass(frozen=True)
class Curve:
    """One tag. All arrays have shape (n,).

    A point of Level.RAW is a cycle: low, high, mean and last are its reading, which holds until the next
    point. Any other point is a bucket that begins at its time. A point with NaN is a gap: nothing good was
    read; so is the time at which the program stood still.
    """

    tag: Tag
    level: Level
    times: NDArray[np.float64]
    """Seconds since 1970, UTC, rising."""
    low: NDArray[np.float64]
    high: NDArray[np.float64]
    mean: NDArray[np.float64]
    """Over the good readings of a bucket, each counted once."""
    last: NDArray[np.float64]
    good: NDArray[np.float64]
    """Good readings of a bucket, and ..."""
    count: NDArray[np.float64]
    """... all its readings; 0 in a gap."""


@dataclass(frozen=True, slots=True)
class Mark:
    """An alarm's onset."""

    at: datetime
    id: str
    words: str
    priority: int
    """3 high, 2 medium, 1 low."""


@dataclass(frozen=True)
class TrendAnswer:
    """What the history has for a question."""

    question: TrendQuestion
    curves: tuple[Curve, ...]
    """In the order of the question's tags; an unknown tag's is empty."""
    marks: tuple[Mark, ...] = ()
    cancelled: bool = False
