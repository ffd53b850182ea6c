"""A desktop's tray and notifications on the session bus, played by a process; both print what they see.

Started under `dbus-run-session`: freedesktop's StatusNotifierWatcher and Notifications.
Each message is clicked as soon as it comes; with the argument `hang`, messages are never answered.
"""

import subprocess
import sys
import time

from jeepney import DBusAddress, MessageType, new_error, new_method_return, new_signal
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import DBusConnection, Proxy, open_dbus_connection
from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QApplication, QWidget

from doge_gui.models.alarm_digest import digest
from doge_gui.views.tray import Tray
from tools.alarm_stories import AlarmStory
from tools.stories import fleet

NOTIFICATIONS = DBusAddress("/org/freedesktop/Notifications", interface="org.freedesktop.Notifications")


def serve(bus: DBusConnection) -> None:
    """Answer what a program asks of its desktop."""
    hangs = "hang" in sys.argv
    while True:
        message = bus.receive(timeout=30)
        if message.header.message_type is not MessageType.method_call:
            continue
        fields = {field.name: value for field, value in message.header.fields.items()}
        member = fields["member"]
        if hangs and fields.get("interface") == "org.freedesktop.Notifications":
            continue
        if member == "Get":
            bus.send(new_method_return(message, "v", (value_of(message.body[1]),)))
        elif member == "RegisterStatusNotifierItem":
            print("icon registered", flush=True)
            bus.send(new_method_return(message))
        elif member == "GetCapabilities":
            bus.send(new_method_return(message, "as", (["actions", "body"],)))
        elif member == "GetServerInformation":
            bus.send(new_method_return(message, "ssss", ("played", "test", "1", "1.2")))
        elif member == "Notify":
            print("message:", message.body[3], flush=True)
            bus.send(new_method_return(message, "u", (1,)))
            bus.send(new_signal(NOTIFICATIONS, "ActionInvoked", "us", (1, "default")))
        else:
            bus.send(new_error(message, "org.freedesktop.DBus.Error.UnknownMethod"))


def value_of(name: str) -> tuple[str, object]:
    """A property of the watcher."""
    return {"ProtocolVersion": ("i", 0), "RegisteredStatusNotifierItems": ("as", [])}.get(name, ("b", True))


class Program(QWidget):
    """A window with a tray, and fifty alarms at once."""

    def __init__(self, application: QApplication) -> None:
        super().__init__()
        self._application = application
        self.tray = Tray(self)
        self.tray.alarms_wanted.connect(self._on_alarms_wanted)
        # A busy machine's tray may come a moment after its name on the bus.
        self.tray.available_changed.connect(self._go_on)
        if self.tray.available:
            self._go_on()

    @Slot()
    def _go_on(self) -> None:
        print("available:", self.tray.available, flush=True)
        story = fleet(60)
        alarms = AlarmStory(story)
        report = alarms.judge(story.cycle(values={f"API-{row}": (31.8,) for row in range(1, 51)}))
        began = time.monotonic()
        self.tray.show_alarms(digest(report))
        print("at once:", time.monotonic() - began < 2, flush=True)
        if "hang" in sys.argv:
            QTimer.singleShot(0, self, self._on_alarms_wanted)

    @Slot()
    def _on_alarms_wanted(self) -> None:
        print("alarms wanted", flush=True)
        self.tray.end()
        self._application.quit()


def play_the_desktop() -> None:
    """Be the desktop until nobody asks any more."""
    bus = open_dbus_connection("SESSION")
    for name in ("org.kde.StatusNotifierWatcher", "org.freedesktop.Notifications"):
        Proxy(message_bus, bus).RequestName(name)
    print("desktop up", flush=True)
    serve(bus)


def main() -> None:
    """Start the desktop, run the program."""
    if "desktop" in sys.argv:
        play_the_desktop()
        return
    command = [sys.executable, "-m", __spec__.name, "desktop", *sys.argv[1:]]
    desktop = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    print(desktop.stdout.readline(), end="", flush=True)
    application = QApplication([])
    program = Program(application)
    QTimer.singleShot(20_000, program, application.quit)
    application.exec()
    desktop.kill()
    print(desktop.communicate()[0], end="", flush=True)


if __name__ == "__main__":
    main()
