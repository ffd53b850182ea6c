"""Which version of the tables a database holds, and how it is brought to this program's."""

from collections.abc import Mapping

from sqlalchemy import Connection

from doge_gui.history import migrations
from doge_gui.history.schema import APPLICATION_ID

TABLES_LOCK = APPLICATION_ID
"""Number of the advisory lock under which a server's tables are written."""
_TOLD_IN = "watchdoge_tables"


def version_of(connection: Connection) -> int:
    """The version of the tables in a file."""
    return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())


def migrate(connection: Connection) -> None:
    """Bring a file's tables to VERSION, within the caller's one transaction: whole, or not at all."""
    version = version_of(connection)
    if version >= migrations.VERSION:
        return
    _step(connection, version, migrations.SQLITE)
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.exec_driver_sql(f"PRAGMA user_version = {migrations.VERSION}")


def migrate_server(connection: Connection) -> int:
    """The same on a server; returns the version then: that of a newer program is left as it is.

    The caller's transaction holds TABLES_LOCK, so that two stations do not begin at once.
    """
    version = server_version(connection)
    if version >= migrations.VERSION:
        return version
    connection.exec_driver_sql(f"CREATE TABLE IF NOT EXISTS {_TOLD_IN} (version INTEGER NOT NULL)")
    _step(connection, version, migrations.POSTGRESQL)
    connection.exec_driver_sql(f"DELETE FROM {_TOLD_IN}")
    connection.exec_driver_sql(f"INSERT INTO {_TOLD_IN} VALUES ({migrations.VERSION})")
    return migrations.VERSION


def server_version(connection: Connection) -> int:
    """The version of the tables in a server's database; 0 where there are none."""
    if connection.exec_driver_sql(f"SELECT to_regclass('{_TOLD_IN}')").scalar_one() is None:
        return 0
    return int(connection.exec_driver_sql(f"SELECT max(version) FROM {_TOLD_IN}").scalar() or 0)


def _step(connection: Connection, version: int, spelling: Mapping[str, str]) -> None:
    for statement in migrations.statements(version, spelling):
        connection.exec_driver_sql(statement)
