"""What servers, networks and configurations do to a history on PostgreSQL: told, and not waited for."""

import math
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import closing

import pytest
from sqlalchemy import text

from doge_gui.history import postgres_connection
from doge_gui.history.database import Database, begin_anew, open_or_begin
from doge_gui.history.errors import AwayError, DamagedError, HistoryError
from doge_gui.history.journal import Journal
from doge_gui.history.places import Place, ServerUrl
from tests.history.looking import rows
from tests.history.postgres_server import PASSWORD, USER, PostgresServer
from tests.history.sessions import raised


@pytest.fixture
def server(postgres: PostgresServer) -> ServerUrl:
    return ServerUrl(postgres.database())


@pytest.fixture
def opened(server: ServerUrl) -> Iterator[Database]:
    with closing(Database(server, writable=True)) as database:
        yield database


def test_the_password_comes_from_the_environment_and_is_nowhere_to_be_read(postgres: PostgresServer) -> None:
    name = postgres.database().rpartition("/")[2]
    text_of = f"postgresql://${{DOGE_USER}}:${{DOGE_SECRET}}@127.0.0.1:{postgres.port}/{name}"
    place = ServerUrl(text_of, {"DOGE_USER": USER, "DOGE_SECRET": PASSWORD})
    Database(place, writable=True).close()
    assert (str(place), repr(place)) == (f"PostgreSQL 127.0.0.1:{postgres.port}/{name}", "ServerUrl()")
    with pytest.raises(HistoryError, match=r"the environment has no DOGE_USER; history\.url needs it"):
        Database(ServerUrl(text_of, {}), writable=True)
    wrong = ServerUrl(text_of, {"DOGE_USER": USER, "DOGE_SECRET": "hunter2"})
    with pytest.raises(AwayError, match="password authentication failed") as refused:
        Database(wrong, writable=True)
    assert "hunter2" not in str(refused.value)


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("mysql://host/name", "only postgresql:// is known"),
        ("postgresql+asyncpg://host/name", "only postgresql:// is known"),
        ("secret", "not a database URL; write postgresql://host/name"),
        ("postgresql://u:secret@host:port/name", "not a database URL"),
    ],
)
def test_what_is_no_url_of_a_server(url: str, said: str) -> None:
    with pytest.raises(HistoryError, match=said) as refused:
        Database(ServerUrl(url), writable=True)
    assert "secret" not in str(refused.value)
    assert "secret" not in str(ServerUrl(url))


def test_without_the_driver_the_remedy_is_told(server: ServerUrl, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "doge_gui.history.postgres_connection")
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(
        HistoryError, match=r'psycopg is not installed; pip install "watchdoge-.*\[postgresql\]"'
    ):
        Database(server, writable=True)


def test_nobody_is_there(postgres: PostgresServer, server: ServerUrl) -> None:
    postgres.stop()
    try:
        with pytest.raises(AwayError, match=r"cannot be reached \(.*refused.*; it is tried again"):
            Database(server, writable=True)
    finally:
        postgres.start()
    with pytest.raises(AwayError, match='database "nowhere" does not exist'):
        Database(ServerUrl(postgres.url("nowhere")), writable=True)


def test_a_server_that_was_started_anew_is_found_again(postgres: PostgresServer, opened: Database) -> None:
    postgres.restart()
    with opened.writing() as connection:
        assert connection.execute(text("SELECT 1")).scalar_one() == 1


def test_a_server_that_stops_in_the_middle(postgres: PostgresServer, opened: Database) -> None:
    def write() -> None:
        with opened.writing() as connection:
            connection.execute(text("INSERT INTO plant (name) VALUES ('lost')"))
            postgres.restart()
            connection.execute(text("INSERT INTO plant (name) VALUES ('lost too')"))

    with pytest.raises(AwayError, match="PostgreSQL"):
        write()
    with opened.reading() as connection:
        assert connection.execute(text("SELECT count(*) FROM plant")).scalar_one() == 0


def test_a_server_that_answers_nothing_is_not_waited_for(
    postgres: PostgresServer, opened: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(postgres_connection.BoundedConnection, "answer_s", 0.5)
    monkeypatch.setattr(postgres_connection, "CONNECT_S", 2)
    began = time.monotonic()

    def read() -> None:
        with opened.reading() as connection:
            postgres.freeze()
            connection.execute(text("SELECT 1"))

    try:
        with pytest.raises(AwayError, match=r"no answer within 0\.5 s"):
            read()
        with pytest.raises(AwayError, match="cannot be reached"), opened.reading():
            pass
        assert time.monotonic() - began < 6
    finally:
        postgres.thaw()
    with opened.reading() as connection:
        assert connection.execute(text("SELECT 1")).scalar_one() == 1


def test_one_writer_at_any_time(server: ServerUrl, opened: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who reads what comes after a number would miss an entry that is committed late under a smaller one."""
    seen: list[str] = []
    with closing(Database(server, writable=True)) as other:

        def write() -> None:
            with other.writing() as connection:
                seen.append("second")
                connection.execute(text("INSERT INTO plant (name) VALUES ('second')"))

        with opened.writing() as connection:
            writer = threading.Thread(target=write)
            writer.start()
            connection.execute(text("INSERT INTO plant (name) VALUES ('first')"))
            writer.join(0.2)
            assert seen == []
        writer.join(10)
    assert rows(server, "SELECT name FROM plant ORDER BY number") == [("first",), ("second",)]


def test_who_holds_the_tables_for_long_is_not_waited_for_long(
    server: ServerUrl, opened: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(postgres_connection, "LOCK_S", 0.1)
    with (
        opened.writing(),
        pytest.raises(HistoryError, match="held by another station; it is tried again") as refused,
    ):
        Database(server, writable=True)
    assert not isinstance(refused.value, AwayError)


def test_a_reader_writes_nothing_and_makes_nothing(server: ServerUrl) -> None:
    with closing(Database(server, writable=False)) as database:
        with pytest.raises(HistoryError), database.reading() as connection:
            connection.execute(text("CREATE TABLE more (number INTEGER)"))
        with database.reading() as connection:
            assert (
                connection.execute(
                    text("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'")
                ).scalar()
                == 0
            )


def test_what_is_read_stood_so_at_one_moment(server: ServerUrl, opened: Database) -> None:
    with closing(Database(server, writable=False)) as reader, reader.reading() as connection:
        count = text("SELECT count(*) FROM plant")
        assert connection.execute(count).scalar_one() == 0
        with opened.writing() as writing:
            writing.execute(text("INSERT INTO plant (name) VALUES ('late')"))
        assert connection.execute(count).scalar_one() == 0


def test_tables_of_another_program_are_left_as_they_are(postgres: PostgresServer, server: ServerUrl) -> None:
    with postgres.connected(server.text.rpartition("/")[2]) as other:
        other.execute("CREATE TABLE plant (leaves INTEGER)")
    with pytest.raises(HistoryError, match="holds tables of another program; choose another database"):
        Database(server, writable=True)
    names = rows(server, "SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
    assert names == [("plant",)]


def test_damage_on_the_server_is_not_set_aside_from_here(server: ServerUrl) -> None:
    with pytest.raises(HistoryError, match="restore it from a backup there") as refused:
        begin_anew(server, raised(0).at)
    assert not isinstance(refused.value, DamagedError)
    database, said = open_or_begin(server, raised(0).at)
    database.close()
    assert said == ""


def test_no_number_is_none_in_every_database(place: Place) -> None:
    with closing(Journal(place, "plant")) as record:
        record.append([raised(1)._replace(value=math.nan, limit=-math.inf)])
    assert rows(place, "SELECT value, compared_with FROM alarm_event") == [(None, -math.inf)]
