"""What waits on this disk for a database elsewhere: batches in their order, numbered without a gap."""

import uuid
from dataclasses import dataclass

from sqlalchemy import Connection, delete, func, insert, select, text, update

from doge_gui.core.recording.batch import Batch
from doge_gui.history.batch_content import UnreadableBatchError, from_content, to_content
from doge_gui.history.schema import SPOOL, TAKEN

MOST_BYTES = 2_000_000_000
"""Beyond this the readings of the oldest cycles are dropped."""
_STEP = 64
"""Batches that are deleted at once: no cycle waits for that."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the other database is."""

    station: str
    number: int
    """Every batch of this station up to this one is there."""


class Spool:
    """The batches of one file, written within the caller's transactions on that file.

    Its counts move with the transaction: after one that failed, call `rolled_back`.
    """

    def __init__(self, most_bytes: int = MOST_BYTES) -> None:
        self.most_bytes = most_bytes
        self.thinned = 0
        """Cycles whose readings were dropped for want of room, since the start."""
        self._bytes: int | None = None
        self._looked_through = 0
        """Up to this number no batch holds readings."""

    def put(self, connection: Connection, batch: Batch) -> int:
        """Add a batch at the end; its number. Where that is too much, the oldest readings make room."""
        if self._bytes is None:
            station_of(connection)
            self._bytes = connection.scalar(select(func.sum(func.length(SPOOL.c.content)))) or 0
            self._looked_through = 0
        content = to_content(batch)
        added = insert(SPOOL).values(content=content).returning(SPOOL.c.number)
        number: int = connection.execute(added).scalar_one()
        self._bytes += len(content)
        if self._bytes > self.most_bytes:
            self._thin(connection, number)
        return number

    def settle(self, connection: Connection, progress: Progress | None) -> int:
        """Let go of what is in the other database, some of it at a time; how many batches that were."""
        if progress is None or progress.station != station_of(connection):
            return 0
        if progress.number > newest(connection):
            # An older copy of the file: its numbers were given before, and would be taken for known.
            self._renew(connection)
            return 0
        return self.drop_through(connection, progress.number)

    def drop_through(self, connection: Connection, number: int, most: int = _STEP) -> int:
        """Delete batches up to a number, the oldest first, no more than `most`; how many that were."""
        oldest = select(SPOOL.c.number, func.length(SPOOL.c.content)).where(SPOOL.c.number <= number)
        rows = connection.execute(oldest.order_by(SPOOL.c.number).limit(most)).all()
        if rows:
            connection.execute(delete(SPOOL).where(SPOOL.c.number <= rows[-1][0]))
            connection.execute(update(TAKEN).values(number=number))
        if self._bytes is not None:
            self._bytes -= sum(size for _, size in rows)
        return len(rows)

    def rolled_back(self) -> None:
        """What was done since the last transaction is undone."""
        self._bytes = None

    def _thin(self, connection: Connection, last: int) -> None:
        """Drop readings, the oldest first, until the rest fits. Alarms and acts stay whatever their size."""
        while self._bytes is not None and self._bytes > self.most_bytes and self._looked_through < last:
            later = select(SPOOL.c.number, SPOOL.c.content).where(SPOOL.c.number > self._looked_through)
            row = connection.execute(later.order_by(SPOOL.c.number).limit(1)).one()
            self._looked_through = row.number
            try:
                batch = from_content(row.content)
            except UnreadableBatchError:
                continue
            if batch.cycle is None and batch.outcome is None:
                continue
            rest = to_content(batch.without_readings)
            connection.execute(update(SPOOL).where(SPOOL.c.number == row.number).values(content=rest))
            self._bytes -= len(row.content) - len(rest)
            self.thinned += batch.cycle is not None

    def _renew(self, connection: Connection) -> None:
        connection.execute(delete(TAKEN))
        station_of(connection)


def station_of(connection: Connection) -> str:
    """By which name the other database knows the spool of this file; the first time it is given one."""
    station = connection.scalar(select(TAKEN.c.station))
    if station is None:
        station = uuid.uuid4().hex
        connection.execute(insert(TAKEN).values(station=station, number=0))
    return station


def newest(connection: Connection) -> int:
    """The number that was given last, also where that batch has gone; 0 before the first."""
    query = text("SELECT seq FROM sqlite_sequence WHERE name = 'spool'")
    return connection.execute(query).scalar() or 0


def waiting(connection: Connection, number: int = 0) -> int:
    """How many batches after a number are there."""
    ends = select(func.min(SPOOL.c.number), func.max(SPOOL.c.number)).where(SPOOL.c.number > number)
    oldest, latest = connection.execute(ends).one()
    return 0 if oldest is None else latest - oldest + 1


def first(connection: Connection, number: int, most: int) -> list[tuple[int, bytes]]:
    """The oldest batches after a number, at most so many, with their numbers."""
    later = select(SPOOL.c.number, SPOOL.c.content).where(SPOOL.c.number > number)
    return [
        (row.number, row.content) for row in connection.execute(later.order_by(SPOOL.c.number).limit(most))
    ]
