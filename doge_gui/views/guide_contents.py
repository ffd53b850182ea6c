"""The contents of the guide: its sections with their topics, or those of them in which words occur."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem

from doge_gui.guide_pages import Section
from doge_gui.views.theme import font

_ROW_PX = 25
_PLACE = Qt.ItemDataRole.UserRole


class GuideContents(QTreeWidget):
    """A tree of two levels.

    Signals: `chosen(int, int)` number of a section, and of the topic in it.
    """

    chosen = Signal(int, int)

    def __init__(self, sections: Sequence[Section]) -> None:
        super().__init__()
        self._sections = sections
        self.setHeaderHidden(True)
        self.setIndentation(14)
        self.setUniformRowHeights(True)
        self.setAccessibleName(self.tr("Contents of the guide"))
        self._topics: dict[tuple[int, int], QTreeWidgetItem] = {}
        self.items = [self._item(number, section) for number, section in enumerate(sections)]
        for item in (*self.items, *self._topics.values()):
            item.setSizeHint(0, QSize(0, _ROW_PX))
        self.currentItemChanged.connect(self._on_current)

    def _item(self, number: int, section: Section) -> QTreeWidgetItem:
        item = QTreeWidgetItem(self, [section.title])
        item.setFont(0, font(weight=QFont.Weight.Medium))
        item.setData(0, _PLACE, (number, 0))
        for topic in range(1, len(section.topics)):
            inner = QTreeWidgetItem(item, [section.topics[topic].title])
            inner.setData(0, _PLACE, (number, topic))
            self._topics[number, topic] = inner
        return item

    def turn_to(self, number: int) -> None:
        """Choose a section."""
        if 0 <= number < len(self.items):
            self.setCurrentItem(self.items[number])

    def show_only(self, words: tuple[str, ...]) -> int:
        """Leave only topics in which all the words occur; tells how many. No words leave everything."""
        found = 0
        for number, (section, item) in enumerate(zip(self._sections, self.items, strict=True)):
            holding = section.holding(words)
            found += len(holding)
            item.setHidden(not holding)
            item.setExpanded(bool(words) or self._within(item))
            for topic in range(1, len(section.topics)):
                self._topics[number, topic].setHidden(topic not in holding)
        if not self._in_sight(self.currentItem()):
            left = [item for item in self.items if not item.isHidden()]
            self.setCurrentItem(left[0] if left else None)  # type: ignore[arg-type]
        return found

    def _within(self, item: QTreeWidgetItem) -> bool:
        current = self.currentItem()
        return current is not None and item in (current, current.parent())

    @staticmethod
    def _in_sight(item: QTreeWidgetItem | None) -> bool:
        if item is None:
            return False
        above = item.parent()
        return not item.isHidden() and (above is None or not above.isHidden())

    @Slot(QTreeWidgetItem, QTreeWidgetItem)
    def _on_current(self, item: QTreeWidgetItem | None, _before: QTreeWidgetItem | None) -> None:
        if item is not None:
            self.expandItem(item)
            self.chosen.emit(*item.data(0, _PLACE))
