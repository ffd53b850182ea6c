"""Whatever happens to the server, the network and the program: all arrives, in order, each once."""

import random
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from doge_gui.core.recording.batch import Batch
from doge_gui.history import postgres_connection
from doge_gui.history.forwarder import Forwarder, ForwardStatus
from doge_gui.history.places import Place, ServerUrl
from doge_gui.history.spool import Progress, SpoolReader
from tests.history.looking import change, rows
from tests.history.postgres_server import PostgresServer
from tests.history.sessions import raised
from tests.history.station import (
    ALARM_EVERY,
    BEGAN,
    PLANT,
    Elsewhere,
    Station,
    arrived,
    expected,
    forwarding,
)

DAY = 24 * 60
WAIT_S = 40


def until(fact: Callable[[], bool]) -> None:
    """Wait for a fact that another thread makes true."""
    ends_at = time.monotonic() + WAIT_S
    while not fact():
        assert time.monotonic() < ends_at, "it never came"
        time.sleep(0.002)


@pytest.fixture
def station(tmp_path: Path) -> Iterator[Station]:
    opened = Station(tmp_path / "local" / "history.db")
    yield opened
    opened.database.close()


class Told:
    """The statuses that were told."""

    def __init__(self) -> None:
        self.all: list[ForwardStatus] = []

    def __call__(self, status: ForwardStatus) -> None:
        self.all.append(status)


@pytest.fixture
def told() -> Told:
    return Told()


@pytest.fixture
def forwarder(station: Station, place: Place, told: Told) -> Iterator[Forwarder]:
    forwards = forwarding(station.path, place, told)
    forwards.start()
    yield forwards
    assert forwards.stop(10)


def record(station: Station, forwarder: Forwarder, numbers: range) -> None:
    """Cycles one after the other, as the clock brings them."""
    for number in numbers:
        station.record(number, forwarder.progress)
        forwarder.wake()


def at(forwarder: Forwarder) -> int:
    return forwarder.progress.number if forwarder.progress else 0


def test_what_is_recorded_here_arrives_there(station: Station, place: Place, forwarder, told: Told) -> None:
    record(station, forwarder, range(40))
    until(lambda: at(forwarder) == 40)
    assert arrived(place) == expected(40)
    until(lambda: forwarder.status == ForwardStatus())
    assert not any(status.error for status in told.all)
    told_there = "SELECT station, plant.name, taken.number FROM taken JOIN plant ON plant = plant.number"
    assert rows(place, told_there) == [(station.name(), PLANT, 40)]
    # What arrived is let go of as the recording goes on.
    station.record(40, forwarder.progress)
    assert [number for number, _ in station.waiting()] == [41]


def test_the_first_batch_is_sent_also_where_nothing_was_ever_recorded(
    station: Station, place: Place, forwarder: Forwarder
) -> None:
    until(lambda: forwarder._store is not None)
    time.sleep(0.1)
    record(station, forwarder, range(3))
    until(lambda: at(forwarder) == 3)
    assert arrived(place) == expected(3)


def test_away_for_a_day_it_all_arrives_once(
    station: Station, postgres: PostgresServer, told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Stopped for a day; then killed, frozen and restarted while it takes what waited."""
    monkeypatch.setattr(postgres_connection.BoundedConnection, "answer_s", 1.0)
    monkeypatch.setattr(postgres_connection, "CONNECT_S", 2)
    place = ServerUrl(postgres.database())
    forwards = forwarding(station.path, place, told)
    forwards.start()
    try:
        record(station, forwards, range(20))
        until(lambda: at(forwards) == 20)
        postgres.stop()
        record(station, forwards, range(20, 20 + DAY))
        until(lambda: forwards.status.waiting == DAY)
        assert "cannot be reached" in forwards.status.error
        assert forwards.status.oldest == BEGAN.replace(minute=20)
        postgres.start()
        until(lambda: at(forwards) > 200)
        postgres.kill()
        # All that waited may have arrived just before: there is always something to ask for.
        record(station, forwards, range(20 + DAY, 21 + DAY))
        until(lambda: forwards.status.error != "")
        postgres.start()
        until(lambda: not forwards.status.error and at(forwards) > 500)
        postgres.freeze()
        record(station, forwards, range(21 + DAY, 22 + DAY))
        # Frozen within a transaction, or before the next one: then the connection is tried, and made anew.
        silent = ("no answer within 1 s", "connection timeout expired")
        until(lambda: any(words in forwards.status.error for words in silent))
        postgres.thaw()
        until(lambda: at(forwards) > 800)
        postgres.restart()
        record(station, forwards, range(22 + DAY, 30 + DAY))
        until(lambda: forwards.status == ForwardStatus())
    finally:
        postgres.thaw()
        assert forwards.stop(10)
    assert arrived(place) == expected(30 + DAY)


@pytest.mark.system
@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL")
def test_the_program_killed_again_and_again_loses_and_doubles_nothing(station: Station, place: Place) -> None:
    cycles, rounds, chance = 280, 0, random.Random(4)
    for number in range(cycles):
        station.record(number)
    target = place.text if isinstance(place, ServerUrl) else str(place)
    while True:
        command = [sys.executable, "-m", "tests.history.station", str(station.path), target]
        with subprocess.Popen(command, stdout=-1, text=True) as program:
            assert program.stdout is not None
            try:
                enough = int(program.stdout.readline()) + chance.randint(20, 60)
                if any(int(line) >= enough for line in program.stdout):
                    time.sleep(chance.uniform(0, 0.01))
                    program.kill()
            finally:
                program.kill()
            if program.wait() == 0:
                break
        rounds += 1
    assert rounds > 4
    assert arrived(place) == expected(cycles)


def test_the_connection_breaks_as_the_answer_is_due(
    station: Station, postgres: PostgresServer, told: Told
) -> None:
    """The server sends everybody away: whether the last transaction counts is not known then."""
    place = ServerUrl(postgres.database())
    for number in range(300):
        station.record(number)
    forwards = forwarding(station.path, place, told)
    forwards.start()
    away, chance = 0, random.Random(6)
    query = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'watchdoge'"
    try:
        with postgres.connected("postgres") as other:
            other.autocommit = True
            while at(forwards) < 300:
                enough = min(at(forwards) + chance.randint(5, 40), 300)
                until(lambda: at(forwards) >= enough)  # noqa: B023
                away += len(other.execute(query).fetchall())
    finally:
        assert forwards.stop(10)
    assert away > 5
    assert arrived(place) == expected(300)


@pytest.mark.parametrize("cycles", [True, False])
def test_what_a_given_up_transaction_did_after_all_is_noticed(
    station: Station, place: Place, told: Told, cycles: bool
) -> None:
    """As where a connection breaks while the other side is at work: here, a second program does that work.

    Cycles show what is missing of them; alarms alone would come twice without a word.
    """
    both = [forwarding(station.path, place, told), forwarding(station.path, place, Told())]
    for forwards in both:
        forwards.start()
    for number in range(150):
        batch = None if cycles else Batch((raised(number, str(number)),))
        station.record(number, batch=batch)
        for forwards in both:
            forwards.wake()
        if number % 5 == 0:
            until(lambda: max(map(at, both)) > number)  # noqa: B023
    until(lambda: max(map(at, both)) == 150)
    for forwards in both:
        assert forwards.stop(10)
    assert arrived(place) == (expected(150) if cycles else ([], list(range(150))))


def test_what_nobody_waits_for_is_done_when_all_is_sent(station: Station, place: Place) -> None:
    done: list[int] = []

    class Tidying(Elsewhere):
        def settle(self) -> bool:
            done.append(len(arrived(place)[0]))
            return len(done) < 4

    for number in range(40):
        station.record(number)
    forwards = Forwarder(lambda: SpoolReader(station.path, PLANT), lambda: Tidying(place), lambda _: None)
    forwards.start()
    until(lambda: len(done) == 4)
    assert forwards.stop(10)
    assert done == [40] * 4


def test_a_server_that_refuses_is_told_and_tried_again(
    station: Station, postgres: PostgresServer, told: Told
) -> None:
    url = postgres.database()
    station.record(0)
    forwards = forwarding(station.path, ServerUrl(url.replace("only", "wrong")), told)
    forwards.start()
    until(lambda: "password authentication failed" in forwards.status.error)
    assert forwards.status.waiting == 1
    assert forwards.stop(10)
    assert not any("wrong" in repr(status) for status in told.all)


def test_readings_that_were_dropped_cost_no_alarm(tmp_path: Path, place: Place, told: Told) -> None:
    station = Station(tmp_path / "local" / "history.db", most_bytes=100_000)
    for number in range(800):
        station.record(number)
    forwards = forwarding(station.path, place, told)
    forwards.start()
    until(lambda: at(forwards) == 800)
    assert forwards.stop(10)
    cycles, alarms = arrived(place)
    assert alarms == list(range(0, 800, ALARM_EVERY))
    # What is left begins where it can be read without what was dropped.
    assert cycles == list(range(720, 800))
    assert 360 < station.spool.thinned < 720
    station.database.close()


def test_a_batch_that_the_disk_did_not_keep_is_told_and_passed_over(
    station: Station, place: Place, told: Told, caplog: pytest.LogCaptureFixture
) -> None:
    for number in range(10):
        station.record(number)
    change(station.path, "UPDATE spool SET content = :content WHERE number = 8", content=b"\x01damaged")
    forwards = forwarding(station.path, place, told)
    forwards.start()
    until(lambda: at(forwards) == 10)
    until(lambda: forwards.status == ForwardStatus(unreadable=1))
    assert forwards.stop(10)
    assert "batch 8 is passed over" in caplog.text
    # The cycles after it say too little without it, until the next segment begins.
    assert arrived(place) == (list(range(7)), [0])


def test_a_batch_of_a_newer_program_waits_for_that(station: Station, place: Place, told: Told) -> None:
    for number in range(3):
        station.record(number)
    change(station.path, "UPDATE spool SET content = :content WHERE number = 2", content=b"\x63")
    forwards = forwarding(station.path, place, told)
    forwards.start()
    until(lambda: "start the newer WatchDoge" in forwards.status.error)
    assert forwards.status.waiting == 2
    assert forwards.stop(10)
    assert arrived(place) == ([0], [0])


def test_a_file_of_an_older_day_sends_under_a_new_name(
    station: Station, place: Place, told: Told, tmp_path: Path
) -> None:
    """Put back from a copy: what it records from then on is not taken for known."""
    forwards = forwarding(station.path, place, told)
    forwards.start()
    record(station, forwards, range(10))
    until(lambda: at(forwards) == 10)
    station.record(10, Progress(forwards.progress.station, 10))
    assert forwards.stop(10)
    station.database.close()
    shutil.copy(station.path, tmp_path / "older.db")
    station = Station(station.path)
    forwards = forwarding(station.path, place, told)
    forwards.start()
    record(station, forwards, range(11, 20))
    until(lambda: at(forwards) == 20)
    assert forwards.stop(10)
    station.database.close()

    older = Station(tmp_path / "older.db")
    forwards = forwarding(older.path, place, told)
    forwards.start()
    until(lambda: "an older copy" in forwards.status.error)
    older.record(360, forwards.progress)
    until(lambda: forwards.status == ForwardStatus())
    assert forwards.stop(10)
    older.database.close()
    cycles, _ = arrived(place)
    # The one that waited in the copy came a second time; what was recorded since came.
    assert cycles[-1] == 360


def test_two_plants_in_one_file_go_each_to_its_own_place(
    station: Station, place: Place, told: Told, tmp_path: Path
) -> None:
    """What waits of a plant whose place cannot be reached stays, while the other's arrives and goes."""
    second, later = Station(station.path, plant="second"), tmp_path / "later" / "history.db"
    first_forwards = forwarding(station.path, place)
    away = ServerUrl("postgresql://watchdoge@127.0.0.1:1/away")
    second_forwards = forwarding(station.path, away, told, "second")
    for forwards in (first_forwards, second_forwards):
        forwards.start()
    for number in range(60):
        station.record(number, first_forwards.progress)
        second.record(number, second_forwards.progress)
        first_forwards.wake()
        second_forwards.wake()
    until(lambda: at(first_forwards) == 119)
    until(lambda: first_forwards.status == ForwardStatus())
    until(lambda: second_forwards.status.waiting == 60)
    assert "cannot be reached" in second_forwards.status.error
    for forwards in (first_forwards, second_forwards):
        assert forwards.stop(10)
    station.record(60, first_forwards.progress)
    assert [number for number, _ in station.waiting()] == [121]
    assert [number for number, _ in second.waiting()] == list(range(2, 122, 2))
    assert arrived(place) == expected(60)
    again = forwarding(station.path, later, told, "second")
    again.start()
    until(lambda: at(again) == 120)
    assert again.stop(10)
    second.database.close()
    assert arrived(later) == expected(60)


def test_a_file_put_in_place_of_another_is_read_by_the_name_of_the_plant(
    station: Station, place: Place, tmp_path: Path
) -> None:
    """In it a plant's number may be another one's."""
    other = Station(tmp_path / "put" / "history.db", plant="second")
    mine = Station(other.path)
    for number in range(5):
        other.record(number + 100)
        mine.record(number)
    assert other.plant == station.plant != mine.plant
    for each in (station, other, mine):
        each.database.close()
    other.path.replace(station.path)
    forwards = forwarding(station.path, place)
    forwards.start()
    until(lambda: at(forwards) == 10)
    assert forwards.stop(10)
    assert arrived(place) == expected(5)
