"""The rows of the command palette: what a query means, and how a row is painted."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QAction, QColor, QFont, QFontMetrics, QGuiApplication, QPainter, QPalette, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from doge_gui.models.command_search import rank
from doge_gui.views.theme import font

Index = QModelIndex | QPersistentModelIndex
ROW_PX = 34
MOST = 60
"""Rows shown at once; who has not found it among these types another letter."""
_PAD, _TICK_PX, _GAP = 12, 20, 10
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Entry:
    """One row: an action, or a PLC to go to."""

    title: str
    aside: str
    """Where it stands in the menus; or why it cannot be taken."""
    keys: str = ""
    action: QAction | None = None
    plc: str = ""
    enabled: bool = True
    ticked: bool | None = None
    """None where it is nothing that is on or off."""
    search: str = ""
    """What else it is found by."""


class CommandRows(QAbstractListModel):
    """The entries a query means, the likeliest first."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._entries: tuple[Entry, ...] = ()
        self._plcs: tuple[Entry, ...] = ()
        self._shown: list[Entry] = []

    def set_entries(self, actions: Sequence[Entry], plcs: Sequence[Entry]) -> None:
        """Take what there is to choose from; PLCs are shown only once something is typed."""
        self._entries, self._plcs = tuple(actions), tuple(plcs)
        self.narrow("")

    def narrow(self, query: str) -> None:
        """Show what a query means."""
        offered = self._entries + (self._plcs if query.strip() else ())
        found = rank(query, [(one.title, f"{one.aside} {one.search}") for one in offered])
        self.beginResetModel()
        # What can be taken goes before what cannot.
        likely = [offered[number] for number in found]
        self._shown = sorted(likely, key=_cannot)[:MOST] if query.strip() else likely[: len(self._entries)]
        self.endResetModel()

    def entry(self, row: int) -> Entry:
        """The entry of a row."""
        return self._shown[row]

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        entry = self._shown[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.words(entry)
        return None

    def words(self, entry: Entry) -> str:
        """An entry in words, for who does not see it."""
        parts = [entry.title, entry.aside, entry.keys]
        if entry.ticked is not None:
            parts.append(self.tr("on") if entry.ticked else self.tr("off"))
        if not entry.enabled:
            parts.append(self.tr("not available"))
        return ", ".join(part for part in parts if part)


def _cannot(entry: Entry) -> bool:
    return not entry.enabled


class CommandPainter(QStyledItemDelegate):
    """Paints title, place and shortcut of an entry in one line."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(200, ROW_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        if not isinstance(model, CommandRows):
            return
        # The program's own palette: a style sheet's knows neither what is quiet nor what is disabled.
        entry, palette, box = model.entry(index.row()), QGuiApplication.palette(), option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, palette.highlight())
            painter.fillRect(QRect(box.x(), box.y(), 3, box.height()), palette.accent())
        group = QPalette.ColorGroup.Active if entry.enabled else QPalette.ColorGroup.Disabled
        ink, quiet = palette.color(group, QPalette.ColorRole.Text), palette.placeholderText().color()
        inner = box.adjusted(_PAD + _TICK_PX, 0, -_PAD, 0)
        if entry.ticked:
            self._tick(painter, QRect(box.x() + _PAD, box.y(), _TICK_PX, box.height()), ink)
        right = self._keys(painter, entry, inner, quiet)
        face = font(weight=QFont.Weight.Medium)
        painter.setFont(face)
        painter.setPen(ink)
        metrics = QFontMetrics(face)
        room = inner.width() - right
        title = metrics.elidedText(entry.title, Qt.TextElideMode.ElideRight, room)
        painter.drawText(inner, int(_LEFT), title)
        taken = metrics.horizontalAdvance(title) + _GAP
        small = font(12, italic=not entry.enabled)
        painter.setFont(small)
        painter.setPen(quiet)
        aside = QFontMetrics(small).elidedText(entry.aside, Qt.TextElideMode.ElideRight, max(room - taken, 0))
        painter.drawText(inner.adjusted(taken, 0, 0, 0), int(_LEFT), aside)
        painter.restore()

    def _keys(self, painter: QPainter, entry: Entry, inner: QRect, quiet: QColor) -> int:
        """Paint the shortcut at the right; the room it takes, px."""
        if not entry.keys:
            return 0
        face = font(12)
        painter.setFont(face)
        painter.setPen(quiet)
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), entry.keys)
        return QFontMetrics(face).horizontalAdvance(entry.keys) + _GAP

    def _tick(self, painter: QPainter, box: QRect, ink: QColor) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(ink, 1.8)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        x, y = box.x() + 1, box.center().y()
        painter.drawLine(x, y + 1, x + 3, y + 4)
        painter.drawLine(x + 3, y + 4, x + 9, y - 4)
