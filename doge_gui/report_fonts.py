"""Type and colours of a printed report."""

from functools import cache

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetricsF, QPainter

from doge_gui.core.reporting.document import Tone
from doge_gui.core.reporting.wording import clean
from doge_gui.paths import resource

FAMILY = "Inter"
INK, MUTED, RULE, GRID, TINT = (
    QColor(name) for name in ("#1b2026", "#57616c", "#79838e", "#dde2e8", "#f6f8fa")
)
COLOURS = {
    Tone.PLAIN: INK,
    Tone.MUTED: MUTED,
    Tone.HIGH: QColor("#bf1120"),
    Tone.MEDIUM: QColor("#9e4800"),
    Tone.LOW: QColor("#666000"),
}
SMALL, BODY, LARGE, HUGE = 7.5, 8.5, 13.0, 20.0
"""Sizes in points."""


@cache
def load_fonts() -> None:
    """Make the program's own font known, once."""
    for weight in ("Regular", "Medium", "SemiBold", "Bold"):
        QFontDatabase.addApplicationFont(str(resource("fonts", f"Inter-{weight}.otf")))


class Ink:
    """Measures and draws text on one painter, whose unit is a point."""

    def __init__(self, painter: QPainter) -> None:
        self._device = painter.device()
        self._known: dict[tuple[float, bool], tuple[QFont, QFontMetricsF]] = {}

    def font(self, size: float = BODY, *, bold: bool = False) -> tuple[QFont, QFontMetricsF]:
        """A font whose size in the painter's units is `size`, and its measures."""
        if (size, bold) not in self._known:
            font = QFont(FAMILY)
            # Pixels are the painter's units, whatever the paper's resolution; whole ones only, so that
            # a tenfold size is measured and what is drawn is scaled.
            font.setPixelSize(round(size * SCALE))
            font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
            font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
            # Other shapes of a sign, tabular figures too, would be copied and searched as other signs.
            font.setFeature(QFont.Tag("calt"), 0)
            self._known[size, bold] = font, QFontMetricsF(font)
        return self._known[size, bold]

    def lines(self, text: str, width: float, size: float = BODY, *, bold: bool = False) -> list[str]:
        """The text in lines that fit: broken between words, within a word where it is longer than a line."""
        metrics = self.font(size, bold=bold)[1]
        most = width * SCALE
        lines, line = [], ""
        for word in clean(text).split(" "):
            longer = f"{line} {word}" if line else word
            if metrics.horizontalAdvance(longer) <= most:
                line = longer
                continue
            if line:
                lines.append(line)
            *full, line = _cut(word, metrics, most)
            lines += full
        return [*lines, line]

    def line_of(
        self,
        painter: QPainter,
        text: str,
        place: QRectF,
        colour: QColor,
        size: float = SMALL,
        *,
        bold: bool = False,
        at_right: bool = False,
    ) -> None:
        """Draw one line in a rectangle, its end left out where it is too long."""
        font, metrics = self.font(size, bold=bold)
        painter.save()
        painter.scale(1 / SCALE, 1 / SCALE)
        painter.setFont(font)
        painter.setPen(colour)
        room = QRectF(place.topLeft() * SCALE, place.size() * SCALE)
        # A breath more than measured: rounding shall cut no letter.
        shown = metrics.elidedText(clean(text), Qt.TextElideMode.ElideRight, room.width() + 1)
        side = Qt.AlignmentFlag.AlignRight if at_right else Qt.AlignmentFlag.AlignLeft
        flags = side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine | Qt.TextFlag.TextDontClip
        painter.drawText(room, int(flags), shown)
        painter.restore()


SCALE = 10.0
"""Fonts know whole pixels only: text is measured and drawn in tenths of a point."""


def _cut(word: str, metrics: QFontMetricsF, most: float) -> list[str]:
    """A word in pieces that fit; one sign at least in each."""
    pieces = []
    while metrics.horizontalAdvance(word) > most and len(word) > 1:
        length = next(
            (n for n in range(len(word) - 1, 1, -1) if metrics.horizontalAdvance(word[:n]) <= most), 1
        )
        pieces.append(word[:length])
        word = word[length:]
    return [*pieces, word]
