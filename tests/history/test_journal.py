"""What was entered into the journal is there again after a restart, to the last bit."""

import math
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from doge_gui.core.alarms.alarm import Kind
from doge_gui.core.alarms.book import Book, replay
from doge_gui.core.alarms.events import Event, What
from doge_gui.core.alarms.states import AlarmState, Priority
from doge_gui.history import book_content, event_rows, journal, journal_rows
from doge_gui.history.journal import Journal, read_journal
from doge_gui.history.places import Place
from tests.history.any_entry import events
from tests.history.looking import change, rows
from tests.history.sessions import BEGAN, raised, session


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(batches=st.lists(st.lists(events, max_size=4), max_size=3))
def test_every_field_comes_back_as_it_was(place: Place, batches: list[list[Event]]) -> None:
    with closing(Journal(place, "plant")) as record:
        before = len(list(record.read()))
        for batch in batches:
            record.append(batch)
    told = [event for batch in batches for event in batch]
    with closing(Journal(place, "plant")) as record:
        found = list(record.read())[before:]
    assert found == told
    for event, one in zip(told, found, strict=True):
        # Equality alone would let an integer pass for a state, and 0.0 for -0.0 is all that may differ.
        assert [type(field) for field in one] == [type(field) for field in event]


def test_a_value_that_is_no_number_is_entered_as_none(place: Place) -> None:
    with closing(Journal(place, "plant")) as record:
        record.append([raised(1)._replace(value=math.nan, limit=math.inf)])
        assert list(record.read()) == [raised(1)._replace(value=None, limit=math.inf)]


def test_an_instant_without_its_offset_is_a_mistake_of_ours(place: Place) -> None:
    with closing(Journal(place, "plant")) as record:
        with pytest.raises(ValueError, match="offset"):
            record.append([raised(1), raised(2)._replace(at=datetime(2026, 1, 31))])  # noqa: DTZ001
        assert list(record.read()) == []


@pytest.mark.parametrize(
    ("members", "codes"),
    [
        (What, event_rows.WHATS),
        (Kind, event_rows.KINDS),
        (AlarmState, event_rows.STATES),
        (Priority, event_rows.PRIORITIES),
    ],
)
def test_each_member_has_a_number_of_its_own(members: type, codes: dict[object, int]) -> None:
    assert set(codes) == set(members)
    assert len(set(codes.values())) == len(codes)


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("every", [7, 10_000])
def test_after_a_restart_the_alarms_stand_as_they_stood(
    place: Place, monkeypatch: pytest.MonkeyPatch, seed: int, every: int
) -> None:
    """The book is kept every few entries, or never; the program ends now and then."""
    monkeypatch.setattr(journal, "BOOK_EVERY", every)
    record = Journal(place, "plant")
    stages = session(seed, 200)
    for number, stage in enumerate(stages):
        record.append(stage.events)
        record.settle()
        if number % 40 == 0:
            record.close()
            record = Journal(place, "plant")
            assert record.load() == stage.book
    found = list(record.read())
    assert found == [event for stage in stages for event in stage.events]
    assert record.load() == replay(found) == stages[-1].book
    assert list(record.load().alarms) == list(replay(found).alarms)
    record.close()
    assert bool(rows(place, "SELECT seq FROM alarm_book")) is (every == 7)
    # The story must be worth telling.
    assert {event.what for event in found} >= {What.SHELVED, What.SUPPRESSED, What.ACKNOWLEDGED, What.MUTED}


def test_a_kept_book_is_that_of_the_plants_own_last_entry(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(journal, "BOOK_EVERY", 10)
    with closing(Journal(place, "north")) as north, closing(Journal(place, "south")) as south:
        for number in range(6):
            north.append([raised(number), raised(number + 1)])
            north.settle()
            south.append([raised(number)])
            south.settle()
    # Of three entries a round, the north's fifth pair ends with the 14th; the south has but six.
    assert rows(place, "SELECT plant, seq FROM alarm_book") == [(1, 14)]


@pytest.mark.parametrize("content", [b"", b"\x00" * 40, None])
def test_a_kept_book_that_cannot_be_read_is_made_anew_from_the_journal(
    place: Place, monkeypatch: pytest.MonkeyPatch, content: bytes | None
) -> None:
    """None: a book of another format, as a newer or an older program leaves it."""
    monkeypatch.setattr(journal, "BOOK_EVERY", 5)
    stages = session(1, 60)
    with closing(Journal(place, "plant")) as record:
        for stage in stages:
            record.append(stage.events)
            record.settle()
    if content is None:
        change(place, "UPDATE alarm_book SET format = 99")
    else:
        change(place, "UPDATE alarm_book SET content = :content", content=content)
    with closing(Journal(place, "plant")) as record:
        assert record.load() == stages[-1].book


@pytest.mark.parametrize("seed", range(3))
def test_a_book_keeps_all_that_replay_would_rebuild(seed: int) -> None:
    for stage in session(seed, 100):
        # What lasts for a run only is not compared.
        assert book_content.from_content(book_content.to_content(stage.book)) == replace(stage.book)


def test_a_journal_begun_in_the_middle_takes_the_book_along(place: Place) -> None:
    """As after a damaged file: what was before is lost to the journal, not to the program."""
    stages = session(2, 80)
    book = stages[50].book
    assert book.standing()
    with closing(Journal(place, "plant")) as record:
        record.append(stages[50].events, book)
        assert record.load() == book
        for stage in stages[51:]:
            record.append(stage.events)
        assert record.load() == stages[-1].book


def test_two_plants_in_one_file_know_nothing_of_each_other(place: Place) -> None:
    north, south = Journal(place, "/plants/north/configDoge.json"), Journal(place, "/plants/s\udcfcd.json")
    with closing(north), closing(south):
        for number in range(10):
            north.append([raised(number)])
            south.append([raised(number + 100, "south")])
        assert [event.comment for event in north.read()] == [""] * 10
        assert [event.comment for event in south.read()] == ["south"] * 10
        assert north.load() == replay(raised(number) for number in range(10))
    assert next(iter(read_journal(place, "/plants/s\udcfcd.json"))) == raised(100, "south")
    assert list(read_journal(place, "elsewhere")) == []


def test_read_since_an_instant_while_the_clock_was_set_back(place: Place, monkeypatch) -> None:
    """Entries keep the order in which they were made, whatever the clock said then."""
    monkeypatch.setattr(journal_rows, "_PAGE", 4)
    with closing(Journal(place, "plant")) as record:
        record.append([raised(number) for number in (*range(20), *range(5, 25))])
        since = BEGAN + timedelta(seconds=10)
        expected = [raised(number) for number in (*range(10, 20), *range(10, 25))]
        assert list(record.read(since)) == expected
        assert list(read_journal(record.path, "plant", since)) == expected
        assert list(record.read(BEGAN + timedelta(days=1))) == []
        assert record.latest(3) == [raised(number) for number in (22, 23, 24)]
        assert record.latest(100) == list(record.read())


def test_who_reads_slowly_holds_nothing_up(tmp_path: Path, monkeypatch) -> None:
    """Between two pages a reader holds no transaction: the log beside the file can be taken into it."""
    monkeypatch.setattr(journal_rows, "_PAGE", 10)
    path = tmp_path / "history.db"
    with closing(Journal(path, "plant")) as record:
        record.append([raised(number) for number in range(30)])
        reader = read_journal(path, "plant")
        assert next(reader) == raised(0)
        record.append([raised(30)])
        with closing(sqlite3.connect(path)) as other:
            blocked, _, _ = other.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        assert blocked == 0
        assert list(reader) == [raised(number) for number in range(1, 31)]


def test_an_empty_journal_is_an_empty_book(place: Place) -> None:
    if isinstance(place, Path):
        place = place.parent / "new" / "folder" / "history.db"
    with closing(Journal(place, "plant")) as record:
        record.append([])
        assert record.load() == Book()
        assert list(record.read()) == []
        assert record.recovered == ""
