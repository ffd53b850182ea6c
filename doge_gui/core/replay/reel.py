"""One stretch of the recording with everything that is needed to show any of its cycles."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from doge_gui.core.alarms.book import Book
from doge_gui.core.alarms.events import Event
from doge_gui.core.alarms.report import AlarmReport
from doge_gui.core.alarms.rules import Rules
from doge_gui.core.recording.cycles import Stretch
from doge_gui.core.replay.picture import picture
from doge_gui.core.replay.tape import Tape
from doge_gui.core.replay.times import Before, Times, times_of
from doge_gui.core.snapshot import Snapshot


@dataclass(frozen=True)
class Reel:
    """A stretch, its times and its alarms."""

    stretch: Stretch
    times: Times
    tape: Tape
    until: datetime | None
    """Start of the first cycle after the stretch; None where there is none yet."""
    follows: bool
    """The times take the stretch before into account."""

    def __len__(self) -> int:
        return len(self.stretch.cycles)

    def picture(self, index: int) -> Snapshot:
        """The plant as it stood at the end of a cycle."""
        return picture(self.stretch, index, self.times)

    def report(self, index: int, rules: Rules, snapshot: Snapshot) -> AlarmReport:
        """The alarms as they stood then; `snapshot` is the cycle's picture."""
        return self.tape.report(index, rules, snapshot)

    def following(self, before: Before) -> "Reel":
        """The same, knowing how the stretch before it ended."""
        return Reel(self.stretch, times_of(self.stretch, before), self.tape, self.until, follows=True)


def reel_of(
    stretch: Stretch,
    book: Book,
    events: Sequence[Event],
    until: datetime | None,
    before: Before | None = None,
) -> Reel:
    """Make one; for `book`, `events` and `until` see Tape."""
    return Reel(
        stretch,
        times_of(stretch, before),
        Tape(stretch, book, events, until),
        until,
        follows=before is not None,
    )
