"""The address list as the answer of an SQL query."""

import math
import re
import sqlite3
import time
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from doge_gui.core.addresses import AddressBook, AddressListError, from_rows
from doge_gui.core.config import SqlAddresses
from doge_gui.core.phrase import phrase
from doge_gui.gateways.address_memory import AddressMemory, refuse

if TYPE_CHECKING:
    from sqlalchemy import Engine
    from sqlalchemy.engine import URL

MAX_ROWS = 100_000
"""Rows of the answer that are read; further ones are left in the database."""

_VARIABLE = re.compile(r"\$\{([A-Za-z_][A-Za-z0-9_]*)\}")
_DRIVERS = {"postgresql": "postgresql+psycopg", "mysql": "mysql+pymysql", "mariadb": "mariadb+pymysql"}
_EXTRAS = {"postgresql": "postgresql", "mysql": "mysql", "mariadb": "mysql"}
_STEPS_BETWEEN_LOOKS = 10_000

Table = tuple[tuple[str, ...], tuple[tuple[Any, ...], ...]]
"""Names of the columns, and the rows."""


class SqlSource:
    """A query with the columns API and RASP_catch, over a connection of its own each time."""

    def __init__(
        self,
        section: SqlAddresses,
        folder: Path,
        default_port: int,
        environment: Mapping[str, str],
    ) -> None:
        self._section = section
        self._folder = folder
        self._default_port = default_port
        self._environment = environment
        self._dialect = re.split(r"[+:]", section.url, maxsplit=1)[0]
        self._memory = AddressMemory()

    @property
    def origin(self) -> str:
        """The kind of database only: the rest of its URL may be secret."""
        return phrase("said.addresses", "SQL query ({0})").format(self._dialect)

    def fetch(self) -> AddressBook:
        """Ask the database. Raises AddressListError, one line with the database and what to do."""
        try:
            import sqlalchemy
        except ImportError as error:
            refuse(
                self.origin, _install(phrase("said.addresses", "SQLAlchemy is not installed"), "sql"), error
            )
        try:
            table = self._table()
            return self._memory.book(table, lambda: from_rows(*table, self._default_port))
        except AddressListError as error:
            refuse(self.origin, error, error)
        except ImportError as error:
            extra = _EXTRAS.get(self._dialect, "sql")
            refuse(
                self.origin,
                _install(
                    phrase("said.addresses", "the driver {0} is not installed").format(error.name), extra
                ),
                error,
            )
        except RuntimeError as error:
            # A driver that lacks a package of its own for what the server asks, as for MySQL's passwords.
            extra = _EXTRAS.get(self._dialect, "sql")
            refuse(self.origin, _install(str(error), extra), error)
        except sqlalchemy.exc.DBAPIError as error:
            refuse(self.origin, str(error.orig).strip() or type(error.orig).__name__, error)
        except sqlalchemy.exc.NoSuchModuleError as error:
            refuse(
                self.origin, phrase("said.addresses", "unknown kind of database; change addresses.url"), error
            )
        except (sqlalchemy.exc.SQLAlchemyError, sqlite3.Error, ValueError, OSError) as error:
            refuse(self.origin, error, error)

    def _table(self) -> Table:
        engine = self._engine()
        try:
            with engine.connect() as connection:
                options = {"no_parameters": True, "stream_results": True, "max_row_buffer": 1000}
                result = connection.exec_driver_sql(self._section.query, execution_options=options)
                if not result.returns_rows:
                    raise AddressListError(
                        phrase("said.addresses", "the query gives no rows; addresses.query must be a SELECT")
                    )
                rows = tuple(tuple(row) for row in result.fetchmany(MAX_ROWS))
                return tuple(map(str, result.keys())), rows
        finally:
            engine.dispose()

    def _engine(self) -> "Engine":
        from sqlalchemy import NullPool, create_engine

        url = self._url()
        if self._dialect == "sqlite":
            return create_engine("sqlite://", poolclass=NullPool, creator=lambda: self._sqlite(url.database))
        return create_engine(url, poolclass=NullPool, connect_args=self._limits())

    def _url(self) -> "URL":
        """The configured URL with the environment's values in their places."""
        from sqlalchemy.engine import make_url
        from sqlalchemy.exc import ArgumentError

        try:
            url = make_url(self._section.url)
        except (ArgumentError, ValueError):
            # Their text may quote the URL with its password, so it is not passed on.
            raise AddressListError(phrase("said.addresses", "addresses.url is not a database URL")) from None
        parts: dict[str, Any] = {
            part: self._filled(value)
            for part in ("username", "password", "host", "database")
            if isinstance(value := getattr(url, part), str)
        }
        query = {
            name: self._filled(value) if isinstance(value, str) else value
            for name, value in url.query.items()
        }
        drivername = _DRIVERS.get(url.drivername, url.drivername)
        return url.set(drivername=drivername, query=query, **parts)

    def _filled(self, text: str) -> str:
        for name in _VARIABLE.findall(text):
            if name not in self._environment:
                raise AddressListError(
                    phrase("said.addresses", "the environment has no {0}; addresses.url needs it").format(
                        name
                    )
                )
        return _VARIABLE.sub(lambda match: self._environment[match[1]], text)

    def _limits(self) -> dict[str, Any]:
        """Arguments of the driver that bound every wait and forbid writing."""
        seconds = max(1, math.ceil(self._section.deadline_s))
        milliseconds = round(self._section.deadline_s * 1000)
        if self._dialect == "postgresql":
            options = f"-c statement_timeout={milliseconds} -c default_transaction_read_only=on"
            return {"connect_timeout": seconds, "tcp_user_timeout": milliseconds, "options": options}
        if self._dialect in ("mysql", "mariadb"):
            return {
                "connect_timeout": seconds,
                "read_timeout": seconds,
                "write_timeout": seconds,
                "init_command": "SET SESSION TRANSACTION READ ONLY",
            }
        return {}

    def _sqlite(self, database: str | None) -> sqlite3.Connection:
        """Open an SQLite file for reading: opened by its name alone, a missing one would be created."""
        path = self._folder / (database or "")
        if not path.is_file():
            raise AddressListError(
                phrase("said.addresses", "no database file {0}; change addresses.url").format(path)
            )
        connection = sqlite3.connect(
            f"{path.resolve().as_uri()}?mode=ro", uri=True, timeout=self._section.deadline_s
        )
        ends_at = time.monotonic() + self._section.deadline_s
        connection.set_progress_handler(lambda: time.monotonic() > ends_at, _STEPS_BETWEEN_LOOKS)
        return connection


def _install(what: str, extra: str) -> str:
    return phrase("said.addresses", '{0}; pip install "watchdoge-supercharged[{1}]"').format(what, extra)
