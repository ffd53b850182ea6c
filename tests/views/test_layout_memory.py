"""The layout is kept for each set-up of screens, and a window whose screen is gone comes back."""

import json
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication

from doge_gui.views.layout_memory import ScreenWatch, recall, remember, reset, setup_key


@dataclass
class Screen:
    """What tells one screen from another."""

    place: QRect
    scale: float = 1.0

    def geometry(self) -> QRect:
        return self.place

    def availableGeometry(self) -> QRect:
        return self.place

    def devicePixelRatio(self) -> float:
        return self.scale


DESK = [Screen(QRect(0, 0, 1920, 1080)), Screen(QRect(1920, 0, 2560, 1440))]
LAPTOP = [Screen(QRect(0, 0, 1920, 1080), 1.5)]


@pytest.fixture
def parts(staged):
    stage = staged()
    return stage.window, stage.screen.splitter, stage.grid


def place(window) -> tuple[int, int]:
    return window.width(), window.height()


def test_a_set_up_is_told_by_its_screens_whatever_their_order():
    keys = [setup_key(screens) for screens in (DESK, LAPTOP, DESK[:1], [])]
    assert len(set(keys)) == 4
    assert setup_key(DESK[::-1]) == keys[0]


def test_each_set_up_has_its_own_layout(parts, settings, monkeypatch):
    window, splitter, grid = parts
    real = QGuiApplication.screens()
    window.resize(1200, 700)
    remember(settings, *parts)
    monkeypatch.setattr(QGuiApplication, "screens", lambda: LAPTOP)
    window.resize(1000, 600)
    grid.sort_by_key("plc", True)
    splitter.setSizes([300, 700])
    remember(settings, *parts)
    monkeypatch.setattr(QGuiApplication, "screens", lambda: real)
    recall(settings, *parts)
    assert place(window) == (1200, 700)
    assert grid.sorting != ("plc", True)


def test_a_window_that_fills_its_screen_is_remembered_as_it_was_before(parts, settings, qtbot):
    window, _splitter, _grid = parts
    window.resize(1150, 690)
    remember(settings, *parts)
    window.showFullScreen()
    qtbot.waitUntil(window.isFullScreen)
    remember(settings, *parts)
    window.showNormal()
    window.resize(1300, 800)
    recall(settings, *parts)
    assert not window.isFullScreen()
    assert place(window) == (1150, 690)


def test_screens_never_seen_before_begin_with_the_layout_used_last(parts, settings, monkeypatch):
    window, _splitter, _grid = parts
    monkeypatch.setattr(QGuiApplication, "screens", lambda: LAPTOP)
    window.resize(1100, 650)
    remember(settings, *parts)
    monkeypatch.undo()
    window.resize(1500, 900)
    recall(settings, *parts)
    assert place(window) == (1100, 650)


def test_what_an_earlier_version_stored_is_read(parts, settings):
    window, _splitter, grid = parts
    window.resize(1234, 777)
    settings.setValue("layout/geometry", window.saveGeometry())
    settings.setValue("layout/table", json.dumps({"columns": {}, "widths": {}, "sort": ["plc", True]}))
    window.resize(1000, 600)
    recall(settings, *parts)
    assert place(window) == (1234, 777)
    assert list(grid.sorting) == ["plc", True]


def test_a_place_on_a_screen_that_is_gone_leads_back_to_one_that_is_there(parts, settings):
    window, _splitter, _grid = parts
    window.move(6000, 4000)
    remember(settings, *parts)
    window.move(0, 0)
    recall(settings, *parts)
    screen = QGuiApplication.primaryScreen().availableGeometry()
    assert screen.contains(window.geometry().center())


def test_when_a_screen_goes_the_window_follows(parts, settings, monkeypatch, qtbot):
    window, splitter, _grid = parts
    ScreenWatch(settings, window, splitter)
    window.move(3000, 500)
    monkeypatch.setattr(QGuiApplication, "screens", lambda: LAPTOP)
    QGuiApplication.instance().screenRemoved.emit(QGuiApplication.primaryScreen())
    qtbot.waitUntil(lambda: LAPTOP[0].place.contains(window.geometry().center()))


def test_the_layout_is_forgotten_for_every_set_up_and_nothing_else_is(parts, settings, monkeypatch):
    window, _splitter, _grid = parts
    settings.setValue("theme", "dark")
    settings.setValue("layout/page", 2)
    window.resize(1000, 600)
    remember(settings, *parts)
    with monkeypatch.context() as elsewhere:
        elsewhere.setattr(QGuiApplication, "screens", lambda: LAPTOP)
        remember(settings, *parts)
    reset(settings, window)
    assert place(window) == (1600, 960)
    assert [key for key in settings.allKeys() if settings.value(key) is not None] == ["theme"]
    recall(settings, *parts)
    assert place(window) == (1600, 960)


def test_set_ups_of_long_ago_are_forgotten(parts, settings, monkeypatch):
    for number in range(20):
        screens = [Screen(QRect(number, 0, 800, 600))]
        monkeypatch.setattr(QGuiApplication, "screens", lambda screens=screens: screens)
        remember(settings, *parts)
    assert len(json.loads(settings.value("layout/setups"))) == 12
    held = {key.split("/")[1] for key in settings.allKeys() if settings.value(key) is not None}
    assert len(held) == 12 + len({"geometry", "splitter", "table", "setups"})
