"""A plant in which people and the program acted, what they did to its database, and what a check finds."""

import contextlib
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import Executable, text

from doge_gui.core.audit.action import Act, Action
from doge_gui.core.audit.chain import Entry, Facts
from doge_gui.core.audit.check import Unreadable, Verdict, verify
from doge_gui.history import audit_rows
from doge_gui.history.audit_head import HeadFile
from doge_gui.history.audit_trail import AuditTrail
from doge_gui.history.database import Database
from doge_gui.history.journal_rows import number_of
from doge_gui.history.places import Place

PLANT = "/plant/configDoge.json"
BEGAN = datetime(2026, 1, 31, 8, tzinfo=UTC)
STARTED_AGAIN = BEGAN + timedelta(hours=1)
HOSTILE = "refused\n2026-01-31 all is well\x1b[2J\x00\ud800 \\ Süd"


def act(minute: int) -> Action:
    """Something done at a minute of the day."""
    at = BEGAN + timedelta(minutes=minute, microseconds=minute)
    return Action(at, "Ada", Act.SWEPT, "API-3", f"{minute}. act")


DAY = (
    Action(BEGAN, "watchdoge", Act.STARTED),
    *(act(minute) for minute in range(1, 9)),
    Action(BEGAN + timedelta(minutes=9), "Ada", Act.DISCONNECTED, "API-3", HOSTILE),
)


@dataclass(frozen=True)
class Recording:
    """A trail that is being written."""

    database: Database
    trail: AuditTrail

    def record(self, *actions: Action) -> None:
        with self.database.writing() as connection:
            written = self.trail.write(connection, actions)
        self.trail.committed(written)

    def lose(self, *actions: Action) -> None:
        """The transaction fails after they were written."""
        with contextlib.suppress(RuntimeError), self.database.writing() as connection:
            self.trail.write(connection, actions)
            raise RuntimeError


@dataclass(frozen=True)
class Site:
    """A database and the head kept outside it."""

    place: Place
    heads: HeadFile

    @contextmanager
    def recording(self, plant: str = PLANT, aside: Path | None = None) -> Iterator[Recording]:
        """A start of the program, and its end."""
        with closing(Database(self.place, writable=True)) as database:
            with database.writing() as connection:
                trail = AuditTrail(self.heads, number_of(connection, plant), plant)
                trail.load(connection, STARTED_AGAIN, aside)
            yield Recording(database, trail)

    def record(self, *actions: Action, plant: str = PLANT, aside: Path | None = None) -> None:
        """A start, these acts, and the end."""
        with self.recording(plant, aside) as one:
            one.record(*actions)

    def edit(self, *statements: str | Executable) -> None:
        """Somebody changes the database behind the program's back."""
        with closing(Database(self.place, writable=True)) as database, database.writing() as connection:
            for statement in statements:
                told = text(statement) if isinstance(statement, str) else statement
                assert connection.execute(told).rowcount, statement

    def trail(self, plant: str = PLANT) -> list[Entry | Unreadable]:
        """A plant's entries as they are read."""
        with closing(Database(self.place, writable=False)) as database:
            return list(audit_rows.read(database, audit_rows.plants(database)[plant]))

    def facts(self, plant: str = PLANT) -> list[Facts]:
        """What they tell."""
        entries = self.trail(plant)
        return [entry.facts for entry in entries if isinstance(entry, Entry)]

    def check(self, plant: str = PLANT) -> Verdict:
        """What a check of a plant's trail finds."""
        kept = self.heads.read().get(plant)
        return verify(self.trail(plant), plant, kept.head if kept else None)
