"""Tables on printed pages: rows that are never cut, under heads that come again on each page."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from doge_gui.core.reporting.document import Column, Table, Tone, Toned
from doge_gui.report_blocks import Block
from doge_gui.report_fonts import BODY, COLOURS, GRID, MUTED, RULE, SMALL, Ink

_PAD, _LINE, _GAP = 3.0, 11.0, 8.0
_MOST_LINES = 50
"""A longer cell would be higher than a page."""


class Row(Block):
    """One row: each cell in as many lines as it needs."""

    def __init__(
        self, cells: Sequence[Toned], columns: Sequence[Column], widths: Sequence[float], ink: Ink, last: bool
    ) -> None:
        self._ink, self._last = ink, last
        self._cells = [
            (_limited(ink.lines(cell.text, width, bold=_bold(cell.tone))), cell.tone, column.number)
            for cell, column, width in zip(cells, columns, widths, strict=True)
        ]
        self._widths = widths
        self._inner = _LINE * max(len(lines) for lines, _, _ in self._cells) + 2 * _PAD
        self.height = self._inner + (8.0 if last else 0.0)

    def draw(self, painter: QPainter) -> None:
        """Draw it."""
        left = 0.0
        for (lines, tone, number), width in zip(self._cells, self._widths, strict=True):
            for count, line in enumerate(lines):
                place = QRectF(left, _PAD + count * _LINE, width, _LINE)
                self._ink.line_of(
                    painter, line, place, COLOURS[tone], BODY, bold=_bold(tone), at_right=number
                )
            left += width + _GAP
        painter.fillRect(QRectF(0, self._inner - 0.4, left - _GAP, 0.4), GRID)


class Heads(Block):
    """The heads of the columns."""

    keeps_with_next = True

    def __init__(self, columns: Sequence[Column], widths: Sequence[float], ink: Ink) -> None:
        self._columns, self._widths, self._ink = columns, widths, ink
        self._lines = [
            ink.lines(column.head, width, SMALL) for column, width in zip(columns, widths, strict=True)
        ]
        self._most = max(map(len, self._lines))
        self.height = _LINE * self._most + 2 * _PAD

    def draw(self, painter: QPainter) -> None:
        """Draw it, the heads standing on the line."""
        left = 0.0
        for column, width, lines in zip(self._columns, self._widths, self._lines, strict=True):
            first = self._most - len(lines)
            for number, line in enumerate(lines, first):
                place = QRectF(left, _PAD + number * _LINE, width, _LINE)
                self._ink.line_of(painter, line, place, MUTED, SMALL, at_right=column.number)
            left += width + _GAP
        painter.fillRect(QRectF(0, self.height - 0.7, left - _GAP, 0.7), RULE)


def table_blocks(table: Table, ink: Ink, width: float) -> list[Block]:
    """A table's heads and rows for paper of this width."""
    room = width - _GAP * (len(table.columns) - 1)
    whole = sum(column.weight for column in table.columns)
    widths = [room * column.weight / whole for column in table.columns]
    heads = Heads(table.columns, widths, ink)
    blocks: list[Block] = [heads]
    for number, cells in enumerate(table.rows):
        toned = [cell if isinstance(cell, Toned) else Toned(cell) for cell in cells]
        row = Row(toned, table.columns, widths, ink, number == len(table.rows) - 1)
        if number:
            row.repeated = heads
        # No single row at a page's foot.
        row.keeps_with_next = number == 0 and len(table.rows) > 1
        blocks.append(row)
    return blocks


def _bold(tone: Tone) -> bool:
    return tone not in (Tone.PLAIN, Tone.MUTED)


def _limited(lines: list[str]) -> list[str]:
    return lines if len(lines) <= _MOST_LINES else [*lines[: _MOST_LINES - 1], "…"]
