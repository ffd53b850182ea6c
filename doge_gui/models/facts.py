"""What is abnormal but no alarm: of the program, its configuration and its list. Worst first."""

from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication

from doge_gui.core.config_text import Mistake
from doge_gui.core.snapshot import Snapshot
from doge_gui.core.statuses import AddressStatus, Schedule
from doge_gui.models.fleet_picture import FleetPicture
from doge_gui.models.mistake_words import in_words
from doge_gui.models.phrasebook import told as translated
from doge_gui.models.phrases import AT_LEAST, names, one_line, span
from doge_gui.models.severity import Severity

_tr = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Fact:
    """One abnormal thing."""

    key: str
    """Tells the same fact again from one picture to the next."""
    severity: Severity
    title: str
    """What is so. Plain text."""
    remedy: str
    """What an operator can do, or what the program does by itself."""


@dataclass(frozen=True)
class Condition:
    """All that is known about the fleet and the program at one instant."""

    fleet: FleetPicture
    schedule: Schedule | None = None
    addresses: AddressStatus | None = None
    mistakes: tuple[Mistake, ...] = field(default=())
    """Of the configuration file as it is now; an earlier one is in force."""
    log_error: str = ""
    """Why the log cannot be written now; empty while it can."""

    @property
    def old(self) -> bool:
        """What is shown of the plant no longer tells the present."""
        paused = self.schedule is not None and self.schedule.paused
        return self.fleet.old or (paused and bool(self.fleet.snapshot.facts.number))


def facts(condition: Condition) -> tuple[Fact, ...]:
    """Everything abnormal that is no alarm, worst first."""
    found = [
        *_config(condition.mistakes),
        *_addresses(condition.addresses),
        *_schedule(condition),
        *_log(condition.log_error),
        *_actions(condition.fleet.snapshot),
    ]
    return tuple(sorted(found, key=lambda fact: -fact.severity))


def _config(mistakes: tuple[Mistake, ...]) -> list[Fact]:
    if not mistakes:
        return []
    title = _tr("Facts", "The configuration has {0} mistakes: {1}").format(
        len(mistakes), in_words(mistakes[0])
    )
    if len(mistakes) == 1:
        title = _tr("Facts", "The configuration has a mistake: {0}").format(in_words(mistakes[0]))
    remedy = _tr("Facts", "The last good one stays in force until the file is right.")
    return [Fact("configuration", Severity.MEDIUM, title, remedy)]


def _addresses(status: AddressStatus | None) -> list[Fact]:
    if status is None or not status.problems:
        return []
    entries = names(
        tuple(
            f"{translated(one_line(one.entry))} ({translated(one_line(one.what))})" for one in status.problems
        ),
        2,
    )
    title = _tr("Facts", "Left out of the address list: {0}").format(entries)
    remedy = _tr("Facts", "Correct the entry in {0}.").format(translated(one_line(status.origin)))
    return [Fact("entries", Severity.LOW, title, remedy)]


def _log(error: str) -> list[Fact]:
    if not error:
        return []
    title = _tr("Facts", "The log cannot be written: {0}").format(translated(one_line(error)))
    remedy = _tr("Facts", "Supervision goes on; check the log's folder and the room on its disk.")
    return [Fact("log", Severity.LOW, title, remedy)]


def _schedule(condition: Condition) -> list[Fact]:
    schedule, fleet = condition.schedule, condition.fleet
    if schedule is None:
        return []
    if schedule.paused:
        remedy = _tr("Facts", "Nothing new is asked; resume with Ctrl+P.")
        title = _tr("Facts", "Polling is paused")
        if fleet.snapshot.facts.number:
            age = span(fleet.totals_age_s)
            title = _tr("Facts", "Polling is paused – values as of {0} ago").format(age)
        return [Fact("paused", Severity.LOW, title, remedy)]
    return _old(fleet)


def _old(fleet: FleetPicture) -> list[Fact]:
    age = fleet.now - fleet.snapshot.taken_at
    if fleet.snapshot.facts.number and age > fleet.oldest_s:
        title = _tr("Facts", "No news for {0}").format(span(age))
        return [Fact("old", Severity.LOW, title, _tr("Facts", "All values are old; poll now with F5."))]
    return []


def _actions(snapshot: Snapshot) -> list[Fact]:
    failed = tuple(map(one_line, snapshot.action_failures))
    if not failed:
        return []
    title = _tr("Facts", "Totals or disconnection not taken by {0}").format(names(failed))
    return [
        Fact("actions", Severity.LOW, title, _tr("Facts", "Nothing is sent twice; the next cycle goes on."))
    ]


def total_text(value: int, over: int, complete: bool, grouped_value: str) -> str:
    """A count's total: plain when complete, `≥` when some gateways are missing, nothing when all are."""
    if complete:
        return grouped_value
    return f"{AT_LEAST} {grouped_value}" if over else "–"
