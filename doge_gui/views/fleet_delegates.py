"""How a cell of the fleet table is painted: one call to the model per cell, nothing measured twice."""

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from doge_gui.core.states import State
from doge_gui.models.fleet_cells import Cell, Tone
from doge_gui.models.fleet_columns import NUMERIC, Kind
from doge_gui.models.fleet_table import FleetTable
from doge_gui.models.severity import SEVERITY_OF, Severity, state_word
from doge_gui.views.shapes import paint_shape
from doge_gui.views.theme import Theme, font

PAD = 8
"""Space between a cell's edge and its text, px."""
_SHAPE = 10
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_TINTS = {State.BREACH: "high_tint", State.LOST: "medium_tint"}

Index = QModelIndex | QPersistentModelIndex


class FleetDelegate(QStyledItemDelegate):
    """Paints every cell of the fleet table, and is its Force disconnect button.

    Signals: `pressed(str)` when the button of a PLC was clicked.
    """

    pressed = Signal(str)

    def __init__(self, model: FleetTable, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._down: QPersistentModelIndex | None = None
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours and fonts of a theme."""
        self._theme = theme
        self._colours = {role: QColor(value) for role, value in theme.roles.items()}
        plain, strong, old = font(), font(weight=QFont.Weight.DemiBold), font(italic=True)
        self._small, self._chip = font(12), font(12, QFont.Weight.DemiBold)
        self._tones = {
            Tone.PLAIN: (plain, "text"),
            Tone.STRONG: (strong, "text"),
            Tone.MUTED: (plain, "muted"),
            Tone.OLD: (old, "muted"),
            Tone.MEDIUM: (strong, "medium"),
            Tone.HIGH: (strong, "high"),
        }

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Width a cell would like, px."""
        cell = self._model.cell(index.row(), index.column())
        face, _ = self._tones[cell.tone]
        extra = 4 * PAD if self._model.columns[index.column()].kind is Kind.FORCE else 2 * PAD
        return QSize(QFontMetrics(face).horizontalAdvance(cell.text) + extra, 0)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, column = index.row(), self._model.columns[index.column()]
        picture, plan_row = self._model.picture, self._model.plan_row(row)
        state = picture.state(plan_row)
        rect: QRect = option.rect
        flags: QStyle.StateFlag = option.state
        self._ground(painter, rect, state, flags, first=column.kind is Kind.PLC)
        if column.kind is Kind.STATE:
            told = picture.words(plan_row)
            self._state(painter, rect, told.state, told.reason)
        elif column.kind is Kind.FORCE:
            self._button(painter, rect, index, flags, picture.disconnecting(plan_row))
        else:
            cell = self._model.cell(row, index.column())
            self._text(painter, rect, cell, _RIGHT if column.kind in NUMERIC else _LEFT)
        if flags & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(self._colours["accent"], 1.5))
            painter.drawRect(QRectF(rect).adjusted(0.75, 0.75, -1.25, -1.75))

    def _ground(
        self, painter: QPainter, rect: QRect, state: State, flags: QStyle.StateFlag, first: bool
    ) -> None:
        if flags & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, self._colours["selection"])
        elif state in _TINTS:
            painter.fillRect(rect, self._colours[_TINTS[state]])
        if first and state in _TINTS:
            painter.fillRect(rect.x(), rect.y(), 3, rect.height(), self._theme.severity(SEVERITY_OF[state]))
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, self._colours["grid"])

    def _text(self, painter: QPainter, rect: QRect, cell: Cell, align: Qt.AlignmentFlag) -> None:
        face, role = self._tones[cell.tone]
        painter.setFont(face)
        painter.setPen(self._colours[role])
        inner = rect.adjusted(PAD, 0, -PAD, 0)
        text = cell.text
        if align is _LEFT:
            text = QFontMetrics(face).elidedText(text, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, align, text)

    def _state(self, painter: QPainter, rect: QRect, state: State, reason: str) -> None:
        severity, word = SEVERITY_OF[state], state_word(state)
        colour = self._theme.severity(severity)
        quiet = severity is Severity.NORMAL
        face = self._tones[Tone.PLAIN][0] if quiet else self._chip
        metrics = QFontMetrics(face)
        chip = QRect(
            rect.x() + PAD - 2, rect.y() + 4, metrics.horizontalAdvance(word) + 33, rect.height() - 9
        )
        if not quiet:
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(colour, 1.2))
            painter.setBrush(self._colours["panel"])
            painter.drawRoundedRect(QRectF(chip).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
            painter.restore()
        left = chip.x() + (2 if quiet else 8)
        shape = QRectF(left, chip.center().y() - _SHAPE / 2 + 0.5, _SHAPE, _SHAPE)
        paint_shape(painter, severity, shape, colour)
        painter.setFont(face)
        painter.setPen(self._colours["text"] if quiet else colour)
        painter.drawText(chip.adjusted(left - chip.x() + _SHAPE + 6, 0, 40, 0), _LEFT, word)
        if reason:
            room = rect.adjusted(chip.right() - rect.x() + 7, 0, -PAD, 0)
            self._text(painter, room.adjusted(-PAD, 0, PAD, 0), Cell(reason, Tone.MUTED), _LEFT)

    def _button(
        self, painter: QPainter, rect: QRect, index: Index, flags: QStyle.StateFlag, waiting: bool
    ) -> None:
        box = self.button_rect(rect)
        down = self._down is not None and self._down == index
        hover = bool(flags & QStyle.StateFlag.State_MouseOver)
        if not waiting:
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._colours["outline" if hover or down else "border"], 1))
            painter.setBrush(self._colours["border" if down else "button_hover" if hover else "button"])
            painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
            painter.restore()
        painter.setFont(self._small)
        painter.setPen(self._colours["muted" if waiting else "text"])
        text = self._model.cell(index.row(), index.column()).text
        if QFontMetrics(self._small).horizontalAdvance(text) > box.width() - 8:
            text = self.tr("Waiting") if waiting else self.tr("Disconnect")
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)

    def button_rect(self, cell: QRect) -> QRect:
        """Where the button stands in its cell."""
        return cell.adjusted(PAD, 4, -PAD, -5)

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """Follow the mouse over the button: it acts when pressed and released on the same PLC."""
        if self._model.columns[index.column()].kind is not Kind.FORCE or not isinstance(event, QMouseEvent):
            return False
        if event.button() != Qt.MouseButton.LeftButton:
            return False
        inside = self.button_rect(option.rect).contains(event.position().toPoint())
        waiting = self._model.picture.disconnecting(self._model.plan_row(index.row()))
        if event.type() == QEvent.Type.MouseButtonPress and inside and not waiting:
            self._down = QPersistentModelIndex(index)
            return True
        if event.type() == QEvent.Type.MouseButtonRelease and self._down is not None:
            hit = inside and self._down == index
            self._down = None
            if hit:
                self.pressed.emit(self._model.plc(index.row()))
            return True
        return False
