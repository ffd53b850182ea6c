"""What stands on a printed page: letterhead, figures, headings, paragraphs, drawings."""

from collections.abc import Sequence
from typing import Optional

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtSvg import QSvgRenderer

from doge_gui.core.reporting.document import Document, Picture, Text, Tile, Tone
from doge_gui.report_fonts import BODY, COLOURS, GRID, HUGE, INK, LARGE, MUTED, SMALL, TINT, Ink

LINE = 12.0
"""Height of a line of body text."""
_TOGETHER = 6
"""Lines of a paragraph that stay on one page."""


class Block:
    """Something that is never cut by a page's end. All lengths in points; it draws from (0, 0) on."""

    height: float = 0.0
    keeps_with_next: bool = False
    """It must not be the last on its page."""
    repeated: Optional["Block"] = None
    """What is told anew above it where it begins a page."""

    def draw(self, painter: QPainter) -> None:
        """Draw it."""
        raise NotImplementedError


class Letterhead(Block):
    """Title, span, plant."""

    def __init__(self, told: Document, ink: Ink, width: float) -> None:
        self._told, self._ink, self._width = told, ink, width
        self._span = ink.lines(told.span, width, LARGE - 3, bold=True)
        self._plant = ink.lines(told.plant, width, BODY)
        self.height = 34 + 15 * len(self._span) + LINE * (len(self._plant) + 1) + 10

    def draw(self, painter: QPainter) -> None:
        """Draw it."""
        put, width = self._ink.line_of, self._width
        put(painter, self._told.title, QRectF(0, 0, width, 26), INK, HUGE, bold=True)
        top = 34.0
        for line in self._span:
            put(painter, line, QRectF(0, top, width, 15), INK, LARGE - 3, bold=True)
            top += 15
        for line in (*self._plant, self._told.made):
            put(painter, line, QRectF(0, top, width, LINE), MUTED, BODY)
            top += LINE


class Tiles(Block):
    """The figures at the top, three in a row."""

    _ACROSS, _GAP, _HEIGHT = 3, 8.0, 54.0

    def __init__(self, tiles: Sequence[Tile], ink: Ink, width: float) -> None:
        self._tiles, self._ink = tiles, ink
        self._wide = (width - self._GAP * (self._ACROSS - 1)) / self._ACROSS
        rows = -(-len(tiles) // self._ACROSS)
        self.height = rows * (self._HEIGHT + self._GAP) + 4

    def draw(self, painter: QPainter) -> None:
        """Draw it."""
        for number, tile in enumerate(self._tiles):
            row, column = divmod(number, self._ACROSS)
            left, top = column * (self._wide + self._GAP), row * (self._HEIGHT + self._GAP)
            painter.setPen(QPen(GRID, 0.6))
            painter.setBrush(TINT)
            painter.drawRoundedRect(QRectF(left, top, self._wide, self._HEIGHT), 3, 3)
            self._words(painter, tile, left + 9, top)

    def _words(self, painter: QPainter, tile: Tile, left: float, top: float) -> None:
        put, wide = self._ink.line_of, self._wide - 18
        put(painter, tile.label, QRectF(left, top + 6, wide, 11), MUTED)
        put(painter, tile.value, QRectF(left, top + 17, wide, 19), COLOURS[tile.tone], 15, bold=True)
        put(painter, tile.note, QRectF(left, top + 37, wide, 11), MUTED)


class Heading(Block):
    """A section's title."""

    keeps_with_next = True

    def __init__(self, title: str, ink: Ink, width: float) -> None:
        self._title, self._ink, self._width = title, ink, width
        self.height = 38.0

    def draw(self, painter: QPainter) -> None:
        """Draw it."""
        self._ink.line_of(painter, self._title, QRectF(0, 14, self._width, 18), INK, LARGE, bold=True)


class Paragraph(Block):
    """Lines of text."""

    def __init__(self, lines: Sequence[str], text: Text, ink: Ink, width: float, before: float) -> None:
        self._lines, self._ink, self._width, self._strong = lines, ink, width, text.strong
        self._colour = COLOURS[text.tone]
        self._size = SMALL if text.tone is Tone.MUTED else BODY
        self._before = before
        self.height = before + LINE * len(lines)

    @classmethod
    def parts(cls, text: Text, ink: Ink, width: float) -> list["Paragraph"]:
        """A paragraph as pieces of some lines, so that a long one goes on on the next page."""
        size = SMALL if text.tone is Tone.MUTED else BODY
        lines = ink.lines(text.text, width, size, bold=text.strong)
        pieces = [lines[first : first + _TOGETHER] for first in range(0, len(lines), _TOGETHER)]
        before = 10.0 if text.strong else 2.0
        parts = [
            cls(piece, text, ink, width, 0.0 if number else before) for number, piece in enumerate(pieces)
        ]
        parts[-1].height += 3.0
        parts[-1].keeps_with_next = text.strong or text.text.endswith(":")
        return parts

    def draw(self, painter: QPainter) -> None:
        """Draw it."""
        for number, line in enumerate(self._lines):
            place = QRectF(0, self._before + number * LINE, self._width, LINE)
            self._ink.line_of(painter, line, place, self._colour, self._size, bold=self._strong)


class Drawing(Block):
    """A picture in the page's width."""

    def __init__(self, picture: Picture, width: float) -> None:
        self._renderer = QSvgRenderer(QByteArray(picture.svg.encode()))
        self._renderer.setAspectRatioMode(Qt.AspectRatioMode.KeepAspectRatio)
        self._place = QRectF(0, 8, width, width * picture.height / picture.width)
        self.height = self._place.height() + 14

    def draw(self, painter: QPainter) -> None:
        """Draw it."""
        self._renderer.render(painter, self._place)
