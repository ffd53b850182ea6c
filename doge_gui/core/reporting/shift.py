"""The figures of a shift, gathered from the history."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from doge_gui.core.alarms.rules import Rules
from doge_gui.core.questions import CIRCUITS, COMPTEUR_BILLE
from doge_gui.core.recording.curves import Curve
from doge_gui.core.recording.source import HistorySource
from doge_gui.core.recording.tags import CONNECTED, FLEET, Tag, vector_tag
from doge_gui.core.reporting.actions import Action, acts_on_alarms
from doge_gui.core.reporting.alarms import AlarmFigures, alarm_figures
from doge_gui.core.reporting.availability import Availability, availability
from doge_gui.core.reporting.cycles import Tally, tallied

PICTURE_POINTS = 600
_ALL = 100_000_000
"""More points than a span has cycles: the finest there is."""
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
    cycles = tallied(source.cycles(wish.begin, wish.end), wish.begin, wish.end)
    books = source.book_at(wish.begin), source.book_at(wish.end)
    told = acts_on_alarms(events, wish.rules) if actions is None else actions
    totals = [Tag(FLEET, vector_tag(COMPTEUR_BILLE, circuit)) for circuit in range(CIRCUITS)]
    return ShiftReport(
        wish,
        cycles,
        tuple(_gateways(source, cycles, wish)),
        alarm_figures(events, *books, wish.begin, wish.end),
        tuple(sorted((one for one in told if wish.begin <= one.at < wish.end), key=lambda one: one.at)),
        tuple(source.curves(totals, wish.begin, wish.end, PICTURE_POINTS)),
    )


def _gateways(source: HistorySource, cycles: Tally, wish: ShiftWish) -> Iterator[Availability]:
    tags = [Tag(plc, CONNECTED) for plc in cycles.plcs]
    some = max(_AT_A_TIME // max(cycles.count, 1), 1)
    for first in range(0, len(tags), some):
        for curve in source.curves(tags[first : first + some], wish.begin, wish.end, _ALL):
            yield availability(curve, wish.begin, wish.end, cycles.interval_s)
