"""A wall display: it fills its screen, and neither Alt+F4 nor a shortcut leaves it."""

from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QCursor, QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QMessageBox, QPushButton

from doge_gui.views import kiosk as kiosk_module
from doge_gui.views.kiosk import Kiosk, screen_of
from tests.views.window_manager import click_the_cross


@dataclass
class Named:
    """A screen by its name."""

    text: str

    def name(self) -> str:
        return self.text


class Wall(QMainWindow):
    """A window with a menu, one action that ends it and one that does not."""

    def __init__(self) -> None:
        super().__init__()
        menu = self.menuBar().addMenu("File")
        self.quit, self.poll = QAction("Quit", self), QAction("Poll", self)
        self.quit.setShortcut(QKeySequence("Ctrl+Q"))
        self.poll.setShortcut(QKeySequence("F5"))
        menu.addActions([self.quit, self.poll])
        self.done: list[str] = []
        self.quit.triggered.connect(lambda: self.done.append("quit"))
        self.poll.triggered.connect(lambda: self.done.append("poll"))
        self.kiosk = Kiosk(self, "1", [self.quit], [self.poll])


@pytest.fixture
def wall(qtbot):
    wall = Wall()
    qtbot.addWidget(wall)
    wall.resize(900, 600)
    wall.show()
    qtbot.waitExposed(wall)
    wall.activateWindow()
    wall.kiosk.enter()
    yield wall
    wall.kiosk.leave()


def questions(wall) -> list[QMessageBox]:
    return [one for one in wall.findChildren(QMessageBox) if one.isVisible()]


def answer(wall, text: str) -> None:
    (question,) = questions(wall)
    (button,) = [one for one in question.findChildren(QPushButton) if one.text() == text]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_it_fills_its_screen_without_menus(wall, qtbot):
    qtbot.waitUntil(lambda: wall.geometry() == QGuiApplication.primaryScreen().geometry())
    assert wall.isFullScreen()
    assert not wall.menuBar().isVisible()


def test_closing_from_outside_is_not_heard(wall, qtbot):
    wall.setWindowTitle("asked to close")
    click_the_cross(wall)
    # What comes after the closing on the same way has been handled: so has the closing.
    QTest.qWaitForWindowExposed(wall)
    for _ in range(20):
        QApplication.processEvents()
    assert wall.isVisible()


def test_what_leads_out_is_off_and_everything_else_keeps_its_shortcut(wall, qtbot):
    QTest.keyClick(wall, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(wall, Qt.Key.Key_F5)
    assert wall.done == ["poll"]


def test_leaving_is_confirmed(wall, qtbot):
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(wall, Qt.Key.Key_Q, both)
    answer(wall, "&Stay")
    assert wall.kiosk.active
    QTest.keyClick(wall, Qt.Key.Key_Q, both)
    with qtbot.waitSignal(wall.kiosk.left):
        answer(wall, "&Leave")
    assert wall.menuBar().isVisible()
    assert wall.quit.isEnabled()
    assert not wall.isFullScreen()
    click_the_cross(wall)
    qtbot.waitUntil(lambda: not wall.isVisible())


def test_escape_stays(wall, qtbot):
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(wall, Qt.Key.Key_Q, both)
    QTest.keyClick(questions(wall)[0], Qt.Key.Key_Escape)
    assert wall.kiosk.active
    assert questions(wall) == []


def test_minimised_or_moved_by_the_desktop_it_comes_back(wall, qtbot):
    wall.showNormal()
    qtbot.waitUntil(wall.isFullScreen)
    QGuiApplication.instance().screenRemoved.emit(QGuiApplication.primaryScreen())
    wall.setGeometry(10, 10, 300, 200)
    qtbot.waitUntil(lambda: wall.geometry() == QGuiApplication.primaryScreen().geometry())


def test_the_pointer_goes_while_nobody_moves_it(wall, qtbot, monkeypatch):
    monkeypatch.setattr(kiosk_module, "_IDLE_MS", 500)
    qtbot.waitUntil(lambda: QApplication.overrideCursor() is not None)
    assert QApplication.overrideCursor().shape() is Qt.CursorShape.BlankCursor
    QCursor.setPos(QCursor.pos().x() + 40, QCursor.pos().y() + 40)
    qtbot.waitUntil(lambda: QApplication.overrideCursor() is None)


@pytest.mark.parametrize(
    ("wanted", "found"),
    [("1", "HDMI-1"), ("2", "DP-2"), ("dp-2", "DP-2"), ("3", None), ("0", None), ("", None), ("VGA", None)],
)
def test_a_screen_is_found_by_name_or_number(wanted, found):
    screen = screen_of(wanted, [Named("HDMI-1"), Named("DP-2")])
    assert (screen.name() if screen else None) == found
