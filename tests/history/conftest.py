"""Where the history lies: every test that asks for a `place` runs in a file and on a PostgreSQL server."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from doge_gui.history.places import Place, ServerUrl
from tests.history.postgres_server import PostgresServer, programs, running


@pytest.fixture(scope="session")
def postgres() -> Iterator[PostgresServer]:
    """The server of this run. A test that stops it starts it again."""
    if programs() is None:
        pytest.skip("no PostgreSQL server here: neither in /usr/lib/postgresql nor an initdb in PATH")
    with running() as server:
        yield server


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Place:
    """An empty place for a history: a file that is not there yet, or a new database."""
    if request.param == "sqlite":
        return tmp_path / "history.db"
    server: PostgresServer = request.getfixturevalue("postgres")
    return ServerUrl(server.database())
