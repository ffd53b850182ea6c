"""Closing asks once; what was answered is remembered; without a tray, closing ends the program."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox, QPushButton, QSystemTrayIcon, QWidget

from doge_gui.views.closing import KEY, Closing, OnClosing, stored_choice
from doge_gui.views.tray import Tray
from tests.views.window_manager import click_the_cross


class Window(QWidget):
    """A window that asks before it closes, as the program's does."""

    def __init__(self, settings) -> None:
        super().__init__()
        self.tray = Tray(self)
        self.closing = Closing(self, settings, self.tray)
        self.ended = []
        self.closing.quit_decided.connect(self.close)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.closing.decide(event):
            self.ended.append(True)


@pytest.fixture
def said(monkeypatch):
    said: list[str] = []
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent")
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: True)
    monkeypatch.setattr(QSystemTrayIcon, "showMessage", lambda *told: said.append(told[1]))
    return said


@pytest.fixture
def window(qtbot, settings):
    window = Window(settings)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    yield window
    window.closing.quit()


def questions(window) -> list[QMessageBox]:
    return [one for one in window.findChildren(QMessageBox) if one.isVisible()]


def answer(qtbot, window, text: str) -> None:
    qtbot.waitUntil(lambda: bool(questions(window)))
    (question,) = questions(window)
    (button,) = [one for one in question.findChildren(QPushButton) if one.text().replace("&", "") == text]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_it_asks_once_and_goes_on_in_the_tray(said, window, settings, qtbot) -> None:
    click_the_cross(window)
    qtbot.waitUntil(lambda: bool(questions(window)))
    assert window.isVisible()
    answer(qtbot, window, "Keep watching")
    assert not window.isVisible()
    assert said == ["WatchDoge goes on watching"]
    assert stored_choice(settings) is OnClosing.KEEP
    window.show()
    click_the_cross(window)
    qtbot.waitUntil(lambda: not window.isVisible())
    assert window.ended == []
    assert len(said) == 1


def test_it_asks_once_and_ends(said, window, settings, qtbot) -> None:
    click_the_cross(window)
    answer(qtbot, window, "Quit")
    assert window.ended == [True]
    assert stored_choice(settings) is OnClosing.QUIT


def test_neither_leaves_the_window_and_asks_again(said, window, settings, qtbot) -> None:
    for _ in range(2):
        click_the_cross(window)
        answer(qtbot, window, "Cancel")
        assert window.isVisible()
    assert stored_choice(settings) is OnClosing.ASK
    assert window.ended == []


def test_an_answer_that_is_not_to_be_remembered_is_not(said, window, settings, qtbot) -> None:
    click_the_cross(window)
    qtbot.waitUntil(lambda: bool(questions(window)))
    questions(window)[0].checkBox().setChecked(False)
    answer(qtbot, window, "Keep watching")
    assert settings.value(KEY) is None


def test_what_the_settings_say_is_done_without_a_question(said, window, settings, qtbot) -> None:
    settings.setValue(KEY, "quit")
    click_the_cross(window)
    qtbot.waitUntil(lambda: window.ended == [True])


def test_quit_and_the_end_of_the_session_are_never_asked_about(said, window, settings, qtbot) -> None:
    settings.setValue(KEY, "keep")
    window.close()
    assert window.ended == [True]
    window.show()
    window.closing.quit()
    click_the_cross(window)
    qtbot.waitUntil(lambda: window.ended == [True, True])


def test_without_a_tray_closing_ends_the_program(monkeypatch, qtbot, settings) -> None:
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: False)
    settings.setValue(KEY, "keep")
    window = Window(settings)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    click_the_cross(window)
    qtbot.waitUntil(lambda: window.ended == [True])
