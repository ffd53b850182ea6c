"""A list of names, each with a mark where something is wrong in it or was changed."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from doge_gui.models.phrases import one_line
from doge_gui.views.theme import Theme, font

_ROW_PX = 30
_WIDTH_PX = 200


class MarkedList(QListWidget):
    """Names to choose one from."""

    def __init__(self, theme: Theme, width_px: int = _WIDTH_PX) -> None:
        super().__init__()
        self._theme = theme
        self._names: list[str] = []
        self._marks: list[tuple[int, bool]] = []
        self.setFixedWidth(width_px)
        self.setUniformItemSizes(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFont(font())
        self.setStyleSheet("QListView::item { padding: 0 8px; }")

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        for row in range(self.count()):
            self._show(row)

    def show_names(self, names: Sequence[str]) -> None:
        """Have these entries. The chosen row stays where it can."""
        if list(names) == self._names:
            return
        row, self._names = self.currentRow(), list(names)
        self._marks = [(0, False)] * len(names)
        self.blockSignals(True)
        while self.count() > len(names):
            self.takeItem(self.count() - 1)
        while self.count() < len(names):
            item = QListWidgetItem()
            item.setSizeHint(QSize(0, _ROW_PX))
            self.addItem(item)
        self.setCurrentRow(min(max(row, 0), len(names) - 1))
        self.blockSignals(False)
        for row in range(len(names)):
            self._show(row)

    def mark(self, row: int, mistakes: int, changed: bool) -> None:
        """How many things are wrong in an entry, and whether it differs from the file."""
        if self._marks[row] != (mistakes, changed):
            self._marks[row] = (mistakes, changed)
            self._show(row)

    def _show(self, row: int) -> None:
        item = self.item(row)
        mistakes, changed = self._marks[row]
        name = one_line(self._names[row]) or "–"
        item.setText((f"◆ {mistakes}  " if mistakes else "") + name + (" •" if changed else ""))
        item.setForeground(self._theme.colour("medium" if mistakes else "text"))
        parts = [name]
        if mistakes:
            parts.append(self.tr("wrong: {0}").format(mistakes))
        if changed:
            parts.append(self.tr("changed"))
        item.setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join(parts))
        item.setToolTip(escape(", ".join(parts)))
