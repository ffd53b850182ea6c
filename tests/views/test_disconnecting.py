"""Force disconnect: one question, one request, and what became of it."""

from html import escape
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from doge_gui.core.statuses import DisconnectionState
from tools.stories import fleet


def test_a_double_click_on_force_disconnect_is_one_request(staged, qtbot):
    stage = staged()
    stage.cycle()
    sent = []
    stage.window.disconnect_requested.connect(sent.append)
    at = stage.button_of("API-3")
    viewport = stage.grid.viewport()
    qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=at)
    qtbot.mouseDClick(viewport, Qt.MouseButton.LeftButton, pos=at)
    stage.screen.fleet.disconnect_wanted.emit(("API-3",))
    assert len(stage.questions()) == 1
    qtbot.mouseClick(stage.questions()[0].go, Qt.MouseButton.LeftButton)
    assert sent == [("API-3",)]
    stage.outcome("API-3", DisconnectionState.PENDING)
    qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=stage.button_of("API-3"))
    assert stage.questions() == []
    assert sent == [("API-3",)]


def test_pressing_one_button_and_releasing_another_does_nothing(staged, qtbot):
    stage = staged()
    stage.cycle()
    qtbot.mousePress(stage.grid.viewport(), Qt.MouseButton.LeftButton, pos=stage.button_of("API-2"))
    qtbot.mouseRelease(stage.grid.viewport(), Qt.MouseButton.LeftButton, pos=stage.button_of("API-4"))
    assert stage.questions() == []


def test_escape_and_enter_both_cancel_the_question(staged, qtbot):
    stage = staged()
    stage.cycle()
    sent = []
    stage.window.disconnect_requested.connect(sent.append)
    stage.grid.setCurrentIndex(stage.table.index(0, stage.column("force")))
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_Return):
        qtbot.keyClick(stage.grid, Qt.Key.Key_Space)
        (dialog,) = stage.questions()
        assert dialog.cancel.isDefault()
        qtbot.keyClick(dialog, key)
        qtbot.waitUntil(lambda: stage.questions() == [])
    assert sent == []


@pytest.mark.parametrize("plcs", [("API-3",), ("API-1", "API-2", "API-7")])
@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Escape])
def test_the_first_key_pressed_on_a_fresh_question_disconnects_nothing(staged, qtbot, plcs, key):
    stage = staged()
    stage.cycle()
    sent = []
    stage.window.disconnect_requested.connect(sent.append)
    stage.select(*plcs)
    stage.window.menus["force"].trigger()
    (dialog,) = stage.questions()
    qtbot.waitUntil(lambda: dialog.focusWidget() is not None)
    qtbot.keyClick(dialog.focusWidget(), key)
    qtbot.waitUntil(lambda: stage.questions() == [])
    assert sent == []


def test_an_answer_that_tells_its_status_is_told_by_it(staged, qtbot):
    stage = staged()
    stage.cycle()
    stage.select("API-2")
    stage.screen.fleet.want_disconnect()
    qtbot.mouseClick(stage.questions()[0].go, Qt.MouseButton.LeftButton)
    whole = '{"status": "disconnected", "API": "API-2"}'
    stage.outcome("API-2", DisconnectionState.DONE, whole)
    assert stage.window.notice.text.whole == "API-2: disconnected"
    assert stage.text("API-2", "disconnection").endswith("  disconnected")
    index = stage.table.index(*stage.place("API-2", "disconnection"))
    assert escape(whole) in index.data(Qt.ItemDataRole.ToolTipRole)


def test_a_lost_answer_is_never_told_as_a_plc_that_stayed(staged, qtbot):
    stage = staged()
    stage.cycle()
    stage.select("API-2")
    stage.screen.fleet.want_disconnect()
    qtbot.mouseClick(stage.questions()[0].go, Qt.MouseButton.LeftButton)
    stage.outcome("API-2", DisconnectionState.FAILED, "no answer in 2.0 s")
    told = "◆ API-2 not confirmed: no answer in 2.0 s – it may have been disconnected"
    assert stage.window.notice.text.whole == told
    assert stage.text("API-2", "disconnection").endswith("not confirmed: no answer in 2.0 s")
    index = stage.table.index(*stage.place("API-2", "disconnection"))
    assert "may have been disconnected" in index.data(Qt.ItemDataRole.ToolTipRole)


def test_a_selection_is_named_and_each_outcome_is_told(staged, qtbot):
    stage = staged()
    stage.cycle()
    stage.select("API-1", "API-2", "API-7")
    sent = []
    stage.window.disconnect_requested.connect(sent.append)
    stage.window.menus["force"].trigger()
    (dialog,) = stage.questions()
    named_plcs = [dialog.list.item(row).text() for row in range(dialog.list.count())]
    assert named_plcs == ["API-1", "API-2", "API-7"]
    qtbot.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    assert sent == [("API-1", "API-2", "API-7")]
    for plc in sent[0]:
        stage.outcome(plc, DisconnectionState.PENDING)
    for plc in ("API-1", "API-2"):
        stage.outcome(plc, DisconnectionState.DONE, "bye")
    assert not stage.window.notice.isVisible()
    stage.outcome("API-7", DisconnectionState.FAILED, "no answer in 2.0 s")
    assert stage.window.notice.text.whole == (
        "◆ 2 of 3 disconnected; API-7 not confirmed: no answer in 2.0 s – it may have been disconnected"
    )
    assert "bye" in stage.text("API-1", "disconnection")
    assert "no answer in 2.0 s" in stage.text("API-7", "disconnection")


def test_two_confirmations_have_a_summary_each(staged, qtbot):
    stage = staged()
    stage.cycle()
    for plcs in (("API-1", "API-2"), ("API-2", "API-5")):
        stage.select(*plcs)
        stage.screen.fleet.want_disconnect()
        (dialog,) = stage.questions()
        qtbot.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
        for plc in plcs:
            stage.outcome(plc, DisconnectionState.PENDING)
    stage.outcome("API-1", DisconnectionState.DONE, "bye")
    assert not stage.window.notice.isVisible()
    stage.outcome("API-2", DisconnectionState.DONE, "bye")
    assert stage.window.notice.text.whole == "2 of 2 disconnected"
    stage.outcome("API-5", DisconnectionState.NOT_SENT, "connection refused")
    text = stage.window.notice.text
    assert text.whole == "◆ 1 of 2 disconnected; API-5 not sent: connection refused · 2 of 2 disconnected"
    assert text.property("severity") == 2
    stage.window.notice.clear()
    stage.window.files.write(Path("/nowhere/marbles.csv"))
    assert "disconnected" not in text.whole


def test_what_became_of_a_plc_that_left_the_plan_is_forgotten(staged):
    stage = staged(fleet(4))
    stage.cycle()
    stage.outcome("API-2", DisconnectionState.DONE, "bye")
    stage.outcome("API-4", DisconnectionState.DONE, "bye")
    stage.story.replan(fleet(3).plan)
    stage.cycle()
    assert set(stage.table.picture.disconnections) == {"API-2"}
    stage.outcome("API-4", DisconnectionState.FAILED, "no answer in 2.0 s")
    assert set(stage.table.picture.disconnections) == {"API-2"}
