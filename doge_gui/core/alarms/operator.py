"""What people do to alarms, and what ends by itself with time."""

from collections.abc import Iterable
from datetime import timedelta

from doge_gui.core.alarms.alarm import Alarm
from doge_gui.core.alarms.book import Book, Draft, Instant, Outcome, about, calls
from doge_gui.core.alarms.events import Event, What
from doge_gui.core.alarms.inhibition import GROUP, dissolve, lift, members
from doge_gui.core.alarms.states import Input


def acknowledge(book: Book, ids: Iterable[str], who: str, instant: Instant, comment: str = "") -> Outcome:
    """Take notice of these alarms. One that stands for others takes them along."""
    draft = Draft(book, instant)
    for key in ids:
        alarm = draft.alarms.get(key)
        if alarm is None:
            continue
        _acknowledge(draft, alarm, who, comment)
        if key == GROUP:
            for member in members(draft):
                _acknowledge(draft, member, who, comment)
    dissolve(draft)
    return draft.outcome()


def _acknowledge(draft: Draft, alarm: Alarm, who: str, comment: str) -> None:
    event = about(alarm, What.ACKNOWLEDGED, draft.instant)._replace(who=who, comment=comment)
    draft.move(alarm, Input.ACKNOWLEDGED, event)


def reset(book: Book, ids: Iterable[str], who: str, instant: Instant) -> Outcome:
    """Let go of latched alarms that were acknowledged. Their condition is false in that state, unless
    nobody can tell any more: then they stay."""
    draft = Draft(book, instant)
    for key in ids:
        alarm = draft.alarms.get(key)
        if alarm is not None and key not in book.unknown:
            draft.move(alarm, Input.RESET, about(alarm, What.RESET, instant)._replace(who=who))
    return draft.outcome()


def shelve(
    book: Book, ids: Iterable[str], seconds: float, who: str, reason: str, instant: Instant, most_s: float
) -> Outcome:
    """Hide these alarms for a time, `most_s` at the longest."""
    draft = Draft(book, instant)
    lasts = min(max(seconds, 0.0), most_s)
    for key in ids:
        alarm = draft.alarms.get(key)
        if alarm is None:
            continue
        until = instant.utc + timedelta(seconds=lasts)
        event = about(alarm, What.SHELVED, instant)
        draft.note(event._replace(until=until, who=who, comment=reason))
        draft.ends_at[key] = instant.mono + lasts
    return draft.outcome()


def unshelve(book: Book, ids: Iterable[str], who: str, instant: Instant) -> Outcome:
    """Show these alarms again before their time."""
    draft = Draft(book, instant)
    for key in ids:
        alarm = draft.alarms.get(key)
        if alarm is not None and alarm.shelved:
            draft.ends_at.pop(key, None)
            lift(draft, alarm, What.UNSHELVED, who)
    return draft.outcome()


def take_out_of_service(book: Book, ids: Iterable[str], who: str, reason: str, instant: Instant) -> Outcome:
    """Hide these alarms until somebody puts them back, for repairs."""
    draft = Draft(book, instant)
    for key in ids:
        alarm = draft.alarms.get(key)
        if alarm is not None and alarm.out_of_service is None:
            draft.note(about(alarm, What.OUT_OF_SERVICE, instant)._replace(who=who, comment=reason))
    return draft.outcome()


def put_in_service(book: Book, ids: Iterable[str], who: str, instant: Instant) -> Outcome:
    """Show these alarms again."""
    draft = Draft(book, instant)
    for key in ids:
        alarm = draft.alarms.get(key)
        if alarm is not None and alarm.out_of_service is not None:
            lift(draft, alarm, What.IN_SERVICE, who)
    return draft.outcome()


def silence(book: Book, who: str, instant: Instant) -> Outcome:
    """Stop the sound of all that calls now. It acknowledges nothing; what comes anew is heard."""
    draft = Draft(book, instant)
    if any(calls(alarm) and key not in book.silenced for key, alarm in book.alarms.items()):
        draft.note(Event(instant.utc, What.SILENCED, who=who))
    return draft.outcome()


def mute(book: Book, seconds: float, who: str, instant: Instant, most_s: float) -> Outcome:
    """No sound at all for a time; alarms are shown as ever."""
    draft = Draft(book, instant)
    lasts = min(max(seconds, 0.0), most_s)
    until = instant.utc + timedelta(seconds=lasts)
    draft.note(Event(instant.utc, What.MUTED, who=who, until=until))
    draft.ends_at[""] = instant.mono + lasts
    return draft.outcome()


def unmute(book: Book, who: str, instant: Instant) -> Outcome:
    """End a mute before its time."""
    draft = Draft(book, instant)
    if book.mute is not None:
        draft.ends_at.pop("", None)
        draft.note(Event(instant.utc, What.UNMUTED, who=who))
    return draft.outcome()


def let_end(book: Book, instant: Instant) -> Outcome:
    """End every shelving and mute whose time is over, by the monotonic clock."""
    draft = Draft(book, instant)
    for key, at in book.ends_at.items():
        if at > instant.mono:
            continue
        draft.ends_at.pop(key, None)
        if not key:
            draft.note(Event(instant.utc, What.UNMUTED))
        elif (alarm := draft.alarms.get(key)) is not None and alarm.shelved:
            lift(draft, alarm, What.UNSHELVED)
    return draft.outcome()


def next_end(book: Book) -> float | None:
    """Monotonic seconds at which the next shelving or mute ends; None when there is none."""
    return min(book.ends_at.values(), default=None)
