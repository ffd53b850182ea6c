"""Texts and small pictures of the fleet table that are worked out once and painted often.

Laying out a short text or smoothing a rounded box takes longer than copying the result, and a fleet shows
the same few hundred of them again and again.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPixmap, QStaticText

from doge_gui.models.severity import Severity
from doge_gui.views.shapes import paint_shape

_TEXTS, _PICTURES = 4096, 64
"""So many of each are kept; the ones not used for longest go first."""
_SHAPE = 10
_CENTRE = Qt.AlignmentFlag.AlignCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Line:
    """One line of plain text, laid out."""

    text: QStaticText
    size: QSizeF


class Texts:
    """Lines in one font, cut short with an ellipsis where their room is narrower."""

    def __init__(self, face: QFont) -> None:
        self.face = face
        self._metrics = QFontMetrics(face)
        self.line: Callable[[str, int], Line] = lru_cache(_TEXTS)(self._line)

    def width(self, text: str) -> int:
        """Room a text takes, px."""
        return self._metrics.horizontalAdvance(text)

    def _line(self, text: str, room: int) -> Line:
        static = QStaticText(self._metrics.elidedText(text, Qt.TextElideMode.ElideRight, room))
        static.setTextFormat(Qt.TextFormat.PlainText)
        static.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
        static.prepare(font=self.face)
        return Line(static, static.size())


@dataclass(frozen=True, slots=True)
class Paint:
    """Colours of a stamp, `#rrggbb`."""

    ground: str
    edge: str
    ink: str


class Stamps:
    """Small pictures, at one scale of the screen."""

    def __init__(self, face: QFont, quiet: QFont, chip: QFont, scale: float) -> None:
        self.scale = scale
        self._face, self._quiet, self._chip = face, quiet, chip
        self.button: Callable[[str, int, int, Paint], QPixmap] = lru_cache(_PICTURES)(self._button)
        self.state: Callable[[Severity, str, int, Paint], QPixmap] = lru_cache(_PICTURES)(self._state)

    def _begin(self, width: int, height: int) -> tuple[QPixmap, QPainter]:
        picture = QPixmap(QSize(width, height) * self.scale)
        picture.setDevicePixelRatio(self.scale)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        return picture, painter

    def _button(self, text: str, width: int, height: int, paint: Paint) -> QPixmap:
        picture, painter = self._begin(width, height)
        painter.setPen(QPen(QColor(paint.edge), 1))
        painter.setBrush(QColor(paint.ground))
        painter.drawRoundedRect(QRectF(0.5, 0.5, width - 1, height - 1), 4, 4)
        painter.setFont(self._face)
        painter.setPen(QColor(paint.ink))
        painter.drawText(QRectF(0, 0, width, height), _CENTRE, text)
        painter.end()
        return picture

    def _state(self, severity: Severity, word: str, height: int, paint: Paint) -> QPixmap:
        """A shape and a word; in a rounded box, unless all is well."""
        quiet = severity is Severity.NORMAL
        face = self._quiet if quiet else self._chip
        width = QFontMetrics(face).horizontalAdvance(word) + 33
        picture, painter = self._begin(width, height)
        if not quiet:
            painter.setPen(QPen(QColor(paint.edge), 1.2))
            painter.setBrush(QColor(paint.ground))
            painter.drawRoundedRect(QRectF(0.5, 0.5, width - 1, height - 1), 4, 4)
        left = 2 if quiet else 8
        shape = QRectF(left, (height - _SHAPE) / 2, _SHAPE, _SHAPE)
        paint_shape(painter, severity, shape, QColor(paint.edge))
        painter.setFont(face)
        painter.setPen(QColor(paint.ink))
        text_at = left + _SHAPE + 6
        painter.drawText(QRectF(text_at, 0, width - text_at, height), _LEFT, word)
        painter.end()
        return picture
