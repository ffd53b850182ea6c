"""The alarms of one plant while the program runs: judged, recorded, told. Used by one thread at a time."""

import contextlib
import logging
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Protocol

from doge_gui.core.alarms.alarm import Kind
from doge_gui.core.alarms.book import Book, Instant, Outcome, continued, resumed
from doge_gui.core.alarms.events import Event
from doge_gui.core.alarms.operator import let_end
from doge_gui.core.alarms.program import Surroundings
from doge_gui.core.alarms.report import FLOOD_MINUTES, AlarmReport, presented_in
from doge_gui.core.alarms.rules import Rules
from doge_gui.core.alarms.step import step, step_program
from doge_gui.core.alarms.watch import Watch, note_disconnections, note_told_off, watch
from doge_gui.core.alarms.words import entry
from doge_gui.core.snapshot import Snapshot
from doge_gui.core.statuses import Disconnection, DiskStatus
from doge_gui.history.errors import DamagedError, HistoryError, LostFileError

RECENT = 20_000
"""Entries of the journal that are kept at hand for the screen."""
MOST_UNSAVED = 200_000
"""While the journal cannot be written, so many entries wait for it."""
_log = logging.getLogger("watchdoge")


class OpenRecord(Protocol):
    """Opens the record. Raises HistoryError."""

    def __call__(self, *, anew: bool = False) -> "Record":
        """`anew`: set aside what is there, which cannot be read, and begin an empty one."""


class Record(Protocol):
    """Where events are kept."""

    recovered: str
    """What became of a damaged file; empty when all was well."""

    def load(self) -> Book:
        """The book as it was left."""

    def latest(self, most: int) -> Sequence[Event]:
        """The newest entries, oldest first."""

    def append(self, events: Sequence[Event], book: Book | None = None) -> None:
        """Keep these; `book` is what they led to, for a record that lacks what was before. Raises
        HistoryError."""

    def settle(self) -> None:
        """Do what makes the next start quick; nobody waits for it. Raises HistoryError."""

    def close(self) -> None:
        """Give everything back."""


class AlarmJudge:
    """Holds the book and what is needed to write the next one."""

    def __init__(self, open_record: OpenRecord, disk: Callable[[], DiskStatus | None], rules: Rules) -> None:
        self._open_record, self._disk = open_record, disk
        self.rules = rules
        self.book = Book()
        self._record: Record | None = None
        self._watch = Watch()
        self._surroundings = Surroundings()
        self._before: Instant | None = None
        self._cycle = 0
        self._recent: deque[Event] = deque(maxlen=RECENT)
        self._unsaved: list[Event] = []
        self._onsets: deque[float] = deque(maxlen=RECENT)
        self._closed = self._lacks_book = self._taken_up = False

    def begin(self, instant: Instant) -> None:
        """Take up the book as it was left. What was not acknowledged then, is not now."""
        try:
            self._take_up(instant)
        except HistoryError as error:
            self._tell_journal(str(error))
        self.judge_program(instant)

    def _take_up(self, instant: Instant) -> None:
        """Open the record and go on from its book, what happened since on top. Raises HistoryError."""
        record = self._open_record()
        try:
            book, earlier = record.load(), record.latest(RECENT)
        except DamagedError:
            record.close()
            record = self._open_record(anew=True)
            book, earlier = Book(), ()
        except HistoryError:
            record.close()
            raise
        self._record, self._taken_up = record, True
        told_off = tuple(alarm.plc for alarm in book.standing() if alarm.kind is Kind.STILL_CONNECTED)
        self._watch = note_told_off(self._watch, told_off, instant.mono)
        self.book = resumed(continued(book, self._unsaved), instant, self.rules.shelve_most_s)
        self._recent = deque([*earlier, *self._unsaved], RECENT)
        self._onsets = deque(_onsets_before(instant, earlier), RECENT)
        self._lacks_book = bool(record.recovered)
        self._tell_journal(record.recovered)

    def take_snapshot(self, snapshot: Snapshot, instant: Instant) -> None:
        """Judge a picture of Phase.READ."""
        self._watch = watch(self._watch, snapshot)
        self._note(step(self.book, snapshot, self._watch, self.rules, instant), instant)
        self._cycle = snapshot.facts.number
        self._surroundings = replace(self._surroundings, disk=self._disk())
        self.judge_program(instant)

    def surround(self, instant: Instant, **known: object) -> None:
        """Take what has changed about the program itself."""
        self._surroundings = replace(self._surroundings, **known)  # type: ignore[arg-type]
        self.judge_program(instant)

    def judge_program(self, instant: Instant) -> None:
        """Judge the program's own condition."""
        judged = step_program(self.book, self._surroundings, self._before, self.rules, instant)
        self._note(judged, instant)
        self._before = instant

    def take_disconnections(self, outcomes: tuple[Disconnection, ...], now: float) -> None:
        """Remember who accepted an operator's disconnection."""
        self._watch = note_disconnections(self._watch, outcomes, now)

    def operate(self, outcome: Outcome, instant: Instant) -> None:
        """Take what somebody did."""
        self._note(outcome, instant)
        for event in outcome.events:
            _log.info("alarms: %s", entry(event, self.rules))

    def let_end(self, instant: Instant) -> None:
        """End what is to end by itself."""
        self._note(let_end(self.book, instant), instant)

    def save(self, instant: Instant) -> None:
        """Record what happened; whatever cannot be recorded now is kept for the next time."""
        ailing = bool(self._surroundings.journal_error)
        if self._closed or not (self._unsaved or ailing):
            return
        try:
            self._opened(instant).append(self._unsaved, self.book if self._lacks_book else None)
        except HistoryError as error:
            if isinstance(error, LostFileError) and self._record is not None:
                self._record.close()
                self._record = None
            self._tell_journal(str(error))
            if len(self._unsaved) > MOST_UNSAVED:
                # What is dropped here is missing in the journal for ever; the book in it shall not miss it.
                del self._unsaved[:-MOST_UNSAVED]
                self._lacks_book = self._taken_up
            self.judge_program(instant)
            return
        self._unsaved, self._lacks_book = [], False
        if ailing:
            self._tell_journal("")
            self.judge_program(instant)
            self.save(instant)

    def _opened(self, instant: Instant) -> Record:
        """The record, opened (again) where it is not. Raises HistoryError."""
        if self._record is None and self._taken_up:
            # The file was lost under way: the book that is held here is the newest there is.
            self._record, self._lacks_book = self._open_record(), True
        elif self._record is None:
            self._take_up(instant)
        if self._record is None:
            raise HistoryError("the record is not open")
        return self._record

    def report(self, instant: Instant) -> AlarmReport:
        """What the screen is told."""
        oldest = instant.mono - 60 * FLOOD_MINUTES
        while self._onsets and self._onsets[0] <= oldest:
            self._onsets.popleft()
        return AlarmReport(
            self.book, self.rules, tuple(self._recent), instant, self._cycle, len(self._onsets)
        )

    def settle(self) -> None:
        """Have the record do what nobody waits for."""
        if self._record is not None and not self._closed:
            # It tries again by itself; what matters is recorded.
            with contextlib.suppress(HistoryError):
                self._record.settle()

    def close(self, instant: Instant) -> None:
        """Record what is left, and close the record."""
        self.save(instant)
        self._closed = True
        if self._record is not None:
            self._record.close()

    def _tell_journal(self, error: str) -> None:
        if error and error != self._surroundings.journal_error:
            _log.warning("alarms cannot be recorded: %s", error)
        self._surroundings = replace(self._surroundings, journal_error=error)

    def _note(self, outcome: Outcome, instant: Instant) -> None:
        self.book = outcome.book
        self._recent.extend(outcome.events)
        self._unsaved += outcome.events
        self._onsets.extend([instant.mono] * presented_in(outcome.events))


def _onsets_before(instant: Instant, earlier: Sequence[Event]) -> list[float]:
    """Monotonic seconds of what was presented in the ten minutes before a start, by the journal's times."""
    onsets: list[float] = []
    for at, events in groupby(earlier, key=lambda event: event.at):
        age_s = (instant.utc - at).total_seconds()
        if 0 <= age_s < 60 * FLOOD_MINUTES:
            onsets += [instant.mono - age_s] * presented_in(tuple(events))
    return onsets
