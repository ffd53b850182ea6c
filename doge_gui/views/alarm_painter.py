"""Paints the rows of the alarm lists: nothing is laid out twice, and a row is judged once."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPixmap

from doge_gui.models.alarm_cells import Cell, Ink
from doge_gui.models.severity import Severity
from doge_gui.views.frames import frame_focus, frame_selection
from doge_gui.views.shapes import paint_shape
from doge_gui.views.stamps import Texts
from doge_gui.views.theme import Theme, font

PAD = 8
_MARK_PX, _SHAPE_PX, _CHIP_PAD, _INDENT_PX = 3, 10, 8, 18
_PICTURES = 64
_TINTS = {Severity.HIGH: "high_tint", Severity.MEDIUM: "medium_tint"}
_ON = {Severity.HIGH: "on_high", Severity.MEDIUM: "on_medium", Severity.LOW: "on_low"}


class ChipLook(Enum):
    """How a priority is shown."""

    FILLED = "filled"
    """Unacknowledged."""
    OUTLINED = "outlined"
    """Unacknowledged, in the dim half of its blinking."""
    PLAIN = "plain"
    """Somebody has taken notice."""
    GREY = "grey"
    """No alarm yet, or none any more."""


@dataclass(frozen=True, slots=True)
class RowLook:
    """What the view knows of a row."""

    y: int
    height: int
    severity: Severity
    loud: bool = False
    selected: bool = False
    chip: ChipLook = ChipLook.PLAIN
    indent: int = 0
    """Steps to the right of what belongs to the row above."""
    arrow: str = ""
    """Before the message of a row that opens."""


class AlarmPainter:
    """Paints with the colours and fonts of a theme, at one scale of the screen."""

    def __init__(self, theme: Theme, scale: float) -> None:
        self._theme, self.scale = theme, scale
        self._colours = {role: QColor(value) for role, value in theme.roles.items()}
        plain, bold = Texts(font()), Texts(font(weight=QFont.Weight.DemiBold))
        self._inks = {
            Ink.PLAIN: (plain, self._colours["text"]),
            Ink.STRONG: (bold, self._colours["text"]),
            Ink.MUTED: (plain, self._colours["muted"]),
        }
        self._chip: Callable[[Severity, str, int, ChipLook], QPixmap]
        self._chip = lru_cache(_PICTURES)(self._new_chip)

    def ground(self, painter: QPainter, look: RowLook, width: int) -> None:
        """Paint what a row's cells stand on."""
        tinted = look.loud and not look.indent
        tint = "selection" if look.selected else _TINTS.get(look.severity) if tinted else None
        if tint is not None:
            painter.fillRect(0, look.y, width, look.height, self._colours[tint])
        if look.loud:
            painter.fillRect(0, look.y, _MARK_PX, look.height, self._theme.severity(look.severity))
        painter.fillRect(0, look.y + look.height - 1, width, 1, self._colours["grid"])
        if look.selected and self._theme.selection_px:
            frame_selection(painter, QRect(0, look.y, width, look.height), self._theme)

    def chip(self, painter: QPainter, word: str, look: RowLook, x: int) -> None:
        """Paint a priority: its shape and its word."""
        if word:
            stamp = self._chip(look.severity, word, look.height - 9, look.chip)
            painter.drawPixmap(QPoint(x + PAD - 2, look.y + 4), stamp)

    def text(self, painter: QPainter, shown: Cell, look: RowLook, box: QRect, to_the_right: bool) -> None:
        """Paint a text into a cell's box."""
        texts, colour = self._inks[shown.ink]
        room = box.width() - 2 * PAD
        line = texts.line(shown.text, room)
        x = box.x() + PAD
        if to_the_right:
            x += room - round(line.size.width())
        painter.setFont(texts.face)
        painter.setPen(colour)
        painter.drawStaticText(
            QPoint(x, look.y + round((look.height - 1 - line.size.height()) / 2)), line.text
        )

    def message(self, painter: QPainter, shown: Cell, look: RowLook, box: QRect) -> None:
        """Paint what is so, set in under the row it belongs to, or behind the arrow that opens it."""
        if look.arrow:
            self.text(painter, Cell(look.arrow, Ink.MUTED), look, box, to_the_right=False)
        if look.arrow or look.indent:
            box = box.adjusted(_INDENT_PX, 0, 0, 0)
        self.text(painter, shown, look, box, to_the_right=False)

    def focus(self, painter: QPainter, box: QRect) -> None:
        """Frame the row the keyboard is in."""
        frame_focus(painter, QRectF(box).adjusted(0, 0, 0, -1), self._theme)

    def _new_chip(self, severity: Severity, word: str, height: int, look: ChipLook) -> QPixmap:
        face = font(12, QFont.Weight.DemiBold)
        words = (word, *(one.word for one in Severity))
        longest = max(map(QFontMetrics(face).horizontalAdvance, words))
        width = longest + _SHAPE_PX + 6 + 2 * _CHIP_PAD
        picture = QPixmap(QSize(width, height) * self.scale)
        picture.setDevicePixelRatio(self.scale)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour, shape, ink = self._theme.severity(severity), self._theme.severity(severity), None
        if look is ChipLook.FILLED:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            shape = ink = self._colours[_ON[severity]]
        elif look is ChipLook.OUTLINED:
            painter.setPen(QPen(colour, 1.2))
            painter.setBrush(self._colours["panel"])
            ink = colour
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            ink = self._colours["muted" if look is ChipLook.GREY else "text"]
            shape = self._colours["muted"] if look is ChipLook.GREY else shape
        painter.drawRoundedRect(QRectF(0.6, 0.6, width - 1.2, height - 1.2), 4, 4)
        paint_shape(
            painter, severity, QRectF(_CHIP_PAD, (height - _SHAPE_PX) / 2, _SHAPE_PX, _SHAPE_PX), shape
        )
        painter.setFont(face)
        painter.setPen(ink)
        left = _CHIP_PAD + _SHAPE_PX + 6
        painter.drawText(
            QRectF(left, 0, width - left, height),
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
            word,
        )
        painter.end()
        return picture
