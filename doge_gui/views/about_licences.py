"""The licences: every part of the program with its text."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from doge_gui.licensed_parts import Part
from doge_gui.views.labels import ElidedLabel
from doge_gui.views.theme import font

_LIST_PX = 240


class Licences(QWidget):
    """Every part at the left, its licence text at the right."""

    def __init__(self, parts: tuple[Part, ...]) -> None:
        super().__init__()
        self._parts = parts
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(self.tr("Find a part or a licence…"))
        self.filter.setAccessibleName(self.tr("Find a part or a licence"))
        self.filter.setClearButtonEnabled(True)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Parts of the program"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.title = ElidedLabel(weight=QFont.Weight.DemiBold)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(self.tr("Licence text"))
        self.text.setFont(font(12))
        self._lay_out()
        for part in parts:
            item = QListWidgetItem(_line(part, self.tr("{0} (in {1})")), self.list)
            item.setToolTip(part.licence)
        self.list.currentRowChanged.connect(self._on_chosen)
        self.filter.textChanged.connect(self._on_filter)
        self.list.setCurrentRow(0)

    def _lay_out(self) -> None:
        left, right = QWidget(), QWidget()
        for side, widgets in ((left, (self.filter, self.list)), (right, (self.title, self.text))):
            column = QVBoxLayout(side)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(7)
            for widget in widgets:
                column.addWidget(widget)
        splitter = QSplitter()
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(9)
        splitter.addWidget(left)
        splitter.addWidget(right)
        splitter.setSizes([_LIST_PX, 3 * _LIST_PX])
        splitter.setStretchFactor(1, 1)
        self.title.setFixedHeight(self.filter.sizeHint().height())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(splitter)

    @Slot(int)
    def _on_chosen(self, row: int) -> None:
        part = self._parts[row] if row >= 0 else None
        self.title.say(f"{part.name} {part.version} · {part.licence}".strip(" ·") if part else "")
        self.text.setPlainText(part.full_text() if part else "")

    @Slot(str)
    def _on_filter(self, wanted: str) -> None:
        words = wanted.lower().split()
        for row, part in enumerate(self._parts):
            told = f"{part.name} {part.licence} {part.within}".lower()
            self.list.item(row).setHidden(not all(word in told for word in words))
        shown = [row for row in range(len(self._parts)) if not self.list.item(row).isHidden()]
        if self.list.currentRow() not in shown:
            self.list.setCurrentRow(shown[0] if shown else -1)


def _line(part: Part, within: str) -> str:
    return within.format(part.name, part.within) if part.within else f"{part.name} {part.version}".strip()
