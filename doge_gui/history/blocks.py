"""Readings and rollups as bytes and back, exactly.

Numbers of eight bytes are stored plane by plane: all first bytes, then all second bytes, and so on. Readings
of one tag resemble each other, so that most planes are nearly constant, and zlib makes little of them.
"""

import zlib
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from doge_gui.core.recording.cycles import Samples
from doge_gui.core.recording.rollups import Rollups
from doge_gui.core.snapshot import Quality

_LEVEL = 1
"""zlib's quickest: the better ones save a tenth and take four times as long."""
_ALL_GOOD, _MIXED, _BUCKETS = b"\x01", b"\x02", b"\x03"
"""First byte of a block: what it holds. One that was given stays with its meaning for ever."""
_SAMPLE_BYTES = 13


class UnreadableBlockError(Exception):
    """The bytes are none that this program writes."""


def samples_content(samples: Samples) -> bytes:
    """The samples of a cycle: columns, values, qualities."""
    parts = samples.column.astype("<u4"), samples.value.astype("<f8"), samples.quality
    return b"".join(part.tobytes() for part in parts)


def samples_of(content: bytes) -> Samples:
    """The inverse of `samples_content`. Raises UnreadableBlockError."""
    count, rest = divmod(len(content), _SAMPLE_BYTES)
    if rest:
        raise UnreadableBlockError(f"{len(content)} bytes of samples")
    return Samples(
        np.frombuffer(content, "<u4", count),
        np.frombuffer(content, "<f8", count, 4 * count),
        np.frombuffer(content, np.uint8, count, 12 * count),
    )


def column_contents(values: NDArray[np.float64], quality: NDArray[np.uint8]) -> Iterator[bytes]:
    """A block for each tag; both arrays have shape (cycles, tags)."""
    planes = _planes(values.T.view(np.int64))
    all_good = (quality == Quality.GOOD).all(axis=0)
    worth = np.ascontiguousarray(quality.T)
    for number in range(values.shape[1]):
        if all_good[number]:
            yield _ALL_GOOD + zlib.compress(planes[number].tobytes(), _LEVEL)
        else:
            yield _MIXED + zlib.compress(planes[number].tobytes() + worth[number].tobytes(), _LEVEL)


def column_of(content: bytes, cycles: int) -> tuple[NDArray[np.float64], NDArray[np.uint8]]:
    """The readings in a block, both of shape (cycles,). Raises UnreadableBlockError."""
    kind, plain = _plain(content, (_ALL_GOOD, _MIXED))
    if len(plain) != cycles * (8 if kind == _ALL_GOOD else 9):
        raise UnreadableBlockError(f"{len(plain)} bytes for {cycles} readings")
    values = _unplaned(plain[: 8 * cycles], cycles).view(np.float64)
    if kind == _ALL_GOOD:
        return values, np.full(cycles, Quality.GOOD, np.uint8)
    return values, np.frombuffer(plain, np.uint8, cycles, 8 * cycles)


def constants_content(
    column: NDArray[np.uint32], values: NDArray[np.float64], quality: NDArray[np.uint8]
) -> bytes:
    """The tags whose reading never changed in a segment."""
    return zlib.compress(samples_content(Samples(column, values, quality)), _LEVEL)


def constants_of(content: bytes) -> Samples:
    """The inverse of `constants_content`. Raises UnreadableBlockError."""
    try:
        return samples_of(zlib.decompress(content))
    except zlib.error as error:
        raise UnreadableBlockError(str(error)) from error


def times_content(times: NDArray[np.int64]) -> bytes:
    """Instants, shape (n,), microseconds: a steady beat costs next to nothing."""
    steps = np.diff(times, prepend=np.int64(0))
    return zlib.compress(_planes(steps[None])[0].tobytes(), _LEVEL)


def times_of(content: bytes) -> NDArray[np.int64]:
    """The inverse of `times_content`. Raises UnreadableBlockError."""
    try:
        plain = zlib.decompress(content)
    except zlib.error as error:
        raise UnreadableBlockError(str(error)) from error
    return np.cumsum(_unplaned(plain, len(plain) // 8))


def rollup_content(rollups: Rollups) -> bytes:
    """The buckets of one tag. What equals the last reading costs nothing."""
    last = rollups.last.view(np.int64)
    near = [getattr(rollups, name).view(np.int64) ^ last for name in ("low", "high", "mean")]
    counts = rollups.good.astype(np.int64), rollups.count.astype(np.int64)
    steps = np.diff(rollups.start, prepend=np.int64(0))
    return _BUCKETS + zlib.compress(_planes(np.stack([steps, last, *near, *counts])).tobytes(), _LEVEL)


def rollup_of(content: bytes) -> Rollups:
    """The inverse of `rollup_content`. Raises UnreadableBlockError."""
    _, plain = _plain(content, (_BUCKETS,))
    count, rest = divmod(len(plain), 7 * 8)
    if rest:
        raise UnreadableBlockError(f"{len(plain)} bytes of rollups")
    planes = np.frombuffer(plain, np.uint8).reshape(7, 8, count)
    steps, last, low, high, mean, good, all_ = np.ascontiguousarray(planes.transpose(0, 2, 1)).view("<i8")[
        :, :, 0
    ]
    low, high, mean = (np.ascontiguousarray(one ^ last).view(np.float64) for one in (low, high, mean))
    last = np.ascontiguousarray(last).view(np.float64)
    return Rollups(np.cumsum(steps), low, high, mean, last, good.astype(np.uint32), all_.astype(np.uint32))


def _planes(numbers: NDArray[np.int64]) -> NDArray[np.uint8]:
    """(tags, n) numbers as (tags, 8, n) bytes."""
    tags, count = numbers.shape
    whole = np.ascontiguousarray(numbers, "<i8").view(np.uint8).reshape(tags, count, 8)
    return np.ascontiguousarray(whole.transpose(0, 2, 1))


def _unplaned(plain: bytes, count: int) -> NDArray[np.int64]:
    planes = np.frombuffer(plain, np.uint8).reshape(8, count)
    return np.ascontiguousarray(planes.T).view("<i8").reshape(count)


def _plain(content: bytes, kinds: tuple[bytes, ...]) -> tuple[bytes, bytes]:
    kind = content[:1]
    if kind not in kinds:
        raise UnreadableBlockError(f"a block of kind {kind!r}")
    try:
        return kind, zlib.decompress(content[1:])
    except zlib.error as error:
        raise UnreadableBlockError(str(error)) from error
