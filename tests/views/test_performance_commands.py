"""The performance is asked for when somebody looks, and leaves the window as a file."""

from datetime import timedelta

import pytest

from doge_gui.core.alarms.book import Book
from doge_gui.core.alarms.performance import performance
from tools.stories import START


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


def test_it_is_written_as_a_file_and_a_failure_is_told(stage, tmp_path) -> None:
    window = stage.window
    window.measuring.show_performance(measured())
    window.measuring.write(tmp_path / "alarms.csv")
    assert (tmp_path / "alarms.csv").read_text("utf-8").strip()
    assert "alarms.csv" in window.notice.text.whole
    window.measuring.write(tmp_path / "nowhere" / "alarms.csv")
    assert "Not exported" in window.notice.text.whole


def test_a_journal_that_cannot_be_read_is_told(stage) -> None:
    stage.window.measuring.show_failure("history.db: damaged")
    assert "damaged" in stage.window.notice.text.whole
