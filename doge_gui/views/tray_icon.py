"""The tray's picture: the shape of the worst alarm on a plate, with a mark where sound or polling stopped."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPen, QPixmap

from doge_gui.models.severity import Severity
from doge_gui.models.tray_state import TrayState
from doge_gui.views.shapes import paint_shape
from doge_gui.views.theme import Theme

_SIZES_PX = (16, 22, 24, 32, 48, 64)
"""What desktops ask for; a picture of its own size is sharp in each."""


def tray_icon(state: TrayState, theme: Theme) -> QIcon:
    """The picture of a state in the colours of a theme."""
    icon = QIcon()
    for px in _SIZES_PX:
        icon.addPixmap(picture(state, theme, px))
    return icon


def picture(state: TrayState, theme: Theme, px: int) -> QPixmap:
    """The same in one size, px."""
    painted = QPixmap(px, px)
    painted.fill(Qt.GlobalColor.transparent)
    painter = QPainter(painted)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(px / 32, px / 32)
    # A plate of its own, since nobody knows whether the desktop's bar is light or dark.
    painter.setPen(QPen(theme.colour("outline"), 1.5))
    painter.setBrush(theme.colour("panel"))
    painter.drawRoundedRect(QRectF(1, 1, 30, 30), 7, 7)
    stopped = state.paused or state.muted or state.sound_lost
    box = QRectF(5, 5, 17, 17) if stopped else QRectF(7, 7, 18, 18)
    _paint_worst(painter, state, theme, box)
    if stopped:
        _paint_stopped(painter, state, theme)
    painter.end()
    return painted


def _paint_worst(painter: QPainter, state: TrayState, theme: Theme, box: QRectF) -> None:
    dim = state.old or state.waiting
    colour = theme.colour("muted") if dim else theme.severity(state.severity)
    if state.severity is Severity.NORMAL:
        paint_shape(painter, state.severity, box.adjusted(2, 2, -2, -2), colour)
        if not dim:
            # All is well: a ring with a point in it; nothing is known: an empty one.
            paint_shape(painter, Severity.LOW, box.adjusted(6, 6, -6, -6), colour)
        return
    paint_shape(painter, state.severity, box, colour)
    if not state.filled:
        room = box.width() * 0.27
        inner = box.adjusted(room, room, -room, -room)
        if state.severity is Severity.HIGH:
            inner.translate(0, room * 0.45)
        paint_shape(painter, state.severity, inner, theme.colour("panel"))


def _paint_stopped(painter: QPainter, state: TrayState, theme: Theme) -> None:
    """Two bars for a pause, a crossed loudspeaker for silence."""
    ink = theme.colour("text")
    painter.setPen(Qt.PenStyle.NoPen)
    # A gap between the shape and the mark, else both are one blot in the small sizes.
    painter.setBrush(theme.colour("panel"))
    painter.drawRect(QRectF(17.5, 17, 12.5, 13) if state.paused else QRectF(16, 16.5, 14, 13.5))
    painter.setBrush(ink)
    if state.paused:
        for left in (19.5, 25.0):
            painter.drawRect(QRectF(left, 18.5, 3.5, 10))
        return
    painter.drawRect(QRectF(17.5, 21.5, 3.5, 5))
    painter.drawPolygon([QPointF(21, 21.5), QPointF(25, 18), QPointF(25, 30), QPointF(21, 26.5)])
    painter.setPen(QPen(theme.colour("high" if state.sound_lost else "text"), 2))
    painter.drawLine(QPointF(17, 29.5), QPointF(29, 18))
