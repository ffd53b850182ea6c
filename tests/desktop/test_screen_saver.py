"""A wall display keeps the screen saver off until it is left; where no desktop listens, nothing fails."""

import shutil
import subprocess
import sys

import pytest

from doge_gui.desktop.screen_saver import ScreenSaver

# Plays the desktop: takes the service's name on a bus of its own, and prints what it is asked.
DESKTOP = """
import sys, threading
from jeepney import DBusAddress, MatchRule, MessageType, new_method_return
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import open_dbus_connection, Proxy
from PySide6.QtCore import QCoreApplication, QTimer
from doge_gui.desktop.screen_saver import ScreenSaver

bus = open_dbus_connection("SESSION")
Proxy(message_bus, bus).RequestName("org.freedesktop.ScreenSaver")
gone = MatchRule(type="signal", interface="org.freedesktop.DBus", member="NameOwnerChanged")
Proxy(message_bus, bus).AddMatch(gone)

def serve():
    holder = ""
    while True:
        message = bus.receive(timeout=30)
        header = message.header
        fields = {field.name: value for field, value in header.fields.items()}
        if header.message_type is MessageType.method_call:
            holder = fields["sender"]
            print("inhibited by", *message.body, flush=True)
            bus.send(new_method_return(message, "u", (7,)))
        elif message.body and message.body[0] == holder and not message.body[2]:
            print("released", flush=True)
            return

thread = threading.Thread(target=serve, daemon=True)
thread.start()
application = QCoreApplication([])
saver = ScreenSaver("WatchDoge")
saver.inhibit()

def look():
    if saver.inhibited:
        print("confirmed", flush=True)
        timer.stop()
        saver.release()
        thread.join(20)
        application.quit()

timer = QTimer(interval=5)
timer.timeout.connect(look)
timer.start()
QTimer.singleShot(20000, application.quit)
application.exec()
"""


@pytest.mark.skipif(shutil.which("dbus-run-session") is None, reason="needs dbus-run-session")
def test_the_desktop_is_asked_and_told_when_it_is_over():
    command = ["dbus-run-session", "--", sys.executable, "-c", DESKTOP]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert done.stdout.splitlines() == [
        "inhibited by WatchDoge The plant is shown on this screen",
        "confirmed",
        "released",
    ], done.stderr


def test_without_a_desktop_that_listens_nothing_fails(qapp, monkeypatch):
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent")
    saver = ScreenSaver("WatchDoge")
    saver.inhibit()
    assert not saver.inhibited
    saver.release()
