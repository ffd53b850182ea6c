"""Icons in the colours of a theme."""

from functools import lru_cache

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QPixmap

from doge_gui.paths import resource

_KEPT = 64
_DRAWN_IN = "#7f8994"
"""The stroke of every icon's file."""


@lru_cache(_KEPT)
def _drawn(name: str, size: int, colour: str) -> QPixmap:
    text = resource("icons", f"{name}.svg").read_text(encoding="utf-8").replace(_DRAWN_IN, colour)
    text = text.replace('width="20" height="20"', f'width="{size}" height="{size}"', 1)
    picture = QPixmap(QSize(size, size))
    picture.loadFromData(text.encode(), "SVG")
    return picture


def icon(name: str, px: int, colour: QColor, scale: float) -> QPixmap:
    """The icon of this name, `px` wide and high, in one colour, at a scale of the screen."""
    picture = QPixmap(_drawn(name, round(px * scale), colour.name()))
    picture.setDevicePixelRatio(scale)
    return picture
