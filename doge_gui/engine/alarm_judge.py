"""The alarms of one plant while the program runs: judged, recorded, told. Used by one thread at a time."""

import logging
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import groupby

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
from doge_gui.core.audit.action import Act, Action
from doge_gui.core.audit.acts import PROGRAM, of_alarms, of_disconnections, of_totals
from doge_gui.core.snapshot import Snapshot
from doge_gui.core.statuses import Disconnection, DiskStatus
from doge_gui.engine.safekeeping import OpenRecord, Safekeeping
from doge_gui.history.errors import HistoryError

RECENT = 20_000
"""Entries of the journal that are kept at hand for the screen."""
_log = logging.getLogger("watchdoge")


class AlarmJudge:
    """Holds the book and what is needed to write the next one."""

    def __init__(
        self,
        open_record: OpenRecord,
        disk: Callable[[], DiskStatus | None],
        rules: Rules,
        interval_s: float = 60.0,
        who: str = "operator",
    ) -> None:
        """`interval_s`: seconds between cycles; `who`: under which name an operator's acts are kept."""
        self._disk, self._who = disk, who
        self.rules = rules
        self.book = Book()
        self.keeping = Safekeeping(open_record, interval_s)
        self._watch = Watch()
        self._surroundings = Surroundings()
        self._before: Instant | None = None
        self._begun: Instant | None = None
        self._cycle = 0
        self._recent: deque[Event] = deque(maxlen=RECENT)
        self._onsets: deque[float] = deque(maxlen=RECENT)
        self._closed = False

    def begin(self, instant: Instant) -> None:
        """Take up the book as it was left. What was not acknowledged then, is not now."""
        self._begun = instant
        try:
            self._take_up(instant)
        except HistoryError as error:
            self.keeping.tell_failure(error)
        self.judge_program(instant)

    def _take_up(self, instant: Instant) -> None:
        """Open the record and go on from its book, what happened since on top. Raises HistoryError."""
        book, earlier, unknown = self.keeping.take_up(RECENT)
        if unknown:
            _log.warning("history: %s", unknown)
        began = self._begun or instant
        self.keeping.actions.insert(0, Action(began.utc, PROGRAM, Act.STARTED, "", unknown))
        told_off = tuple(alarm.plc for alarm in book.standing() if alarm.kind is Kind.STILL_CONNECTED)
        self._watch = note_told_off(self._watch, told_off, instant.mono)
        unsaved = self.keeping.events
        self.book = resumed(continued(book, unsaved), instant, self.rules.shelve_most_s)
        self._recent = deque([*earlier, *unsaved], RECENT)
        self._onsets = deque(_onsets_before(instant, earlier), RECENT)

    def take_snapshot(self, snapshot: Snapshot, instant: Instant) -> None:
        """Judge a picture of Phase.READ, and keep what it read."""
        self.keeping.cycles.take(snapshot)
        self._watch = watch(self._watch, snapshot)
        self._note(step(self.book, snapshot, self._watch, self.rules, instant), instant)
        self._cycle = snapshot.facts.number
        self._surroundings = replace(self._surroundings, disk=self._disk())
        self.judge_program(instant)

    def end_cycle(self, snapshot: Snapshot) -> None:
        """Keep what became of a cycle, of Phase.DONE."""
        self.keeping.cycles.end(snapshot)
        self.keeping.actions += of_totals(snapshot)

    def surround(self, instant: Instant, **known: object) -> None:
        """Take what has changed about the program itself."""
        self._surroundings = replace(self._surroundings, **known)  # type: ignore[arg-type]
        self.judge_program(instant)

    def judge_program(self, instant: Instant) -> None:
        """Judge the program's own condition."""
        kept = self.keeping
        self._surroundings = replace(
            self._surroundings, journal_error=kept.journal_error, history_error=kept.history_error
        )
        judged = step_program(self.book, self._surroundings, self._before, self.rules, instant)
        self._note(judged, instant)
        self._before = instant

    def take_disconnections(self, outcomes: tuple[Disconnection, ...], now: float) -> None:
        """Remember who accepted an operator's disconnection."""
        self.keeping.actions += of_disconnections(outcomes, self._who)
        self._watch = note_disconnections(self._watch, outcomes, now)

    def operate(self, outcome: Outcome, instant: Instant) -> None:
        """Take what somebody did."""
        self._note(outcome, instant)
        self.keeping.actions += of_alarms(outcome.events, self.rules, instant.utc)
        for event in outcome.events:
            _log.info("alarms: %s", entry(event, self.rules))

    def let_end(self, instant: Instant) -> None:
        """End what is to end by itself."""
        self._note(let_end(self.book, instant), instant)

    def note_act(self, act: Act, subject: str, detail: str, instant: Instant) -> None:
        """Keep an act of the program itself."""
        self.keeping.actions.append(Action(instant.utc, PROGRAM, act, subject, detail))

    def save(self, instant: Instant) -> None:
        """Record what happened; whatever cannot be recorded now is kept for the next time."""
        if self._closed:
            return
        kept = self.keeping
        before = kept.journal_error, kept.history_error
        if not kept.taken_up:
            try:
                self._take_up(instant)
            except HistoryError as error:
                kept.tell_failure(error)
                self.judge_program(instant)
                return
        done = kept.save(self.book)
        if before != (kept.journal_error, kept.history_error):
            self.judge_program(instant)
            if done:
                kept.save(self.book)

    def report(self, instant: Instant) -> AlarmReport:
        """What the screen is told."""
        oldest = instant.mono - 60 * FLOOD_MINUTES
        while self._onsets and self._onsets[0] <= oldest:
            self._onsets.popleft()
        return AlarmReport(
            self.book,
            self.rules,
            tuple(self._recent),
            instant,
            self._cycle,
            len(self._onsets),
            self.keeping.cycles.stored,
            self._surroundings.disk,
            self.keeping.journal_error or self.keeping.history_error,
        )

    def settle(self) -> bool:
        """Have the record do what nobody waits for; False where nothing is left."""
        return not self._closed and self.keeping.settle()

    def close(self, instant: Instant) -> None:
        """Record what is left, and close the record."""
        self.note_act(Act.STOPPED, "", "", instant)
        self.save(instant)
        self._closed = True
        self.keeping.close()

    def _note(self, outcome: Outcome, instant: Instant) -> None:
        self.book = outcome.book
        self._recent.extend(outcome.events)
        self.keeping.events += outcome.events
        self._onsets.extend([instant.mono] * presented_in(outcome.events))


def _onsets_before(instant: Instant, earlier: Sequence[Event]) -> list[float]:
    """Monotonic seconds of what was presented in the ten minutes before a start, by the journal's times."""
    onsets: list[float] = []
    for at, events in groupby(earlier, key=lambda event: event.at):
        age_s = (instant.utc - at).total_seconds()
        if 0 <= age_s < 60 * FLOOD_MINUTES:
            onsets += [instant.mono - age_s] * presented_in(tuple(events))
    return onsets
