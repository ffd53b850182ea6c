"""Cells of the alarm lists: what a column tells of one alarm, or of many grouped into a row."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from html import escape

from PySide6.QtCore import QCoreApplication

from doge_gui.core.alarms.alarm import Alarm
from doge_gui.core.alarms.report import AlarmReport
from doge_gui.core.alarms.states import AlarmState, Priority
from doge_gui.models import alarm_words
from doge_gui.models.alarm_columns import Part
from doge_gui.models.phrases import grouped, one_line, span
from doge_gui.models.severity import severity_of
from doge_gui.models.writing import to_the_minute

_tr = QCoreApplication.translate


class Ink(Enum):
    """How a cell's text is written."""

    PLAIN = "plain"
    STRONG = "strong"
    MUTED = "muted"


@dataclass(frozen=True, slots=True)
class Cell:
    """What is painted in a cell. Plain text."""

    text: str
    ink: Ink = Ink.PLAIN


@dataclass(frozen=True, slots=True)
class Group:
    """Many alarms of one sort, as one row."""

    key: tuple[str, str, bool]
    """Kind, subject, pending."""
    members: tuple[Alarm, ...]
    """The most urgent first."""
    unacknowledged: int

    @property
    def priority(self) -> Priority:
        """The highest of its members."""
        return max(alarm.priority for alarm in self.members)

    @property
    def newest(self) -> datetime:
        """When the newest of them came into its state."""
        return max(alarm.began for alarm in self.members)


@dataclass(frozen=True, slots=True)
class Moment:
    """What the cells of a list are told by: a report, and the time of day they are looked at."""

    report: AlarmReport
    now: datetime
    old: bool = False
    """Nothing was asked for so long that the values no longer tell the present."""

    def knows(self, alarm: Alarm) -> bool:
        """The alarm's condition, and the value behind it, can be told now."""
        return not self.old and alarm.id not in self.report.book.unknown


def cell(row: Alarm | Group, part: Part, moment: Moment) -> Cell:
    """What a column shows of a row."""
    if isinstance(row, Group):
        return _of_group(row, part, moment)
    return Cell(_text(row, part, moment), _ink(row, part, moment))


def _ink(alarm: Alarm, part: Part, moment: Moment) -> Ink:
    if alarm.state in (AlarmState.PENDING, AlarmState.NORMAL) or part in _QUIET:
        return Ink.MUTED
    if part is Part.NOW and not moment.knows(alarm):
        return Ink.MUTED
    strong = part in (Part.STATE, Part.MESSAGE) and alarm.state.unacknowledged and not alarm.masked
    return Ink.STRONG if strong or part is Part.PLC else Ink.PLAIN


_QUIET = frozenset({Part.SINCE, Part.RESPONSE, Part.NOTICED, Part.AWAY_SINCE})


def _text(alarm: Alarm, part: Part, moment: Moment) -> str:
    book, rules = moment.report.book, moment.report.rules
    match part:
        case Part.PRIORITY:
            text = severity_of(alarm.priority).word
        case Part.STATE:
            text = alarm_words.state_words(alarm.state)
        case Part.PLC:
            text = one_line(alarm.plc)
        case Part.MESSAGE:
            told = alarm_words.unnamed(alarm, rules)
            text = f"{told[:1].upper()}{told[1:]}"
        case Part.ONSET:
            text = alarm_words.onset_text(alarm, rules)
        case Part.NOW:
            text = alarm_words.value_now(alarm, book, rules, moment.knows(alarm))
        case Part.RESPONSE:
            text = alarm_words.response(alarm, rules)
        case Part.EXPLAINED:
            text = alarm_words.explanation(alarm.suppressed_by, book, rules)
        case _:
            text = _who_and_when(alarm, part, moment.now)
    return text


def _who_and_when(alarm: Alarm, part: Part, now: datetime) -> str:
    if part is Part.SINCE:
        return since_text(alarm.began, now)
    if part is Part.NOTICED:
        return noticed(alarm.acked_by, alarm.comment)
    if part is Part.UNTIL and alarm.shelved:
        left = span((alarm.shelved.until - now).total_seconds())
        return _tr("Alarms", "{0} · {1} left").format(time_text(alarm.shelved.until, now), left)
    if part is Part.AWAY_SINCE and alarm.out_of_service:
        return since_text(alarm.out_of_service.since, now)
    mask = alarm.shelved if part is Part.REASON and alarm.shelved else alarm.out_of_service
    return noticed(mask.who, mask.reason) if part is Part.REASON and mask else ""


def _of_group(group: Group, part: Part, moment: Moment) -> Cell:
    first, rules = group.members[0], moment.report.rules
    loud = Ink.STRONG if group.unacknowledged else Ink.PLAIN
    ink = Ink.MUTED if first.state is AlarmState.PENDING else loud
    match part:
        case Part.PRIORITY:
            told = Cell(severity_of(group.priority).word)
        case Part.STATE:
            told = Cell(_group_state(group), ink)
        case Part.MESSAGE:
            limit = first.limit if len({alarm.limit for alarm in group.members}) == 1 else None
            count = len(group.members)
            told = Cell(alarm_words.together(first.kind, first.subject, limit, count, rules), ink)
        case Part.SINCE:
            told = Cell(since_text(group.newest, moment.now), Ink.MUTED)
        case Part.RESPONSE:
            told = Cell(alarm_words.response(first, rules), Ink.MUTED)
        case _:
            told = Cell("")
    return told


def _group_state(group: Group) -> str:
    if group.unacknowledged:
        return _tr("Alarms", "{0} unacknowledged").format(grouped(group.unacknowledged))
    return alarm_words.state_words(group.members[0].state)


def tooltip(row: Alarm | Group, moment: Moment) -> str:
    """All there is to know of a row. Rich text with everything from the network escaped."""
    told = [cell(row, part, moment).text for part in (Part.PLC, Part.MESSAGE, Part.STATE, Part.SINCE)]
    lines = [" · ".join(part for part in told[:2] if part), f"{told[2]} · {told[3]}"]
    if isinstance(row, Alarm):
        lines += _more(row, moment)
    lines.append(cell(row, Part.RESPONSE, moment).text)
    return f"<p>{'<br>'.join(escape(line) for line in lines if line)}</p>"


def _more(alarm: Alarm, moment: Moment) -> list[str]:
    lines = []
    onset, now = (cell(alarm, part, moment).text for part in (Part.ONSET, Part.NOW))
    if onset:
        lines.append(_tr("Alarms", "At onset {0}, now {1}").format(onset, now))
    if alarm.acked_by:
        lines.append(_tr("Alarms", "Acknowledged by {0}").format(noticed(alarm.acked_by, alarm.comment)))
    if alarm.shelved:
        until = time_text(alarm.shelved.until, moment.now)
        why = noticed(alarm.shelved.who, alarm.shelved.reason)
        lines.append(_tr("Alarms", "Shelved until {0} by {1}").format(until, why))
    if alarm.suppressed_by:
        lines.append(_tr("Alarms", "Explained by: {0}").format(cell(alarm, Part.EXPLAINED, moment).text))
    if alarm.out_of_service:
        why = noticed(alarm.out_of_service.who, alarm.out_of_service.reason)
        lines.append(_tr("Alarms", "Out of service by {0}").format(why))
    return lines


def noticed(who: str, words: str) -> str:
    """Who did something, and what they said to it."""
    return one_line(": ".join(part for part in (who, words) if part))


def since_text(since: datetime, now: datetime) -> str:
    """A time of day and how long ago that is."""
    return f"{time_text(since, now)} · {span((now - since).total_seconds())}"


def time_text(at: datetime, now: datetime) -> str:
    """Local time of day to the second; the day before it, where that is another one."""
    local, today = at.astimezone(), now.astimezone()
    if local.date() == today.date():
        return f"{local:%H:%M:%S}"
    return to_the_minute(local)


def arranged(
    alarms: Sequence[Alarm], grouped_rows: bool, opened: frozenset[object] = frozenset()
) -> list[Alarm | Group]:
    """The rows of a list: each alarm its own, or those of one kind and subject in a row that opens."""
    if not grouped_rows:
        return list(alarms)
    found: dict[tuple[str, str, bool], list[Alarm]] = {}
    for alarm in alarms:
        pending = alarm.state is AlarmState.PENDING
        found.setdefault((alarm.kind.value, alarm.subject, pending), []).append(alarm)
    rows: list[Alarm | Group] = []
    for key, members in found.items():
        if len(members) == 1:
            rows.append(members[0])
            continue
        waiting = sum(alarm.state.unacknowledged for alarm in members)
        rows.append(Group(key, tuple(members), waiting))
        if key in opened:
            rows.extend(members)
    return rows
