"""What waits on this disk for a database elsewhere: each plant's batches in their order.

Several plants may share a file. The numbers are the file's: those of one plant grow, and have gaps.
"""

import uuid
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, delete, func, insert, select, update

from doge_gui.core.recording.batch import Batch
from doge_gui.history.batch_content import UnreadableBatchError, from_content, to_content
from doge_gui.history.database import Database
from doge_gui.history.journal_rows import plant_number
from doge_gui.history.schema import SPOOL, TAKEN

MOST_BYTES = 2_000_000_000
"""Beyond this the readings of a plant's oldest cycles are dropped."""
_STEP = 64
"""Batches that are deleted at once: no cycle waits for that."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the other database is."""

    station: str
    number: int
    """Every batch of this station up to this one is there; 0 before the first."""


class Spool:
    """One plant's batches, written within the caller's transactions on the file; those of others stay.

    Its counts move with the transaction: after one that failed, call `rolled_back`.
    """

    def __init__(self, plant: int, most_bytes: int = MOST_BYTES) -> None:
        """`plant`: its number in the file; nobody else writes what waits of it."""
        self._plant = plant
        self.most_bytes = most_bytes
        self.thinned = 0
        """Cycles whose readings were dropped for want of room, since the start."""
        self._bytes: int | None = None
        self._looked_through = 0
        """Up to this number no batch holds readings."""

    def put(self, connection: Connection, batch: Batch) -> int:
        """Add a batch at the end; its number. Where that is too much, the oldest readings make room."""
        if self._bytes is None:
            station_of(connection, self._plant)
            size = select(func.sum(func.length(SPOOL.c.content))).where(SPOOL.c.plant == self._plant)
            self._bytes = connection.scalar(size) or 0
            self._looked_through = 0
        content = to_content(batch)
        added = insert(SPOOL).values(plant=self._plant, content=content).returning(SPOOL.c.number)
        number: int = connection.execute(added).scalar_one()
        self._bytes += len(content)
        if self._bytes > self.most_bytes:
            self._thin(connection, number)
        return number

    def settle(self, connection: Connection, progress: Progress | None) -> int:
        """Let go of what is in the other database, some of it at a time; how many batches that were."""
        if progress is None or progress.station != station_of(connection, self._plant):
            return 0
        if not was_given(connection, self._plant, progress.number):
            # An older copy of the file: its numbers were given before, and would be taken for known.
            self._renew(connection)
            return 0
        return self.drop_through(connection, progress.number)

    def drop_through(self, connection: Connection, number: int, most: int = _STEP) -> int:
        """Delete batches up to a number, the oldest first, no more than `most`; how many that were."""
        own = SPOOL.c.plant == self._plant
        oldest = select(SPOOL.c.number, func.length(SPOOL.c.content)).where(own, SPOOL.c.number <= number)
        rows = connection.execute(oldest.order_by(SPOOL.c.number).limit(most)).all()
        if rows:
            connection.execute(delete(SPOOL).where(own, SPOOL.c.number <= rows[-1][0]))
            connection.execute(update(TAKEN).where(TAKEN.c.plant == self._plant).values(number=number))
        if self._bytes is not None:
            self._bytes -= sum(size for _, size in rows)
        return len(rows)

    def rolled_back(self) -> None:
        """What was done since the last transaction is undone."""
        self._bytes = None

    def _thin(self, connection: Connection, last: int) -> None:
        """Drop readings, the oldest first, until the rest fits. Alarms and acts stay whatever their size."""
        while self._bytes is not None and self._bytes > self.most_bytes and self._looked_through < last:
            number, content = first(connection, self._plant, self._looked_through, 1)[0]
            self._looked_through = number
            try:
                batch = from_content(content)
            except UnreadableBatchError:
                continue
            if batch.cycle is None and batch.outcome is None:
                continue
            rest = to_content(batch.without_readings)
            connection.execute(update(SPOOL).where(SPOOL.c.number == number).values(content=rest))
            self._bytes -= len(content) - len(rest)
            self.thinned += batch.cycle is not None

    def _renew(self, connection: Connection) -> None:
        connection.execute(delete(TAKEN).where(TAKEN.c.plant == self._plant))
        station_of(connection, self._plant)


class SpoolReader:
    """What waits of one plant, for reading; used by one thread."""

    def __init__(self, path: Path, plant: str) -> None:
        """`plant`: its name. Its number is asked for each time: a file put in place of this has others."""
        self.path = path
        self._plant = plant
        self._database = Database(path, writable=False)

    def station(self) -> str | None:
        """Its name; None where nothing was ever put. Raises HistoryError, as all of this."""
        with self._database.reading() as connection:
            plant = plant_number(connection, self._plant)
            return None if plant is None else _named(connection, plant)

    def was_given(self, number: int) -> bool:
        """Whether this plant was given a number, and it stands in this file."""
        with self._database.reading() as connection:
            plant = plant_number(connection, self._plant)
            return plant is not None and was_given(connection, plant, number)

    def first(self, number: int, most: int) -> list[tuple[int, bytes]]:
        """The oldest batches after a number, at most so many, with their numbers."""
        with self._database.reading() as connection:
            plant = plant_number(connection, self._plant)
            return [] if plant is None else first(connection, plant, number, most)

    def waiting(self, number: int) -> tuple[int, bytes | None]:
        """How many batches after a number are there, and the oldest of them."""
        with self._database.reading() as connection:
            plant = plant_number(connection, self._plant)
            if plant is None:
                return 0, None
            oldest = first(connection, plant, number, 1)
            return waiting(connection, plant, number), oldest[0][1] if oldest else None

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()


def station_of(connection: Connection, plant: int) -> str:
    """By which name the other database knows a plant's spool in this file; the first time it is given one."""
    station = _named(connection, plant)
    if station is None:
        station = uuid.uuid4().hex
        connection.execute(insert(TAKEN).values(station=station, plant=plant, number=0))
    return station


def _named(connection: Connection, plant: int) -> str | None:
    return connection.scalar(select(TAKEN.c.station).where(TAKEN.c.plant == plant))


def was_given(connection: Connection, plant: int, number: int) -> bool:
    """Whether the other database can know a number from here: its batch is there, or was let go of.

    What the file has given last would not tell: of an older copy, other plants may be beyond it already.
    """
    gone = connection.scalar(select(TAKEN.c.number).where(TAKEN.c.plant == plant)) or 0
    own = select(SPOOL.c.number).where(SPOOL.c.plant == plant, SPOOL.c.number == number)
    return number <= gone or connection.scalar(own) is not None


def waiting(connection: Connection, plant: int, number: int = 0) -> int:
    """How many batches of a plant after a number are there."""
    count = select(func.count(SPOOL.c.number)).where(SPOOL.c.plant == plant, SPOOL.c.number > number)
    return connection.execute(count).scalar_one()


def first(connection: Connection, plant: int, number: int, most: int) -> list[tuple[int, bytes]]:
    """The oldest batches of a plant after a number, at most so many, with their numbers."""
    own = (SPOOL.c.plant == plant) & (SPOOL.c.number > number)
    later = select(SPOOL.c.number, SPOOL.c.content).where(own).order_by(SPOOL.c.number).limit(most)
    return [(row.number, row.content) for row in connection.execute(later)]
