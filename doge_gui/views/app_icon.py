"""The program's own icon, for windows, the task bar and the tray."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon

from doge_gui.paths import resource

SIZES = (16, 22, 24, 32, 48, 64, 128, 256)
"""Edges in pixels of the pictures that were drawn for it."""


def application_icon() -> QIcon:
    """The icon with a picture for each size; a QGuiApplication must live."""
    icon = QIcon()
    for edge in SIZES:
        icon.addFile(str(resource("icons", "app", f"watchdoge-{edge}.png")), QSize(edge, edge))
    return icon
