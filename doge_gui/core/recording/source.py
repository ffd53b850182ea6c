"""What can be asked of a history, wherever it lies."""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from typing import Protocol

from doge_gui.core.alarms.book import Book
from doge_gui.core.alarms.events import Event
from doge_gui.core.plan import Plan
from doge_gui.core.recording.curves import Curve, Level
from doge_gui.core.recording.cycles import RecordedCycle, Stretch
from doge_gui.core.recording.tags import Tag


class HistorySource(Protocol):
    """One plant's history, open for reading; used by one thread at a time.

    Every method raises HistoryError where the history cannot be read. Instants are wall clock, UTC; a range
    holds its beginning and not its end.
    """

    def span(self) -> tuple[datetime, datetime] | None:
        """From the first cycle that is there to the newest one; None before the first."""

    def plan(self) -> Plan | None:
        """The newest plan that was recorded: labels and units of the requests, names of the circuits."""

    def tags(self) -> tuple[Tag, ...]:
        """Every tag that was ever recorded, those of the newest plan first."""

    def curves(
        self,
        tags: Sequence[Tag],
        begin: datetime,
        end: datetime,
        points: int,
        told: Callable[[int], bool] | None = None,
        level: Level | None = None,
    ) -> list[Curve]:
        """These tags from `begin` to `end`, each in about `points` points or more.

        `told` is given the number of finished curves; where it answers False, the rest is left out. `level`:
        so fine and no other, however many points, and empty where that is not kept any more.
        """

    def stretch(self, at: datetime, most_cycles: int | None = None) -> Stretch | None:
        """The cycles of the segment in which `at` lies, or of the next one after it; None after the last.

        `most_cycles`: no more than these, those around `at`.
        """

    def stretch_beside(self, stretch: Stretch, *, later: bool) -> Stretch | None:
        """The next stretch of cycles before or after one; None where there is none."""

    def cycles(self, begin: datetime, end: datetime) -> Iterator[tuple[Plan, float, RecordedCycle]]:
        """Plan, interval in seconds and facts of every cycle in a range, as recorded; no readings."""

    def events(self, begin: datetime, end: datetime) -> Iterator[Event]:
        """The alarm journal of a range, in order."""

    def book_at(self, at: datetime) -> Book:
        """The alarms as they stood just before `at`: all entries of the journal before it, applied."""

    def close(self) -> None:
        """Let go of it."""
