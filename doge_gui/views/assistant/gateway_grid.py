"""A table of gateways in the assistant."""

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from doge_gui.models.severity import Severity
from doge_gui.views.theme import Theme, font

_ROW_PX = 30
Index = QModelIndex | QPersistentModelIndex


class GatewayGrid(QTableView):
    """Rows of one height; the last column takes the room that is left. Says in words when it is empty."""

    def __init__(
        self, model: QAbstractItemModel, widths: tuple[int, ...], name: str, empty: str, theme: Theme
    ) -> None:
        """`widths` are those of all columns but the last."""
        super().__init__()
        self.setModel(model)
        self.setAccessibleName(name)
        self._empty = empty
        self._names = _NameDelegate(self)
        self._verdicts = _VerdictDelegate(self)
        self.setObjectName("gateways")
        self.setItemDelegateForColumn(0, self._names)
        self.setItemDelegateForColumn(len(widths), self._verdicts)
        self.set_theme(theme)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.DoubleClicked | triggers.EditKeyPressed | triggers.AnyKeyPressed)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self._set_up_heads(widths)

    def _set_up_heads(self, widths: tuple[int, ...]) -> None:
        rows, head = self.verticalHeader(), self.horizontalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(_ROW_PX)
        rows.setDefaultSectionSize(_ROW_PX)
        head.setFont(font(12, QFont.Weight.Medium))
        head.setFixedHeight(28)
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setStretchLastSection(True)
        for column, width in enumerate(widths):
            head.resizeSection(column, width)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._verdicts.colour = theme.severity(Severity.MEDIUM)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.model().rowCount() == 0:
            painter = QPainter(self.viewport())
            painter.setPen(self.palette().placeholderText().color())
            room: QRect = self.viewport().rect().adjusted(24, 0, -24, 0)
            words = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(room, words, self._empty)
            painter.end()


class _NameDelegate(QStyledItemDelegate):
    """Edits a name in a field that is as high as its row."""

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, _index: Index) -> QWidget:
        editor = QLineEdit(parent)
        editor.setMaxLength(200)
        editor.setAccessibleName(self.tr("Name of the PLC"))
        return editor


class _VerdictDelegate(QStyledItemDelegate):
    """What is marked by its shape is coloured, too."""

    colour = QColor()

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        if str(index.data() or "").startswith("◆"):
            for role in (QPalette.ColorRole.Text, QPalette.ColorRole.HighlightedText):
                option.palette.setColor(role, self.colour)
