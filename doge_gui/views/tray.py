"""A word in the desktop's tray, where there is one: what must be known though nobody looks at the window."""

from PySide6.QtCore import QObject, QRectF, Qt, Slot
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QSystemTrayIcon, QWidget

from doge_gui.core.statuses import SoundStatus
from doge_gui.models.phrases import one_line
from doge_gui.models.severity import Severity
from doge_gui.views.shapes import paint_shape

_ICON_PX = 64
_SHOWN_MS = 10_000


class Tray(QObject):
    """Says that alarms cannot be heard. Where the desktop has no tray, the window's banner alone does."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._icon: QSystemTrayIcon | None = None
        self._ready: bool | None = None
        if QSystemTrayIcon.isSystemTrayAvailable():
            self._icon = QSystemTrayIcon(_icon(), self)
            self._icon.setToolTip(window.windowTitle())
            self._icon.activated.connect(window.raise_)

    @Slot(object)
    def show_sound(self, status: SoundStatus) -> None:
        """Tell once that sound was lost; the message goes when it is back."""
        lost = not status.ready and self._ready is not False
        self._ready = status.ready
        if self._icon is None:
            return
        self._icon.setVisible(not status.ready)
        if lost:
            title, words = self.tr("Sound lost"), self.tr("Alarms are shown, but cannot be heard: {0}")
            warning = QSystemTrayIcon.MessageIcon.Warning
            self._icon.showMessage(title, words.format(one_line(status.detail)), warning, _SHOWN_MS)


def _icon() -> QIcon:
    picture = QPixmap(_ICON_PX, _ICON_PX)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    paint_shape(painter, Severity.MEDIUM, QRectF(8, 8, _ICON_PX - 16, _ICON_PX - 16), QColor("#9e4800"))
    painter.end()
    return QIcon(picture)
