"""After a crash the next start offers the report: to read, to copy, to save, to put away."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton

from doge_gui.views.crash_dialog import CrashDialog, CrashReport

LAST = CrashReport("crash-20260131-080000-17.txt", "WatchDoge\n\nFatal Python error: <b>Aborted</b>\n")
BEFORE = CrashReport("crash-20260130-080000-9.txt", "WatchDoge\n\nFatal Python error: Bus error\n")


@pytest.fixture
def dialog(qtbot, themes):
    dialog = CrashDialog([LAST, BEFORE])
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    return dialog


def click(qtbot, button: QPushButton) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_it_shows_the_newest_as_plain_text_and_blocks_nothing(dialog):
    assert dialog.text.toPlainText() == LAST.text
    assert not dialog.isModal()
    assert dialog.text.isReadOnly()


def test_each_report_can_be_read_and_copied(dialog, qtbot):
    dialog.choice.setCurrentIndex(1)
    click(qtbot, dialog.copy)
    assert QGuiApplication.clipboard().text() == BEFORE.text


def test_the_diagnostics_are_wanted_and_the_dialog_stays(dialog, qtbot):
    with qtbot.waitSignal(dialog.diagnostics_wanted):
        click(qtbot, dialog.save)
    assert dialog.isVisible()


def test_dismissed_is_told_and_later_and_escape_are_not_dismissed(dialog, qtbot):
    told = []
    dialog.dismissed.connect(lambda: told.append(True))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    dialog.show()
    click(qtbot, dialog.later)
    assert told == []
    dialog.show()
    click(qtbot, dialog.dismiss)
    assert told == [True]
    assert not dialog.isVisible()


def test_every_control_is_reached_by_the_keyboard_and_has_a_name(dialog, qtbot):
    reached = set()
    for _ in range(12):
        focused = dialog.focusWidget()
        reached.add(focused.accessibleName() or focused.text().replace("&", ""))
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    wanted = {"Report", "Text of the report", "Copy", "Save diagnostics…", "Later", "Dismiss"}
    assert reached >= wanted


def test_one_report_needs_no_choice(qtbot, themes):
    dialog = CrashDialog([LAST])
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.choice.isVisible()
