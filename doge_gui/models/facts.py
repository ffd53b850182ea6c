"""What is abnormal now, in words, worst first: the line that is always in sight is made of these."""

from dataclasses import dataclass, field

import numpy as np
from PySide6.QtCore import QCoreApplication

from doge_gui.core.config_text import Mistake
from doge_gui.core.snapshot import Snapshot
from doge_gui.core.states import State, verdict
from doge_gui.core.statuses import AddressStatus, Schedule, SoundStatus
from doge_gui.models.fleet_picture import FleetPicture
from doge_gui.models.phrases import AT_LEAST, grouped, measure, names, one_line, span
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
    since: float | None = None
    """Monotonic seconds, where the fact knows it by itself."""


@dataclass(frozen=True)
class Condition:
    """All that is known about the fleet and the program at one instant."""

    fleet: FleetPicture
    schedule: Schedule | None = None
    addresses: AddressStatus | None = None
    sound: SoundStatus | None = None
    mistakes: tuple[Mistake, ...] = field(default=())
    """Of the configuration file as it is now; an earlier one is in force."""
    log_error: str = ""
    """Why the log cannot be written now; empty while it can."""


def facts(condition: Condition) -> tuple[Fact, ...]:
    """Everything abnormal, worst first; equal ones in the order: plant, gateways, program."""
    found = [
        *_breaches(condition.fleet.snapshot, condition.sound),
        *_lost(condition.fleet),
        *_wrong(condition.fleet),
        *_config(condition.mistakes),
        *_addresses(condition.addresses),
        *_schedule(condition),
        *_sound(condition.sound),
        *_log(condition.log_error),
        *_actions(condition.fleet.snapshot),
    ]
    return tuple(sorted(found, key=lambda fact: -fact.severity))


def _breaches(snapshot: Snapshot, sound: SoundStatus | None) -> list[Fact]:
    audible = sound is not None and sound.ready
    result = []
    for column, (rule, total) in enumerate(zip(snapshot.plan.requests, snapshot.request_totals, strict=True)):
        if not total.breach or rule.threshold is None:
            continue
        unit = f" {one_line(rule.unit)}" if rule.unit else ""
        limit = f"{measure(rule.threshold)}{unit}"
        if rule.summed:
            value = measure(total.value) if total.complete else _tr("Facts", "(sum not complete now)")
            title = _tr("Facts", "Sum of {0} {1} above {2}").format(one_line(rule.title), value, limit)
        else:
            title = _own_breach(snapshot, column, limit)
        remedy = _tr("Facts", "Look after the plant.")
        if audible and rule.sound:
            remedy = _tr("Facts", "Look after the plant; the sound can be silenced.")
        result.append(Fact(f"breach:{rule.name}", Severity.HIGH, title, remedy))
    return result


def _own_breach(snapshot: Snapshot, column: int, limit: str) -> str:
    rows = np.flatnonzero(snapshot.breach[:, column])
    title = one_line(snapshot.plan.requests[column].title)
    if len(rows) == 1:
        plc = one_line(snapshot.plan.addresses[int(rows[0])].plc)
        value = measure(float(snapshot.values[rows[0], column]))
        return _tr("Facts", "{0} {1} {2} above {3}").format(plc, title, value, limit)
    plcs = _plcs(snapshot, rows)
    return _tr("Facts", "{0} above {1} on {2} PLCs: {3}").format(
        title, limit, grouped(len(rows)), names(plcs)
    )


def _plcs(snapshot: Snapshot, rows: np.ndarray) -> tuple[str, ...]:
    return tuple(one_line(snapshot.plan.addresses[int(row)].plc) for row in rows)


def _lost(fleet: FleetPicture) -> list[Fact]:
    rows = np.flatnonzero(fleet.states == State.LOST)
    if not len(rows):
        return []
    snapshot = fleet.snapshot
    since = float(np.min(snapshot.lost_since[rows]))
    if len(rows) == 1:
        plc, told = _plcs(snapshot, rows)[0], verdict(snapshot, int(rows[0]))
        title = _tr("Facts", "{0} lost: {1}").format(plc, one_line(told.reason))
        remedy = _tr("Facts", "Check its power and its network; it is asked again every cycle.")
    elif len(rows) == len(snapshot.plan):
        title = _tr("Facts", "All {0} gateways lost").format(grouped(len(rows)))
        remedy = _tr("Facts", "Check this machine's network first; every cycle asks again.")
    else:
        plcs = names(_plcs(snapshot, rows))
        lost, fleet_size = grouped(len(rows)), grouped(len(snapshot.plan))
        title = _tr("Facts", "{0} of {1} gateways lost: {2}").format(lost, fleet_size, plcs)
        remedy = _tr("Facts", "Check what they share: switch, power; every cycle asks again.")
    return [Fact("lost", Severity.MEDIUM, title, remedy, since)]


def _wrong(fleet: FleetPicture) -> list[Fact]:
    rows = np.flatnonzero(fleet.states == State.WRONG)
    if not len(rows):
        return []
    if len(rows) == 1:
        reason = one_line(verdict(fleet.snapshot, int(rows[0])).reason)
        title = _tr("Facts", "{0} answers wrongly: {1}").format(_plcs(fleet.snapshot, rows)[0], reason)
    else:
        title = _tr("Facts", "{0} gateways answer wrongly: {1}").format(
            grouped(len(rows)), names(_plcs(fleet.snapshot, rows))
        )
    return [Fact("wrong", Severity.MEDIUM, title, _tr("Facts", "Check the gateway's program."))]


def _config(mistakes: tuple[Mistake, ...]) -> list[Fact]:
    if not mistakes:
        return []
    title = _tr("Facts", "The configuration has {0} mistakes: {1}").format(
        len(mistakes), one_line(str(mistakes[0]))
    )
    if len(mistakes) == 1:
        title = _tr("Facts", "The configuration has a mistake: {0}").format(one_line(str(mistakes[0])))
    remedy = _tr("Facts", "The last good one stays in force until the file is right.")
    return [Fact("configuration", Severity.MEDIUM, title, remedy)]


def _addresses(status: AddressStatus | None) -> list[Fact]:
    if status is None:
        return []
    result = []
    if status.error:
        title = _tr("Facts", "Address list cannot be read: {0}").format(one_line(status.error))
        remedy = _tr("Facts", "The last good list of {0} gateways stays in force.").format(
            grouped(status.gateways)
        )
        if not status.gateways:
            remedy = _tr("Facts", "Check {0}; it is read again before every cycle.").format(
                one_line(status.origin)
            )
        result.append(Fact("addresses", Severity.MEDIUM, title, remedy, status.failing_since))
    if status.problems:
        entries = names(tuple(f"{one_line(one.entry)} ({one_line(one.what)})" for one in status.problems), 2)
        title = _tr("Facts", "Left out of the address list: {0}").format(entries)
        remedy = _tr("Facts", "Correct the entry in {0}.").format(one_line(status.origin))
        result.append(Fact("entries", Severity.LOW, title, remedy))
    return result


def _sound(status: SoundStatus | None) -> list[Fact]:
    if status is None or status.ready:
        return []
    title = _tr("Facts", "Sound lost: {0}").format(one_line(status.detail))
    return [Fact("sound", Severity.LOW, title, _tr("Facts", "Alarms are shown, but cannot be heard."))]


def _log(error: str) -> list[Fact]:
    if not error:
        return []
    title = _tr("Facts", "The log cannot be written: {0}").format(one_line(error))
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
    return [*_overrun(fleet.snapshot, schedule), *_old(fleet)]


def _overrun(snapshot: Snapshot, schedule: Schedule) -> list[Fact]:
    if snapshot.facts.number and snapshot.facts.elapsed_s > schedule.interval_s:
        title = _tr("Facts", "Cycle {0} took {1}, longer than its interval of {2}").format(
            grouped(snapshot.facts.number), span(snapshot.facts.elapsed_s), span(schedule.interval_s)
        )
        remedy = _tr("Facts", "{0} cycles skipped so far; a longer interval would help.").format(
            grouped(schedule.skipped)
        )
        return [Fact("overrun", Severity.LOW, title, remedy)]
    return []


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
