"""The values behind standing alarms. The journal does not keep them; a picture of the plant tells them."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from doge_gui.core.alarms.alarm import Alarm, Kind
from doge_gui.core.alarms.book import Book
from doge_gui.core.alarms.judgement import Judgement
from doge_gui.core.alarms.plant import of_circuits, of_values
from doge_gui.core.alarms.rules import Rules
from doge_gui.core.alarms.states import Reading
from doge_gui.core.snapshot import Snapshot

_OF_GATEWAYS = frozenset({Kind.SLOW, Kind.WRONG, Kind.STILL_CONNECTED})
"""Kinds about a gateway that can be judged only while it is spoken with."""


def with_values(book: Book, snapshot: Snapshot, rules: Rules) -> Book:
    """The book with the newest values, and with the alarms whose condition could not be told then."""
    if not book.alarms:
        return book
    values: dict[str, float] = {}
    unknown: set[str] = set()
    for alarm, reading, value in _readings(book, snapshot, rules):
        if reading is Reading.UNKNOWN:
            unknown.add(alarm.id)
        elif value is not None and np.isfinite(value):
            values[alarm.id] = value
    return replace(book, values=values, unknown=frozenset(unknown))


def _readings(book: Book, snapshot: Snapshot, rules: Rules) -> Iterator[tuple[Alarm, Reading, float | None]]:
    alarms = book.alarms.values()
    judged = {(one.kind, one.subject): one for one in _judgements(snapshot, rules)}
    row_of = snapshot.plan.row
    for alarm in alarms:
        row = row_of.get(alarm.plc)
        judgement = judged.get((alarm.kind, alarm.subject))
        if judgement is not None:
            place = row if alarm.plc else 0
            if place is not None and place < len(judgement.readings):
                value = None if judgement.values is None else float(judgement.values[place])
                yield alarm, Reading(int(judgement.readings[place])), value
        elif alarm.kind in _OF_GATEWAYS and row is not None:
            spoken = bool(snapshot.asked[row]) and not np.isfinite(snapshot.lost_since[row])
            value = float(snapshot.latency_s[row]) if alarm.kind is Kind.SLOW else None
            yield alarm, Reading.CLEAR if spoken else Reading.UNKNOWN, value


def _judgements(snapshot: Snapshot, rules: Rules) -> Iterator[Judgement]:
    yield from of_values(snapshot, rules)
    yield from of_circuits(snapshot, rules)
