"""The lines that are always in sight: the most urgent alarm, or what else there is to say."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from doge_gui.core.alarms.alarm import Alarm
from doge_gui.core.alarms.states import AlarmState
from doge_gui.models.alarm_cells import Group, Moment, arranged, cell, noticed, time_text
from doge_gui.models.alarm_columns import Part
from doge_gui.models.alarm_digest import AlarmDigest
from doge_gui.models.alarm_words import message, response
from doge_gui.models.facts import Fact
from doge_gui.models.phrases import span
from doge_gui.models.quiet import Quiet
from doge_gui.models.severity import Severity, severity_of

_tr = QCoreApplication.translate
MOST_LINES = 50
"""More of them are looked at on the alarm screen."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the banner. Plain text."""

    severity: Severity
    chip: str
    title: str
    detail: str
    loud: bool = False
    """It waits to be acknowledged."""
    quiet: bool = False
    """Somebody has taken notice: its chip is an outline."""
    alarm: str = ""
    """Id of the alarm; empty for what is none."""


def alarm_line(alarm: Alarm, moment: Moment) -> Line:
    """An alarm with its age and what to do; of an acknowledged one, by whom."""
    severity, rules = severity_of(alarm.priority), moment.report.rules
    loud = alarm.state.unacknowledged
    at = alarm.began if alarm.state is AlarmState.UNACK else alarm.since
    age = span((moment.now - at).total_seconds())
    words = {
        AlarmState.UNACK: _tr("Banner", "since {0} ({1})"),
        AlarmState.RTN_UNACK: _tr("Banner", "over since {0} ({1})"),
        AlarmState.LATCHED_UNACK: _tr("Banner", "over since {0} ({1}), held"),
        AlarmState.LATCHED_ACKED: _tr("Banner", "held until reset"),
    }.get(alarm.state, "")
    when = words.format(time_text(at, moment.now), age)
    by = "" if loud else _acknowledged(alarm, age)
    detail = " · ".join(part for part in (by, when, response(alarm, rules)) if part)
    chip = f"{severity.mark} {severity.word.upper()}"
    return Line(severity, chip, message(alarm, rules), detail, loud, not loud, alarm.id)


def _acknowledged(alarm: Alarm, age: str) -> str:
    if not alarm.acked_by:
        return _tr("Banner", "acknowledged {0} ago").format(age)
    return _tr("Banner", "acknowledged {1} ago by {0}").format(noticed(alarm.acked_by, alarm.comment), age)


def fact_line(fact: Fact, age_s: float) -> Line:
    """What is abnormal without being an alarm."""
    detail = _tr("Banner", "for {0} · {1}").format(span(age_s), fact.remedy)
    return Line(fact.severity, f"{fact.severity.mark} {fact.severity.word.upper()}", fact.title, detail)


def quiet_line(told: Quiet) -> Line:
    """That nothing is abnormal."""
    return Line(Severity.NORMAL, f"{Severity.NORMAL.mark} {told.word}", told.line, "")


def standing(digest: AlarmDigest) -> int:
    """How many alarms the banner could show."""
    return sum(count.standing for count in digest.counts.values())


def alarm_lines(digest: AlarmDigest, moment: Moment, most: int = MOST_LINES) -> Sequence[Line]:
    """The most urgent alarms, at most so many; in a flood those after the first are grouped."""
    alarms = digest.active[: standing(digest)]
    if not digest.flood or most <= 1:
        return [alarm_line(alarm, moment) for alarm in alarms[:most]]
    rows = [row for row in arranged(alarms, grouped_rows=True) if row is not alarms[0]][: most - 1]
    return [alarm_line(alarms[0], moment), *(_row_line(row, moment) for row in rows)]


def _row_line(row: Alarm | Group, moment: Moment) -> Line:
    if not isinstance(row, Group):
        return alarm_line(row, moment)
    severity, loud = severity_of(row.priority), row.unacknowledged > 0
    title, state, since, what = (
        cell(row, part, moment).text for part in (Part.MESSAGE, Part.STATE, Part.SINCE, Part.RESPONSE)
    )
    detail = " · ".join((state, since, what))
    return Line(severity, f"{severity.mark} {severity.word.upper()}", title, detail, loud, not loud)
