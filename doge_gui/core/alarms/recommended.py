"""What the standards recommend of an alarm system's performance, as data; and the verdict on a figure.

ISA-18.2 (clause 16, table of recommended metrics) and IEC 62682 give the same figures per operator:
about one alarm in ten minutes (some 150 a day) is acceptable, about two (some 300 a day) the most that
can be managed; never more than ten within ten minutes; less than 1 % of ten-minute periods above ten;
less than 1 % of the time in a flood; no chattering and no fleeting alarm; fewer than five stale ones on
any day; the ten most frequent alarms 1 % of all, 5 % at most; about 80 % low, 15 % medium, 5 % high.
EEMUA 191 adds fewer than ten standing alarms.
"""

from dataclasses import dataclass
from enum import Enum

from doge_gui.core.alarms.report import FLOOD_ABOVE


class Measure(Enum):
    """What is measured."""

    AVERAGE = "average"
    """Alarms per operator and ten minutes."""
    PEAK = "peak"
    """Alarms per operator in the ten minutes that had most, wherever they begin."""
    BUSY = "busy periods"
    """Share of ten-minute periods with more than ten alarms per operator, 0 to 1."""
    FLOOD_TIME = "time in flood"
    """Share of the time, 0 to 1."""
    FLOODS = "floods"
    LONGEST_FLOOD = "longest flood"
    """Seconds."""
    CHATTERING = "chattering"
    """Alarms that were presented three times within a minute."""
    FLEETING = "fleeting"
    """Alarms, not chattering, that cleared within a minute, before anyone had acknowledged them."""
    STALE = "stale"
    """Alarms in sight that have been active for more than a day."""
    STANDING = "standing"
    """Active alarms in sight."""
    WORST = "ten worst"
    """Share that the ten most frequent alarms have in all, 0 to 1."""
    MIX = "priority mix"
    """How many times the recommended share alarms of the higher priorities have."""
    ACKNOWLEDGED = "time to acknowledge"
    """Mean, seconds."""
    HIDDEN = "hidden"
    """Alarms suppressed, shelved or out of service."""


class Verdict(Enum):
    """What is to be said of a figure."""

    GOOD = "good"
    TOLERABLE = "tolerable"
    """Beyond what is recommended, within what can be managed."""
    OVER = "over"
    NO_DATA = "no data"
    """There is too little to judge by."""
    NOT_JUDGED = "not judged"
    """The standards recommend no figure, or theirs does not apply."""


@dataclass(frozen=True, slots=True)
class Limit:
    """A recommended figure."""

    good: float
    """Up to here it is good."""
    most: float
    """Beyond this it is over."""
    exclusive: bool = False
    """A value equal to a limit is beyond it: "fewer than"."""


LIMITS: dict[Measure, Limit] = {
    Measure.AVERAGE: Limit(1.0, 2.0),
    Measure.PEAK: Limit(FLOOD_ABOVE, FLOOD_ABOVE),
    Measure.BUSY: Limit(0.01, 0.01, exclusive=True),
    Measure.FLOOD_TIME: Limit(0.01, 0.01, exclusive=True),
    Measure.CHATTERING: Limit(0.0, 0.0),
    Measure.FLEETING: Limit(0.0, 0.0),
    Measure.STALE: Limit(5.0, 5.0, exclusive=True),
    Measure.STANDING: Limit(10.0, 10.0, exclusive=True),
    Measure.WORST: Limit(0.01, 0.05),
    # The standards say "about"; twice the recommended share is still taken for that.
    Measure.MIX: Limit(1.0, 2.0),
}
"""A measure that is not here is told for information."""

MIX = (0.80, 0.15, 0.05)
"""Recommended shares of low, medium and high priority."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One measure, measured."""

    measure: Measure
    value: float | None
    """None where there is too little to measure."""
    verdict: Verdict


def judged(measure: Measure, value: float | None) -> Figure:
    """A value with its verdict."""
    return Figure(measure, value, _verdict(value, LIMITS.get(measure)))


def _verdict(value: float | None, limit: Limit | None) -> Verdict:
    if value is None:
        return Verdict.NO_DATA
    if limit is None:
        return Verdict.NOT_JUDGED
    if _beyond(value, limit.most, limit):
        return Verdict.OVER
    return Verdict.TOLERABLE if _beyond(value, limit.good, limit) else Verdict.GOOD


def _beyond(value: float, figure: float, limit: Limit) -> bool:
    return value >= figure if limit.exclusive else value > figure
