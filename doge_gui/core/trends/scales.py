"""How a lane's values are scaled: its range, and round values for the lines across it."""

import math
from collections.abc import Iterable

import numpy as np

from doge_gui.core.trends.fitted import Fitted

_ROOM = 0.08
"""Of the range, above and below."""
_STEPS = (0.5, 1.0, 2.0, 5.0, 10.0)
Range = tuple[float, float]


def bounds(curves: Iterable[Fitted], begin: float, end: float) -> Range | None:
    """Lowest and highest value drawn from `begin` to `end`; None where there is none."""
    lowest, highest = math.inf, -math.inf
    for curve in curves:
        # A step or a line that crosses the edge has its point just outside.
        first = max(int(curve.x.searchsorted(begin, "left")) - 1, 0)
        last = int(curve.x.searchsorted(end, "right")) + 1
        low = curve.low if curve.banded else curve.y
        high = curve.high if curve.banded else curve.y
        part = low[first:last]
        good = np.isfinite(part)
        if good.any():
            lowest = min(lowest, float(part[good].min()))
            highest = max(highest, float(high[first:last][good].max()))
    return (lowest, highest) if lowest <= highest else None


def roomy(found: Range | None, whole: bool) -> Range:
    """The range of a lane: never empty, with some room; counts have at least four steps."""
    low, high = found or (0.0, 1.0)
    least = 4.0 if whole else max(abs(low), abs(high), 1e-6) * 1e-3
    if high - low < least:
        middle = (low + high) / 2
        low, high = middle - least / 2, middle + least / 2
        if whole and found is not None and found[0] >= 0:
            low, high = (0.0, least) if low < 0 else (low, high)
    room = (high - low) * _ROOM
    return low - room, high + room


def round_values(low: float, high: float, most: int, whole: bool) -> list[float]:
    """At most about `most` round values within [low, high], and two if that can be; whole ones for counts."""
    wanted = (high - low) / max(most, 1)
    if not (wanted > 0 and math.isfinite(wanted)):
        return []
    power = 10.0 ** math.floor(math.log10(wanted))
    steps = [power * factor for factor in _STEPS]
    fitting = next(number for number, step in enumerate(steps) if step >= wanted * (1 - 1e-9))
    values = _multiples(low, high, steps[fitting], whole)
    return values if len(values) > 1 else _multiples(low, high, steps[fitting - 1], whole)


def _multiples(low: float, high: float, step: float, whole: bool) -> list[float]:
    step = max(round(step), 1.0) if whole else step
    first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
    return [number * step for number in range(first, last + 1)]
