"""A newer program takes over what the one before wrote; cut off on the way, it leaves the old or the new."""

import shutil
import sqlite3
import subprocess
import sys
from collections import namedtuple
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import insert

from doge_gui.core.alarms.book import replay
from doge_gui.history import backup, book_content, cycle_tables, migrations, schema, versions
from doge_gui.history.database import Database, open_or_begin
from doge_gui.history.errors import FullError, HistoryError
from doge_gui.history.event_rows import to_row
from doge_gui.history.journal import Journal, read_journal
from doge_gui.history.places import Place, ServerUrl
from tests.history.looking import change, rows
from tests.history.sessions import raised

NOW = datetime(2026, 1, 31, 8, 5, 9, tzinfo=UTC)
ENTRIES = [raised(number) for number in range(20)]
KEPT = 15
"""The book of the first so many entries is kept."""
BACKUP = "history-v1-20260131.db"


def begin_at_version_1(place: Place) -> None:
    """A database as the program of version 1 left it: a journal and a kept book."""
    spelling = migrations.SQLITE if isinstance(place, Path) else migrations.POSTGRESQL
    made = [statement.format_map(spelling) for statement in migrations.STEPS[0]]
    if isinstance(place, Path):
        place.parent.mkdir(exist_ok=True)
        with closing(sqlite3.connect(place)) as connection:
            told = [f"PRAGMA application_id = {schema.APPLICATION_ID}", "PRAGMA user_version = 1"]
            for statement in (*made, *told, "PRAGMA journal_mode = WAL"):
                connection.execute(statement)
    else:
        url = place.filled()
        way = {"host": url.host, "port": url.port, "user": url.username, "password": url.password}
        with psycopg.connect(dbname=url.database, **way) as connection:
            told = ["CREATE TABLE watchdoge_tables (version INTEGER NOT NULL)"]
            for statement in (*made, *told, "INSERT INTO watchdoge_tables VALUES (1)"):
                connection.execute(statement)
    # Opened for writing, it would be brought to the newest version.
    database = Database(place, writable=False)
    with closing(database):
        engine = database._side.engine(writable=True)
        with engine.begin() as connection:
            connection.execute(insert(schema.PLANT).values(number=1, name="plant"))
            connection.execute(insert(schema.ALARM_EVENT), [to_row(event, 1) for event in ENTRIES])
            book = book_content.to_content(replay(ENTRIES[:KEPT]))
            kept = {"plant": 1, "seq": KEPT, "format": book_content.FORMAT, "content": book}
            connection.execute(insert(schema.ALARM_BOOK), kept)
        engine.dispose()


def version(place: Place) -> int:
    with closing(Database(place, writable=False)) as database, database.reading() as connection:
        if isinstance(place, Path):
            return versions.version_of(connection)
        return versions.server_version(connection)


def tables(place: Place) -> set[str]:
    told = (
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
        if isinstance(place, Path)
        else "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
    )
    return {name for (name,) in rows(place, told)} - {"watchdoge_tables"}


OLD = {"plant", "alarm_event", "alarm_book"}
NEW = {table.name for table in cycle_tables.METADATA.sorted_tables}


def test_what_the_version_before_wrote_stands(place: Place) -> None:
    begin_at_version_1(place)
    assert (version(place), tables(place)) == (1, OLD)
    with closing(Journal(place, "plant")) as record:
        assert record.recovered == ""
        assert list(record.read()) == ENTRIES
        assert record.load() == replay(ENTRIES)
        record.append([raised(20)])
        assert list(record.read()) == [*ENTRIES, raised(20)]
    assert (version(place), tables(place)) == (migrations.VERSION, NEW)
    assert rows(place, "SELECT plant, seq FROM alarm_book") == [(1, KEPT)]


Migrating = Callable[[object, Place], str]


@pytest.fixture(scope="module")
def migrating() -> Iterator[Migrating]:
    """Opens a place in a program that is killed at a statement; says how that ended."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.history.migrating"], stdin=-1, stdout=-1, text=True
    ) as program:
        assert program.stdin is not None
        assert program.stdout is not None

        def migrate(when: object, place: Place) -> str:
            program.stdin.write(f"{when} {place.text if isinstance(place, ServerUrl) else place}\n")
            program.stdin.flush()
            return program.stdout.readline().strip()

        yield migrate
        program.stdin.close()


@pytest.mark.system
@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL and fork")
def test_killed_at_any_statement_it_is_the_old_or_the_new(
    place: Place, request: pytest.FixtureRequest, migrating: Migrating
) -> None:
    ended, seen = "killed", []
    while ended == "killed":
        each = another(place, len(seen), request)
        begin_at_version_1(each)
        ended = migrating(len(seen), each)
        seen.append(version(each))
        assert tables(each) == (OLD if seen[-1] == 1 else NEW)
        assert list(read_journal(each, "plant")) == ENTRIES
        with closing(Journal(each, "plant")) as record:
            assert record.load() == replay(ENTRIES)
        assert tables(each) == NEW
    assert ended == "done"
    # Not once was it killed too early or too late to matter.
    assert seen == sorted(seen)
    assert seen.count(1) > len(migrations.STEPS[1])
    assert seen[-1] == migrations.VERSION


def another(place: Place, number: int, request: pytest.FixtureRequest) -> Place:
    """A place of the same kind, not used yet."""
    if isinstance(place, Path):
        return place.with_name(str(number)) / place.name
    return ServerUrl(request.getfixturevalue("postgres").database())


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file of version 1."""
    begin_at_version_1(tmp_path / "history.db")
    return tmp_path / "history.db"


def test_a_copy_is_made_before(path: Path) -> None:
    opened, said = open_or_begin(path, NOW)
    with closing(opened):
        assert said == ""
        assert opened.backup == path.with_name(BACKUP)
    assert {file.name for file in path.parent.iterdir()} == {"history.db", BACKUP}
    assert version(path.with_name(BACKUP)) == 1
    assert list(read_journal(path.with_name(BACKUP), "plant")) == ENTRIES
    # Put back, it is as good as before.
    path.with_name(BACKUP).replace(path)
    with closing(Journal(path, "plant")) as record:
        assert list(record.read()) == ENTRIES


def test_what_only_stands_in_the_log_is_in_the_copy(path: Path) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.execute("PRAGMA wal_autocheckpoint = 0")
        other.execute("UPDATE alarm_event SET comment = 'late' WHERE seq = 20")
        other.commit()
        open_or_begin(path, NOW)[0].close()
    assert [event.comment for event in read_journal(path.with_name(BACKUP), "plant")][-1] == "late"


def test_of_a_new_file_and_of_one_of_this_version_no_copy_is_made(tmp_path: Path) -> None:
    for _ in range(2):
        with closing(Database(tmp_path / "history.db", writable=True)) as database:
            assert database.backup is None
    assert {file.name for file in tmp_path.iterdir()} == {"history.db"}


@pytest.mark.system
@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL and fork")
def test_killed_while_it_copies_the_next_start_does_it_anew(path: Path, migrating: Migrating) -> None:
    assert migrating("copy", path) == "killed"
    assert version(path) == 1
    left = [file.name for file in path.parent.glob("*.part")]
    assert len(left) == 1
    with closing(Database(path, writable=True)) as database:
        assert database.backup is not None
        assert list(read_journal(database.backup, "plant")) == ENTRIES
    assert not list(path.parent.glob("*.part"))


def test_without_room_for_the_copy_nothing_is_begun(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage(10**9, 10**9, backup.MARGIN))
    with pytest.raises(FullError, match=r"history\.db: its tables .* 34 MB are free; make room"):
        Database(path, writable=True)
    assert version(path) == 1
    assert not list(path.parent.glob("history-v1*"))
    monkeypatch.undo()
    with closing(Journal(path, "plant")) as record:
        assert list(record.read()) == ENTRIES


def test_what_a_newer_program_wrote_is_read_and_not_written(place: Place) -> None:
    with closing(Journal(place, "plant")) as record:
        record.append(ENTRIES)
    newer = {True: "PRAGMA user_version = 99", False: "UPDATE watchdoge_tables SET version = 99"}
    change(place, newer[isinstance(place, Path)])
    with pytest.raises(HistoryError, match=r"newer WatchDoge \(version 99 of the tables, this one writes 2"):
        Database(place, writable=True)
    assert version(place) == 99
    assert list(read_journal(place, "plant")) == ENTRIES
