"""Shifts of eight hours, told alarm by alarm, for what measures the performance of alarms."""

from datetime import UTC, datetime, timedelta

from doge_gui.core.alarms.alarm import Alarm, Kind
from doge_gui.core.alarms.book import Book
from doge_gui.core.alarms.events import Event, What
from doge_gui.core.alarms.performance import Performance, performance
from doge_gui.core.alarms.recommended import Measure, Verdict
from doge_gui.core.alarms.states import AlarmState, Priority

SHIFT = datetime(2026, 1, 31, 6, tzinfo=UTC)
END = SHIFT + timedelta(hours=8)
UNACK, ACKED, RTN, NORMAL = AlarmState.UNACK, AlarmState.ACKED, AlarmState.RTN_UNACK, AlarmState.NORMAL


def at(seconds: float) -> datetime:
    return SHIFT + timedelta(seconds=seconds)


def entry(seconds, key, what=What.TRANSITION, after=UNACK, priority=Priority.LOW, **more) -> Event:
    return Event(at(seconds), what, key, Kind.OFFLINE, plc=key, after=after, priority=priority, **more)


def raised(*seconds: float, key: str = "API-1", priority: Priority = Priority.LOW) -> list[Event]:
    return [entry(one, key, priority=priority) for one in seconds]


def spread(count: int, every_s: float, start_s: float = 60.0) -> list[Event]:
    return [entry(start_s + number * every_s, f"API-{number}") for number in range(count)]


def standing(key: str, since: datetime, state: AlarmState = ACKED, **masks) -> Alarm:
    return Alarm(key, Kind.OFFLINE, "", key, state, Priority.LOW, since, since, **masks)


def book(*alarms: Alarm) -> Book:
    return Book({alarm.id: alarm for alarm in alarms})


def shift(events, now: Book | None = None, **more) -> Performance:
    return performance(events, now or Book(), SHIFT, END, **more)


def value(told: Performance, measure: Measure) -> float | None:
    return told.figure(measure).value


def verdict(told: Performance, measure: Measure) -> Verdict:
    return told.figure(measure).verdict
