"""What a window manager does when a person clicks on a window's cross, sent by Xlib from the same process."""

import ctypes
import ctypes.util

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

_CLIENT_MESSAGE = 33


class _ClientMessage(ctypes.Structure):
    """XClientMessageEvent of Xlib.h, padded to the size of XEvent."""

    _fields_ = (
        ("type", ctypes.c_int),
        ("serial", ctypes.c_ulong),
        ("send_event", ctypes.c_int),
        ("display", ctypes.c_void_p),
        ("window", ctypes.c_ulong),
        ("message_type", ctypes.c_ulong),
        ("format", ctypes.c_int),
        ("data", ctypes.c_long * 5),
        ("padding", ctypes.c_long * 24),
    )


def click_the_cross(window: QWidget) -> None:
    """Ask the window to close, as its frame's button does; the event comes through the event loop."""
    if QGuiApplication.platformName() != "xcb":
        pytest.skip("needs an X server")
    name = ctypes.util.find_library("X11")
    if name is None:
        pytest.skip("needs libX11")
    xlib = ctypes.CDLL(name)
    xlib.XOpenDisplay.restype = ctypes.c_void_p
    display = ctypes.c_void_p(xlib.XOpenDisplay(None))
    xlib.XInternAtom.restype = ctypes.c_ulong
    protocols = xlib.XInternAtom(display, b"WM_PROTOCOLS", 0)
    delete = xlib.XInternAtom(display, b"WM_DELETE_WINDOW", 0)
    event = _ClientMessage(
        type=_CLIENT_MESSAGE, window=int(window.winId()), message_type=protocols, format=32
    )
    event.data[0] = delete
    xlib.XSendEvent(display, ctypes.c_ulong(int(window.winId())), 0, 0, ctypes.byref(event))
    xlib.XFlush(display)
    xlib.XCloseDisplay(display)
