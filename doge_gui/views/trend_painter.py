"""Paints a trend: on the screen, into a file, onto a page.

Units are stacked as lanes over one time axis instead of standing as axes at the sides: a curve then needs no
search for the axis it belongs to, and what happens at one instant stands in one vertical line. One painter
for all lanes, instead of a plot each, gives gaps, marks and the crosshair one geometry, and serves files as
well as the screen.
"""

from PySide6.QtCore import QCoreApplication, QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from doge_gui.core.trends.scales import round_values
from doge_gui.models.phrases import grouped
from doge_gui.models.severity import Severity
from doge_gui.models.trend_picture import DrawnLane, TrendPicture
from doge_gui.models.trend_ticks import moment_words, time_ticks
from doge_gui.models.writing import notation
from doge_gui.views.shapes import paint_shape
from doge_gui.views.theme import Theme, font
from doge_gui.views.trend_layout import (
    AXIS_PX,
    CAPTION_PX,
    LEFT_PX,
    MARKS_PX,
    TrendLayout,
    clusters,
    layout_of,
)
from doge_gui.views.trend_lines import LinePainter

_LABEL_PX, _LINE_PX = 84, 27
_MOST_LINES = 12
_SHAPE_PX, _COUNT_PX = 11.0, 26
_FEW_MARKS = 12
"""Of more marks no lines run down through the lanes."""
_LEAST_BLANK_PX = 3.0
"""A gap is seen, however short."""
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class TrendPainter:
    """Knows the theme; is given a painter, a rectangle and a picture."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme

    def paint(self, painter: QPainter, box: QRectF, picture: TrendPicture) -> None:
        """Paint a picture into a rectangle."""
        layout = layout_of(box, picture)
        painter.fillRect(box, self.theme.colour("panel"))
        painter.setFont(font(11))
        if not picture.lanes:
            self._words(painter, box, picture.words)
            return
        self._blanks(painter, layout, picture)
        self._times(painter, layout)
        points = sum(len(curve.fitted.x) for lane in picture.lanes for curve in lane.curves)
        lines = LinePainter(painter, self.theme, picture.view, points)
        for lane, place in zip(picture.lanes, layout.lanes, strict=True):
            self._axis(painter, lane, place)
            lines.paint(lane.curves, place)
            self._caption(painter, lane, place)
        self._begin(painter, layout, picture)
        self._marks(painter, layout, picture)

    def _words(self, painter: QPainter, box: QRectF, words: str) -> None:
        painter.setFont(font())
        painter.setPen(self.theme.colour("muted"))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), words)

    def _blanks(self, painter: QPainter, layout: TrendLayout, picture: TrendPicture) -> None:
        """Hatch the time in which nothing was recorded."""
        ground, ink = self.theme.colour("head"), self.theme.colour("outline")
        ground.setAlpha(130)
        ink.setAlpha(120)
        for begin, end in picture.blanks.tolist():
            left, right = layout.x(begin), layout.x(end)
            if right - left < _LEAST_BLANK_PX:
                left, right = (left + right - _LEAST_BLANK_PX) / 2, (left + right + _LEAST_BLANK_PX) / 2
            for lane in layout.lanes:
                part = QRectF(left, lane.top(), right - left, lane.height()).intersected(lane)
                painter.fillRect(part, ground)
                self._hatch(painter, part, ink)
            if picture.begins is None or begin >= picture.begins:
                self._blank_words(painter, layout, left, right)

    def _blank_words(self, painter: QPainter, layout: TrendLayout, left: float, right: float) -> None:
        """Say what the hatching means, where there is room."""
        words = QCoreApplication.translate("Trend", "nothing recorded")
        width = QFontMetricsF(painter.font()).horizontalAdvance(words) + 12
        lane = layout.lanes[0]
        part = QRectF(left, lane.top(), right - left, lane.height()).intersected(lane)
        if part.width() > width + 12 and part.height() > 60:
            label = QRectF(part.center().x() - width / 2, part.center().y() - 9, width, 18)
            painter.fillRect(label, self.theme.colour("panel"))
            painter.setPen(self.theme.colour("muted"))
            painter.drawText(label, int(Qt.AlignmentFlag.AlignCenter), words)

    def _hatch(self, painter: QPainter, part: QRectF, ink: QColor) -> None:
        """Slanted lines at fixed places of the picture; drawn, not a pattern, so that every file has them."""
        painter.save()
        painter.setClipRect(part, Qt.ClipOperation.IntersectClip)
        painter.setPen(QPen(ink, 1))
        height, first = part.height(), int((part.left() - part.height()) // 8) * 8
        lines = [
            QLineF(x, part.bottom(), x + height, part.top()) for x in range(first, int(part.right()) + 8, 8)
        ]
        painter.drawLines(lines)
        painter.restore()

    def _times(self, painter: QPainter, layout: TrendLayout) -> None:
        body = layout.body
        grid = self.theme.colour("grid")
        for tick in time_ticks(layout.view, int(body.width() / _LABEL_PX)):
            x = round(layout.x(tick.at))
            for lane in layout.lanes:
                painter.fillRect(QRectF(x, lane.top(), 1, lane.height()), grid)
            painter.setFont(font(11, QFont.Weight.DemiBold if tick.major else QFont.Weight.Normal))
            painter.setPen(self.theme.colour("text" if tick.major else "muted"))
            text = QRectF(x - _LABEL_PX / 2, body.bottom() + 3, _LABEL_PX, AXIS_PX - 6)
            # The first and the last label stay whole.
            text.moveLeft(min(max(text.left(), layout.box.left()), layout.box.right() - _LABEL_PX))
            painter.drawText(text, int(Qt.AlignmentFlag.AlignCenter), tick.text)
        painter.setFont(font(11))

    def _axis(self, painter: QPainter, lane: DrawnLane, place: QRectF) -> None:
        low, high = lane.scale
        values = round_values(low, high, min(max(int(place.height() / _LINE_PX), 2), _MOST_LINES), lane.whole)
        step = values[1] - values[0] if len(values) > 1 else 1.0
        painter.setPen(self.theme.colour("muted"))
        for value in values:
            y = round(place.bottom() - (value - low) / (high - low) * place.height())
            painter.fillRect(QRectF(place.left(), y, place.width(), 1), self.theme.colour("grid"))
            text = QRectF(place.left() - LEFT_PX, y - 8, LEFT_PX - 8, 16)
            painter.drawText(text, int(_RIGHT), tick_text(value, step, lane.whole))
        painter.fillRect(QRectF(place.left(), place.bottom(), place.width(), 1), self.theme.colour("border"))

    def _caption(self, painter: QPainter, lane: DrawnLane, place: QRectF) -> None:
        painter.setFont(font(11, QFont.Weight.Medium))
        painter.setPen(self.theme.colour("text"))
        box = QRectF(place.left(), place.top() - CAPTION_PX, place.width(), CAPTION_PX)
        words = QFontMetricsF(painter.font()).elidedText(
            lane.caption, Qt.TextElideMode.ElideRight, box.width()
        )
        painter.drawText(box, int(_LEFT), words)
        painter.setFont(font(11))

    def _begin(self, painter: QPainter, layout: TrendLayout, picture: TrendPicture) -> None:
        """Where the recording begins."""
        begins = picture.begins
        if begins is None or not picture.view.begin <= begins <= picture.view.end:
            return
        x, body = round(layout.x(begins)), layout.body
        painter.fillRect(
            QRectF(x, layout.lanes[0].top(), 2, body.bottom() - layout.lanes[0].top()),
            self.theme.colour("outline"),
        )
        since = moment_words(begins, picture.view.span_s)
        words = QCoreApplication.translate("Trend", "recorded since {0}").format(since)
        width = QFontMetricsF(painter.font()).horizontalAdvance(words) + 10
        left = x - width - 4 if x - width > body.left() else x + 6
        label = QRectF(left, layout.lanes[0].top() + 4, width, 17)
        painter.fillRect(label, self.theme.colour("panel"))
        painter.setPen(self.theme.colour("muted"))
        painter.drawText(label, int(Qt.AlignmentFlag.AlignCenter), words)

    def _marks(self, painter: QPainter, layout: TrendLayout, picture: TrendPicture) -> None:
        """Alarm onsets above the lanes, in the shape and colour of their priority."""
        found = clusters(picture.marks, layout)
        for cluster in found:
            severity = Severity(min(max(cluster.priority, 1), 3))
            colour = self.theme.severity(severity)
            if len(found) <= _FEW_MARKS:
                line = QColor(colour)
                line.setAlpha(110)
                painter.setPen(QPen(line, 1, Qt.PenStyle.DashLine))
                painter.drawLine(
                    QPointF(cluster.x, layout.body.top()), QPointF(cluster.x, layout.body.bottom())
                )
            top = layout.box.top() + (MARKS_PX - _SHAPE_PX) / 2
            paint_shape(
                painter, severity, QRectF(cluster.x - _SHAPE_PX / 2, top, _SHAPE_PX, _SHAPE_PX), colour
            )
            if len(cluster.marks) > 1:
                count = grouped(len(cluster.marks)) if len(cluster.marks) < 100 else "99+"
                painter.setPen(colour)
                beside = cluster.x + 8 + _COUNT_PX <= layout.box.right()
                left = cluster.x + 8 if beside else cluster.x - 8 - _COUNT_PX
                place = QRectF(left, layout.box.top(), _COUNT_PX, MARKS_PX)
                painter.drawText(place, int(_LEFT if beside else _RIGHT), count)


def tick_text(value: float, step: float, whole: bool) -> str:
    """A value at a line across the lane, as precise as the distance between the lines."""
    if whole:
        return grouped(round(value))
    if abs(value) >= 1e7 or 0 < step < 1e-4:
        return notation().number(f"{value:.3g}")
    decimals = next((digits for digits in range(5) if step * 10**digits >= 0.999), 5)
    return grouped(round(value)) if decimals == 0 else notation().number(f"{value:.{decimals}f}")
