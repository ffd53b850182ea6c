"""What the window remembers of its layout, through a QSettings-like object."""

import json
from typing import Any

from PySide6.QtCore import QByteArray, QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow, QSplitter

from doge_gui.views.fleet_grid import FleetGrid
from doge_gui.views.theme import Settings

_GRIP_PX = (160, 60)
"""So much of the window must be on a screen for it to be found and moved."""


def remember(settings: Settings, window: QMainWindow, splitter: QSplitter, grid: FleetGrid) -> None:
    """Store geometry, sizes, columns and sorting."""
    chosen, widths = grid.layout_choices
    settings.setValue("layout/geometry", window.saveGeometry())
    settings.setValue("layout/splitter", splitter.saveState())
    settings.setValue("layout/table", json.dumps({"columns": chosen, "widths": widths, "sort": grid.sorting}))


def recall(settings: Settings, window: QMainWindow, splitter: QSplitter, grid: FleetGrid) -> None:
    """Restore what was stored; what cannot be read is left as it comes."""
    geometry, state = settings.value("layout/geometry"), settings.value("layout/splitter")
    if isinstance(geometry, QByteArray):
        window.restoreGeometry(geometry)
        bring_on_screen(window)
    if isinstance(state, QByteArray):
        splitter.restoreState(state)
    table = _table(settings.value("layout/table"))
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
