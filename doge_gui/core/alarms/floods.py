"""Alarms counted over time: ten-minute periods, the busiest ten minutes, floods. Pure arrays.

A flood begins when more than ten alarms per operator come within ten minutes, and ends when fewer than
five do (ISA-18.2, clause 16). Instants are seconds after the span's begin and rise.
"""

import numpy as np
from numpy.typing import NDArray

from doge_gui.core.alarms.report import FLOOD_ABOVE, FLOOD_MINUTES

PERIOD_S = FLOOD_MINUTES * 60.0
FLOOD_ENDS_BELOW = 5


def bucketed(at: NDArray[np.float64], span_s: float) -> NDArray[np.int64]:
    """How many of the instants (0 to `span_s`) lie in each ten minutes, counted back from the end.

    A period holds its end, not its beginning.
    """
    count = max(1, int(np.ceil(span_s / PERIOD_S)))
    back = np.floor((span_s - at) / PERIOD_S).astype(np.int64).clip(0, count - 1)
    return np.bincount(count - 1 - back, minlength=count).astype(np.int64)


def busiest(at: NDArray[np.float64]) -> int:
    """The most instants within any ten minutes, wherever those begin."""
    return int(_within(at).max(initial=0))


def flood_spans(at: NDArray[np.float64], span_s: float, operators: int = 1) -> list[tuple[float, float, int]]:
    """Begin, end and alarms of each flood. One that has not ended is cut at `span_s`."""
    begins = np.flatnonzero(_within(at) > FLOOD_ABOVE * operators)
    passed = np.searchsorted(at, at, "right")
    left = np.searchsorted(at, at + PERIOD_S, "right") - passed
    calm = at[left < FLOOD_ENDS_BELOW * operators] + PERIOD_S
    spans: list[tuple[float, float, int]] = []
    entry = 0
    while entry < len(begins):
        begin = float(at[begins[entry]])
        over = int(np.searchsorted(calm, begin, "right"))
        end = min(float(calm[over]), span_s) if over < len(calm) else span_s
        after = int(np.searchsorted(at, end, "right"))
        spans.append((begin, end, after - int(np.searchsorted(at, begin, "left"))))
        entry = int(np.searchsorted(begins, after))
    return spans


def _within(at: NDArray[np.float64]) -> NDArray[np.int64]:
    """For each instant, how many lie in the ten minutes up to it, itself among them."""
    return np.searchsorted(at, at, "right") - np.searchsorted(at, at - PERIOD_S, "right")
