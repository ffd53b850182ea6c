"""A history on a PostgreSQL server: one connection, found anew after it broke, one writer at any time."""

from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Engine, QueuePool, create_engine, event

from doge_gui.history import migrations
from doge_gui.history.errors import HistoryError
from doge_gui.history.places import READS, ServerUrl
from doge_gui.history.versions import TABLES_LOCK, migrate_server

if TYPE_CHECKING:
    from doge_gui.history.postgres_connection import BoundedConnection


class ServerSide:
    """How a database on a server is reached and brought to this program's version."""

    def __init__(self, place: ServerUrl) -> None:
        """Raises HistoryError where the URL or the driver is not as needed. Connects to nothing yet."""
        self._place = place
        self._parameters = _parameters(place)
        try:
            # Loaded only where it is needed: it is an extra.
            from doge_gui.history.postgres_connection import connected
        except ImportError as error:
            raise HistoryError(
                f"{place}: the driver {error.name or 'psycopg'} is not installed; "
                'pip install "watchdoge-supercharged[postgresql]"'
            ) from error
        self._connected = connected

    def engine(self, *, writable: bool) -> Engine:
        """One connection, looked at before each use: that a server was started anew loses nothing."""
        engine = create_engine(
            "postgresql+psycopg://",
            creator=self._connect,
            poolclass=QueuePool,
            pool_size=1,
            max_overflow=0,
            pool_pre_ping=True,
        )
        event.listen(engine, "begin", _begin_writing if writable else _begin_reading)
        return engine

    def migrate(self, connection: Connection) -> None:
        """Bring the tables to VERSION within the transaction. Raises HistoryError for newer ones."""
        version = migrate_server(connection)
        if version > migrations.VERSION:
            raise HistoryError(
                f"{self._place}: written by a newer WatchDoge (version {version} of the tables, this one "
                f"writes {migrations.VERSION}); install the newer one here too, or choose another database"
            )

    def _connect(self) -> "BoundedConnection":
        return self._connected(self._parameters)


def _parameters(place: ServerUrl) -> dict[str, Any]:
    """The URL as libpq's parameters, but without a word of SQLAlchemy's own."""
    url = place.filled()
    named = {
        "host": url.host,
        "port": url.port,
        "user": url.username,
        "password": url.password,
        "dbname": url.database,
    }
    query = {name: value if isinstance(value, str) else ",".join(value) for name, value in url.query.items()}
    return {**query, **{name: value for name, value in named.items() if value is not None}}


def _begin_reading(connection: Connection) -> None:
    # All that is read stood so at one moment.
    connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")


def _begin_writing(connection: Connection) -> None:
    if connection.get_execution_options().get(READS, False):
        _begin_reading(connection)
        return
    # One writer at any time, as in a file: whoever reads "after number n" misses nothing that is committed
    # later with a smaller number.
    connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({TABLES_LOCK})")
