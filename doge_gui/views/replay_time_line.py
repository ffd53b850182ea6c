"""The time line of a replay: where it stands, when alarms came, a place to click or drag."""

from collections.abc import Sequence
from datetime import datetime
from html import escape

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from doge_gui.core.recording.curves import Mark
from doge_gui.core.replay.position import Position
from doge_gui.models.phrases import grouped
from doge_gui.models.replay_line import LineScale, Pin, pin_lines, pins
from doge_gui.models.replay_words import instant_text
from doge_gui.views.frames import frame_focus
from doge_gui.views.shapes import paint_shape
from doge_gui.views.theme import Theme, font

_EDGE_PX, _HEIGHT_PX = 10, 44
_RAIL_Y, _RAIL_PX = 22, 4
_PINS_Y = 2
_SHAPE_PX, _APART_PX, _TICK_APART_PX = 9, 7, 92
_HANDLE = (3.0, 8.0)
_DRAG_MS = 60
"""While it is dragged, the plant follows no faster."""


class ReplayTimeLine(QWidget):
    """Marks above a rail, times below it, a handle on it.

    Signals: `sought(object)` a datetime, UTC, that was pointed at.
    """

    sought = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._position: Position | None = None
        self._marks: tuple[Mark, ...] = ()
        self._pins: list[Pin] | None = None
        self._dragged: float | None = None
        self._drag = QTimer(self, singleShot=True, interval=_DRAG_MS)
        self._drag.timeout.connect(self._tell_dragged)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(self.tr("Time line of the replay"))

    def sizeHint(self) -> QSize:
        return QSize(420, _HEIGHT_PX)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, _HEIGHT_PX)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        self.update()

    def show_position(self, position: Position) -> None:
        """Move the handle; the line too where it is another."""
        before, self._position = self._position, position
        if before is None or (before.begin, before.end) != (position.begin, position.end):
            self._pins = None
        self.setAccessibleDescription(instant_text(position.at))
        self.update()

    def show_onsets(self, marks: Sequence[Mark]) -> None:
        """Show when alarms came."""
        self._marks, self._pins = tuple(marks), None
        self.update()

    # Where things are

    def scale_(self) -> LineScale | None:
        """Instants and places, px from the rail's left end; None before anything is known."""
        position = self._position
        if position is None:
            return None
        return LineScale(position.begin, position.end, self.width() - 2 * _EDGE_PX)

    def pins(self) -> list[Pin]:
        """The alarms as they stand on the line."""
        scale = self.scale_()
        if self._pins is None and scale is not None:
            self._pins = pins(self._marks, scale, _APART_PX)
        return self._pins or []

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._pins = None

    # How it looks

    def paintEvent(self, _event: QPaintEvent) -> None:
        scale, position = self.scale_(), self._position
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_rail(painter, scale)
        if scale is not None and position is not None:
            self._paint_ticks(painter, scale)
            for pin in self.pins():
                box = QRectF(_EDGE_PX + pin.x - _SHAPE_PX / 2, _PINS_Y, _SHAPE_PX, _SHAPE_PX)
                paint_shape(painter, pin.severity, box, self._theme.severity(pin.severity))
            self._paint_handle(painter, self._dragged_x(scale, position.at))
        if self.hasFocus():
            frame_focus(painter, QRectF(self.rect()), self._theme)
        painter.end()

    def _paint_rail(self, painter: QPainter, scale: LineScale | None) -> None:
        theme, position = self._theme, self._position
        rail = QRectF(_EDGE_PX, _RAIL_Y - _RAIL_PX / 2, self.width() - 2 * _EDGE_PX, _RAIL_PX)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("rail"))
        painter.drawRoundedRect(rail, 2, 2)
        if scale is not None and position is not None:
            # Only what is recorded can be shown.
            left, right = scale.x(position.first), scale.x(position.last)
            recorded = QRectF(_EDGE_PX + left, rail.top(), max(right - left, 1.0), _RAIL_PX)
            painter.setBrush(theme.colour("outline"))
            painter.drawRoundedRect(recorded, 2, 2)

    def _paint_ticks(self, painter: QPainter, scale: LineScale) -> None:
        painter.setFont(font(11))
        painter.setPen(self._theme.colour("muted"))
        for x, words in scale.ticks(_TICK_APART_PX):
            at = _EDGE_PX + x
            painter.drawLine(QPointF(at, _RAIL_Y + 4), QPointF(at, _RAIL_Y + 7))
            room = painter.fontMetrics().horizontalAdvance(words) + 4
            left = min(max(at - room / 2, 0.0), self.width() - room)
            painter.drawText(QRectF(left, _RAIL_Y + 8, room, 15), Qt.AlignmentFlag.AlignCenter, words)

    def _paint_handle(self, painter: QPainter, x: float) -> None:
        half, reach = _HANDLE
        handle = QRectF(_EDGE_PX + x - half, _RAIL_Y - reach, 2 * half, 2 * reach)
        painter.setPen(QPen(self._theme.colour("replay_tint"), 1.5))
        painter.setBrush(self._theme.colour("replay"))
        painter.drawRoundedRect(handle, half, half)

    def _dragged_x(self, scale: LineScale, at: datetime) -> float:
        return scale.x(at) if self._dragged is None else min(max(self._dragged, 0.0), scale.width)

    # What the operator does

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._drag_to(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._dragged is not None:
            self._drag_to(event.position().x())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._dragged is not None and event.button() == Qt.MouseButton.LeftButton:
            self._drag.stop()
            self._tell_dragged()
            self._dragged = None
            self.update()

    def _drag_to(self, x: float) -> None:
        self._dragged = x - _EDGE_PX
        if not self._drag.isActive():
            self._drag.start()
        self.update()

    @Slot()
    def _tell_dragged(self) -> None:
        scale = self.scale_()
        if scale is not None and self._dragged is not None:
            self.sought.emit(scale.at(self._dragged))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.tip_at(event.pos().x()), self)
            return True
        return super().event(event)

    def tip_at(self, x: float) -> str:
        """What stands at a place: the alarms there, or its time. Text from the network is escaped."""
        scale = self.scale_()
        if scale is None:
            return ""
        near = [pin for pin in self.pins() if abs(_EDGE_PX + pin.x - x) <= _SHAPE_PX]
        if not near:
            return escape(instant_text(scale.at(x - _EDGE_PX)))
        lines, more = pin_lines(min(near, key=lambda pin: abs(_EDGE_PX + pin.x - x)))
        told = [escape(line) for line in lines]
        if more:
            told.append(escape(self.tr("and {0} more").format(grouped(more))))
        return "<br>".join(told)
