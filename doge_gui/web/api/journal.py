"""The alarm journal of a span, as it was recorded."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import islice

from doge_gui.core.alarms.events import Event
from doge_gui.core.alarms.rules import Rules
from doge_gui.core.alarms.words import entry
from doge_gui.core.recording.source import HistorySource
from doge_gui.web.api import shapes_recorded as shapes
from doge_gui.web.api.asked import AskedJournal, Ranged
from doge_gui.web.api.pages import Key, cursor_of, key_of
from doge_gui.web.api.problem import Wrong, bad_parameters
from doge_gui.web.api.sight import Sight

_SPAN = timedelta(hours=1)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_TICK = timedelta(microseconds=1)


def journal(sight: Sight, asked: AskedJournal) -> shapes.Journal:
    """A page of entries, oldest first. Raises ProblemError.

    A cursor holds the whole span, so that a page asked for later is of the same: begin, end and the last
    entry's instant in microseconds since 1970, and how many entries of that instant were given.
    """
    after = key_of(asked.cursor, int, int, int, int)
    begin, end = span(asked, sight.at) if after is None else (_at(after[0]), _at(after[1]))
    with sight.recordings.opened() as source:
        found = [] if source is None else list(islice(_entries(source, begin, end, after), asked.limit + 1))
    items = found[: asked.limit]
    rules = sight.facts.alarms.rules if sight.facts.alarms else Rules()
    more = len(found) > len(items)
    return shapes.Journal(
        begin=begin,
        end=end,
        items=tuple(_entry(one, rules) for one in items),
        next=cursor_of(_place(begin, end, items, after)) if more else None,
        total=None,
    )


def span(asked: Ranged, now: datetime) -> tuple[datetime, datetime]:
    """From when to when a question goes: the last hour where it does not say. Raises ProblemError."""
    end = asked.end or now
    begin = asked.begin or end - _SPAN
    if begin >= end:
        raise bad_parameters([Wrong(parameter="from", detail="lies ahead; leave it out for the last hour")])
    return begin, end


def _entries(source: HistorySource, begin: datetime, end: datetime, after: Key | None) -> Iterator[Event]:
    if after is None:
        return source.events(begin, end)
    last = _at(after[2])
    given = 0

    def is_new(event: Event) -> bool:
        nonlocal given
        given += event.at == last
        return event.at != last or given > after[3]

    return filter(is_new, source.events(max(begin, last), end))


def _place(begin: datetime, end: datetime, items: list[Event], after: Key | None) -> Key:
    last = items[-1].at
    given = sum(one.at == last for one in items)
    if after is not None and _at(after[2]) == last:
        given += after[3]
    return _number(begin), _number(end), _number(last), given


def _number(at: datetime) -> int:
    return (at - _EPOCH) // _TICK


def _at(number: int) -> datetime:
    try:
        return _EPOCH + number * _TICK
    except OverflowError:
        raise bad_parameters([Wrong(parameter="cursor", detail="no cursor of this list")]) from None


def _entry(event: Event, rules: Rules) -> shapes.Entry:
    return shapes.Entry(
        at=event.at,
        what=event.what.value,
        id=event.id or None,
        kind=event.kind.value if event.kind else None,
        subject=event.subject,
        plc=event.plc or None,
        before=event.before.value,
        after=event.after.value,
        priority=event.priority.name.lower(),
        value=event.value,
        limit=event.limit,
        detail=event.detail,
        by=event.who or None,
        comment=event.comment,
        until=event.until,
        suppressed_by=event.source or None,
        entry=entry(event, rules),
    )
