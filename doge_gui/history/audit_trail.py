"""A plant's audit trail, as the recording goes on with it."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import Connection

from doge_gui.core.audit.action import Act, Action
from doge_gui.core.audit.chain import START, Change, Head, goes_on, linked, resumed
from doge_gui.history import audit_rows
from doge_gui.history.audit_head import HeadFile, Kept
from doge_gui.history.errors import HistoryError

OURSELVES = "watchdoge"


class Written(NamedTuple):
    """Where the trail stands once the transaction that wrote to it is committed."""

    head: Head


class AuditTrail:
    """Numbers and chains a plant's acts; used by one thread at a time.

    Each transaction: `written = trail.write(connection, actions)`, and `trail.committed(written)` once it
    is committed. After one that is rolled back there is nothing to do. After one whose end is unknown,
    `load` again.
    """

    def __init__(self, heads: HeadFile, plant: int, name: str) -> None:
        """`plant`: its number in the database; `name`: its name. `heads`: kept outside of that database."""
        self._heads = heads
        self._plant = plant
        self._name = name
        self._head = START
        self._own: tuple[Action, ...] = ()
        self.notice = ""
        """What was found at the start that ought not to be, one line; empty when all is well."""
        self.head_error = ""
        """Why the head does not reach its file, one line. It is tried again with the next act."""

    def load(self, connection: Connection, now: datetime, aside: Path | None = None) -> None:
        """Find where the trail goes on. What does not fit becomes an entry, before the next one.

        `now`: wall clock, UTC. `aside`: where the file that was damaged has just been put; the heads are
        then kept beside it too, so that it can be checked by itself. Raises HistoryError for the database
        only.
        """
        kept, damage = self._kept(aside)
        known, moved_to = kept if kept is not None else (None, "" if aside is None else aside.name)
        last = audit_rows.newest(connection, self._plant)
        there = None if known is None else audit_rows.hash_at(connection, self._plant, known.number)
        self._head, change = resumed(last, known, there, moved=bool(moved_to))
        if damage:
            change = Change.HEAD_LOST
        elif aside is not None and (known is None or not known.number):
            change = Change.NEW_FILE
        self._own, self.notice = (), ""
        if change is not None:
            subject, detail = self._entry_about(change, moved_to, damage)
            self._own = (Action(now, OURSELVES, Act.FILE_CHANGED, subject, detail),)
            self.notice = "" if change is Change.NEW_FILE else f"audit trail: {subject}: {detail}"
        elif known is None:
            # Before the first entry: one that is missing later was lost, however early a program is killed.
            self._keep_head()

    def write(self, connection: Connection, actions: Sequence[Action]) -> Written:
        """Add these within the caller's transaction, once in each. `committed` is to be given the result."""
        told = [audit_rows.facts_of(action) for action in (*self._own, *actions)]
        entries, head = linked(self._head, self._name, told)
        audit_rows.add(connection, self._plant, entries)
        return Written(head)

    def committed(self, written: Written) -> None:
        """What was written is on the disk: go on from there. Never raises: see `head_error`."""
        if written.head == self._head:
            return
        self._head, self._own = written.head, ()
        self._keep_head()

    def _keep_head(self) -> None:
        try:
            self._heads.keep(self._name, self._head)
        except HistoryError as error:
            self.head_error = str(error)
        else:
            self.head_error = ""

    def _kept(self, aside: Path | None) -> tuple[Kept | None, str]:
        """What is kept outside, and why it cannot be read; empty where it can."""
        try:
            kept = self._heads.read().get(self._name)
        except HistoryError as error:
            return None, str(error)
        if aside is None:
            return kept, ""
        try:
            self._heads.set_aside(aside, self._name)
        except HistoryError as error:
            self.head_error = str(error)
        return None if kept is None else Kept(kept.head, kept.aside or aside.name), ""

    def _entry_about(self, change: Change, aside: str, damage: str) -> tuple[str, str]:
        """Subject and detail of the entry about what changed."""
        if change is not Change.NEW_FILE:
            return self._heads.path.name, f"{change.value} ({damage})" if damage else change.value
        told = f"{goes_on(self._head)}; {change.value}" if self._head.number else change.value
        return aside, told
