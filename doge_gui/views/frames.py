"""Frames around what the keyboard is in and around what is selected, in a theme's colour and width."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from doge_gui.views.theme import Theme


def frame_focus(painter: QPainter, box: QRectF, theme: Theme) -> None:
    """Frame, within `box`, what the keyboard is in."""
    half = theme.focus_px / 2
    pen = QPen(theme.colour("accent"), theme.focus_px)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(box.adjusted(half, half, -half, -half))


def frame_selection(painter: QPainter, row: QRect, theme: Theme) -> None:
    """Line a selected row above and below, where its ground would not tell it apart."""
    colour, px = theme.colour("accent"), theme.selection_px
    painter.fillRect(row.x(), row.y(), row.width(), px, colour)
    painter.fillRect(row.x(), row.y() + row.height() - px, row.width(), px, colour)
