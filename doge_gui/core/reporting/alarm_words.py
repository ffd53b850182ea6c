"""The alarms of a span in words."""

from collections.abc import Iterator, Sequence

from doge_gui.core.alarms.alarm import Alarm
from doge_gui.core.alarms.events import Event
from doge_gui.core.alarms.states import Priority
from doge_gui.core.reporting.document import Column as Head
from doge_gui.core.reporting.document import Table, Text, Tone, Toned
from doge_gui.core.reporting.shift import ShiftReport
from doge_gui.core.reporting.wording import NOTHING, Wording, grouped

_MOST_STANDING = 100
_TONES = {Priority.HIGH: Tone.HIGH, Priority.MEDIUM: Tone.MEDIUM, Priority.LOW: Tone.LOW}


def alarm_section(told: ShiftReport, report: Wording) -> Iterator[Text | Table]:
    """Counts, the most frequent, the longest, what stands."""
    alarms = told.alarms
    low, medium, high = alarms.mix
    if alarms.raised:
        heads = (
            Head(report.tr("Priority"), 1),
            Head(report.tr("Alarms"), 1, True),
            Head(report.tr("Share"), 1, True),
            Head("", 3),
        )
        rows = tuple(
            (_priority(priority, report), grouped(count), report.percent(count / alarms.raised), "")
            for priority, count in ((Priority.HIGH, high), (Priority.MEDIUM, medium), (Priority.LOW, low))
        )
        yield Table(heads, rows)
    else:
        yield Text(report.tr("No alarm is recorded in this span."), Tone.MUTED)
    yield from _frequent(told, report)
    yield from _longest(told, report)
    yield from _standing(told, report)


def flood_section(told: ShiftReport, report: Wording) -> Iterator[Text | Table]:
    """When more alarms came than one operator can take in."""
    floods = told.alarms.floods
    if not floods:
        yield Text(report.tr("Never more than 10 alarms in 10 minutes are recorded."), Tone.MUTED)
        return
    yield Text(
        report.tr("More than 10 alarms in 10 minutes, {0}:").format(
            report.many(len(floods), report.tr("time"), report.tr("times"))
        )
    )
    heads = (
        Head(report.tr("From"), 1),
        Head(report.tr("To"), 1),
        Head(report.tr("For"), 1, True),
        Head(report.tr("Alarms"), 1, True),
        Head("", 1),
    )
    yield Table(
        heads,
        tuple(
            (
                *(report.time(one.begin), report.time(one.end)),
                *(report.lasted((one.end - one.begin).total_seconds()), grouped(one.raised), ""),
            )
            for one in floods
        ),
    )


def _frequent(told: ShiftReport, report: Wording) -> Iterator[Text | Table]:
    if not told.alarms.frequent:
        return
    yield Text(report.tr("Most frequent"), strong=True)
    heads = (
        Head(report.tr("Alarm"), 6),
        Head(report.tr("Priority"), 1.2),
        Head(report.tr("Times"), 0.9, True),
        Head(report.tr("Share"), 0.9, True),
    )
    rows = tuple(
        (
            _said(one.first, told, report),
            _priority(one.first.priority, report),
            grouped(one.raised),
            report.percent(one.share),
        )
        for one in told.alarms.frequent
    )
    yield Table(heads, rows)


def _longest(told: ShiftReport, report: Wording) -> Iterator[Text | Table]:
    if not told.alarms.longest:
        return
    yield Text(report.tr("Standing longest"), strong=True)
    heads = (
        *(
            Head(report.tr("Alarm"), 4.6),
            Head(report.tr("Priority"), 1.2),
            Head(report.tr("From"), 1.9),
            Head(report.tr("To"), 1.9),
        ),
        Head(report.tr("For"), 1.4, True),
    )
    rows = tuple(
        (
            *(_said(one.alarm, told, report), _priority(one.alarm.priority, report), report.time(one.since)),
            *(
                report.time(one.until) if one.until else report.tr("still stands"),
                report.lasted(one.lasted_s(told.wish.end)),
            ),
        )
        for one in told.alarms.longest
    )
    yield Table(heads, rows)


def _standing(told: ShiftReport, report: Wording) -> Iterator[Text | Table]:
    alarms = told.alarms
    over = [alarm for alarm in alarms.unacknowledged if not alarm.state.active]
    listed: Sequence[Alarm] = (*alarms.standing, *over)
    if not listed:
        yield Text(report.tr("At the end no alarm is known to stand, or to wait for somebody."), Tone.MUTED)
        return
    yield Text(report.tr("Standing or not acknowledged at the end"), strong=True)
    heads = (
        Head(report.tr("Alarm"), 4.6),
        Head(report.tr("Priority"), 1.2),
        Head(report.tr("Since"), 1.9),
        Head(report.tr("State"), 2.6),
    )
    rows = tuple(
        (
            _said(one, told, report),
            _priority(one.priority, report),
            report.time(one.began),
            _state(one, report),
        )
        for one in listed[:_MOST_STANDING]
    )
    yield Table(heads, rows)
    if len(listed) > _MOST_STANDING:
        yield Text(report.tr("And {0} more.").format(grouped(len(listed) - _MOST_STANDING)), Tone.MUTED)


def _state(alarm: Alarm, report: Wording) -> str:
    if not alarm.state.active:
        return report.tr("over, not acknowledged")
    if alarm.state.unacknowledged:
        return report.tr("stands, not acknowledged")
    return (
        report.tr("stands, acknowledged by {0}").format(alarm.acked_by)
        if alarm.acked_by
        else report.tr("stands, acknowledged")
    )


def _said(alarm: Alarm | Event, told: ShiftReport, report: Wording) -> str:
    return report.tongue.message(alarm, told.wish.rules) or alarm.id or NOTHING


def _priority(priority: Priority, report: Wording) -> Toned:
    words = {
        Priority.LOW: report.tr("Low"),
        Priority.MEDIUM: report.tr("Medium"),
        Priority.HIGH: report.tr("High"),
    }
    return Toned(words[priority], _TONES[priority])
