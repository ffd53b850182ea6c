"""The alarms of a scripted fleet, judged as the engine judges them, for pictures and for tests."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from doge_gui.core.alarms import operator
from doge_gui.core.alarms.alarm import Kind
from doge_gui.core.alarms.book import Book, Instant, Outcome
from doge_gui.core.alarms.events import Event
from doge_gui.core.alarms.program import Surroundings
from doge_gui.core.alarms.report import FLOOD_MINUTES, AlarmReport, presented_in
from doge_gui.core.alarms.rules import AlarmRule, Rules
from doge_gui.core.alarms.states import Priority
from doge_gui.core.alarms.step import step, step_program
from doge_gui.core.alarms.watch import Watch, watch
from doge_gui.core.snapshot import Snapshot
from doge_gui.core.statuses import SoundStatus
from tools.stories import START, Story

WHO = "ann"
RULES = Rules(
    requests={
        "temperature": AlarmRule(
            Priority.HIGH,
            title="Temp.",
            unit="°C",
            response="Open the cooling vent, then check the belt motor.",
        ),
        "load": AlarmRule(Priority.MEDIUM, title="Load", unit="kW", latching=True),
        "current": AlarmRule(Priority.LOW, title="Motor current", unit="A", on_delay_s=20.0),
    },
    kinds={Kind.OVERRUN: AlarmRule(Priority.LOW)},
)


class AlarmStory:
    """The book of a story's fleet; every entry of its journal is kept."""

    def __init__(self, story: Story, rules: Rules = RULES) -> None:
        self.story, self.rules = story, rules
        self.book, self.watch = Book(), Watch()
        self.events: list[Event] = []
        self._raised: list[tuple[float, int]] = []

    @property
    def instant(self) -> Instant:
        """Both clocks, as the story tells them."""
        return Instant(self.story.now, self.at(self.story.now))

    @staticmethod
    def at(now: float) -> datetime:
        """The time of day at a monotonic instant of the story."""
        return START + timedelta(seconds=now - 1000.0)

    def judge(self, snapshot: Snapshot) -> AlarmReport:
        """Judge a picture."""
        self.watch = watch(self.watch, snapshot)
        return self.take(step(self.book, snapshot, self.watch, self.rules, self.instant))

    def judge_sound(self, status: SoundStatus) -> AlarmReport:
        """Judge whether alarms can be heard."""
        surroundings = Surroundings(sound=status)
        return self.take(step_program(self.book, surroundings, None, self.rules, self.instant))

    def take(self, outcome: Outcome) -> AlarmReport:
        """Take what something led to."""
        self.book = outcome.book
        self.events += outcome.events
        self._raised.append((self.story.now, presented_in(outcome.events)))
        return self.report()

    def report(self) -> AlarmReport:
        """What the desk would tell the screen now."""
        since = self.story.now - 60 * FLOOD_MINUTES
        raised = sum(count for at, count in self._raised if at > since)
        return AlarmReport(self.book, self.rules, tuple(self.events), self.instant, raised=raised)

    # What people do

    def acknowledge(self, ids: Iterable[str], comment: str = "") -> AlarmReport:
        """Take notice of these."""
        return self.take(operator.acknowledge(self.book, ids, WHO, self.instant, comment))

    def shelve(self, ids: Iterable[str], seconds: float, reason: str) -> AlarmReport:
        """Hide these for a time."""
        most_s = self.rules.shelve_most_s
        return self.take(operator.shelve(self.book, ids, seconds, WHO, reason, self.instant, most_s))

    def take_out_of_service(self, ids: Iterable[str], reason: str) -> AlarmReport:
        """Hide these until they are put back."""
        return self.take(operator.take_out_of_service(self.book, ids, WHO, reason, self.instant))

    def mute(self, seconds: float) -> AlarmReport:
        """No sound for a time."""
        return self.take(operator.mute(self.book, seconds, WHO, self.instant, self.rules.shelve_most_s))
