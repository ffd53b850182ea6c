"""What disks and people do to the file: the history says what is wrong, and the watch goes on."""

import resource
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import insert, inspect, select

from doge_gui.history import cycle_tables, migrations, schema
from doge_gui.history.database import Database, set_aside
from doge_gui.history.errors import DamagedError, FullError, HistoryError, LostFileError
from doge_gui.history.journal import Journal, read_journal
from doge_gui.history.places import Place, ServerUrl
from doge_gui.history.sqlite_file import BUSY_S
from tests.history.sessions import raised

NOW = datetime(2026, 1, 31, 8, 5, 9, tzinfo=UTC)
ASIDE = "history-damaged-20260131T080509.db"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "history.db"


def opened(path: Path) -> Journal:
    return Journal(path, "plant", lambda: NOW)


def filled(path: Path, entries: int) -> None:
    with closing(opened(path)) as record:
        record.append([raised(number) for number in range(entries)])


def test_the_file_is_safe_against_a_power_cut(path: Path) -> None:
    with closing(Database(path, writable=True)) as database, database.reading() as connection:
        asked = ("journal_mode", "synchronous", "foreign_keys", "application_id", "user_version")
        found = [connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in asked]
    assert found == ["wal", 2, 1, schema.APPLICATION_ID, migrations.VERSION]


def test_the_tables_are_those_that_are_written(place: Place) -> None:
    """The steps that make the tables and the description by which they are used tell the same."""
    assert cycle_tables.METADATA is schema.METADATA
    with closing(Database(place, writable=True)) as database, database.reading() as connection:
        found = inspect(connection)
        tables = {table.name for table in schema.METADATA.sorted_tables}
        assert set(found.get_table_names()) - {"watchdoge_tables"} == tables
        for table in schema.METADATA.sorted_tables:
            key = found.get_pk_constraint(table.name)["constrained_columns"]
            assert set(key) == {column.name for column in table.primary_key}
            made = [
                (column["name"], not column["nullable"] or column["name"] in key)
                for column in found.get_columns(table.name)
            ]
            assert made == [(column.name, not column.nullable) for column in table.columns]
            indexes = {
                index["name"]
                for index in found.get_indexes(table.name)
                if "duplicates_constraint" not in index
            }
            assert indexes == {index.name for index in table.indexes}


@contextmanager
def room(size: int) -> Iterator[None]:
    """No file of this process can grow beyond `size` bytes."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_without_room_nothing_is_recorded_by_halves_and_later_all_of_it_once(path: Path) -> None:
    with closing(opened(path)) as record:
        record.append([raised(0)])
        size = path.with_name("history.db-wal").stat().st_size
        batch = [raised(number) for number in range(1, 5000)]
        with room(size + 20_000), pytest.raises(FullError, match=r"history\.db: its disk .*room"):
            record.append(batch)
        assert list(record.read()) == [raised(0)]
        record.append(batch)
        assert list(record.read()) == [raised(number) for number in range(5000)]


def test_a_full_disk_is_told_as_such(path: Path) -> None:
    with closing(opened(path)) as record:
        record.append([raised(0)])
        with record.database.reading() as connection:
            connection.exec_driver_sql("PRAGMA max_page_count = 1")
        with pytest.raises(FullError, match=r"history\.db: no room left on its disk; make room"):
            record.append([raised(number) for number in range(1, 5000)])
        assert list(record.read()) == [raised(0)]


def test_a_folder_that_cannot_be(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(HistoryError, match=r"file/history\.db: .*check its folder"):
        opened(tmp_path / "file" / "history.db")
    with pytest.raises(HistoryError, match="cannot be opened"):
        opened(Path("/proc/self/history.db"))
    with pytest.raises(HistoryError, match="cannot be opened"):
        opened(tmp_path)


def test_a_file_that_may_only_be_read(path: Path) -> None:
    filled(path, 3)
    with closing(opened(path)) as record:
        with record.database.reading() as connection:
            connection.exec_driver_sql("PRAGMA query_only = 1")
        with pytest.raises(HistoryError, match="check the permissions"):
            record.append([raised(3)])
        assert len(list(record.read())) == 3


@pytest.mark.parametrize("content", [b"not a database" * 100, b"SQLite format 3\x00" + b"\xff" * 5000])
def test_what_is_no_database_is_set_aside_and_a_new_one_begun(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with closing(opened(path)) as record:
        assert f"set aside as {ASIDE}" in record.recovered
        assert str(path) in record.recovered
        record.append([raised(1)])
        assert list(record.read()) == [raised(1)]
    assert path.with_name(ASIDE).read_bytes() == content


def test_what_belongs_to_a_damaged_file_goes_with_it(path: Path) -> None:
    endings = ("", "-wal", "-shm")
    for ending in endings:
        path.with_name(f"history.db{ending}").write_text(f"damaged{ending}")
    assert set_aside(path, NOW).name == ASIDE
    assert {file.name for file in path.parent.iterdir()} == {f"{ASIDE}{ending}" for ending in endings}
    for ending in endings:
        assert path.with_name(f"{ASIDE}{ending}").read_text() == f"damaged{ending}"


def test_damaged_twice_in_a_second_both_are_kept(path: Path) -> None:
    for content in (b"first" * 300, b"second" * 300):
        path.write_bytes(content)
        opened(path).close()
    assert path.with_name(ASIDE).read_bytes() == b"first" * 300
    second = path.with_name("history-damaged-20260131T080509-2.db")
    assert second.read_bytes() == b"second" * 300


def test_a_damaged_page_in_the_middle_is_found_at_the_next_start(path: Path) -> None:
    filled(path, 3000)
    with path.open("r+b") as file:
        file.seek(path.stat().st_size // 2 // 4096 * 4096)
        file.write(b"\xa5" * 4096)
    with pytest.raises(DamagedError, match="damaged"):
        Database(path, writable=True)
    with closing(opened(path)) as record:
        assert "damaged" in record.recovered
        assert list(record.read()) == []
        record.append([raised(1)])
    with closing(opened(path)) as record:
        assert record.recovered == ""
    assert path.with_name(ASIDE).stat().st_size > 100_000


def test_a_damaged_page_of_readings_is_told_when_it_is_asked_for(path: Path) -> None:
    """No start reads gigabytes of readings: what is damaged among them is found by who asks for it later."""
    with closing(Database(path, writable=True)) as database, database.writing() as connection:
        for series in range(50):
            values = {"segment": 1, "series": series, "content": bytes([series]) * 20_000}
            connection.execute(insert(cycle_tables.BLOCK), values)
    with path.open("r+b") as file:
        file.seek(path.stat().st_size // 2 // 4096 * 4096)
        file.write(b"\xa5" * 20 * 4096)
    with closing(Database(path, writable=True)) as database:
        with pytest.raises(DamagedError, match="damaged"), database.reading() as connection:
            connection.execute(select(cycle_tables.BLOCK)).all()
        with database.writing() as connection:
            connection.execute(insert(schema.PLANT).values(name="plant"))


def test_a_damaged_page_is_told_to_who_reads_it(path: Path) -> None:
    filled(path, 3000)
    content = bytearray(path.read_bytes())
    content[4096:] = b"\xa5" * (len(content) - 4096)
    path.write_bytes(bytes(content))
    with pytest.raises(HistoryError, match="damaged"):
        list(read_journal(path, "plant"))


def test_the_file_of_a_newer_program_is_left_as_it_is(path: Path) -> None:
    filled(path, 2)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {migrations.VERSION + 1}")
    before = path.read_bytes()
    with pytest.raises(HistoryError, match=rf"newer WatchDoge \(version {migrations.VERSION + 1}") as refused:
        opened(path)
    assert not isinstance(refused.value, DamagedError)
    assert path.read_bytes() == before
    # It may still be read.
    assert list(read_journal(path, "plant")) == [raised(0), raised(1)]


def test_an_entry_of_a_newer_program_is_no_riddle(path: Path) -> None:
    filled(path, 2)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE alarm_event SET kind = 999, id = 'new' WHERE seq = 2")
        connection.commit()
    with closing(opened(path)) as record, pytest.raises(HistoryError, match=r"newer WatchDoge \(number 999"):
        record.load()


def test_the_database_of_another_program_is_left_as_it_is(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE recipes (cake TEXT)")
    before = path.read_bytes()
    with pytest.raises(HistoryError, match="another program; choose another file"):
        opened(path)
    assert path.read_bytes() == before


def test_a_step_that_fails_leaves_the_old_tables(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    with closing(Journal(place, "plant")) as record:
        record.append([raised(0), raised(1)])
    broken = ("CREATE TABLE more (number INTEGER)", "CREATE TABLE plant (number INTEGER)")
    monkeypatch.setattr(migrations, "STEPS", (*migrations.STEPS, broken))
    monkeypatch.setattr(migrations, "VERSION", migrations.VERSION + 1)
    expected = "tables of another program" if isinstance(place, ServerUrl) else "plant already exists"
    with pytest.raises(HistoryError, match=expected):
        Database(place, writable=True)
    monkeypatch.undo()
    with closing(Database(place, writable=False)) as database, database.reading() as connection:
        assert not inspect(connection).has_table("more")
    with closing(Journal(place, "plant")) as record:
        assert list(record.read()) == [raised(0), raised(1)]


def test_another_program_that_holds_the_file_is_waited_for_but_not_for_long(path: Path) -> None:
    with closing(opened(path)) as record, closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(HistoryError, match="held by another program"):
            record.append([raised(1)])
        other.execute("ROLLBACK")
        record.append([raised(1)])
        assert list(record.read()) == [raised(1)]
    assert BUSY_S <= 0.5


@pytest.mark.skipif(sys.platform == "win32", reason="a file in use cannot be removed there")
def test_a_file_that_somebody_removes_is_missed(path: Path) -> None:
    with closing(opened(path)) as record:
        record.append([raised(1)])
        path.unlink()
        with pytest.raises(LostFileError, match="removed or replaced"):
            record.append([raised(2)])
    with closing(opened(path)) as record:
        record.append([raised(2)])
        assert list(record.read()) == [raised(2)]
