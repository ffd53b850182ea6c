"""Carries what waits on this disk to the database elsewhere: in order, each batch once."""

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from sqlalchemy import Connection, insert, select, update

from doge_gui.core.phrase import phrase
from doge_gui.core.recording.batch import Batch
from doge_gui.history.batch_content import (
    NewerBatchError,
    UnreadableBatchError,
    from_content,
    instant_of,
)
from doge_gui.history.database import Database
from doge_gui.history.errors import HistoryError
from doge_gui.history.schema import TAKEN
from doge_gui.history.spool import Progress, SpoolReader

FIRST_PAUSE_S = 1.0
LONGEST_PAUSE_S = 60.0
"""Between two tries while the other database does not answer; each is twice the one before."""
_LOOK_S = 60.0
"""After which it looks by itself whether something waits."""
_PAGE = 16
_log = logging.getLogger("watchdoge")


class Store(Protocol):
    """The database elsewhere, opened for writing, with what knows how a batch is written there."""

    @property
    def database(self) -> Database:
        """Used by the forwarder's thread only."""

    @property
    def plant(self) -> int:
        """The plant's number in it."""

    def write(self, connection: Connection, batch: Batch) -> None:
        """Write a batch within a transaction. Raises HistoryError; then all of this is closed."""

    def committed(self) -> None:
        """What was written is recorded."""

    def settle(self) -> bool:
        """Some milliseconds of what nobody waits for; False where nothing is left. Raises HistoryError."""

    def close(self) -> None:
        """Let go of it."""


@dataclass(frozen=True, slots=True)
class ForwardStatus:
    """How it goes, for the screen."""

    waiting: int = 0
    """Batches that are on this disk only."""
    oldest: datetime | None = None
    """When the first of them was recorded; None where none waits, or it does not tell."""
    error: str = ""
    """Why nothing goes on, in one line; empty while it does."""
    unreadable: int = 0
    """Batches that were passed over since the start, because this disk did not keep them."""


class Forwarder:
    """A thread that forwards; `progress` and `status` may be read by any other."""

    def __init__(
        self,
        open_spool: Callable[[], SpoolReader],
        open_store: Callable[[], Store],
        told: Callable[[ForwardStatus], None],
        pauses_s: tuple[float, float] = (FIRST_PAUSE_S, LONGEST_PAUSE_S),
    ) -> None:
        """`open_spool`: what waits of the plant that `open_store` writes.

        Both are called in the thread, and again after errors. `told`: given the status, there too,
        when it has changed.
        """
        self._open_spool = open_spool
        self._open_store = open_store
        self._told = told
        self._first_s, self._longest_s = pauses_s
        self._local: SpoolReader | None = None
        self._store: Store | None = None
        self.progress: Progress | None = None
        """For `Spool.settle`; None until the other database has told it."""
        self.status = ForwardStatus()
        self._unreadable = 0
        self._woken = threading.Event()
        self._stopping = threading.Event()
        # Whatever it waits for, the program can end: what was not answered is settled at the next start.
        self._thread = threading.Thread(target=self._run, name="forwarder", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def wake(self) -> None:
        """Something was put into the spool."""
        self._woken.set()

    def stop(self, wait_s: float) -> bool:
        """End after the batch that is on its way; whether it ended within `wait_s` seconds."""
        self._stopping.set()
        self._woken.set()
        self._thread.join(wait_s)
        return not self._thread.is_alive()

    def _run(self) -> None:
        pause_s = self._first_s
        try:
            while not self._stopping.is_set():
                try:
                    self._forward()
                except HistoryError as error:
                    self._close()
                    self._say(str(error))
                    self._stopping.wait(pause_s)
                    pause_s = min(2 * pause_s, self._longest_s)
                else:
                    pause_s = self._first_s
                    self._woken.wait(_LOOK_S)
                    self._woken.clear()
        finally:
            self._close()

    def _forward(self) -> None:
        """Send all that waits, then do what nobody waits for. Raises HistoryError."""
        while not self._stopping.is_set():
            local, store = self._connected()
            if self.progress is None:
                return
            page = local.first(self.progress.number, _PAGE)
            for number, content in page:
                if self._stopping.is_set():
                    return
                if not self._send(store, self.progress, number, content):
                    self._close_store()
                    break
                self.progress = Progress(self.progress.station, number)
            self._say("")
            if not page and (self._woken.is_set() or not store.settle()):
                return

    def _connected(self) -> tuple[SpoolReader, Store]:
        """Both sides, opened where they are not. Raises HistoryError."""
        if self._local is None:
            self._local = self._open_spool()
        if self._store is None or self.progress is None:
            self._store = self._store or self._open_store()
            known = self._known(self._local, self._store)
            if known != self.progress:
                # A transaction whose connection broke may have come to its end over there, after the store
                # had looked where to go on. It has ended now.
                self._close_store()
                self._store = self._open_store()
                self.progress = known
        return self._local, self._store

    def _known(self, local: SpoolReader, store: Store) -> Progress | None:
        """How far the other database is; None where nothing was ever put into the spool.

        Raises HistoryError where it knows more than this file.
        """
        station = local.station()
        if station is None:
            return None
        # Not only read: whoever is still writing there is waited for.
        with store.database.writing() as connection:
            known = Progress(station, _taken(connection, station))
        if not local.was_given(known.number):
            self.progress = known
            raise HistoryError(
                phrase(
                    "said.history", "{0}: an older copy of the file whose recordings were sent before"
                ).format(
                    local.path,
                )
            )
        return known

    def _send(self, store: Store, before: Progress, number: int, content: bytes) -> bool:
        """Send one batch; False, with nothing sent, where the other database is not where it was."""
        batch = self._batch(number, content)
        with store.database.writing() as connection:
            if _taken(connection, before.station) != before.number:
                return False
            if batch:
                store.write(connection, batch)
            _take(connection, store.plant, before, number)
        store.committed()
        return True

    def _batch(self, number: int, content: bytes) -> Batch:
        try:
            return from_content(content)
        except NewerBatchError as error:
            raise HistoryError(
                phrase("said.history", "spool: {0}; start the newer WatchDoge, which sends it").format(error)
            ) from error
        except UnreadableBatchError as error:
            self._unreadable += 1
            _log.error("spool: batch %d is passed over: %s", number, error)
            return Batch()

    def _say(self, error: str) -> None:
        status = self._status(error)
        if status != self.status:
            self.status = status
            self._told(status)

    def _status(self, error: str) -> ForwardStatus:
        known = 0 if self.progress is None else self.progress.number
        try:
            if self._local is None:
                self._local = self._open_spool()
            waiting, oldest = self._local.waiting(known)
        except HistoryError as unreadable:
            return ForwardStatus(self.status.waiting, self.status.oldest, str(unreadable), self._unreadable)
        return ForwardStatus(waiting, _instant(oldest), error, self._unreadable)

    def _close_store(self) -> None:
        store, self._store = self._store, None
        if store is not None:
            store.close()

    def _close(self) -> None:
        local, self._local = self._local, None
        self._close_store()
        if local is not None:
            local.close()


def _instant(oldest: bytes | None) -> datetime | None:
    try:
        return None if oldest is None else instant_of(from_content(oldest))
    except UnreadableBatchError:
        return None


def _taken(connection: Connection, station: str) -> int:
    """The newest batch of a station that is in a database; 0 before the first."""
    return connection.scalar(select(TAKEN.c.number).where(TAKEN.c.station == station)) or 0


def _take(connection: Connection, plant: int, before: Progress, number: int) -> None:
    if before.number:
        known = update(TAKEN).where(TAKEN.c.station == before.station)
        connection.execute(known.values(number=number))
    else:
        connection.execute(insert(TAKEN).values(station=before.station, plant=plant, number=number))
