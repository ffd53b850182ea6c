"""The axes of the graphs: painted at once, and local time along the bottom."""

import math
from collections.abc import Sequence
from datetime import datetime

import pyqtgraph as pg
from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QPainter, QPicture
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from doge_gui.models.phrases import grouped

_STEPS = (1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400, 21600, 43200, 86400)
_LINE_PX = 44
"""From one line to the next."""
_LABEL_PX = 78
"""Room for one label and its surroundings."""
_HAIRLINE = QSizeF(1, 1)


class SwiftAxis(pg.AxisItem):  # type: ignore[misc]
    """An axis that paints its lines and texts directly.

    The library records them in a QPicture, which looks up each font anew when it is played, and strokes its
    lines: 4 ms an axis. Filling thin rectangles and drawing the texts takes a tenth of that.
    """

    picture: QPicture | None
    """Set aside by the library whenever the axis changes."""

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None) -> None:
        """Paint the axis; what it consists of is worked out once per change."""
        if self.picture is None:
            painter.setFont(self.style["tickFont"])
            self._specs = self.generateDrawSpecs(painter)
            self.picture = QPicture()
        if self._specs is None:
            return
        line, ticks, texts = self._specs
        for pen, start, end in (line, *ticks):
            box = QRectF(start, end).normalized()
            painter.fillRect(QRectF(box.topLeft(), box.size().expandedTo(_HAIRLINE)), pen.color())
        painter.setFont(self.style["tickFont"])
        painter.setPen(self.textPen())
        painter.setClipRect(self.boundingRect())
        for place, flags, text in texts:
            painter.drawText(place, int(flags), text)


class CountAxis(SwiftAxis):
    """A few ticks on round whole numbers: there is no half marble."""

    def __init__(self) -> None:
        super().__init__(orientation="left")
        self.enableAutoSIPrefix(False)

    def tickValues(self, low: float, high: float, size: float) -> list[tuple[float, list[float]]]:
        """Positions of the ticks, as pyqtgraph asks for them: one level of (spacing, positions)."""
        wanted = max(high - low, 1.0) / max(size / _LINE_PX, 1.0)
        power = 10 ** max(0, math.floor(math.log10(wanted)))
        step = next(power * factor for factor in (1, 2, 5, 10) if power * factor >= wanted)
        first, last = math.ceil(low / step), math.floor(high / step)
        return [(step, [number * step for number in range(first, last + 1)])]

    def tickStrings(self, values: Sequence[float], _scale: float, _spacing: float) -> list[str]:
        """Labels of the ticks."""
        return [grouped(round(value)) for value in values]


class LocalTimeAxis(SwiftAxis):
    """Ticks on round local times, `HH:MM`, with seconds where they are closer than a minute."""

    def __init__(self) -> None:
        super().__init__(orientation="bottom")
        self.wall_offset_s = 0.0
        """Add to a position to get seconds since 1970."""
        self.enableAutoSIPrefix(False)

    def tickValues(self, low: float, high: float, size: float) -> list[tuple[float, list[float]]]:
        """Positions of the ticks, as pyqtgraph asks for them: (spacing, positions) per level."""
        wanted = max(high - low, 1.0) / max(size / _LABEL_PX, 1.0)
        step = next((step for step in _STEPS if step >= wanted), _STEPS[-1])
        shift = self.wall_offset_s + self._zone_s(low)
        first = int((low + shift) // step + 1) * step
        count = int(max(0.0, high + shift - first) // step) + 1
        return [(float(step), [first + number * step - shift for number in range(count)])]

    def tickStrings(self, values: Sequence[float], _scale: float, spacing: float) -> list[str]:
        """Labels of the ticks."""
        form = "%H:%M" if spacing >= 60 else "%H:%M:%S"
        return [self.local(value).strftime(form) for value in values]

    def local(self, position: float) -> datetime:
        """Local time at a position."""
        return datetime.fromtimestamp(max(position + self.wall_offset_s, 0.0)).astimezone()

    def _zone_s(self, position: float) -> float:
        offset = self.local(position).utcoffset()
        return offset.total_seconds() if offset else 0.0
