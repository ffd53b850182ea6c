"""The figures of a shift, gathered from the history."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from doge_gui.core.alarms.rules import Rules
from doge_gui.core.questions import CIRCUITS, COMPTEUR_BILLE
from doge_gui.core.recording.curves import Curve, Level
from doge_gui.core.recording.kept import kept
from doge_gui.core.recording.points import empty_curve
from doge_gui.core.recording.source import HistorySource
from doge_gui.core.recording.tags import CONNECTED, ELAPSED, FLEET, Tag, vector_tag
from doge_gui.core.reporting.actions import Action, acts_on_alarms
from doge_gui.core.reporting.alarms import AlarmFigures, alarm_figures
from doge_gui.core.reporting.availability import Availability, availability
from doge_gui.core.reporting.cycles import Tally, tallied
from doge_gui.core.reporting.rolled import Fleet, rolled

PICTURE_POINTS = 600
_AT_A_TIME = 1_000_000
"""Readings in memory at a time, about."""


@dataclass(frozen=True, slots=True)
class ShiftWish:
    """Which shift is to be told."""

    plant: str
    begin: datetime
    """UTC."""
    end: datetime
    made_at: datetime
    rules: Rules = field(default_factory=Rules)
    """They tell the alarms' words."""
    cycles_kept: timedelta | None = None
    """For how long single cycles are kept; None where that is not known."""


@dataclass(frozen=True)
class ShiftReport:
    """Everything a report tells."""

    wish: ShiftWish
    cycles: Tally
    gateways: tuple[Availability, ...]
    """In the fleet's order."""
    alarms: AlarmFigures
    actions: tuple[Action, ...]
    """Within the span, oldest first."""
    marbles: tuple[Curve, ...]
    """Per circuit the complete totals, for the picture; a gap where none was complete."""


def shift_report(
    source: HistorySource, wish: ShiftWish, actions: Sequence[Action] | None = None
) -> ShiftReport:
    """Gather the figures; raises HistoryError, and ValueError where the span ends before it begins.

    `actions`: what the audit trail tells; without one, what the alarm journal tells.
    """
    if wish.begin >= wish.end:
        raise ValueError("the span ends before it begins")
    events = tuple(source.events(wish.begin, wish.end))
    parts = kept(source, wish.begin, wish.end, Level.RAW)
    level = parts[0].level if parts else Level.RAW
    totals = [Tag(FLEET, vector_tag(COMPTEUR_BILLE, circuit)) for circuit in range(CIRCUITS)]
    if level is Level.RAW:
        cycles = tallied(source.cycles(wish.begin, wish.end), wish.begin, wish.end)
        gateways = tuple(_gateways(source, cycles, wish))
        marbles = [empty_curve(tag, level) for tag in totals]
        if parts:
            marbles = source.curves(totals, wish.begin, wish.end, PICTURE_POINTS)
    else:
        cycles, gateways, marbles = _rolled(source, wish, level, totals)
    books = source.book_at(wish.begin), source.book_at(wish.end)
    told = acts_on_alarms(events, wish.rules) if actions is None else actions
    return ShiftReport(
        wish,
        cycles,
        gateways,
        alarm_figures(events, *books, wish.begin, wish.end),
        tuple(sorted((one for one in told if wish.begin <= one.at < wish.end), key=lambda one: one.at)),
        tuple(marbles),
    )


def _gateways(source: HistorySource, cycles: Tally, wish: ShiftWish) -> Iterator[Availability]:
    tags = [Tag(plc, CONNECTED) for plc in cycles.plcs]
    some = max(_AT_A_TIME // max(cycles.count, 1), 1)
    for first in range(0, len(tags), some):
        chosen = tags[first : first + some]
        for curve in source.curves(chosen, wish.begin, wish.end, 1, level=Level.RAW):
            yield availability(curve, wish.begin, wish.end, cycles.interval_s)


def _rolled(
    source: HistorySource, wish: ShiftWish, level: Level, totals: Sequence[Tag]
) -> tuple[Tally, tuple[Availability, ...], list[Curve]]:
    """The same where only values per minute or per hour are kept of a part of the span."""
    fleets = (Tag(FLEET, ELAPSED), *totals)
    elapsed, *marbles = source.curves(fleets, wish.begin, wish.end, 1, level=level)
    fleet, gateways = Fleet(elapsed), []
    tags = [tag for tag in source.tags() if tag.plc and tag.name == CONNECTED]
    some = max(_AT_A_TIME // max(len(elapsed.times), 1), 1)
    for first in range(0, len(tags), some):
        chosen = tags[first : first + some]
        for number, curve in enumerate(
            source.curves(chosen, wish.begin, wish.end, 1, level=level), first + 1
        ):
            if curve.count.any():
                fleet.take(number, curve)
                gateways.append(availability(curve, wish.begin, wish.end, 0.0))
    plan = source.plan()
    names = plan.circuits if plan is not None else ("",) * CIRCUITS
    return rolled(elapsed, marbles, names, fleet, wish.begin, wish.end), tuple(gateways), marbles
