"""A plant's whole record, open for writing: alarms, acts, cycles. One connection, one transaction a batch."""

import logging
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection, select

from doge_gui.core.alarms.book import Book
from doge_gui.core.alarms.events import Event
from doge_gui.core.audit.action import Act
from doge_gui.core.phrase import phrase
from doge_gui.core.recording.batch import Batch
from doge_gui.history.audit_head import HeadFile
from doge_gui.history.audit_trail import AuditTrail
from doge_gui.history.blocks import UnreadableBlockError
from doge_gui.history.cycle_rows import CycleRows
from doge_gui.history.cycle_tables import CYCLE, SEGMENT
from doge_gui.history.errors import DamagedError, FullError, HistoryError
from doge_gui.history.forwarding import Elsewhere, Forwarding
from doge_gui.history.journal import Journal
from doge_gui.history.places import Place
from doge_gui.history.reserve import Reserve
from doge_gui.history.retention import Keep, Retention
from doge_gui.history.schema import AUDIT
from doge_gui.history.sealing import Sealer
from doge_gui.history.told import REMEDY
from doge_gui.history.writer_lock import WriterLock

_log = logging.getLogger("watchdoge")


def _now() -> datetime:
    return datetime.now(UTC)


class Recorder:
    """Records one plant; used by one thread at a time.

    After a HistoryError nothing of what was given is recorded, and whoever gave it still has it: he may try
    again with the same recorder, or close it and open it anew, which also sets a damaged file aside.
    """

    def __init__(
        self,
        path: Place,
        plant: str,
        clock: Callable[[], datetime] = _now,
        *,
        keep: Keep | None = None,
        heads: Path | None = None,
        elsewhere: Elsewhere | None = None,
        anew: bool = False,
    ) -> None:
        """`plant` names the configuration; `clock`: wall clock, UTC. `heads`: the file in which the newest
        entry of the audit trail is kept too; None: beside a history that is a file. `elsewhere`: where the
        readings go instead. `anew`: what is there cannot be read; it is set aside. Raises HistoryError.
        """
        self.path = path
        self._forwarding: Forwarding | None = None
        self._reserve = Reserve(path) if isinstance(path, Path) else None
        self._short = False
        """The reserve was given back: no readings until it is held again."""
        self._lock = WriterLock(path, plant) if isinstance(path, Path) else None
        if self._lock is not None:
            self._lock.take()
        try:
            self._journal = self._opened(plant, anew=anew, clock=clock)
        except BaseException:
            self._unlock()
            raise
        try:
            number, database = self._journal.plant, self._journal.database
            self._cycles = CycleRows(number)
            self._sealer = Sealer(number)
            self._retention = Retention(number, keep or Keep(), clock)
            self._trail = AuditTrail(_head_file(path, heads), number, plant)
            with database.reading() as connection:
                self._trail.load(connection, clock(), database.aside)
            if database.backup is not None:
                _log.info("history: its tables were brought up to date; a copy lies in %s", database.backup)
            if elsewhere is not None and isinstance(path, Path):
                self._forwarding = Forwarding(path, plant, number, elsewhere, keep or Keep(), clock)
                self._forwarding.start()
        except BaseException:
            self._journal.close()
            self._unlock()
            raise
        if self._reserve is not None and not self._short:
            self._reserve.hold()

    def _opened(self, plant: str, *, anew: bool, clock: Callable[[], datetime]) -> Journal:
        """The journal; on a full disk in the room that was kept for it. Raises HistoryError."""
        try:
            return Journal(self.path, plant, clock, anew=anew)
        except FullError:
            if self._reserve is None or not self._reserve.release():
                raise
            self._short = True
            return Journal(self.path, plant, clock, anew=anew)

    def _unlock(self) -> None:
        if self._lock is not None:
            self._lock.release()

    @property
    def recovered(self) -> str:
        """What became of a damaged file, one line for people; empty when all was well."""
        return self._journal.recovered

    @property
    def notice(self) -> str:
        """What is wrong with the audit trail or its head, one line; empty when all is well."""
        forwarding = "" if self._forwarding is None else self._forwarding.notice
        return self._trail.notice or self._trail.head_error or forwarding

    def load(self) -> Book:
        """The book that the journal's entries led to. Raises HistoryError."""
        return self._journal.load()

    def latest(self, most: int) -> Sequence[Event]:
        """The newest entries of the journal, oldest first. Raises HistoryError."""
        return self._journal.latest(most)

    def unended(self) -> str:
        """What is not known of the supervision before, which never stopped, or did so while it wrote; empty
        where all is known.

        Raises HistoryError.
        """
        with self._journal.database.reading() as connection:
            acts = select(AUDIT.c.action).where(AUDIT.c.plant == self._journal.plant)
            last = connection.scalar(acts.order_by(AUDIT.c.number.desc()).limit(1))
            if last is None:
                return ""
            cycles = (
                select(CYCLE.c.number, CYCLE.c.written)
                .join(SEGMENT, SEGMENT.c.number == CYCLE.c.segment)
                .where(SEGMENT.c.plant == self._journal.plant)
                .order_by(CYCLE.c.segment.desc(), CYCLE.c.place.desc())
                .limit(1)
            )
            newest = connection.execute(cycles).first()
        return _unknown(newest and newest.number, newest and newest.written, last == Act.STOPPED.value)

    def append(self, batch: Batch) -> None:
        """Record a batch, all or nothing. Returns when it is on the disk. Raises HistoryError."""
        self._check_room(batch)
        try:
            with self._journal.database.writing() as connection:
                self._journal.write(connection, batch.events, batch.book)
                written = self._trail.write(connection, batch.actions)
                self._write_cycle(connection, batch)
        except BaseException as error:
            self._rolled_back(error)
            raise
        self._cycles.committed()
        self._trail.committed(written)
        self._journal.committed(len(batch.events), kept=batch.book is not None)
        if self._forwarding is not None:
            self._forwarding.committed()

    def _write_cycle(self, connection: Connection, batch: Batch) -> None:
        if self._forwarding is not None:
            if batch:
                self._forwarding.put(connection, batch)
            return
        if batch.cycle is not None:
            self._cycles.write(connection, batch.cycle)
        if batch.outcome is not None:
            self._cycles.write_outcome(connection, batch.outcome)

    def _check_room(self, batch: Batch) -> None:
        """Readings are not to fill the room that was given back for alarms and acts. Raises FullError."""
        if self._short and self._reserve is not None:
            self._short = not self._reserve.hold()
            if self._short and (batch.cycle is not None or batch.outcome is not None):
                raise FullError(
                    phrase("said.history", "{0}: no room left on its disk for readings; make room").format(
                        self.path
                    )
                )

    def _rolled_back(self, error: BaseException) -> None:
        self._cycles.rolled_back()
        if self._forwarding is not None:
            self._forwarding.rolled_back()
        if isinstance(error, FullError) and self._reserve is not None:
            self._reserve.release()
            self._short = True

    def settle(self) -> bool:
        """Some milliseconds of what nobody waits for; False where nothing is left. Raises HistoryError."""
        return self._journal.settle() or self._forget_sent() or self._seal() or self._let_go()

    def close(self) -> None:
        """Let go of the file."""
        if self._forwarding is not None:
            self._forwarding.close()
        self._journal.close()
        self._unlock()

    def _forget_sent(self) -> bool:
        if self._forwarding is None:
            return False
        try:
            with self._journal.database.writing() as connection:
                return self._forwarding.settle(connection)
        except HistoryError:
            self._forwarding.rolled_back()
            raise

    def _seal(self) -> bool:
        try:
            with self._journal.database.writing() as connection:
                return self._sealer.step(connection, self._cycles.begun)
        except HistoryError:
            self._sealer.forget()
            raise
        except UnreadableBlockError as error:
            self._sealer.forget()
            raise DamagedError(
                phrase("said.history", "{0}: damaged (readings that cannot be: {1}); {2}").format(
                    self.path,
                    error,
                    REMEDY,
                )
            ) from error

    def _let_go(self) -> bool:
        with self._journal.database.writing() as connection:
            return self._retention.step(connection)


def _unknown(cycle: int | None, written: int | None, stopped: bool) -> str:
    """Of a supervision its newest recorded cycle, and how many PLCs took its totals where that is known."""
    which = f"which PLCs took the totals of its cycle {cycle} is unknown"
    if stopped:
        if cycle is None or written is not None:
            return ""
        return f"the supervision before was stopped while it wrote; {which}"
    ended = "the supervision before ended without a stop"
    if cycle is None:
        return f"{ended}; whether it wrote totals is unknown"
    if written is None:
        return f"{ended}; {which}"
    # They may have been written in a cycle that never came to be recorded.
    return f"{ended}; whether it wrote totals after its cycle {cycle} is unknown"


def _head_file(place: Place, heads: Path | None) -> HeadFile:
    if heads is not None:
        return HeadFile(heads)
    if isinstance(place, Path):
        return HeadFile.beside(place)
    raise ValueError("a history on a server needs a file for the head of its audit trail")
