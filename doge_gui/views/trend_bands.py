"""The band from a curve's lowest to its highest readings.

A band that jumps up and down at every column costs a painter a span for each of its pixels: tens of
milliseconds a curve. On a screen, where only columns of pixels matter, it is worked out as an image, in under
one. A file keeps outlines, which stay sharp at any size.
"""

import numpy as np
from numpy.typing import NDArray
from pyqtgraph import functions
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPolygonF

Floats = NDArray[np.float64]


def paint_outline(painter: QPainter, x: Floats, above: Floats, below: Floats, colour: QColor) -> None:
    """Fill between two lines, NaN where there is a gap; all of shape (n,), in the painter's units."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    edges = np.diff(np.concatenate(([False], np.isfinite(below), [False])).astype(np.int8))
    for first, last in zip(np.flatnonzero(edges == 1), np.flatnonzero(edges == -1), strict=True):
        run = slice(int(first), int(last))
        ring_x = np.concatenate((x[run], x[run][::-1]))
        painter.drawPolygon(_polygon(ring_x, np.concatenate((above[run], below[run][::-1]))))


def _polygon(x: Floats, y: Floats) -> QPolygonF:
    polygon: QPolygonF = functions.create_qpolygonf(len(x))
    memory = functions.ndarray_from_qpolygonf(polygon)
    memory[:, 0], memory[:, 1] = x, y
    return polygon


def paint_columns(
    painter: QPainter, box: QRectF, x: Floats, above: Floats, below: Floats, colour: QColor
) -> None:
    """The same, column of pixels by column of pixels, within `box`."""
    scale = painter.device().devicePixelRatioF()
    width, height = max(round(box.width() * scale), 1), max(round(box.height() * scale), 1)
    columns = (x - box.left()) * scale
    top = _per_column(columns, (above - box.top()) * scale, width, np.minimum)
    foot = _per_column(columns, (below - box.top()) * scale, width, np.maximum)
    known = np.isfinite(top) & np.isfinite(foot)
    if not known.any():
        return
    top, foot = np.floor(top), np.maximum(np.ceil(foot), np.floor(top) + 1)
    first, last = (int(np.clip(edge, 0, height)) for edge in (top[known].min(), foot[known].max()))
    rows = np.arange(first, last)[:, None]
    # A comparison with NaN is False: a gap stays empty.
    pixels = ((rows >= top) & (rows < foot)) * np.uint32(_premultiplied(colour))
    if not len(pixels):
        return
    image = QImage(pixels.data, width, last - first, 4 * width, QImage.Format.Format_ARGB32_Premultiplied)
    place = QRectF(box.left(), box.top() + first / scale, width / scale, (last - first) / scale)
    painter.drawImage(place, image)


def _per_column(x: Floats, y: Floats, width: int, farther: np.ufunc) -> Floats:
    """Where the line is in the middle of each column, or farther out where a point of it lies there."""
    middles: Floats = np.interp(np.arange(width) + 0.5, x, y, left=np.nan, right=np.nan)
    column = np.floor(x).astype(np.int64)
    known = (column >= 0) & (column < width) & np.isfinite(y)
    column, values = column[known], y[known]
    if len(column):
        # Points rise: those of one column stand side by side.
        starts = np.flatnonzero(np.diff(column, prepend=-1))
        outer = farther.reduceat(values, starts)
        places = column[starts]
        middles[places] = np.where(np.isnan(middles[places]), outer, farther(middles[places], outer))
    return middles


def _premultiplied(colour: QColor) -> int:
    alpha = colour.alpha()
    red, green, blue = (part * alpha // 255 for part in (colour.red(), colour.green(), colour.blue()))
    return (alpha << 24) | (red << 16) | (green << 8) | blue
