"""A large button that says what it does and what that means."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy

from doge_gui.views.frames import frame_focus
from doge_gui.views.icons import icon
from doge_gui.views.theme import Theme, font

_HEIGHT_PX, _LEAST_PX = 88, 62
_ICON_PX = 26
_LEFT_PX, _TEXT_PX = 22, 70


class ChoiceCard(QPushButton):
    """Icon, title and one line below it. Enter, Space and a click choose it."""

    def __init__(self, icon_name: str, title: str, explanation: str, theme: Theme) -> None:
        super().__init__(title)
        self._icon, self._theme, self._explanation = icon_name, theme, explanation
        self.setAutoDefault(True)
        self.setAccessibleDescription(explanation)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(520, _HEIGHT_PX)

    def minimumSizeHint(self) -> QSize:
        return QSize(320, _LEAST_PX)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, colour = QPainter(self), self._theme.colour
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(colour("border"), 1))
        painter.setBrush(colour("head" if self.underMouse() or self.isDown() else "field"))
        painter.drawRoundedRect(box, 5, 5)
        picture = icon(self._icon, _ICON_PX, colour("accent"), self.devicePixelRatioF())
        painter.drawPixmap(_LEFT_PX, (self.height() - _ICON_PX) // 2, picture)
        self._paint_words(painter)
        if self.hasFocus():
            frame_focus(painter, QRectF(self.rect()).adjusted(1, 1, -1, -1), self._theme)
        painter.end()

    def _paint_words(self, painter: QPainter) -> None:
        room = QRectF(_TEXT_PX, 0, self.width() - _TEXT_PX - 18, self.height() / 2)
        painter.setFont(font(15, QFont.Weight.DemiBold))
        painter.setPen(self._theme.colour("text"))
        bottom = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
        painter.drawText(room.adjusted(0, 0, 0, -1), bottom | Qt.TextFlag.TextShowMnemonic, self.text())
        painter.setFont(font())
        painter.setPen(self._theme.colour("muted"))
        words = painter.fontMetrics().elidedText(
            self._explanation, Qt.TextElideMode.ElideRight, int(room.width())
        )
        self.setToolTip("" if words == self._explanation else self._explanation)
        top = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        painter.drawText(room.translated(0, self.height() / 2 + 2), top, words)
