"""Where a history lies: a file of its own, or a database on a server."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from doge_gui.core.phrase import phrase
from doge_gui.history.errors import HistoryError

_VARIABLE = re.compile(r"\$\{([A-Za-z_][A-Za-z0-9_]*)\}")
_DRIVER = "postgresql+psycopg"
_NAMES = ("postgresql", _DRIVER)


@dataclass(frozen=True)
class ServerUrl:
    """A database on a PostgreSQL server. Its text names user, host and database, and never the password."""

    text: str = field(repr=False)
    """As configured; `${NAME}` stands for a variable of the environment."""
    environment: Mapping[str, str] = field(
        default_factory=lambda: os.environ, repr=False, compare=False, hash=False
    )

    def __str__(self) -> str:
        try:
            url = make_url(self.text)
        except (ArgumentError, ValueError):
            return "history.url"
        at = f"{url.host or 'this machine'}{f':{url.port}' if url.port else ''}"
        return f"PostgreSQL {at}/{url.database or ''}"

    def filled(self) -> URL:
        """The URL with the environment's values in their places. Raises HistoryError, without any secret."""
        try:
            url = make_url(self.text)
        except (ArgumentError, ValueError):
            # Their text may quote the URL with its password, so it is not passed on.
            raise HistoryError(
                phrase("said.history", "history.url is not a database URL; write postgresql://host/name")
            ) from None
        if url.drivername not in _NAMES:
            raise HistoryError(phrase("said.history", "history.url: only postgresql:// is known; change it"))
        parts: dict[str, Any] = {
            part: self._value(value)
            for part in ("username", "password", "host", "database")
            if isinstance(value := getattr(url, part), str)
        }
        query = {
            name: self._value(value) if isinstance(value, str) else value for name, value in url.query.items()
        }
        return url.set(drivername=_DRIVER, query=query, **parts)

    def _value(self, text: str) -> str:
        for name in _VARIABLE.findall(text):
            if name not in self.environment:
                raise HistoryError(
                    phrase("said.history", "the environment has no {0}; history.url needs it").format(name)
                )
        return _VARIABLE.sub(lambda match: self.environment[match[1]], text)


Place = Path | ServerUrl
"""A file of SQLite, or a database of PostgreSQL."""

READS = "watchdoge_reads"
"""Execution option by which a place is told that a transaction writes nothing."""
