"""How well the alarms serve the operator: what ISA-18.2, IEC 62682 and EEMUA 191 ask to be measured.

What is counted is what was presented (see `presented`): alarms hidden at birth by a mask are no load on
anybody. What is recommended, and by whom, stands in `recommended`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import numpy as np
from numpy.typing import NDArray

from doge_gui.core.alarms.alarm import Alarm
from doge_gui.core.alarms.book import Book
from doge_gui.core.alarms.events import Event
from doge_gui.core.alarms.floods import PERIOD_S, bucketed, busiest, flood_spans
from doge_gui.core.alarms.presented import Presented, presented
from doge_gui.core.alarms.recommended import MIX, Figure, Measure, Verdict, judged
from doge_gui.core.alarms.report import FLOOD_ABOVE
from doge_gui.core.alarms.states import Priority

CHATTER_TIMES, CHATTER_S = 3, 60.0
FLEETING_S = 60.0
STALE_AFTER = timedelta(hours=24)
MOST_FREQUENT = 10
LEAST_FOR_WORST = 200
"""Of fewer different alarms, the ten most frequent cannot have less than 5 %: that judges nothing."""
LEAST_FOR_MIX = 20
"""Of fewer alarms, a single one is more than 5 %."""


@dataclass(frozen=True, slots=True)
class Flood:
    """More alarms than anybody can take in one by one."""

    begin: datetime
    end: datetime
    raised: int
    """Alarms presented while it lasted."""


@dataclass(frozen=True, slots=True)
class Frequent:
    """One of the alarms that were presented most often."""

    first: Event
    """The entry by which it was first presented; it tells what the alarm is about."""
    raised: int
    share: float
    """Of all that were presented, 0 to 1."""
    chattering: bool


@dataclass(frozen=True, slots=True)
class Hidden:
    """Alarms that are masked now; one with several masks counts under each."""

    suppressed: int
    shelved: int
    out_of_service: int
    alarms: int
    """All of them, each once."""


@dataclass(frozen=True)
class Performance:
    """The performance of the alarms over one span of time."""

    since: datetime
    """Where the span begins: as asked for, or where the journal does, if that is later."""
    until: datetime
    operators: int
    raised: int
    """Alarms presented."""
    buckets: tuple[int, ...]
    """Alarms presented in each ten minutes, oldest first. The last period ends at `until`; the first may
    begin before `since`, and then holds less."""
    floods: tuple[Flood, ...]
    worst: tuple[Frequent, ...]
    """The ten presented most often, most frequent first; fewer where there are no ten."""
    mix: tuple[int, int, int]
    """Alarms presented of low, medium and high priority."""
    hidden: Hidden
    figures: tuple[Figure, ...]
    """One per Measure, in its order."""

    def figure(self, measure: Measure) -> Figure:
        """One measure's figure."""
        return next(figure for figure in self.figures if figure.measure is measure)

    @property
    def judged(self) -> bool:
        """There is something to judge by at all."""
        told = (Verdict.NO_DATA, Verdict.NOT_JUDGED)
        return any(figure.verdict not in told for figure in self.figures)


def performance(
    events: Sequence[Event],
    book: Book,
    since: datetime,
    until: datetime,
    operators: int = 1,
    recorded_from: datetime | None = None,
) -> Performance:
    """Measure the time after `since` and up to `until`; raises ValueError where it is no time at all.

    `book` is the book of now: what stands and what is masked is taken from it. `recorded_from` is when
    the journal begins: what came before was not quiet, but unknown. None means that any entry at all
    vouches for the whole span; and without entries nothing is known.
    """
    if until <= since or operators < 1:
        raise ValueError(f"no time between {since} and {until}, or no operator ({operators})")
    begin = since if recorded_from is None else max(since, min(recorded_from, until))
    span_s = (until - begin).total_seconds()
    shown = presented(events, book, begin, until)
    buckets = bucketed(shown.at, span_s)
    spans = flood_spans(shown.at, span_s, operators)
    worst, chattering = _worst(shown)
    hidden = _hidden(book)
    known = bool(events) or recorded_from is not None
    values: dict[Measure, float] = {**_mean_answer(shown), **_shares(shown, worst)}
    if known and span_s >= PERIOD_S:
        values |= _rates(shown, buckets, spans, span_s, operators) | _troublesome(shown, chattering)
    if known or book.alarms:
        age = None if recorded_from is None else until - recorded_from
        values |= _now(book, until, age) | {Measure.HIDDEN: float(hidden.alarms)}
    return Performance(
        since=begin,
        until=until,
        operators=operators,
        raised=len(shown.at),
        buckets=tuple(buckets.tolist()),
        floods=tuple(_flood(begin, *one) for one in spans),
        worst=worst,
        mix=_mix(shown),
        hidden=hidden,
        figures=tuple(_figure(measure, values.get(measure), len(shown.alarms)) for measure in Measure),
    )


def _figure(measure: Measure, value: float | None, different: int) -> Figure:
    if measure is Measure.WORST and value is not None and different < LEAST_FOR_WORST:
        return Figure(measure, value, Verdict.NOT_JUDGED)
    return judged(measure, value)


def _flood(since: datetime, begin_s: float, end_s: float, raised: int) -> Flood:
    return Flood(since + timedelta(seconds=begin_s), since + timedelta(seconds=end_s), raised)


def _rates(
    shown: Presented,
    buckets: NDArray[np.int64],
    spans: Sequence[tuple[float, float, int]],
    span_s: float,
    operators: int,
) -> dict[Measure, float]:
    lasted = [end - begin for begin, end, _ in spans]
    return {
        Measure.AVERAGE: len(shown.at) / operators / (span_s / PERIOD_S),
        Measure.PEAK: busiest(shown.at) / operators,
        Measure.BUSY: float(np.mean(buckets > FLOOD_ABOVE * operators)),
        Measure.FLOOD_TIME: sum(lasted) / span_s,
        Measure.FLOODS: float(len(spans)),
        Measure.LONGEST_FLOOD: max(lasted, default=0.0),
    }


def _troublesome(shown: Presented, chattering: NDArray[np.bool_]) -> dict[Measure, float]:
    fleeting = np.zeros(len(shown.alarms), np.bool_)
    with np.errstate(invalid="ignore"):
        fleeting[shown.alarm[shown.cleared_s < FLEETING_S]] = True
    return {
        Measure.CHATTERING: float(chattering.sum()),
        Measure.FLEETING: float((fleeting & ~chattering).sum()),
    }


def _mean_answer(shown: Presented) -> dict[Measure, float]:
    answered = shown.answered_s[np.isfinite(shown.answered_s)]
    return {Measure.ACKNOWLEDGED: float(answered.mean())} if len(answered) else {}


def _chatters(shown: Presented) -> NDArray[np.bool_]:
    """For each alarm, whether it came three times within a minute."""
    order = np.lexsort((shown.at, shown.alarm))
    at, alarm = shown.at[order], shown.alarm[order]
    reach = CHATTER_TIMES - 1
    quick = (at[reach:] - at[:-reach] <= CHATTER_S) & (alarm[reach:] == alarm[:-reach])
    chatters = np.zeros(len(shown.alarms), np.bool_)
    chatters[alarm[reach:][quick]] = True
    return chatters


def _worst(shown: Presented) -> tuple[tuple[Frequent, ...], NDArray[np.bool_]]:
    chatters = _chatters(shown)
    counts: list[int] = np.bincount(shown.alarm, minlength=len(shown.alarms)).tolist()
    ranked = sorted(range(len(counts)), key=lambda number: (-counts[number], shown.alarms[number].id))
    worst = tuple(
        Frequent(shown.alarms[one], counts[one], counts[one] / len(shown.at), bool(chatters[one]))
        for one in ranked[:MOST_FREQUENT]
    )
    return worst, chatters


def _shares(shown: Presented, worst: Sequence[Frequent]) -> dict[Measure, float]:
    total, shares = len(shown.at), {}
    if total:
        shares[Measure.WORST] = sum(one.raised for one in worst) / total
    if total >= LEAST_FOR_MIX:
        _, medium, high = _mix(shown)
        higher = (high + medium) / total / (MIX[1] + MIX[2])
        shares[Measure.MIX] = max(high / total / MIX[2], higher)
    return shares


def _mix(shown: Presented) -> tuple[int, int, int]:
    counts = np.bincount(shown.priority, minlength=Priority.HIGH + 1)
    return int(counts[Priority.LOW]), int(counts[Priority.MEDIUM]), int(counts[Priority.HIGH])


def _now(book: Book, now: datetime, age: timedelta | None) -> dict[Measure, float]:
    standing = [alarm for alarm in book.alarms.values() if alarm.state.active and not alarm.masked]
    stale = sum(_active_for(alarm, now) > STALE_AFTER for alarm in standing)
    values = {Measure.STANDING: float(len(standing))}
    # A journal younger than a day cannot tell that nothing is stale.
    if stale or age is None or age > STALE_AFTER:
        values[Measure.STALE] = float(stale)
    return values


def _active_for(alarm: Alarm, now: datetime) -> timedelta:
    return now - (alarm.raised_at or alarm.since)


def _hidden(book: Book) -> Hidden:
    masked = [alarm for alarm in book.alarms.values() if alarm.masked]
    return Hidden(
        sum(bool(alarm.suppressed_by) for alarm in masked),
        sum(alarm.shelved is not None for alarm in masked),
        sum(alarm.out_of_service is not None for alarm in masked),
        len(masked),
    )
