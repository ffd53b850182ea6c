"""The shape of each severity, painted: triangle, diamond, disc, ring."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from doge_gui.models.severity import Severity


def paint_shape(painter: QPainter, severity: Severity, box: QRectF, colour: QColor) -> None:
    """Paint a severity's shape inside `box`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if severity is Severity.NORMAL:
        painter.setPen(QPen(colour, 1.4))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(box.adjusted(0.7, 0.7, -0.7, -0.7))
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        if severity is Severity.LOW:
            painter.drawEllipse(box)
        else:
            painter.drawPolygon(_outline(severity, box))
    painter.restore()


def _outline(severity: Severity, box: QRectF) -> QPolygonF:
    middle = box.center()
    if severity is Severity.HIGH:
        return QPolygonF([QPointF(middle.x(), box.top()), box.bottomRight(), box.bottomLeft()])
    return QPolygonF(
        [
            QPointF(middle.x(), box.top()),
            QPointF(box.right(), middle.y()),
            QPointF(middle.x(), box.bottom()),
            QPointF(box.left(), middle.y()),
        ]
    )
