"""What waits on this disk stays in order, in bounds, and goes only when it has arrived."""

import re
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from doge_gui.history import spool
from doge_gui.history.batch_content import from_content, to_content
from doge_gui.history.database import Database
from doge_gui.history.errors import HistoryError
from doge_gui.history.spool import Progress, Spool
from tests.history.looking import change
from tests.history.station import ALARM_EVERY, Station, batch_of


@pytest.fixture
def station(tmp_path: Path) -> Iterator[Station]:
    opened = Station(tmp_path / "history.db")
    yield opened
    opened.database.close()


def test_in_order_and_where_a_plant_is_alone_numbered_without_a_gap(station: Station) -> None:
    for number in range(30):
        station.record(number)
    assert station.waiting() == [(number + 1, to_content(batch_of(number))) for number in range(30)]
    with station.database.reading() as connection:
        assert spool.waiting(connection, station.plant) == 30
        assert spool.waiting(connection, station.plant, 12) == 18
        assert [number for number, _ in spool.first(connection, station.plant, 12, 4)] == [13, 14, 15, 16]


def test_a_number_is_never_given_twice(station: Station, tmp_path: Path) -> None:
    for number in range(5):
        station.record(number)
    station.record(5, Progress(station.name(), 5))
    assert [number for number, _ in station.waiting()] == [6]
    station.record(6, Progress(station.name(), 6))
    station.record(7, Progress(station.name(), 8))
    name = station.name()
    station.database.close()
    station.database = Database(station.path, writable=True)
    assert station.name() == name
    station.record(8)
    assert [number for number, _ in station.waiting()] == [9]


def test_a_batch_that_was_not_recorded_does_not_wait(station: Station) -> None:
    station.record(0)
    change(station.path, "CREATE TRIGGER full BEFORE UPDATE ON taken BEGIN SELECT RAISE(ABORT, 'no'); END")
    with pytest.raises(HistoryError):
        station.record(1, Progress(station.name(), 1))
    change(station.path, "DROP TRIGGER full")
    station.spool.rolled_back()
    station.record(2)
    assert [from_content(content).cycle.number for _, content in station.waiting()] == [0, 2]
    assert [number for number, _ in station.waiting()] == [1, 2]


def test_what_arrived_goes_a_little_at_a_time(station: Station) -> None:
    for number in range(200):
        station.record(number)
    progress, left = Progress(station.name(), 200), []
    for number in range(200, 205):
        station.record(number, progress)
        left.append(len(station.waiting()))
    assert left == [137, 74, 11, 4, 5]


def test_progress_of_another_station_lets_nothing_go(station: Station) -> None:
    station.record(0)
    for progress in (None, Progress("another", 1)):
        station.record(1, progress)
    assert len(station.waiting()) == 3


def test_the_copy_of_an_older_day_gets_a_name_of_its_own(station: Station) -> None:
    """Its numbers were given before: under the old name they would be passed over as known."""
    station.record(0)
    before = station.name()
    station.record(1, Progress(before, 100))
    assert station.name() != before
    assert re.fullmatch("[0-9a-f]{32}", station.name())
    assert len(station.waiting()) == 2


def test_too_much_drops_the_oldest_readings_and_no_alarm(tmp_path: Path) -> None:
    station = Station(tmp_path / "history.db", most_bytes=20_000)
    with closing(station.database):
        for number in range(150):
            station.record(number)
            assert sum(len(content) for _, content in station.waiting()) <= 20_000
        found = [from_content(content) for _, content in station.waiting()]
    assert len(found) == 150
    dropped = station.spool.thinned
    assert 30 < dropped < 140
    for number, batch in enumerate(found):
        told = batch_of(number)
        assert batch.events == told.events
        assert batch.actions == told.actions
        assert (batch.cycle is None) is (number < dropped)


def test_alarms_and_acts_stay_however_many(tmp_path: Path) -> None:
    station = Station(tmp_path / "history.db", most_bytes=1)
    with closing(station.database):
        for number in range(20):
            station.record(number)
        found = [from_content(content) for _, content in station.waiting()]
    assert not any(batch.cycle for batch in found)
    assert [len(batch.events) for batch in found] == [int(n % ALARM_EVERY == 0) for n in range(20)]
    assert station.spool.thinned == 20


def test_a_restart_knows_how_much_waits(tmp_path: Path) -> None:
    path = tmp_path / "history.db"
    with closing(Station(path).database):
        pass
    first = Station(path)
    with closing(first.database):
        for number in range(60):
            first.record(number)
    again = Station(path)
    again.spool = Spool(again.plant, most_bytes=10_000)
    with closing(again.database):
        again.record(60)
        assert again.spool.thinned > 10
        assert sum(len(content) for _, content in again.waiting()) <= 10_000


@pytest.fixture
def second(station: Station) -> Iterator[Station]:
    """Another plant in the same file."""
    opened = Station(station.path, plant="second")
    yield opened
    opened.database.close()


def test_two_plants_in_one_file_have_names_and_orders_of_their_own(station: Station, second: Station) -> None:
    for number in range(30):
        station.record(number)
        if number % 3 == 0:
            second.record(number + 500)
    assert station.name() != second.name()
    assert [content for _, content in station.waiting()] == [to_content(batch_of(n)) for n in range(30)]
    assert [content for _, content in second.waiting()] == [
        to_content(batch_of(n + 500)) for n in range(0, 30, 3)
    ]
    given = {each: [number for number, _ in each.waiting()] for each in (station, second)}
    assert sorted([*given[station], *given[second]]) == list(range(1, 41))
    with station.database.reading() as connection:
        for each, numbers in given.items():
            others = set(range(1, 42)) - set(numbers)
            assert all(spool.was_given(connection, each.plant, number) for number in numbers)
            assert not any(spool.was_given(connection, each.plant, number) for number in others)
            assert spool.waiting(connection, each.plant, numbers[4]) == len(numbers) - 5


def test_what_arrived_of_one_plant_lets_nothing_of_another_go(station: Station, second: Station) -> None:
    for number in range(20):
        station.record(number)
        second.record(number)
    station.record(20, Progress(station.name(), 39))
    second.record(20, Progress(station.name(), 39))
    assert [number for number, _ in station.waiting()] == [41]
    assert [number for number, _ in second.waiting()] == [*range(2, 41, 2), 42]
    # Also where all of a plant has gone, it is known how far it was.
    station.record(21, Progress(station.name(), 43))
    with station.database.reading() as connection:
        assert spool.waiting(connection, station.plant) == 0
        assert spool.was_given(connection, station.plant, 43)
        assert not spool.was_given(connection, station.plant, 44)
        assert not spool.was_given(connection, second.plant, 39)


def test_too_much_of_one_plant_costs_another_nothing(tmp_path: Path) -> None:
    path = tmp_path / "history.db"
    rich, poor, new = Station(path), Station(path, 10_000, "second"), Station(path, 10_000, "third")
    with closing(rich.database), closing(poor.database), closing(new.database):
        for number in range(100):
            rich.record(number)
            poor.record(number)
        assert poor.spool.thinned > 20
        assert sum(len(content) for _, content in poor.waiting()) <= 10_000
        assert [from_content(content).events for _, content in poor.waiting()] == [
            batch_of(number).events for number in range(100)
        ]
        assert [content for _, content in rich.waiting()] == [to_content(batch_of(n)) for n in range(100)]
        # Nor does what waits of the others count where it begins.
        new.record(0)
        assert new.spool.thinned == 0


def test_an_older_copy_is_noticed_however_far_the_other_plant_is(station: Station, second: Station) -> None:
    """The other database has what this plant was given after the copy was made: up to 20."""
    for number in range(3):
        station.record(number)
    name, other = station.name(), second.name()
    for number in range(3, 53):
        second.record(number)
    station.record(3, Progress(name, 3))
    assert station.name() == name
    station.record(4, Progress(name, 20))
    assert station.name() != name
    assert second.name() == other
    assert [number for number, _ in station.waiting()] == [54, 55]
