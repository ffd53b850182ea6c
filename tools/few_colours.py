"""Pictures in at most 256 colours: text and lines lose nothing to the eye, and the file most of its size."""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

_MOST = 256
_EXACT = 160
_BLOCK = 4096
"""So many colours are looked up at a time."""


def save(picture: QImage, path: Path) -> None:
    """Write a PNG in few colours. Raises OSError where that cannot be."""
    if not indexed(picture).save(str(path), quality=0):
        raise OSError(f"{path} cannot be written")


def indexed(picture: QImage) -> QImage:
    """The picture in a palette of its own; a colour that is not in it becomes the nearest (sRGB distance)."""
    pixels = _pixels(picture)
    colours, places, counts = np.unique(pixels, return_inverse=True, return_counts=True)
    kept = _palette(colours, counts)
    nearest = _nearest(colours, kept)
    result = QImage(picture.width(), picture.height(), QImage.Format.Format_Indexed8)
    result.setColorTable([int(colour) for colour in kept])
    rows = nearest[places].reshape(pixels.shape)
    target = np.frombuffer(result.bits(), np.uint8).reshape(picture.height(), result.bytesPerLine())
    target[:, : picture.width()] = rows
    result.setDevicePixelRatio(picture.devicePixelRatio())
    return result


def _palette(colours: NDArray[np.uint32], counts: NDArray[np.intp]) -> NDArray[np.uint32]:
    """The most frequent colours as they are, then one for each of the fullest regions of the others."""
    by_count = np.argsort(-counts, kind="stable")
    exact, others = by_count[:_EXACT], by_count[_EXACT:]
    if len(colours) <= _MOST:
        return colours
    # A region is 16 steps of each channel wide. The first of a region is its most frequent colour.
    regions, first, region_of = np.unique(
        colours[others] & np.uint32(0xFFF0F0F0), return_index=True, return_inverse=True
    )
    weights = np.bincount(region_of, counts[others], len(regions))
    fullest = np.argsort(-weights, kind="stable")[: _MOST - _EXACT]
    return np.sort(np.concatenate([colours[exact], colours[others][first[fullest]]]))


def _pixels(picture: QImage) -> NDArray[np.uint32]:
    """Shape (height, width): 0xAARRGGBB, opaque."""
    plain = picture.convertToFormat(QImage.Format.Format_RGB32)
    rows = np.frombuffer(plain.constBits(), np.uint32).reshape(plain.height(), plain.bytesPerLine() // 4)
    return rows[:, : plain.width()] | np.uint32(0xFF000000)


def _channels(colours: NDArray[np.uint32]) -> NDArray[np.int32]:
    """Shape (colours, 3)."""
    return np.stack([(colours >> shift & 0xFF).astype(np.int32) for shift in (16, 8, 0)], axis=1)


def _nearest(colours: NDArray[np.uint32], kept: NDArray[np.uint32]) -> NDArray[np.uint8]:
    """For each colour the number of the nearest that is kept."""
    wanted, offered = _channels(colours), _channels(kept)
    found = np.empty(len(colours), np.uint8)
    for begin in range(0, len(colours), _BLOCK):
        block = wanted[begin : begin + (_BLOCK)]
        apart = ((block[:, None, :] - offered[None, :, :]) ** 2).sum(axis=2)
        found[begin : begin + len(block)] = apart.argmin(axis=1)
    return found
