"""The legend of the graphs: above them, never over them; a click hides a curve."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QPointF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QIcon, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QToolButton, QWidget

from doge_gui.models.phrases import one_line
from doge_gui.views.theme import font

_COLUMNS = 4
_NAME_PX = 76


class PlotLegend(QWidget):
    """A button per curve, with its line and name.

    Signals: `hidden_changed()` a curve was hidden or shown again.
    """

    hidden_changed = Signal()

    def __init__(self, most: int) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(10, 0, 10, 4)
        grid.setSpacing(2)
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        self._buttons = [QToolButton() for _ in range(most)]
        for number, button in enumerate(self._buttons):
            button.setObjectName("flat")
            button.setCheckable(True)
            button.setChecked(True)
            button.setFont(font(12))
            button.setIconSize(QSize(22, 12))
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self._group.addButton(button, number)
            grid.addWidget(button, number // _COLUMNS, number % _COLUMNS)
        grid.setColumnStretch(_COLUMNS, 1)
        self._group.idToggled.connect(self._on_toggled)
        self._names: tuple[str, ...] = ()

    def show_curves(self, names: Sequence[str], pens: Sequence[QPen]) -> None:
        """Name the curves that are drawn."""
        fresh = tuple(names) != self._names
        self._names = tuple(names)
        for number, button in enumerate(self._buttons):
            button.setVisible(number < len(names))
            if number >= len(names):
                continue
            button.setIcon(QIcon(_line(pens[number])))
            if fresh:
                name = one_line(names[number])
                text = QFontMetrics(button.font()).elidedText(name, Qt.TextElideMode.ElideMiddle, _NAME_PX)
                button.setText(text.replace("&", "&&"))
                button.setAccessibleName(self.tr("Curve of {0}").format(name))
                button.setToolTip(escape(self.tr("{0}: click to hide or show its curve").format(name)))
                button.setChecked(True)
        self.setVisible(bool(names))

    @property
    def hidden(self) -> frozenset[int]:
        """Numbers of the curves that are hidden."""
        return frozenset(number for number, button in enumerate(self._buttons) if not button.isChecked())

    @Slot(int, bool)
    def _on_toggled(self, _number: int, _shown: bool) -> None:
        self.hidden_changed.emit()


def _line(pen: QPen) -> QPixmap:
    pixmap = QPixmap(44, 24)
    pixmap.setDevicePixelRatio(2)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    thick = QPen(pen)
    thick.setWidthF(2.0)
    painter.setPen(thick)
    painter.drawLine(QPointF(0, 6), QPointF(22, 6))
    painter.end()
    return pixmap
