"""The performance screen's numbers come from the journal on disk, off the window's thread."""

from datetime import UTC, datetime, timedelta

import pytest

from doge_gui.core.alarms.alarm import Kind
from doge_gui.core.alarms.book import replay
from doge_gui.core.alarms.events import Event, What
from doge_gui.core.alarms.recommended import Measure
from doge_gui.core.alarms.report import AlarmReport
from doge_gui.core.alarms.states import AlarmState, Priority
from doge_gui.engine.alarm_statistics import AlarmStatistics
from doge_gui.history.journal import Journal

NOW = datetime(2026, 1, 31, 8, tzinfo=UTC)


def raised(minutes_ago: float, plc: str) -> Event:
    at = NOW - timedelta(minutes=minutes_ago)
    key = f"offline:{plc}"
    return Event(
        at, What.TRANSITION, key, Kind.OFFLINE, "", plc, AlarmState.NORMAL, AlarmState.UNACK, Priority.MEDIUM
    )


@pytest.fixture
def statistics(tmp_path, qtbot):
    made = AlarmStatistics((tmp_path / "history.db", "plant"), lambda: NOW)
    made.take_report(AlarmReport())
    yield made
    made.stop()


def test_the_alarms_of_a_span_are_counted(statistics, tmp_path, qtbot) -> None:
    journal = Journal(tmp_path / "history.db", "plant")
    journal.append([raised(600, "API-1"), raised(30, "API-2"), raised(20, "API-3")])
    journal.close()
    with qtbot.waitSignal(statistics.ready) as told:
        statistics.ask(3600.0)
    assert told.args[0].raised == 2


def test_a_plant_without_a_journal_is_measured_as_nothing(statistics, qtbot) -> None:
    with qtbot.waitSignal(statistics.ready) as told:
        statistics.ask(3600.0)
    assert (told.args[0].raised, told.args[0].judged) == (0, False)


def test_a_journal_that_cannot_be_read_is_told(statistics, tmp_path, qtbot) -> None:
    (tmp_path / "history.db").write_bytes(b"no database at all, but long enough to be looked at" * 40)
    with qtbot.waitSignal(statistics.failed) as told:
        statistics.ask(3600.0)
    assert "history.db" in told.args[0]


def test_nothing_is_told_to_stand_before_it_is_known_what_does(tmp_path, qtbot) -> None:
    """The screen may be in sight from the start on, while the alarms are still being taken up."""
    statistics = AlarmStatistics((tmp_path / "history.db", "plant"), lambda: NOW)
    standing = replay([raised(30, "API-1")])
    with qtbot.waitSignal(statistics.ready) as told:
        statistics.ask(3600.0)
        statistics.take_report(AlarmReport(book=standing))
    assert told.args[0].figure(Measure.STANDING).value == 1
    statistics.stop()


def test_of_several_wishes_the_last_is_answered(statistics, tmp_path, qtbot) -> None:
    journal = Journal(tmp_path / "history.db", "plant")
    journal.append([raised(600, "API-1"), raised(30, "API-2")])
    journal.close()
    told = []
    statistics.ready.connect(told.append)
    for span_s in (600.0, 7200.0, 86_400.0):
        statistics.ask(span_s)
    qtbot.waitUntil(lambda: len(told) == 2)
    assert told[-1].raised == 2
