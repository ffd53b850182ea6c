"""A connection to PostgreSQL that waits for no answer longer than it is allowed to. Needs psycopg."""

import math
import time
from collections.abc import Generator
from typing import Any, TypeVar

import psycopg
from psycopg.types.numeric import FloatDumper

CONNECT_S = 5
"""Seconds to find the server and be let in."""
LOCK_S = 5.0
"""How long another station's transaction is waited for."""
STATEMENT_S = 20.0
"""What the server may take over one statement before it gives it up itself."""
ANSWER_S = 25.0
"""What it may take over an answer before it is taken for gone: it may be stopped, or cut off."""
_LOOK_S = 0.1

_Answer = TypeVar("_Answer")


class BoundedConnection(psycopg.Connection[Any]):
    """A connection that is closed, with an OperationalError, when the server does not answer in time."""

    answer_s = ANSWER_S

    def wait(
        self,
        gen: Generator[Any, Any, _Answer],
        interval: float = _LOOK_S,
        timeout: float | None = None,
    ) -> _Answer:
        """As the driver waits, but not for ever."""
        return super().wait(self._bounded(gen), min(interval, self.answer_s))

    def _bounded(self, gen: Generator[Any, Any, _Answer]) -> Generator[Any, Any, _Answer]:
        ends_at = time.monotonic() + self.answer_s
        try:
            wanted = next(gen)
            while True:
                ready = yield wanted
                # Nothing came within the interval.
                if not ready and time.monotonic() > ends_at:
                    self.close()
                    raise psycopg.OperationalError(f"no answer within {self.answer_s:g} s")
                wanted = gen.send(ready)
        except StopIteration as ended:
            answer: _Answer = ended.value
            return answer


class _NumberOrNone(FloatDumper):
    """A value that is not a number is stored as none, as SQLite does."""

    def dump(self, obj: float) -> Any:
        return None if math.isnan(obj) else super().dump(obj)


def connected(parameters: dict[str, Any]) -> BoundedConnection:
    """A new connection by libpq's parameters. Raises psycopg.Error."""
    milliseconds = {
        "statement_timeout": STATEMENT_S,
        "lock_timeout": LOCK_S,
        "idle_in_transaction_session_timeout": 2 * ANSWER_S,
    }
    settings = " ".join(f"-c {name}={round(seconds * 1000)}" for name, seconds in milliseconds.items())
    bounds = {
        "connect_timeout": CONNECT_S,
        "tcp_user_timeout": round(ANSWER_S * 1000),
        "application_name": "watchdoge",
        "options": f"{parameters.get('options', '')} {settings} -c timezone=UTC".strip(),
    }
    connection = BoundedConnection.connect(**{**parameters, **bounds})
    connection.adapters.register_dumper(float, _NumberOrNone)
    return connection
