"""Colour and dashes of each curve of a trend: forty that differ, each checked against its ground."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from doge_gui.views.theme import Theme

_STYLES = (
    Qt.PenStyle.SolidLine,
    Qt.PenStyle.DashLine,
    Qt.PenStyle.DotLine,
    Qt.PenStyle.DashDotLine,
    Qt.PenStyle.DashDotDotLine,
)
"""Eight colours, then the same ones with other dashes."""
SWATCH_PX = (24, 12)


def pen_of(theme: Theme, slot: int, width: float) -> QPen:
    """The pen of a curve."""
    colours = theme.plc_curves
    style = _STYLES[slot // len(colours) % len(_STYLES)]
    pen = QPen(QColor(colours[slot % len(colours)]), width, style)
    pen.setCosmetic(True)
    return pen


def swatch(theme: Theme, slot: int, scale: float) -> QPixmap:
    """A piece of a curve's line, for the table."""
    width, height = SWATCH_PX
    picture = QPixmap(round(width * scale), round(height * scale))
    picture.setDevicePixelRatio(scale)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    paint_swatch(painter, theme, slot, QPointF(0, height / 2))
    painter.end()
    return picture


def paint_swatch(painter: QPainter, theme: Theme, slot: int, at: QPointF) -> None:
    """Paint a piece of a curve's line, its left end at `at`."""
    painter.setPen(pen_of(theme, slot, 2.0))
    painter.drawLine(at, at + QPointF(SWATCH_PX[0], 0))
