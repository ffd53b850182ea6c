"""A bounded record of samples over time: append, look at a window, thin it out for a screen."""

import numpy as np
from numpy.typing import NDArray


class Trend:
    """The last `depth` samples of an array of fixed shape, oldest first when read.

    Every sample is written twice into a buffer of double length, half a buffer apart, so that any window
    is one contiguous view and nothing is ever moved. A missing reading is NaN.
    """

    def __init__(self, depth: int, shape: tuple[int, ...], dtype: type[np.floating] = np.float64) -> None:
        if depth < 1:
            raise ValueError("a trend holds at least one sample")
        self._depth = depth
        self._times = np.empty(2 * depth)
        self._samples = np.empty((2 * depth, *shape), dtype)
        self._count = 0
        self._next = 0

    def __len__(self) -> int:
        return self._count

    @property
    def depth(self) -> int:
        """How many samples it holds at most."""
        return self._depth

    def append(self, time: float, sample: NDArray[np.floating]) -> None:
        """Add the newest sample, taken at `time` (seconds). Raises ValueError for a time that goes back."""
        if self._count and time < self.times[-1]:
            raise ValueError("samples come in the order of time")
        for place in (self._next, self._next + self._depth):
            self._times[place] = time
            self._samples[place] = sample
        self._next = (self._next + 1) % self._depth
        self._count = min(self._count + 1, self._depth)

    @property
    def _held(self) -> slice:
        end = self._next + self._depth
        return slice(end - self._count, end)

    @property
    def times(self) -> NDArray[np.float64]:
        """Instants of the samples held, shape (n,), rising. A view: read it before the next append."""
        return self._times[self._held]

    @property
    def samples(self) -> NDArray[np.floating]:
        """The samples held, shape (n, *shape). A view, like `times`."""
        return self._samples[self._held]

    def window(self, start: float, end: float) -> tuple[NDArray[np.float64], NDArray[np.floating]]:
        """Times and samples within [start, end], with one neighbour on either side to draw the edges."""
        first = max(int(np.searchsorted(self.times, start, "left")) - 1, 0)
        last = int(np.searchsorted(self.times, end, "right")) + 1
        return self.times[first:last], self.samples[first:last]


def decimate(
    x: NDArray[np.floating], y: NDArray[np.floating], buckets: int
) -> tuple[NDArray[np.floating], NDArray[np.floating]]:
    """Thin a curve to about `2 * buckets` points that keep its lowest and highest value of every bucket.

    Both arrays have shape (n,). A bucket with a missing value keeps a NaN at its end, so that gaps stay gaps.
    A curve that is short enough comes back as it is.
    """
    size = -(-len(x) // max(buckets, 1))
    if size <= 3:
        return x, y
    whole = len(x) // size * size
    keep = np.zeros(len(x), np.bool_)
    keep[[0, -1]] = True
    keep[whole:] = True
    grid = y[:whole].reshape(-1, size)
    starts = np.arange(len(grid)) * size
    holes = np.isnan(grid)
    keep[starts + np.where(holes, np.inf, grid).argmin(axis=1)] = True
    keep[starts + np.where(holes, -np.inf, grid).argmax(axis=1)] = True
    broken = holes.any(axis=1)
    keep[starts[broken] + holes[broken].argmax(axis=1)] = True
    return x[keep], y[keep]
