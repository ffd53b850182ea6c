"""The alarms of a span: how many, which most often, which longest, what stands at its end."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from doge_gui.core.alarms.alarm import Alarm
from doge_gui.core.alarms.book import Book
from doge_gui.core.alarms.events import Event, apply
from doge_gui.core.alarms.performance import Flood, Frequent, performance

MOST_LONGEST = 10


@dataclass(frozen=True, slots=True)
class Stood:
    """One time that an alarm stood, seen by the operator."""

    alarm: Alarm
    """As it was when it came."""
    since: datetime
    """When it came; may lie before the span."""
    until: datetime | None
    """When it was over or hidden; None where it stands at the span's end."""

    def lasted_s(self, end: datetime) -> float:
        """Seconds up to its end, or to the span's."""
        return ((self.until or end) - self.since).total_seconds()


@dataclass(frozen=True)
class AlarmFigures:
    """The alarms of a span."""

    mix: tuple[int, int, int]
    """Alarms presented of low, medium and high priority; those hidden at once are not among them."""
    frequent: tuple[Frequent, ...]
    """The ten presented most often."""
    longest: tuple[Stood, ...]
    """The ten that stood longest, longest first, each alarm once."""
    standing: tuple[Alarm, ...]
    """Active and not hidden at the end, the worse and then the older first."""
    unacknowledged: tuple[Alarm, ...]
    """Waiting for somebody at the end; some of them are over."""
    floods: tuple[Flood, ...]

    @property
    def raised(self) -> int:
        """Alarms presented."""
        return sum(self.mix)


def alarm_figures(
    events: Sequence[Event], before: Book, after: Book, begin: datetime, end: datetime
) -> AlarmFigures:
    """The alarms of a span, whose journal is `events`, between the books at its begin and its end."""
    told = performance(events, after, begin, end)
    seen = [alarm for alarm in after.alarms.values() if not alarm.masked]
    ranked = sorted(seen, key=_rank)
    return AlarmFigures(
        told.mix,
        told.worst,
        _longest(events, before, end),
        tuple(alarm for alarm in ranked if alarm.state.active),
        tuple(alarm for alarm in ranked if alarm.state.unacknowledged),
        told.floods,
    )


def _rank(alarm: Alarm) -> tuple[int, datetime, str]:
    return -alarm.priority, alarm.began, alarm.id


def _longest(events: Iterable[Event], before: Book, end: datetime) -> tuple[Stood, ...]:
    alarms = dict(before.alarms)
    open_: dict[str, Stood] = {}
    best: dict[str, Stood] = {}
    for alarm in alarms.values():
        if _seen(alarm):
            open_[alarm.id] = Stood(alarm, alarm.began, None)
    for event in events:
        if not event.id:
            continue
        alarm = alarms[event.id] = apply(alarms.get(event.id), event)
        if _seen(alarm) and alarm.id not in open_:
            open_[alarm.id] = Stood(alarm, event.at, None)
        elif not _seen(alarm) and alarm.id in open_:
            stood = open_.pop(alarm.id)
            _keep(best, Stood(stood.alarm, stood.since, event.at), end)
    for stood in open_.values():
        _keep(best, stood, end)
    ranked = sorted(best.values(), key=lambda one: (-one.lasted_s(end), one.alarm.id))
    return tuple(ranked[:MOST_LONGEST])


def _seen(alarm: Alarm) -> bool:
    return alarm.state.active and not alarm.masked


def _keep(best: dict[str, Stood], stood: Stood, end: datetime) -> None:
    known = best.get(stood.alarm.id)
    if known is None or stood.lasted_s(end) > known.lasted_s(end):
        best[stood.alarm.id] = stood
