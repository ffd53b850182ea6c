"""A small screen: the button and the reasons stay in sight, other columns give way."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QFontMetrics, QGuiApplication
from PySide6.QtWidgets import QApplication

from doge_gui.core.addresses import Problem
from doge_gui.core.plan import RequestRule
from doge_gui.core.statuses import AddressStatus, DisconnectionState
from doge_gui.views.mistake_list import MistakeList
from doge_gui.views.theme import font
from tools.stories import CROWD, LOAD, TEMPERATURE, TIMEOUT, fleet

MANY = tuple(RequestRule(f"r{n}", threshold=1e6, label=f"Measurement {n}") for n in range(8))


def sized(staged, requests, size):
    stage = staged(fleet(50, requests))
    stage.window.resize(*size)
    stage.cycle({"API-5": TIMEOUT})
    QGuiApplication.processEvents()
    return stage


@pytest.mark.parametrize("width", [1024, 1600])
def test_what_the_filter_is_for_can_be_read(staged, width):
    fleet_view = sized(staged, (TEMPERATURE,), (width, 640)).screen.fleet
    fleet_view.filter.setPlaceholderText("Filtrer les automates du parc…")
    fleet_view.resize(fleet_view.width() + 1, fleet_view.height())
    QGuiApplication.processEvents()
    assert fleet_view.filter.width() >= fleet_view.filter.words_px


@pytest.mark.parametrize("answered", [False, True])
@pytest.mark.parametrize(
    ("requests", "size"),
    [
        ((TEMPERATURE,), (1024, 640)),
        ((TEMPERATURE, LOAD), (1024, 640)),
        (CROWD, (1600, 960)),
        (CROWD, (1024, 640)),
        (MANY, (900, 560)),
    ],
)
def test_the_button_is_always_in_sight_and_reasons_are_readable(staged, requests, size, answered):
    stage = sized(staged, requests, size)
    if answered:
        stage.outcome("API-2", DisconnectionState.DONE, "bye")
    button = stage.grid.visualRect(stage.table.index(0, stage.column("force")))
    assert button.width() > 0
    assert button.right() <= stage.grid.viewport().width()
    assert not stage.grid.horizontalScrollBar().isVisible()
    reason = QFontMetrics(font()).horizontalAdvance("no answer in 2.0 s")
    chip = QFontMetrics(font(12)).horizontalAdvance("Lost") + 33
    assert size == (900, 560) or stage.grid.columnWidth(stage.column("state")) > reason + chip + 20


def test_a_breach_of_a_sum_and_long_names_keep_the_heads_readable(staged):
    stage = staged(fleet(3, (replace(LOAD, threshold=10.0),)))
    plan = stage.story.plan
    stage.story.replan(replace(plan, circuits=("The northern ring of the upper hall", "b", "c")))
    stage.cycle()
    stage.cycle()
    head, column = stage.grid.horizontalHeader(), stage.column("request:load")
    metrics = QFontMetrics(head.font())
    assert stage.table.headerData(column, Qt.Orientation.Horizontal) == "▲ Load kW"
    assert metrics.horizontalAdvance("▲ Load kW") + 16 <= head.sectionSize(column)
    assert head.textElideMode() is Qt.TextElideMode.ElideRight
    assert head.sectionSize(stage.column("marbles0")) <= 110


@pytest.mark.parametrize("reason", [QContextMenuEvent.Reason.Mouse, QContextMenuEvent.Reason.Keyboard])
def test_the_menu_of_a_row_disconnects_after_a_question_and_copies(staged, reason):
    stage = staged()
    stage.cycle()
    fleet_view = stage.screen.fleet
    stage.select("API-3")
    stage.grid.setCurrentIndex(stage.table.index(*stage.place("API-3", "plc")))
    at = stage.grid.visualRect(stage.grid.currentIndex()).center()
    by_mouse = reason is QContextMenuEvent.Reason.Mouse
    to, place = (stage.grid.viewport(), at) if by_mouse else (stage.grid, QPoint(5, 5))
    QApplication.sendEvent(to, QContextMenuEvent(reason, place, to.mapToGlobal(place)))
    assert fleet_view.row_menu.isVisible()
    force, copy = fleet_view.row_menu.actions()
    copy.trigger()
    assert "API-3" in QGuiApplication.clipboard().text()
    force.trigger()
    fleet_view.row_menu.close()
    (dialog,) = stage.questions()
    assert dialog.plcs == ("API-3",)
    dialog.reject()
    stage.grid.clearSelection()
    QApplication.sendEvent(to, QContextMenuEvent(reason, place, to.mapToGlobal(place)))
    assert not force.isEnabled()
    fleet_view.row_menu.close()


def test_entries_left_out_can_be_read_in_full(staged):
    stage = staged()
    stage.cycle()
    assert not stage.window.banner.left_out.isVisible()
    problems = tuple(Problem(f"API-{n}", f"listed {n} times") for n in range(10, 40))
    stage.window.show_addresses(AddressStatus("list.json", 8, stage.story.now, problems=problems))
    stage.window.banner.left_out.click()
    dialog = stage.window.dialogs.left_out
    assert dialog.isVisible()
    text = dialog.findChild(MistakeList).toPlainText()
    assert all(one.entry in text and one.what in text for one in problems)
    stage.window.show_addresses(AddressStatus("list.json", 8, stage.story.now))
    assert not dialog.isVisible()
    assert not stage.window.banner.left_out.isVisible()


def test_the_graphs_heads_look_old_while_paused(staged):
    stage = staged()
    stage.cycle()
    looks = {plot.value_look for plot in stage.screen.plots.plots}
    assert looks == {""}
    stage.paused(True)
    assert {plot.value_look for plot in stage.screen.plots.plots} == {"old"}
    stage.paused(False)
    assert {plot.value_look for plot in stage.screen.plots.plots} == {""}


@pytest.mark.parametrize("width", [900, 1024, 1600])
def test_no_button_of_the_fleet_is_cut(staged, qtbot, width):
    stage = staged(fleet(8))
    stage.cycle()
    stage.window.resize(width, 640)
    fleet_view = stage.window.screen_.fleet
    buttons = (
        *(fleet_view.force_button, fleet_view.poll_button),
        *(fleet_view.pause_button, fleet_view.columns_button),
    )
    qtbot.waitUntil(
        lambda: all(one.width() >= one.sizeHint().width() for one in buttons if one.isVisible()), timeout=3000
    )
    shown = [one.geometry() for one in buttons if one.isVisible()]
    assert all(box.right() <= fleet_view.width() for box in shown)
    assert fleet_view.force_button.isVisible()
