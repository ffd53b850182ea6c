"""The steady schedule: start to start, on a grid of instants, whatever the cycles take."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Due:
    """The next start, and how many starts of the grid were missed."""

    at: float
    """Monotonic seconds."""
    missed: int


def next_due(last: float, interval_s: float, now: float) -> Due:
    """The first instant of the grid `last + n * interval_s`, n >= 1, that lies after `now`.

    Instants between that have gone by are missed, not made up for: after a long standstill there is one
    cycle, no burst. All in monotonic seconds.
    """
    steps = max(1, int((now - last) / interval_s) + 1)
    return Due(last + steps * interval_s, steps - 1)
