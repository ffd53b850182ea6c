"""The performance is asked for when somebody looks, and leaves the window as a file."""

from datetime import timedelta

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from doge_gui.core.alarms.book import Book
from doge_gui.core.alarms.performance import performance
from doge_gui.models.table_order import write_rows
from tests.export.spreadsheets import cells_of_csv, cells_of_xlsx
from tools.stories import START, TIMEOUT


@pytest.fixture
def stage(staged):
    return staged()


def measured():
    return performance((), Book(), START, START + timedelta(hours=24))


def test_it_is_asked_for_when_the_screen_comes_into_sight(stage, qtbot) -> None:
    window = stage.window
    with qtbot.waitSignal(window.performance_requested) as wanted:
        window.pages.show_widget(window.performance)
    assert wanted.args == [window.performance.span_s]
    window.measuring.show_performance(measured())
    assert window.performance.shown == measured()


def test_another_span_is_asked_for(stage, qtbot) -> None:
    window = stage.window
    window.pages.show_widget(window.performance)
    with qtbot.waitSignal(window.performance_requested) as wanted:
        window.performance.span_box.setCurrentIndex(0)
    assert wanted.args == [window.performance.span_s]


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_it_is_ordered_as_a_file_and_copied(stage, tmp_path, monkeypatch, qtbot, ending) -> None:
    window = stage.window
    window.pages.show_widget(window.performance)
    path = tmp_path / f"alarms.{ending}"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    with qtbot.assertNotEmitted(window.table_requested):
        window.menus["table"].trigger()
    stage.cycle({"API-2": TIMEOUT})
    events, book = stage.alarms.events, stage.alarms.book
    window.measuring.show_performance(performance(events, book, START, START + timedelta(hours=24)))
    with qtbot.waitSignal(window.table_requested) as told:
        window.menus["table"].trigger()
    (order,) = told.args
    write_rows(order, lambda *_: None, lambda: False)
    rows = len(cells_of_xlsx(path)) if ending == "xlsx" else len(cells_of_csv(path.read_text("utf-8")))
    assert rows > 10
    window.menus["copy"].trigger()
    assert QGuiApplication.clipboard().text().startswith("since\tuntil\t")


def test_a_journal_that_cannot_be_read_is_told(stage) -> None:
    stage.window.measuring.show_failure("history.db: damaged")
    assert "damaged" in stage.window.notice.text.whole
