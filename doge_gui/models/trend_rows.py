"""The curves as rows: what each says at the crosshair's instant, and over the whole view."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QPixmap

from doge_gui.core.recording.curves import Curve, Level
from doge_gui.core.recording.tags import Tag
from doge_gui.core.trends.values import Extent, Reading, extent, reading_at
from doge_gui.core.trends.view import View
from doge_gui.models.phrases import NOTHING
from doge_gui.models.trend_titles import Titles, quality_words

_tr = QCoreApplication.translate
_Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()
TITLE, VALUE, QUALITY, LOWEST, HIGHEST, MEAN = range(6)
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True)
class _Row:
    tag: Tag
    reading: Reading | None
    extent: Extent | None
    """None while nothing was loaded."""


class TrendRows(QAbstractTableModel):
    """One row per curve, with a box that shows or hides it.

    Signals: `hidden_changed()` a curve was hidden or shown again.
    """

    hidden_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._titles = Titles()
        self._rows: tuple[_Row, ...] = ()
        self._swatches: tuple[QPixmap, ...] = ()
        self._at = 0.0
        self._caption = _tr("Trend", "Curve")
        self.hidden: frozenset[Tag] = frozenset()

    def set_tags(self, tags: Sequence[Tag], titles: Titles) -> None:
        """Have a row for each of these."""
        self._titles = titles
        known = {row.tag: row for row in self._rows}
        rows = tuple(known.get(tag, _Row(tag, None, None)) for tag in tags)
        self.beginResetModel()
        self._rows = rows
        self.hidden = frozenset(tag for tag in self.hidden if tag in set(tags))
        self.endResetModel()

    def set_swatches(self, swatches: Sequence[QPixmap]) -> None:
        """Take the pictures of the curves' lines, in the order of the rows."""
        self._swatches = tuple(swatches)
        self._changed(TITLE, TITLE)

    def show_curves(self, curves: Mapping[Tag, Curve], view: View, at: float) -> None:
        """Tell every curve's extent over a view and its value at an instant."""
        self._at = at
        self._rows = tuple(
            _Row(row.tag, reading_at(curve, at), extent(curve, view.begin, view.end))
            if (curve := curves.get(row.tag)) is not None
            else _Row(row.tag, None, None)
            for row in self._rows
        )
        self._changed(VALUE, MEAN)

    def show_instant(self, curves: Mapping[Tag, Curve], at: float) -> None:
        """Tell every curve's value at another instant."""
        self._at = at
        self._rows = tuple(
            _Row(row.tag, reading_at(curve, at), row.extent)
            if (curve := curves.get(row.tag)) is not None
            else row
            for row in self._rows
        )
        self._changed(VALUE, QUALITY)

    def set_caption(self, caption: str) -> None:
        """Say over the names which instant the values are of."""
        if caption != self._caption:
            self._caption = caption
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, TITLE, TITLE)

    def _changed(self, first: int, last: int) -> None:
        if self._rows:
            self.dataChanged.emit(self.index(0, first), self.index(len(self._rows) - 1, last))

    def tag(self, row: int) -> Tag:
        """The tag of a row."""
        return self._rows[row].tag

    def hide(self, tag: Tag, hidden: bool) -> None:
        """Hide a curve, or show it again."""
        self.hidden = self.hidden | {tag} if hidden else self.hidden - {tag}
        self._changed(TITLE, TITLE)
        self.hidden_changed.emit()

    # What Qt asks

    def rowCount(self, parent: _Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = _NONE) -> int:
        return 0 if parent.isValid() else 6

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _LEFT if section in (TITLE, QUALITY) else _RIGHT
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return (
            self._caption,
            _tr("Trend", "Value"),
            _tr("Trend", "Quality"),
            _tr("Trend", "Lowest"),
            _tr("Trend", "Highest"),
            _tr("Trend", "Mean"),
        )[section]

    def flags(self, index: _Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.column() == TITLE else flags

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text(row, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _LEFT if column in (TITLE, QUALITY) else _RIGHT
        if role == Qt.ItemDataRole.ToolTipRole:
            return escape(self.text(row, column))
        return self._of_title(index.row(), role) if column == TITLE else None

    def _of_title(self, number: int, role: int) -> Any:
        if role == Qt.ItemDataRole.CheckStateRole:
            hidden = self._rows[number].tag in self.hidden
            return Qt.CheckState.Unchecked if hidden else Qt.CheckState.Checked
        if role == Qt.ItemDataRole.DecorationRole and number < len(self._swatches):
            return self._swatches[number]
        return None

    def text(self, row: _Row, column: int) -> str:
        """One cell, plain text."""
        if column == TITLE:
            return self._titles.title(row.tag)
        if column == QUALITY:
            return quality_words(row.reading, self._at) if row.extent is not None else ""
        if column == VALUE:
            reading = row.reading
            mean = reading is not None and reading.level is not Level.RAW
            value = reading.value if reading is not None else math.nan
            return self._titles.value(row.tag, value, mean=mean)
        if row.extent is None:
            return NOTHING
        value = {LOWEST: row.extent.low, HIGHEST: row.extent.high, MEAN: row.extent.mean}[column]
        return self._titles.value(row.tag, value, mean=column == MEAN)

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if not index.isValid() or index.column() != TITLE or role != Qt.ItemDataRole.CheckStateRole:
            return False
        self.hide(self._rows[index.row()].tag, Qt.CheckState(value) != Qt.CheckState.Checked)
        return True
