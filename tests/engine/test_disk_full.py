"""The disk is full: readings stop, alarms and acts go on, an alarm says so, and all comes back by itself."""

from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from doge_gui.core.alarms.events import What
from doge_gui.core.alarms.states import AlarmState
from doge_gui.core.recording.tags import FLEET, Tag
from doge_gui.history import audit_rows
from doge_gui.history.database import Database
from doge_gui.history.journal import read_journal
from doge_gui.history.reader import HistoryReader
from tests.engine.test_alarm_desk import HOT, START, Station
from tests.history.small_disk import MB, fill, small_disk


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    with small_disk(tmp_path / "disk", 64 * MB) as folder:
        yield folder


@pytest.fixture
def station(disk: Path, qtbot) -> Iterator[Station]:
    station = Station(disk / "history.db", qtbot)
    yield station
    station.desk.stop()


def fill_until_told(station: Station, disk: Path) -> Path:
    """Fill the disk, and run cycles until the program has noticed."""
    ballast = fill(disk)
    for number in range(200):
        # Whatever room is left inside the file is used up first.
        station.hot(20.0 + number % 7)
        if station.state("history") is AlarmState.UNACK:
            return ballast
    raise AssertionError("the full disk was never noticed")


def test_readings_stop_alarms_and_acts_go_on_and_all_comes_back(station: Station, disk: Path, caplog) -> None:
    caplog.set_level("ERROR", "watchdoge")
    for _ in range(3):
        station.hot(20.0)
    ballast = fill_until_told(station, disk)
    stored = station.told[-1].recorded
    station.hot(35.0)
    assert station.state() is AlarmState.UNACK
    station.wait(lambda: station.desk.acknowledge((HOT,), "seen"))
    for _ in range(3):
        station.hot(35.0)
    # Watched, judged and kept, but for the readings.
    assert station.told[-1].recorded == stored
    assert station.state("journal") is AlarmState.NORMAL
    told = [(event.what, event.id) for event in read_journal(station.file, "plant")]
    assert (What.ACKNOWLEDGED, HOT) in told
    with closing(Database(station.file, writable=False)) as database:
        number = audit_rows.plants(database)["plant"]
        assert any(entry.facts.subject == HOT for entry in audit_rows.read(database, number))
    ballast.unlink()
    station.hot(35.0)
    station.hot(35.0)
    assert station.told[-1].recorded == station.told[-1].cycle
    assert station.state("history") in (AlarmState.RTN_UNACK, AlarmState.NORMAL)
    with closing(HistoryReader(station.file, "plant")) as reader:
        (curve,) = reader.curves([Tag(FLEET, "connected")], START, START + timedelta(days=2), 1000)
    # Where readings are missing there is a gap, and no line.
    assert (curve.count == 0).sum() == 2
