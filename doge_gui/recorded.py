"""A plant's history as commands open it: found by its configuration, read while the program may run."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from doge_gui.core.audit.chain import Entry
from doge_gui.core.config import Config
from doge_gui.core.phrase import phrase
from doge_gui.core.reporting.actions import Action
from doge_gui.core.reporting.shift import ShiftWish
from doge_gui.core.reporting.tongue import Tongue
from doge_gui.engine.config_watch import read_config
from doge_gui.instants import instant_of
from doge_gui.records import place_of, record_of
from doge_gui.report_file import write_report
from doge_gui.station import Options, config_path

if TYPE_CHECKING:
    from doge_gui.history.places import Place
    from doge_gui.history.reader import HistoryReader

_PROGRAM = "watchdoge"
"""Under this name the program's own acts are on record."""


class Where(NamedTuple):
    """A plant's history."""

    place: "Place"
    plant: str
    """Its name there."""


class NothingRecordedError(Exception):
    """There is no history yet. The text is one line."""


def found(config: Path | None) -> tuple[Where, Config]:
    """Where a configuration's (None: the usual one's) plant is recorded, and the configuration.

    Raises ConfigError and NothingRecordedError.
    """
    path = config_path(Options(config=config))
    told = read_config(path)
    file, plant = record_of(path, told)
    where = Where(place_of(file, told.history), plant)
    if isinstance(where.place, Path) and not where.place.exists():
        raise NothingRecordedError(
            phrase("said.history", "nothing is recorded yet in {0}").format(where.place)
        )
    return where, told


@contextmanager
def opened(where: Where) -> Iterator["HistoryReader"]:
    """Its history, open for reading. Raises HistoryError."""
    # Here and not at the top: the window stands before the database library is loaded.
    from doge_gui.history.reader import HistoryReader

    with closing(HistoryReader(where.place, where.plant)) as reader:
        yield reader


def write_shift(where: Where, wish: ShiftWish, path: Path, tongue: Tongue | None = None) -> None:
    """Write the report of a shift as PDF or HTML; English without a `tongue`.

    Raises HistoryError and ExportError.
    """
    with opened(where) as source:
        actions = recorded_actions(where, wish.begin, wish.end)
        write_report(path, source, wish, actions, tongue=tongue)


def recorded_actions(where: Where, begin: datetime, end: datetime) -> list[Action]:
    """What the audit trail tells of a span. Entries that cannot be read are left out. Raises HistoryError."""
    from doge_gui.history.audit_rows import plants, read
    from doge_gui.history.database import Database
    from doge_gui.history.event_rows import instant, restored

    told: list[Action] = []
    with closing(Database(where.place, writable=False)) as database:
        number = plants(database).get(where.plant)
        for entry in () if number is None else read(database, number, begin):
            if isinstance(entry, Entry) and instant(entry.facts.at) < end:
                facts = entry.facts
                who, subject, detail = map(restored, (facts.who, facts.subject, facts.detail))
                by = "" if who == _PROGRAM else who
                told.append(Action(instant(facts.at), by, facts.act, subject, detail))
    return told


def between(begin: str, end: str | None, now: datetime) -> tuple[datetime, datetime]:
    """The span that two texts mean, up to now at the latest; without `end` up to now, UTC.

    Raises ValueError where a text is no instant or the span holds no time.
    """
    since = instant_of(begin, now).astimezone(UTC)
    until = now if end is None else min(instant_of(end, now), now)
    if since >= until:
        raise ValueError(f"--from {begin} is not before {'now' if end is None else f'--to {end}'}")
    return since, until.astimezone(UTC)


def last(span: timedelta, now: datetime) -> tuple[datetime, datetime]:
    """The span that ends now, UTC."""
    until = now.astimezone(UTC)
    return until - span, until
