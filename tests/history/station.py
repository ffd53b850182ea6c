"""A station that records a minute's cycle after the other, and a history elsewhere into which it is sent.

As a program it forwards what waits until it is killed. Arguments: the file on this disk, the place of
the database elsewhere. Standard output: a line with a number for each change of how far the other one is.
"""

import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np
from sqlalchemy import Connection

from doge_gui.core.addresses import Address
from doge_gui.core.alarms.events import Event
from doge_gui.core.audit.action import Act, Action
from doge_gui.core.plan import Plan
from doge_gui.core.recording.batch import Batch
from doge_gui.core.recording.cycles import CycleRecord, Samples
from doge_gui.history import journal_rows, spool
from doge_gui.history.cycle_rows import CycleRows
from doge_gui.history.database import Database
from doge_gui.history.forwarder import Forwarder
from doge_gui.history.journal import write_entries
from doge_gui.history.places import Place, ServerUrl
from tests.history.looking import rows
from tests.history.sessions import raised

PLANT = "plant"
BEGAN = datetime(2026, 1, 31, tzinfo=UTC)
PLAN = Plan(tuple(Address(f"API-{number}", "127.0.0.1", 8000 + number) for number in range(5)))
TAGS = 66
SEGMENT = 360
"""Cycles of a segment: six hours."""
ALARM_EVERY = 7


def batch_of(number: int) -> Batch:
    """What the cycle `number` gives to the history; each seventh has an alarm and an act."""
    at = BEGAN + timedelta(minutes=number)
    begins = number % SEGMENT == 0
    column = np.arange(0, TAGS, 1 if begins else 5, np.uint32)
    value = column * 0.5 + number
    samples = Samples(column, value, np.ones(len(column), np.uint8))
    cycle = CycleRecord(number, at, 60.0, PLAN, begins, 0, 0.25, samples, None, {})
    if number % ALARM_EVERY:
        return Batch(cycle=cycle)
    acts = (Action(at, "Ada", Act.ALARMS, f"API-{number}"),)
    return Batch((alarm_of(number),), None, acts, cycle)


def alarm_of(number: int) -> Event:
    """The alarm of a cycle."""
    return raised(number, str(number))._replace(at=BEGAN + timedelta(minutes=number))


class Station:
    """The local side of a plant: one connection that writes."""

    def __init__(self, path: Path, most_bytes: int = spool.MOST_BYTES, plant: str = PLANT) -> None:
        self.path = path
        self.database = Database(path, writable=True)
        with self.database.writing() as connection:
            self.plant = journal_rows.number_of(connection, plant)
        self.spool = spool.Spool(self.plant, most_bytes)

    def record(self, number: int, progress: spool.Progress | None = None, batch: Batch | None = None) -> None:
        """A cycle, or another batch, as a recorder does it: one transaction."""
        with self.database.writing() as connection:
            self.spool.put(connection, batch_of(number) if batch is None else batch)
            self.spool.settle(connection, progress)

    def waiting(self) -> list[tuple[int, bytes]]:
        """All of the plant that is in the spool."""
        with self.database.reading() as connection:
            return spool.first(connection, self.plant, 0, 1_000_000)

    def name(self) -> str:
        """By which the other database knows it."""
        with self.database.writing() as connection:
            return spool.station_of(connection, self.plant)


class Elsewhere:
    """The history to which all is sent: alarms and cycles are written as a recorder writes them."""

    def __init__(self, place: Place) -> None:
        self.database = Database(place, writable=True)
        with self.database.writing() as connection:
            self.plant = journal_rows.number_of(connection, PLANT)
            self._cycles = CycleRows(self.plant)
            self._cycles.load(connection)

    def write(self, connection: Connection, batch: Batch) -> None:
        write_entries(connection, self.plant, batch.events, batch.book)
        if batch.cycle is not None:
            self._cycles.write(connection, batch.cycle)

    def committed(self) -> None:
        self._cycles.committed()

    def settle(self) -> bool:
        return False

    def close(self) -> None:
        self.database.close()


def arrived(place: Place) -> tuple[list[int], list[int]]:
    """The numbers of the cycles and of the alarms that are elsewhere, in the order of their writing."""
    cycles = rows(place, "SELECT number FROM cycle ORDER BY segment, place")
    alarms = rows(place, "SELECT comment FROM alarm_event ORDER BY seq")
    return [number for (number,) in cycles], [int(comment) for (comment,) in alarms]


def expected(cycles: int) -> tuple[list[int], list[int]]:
    """The same, where nothing was lost and nothing came twice."""
    return list(range(cycles)), list(range(0, cycles, ALARM_EVERY))


def forwarding(
    path: Path, place: Place, told: Callable[..., None] = lambda _: None, plant: str = PLANT
) -> Forwarder:
    """A forwarder between the two, with short pauses."""
    return Forwarder(
        lambda: spool.SpoolReader(path, plant), lambda: Elsewhere(place), told, pauses_s=(0.02, 0.1)
    )


def main() -> None:
    """Forward, and tell how far it is."""
    path, there = sys.argv[1:]
    forwarder = forwarding(Path(path), ServerUrl(there) if "://" in there else Path(there))
    forwarder.start()
    last = None
    newest = rows(Path(path), "SELECT max(number) FROM spool")[0][0]
    while last is None or last.number < newest:
        if forwarder.progress != last:
            last = forwarder.progress
            print(last.number, flush=True)
        time.sleep(0.001)
    forwarder.stop(5)


if __name__ == "__main__":
    main()
