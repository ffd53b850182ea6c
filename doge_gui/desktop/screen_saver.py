"""Keeps the screen saver off while a wall display shows the plant."""

import ctypes
import sys

from PySide6.QtCore import QObject, Slot

try:
    from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher
except ImportError:
    # A build of Qt without it: the screen saver is switched off in the desktop's settings.
    _DBUS = False
else:
    _DBUS = True

_SERVICE, _PATH = "org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver"
_CONNECTION = "watchdoge-screen-saver"
_CONTINUOUS, _DISPLAY, _SYSTEM = 0x80000000, 0x2, 0x1
"""Flags of SetThreadExecutionState (winbase.h)."""


class ScreenSaver(QObject):
    """Asks the desktop: on Linux over D-Bus (Idle Inhibition Service), on Windows by a call of the system's.

    The desktop forgets the wish when the program ends, however it ends. Where nobody takes it, `inhibited`
    stays False and nothing fails.
    """

    def __init__(self, application: str, parent: QObject | None = None) -> None:
        """`application` is the name the desktop shows for it."""
        super().__init__(parent)
        self._application = application
        self._asked = False
        self.inhibited = False
        """The desktop has confirmed it."""

    @Slot()
    def inhibit(self) -> None:
        """Keep it off."""
        if self._asked:
            return
        self._asked = True
        if sys.platform == "win32":
            flags = _CONTINUOUS | _DISPLAY | _SYSTEM
            self.inhibited = bool(ctypes.windll.kernel32.SetThreadExecutionState(flags))
        elif _DBUS:
            self._ask(self.tr("The plant is shown on this screen"))

    @Slot()
    def release(self) -> None:
        """Let it come again."""
        if not self._asked:
            return
        self._asked = self.inhibited = False
        if sys.platform == "win32":
            ctypes.windll.kernel32.SetThreadExecutionState(_CONTINUOUS)
        elif _DBUS:
            # The wish holds for as long as the connection it came by.
            QDBusConnection.disconnectFromBus(_CONNECTION)

    def _ask(self, reason: str) -> None:
        bus = QDBusConnection.connectToBus(QDBusConnection.BusType.SessionBus, _CONNECTION)
        if not bus.isConnected():
            return
        message = QDBusMessage.createMethodCall(_SERVICE, _PATH, _SERVICE, "Inhibit")
        message.setArguments([self._application, reason])
        watcher = QDBusPendingCallWatcher(bus.asyncCall(message), self)
        watcher.finished.connect(self._on_answered)

    @Slot("QDBusPendingCallWatcher*")
    def _on_answered(self, watcher: "QDBusPendingCallWatcher") -> None:
        self.inhibited = self._asked and not watcher.isError()
        watcher.deleteLater()
