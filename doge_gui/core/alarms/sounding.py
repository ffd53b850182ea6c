"""What shall be heard of a book: the worst first, each with the tone of its priority or its own sound."""

from typing import NamedTuple

from doge_gui.core.alarms.alarm import Alarm
from doge_gui.core.alarms.book import Book, calls
from doge_gui.core.alarms.rules import Rules
from doge_gui.core.alarms.states import Priority


class Call(NamedTuple):
    """One sound that wants to be heard."""

    id: str
    """Of the alarm."""
    sound: str | None
    """The request's own sound file, as configured; None for the tone of the priority."""
    priority: Priority


def heard(book: Book, rules: Rules) -> tuple[Call, ...]:
    """What calls and was not silenced, worst first, newest first; nothing while muted."""
    if book.mute is not None:
        return ()
    newest_first = reversed(tuple(book.alarms.values()))
    calling = [alarm for alarm in newest_first if calls(alarm) and alarm.id not in book.silenced]
    calling.sort(key=_urgency)
    return tuple(Call(alarm.id, rules.of_alarm(alarm).sound, alarm.priority) for alarm in calling)


def _urgency(alarm: Alarm) -> int:
    return -alarm.priority
