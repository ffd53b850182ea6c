"""Readings summed up per minute and per hour, so that a year is drawn as quickly as a day."""

from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import NDArray

from doge_gui.core.snapshot import Quality


@dataclass(frozen=True)
class Rollups:
    """Buckets of one or more tags; `start` has shape (buckets,), the others (buckets,) or (buckets, tags).

    low, high, mean and last are of the good readings alone, NaN where there are none.
    """

    start: NDArray[np.int64]
    """Seconds since 1970 at which a bucket begins, rising."""
    low: NDArray[np.float64]
    high: NDArray[np.float64]
    mean: NDArray[np.float64]
    """Each reading counts once."""
    last: NDArray[np.float64]
    good: NDArray[np.uint32]
    """Good readings."""
    count: NDArray[np.uint32]
    """All readings."""

    def of(self, column: int) -> "Rollups":
        """Those of one tag."""
        rest = (getattr(self, field.name)[:, column] for field in fields(self)[1:])
        return Rollups(self.start, *rest)

    def within(self, begin: int, end: int) -> "Rollups":
        """The buckets that begin in [begin, end), seconds since 1970."""
        first, last = np.searchsorted(self.start, [begin, end])
        return Rollups(*(getattr(self, field.name)[first:last] for field in fields(self)))

    def __len__(self) -> int:
        return len(self.start)


def rolled_up(
    times: NDArray[np.int64], values: NDArray[np.float64], quality: NDArray[np.uint8], seconds: int
) -> Rollups:
    """Sum up readings. `times`: microseconds since 1970, rising, shape (n,), n > 0; readings (n, tags)."""
    bucket = times // (seconds * 1_000_000)
    first = np.flatnonzero(np.concatenate(([True], bucket[1:] != bucket[:-1])))
    is_good = quality == Quality.GOOD
    good = np.add.reduceat(is_good, first, axis=0, dtype=np.uint32)
    none = good == 0
    low = np.minimum.reduceat(np.where(is_good, values, np.inf), first, axis=0)
    high = np.maximum.reduceat(np.where(is_good, values, -np.inf), first, axis=0)
    sums = np.add.reduceat(np.where(is_good, values, 0.0), first, axis=0)
    place = np.where(is_good, np.arange(len(times))[:, None], -1)
    newest = np.maximum(np.maximum.reduceat(place, first, axis=0), 0)
    last = np.take_along_axis(values, newest, axis=0)
    # A mean never leaves what it is the mean of, however it is rounded.
    mean = np.clip(sums / np.maximum(good, 1), low, high)
    for one in (low, high, mean, last):
        one[none] = np.nan
    count = np.diff(np.append(first, len(times))).astype(np.uint32)
    counts = np.broadcast_to(count[:, None], good.shape)
    return Rollups(bucket[first] * seconds, low, high, mean, last, good, counts)


def merged(*parts: Rollups) -> Rollups:
    """All in one, of one tag, at least one part.

    Buckets of the same beginning are made one, with the latest part's last reading.
    """
    parts = tuple(part for part in parts if len(part)) or parts[:1]
    if len(parts) == 1:
        return parts[0]
    columns = {
        field.name: np.concatenate([getattr(part, field.name) for part in parts]) for field in fields(Rollups)
    }
    if (np.diff(columns["start"]) < 0).any():
        order = np.argsort(columns["start"], kind="stable")
        columns = {name: column[order] for name, column in columns.items()}
    return _made_one(columns)


def _made_one(both: dict[str, NDArray[np.generic]]) -> Rollups:
    """Rising columns in which a beginning may stand more than once."""
    start = both["start"]
    first = np.flatnonzero(np.concatenate(([True], start[1:] != start[:-1])))
    if len(first) == len(start):
        return Rollups(**both)  # type: ignore[arg-type]
    good = both["good"].astype(np.float64)
    total = np.add.reduceat(good, first)
    with np.errstate(invalid="ignore"):
        weighted = np.where(good > 0, both["mean"].astype(np.float64) * good, 0.0)
        mean = np.add.reduceat(weighted, first) / np.where(total > 0, total, np.nan)
    low = np.fmin.reduceat(both["low"].astype(np.float64), first)
    high = np.fmax.reduceat(both["high"].astype(np.float64), first)
    place = np.maximum.reduceat(np.where(good > 0, np.arange(len(start)), -1), first)
    last = np.where(place >= 0, both["last"].astype(np.float64)[np.maximum(place, 0)], np.nan)
    count = np.add.reduceat(both["count"].astype(np.uint32), first, dtype=np.uint32)
    return Rollups(
        start[first].astype(np.int64),
        low,
        high,
        np.clip(mean, low, high),
        last,
        total.astype(np.uint32),
        count,
    )
