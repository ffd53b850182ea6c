"""The trend on the screen: painted once per change, with the crosshair over it; mouse and keys move it."""

from html import escape

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from doge_gui.core.trends.view import View
from doge_gui.models.trend_picture import TrendPicture
from doge_gui.models.trend_ticks import moment_words
from doge_gui.models.trend_titles import mark_words
from doge_gui.views.frames import frame_focus
from doge_gui.views.theme import Theme, font
from doge_gui.views.trend_layout import MARKS_PX, TrendLayout, clusters, layout_of
from doge_gui.views.trend_painter import TrendPainter

_DRAG_PX = 6
_WHEEL_ZOOM, _KEY_ZOOM, _KEY_PAN, _WHEEL_PAN = 0.8, 0.5, 0.25, 0.1
_NUDGES = 100
"""Steps of the crosshair from one edge to the other, by keys."""
_NOTCH = 120
_NEAR_PX = 14


class TrendCanvas(QWidget):
    """Drag to zoom; drag with Shift, the middle button or on the time axis to move; wheel to zoom.

    Signals: `view_wanted(object, bool)` another View, and whether a gesture begins with it;
    `zoom_wanted(float)` so many times the span, where it is; `back_wanted()`; `live_wanted()`;
    `pointed(float)` the crosshair's instant, seconds since 1970; `left()` there is none any more.
    """

    view_wanted = Signal(object, bool)
    zoom_wanted = Signal(float)
    back_wanted = Signal()
    live_wanted = Signal()
    pointed = Signal(float)
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._painter = TrendPainter(theme)
        self.picture = TrendPicture(View(0.0, 1.0))
        self._drawn: QPixmap | None = None
        self._cross: float | None = None
        self._press: QPointF | None = None
        self._moving: View | None = None
        self._now = QPointF()
        self._gesture = False
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(self.tr("Curves over time"))
        self.setAccessibleDescription(
            self.tr(
                "Left and right move, plus and minus zoom, Backspace goes back, Home follows the newest "
                "values, Shift with left and right moves the crosshair."
            )
        )

    def sizeHint(self) -> QSize:
        return QSize(700, 380)

    def minimumSizeHint(self) -> QSize:
        return QSize(320, 170)

    @property
    def cross(self) -> float | None:
        """The crosshair's instant; None where there is none."""
        return self._cross

    @property
    def layout_(self) -> TrendLayout:
        """Where everything lies."""
        return layout_of(QRectF(self.rect()), self.picture)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._painter = TrendPainter(theme)
        self._renew()

    def show_picture(self, picture: TrendPicture) -> None:
        """Paint this from now on."""
        self.picture = picture
        self._renew()

    def _renew(self) -> None:
        self._drawn = None
        self.update()

    # Painting

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._drawn = None

    def paintEvent(self, _event: QPaintEvent) -> None:
        scale = self.devicePixelRatioF()
        if self._drawn is None or self._drawn.devicePixelRatio() != scale:
            self._drawn = QPixmap(self.size() * scale)
            self._drawn.setDevicePixelRatio(scale)
            inside = QPainter(self._drawn)
            self._painter.paint(inside, QRectF(self.rect()), self.picture)
            inside.end()
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._drawn)
        self._paint_over(painter)
        painter.end()

    def _paint_over(self, painter: QPainter) -> None:
        theme, layout = self._painter.theme, self.layout_
        body = layout.body
        if self._press is not None and self._moving is None:
            tint = QColor(theme.colour("accent"))
            tint.setAlpha(50)
            box = QRectF(QPointF(self._press.x(), body.top()), QPointF(self._now.x(), body.bottom()))
            painter.fillRect(box.normalized().intersected(body), tint)
        elif self._cross is not None and self.picture.lanes:
            x = round(layout.x(self._cross))
            painter.fillRect(QRectF(x, body.top(), 1, body.height()), theme.colour("text"))
            self._paint_time(painter, x, layout)
        if self.hasFocus():
            frame_focus(painter, QRectF(self.rect()), theme)

    def _paint_time(self, painter: QPainter, x: int, layout: TrendLayout) -> None:
        theme = self._painter.theme
        painter.setFont(font(11))
        words = moment_words(self._cross or 0.0, min(self.picture.view.span_s, 3e7))
        width = painter.fontMetrics().horizontalAdvance(words) + 12
        left = min(max(x - width / 2, 0), self.width() - width)
        box = QRectF(left, layout.body.bottom() + 2, width, 19)
        painter.fillRect(box, theme.colour("text"))
        painter.setPen(theme.colour("panel"))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), words)

    # The mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.button() not in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton):
            return
        moves = event.button() is Qt.MouseButton.MiddleButton or shifted
        self._press = self._now = at
        self._gesture = True
        if moves or at.y() > self.layout_.body.bottom():
            self._moving = self.picture.view
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._now = event.position()
        layout = self.layout_
        if self._moving is not None and self._press is not None:
            share = (self._press.x() - self._now.x()) / layout.body.width()
            self.view_wanted.emit(self._moving.moved(share), self._gesture)
            self._gesture = False
            return
        inside = layout.body.left() <= self._now.x() <= layout.body.right()
        self.point_at(layout.at(self._now.x()) if inside else None)
        self._tell_marks(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        press, moving = self._press, self._moving
        self._press = self._moving = None
        self.unsetCursor()
        if press is not None and moving is None and abs(event.position().x() - press.x()) > _DRAG_PX:
            layout = self.layout_
            body = layout.body
            places = sorted(min(max(x, body.left()), body.right()) for x in (press.x(), event.position().x()))
            self.view_wanted.emit(View(layout.at(places[0]), layout.at(places[1])), True)
        self.update()

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        self.back_wanted.emit()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.point_at(None)

    def wheelEvent(self, event: QWheelEvent) -> None:
        view, layout = self.picture.view, self.layout_
        up, aside = event.angleDelta().y() / _NOTCH, event.angleDelta().x() / _NOTCH
        if aside or event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.view_wanted.emit(view.moved(-_WHEEL_PAN * (aside or up)), True)
        elif up:
            x = min(max(event.position().x(), layout.body.left()), layout.body.right())
            self.view_wanted.emit(view.zoomed(_WHEEL_ZOOM**up, layout.at(x)), True)
        event.accept()

    def _tell_marks(self, event: QMouseEvent) -> None:
        """The words of the alarms under the mouse."""
        layout, x = self.layout_, self._now.x()
        near = [one for one in clusters(self.picture.marks, layout) if -_NEAR_PX <= x - one.x <= 2 * _NEAR_PX]
        if self._now.y() > MARKS_PX or not near:
            QToolTip.hideText()
            return
        marks = min(near, key=lambda one: abs(one.x - x)).marks
        lines = mark_words(marks)
        text = "<br>".join(escape(line) for line in lines)
        QToolTip.showText(
            event.globalPosition().toPoint() + QPoint(8, 8), f"<p style='white-space:pre'>{text}</p>", self
        )

    # The keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, shifted = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        view = self.picture.view
        way = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(key), 0)
        if way and shifted:
            self._nudge(way)
        elif way:
            self.view_wanted.emit(view.moved(way * _KEY_PAN), True)
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom_wanted.emit(_KEY_ZOOM)
        elif key in (Qt.Key.Key_Minus, Qt.Key.Key_Underscore):
            self.zoom_wanted.emit(1 / _KEY_ZOOM)
        elif key == Qt.Key.Key_Home:
            self.live_wanted.emit()
        elif key == Qt.Key.Key_Backspace:
            self.back_wanted.emit()
        elif key == Qt.Key.Key_Escape and self._cross is not None:
            self.point_at(None)
        else:
            super().keyPressEvent(event)

    def _nudge(self, way: int) -> None:
        view = self.picture.view
        at = self._cross if self._cross is not None else view.end
        self.point_at(min(max(at + way * view.span_s / _NUDGES, view.begin), view.end))

    def point_at(self, at: float | None) -> None:
        """Put the crosshair at an instant, or take it away, and tell so."""
        if at == self._cross:
            return
        self._cross = at
        self.update()
        if at is None:
            self.left.emit()
        else:
            self.pointed.emit(at)
