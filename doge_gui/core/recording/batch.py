"""What the history is given at once."""

from dataclasses import dataclass

from doge_gui.core.alarms.book import Book
from doge_gui.core.alarms.events import Event
from doge_gui.core.audit.action import Action
from doge_gui.core.recording.cycles import CycleOutcome, CycleRecord


@dataclass(frozen=True)
class Batch:
    """Recorded together: whole, or not at all."""

    events: tuple[Event, ...] = ()
    """Entries of the alarm journal, in order."""
    book: Book | None = None
    """The one that the entries led to, for a journal that lacks what was before them, as after a damaged
    file."""
    actions: tuple[Action, ...] = ()
    """Entries of the audit trail, in order."""
    cycle: CycleRecord | None = None
    outcome: CycleOutcome | None = None
    """Of the cycle recorded last."""

    def __bool__(self) -> bool:
        return bool(self.events or self.actions or self.book or self.cycle or self.outcome)

    @property
    def without_readings(self) -> "Batch":
        """What is recorded even where there is no room for readings."""
        return Batch(self.events, self.book, self.actions)
