"""Shortcuts: every action has one, none has another's, and all can be looked up."""

from collections import Counter

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction, QKeySequence, QShortcut

from doge_gui.views.commands import commands
from doge_gui.views.shortcuts_dialog import ShortcutsDialog
from tools.stories import fleet
from tools.whole_window import WholeWindow


@pytest.fixture
def window(qtbot, settings, themes):
    whole = WholeWindow(8, False, themes, settings, cycles=3)
    whole.window.show()
    yield whole.window
    whole.end()


def test_every_action_has_a_place_in_the_menus_a_tooltip_and_a_shortcut(window):
    placed = {id(one.action) for one in commands(window.menuBar())}
    for action in window.menus.all():
        assert id(action) in placed, action.text()
        assert action.toolTip().replace("&", "") != action.text().replace("&", ""), action.text()
        assert not action.shortcut().isEmpty(), action.text()
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.PortableText)
        assert f"({keys})" in action.toolTip(), action.text()


def test_no_shortcut_is_there_twice(window):
    # The screens that are built late bring shortcuts of their own.
    for page in (window.trends, window.replay):
        _ = page.screen_
    everywhere = [keys for action in window.findChildren(QAction) for keys in action.shortcuts()]
    local = [one.key() for one in window.findChildren(QShortcut)]
    counted = Counter(
        keys.toString(QKeySequence.SequenceFormat.PortableText) for keys in (*everywhere, *local)
    )
    assert len(counted) > 30
    assert {keys: count for keys, count in counted.items() if count > 1} == {}


def test_no_access_key_of_a_menu_is_there_twice(window):
    heads = [action.text() for action in window.menuBar().actions()]
    letters = [text[text.index("&") + 1].lower() for text in heads]
    assert len(set(letters)) == len(letters)


@pytest.fixture
def dialog(staged, qtbot):
    stage = staged(fleet(8))
    shown = ShortcutsDialog(stage.window.menuBar(), stage.window)
    shown.show()
    qtbot.waitExposed(shown)
    return stage, shown


def lines(shown):
    return {
        line.accessibleName() for group in shown.groups for line in group.lines if line.isVisibleTo(shown)
    }


def test_every_shortcut_is_listed_under_its_menu(dialog):
    stage, shown = dialog
    assert len(lines(shown)) == len(list(stage.window.menus.all()))
    assert "Poll now: F5" in lines(shown)
    assert "Force disconnect: Ctrl+D" in lines(shown)
    names = [group.accessibleName() for group in shown.groups]
    assert names == ["File", "Polling", "PLC", "Alarms", "View", "Help"]


def test_a_shortcut_is_found_by_what_it_does_and_by_its_keys(dialog):
    _, shown = dialog
    shown.filter.setText("poll")
    assert "Poll now: F5" in lines(shown)
    assert "Quit: Ctrl+Q" not in lines(shown)
    shown.filter.setText("F9")
    assert lines(shown) == {"Acknowledge: F9"}
    shown.filter.setText("no such thing")
    assert lines(shown) == set()
    assert shown.nothing.isVisible()
    shown.filter.clear()
    assert len(lines(shown)) > 20


@pytest.mark.parametrize(("width", "columns"), [(900, 2), (440, 1)])
def test_the_columns_follow_the_width_and_nothing_is_cut(dialog, qtbot, width, columns):
    _, shown = dialog
    shown.resize(width, 500)
    qtbot.waitUntil(lambda: len({group.mapTo(shown, QPoint(0, 0)).x() for group in shown.groups}) == columns)
    inside = shown.area.widget()
    assert inside.width() <= shown.area.viewport().width()
    for group in shown.groups:
        for line in group.lines:
            assert line.geometry().right() <= group.width()
