"""The command palette: everything that can be done is a few letters away."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QAbstractItemModelTester

from doge_gui.models.command_search import plain, rank
from doge_gui.views.command_palette import CommandPalette
from doge_gui.views.commands import commands, without_mark
from tools.stories import fleet, named


@pytest.fixture
def open_palette(staged, qtbot):
    def make(story=None):
        stage = staged(story or fleet(8))
        stage.cycle()
        plcs = tuple(one.plc for one in stage.story.plan.addresses)
        palette = CommandPalette(stage.window, stage.window.menus, lambda: plcs)
        palette.open()
        qtbot.waitExposed(palette)
        return stage, palette

    return make


def titles(palette) -> list[str]:
    return [palette.rows.entry(row).title for row in range(palette.rows.rowCount())]


def press(qtbot, palette, *keys):
    for key in keys:
        qtbot.keyClick(palette.query, key)


def test_it_shows_every_action_of_the_menus_with_its_place_and_shortcut(open_palette):
    stage, palette = open_palette()
    shown = {
        id(palette.rows.entry(row).action): palette.rows.entry(row) for row in range(len(titles(palette)))
    }
    for action in stage.window.menus.all():
        entry = shown[id(action)]
        assert entry.title == without_mark(action.text())
        assert entry.keys == action.shortcut().toString()
        assert entry.ticked == (action.isChecked() if action.isCheckable() else None)
    assert shown[id(stage.window.menus["poll"])].aside == "Polling"
    assert any(entry.aside.startswith("View › Theme") for entry in shown.values())
    assert any(entry.aside.startswith("Alarms › Sound") for entry in shown.values())
    assert any(entry.aside.startswith("View › Columns") for entry in shown.values())


def test_a_few_letters_and_enter_do_it(open_palette, qtbot):
    stage, palette = open_palette()
    asked = []
    stage.window.poll_now_requested.connect(lambda: asked.append("poll"))
    qtbot.keyClicks(palette.query, "poll")
    assert titles(palette)[0] == "Poll now"
    press(qtbot, palette, Qt.Key.Key_Return)
    assert asked == ["poll"]
    assert not palette.isVisible()


def test_arrows_choose_and_stop_at_the_ends(open_palette, qtbot):
    _, palette = open_palette()
    rows = palette.rows.rowCount()
    press(qtbot, palette, Qt.Key.Key_Up)
    assert palette.list.currentIndex().row() == 0
    press(qtbot, palette, Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert palette.list.currentIndex().row() == 2
    for _ in range(rows // 10 + 1):
        press(qtbot, palette, Qt.Key.Key_PageDown)
    assert palette.list.currentIndex().row() == rows - 1
    assert palette.query.accessibleDescription() == palette.rows.words(palette.rows.entry(rows - 1))


def test_esc_closes_and_nothing_is_done(open_palette, qtbot):
    stage, palette = open_palette()
    asked = []
    stage.window.poll_now_requested.connect(lambda: asked.append("poll"))
    qtbot.keyClicks(palette.query, "poll")
    press(qtbot, palette, Qt.Key.Key_Escape)
    assert not palette.isVisible()
    assert asked == []
    palette.open()
    assert palette.query.text() == ""


def test_what_cannot_be_done_is_greyed_comes_last_and_says_why(open_palette, qtbot):
    stage, palette = open_palette()
    triggered = []
    stage.window.menus["force"].triggered.connect(triggered.append)
    # A column of the table is called so too, and that can be shown or hidden.
    qtbot.keyClicks(palette.query, "force disc")
    assert titles(palette) == ["Force disconnect", "Force disconnect…"]
    press(qtbot, palette, Qt.Key.Key_Down)
    entry = palette.rows.entry(1)
    assert not entry.enabled
    assert "no PLC is selected" in entry.aside
    assert "not available" in palette.rows.words(entry)
    press(qtbot, palette, Qt.Key.Key_Return)
    assert palette.isVisible()
    assert triggered == []
    palette.reject()
    stage.select("API-3")
    palette.open()
    qtbot.keyClicks(palette.query, "force disc")
    assert palette.rows.entry(1).enabled
    qtbot.keyClicks(palette.query, "zzz")
    assert palette.rows.rowCount() == 0
    press(qtbot, palette, Qt.Key.Key_Return)
    assert "Nothing is called that" in palette.foot.text()


def test_a_plc_is_found_by_its_name_and_shown(open_palette, qtbot):
    _, palette = open_palette(named(fleet(8), "Four à sole", "<b>Bold</b>"))
    wanted = []
    palette.plc_wanted.connect(wanted.append)
    assert "Four à sole" not in titles(palette)
    qtbot.keyClicks(palette.query, "four a")
    assert titles(palette)[0] == "Four à sole"
    press(qtbot, palette, Qt.Key.Key_Return)
    palette.open()
    qtbot.keyClicks(palette.query, "<b>bold")
    assert titles(palette)[0] == "<b>Bold</b>"
    qtbot.mouseClick(
        palette.list.viewport(),
        Qt.MouseButton.LeftButton,
        pos=palette.list.visualRect(palette.rows.index(0)).center(),
    )
    assert wanted == ["Four à sole", "<b>Bold</b>"]


def test_a_screen_is_gone_to(open_palette, qtbot):
    stage, palette = open_palette()
    qtbot.keyClicks(palette.query, "perform")
    press(qtbot, palette, Qt.Key.Key_Return)
    assert stage.window.pages.pages[stage.window.pages.current].name == "Performance"


def test_it_fits_into_a_small_window(open_palette, qtbot):
    stage, palette = open_palette()
    palette.reject()
    stage.window.resize(900, 560)
    palette.open()
    assert stage.window.frameGeometry().contains(palette.frameGeometry())


def test_its_model_is_sound(open_palette, qtbot):
    _, palette = open_palette()
    QAbstractItemModelTester(palette.rows, QAbstractItemModelTester.FailureReportingMode.Fatal, palette)
    qtbot.keyClicks(palette.query, "al")
    palette.query.clear()


def test_only_what_can_be_seen_in_the_menus_is_offered(staged):
    stage = staged(fleet(8))
    stage.window.menus["about"].setVisible(False)
    offered = {id(one.action) for one in commands(stage.window.menuBar())}
    assert id(stage.window.menus["about"]) not in offered
    assert without_mark("A && &B") == "A & B"
    assert all(isinstance(one.action, QAction) for one in commands(stage.window.menuBar()))


# Ranking


COMMANDS = [
    ("Acknowledge the worst", "Alarms"),
    ("Acknowledge", "Alarms"),
    ("Reset layout", "View"),
    ("Reset", "Alarms"),
    ("Export graphs as PNG…", "File"),
    ("Réglages", "File"),
    ("Shelve…", "Alarms"),
    ("Unshelve", "Alarms"),
]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        # A whole title goes before one that only begins so, the shorter of two beginnings first.
        ("reset", ["Reset", "Reset layout"]),
        ("ack", ["Acknowledge", "Acknowledge the worst"]),
        # The beginning of a word goes before its inside.
        ("shelve", ["Shelve…", "Unshelve"]),
        # Initials, letters in their order, accents and capitals.
        ("egap", ["Export graphs as PNG…"]),
        ("xport png", ["Export graphs as PNG…"]),
        ("rgl", ["Réglages"]),
        ("REGLAGES", ["Réglages"]),
        # The menu's name finds its entries, every word must be found.
        ("alarms reset", ["Reset"]),
        ("view", ["Reset layout"]),
        ("nothing like it", []),
    ],
)
def test_the_likeliest_comes_first(query, expected):
    assert [COMMANDS[number][0] for number in rank(query, COMMANDS)] == expected


def test_an_empty_query_means_all_in_their_order():
    assert rank("  ", COMMANDS) == list(range(len(COMMANDS)))
    assert plain("Été") == "ete"
