"""How much of a span is still kept cycle by cycle, how much by the minute, how much by the hour."""

import math
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from doge_gui.core.questions import COMPTEUR_BILLE
from doge_gui.core.recording.curves import Level
from doge_gui.core.recording.source import HistorySource
from doge_gui.core.recording.tags import FLEET, Tag, vector_tag

ALWAYS = Tag(FLEET, vector_tag(COMPTEUR_BILLE, 0))
"""A tag that every cycle of every plan has."""
_AT_A_TIME = {Level.MINUTE: timedelta(days=32), Level.HOUR: timedelta(days=1200)}


class Kept(NamedTuple):
    """A part of a span, and the finest that is there of it."""

    level: Level
    begin: datetime
    """UTC; of the first, where something is kept at all."""
    end: datetime


def kept(source: HistorySource, begin: datetime, end: datetime, finest: Level) -> list[Kept]:
    """The parts of a span, oldest and coarsest first; none finer than `finest`. Raises HistoryError.

    Nothing in a span, nothing kept of it: no part. A bucket in which a finer part begins belongs to the part
    before where that has others.
    """
    span = source.span()
    if span is None:
        return []
    # A bucket begins before the first reading in it.
    begin, until = max(begin, span[0] - timedelta(hours=1)), min(end, span[1] + timedelta(seconds=1))
    # What is still there of the hour before the span's beginning has not been let go of after it.
    since = bucket_of(begin, Level.HOUR)
    parts: list[Kept] = []
    for level in (one for one in Level if one >= finest):
        # What came before the first cycle is no loss where it lies in the bucket of that cycle.
        whole = until if not parts else bucket_of(until, level)
        first = _first(source, since, whole, level)
        if first is not None:
            parts.insert(0, Kept(level, max(first, begin), until))
            until = max(first, begin)
        if until <= begin:
            break
    return parts


def bucket_of(at: datetime, level: Level) -> datetime:
    """Where the bucket begins in which an instant lies; itself for raw readings."""
    if level is Level.RAW:
        return at
    return datetime.fromtimestamp(math.floor(at.timestamp() / level.seconds) * level.seconds, UTC)


def _first(source: HistorySource, begin: datetime, end: datetime, level: Level) -> datetime | None:
    if level is Level.RAW:
        found = next(iter(source.cycles(begin, end)), None)
        return None if found is None else found[2].at
    while begin < end:
        until = min(begin + _AT_A_TIME[level], end)
        (curve,) = source.curves([ALWAYS], begin, until, 1, level=level)
        read = curve.times[(curve.count > 0) & (curve.times < end.timestamp())]
        if len(read):
            return datetime.fromtimestamp(float(read[0]), UTC)
        begin = until
    return None
