"""A book of alarms as bytes and back: what replay rebuilds of it, and nothing that lasts for a run only."""

import json
import zlib
from datetime import datetime
from types import MappingProxyType
from typing import Any

from doge_gui.core.alarms.alarm import Alarm, Service, Shelving
from doge_gui.core.alarms.book import Book, Mute
from doge_gui.history.event_rows import (
    KIND_OF,
    KINDS,
    PRIORITIES,
    PRIORITY_OF,
    STATE_OF,
    STATES,
    instant,
    microseconds,
)

FORMAT = 1
"""Number of this way of writing; another one is not read, and the journal is replayed instead."""
_FAST = 1


class UnreadableBookError(ValueError):
    """Not a book in this format."""


def to_content(book: Book) -> bytes:
    """The book, compact."""
    mute = book.mute
    told = {
        "alarms": [_alarm_row(alarm) for alarm in book.alarms.values()],
        "silenced": sorted(book.silenced),
        "mute": None if mute is None else [microseconds(mute.until), mute.who],
    }
    return zlib.compress(json.dumps(told, separators=(",", ":")).encode("ascii"), _FAST)


def from_content(content: bytes) -> Book:
    """The inverse of `to_content`. Raises UnreadableBookError."""
    try:
        told = json.loads(zlib.decompress(content))
        alarms = [_alarm(row) for row in told["alarms"]]
        mute = told["mute"]
        return Book(
            MappingProxyType({alarm.id: alarm for alarm in alarms}),
            frozenset(told["silenced"]),
            None if mute is None else Mute(instant(mute[0]), mute[1]),
        )
    except (zlib.error, ValueError, TypeError, LookupError, OverflowError) as error:
        raise UnreadableBookError(str(error)) from error


def _alarm_row(alarm: Alarm) -> list[Any]:
    shelved, service = alarm.shelved, alarm.out_of_service
    row = alarm._replace(shelved=None, out_of_service=None)._asdict() | {
        "kind": KINDS[alarm.kind],
        "state": STATES[alarm.state],
        "priority": PRIORITIES[alarm.priority],
        "since": microseconds(alarm.since),
        "raised_at": None if alarm.raised_at is None else microseconds(alarm.raised_at),
        "shelved": shelved and [microseconds(shelved.until), shelved.who, shelved.reason],
        "out_of_service": service and [service.who, service.reason, microseconds(service.since)],
    }
    return [row[field] for field in Alarm._fields]


def _alarm(row: list[Any]) -> Alarm:
    told = dict(zip(Alarm._fields, row, strict=True))
    return Alarm(
        **told
        | {
            "kind": KIND_OF[told["kind"]],
            "state": STATE_OF[told["state"]],
            "priority": PRIORITY_OF[told["priority"]],
            "since": instant(told["since"]),
            "raised_at": _instant_or_none(told["raised_at"]),
            "shelved": _shelving(told["shelved"]),
            "out_of_service": _service(told["out_of_service"]),
        }
    )


def _instant_or_none(count: int | None) -> datetime | None:
    return None if count is None else instant(count)


def _shelving(row: list[Any] | None) -> Shelving | None:
    return None if row is None else Shelving(instant(row[0]), row[1], row[2])


def _service(row: list[Any] | None) -> Service | None:
    return None if row is None else Service(row[0], row[1], instant(row[2]))
