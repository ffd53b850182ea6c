"""The alarm desk judges cycles, takes what people do, and takes up after a restart what it left."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest

from doge_gui.core.alarms.book import replay
from doge_gui.core.alarms.events import What
from doge_gui.core.alarms.report import AlarmReport
from doge_gui.core.alarms.rules import Rules
from doge_gui.core.alarms.states import AlarmState
from doge_gui.core.plan import RequestRule
from doge_gui.core.statuses import AddressStatus, Disconnection, DisconnectionState, DiskStatus, SoundStatus
from doge_gui.engine.alarm_desk import AlarmDesk
from doge_gui.engine.alarm_judge import AlarmJudge
from doge_gui.history.journal import read_journal
from doge_gui.history.recorder import Recorder
from tests.core.pictures import cycle, good, lost, plan_of

PLAN = plan_of("API-1", "API-2", requests=(RequestRule("temperature", threshold=30.0),))
START = datetime(2026, 1, 31, 8, tzinfo=UTC)
HOT = "high:temperature:API-1"


class Station:
    """A plant whose clocks the test turns, with its journal in a real file."""

    def __init__(self, file: Path, qtbot) -> None:
        self.file, self.now, self._qtbot = file, 0.0, qtbot
        self.ahead = 0.0
        self.room = DiskStatus("/data", 90, 100)
        self.desk: AlarmDesk
        self.told: list[AlarmReport] = []
        self._last = None
        self.begin()

    def begin(self, open_record: Callable[[], Recorder] | None = None) -> None:
        judge = AlarmJudge(
            open_record or partial(Recorder, self.file, "plant", self.wall),
            lambda: self.room,
            Rules(group_above=3),
        )
        self.desk = AlarmDesk(judge, lambda: self.now, self.wall, "anne")
        self.desk.changed.connect(self.told.append)
        self.wait(self.desk.start)

    def wall(self) -> datetime:
        return START + timedelta(seconds=self.now + self.ahead)

    def wait(self, act: Callable[[], object]) -> AlarmReport:
        """Do something, and wait until the desk has told what came of it."""
        with self._qtbot.waitSignal(self.desk.changed, timeout=5000):
            act()
        return self.told[-1]

    def cycle(self, *replies) -> AlarmReport:
        self.now += 60.0
        seen = cycle(PLAN, *replies, last=self._last, now=self.now)
        self._last = replace(seen, facts=replace(seen.facts, started_at=self.wall()))
        self.desk.take_snapshot(self._last)
        number = self._last.facts.number
        self._qtbot.waitUntil(lambda: self.told[-1].cycle == number, timeout=5000)
        return self.told[-1]

    def hot(self, first: float) -> AlarmReport:
        return self.cycle(good("API-1", (1, 1, 1), first), good("API-2", (1, 1, 1), 20.0))

    def state(self, key: str = HOT) -> AlarmState:
        alarm = self.told[-1].book.alarms.get(key)
        return alarm.state if alarm else AlarmState.NORMAL


@pytest.fixture
def station(tmp_path, qtbot) -> Iterator[Station]:
    station = Station(tmp_path / "history.db", qtbot)
    yield station
    station.desk.stop()


def test_a_breach_is_judged_as_soon_as_all_was_read_and_calls_until_silenced(station, qtbot) -> None:
    report = station.hot(31.8)
    assert (report.cycle, station.state()) == (1, AlarmState.UNACK)
    with qtbot.waitSignal(station.desk.heard) as heard:
        station.desk.silence()
    assert heard.args == [()]
    assert station.state() is AlarmState.UNACK
    station.desk.acknowledge((HOT,), "vent opened")
    qtbot.waitUntil(lambda: station.state() is AlarmState.ACKED, timeout=5000)
    assert station.told[-1].book.alarms[HOT].comment == "vent opened"
    station.hot(20.0)
    assert not station.told[-1].book.alarms


def test_a_restart_finds_the_same_states_and_the_same_acknowledgements(station) -> None:
    """Fault 35."""
    station.hot(31.8)
    station.wait(lambda: station.desk.acknowledge((HOT,), "seen"))
    station.cycle(good("API-1", (1, 1, 1), 31.8), lost("API-2", 1))
    before = station.told[-1].book
    assert station.desk.stop()
    station.begin()
    assert station.told[-1].book == before
    assert station.state() is AlarmState.ACKED
    assert replay(read_journal(station.file, "plant")) == before


def test_a_shelving_ends_by_itself_and_calls_again(station, qtbot) -> None:
    """Fault 33. The timer is real, and asks the test's clock whether the time is over."""
    station.hot(31.8)
    station.wait(lambda: station.desk.acknowledge((HOT,), ""))
    station.wait(lambda: station.desk.shelve((HOT,), 0.05, "sensor is being changed"))
    assert station.told[-1].book.alarms[HOT].shelved
    assert station.state() is AlarmState.ACKED
    station.now += 0.06
    qtbot.waitUntil(lambda: not station.told[-1].book.alarms[HOT].shelved, timeout=5000)
    assert station.state() is AlarmState.UNACK


def test_what_the_program_suffers_is_an_alarm_too(station) -> None:
    station.wait(lambda: station.desk.take_sound(SoundStatus(False, "no audio device")))
    station.wait(lambda: station.desk.take_addresses(AddressStatus("list.json", 2, 0.0, "not there")))
    assert {"sound", "addresses"} <= set(station.told[-1].book.alarms)
    station.room = DiskStatus("/data", 1_000_000, 10_000_000_000)
    station.hot(20.0)
    assert station.state("disk") is AlarmState.UNACK


def test_a_plc_that_stays_after_its_disconnection_is_an_alarm(station) -> None:
    """Fault 30."""
    station.hot(20.0)
    done = Disconnection("API-1", DisconnectionState.DONE, "ok", START, forced=True)
    station.wait(lambda: station.desk.take_disconnections((done,)))
    station.hot(20.0)
    assert station.state("still-connected:API-1") is AlarmState.UNACK
    station.wait(lambda: station.desk.acknowledge(("still-connected:API-1",), "it rejoined"))
    station.hot(20.0)
    assert station.state("still-connected:API-1") is AlarmState.ACKED
    station.now += 600.0
    station.hot(20.0)
    station.hot(20.0)
    assert station.state("still-connected:API-1") is AlarmState.NORMAL


def test_a_journal_that_cannot_be_written_is_an_alarm_and_loses_nothing(tmp_path, qtbot) -> None:
    folder = tmp_path / "away"
    folder.write_text("a file stands where the folder should be")
    station = Station(folder / "history.db", qtbot)
    station.hot(31.8)
    assert station.state("journal") is AlarmState.UNACK
    folder.unlink()
    station.hot(31.8)
    assert station.state("journal") is AlarmState.RTN_UNACK
    assert station.desk.stop()
    kept = list(read_journal(station.file, "plant"))
    assert replay(kept) == station.told[-1].book
    assert [event.id for event in kept if event.what is What.TRANSITION][:1] == ["journal"]


def test_everything_an_operator_can_do_reaches_the_book(station) -> None:
    desk = station.desk
    station.hot(31.8)
    assert station.wait(lambda: desk.take_out_of_service((HOT,), "repair")).book.alarms[HOT].out_of_service
    assert not station.wait(lambda: desk.put_in_service((HOT,))).book.alarms[HOT].out_of_service
    assert station.wait(lambda: desk.shelve((HOT,), 600.0, "later")).book.alarms[HOT].shelved
    assert not station.wait(lambda: desk.unshelve((HOT,))).book.alarms[HOT].shelved
    assert station.wait(lambda: desk.mute(600.0)).book.mute
    assert station.wait(desk.unmute).book.mute is None
    who = {event.who for event in station.told[-1].recent if event.what is not What.TRANSITION}
    assert who == {"anne"}


def test_other_rules_count_from_the_next_judgement_on(station) -> None:
    station.wait(lambda: station.desk.use(Rules(offline_after=2), 60.0, "configDoge.json"))
    station.cycle(good("API-1", (1, 1, 1), 20.0), lost("API-2", 1))
    assert station.state("offline:API-2") is AlarmState.NORMAL
    station.cycle(good("API-1", (1, 1, 1), 20.0), lost("API-2", 1))
    assert station.state("offline:API-2") is AlarmState.UNACK


def test_a_journal_that_is_taken_away_under_way_is_begun_anew_with_what_stands(station) -> None:
    station.hot(31.8)
    station.wait(lambda: station.desk.acknowledge((HOT,), "seen"))
    for file in station.file.parent.glob("history.db*"):
        file.unlink()
    station.cycle(good("API-1", (1, 1, 1), 31.8), lost("API-2", 1))
    station.cycle(good("API-1", (1, 1, 1), 31.8), lost("API-2", 1))
    before = station.told[-1].book
    assert station.state() is AlarmState.ACKED
    assert station.desk.stop()
    station.begin()
    assert station.told[-1].book == before


def test_an_entry_that_cannot_be_read_is_set_aside_and_watching_goes_on(station) -> None:
    """Fault 38: the pages are sound, what stands in one is not."""
    station.hot(31.8)
    assert station.desk.stop()
    with closing(sqlite3.connect(station.file)) as connection, connection:
        connection.execute("UPDATE alarm_event SET at = 9000000000000000000")
    station.begin()
    station.hot(31.8)
    assert station.state() is AlarmState.UNACK
    assert station.state("journal") is AlarmState.RTN_UNACK
    assert len(list(station.file.parent.glob("history-damaged-*.db"))) == 1


def test_a_flood_is_counted_by_time_itself_not_by_the_time_of_day(station) -> None:
    for _ in range(6):
        station.hot(31.8)
        station.hot(20.0)
    assert station.told[-1].raised == 5
    station.ahead -= 86_400.0
    station.now += 700.0
    assert station.hot(20.0).raised == 1  # the clock's own alarm


def test_after_a_restart_a_plc_that_is_still_connected_is_not_taken_for_one_that_left(station) -> None:
    """Fault 35, of an alarm about what happened before."""
    station.hot(20.0)
    done = Disconnection("API-1", DisconnectionState.DONE, "ok", START, forced=True)
    station.wait(lambda: station.desk.take_disconnections((done,)))
    station.hot(20.0)
    assert station.desk.stop()
    station.begin()
    station.hot(20.0)
    assert station.state("still-connected:API-1") is AlarmState.UNACK


def test_a_flood_goes_on_after_a_restart(station) -> None:
    for _ in range(5):
        station.hot(31.8)
        station.hot(20.0)
    before = station.told[-1].raised
    assert before == 5
    assert station.desk.stop()
    station.begin()
    assert station.told[-1].raised == before
