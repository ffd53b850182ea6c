"""The alarms of a span in words."""

from collections.abc import Iterator, Sequence

from doge_gui.core.alarms.alarm import Alarm
from doge_gui.core.alarms.events import Event
from doge_gui.core.alarms.states import Priority
from doge_gui.core.alarms.words import message
from doge_gui.core.reporting.document import Column as Head
from doge_gui.core.reporting.document import Table, Text, Tone, Toned
from doge_gui.core.reporting.shift import ShiftReport
from doge_gui.core.reporting.wording import NOTHING, Clock, grouped, lasted, many, percent

_MOST_STANDING = 100
_TONES = {Priority.HIGH: Tone.HIGH, Priority.MEDIUM: Tone.MEDIUM, Priority.LOW: Tone.LOW}


def alarm_section(told: ShiftReport, clock: Clock) -> Iterator[Text | Table]:
    """Counts, the most frequent, the longest, what stands."""
    alarms = told.alarms
    low, medium, high = alarms.mix
    if alarms.raised:
        heads = (Head("Priority", 1), Head("Alarms", 1, True), Head("Share", 1, True), Head("", 3))
        rows = tuple(
            (_priority(priority), grouped(count), percent(count / alarms.raised), "")
            for priority, count in ((Priority.HIGH, high), (Priority.MEDIUM, medium), (Priority.LOW, low))
        )
        yield Table(heads, rows)
    else:
        yield Text("No alarm is recorded in this span.", Tone.MUTED)
    yield from _frequent(told)
    yield from _longest(told, clock)
    yield from _standing(told, clock)


def flood_section(told: ShiftReport, clock: Clock) -> Iterator[Text | Table]:
    """When more alarms came than one operator can take in."""
    floods = told.alarms.floods
    if not floods:
        yield Text("Never more than 10 alarms in 10 minutes are recorded.", Tone.MUTED)
        return
    yield Text(f"More than 10 alarms in 10 minutes, {many(len(floods), 'time')}:")
    heads = (Head("From", 1), Head("To", 1), Head("For", 1, True), Head("Alarms", 1, True), Head("", 1))
    yield Table(
        heads,
        tuple(
            (
                *(clock.time(one.begin), clock.time(one.end)),
                *(lasted((one.end - one.begin).total_seconds()), grouped(one.raised), ""),
            )
            for one in floods
        ),
    )


def _frequent(told: ShiftReport) -> Iterator[Text | Table]:
    if not told.alarms.frequent:
        return
    yield Text("Most frequent", strong=True)
    heads = (Head("Alarm", 6), Head("Priority", 1.2), Head("Times", 0.9, True), Head("Share", 0.9, True))
    rows = tuple(
        (_said(one.first, told), _priority(one.first.priority), grouped(one.raised), percent(one.share))
        for one in told.alarms.frequent
    )
    yield Table(heads, rows)


def _longest(told: ShiftReport, clock: Clock) -> Iterator[Text | Table]:
    if not told.alarms.longest:
        return
    yield Text("Standing longest", strong=True)
    heads = (
        *(Head("Alarm", 4.6), Head("Priority", 1.2), Head("From", 1.9), Head("To", 1.9)),
        Head("For", 1.4, True),
    )
    rows = tuple(
        (
            *(_said(one.alarm, told), _priority(one.alarm.priority), clock.time(one.since)),
            *(clock.time(one.until) if one.until else "still stands", lasted(one.lasted_s(told.wish.end))),
        )
        for one in told.alarms.longest
    )
    yield Table(heads, rows)


def _standing(told: ShiftReport, clock: Clock) -> Iterator[Text | Table]:
    alarms = told.alarms
    over = [alarm for alarm in alarms.unacknowledged if not alarm.state.active]
    listed: Sequence[Alarm] = (*alarms.standing, *over)
    if not listed:
        yield Text("At the end no alarm is known to stand, or to wait for somebody.", Tone.MUTED)
        return
    yield Text("Standing or not acknowledged at the end", strong=True)
    heads = (Head("Alarm", 4.6), Head("Priority", 1.2), Head("Since", 1.9), Head("State", 2.6))
    rows = tuple(
        (_said(one, told), _priority(one.priority), clock.time(one.began), _state(one))
        for one in listed[:_MOST_STANDING]
    )
    yield Table(heads, rows)
    if len(listed) > _MOST_STANDING:
        yield Text(f"And {grouped(len(listed) - _MOST_STANDING)} more.", Tone.MUTED)


def _state(alarm: Alarm) -> str:
    if not alarm.state.active:
        return "over, not acknowledged"
    if alarm.state.unacknowledged:
        return "stands, not acknowledged"
    return f"stands, acknowledged by {alarm.acked_by}" if alarm.acked_by else "stands, acknowledged"


def _said(alarm: Alarm | Event, told: ShiftReport) -> str:
    return message(alarm, told.wish.rules) or alarm.id or NOTHING


def _priority(priority: Priority) -> Toned:
    return Toned(priority.name.capitalize(), _TONES[priority])
