"""What is worth telling somebody who is to help: versions and surroundings, and nothing of the plant."""

import locale
import platform
import sys
from collections.abc import Iterator

import numpy as np
import pyqtgraph
from PySide6 import __version__ as pyside_version
from PySide6.QtCore import QCoreApplication, QLocale, QSysInfo, qVersion
from PySide6.QtGui import QGuiApplication, QScreen

from doge_gui import __version__, paths

_tr = QCoreApplication.translate


def system_facts() -> tuple[tuple[str, str], ...]:
    """Name and value of each fact, in the order they are read."""
    return tuple(_facts())


def _facts() -> Iterator[tuple[str, str]]:
    frozen = getattr(sys, "frozen", False)
    form = _tr("About", "bundle") if frozen else _tr("About", "Python package")
    yield _tr("About", "Program"), f"WatchDoge Supercharged {__version__} ({form})"
    yield _tr("About", "Python"), f"{platform.python_version()} ({platform.python_implementation()})"
    yield _tr("About", "Qt"), f"{qVersion()}, PySide6 {pyside_version}"
    yield _tr("About", "Packages"), f"numpy {np.__version__}, pyqtgraph {pyqtgraph.__version__}"
    kernel = f"{QSysInfo.kernelType()} {QSysInfo.kernelVersion()}"
    yield _tr("About", "System"), f"{QSysInfo.prettyProductName()}, {kernel}, {platform.machine()}"
    libc = " ".join(platform.libc_ver())
    if libc:
        yield _tr("About", "C library"), libc
    yield _tr("About", "Display"), QGuiApplication.platformName()
    for number, screen in enumerate(QGuiApplication.screens(), 1):
        yield _tr("About", "Screen {0}").format(number), _screen(screen)
    yield _tr("About", "Language"), f"{QLocale().name()}, {locale.getpreferredencoding(False)}"
    yield _tr("About", "Window's settings"), str(paths.settings_file())
    yield _tr("About", "Recordings"), str(paths.history_file())
    yield _tr("About", "Logs of example fleets"), str(paths.log_folder())


def _screen(screen: QScreen) -> str:
    size = screen.size()
    return f"{size.width()} × {size.height()}, {screen.devicePixelRatio():g}x, {screen.refreshRate():.0f} Hz"
