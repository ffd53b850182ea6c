"""Rows as they lie in a database, past everything that writes and reads them in the program."""

from contextlib import closing
from typing import Any

from sqlalchemy import text

from doge_gui.history.database import Database
from doge_gui.history.places import Place


def rows(place: Place, query: str, **values: Any) -> list[tuple[Any, ...]]:
    """The answer to a query; `:name` in it stands for a value."""
    with closing(Database(place, writable=False)) as database, database.reading() as connection:
        return [tuple(row) for row in connection.execute(text(query), values)]


def change(place: Place, statement: str, **values: Any) -> None:
    """Carry out a statement, as somebody with a tool of his own."""
    with closing(Database(place, writable=True)) as database, database.writing() as connection:
        connection.execute(text(statement), values)
