"""What the window remembers of its layout, for each set-up of screens, through a QSettings-like object."""

import hashlib
import json
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QByteArray, QObject, QRect, QSize, QTimer, Slot
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QMainWindow, QSplitter

from doge_gui.views.fleet_grid import FleetGrid
from doge_gui.views.theme import Settings

_GRIP_PX = (160, 60)
"""So much of the window must be on a screen for it to be found and moved."""
_FIRST_SIZE = QSize(1600, 960)
_KEYS = ("geometry", "splitter", "table")
_SETUPS = "layout/setups"
_MOST_SETUPS = 12
"""Screens come and go: the set-ups used longest ago are forgotten."""
_PAGE = "layout/page"
_SETTLE_MS = 700
"""The desktop itself moves windows when a screen comes or goes; it is given time for it."""


def setup_key(screens: Sequence[QScreen]) -> str:
    """A name for these screens: their places, sizes and scales, whatever their order."""
    told = sorted(
        (place.x(), place.y(), place.width(), place.height(), screen.devicePixelRatio())
        for screen in screens
        for place in (screen.geometry(),)
    )
    return hashlib.sha256(repr(told).encode()).hexdigest()[:12]


def remember(settings: Settings, window: QMainWindow, splitter: QSplitter, grid: FleetGrid) -> None:
    """Store geometry, sizes, columns and sorting: for these screens, and for screens never seen before.

    A window that fills its screen has no place of its own: the one before stays stored.
    """
    chosen, widths = grid.layout_choices
    setup = setup_key(QGuiApplication.screens())
    table = json.dumps({"columns": chosen, "widths": widths, "sort": grid.sorting})
    for name, value in zip(_KEYS, (window.saveGeometry(), splitter.saveState(), table), strict=True):
        if name == "geometry" and window.isFullScreen():
            continue
        settings.setValue(f"layout/{name}", value)
        settings.setValue(f"layout/{setup}/{name}", value)
    known = [setup, *(one for one in _setups(settings) if one != setup)]
    for forgotten in known[_MOST_SETUPS:]:
        _forget(settings, forgotten)
    settings.setValue(_SETUPS, json.dumps(known[:_MOST_SETUPS]))


def recall(settings: Settings, window: QMainWindow, splitter: QSplitter, grid: FleetGrid) -> None:
    """Restore what was stored; what cannot be read is left as it comes."""
    _recall_places(settings, window, splitter)
    table = _table(_stored(settings, "table"))
    columns, widths, sort = table.get("columns"), table.get("widths"), table.get("sort")
    if isinstance(columns, dict) and isinstance(widths, dict):
        grid.set_layout_choices(
            {str(key): bool(shown) for key, shown in columns.items()},
            {
                str(key): width
                for key, width in widths.items()
                if isinstance(width, int) and 20 <= width <= 2000
            },
        )
    if isinstance(sort, list) and len(sort) == 2:
        grid.sort_by_key(str(sort[0]), bool(sort[1]))


def reset(settings: Settings, window: QMainWindow) -> None:
    """Forget every set-up's layout and the page; put the window in the middle of its screen as it came."""
    for setup in _setups(settings):
        _forget(settings, setup)
    for key in (*(f"layout/{name}" for name in _KEYS), _SETUPS, _PAGE):
        settings.setValue(key, None)
    if window.isFullScreen():
        return
    window.showNormal()
    room = window.screen().availableGeometry()
    window.resize(_FIRST_SIZE.boundedTo(room.size()))
    window.move(room.center() - window.rect().center())


class ScreenWatch(QObject):
    """Gives the window its place of this set-up when a screen comes, goes or changes while it runs."""

    def __init__(self, settings: Settings, window: QMainWindow, splitter: QSplitter) -> None:
        super().__init__(window)
        self._settings, self._window, self._splitter = settings, window, splitter
        self._setup = setup_key(QGuiApplication.screens())
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.timeout.connect(self._on_settled)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.screenAdded.connect(self._on_added)
            application.screenRemoved.connect(self._on_changed)
        for screen in QGuiApplication.screens():
            screen.geometryChanged.connect(self._on_changed)

    @Slot(QScreen)
    def _on_added(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._on_changed)
        self._on_changed()

    @Slot()
    def _on_changed(self) -> None:
        self._settle.start(_SETTLE_MS)

    @Slot()
    def _on_settled(self) -> None:
        setup = setup_key(QGuiApplication.screens())
        if setup == self._setup or self._window.isFullScreen():
            return
        self._setup = setup
        if setup in _setups(self._settings):
            _recall_places(self._settings, self._window, self._splitter)
        bring_on_screen(self._window)


def _recall_places(settings: Settings, window: QMainWindow, splitter: QSplitter) -> None:
    geometry, state = _stored(settings, "geometry"), _stored(settings, "splitter")
    if isinstance(geometry, QByteArray) and not geometry.isEmpty():
        window.restoreGeometry(geometry)
        bring_on_screen(window)
    if isinstance(state, QByteArray) and not state.isEmpty():
        splitter.restoreState(state)


def _stored(settings: Settings, name: str) -> object:
    """What is stored for these screens, else what was stored last, as earlier versions did."""
    own = settings.value(f"layout/{setup_key(QGuiApplication.screens())}/{name}")
    return settings.value(f"layout/{name}") if own is None else own


def _setups(settings: Settings) -> list[str]:
    stored = settings.value(_SETUPS)
    try:
        listed = json.loads(stored) if isinstance(stored, str) else []
    except ValueError:
        return []
    return [one for one in listed if isinstance(one, str)] if isinstance(listed, list) else []


def _forget(settings: Settings, setup: str) -> None:
    for name in _KEYS:
        settings.setValue(f"layout/{setup}/{name}", None)


def _table(stored: object) -> dict[str, Any]:
    try:
        document = json.loads(stored) if isinstance(stored, str) else {}
    except ValueError:
        return {}
    return document if isinstance(document, dict) else {}


def bring_on_screen(window: QMainWindow) -> None:
    """Move a window that no screen shows any more to the middle of the first one."""
    screens = [screen.availableGeometry() for screen in QGuiApplication.screens()]
    frame = window.frameGeometry()
    if not screens or any(_within_reach(frame, screen) for screen in screens):
        return
    first = screens[0]
    window.resize(min(window.width(), first.width()), min(window.height(), first.height()))
    window.move(first.center() - window.rect().center())


def _within_reach(frame: QRect, screen: QRect) -> bool:
    common = frame.intersected(screen)
    return (
        common.width() >= _GRIP_PX[0] and common.height() >= _GRIP_PX[1] and frame.top() >= screen.top() - 8
    )
