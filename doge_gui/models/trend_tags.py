"""The tags to choose from, as a tree: the fleet's totals first, then PLC by PLC."""

from collections.abc import Sequence
from html import escape
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from doge_gui.core.plan import Plan
from doge_gui.core.recording.tags import FLEET, Tag
from doge_gui.core.trends.axes import MOST_CURVES
from doge_gui.models.phrases import one_line
from doge_gui.models.trend_titles import Titles

_tr = QCoreApplication.translate
_Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()
_CHECKABLE = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable


class TrendTags(QAbstractItemModel):
    """Two levels: PLCs, and their tags with a box to check. The filter narrows both.

    Signals: `chosen_changed(tuple)` the tags that are checked now, in the order they were; `refused()` one
    more was wanted than can be drawn.
    """

    chosen_changed = Signal(tuple)
    refused = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.titles = Titles()
        self._all: tuple[Tag, ...] = ()
        self._words: list[str] = []
        self._filter: tuple[str, ...] = ()
        self._groups: list[tuple[str, list[Tag]]] = []
        self._row: dict[str, int] = {}
        self._chosen: dict[Tag, None] = {}

    @property
    def chosen(self) -> tuple[Tag, ...]:
        """The checked tags, in the order in which they were chosen."""
        return tuple(self._chosen)

    @property
    def found(self) -> int:
        """How many tags the filter leaves."""
        return sum(len(tags) for _, tags in self._groups)

    def show_tags(self, plan: Plan | None, tags: Sequence[Tag]) -> None:
        """Take what was ever recorded. Nothing is done when it is known already."""
        if tuple(tags) == self._all and plan == self.titles.plan:
            return
        self.titles, self._all = Titles(plan), tuple(tags)
        fleet = _tr("Trend", "Fleet totals")
        self._words = [
            f"{tag.plc or fleet} {self.titles.name(tag)} {tag.name}".casefold() for tag in self._all
        ]
        self._fill()

    def set_filter(self, text: str) -> None:
        """Leave only tags in whose PLC, title or name every word of the text occurs."""
        words = tuple(text.casefold().split())
        if words != self._filter:
            self._filter = words
            self._fill()

    def _fill(self) -> None:
        self.beginResetModel()
        groups: dict[str, list[Tag]] = {FLEET: []}
        for tag, words in zip(self._all, self._words, strict=True):
            if all(word in words for word in self._filter):
                groups.setdefault(tag.plc, []).append(tag)
        self._groups = [(plc, tags) for plc, tags in groups.items() if tags]
        self._row = {plc: row for row, (plc, _) in enumerate(self._groups)}
        self.endResetModel()

    def set_chosen(self, tags: Sequence[Tag]) -> None:
        """Check these and no others; tells nobody."""
        before, self._chosen = self._chosen, dict.fromkeys(tags[:MOST_CURVES])
        for plc in {tag.plc for tag in before.keys() ^ self._chosen.keys()}:
            self._redraw(plc)

    def choose(self, tag: Tag, wanted: bool) -> bool:
        """Check or uncheck one; False where there are too many already."""
        if wanted and tag not in self._chosen:
            if len(self._chosen) >= MOST_CURVES:
                self.refused.emit()
                return False
            self._chosen[tag] = None
        elif not wanted:
            self._chosen.pop(tag, None)
        self._redraw(tag.plc)
        self.chosen_changed.emit(self.chosen)
        return True

    def _redraw(self, plc: str) -> None:
        roles = [Qt.ItemDataRole.CheckStateRole, Qt.ItemDataRole.DisplayRole]
        row = self._row.get(plc)
        if row is not None:
            parent, tags = self.index(row, 0), self._groups[row][1]
            self.dataChanged.emit(parent, parent, roles)
            self.dataChanged.emit(self.index(0, 0, parent), self.index(len(tags) - 1, 0, parent), roles)

    def tag(self, index: _Index) -> Tag | None:
        """The tag of a row; None for a PLC's own."""
        if not index.isValid() or not index.internalId():
            return None
        return self._groups[index.internalId() - 1][1][index.row()]

    # What Qt asks

    def index(self, row: int, column: int, parent: _Index = _NONE) -> QModelIndex:
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else 0)

    def parent(self, index: _Index) -> QModelIndex:  # type: ignore[override]
        if not index.isValid() or not index.internalId():
            return QModelIndex()
        return self.createIndex(index.internalId() - 1, 0, 0)

    def rowCount(self, parent: _Index = _NONE) -> int:
        if not parent.isValid():
            return len(self._groups)
        return 0 if parent.internalId() or parent.column() else len(self._groups[parent.row()][1])

    def columnCount(self, _parent: _Index = _NONE) -> int:
        return 1

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if index.internalId():
            return _CHECKABLE | Qt.ItemFlag.ItemNeverHasChildren
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        tag = self.tag(index)
        return self._of_group(index.row(), role) if tag is None else self._of_tag(tag, role)

    def _of_tag(self, tag: Tag, role: int) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            unit = self.titles.unit(tag)
            return f"{self.titles.name(tag)} [{unit}]" if unit else self.titles.name(tag)
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if tag in self._chosen else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.titles.title(tag)
        return escape(self.titles.title(tag)) if role == Qt.ItemDataRole.ToolTipRole else None

    def _of_group(self, row: int, role: int) -> Any:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        plc, tags = self._groups[row]
        name = one_line(plc) if plc else _tr("Trend", "Fleet totals")
        chosen = sum(tag in self._chosen for tag in tags)
        return f"{name}  ({chosen})" if chosen else name

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        tag = self.tag(index)
        if tag is None or role != Qt.ItemDataRole.CheckStateRole:
            return False
        return self.choose(tag, Qt.CheckState(value) == Qt.CheckState.Checked)
