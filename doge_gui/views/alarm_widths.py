"""How wide the columns of an alarm list are, and which give way where there is no room for all."""

from collections.abc import Sequence

from PySide6.QtGui import QFont, QFontMetrics

from doge_gui.models.alarm_columns import Column, Part
from doge_gui.views.alarm_painter import PAD
from doge_gui.views.theme import font

_LEAST_PX, _LEAST_MESSAGE_PX = 180, 250
"""Narrower than this, no sentence can be read; what an alarm says is to be read whole."""


def wanted_px(column: Column) -> int:
    """Room for the column's head and for what it usually shows; the least of one that shares what is left."""
    if column.share:
        return _LEAST_MESSAGE_PX if column.part is Part.MESSAGE else _LEAST_PX
    head = QFontMetrics(font(12, QFont.Weight.Medium)).horizontalAdvance(column.head) + 2 * PAD + 10
    text = QFontMetrics(font(weight=QFont.Weight.DemiBold)).horizontalAdvance(column.sample) + 2 * PAD + 2
    return max(head, text)


def fit(columns: Sequence[Column], room: int) -> dict[int, int]:
    """Widths in px of the columns that are shown, by number; together they fill `room`."""
    shown = list(range(len(columns)))
    wanted = [wanted_px(column) for column in columns]
    leaving = sorted((number for number in shown if columns[number].leaves), key=lambda n: -columns[n].leaves)
    while leaving and sum(wanted[number] for number in shown) > room:
        shown.remove(leaving.pop(0))
    shares = sum(columns[number].share for number in shown) or 1
    left = max(0, room - sum(wanted[number] for number in shown))
    widths = {number: wanted[number] + left * columns[number].share // shares for number in shown}
    last = max((number for number in shown if columns[number].share), default=shown[-1])
    widths[last] += max(0, room - sum(widths.values()))
    return widths
