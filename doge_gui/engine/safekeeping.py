"""Everything on its way to the record: alarms, acts and cycles wait here until they are on the disk."""

import contextlib
import logging
from collections.abc import Sequence
from typing import Protocol

from doge_gui.core.alarms.book import Book
from doge_gui.core.alarms.events import Event
from doge_gui.core.audit.action import Action
from doge_gui.core.recording.batch import Batch
from doge_gui.engine.cycle_keeper import CycleKeeper
from doge_gui.history.errors import DamagedError, FullError, HistoryError, LostFileError

MOST_UNSAVED = 200_000
"""While the record cannot be written, so many entries of the journal, and as many acts, wait for it."""
_log = logging.getLogger("watchdoge")


class OpenRecord(Protocol):
    """Opens the record. Raises HistoryError."""

    def __call__(self, *, anew: bool = False) -> "Record":
        """`anew`: set aside what is there, which cannot be read, and begin an empty one."""


class Record(Protocol):
    """Where everything is kept."""

    @property
    def recovered(self) -> str:
        """What became of a damaged file; empty when all was well."""

    @property
    def notice(self) -> str:
        """What is wrong with the record although it can be written; empty when nothing is."""

    def load(self) -> Book:
        """The book as it was left."""

    def latest(self, most: int) -> Sequence[Event]:
        """The newest entries of the journal, oldest first."""

    def unended(self) -> str:
        """What is not known of the supervision before; empty where all is."""

    def append(self, batch: Batch) -> None:
        """Keep these, all or nothing. Raises HistoryError: FullError where less might fit."""

    def settle(self) -> bool:
        """Some milliseconds of what nobody waits for; False where nothing is left. Raises HistoryError."""

    def close(self) -> None:
        """Give everything back."""


class Safekeeping:
    """Keeps what happens, and holds it while that is not possible. Used by one thread at a time."""

    def __init__(self, open_record: OpenRecord, interval_s: float) -> None:
        self._open_record = open_record
        self._record: Record | None = None
        self.cycles = CycleKeeper(interval_s)
        self.events: list[Event] = []
        self.actions: list[Action] = []
        self.journal_error = ""
        """Why alarms cannot be recorded, or what became of a damaged file."""
        self.history_error = ""
        """Why readings cannot be recorded, or what else is wrong with the record."""
        self._taken_up = self._lacks_book = self._closed = False
        self._unsettled = ""
        self._held_off = False
        """For want of room readings are not recorded."""
        self._damaged = False
        """The file that was open is to be set aside."""

    @property
    def ailing(self) -> bool:
        """Something is wrong: even with nothing to keep it is worth while to try again."""
        return bool(self.journal_error or self.history_error)

    @property
    def taken_up(self) -> bool:
        """What the record held was read."""
        return self._taken_up

    def take_up(self, most: int) -> tuple[Book, Sequence[Event], str]:
        """Open the record: its book, its newest entries, and what is unknown. Raises HistoryError."""
        record = self._open_record()
        try:
            found = record.load(), record.latest(most), record.unended()
        except DamagedError:
            record.close()
            record = self._open_record(anew=True)
            found = Book(), (), ""
        except HistoryError:
            record.close()
            raise
        self._record, self._taken_up = record, True
        self._lacks_book = bool(record.recovered)
        self._tell(record.recovered, record.notice)
        return found

    def save(self, book: Book) -> bool:
        """Record what waits; False where alarms and acts still wait. `book`: the one of now."""
        if self._closed:
            return True
        opened = self._record is not None
        try:
            record = self._opened()
            self._append(record, book)
        except HistoryError as error:
            self._note_failure(error)
            return False
        # What became of a damaged file is to be told once, although all can be recorded again.
        self._tell("" if opened else record.recovered, self.history_error)
        return True

    def settle(self) -> bool:
        """Have the record do what nobody waits for; False where nothing is left to do."""
        if self._record is None or self._closed:
            return False
        # It tries again by itself; what matters is recorded.
        with contextlib.suppress(HistoryError):
            try:
                more = self._record.settle()
            except LostFileError as error:
                self._note_failure(error)
            except HistoryError as error:
                self._note_unsettled(str(error))
            else:
                self._note_unsettled("")
                return more
        return False

    def _note_unsettled(self, error: str) -> None:
        if error and error != self._unsettled:
            _log.warning("history: what can wait is left undone: %s", error)
        self._unsettled = error

    def close(self) -> None:
        """Close the record."""
        self._closed = True
        if self._record is not None:
            self._record.close()

    def tell_failure(self, error: HistoryError) -> None:
        """Say why the record could not be opened."""
        self._tell(str(error), self.history_error)

    def _opened(self) -> Record:
        """The record, opened (again) where it is not. Raises HistoryError."""
        if self._record is None:
            # The file was lost under way: the book that is held here is the newest there is.
            self._record, self._lacks_book = self._open_record(anew=self._damaged), True
            self._damaged = False
            self.cycles.begin_anew()
        return self._record

    def _append(self, record: Record, book: Book) -> None:
        """All that waits: what people and alarms did with the oldest cycle, then the other cycles."""
        while True:
            readings = self.cycles.next or Batch()
            batch = Batch(
                tuple(self.events),
                book if self._lacks_book else None,
                tuple(self.actions),
                readings.cycle,
                readings.outcome,
            )
            if not batch and not self.journal_error:
                break
            self._append_one(record, batch)
            if self.cycles.next is None:
                break
        if not self._held_off:
            self._tell(self.journal_error, record.notice)

    def _append_one(self, record: Record, batch: Batch) -> None:
        try:
            record.append(batch)
        except FullError as error:
            if batch.cycle is None and batch.outcome is None:
                raise
            # Alarms and acts are little, and matter most.
            record.append(batch.without_readings)
            self.cycles.drop()
            self._held_off = True
            self._tell(self.journal_error, str(error))
        else:
            if batch.cycle is not None:
                self._held_off = False
            if self.cycles.next is not None:
                self.cycles.note_stored()
        self.events, self.actions, self._lacks_book = [], [], False

    def _note_failure(self, error: HistoryError) -> None:
        if isinstance(error, LostFileError) and self._record is not None:
            self._record.close()
            self._record = None
            # Not every damage is found when the file is opened: what was met once is not gone on with.
            self._damaged = isinstance(error, DamagedError)
        self._tell(str(error), self.history_error)
        if len(self.events) > MOST_UNSAVED:
            # What is dropped here is missing in the journal for ever; the book in it shall not miss it.
            del self.events[:-MOST_UNSAVED]
            self._lacks_book = self._taken_up
        del self.actions[:-MOST_UNSAVED]

    def _tell(self, journal: str, history: str) -> None:
        if journal and journal != self.journal_error:
            _log.warning("alarms cannot be recorded: %s", journal)
        if history and history != self.history_error:
            _log.warning("history: %s", history)
        if self.history_error and not history:
            _log.info("history: readings are recorded again")
        self.journal_error, self.history_error = journal, history
