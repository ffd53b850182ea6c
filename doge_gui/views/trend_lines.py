"""Lines and bands of a trend's curves, painted within a frame's time however many there are."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from pyqtgraph import functions
from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap

from doge_gui.core.trends.view import View
from doge_gui.models.trend_picture import DrawnCurve
from doge_gui.views.theme import Theme
from doge_gui.views.trend_bands import paint_columns, paint_outline
from doge_gui.views.trend_pens import pen_of

_SMOOTH_MOST = 4000
"""Points of all curves together up to which lines are smoothed and 1.6 px wide: both cost tenfold."""
_DASHED_MOST = 1000
"""The same where the line is dashed, which is painted as a whole."""
_BAND_ALPHA, _CHOSEN_ALPHA, _MANY_ALPHA = 58, 84, 30
_FEW, _FAINT_ALPHA = 4, 110
Floats = NDArray[np.float64]


def sliced(x: Floats, rows: Sequence[Floats], view: View) -> tuple[Floats, list[Floats]]:
    """The points in view with a neighbour at either side, which is moved closer along its line where it
    lies many screens away: painters count in limited numbers."""
    first = max(int(x.searchsorted(view.begin, "left")) - 1, 0)
    last = int(x.searchsorted(view.end, "right")) + 1
    part, values = x[first:last].copy(), [row[first:last].copy() for row in rows]
    if len(part) < 2:
        return part, values
    for end, beside, bound in ((0, 1, view.begin - view.span_s), (-1, -2, view.end + view.span_s)):
        beyond = part[end] < bound if end == 0 else part[end] > bound
        if beyond and part[end] != part[beside]:
            share = (bound - part[beside]) / (part[end] - part[beside])
            for row in values:
                row[end] = row[beside] + share * (row[end] - row[beside])
            part[end] = bound
    return part, values


class LinePainter:
    """Paints the curves of one lane."""

    def __init__(self, painter: QPainter, theme: Theme, view: View, points: int) -> None:
        """`points`: of all curves of the picture together."""
        self._painter, self._theme, self._view = painter, theme, view
        self._on_screen = isinstance(painter.device(), QPixmap)
        """Anything else is a file or a page: nobody waits for a frame, and every line is to be smooth."""
        self._points = points

    def paint(self, curves: Sequence[DrawnCurve], box: QRectF) -> None:
        """Paint bands, then lines."""
        painter = self._painter
        painter.save()
        painter.setClipRect(box)
        few = len(curves) <= _FEW
        faint = not few and any(curve.chosen for curve in curves)
        for curve in curves:
            if curve.banded and curve.fitted.banded:
                alpha = _CHOSEN_ALPHA if curve.chosen else _BAND_ALPHA if few else _MANY_ALPHA
                self._band(curve, box, alpha)
        for curve in curves:
            self._line(curve, box, faint and not curve.chosen)
        painter.restore()

    def _band(self, curve: DrawnCurve, box: QRectF, alpha: int) -> None:
        fitted = curve.fitted
        times, (low, high) = sliced(fitted.x, (fitted.low, fitted.high), self._view)
        x, below, above = self._across(times, box), _up(low, curve, box), _up(high, curve, box)
        colour = pen_of(self._theme, curve.slot, 1).color()
        colour.setAlpha(alpha)
        if self._on_screen:
            paint_columns(self._painter, box, x, above, below, colour)
        else:
            paint_outline(self._painter, x, above, below, colour)

    def _line(self, curve: DrawnCurve, box: QRectF, faint: bool) -> None:
        """`faint`: it is one of many, and another one is chosen."""
        times, (values,) = sliced(curve.fitted.x, (curve.fitted.y,), self._view)
        if not len(times):
            return
        x, y = self._across(times, box), _up(values, curve, box)
        painter = self._painter
        painter.setBrush(Qt.BrushStyle.NoBrush)
        pen = self._pen(curve, 2.6 if curve.chosen else 1.6, faint)
        solid = pen.style() is Qt.PenStyle.SolidLine
        smooth = self._points <= (_SMOOTH_MOST if solid else _DASHED_MOST) or not self._on_screen
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, smooth)
        if smooth and solid and self._on_screen:
            self._pieces(pen, x, y)
            return
        path = functions.arrayToQPath(x, y, connect="finite")
        if smooth:
            painter.setPen(pen)
            painter.drawPath(path)
            return
        # A hairline is painted forty times faster than a wider one, and still is when it is painted twice.
        painter.setPen(self._pen(curve, 1, faint))
        painter.drawPath(path)
        for step in range(1, 3 if curve.chosen else 2):
            painter.drawPath(path.translated(0, step / painter.device().devicePixelRatioF()))

    def _pieces(self, pen: QPen, x: Floats, y: Floats) -> None:
        """Piece by piece: as a whole, a line that jumps at every point takes up to a fifth of a second."""
        opaque = pen.color().alpha() == 255
        # The caps close the joints; where they can be seen through, they would be seen.
        pen.setCapStyle(Qt.PenCapStyle.SquareCap if opaque else Qt.PenCapStyle.FlatCap)
        self._painter.setPen(pen)
        known = np.isfinite(y[:-1]) & np.isfinite(y[1:])
        ends = np.column_stack((x[:-1], y[:-1], x[1:], y[1:]))[known]
        self._painter.drawLines([QLineF(*piece) for piece in ends.tolist()])

    def _pen(self, curve: DrawnCurve, width: float, faint: bool) -> QPen:
        pen = pen_of(self._theme, curve.slot, width)
        if faint:
            colour = pen.color()
            colour.setAlpha(_FAINT_ALPHA)
            pen.setColor(colour)
        return pen

    def _across(self, times: Floats, box: QRectF) -> Floats:
        return box.left() + (times - self._view.begin) * (box.width() / self._view.span_s)


def _up(values: Floats, curve: DrawnCurve, box: QRectF) -> Floats:
    low, high = curve.scale
    return box.bottom() - (values - low) * (box.height() / (high - low))
