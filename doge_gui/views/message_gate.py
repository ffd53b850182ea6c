"""Lets a message through to the desktop only while the desktop's message service answers.

On Linux, Qt hands a message over and waits for the service, up to 25 s: one that hangs would stop the window.
"""

import sys

from PySide6.QtCore import QObject, Signal, Slot

from doge_gui.models.notifications import Popup

try:
    from PySide6.QtDBus import QDBusConnection, QDBusError, QDBusMessage, QDBusPendingCallWatcher
except ImportError:
    # A build of Qt without it talks to no such service either.
    _DBUS = False
else:
    _DBUS = sys.platform.startswith("linux")

_SERVICE, _PATH = "org.freedesktop.Notifications", "/org/freedesktop/Notifications"
_CONNECTION = "watchdoge-messages"


class MessageGate(QObject):
    """Asks the service whether it is there before each message; of several that wait the newest goes.

    Signals:
        passed(object, bool): the Popup, and whether it is about alarms; it may be shown now.
    """

    passed = Signal(object, bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: tuple[Popup, bool] | None = None
        self._asked = False

    def take(self, popup: Popup, about_alarms: bool) -> None:
        """Have a message shown, at once where nobody has to be asked."""
        self._waiting = popup, about_alarms
        if not self._asked and not self._ask():
            self._pass()

    def _ask(self) -> bool:
        """Ask the service; False where there is no bus, and so nobody who could hang."""
        if not _DBUS:
            return False
        bus = QDBusConnection.connectToBus(QDBusConnection.BusType.SessionBus, _CONNECTION)
        if not bus.isConnected():
            QDBusConnection.disconnectFromBus(_CONNECTION)
            return False
        message = QDBusMessage.createMethodCall(_SERVICE, _PATH, _SERVICE, "GetServerInformation")
        watcher = QDBusPendingCallWatcher(bus.asyncCall(message), self)
        watcher.finished.connect(self._on_answered)
        self._asked = True
        return True

    @Slot("QDBusPendingCallWatcher*")
    def _on_answered(self, watcher: "QDBusPendingCallWatcher") -> None:
        self._asked = False
        hangs = watcher.isError() and watcher.error().type() is QDBusError.ErrorType.NoReply
        watcher.deleteLater()
        if hangs:
            self._waiting = None
        else:
            self._pass()

    def _pass(self) -> None:
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            self.passed.emit(*waiting)
