"""Sums over the fleet, as the pages take them: an incomplete one is never in the place of a sum."""

import math
from typing import Any

import numpy as np

from doge_gui.core.plan import RequestRule
from doge_gui.core.recording.tags import FLEET, Tag, request_tag
from doge_gui.core.snapshot import FIRST_REQUEST, Quality, RequestTotal, Snapshot, VectorTotal


def vector_total(total: VectorTotal) -> dict[str, Any]:
    """`{"value": [a, b, c] | null, "so_far": [a, b, c], "over": 47, "of": 50, "complete": false}`.

    `so_far` is a lower bound, for counts are never negative.
    """
    return {
        "value": list(total.value) if total.complete else None,
        "so_far": list(total.value),
        "over": total.over,
        "of": total.of,
        "complete": total.complete,
    }


def request_figures(snapshot: Snapshot) -> list[dict[str, Any]]:
    """One figure per configured request, in the plan's order.

    Each: `name`, `tag` (its sum's in the history), `title`, `unit`, `summed`, `threshold`, `low_threshold`,
    `value` (the complete sum, or null), `so_far`, `at_least` (whether `so_far` is a lower bound), `breach`,
    `beyond` (gateways whose own value is beyond a threshold), and of the good values of this cycle `highest`
    and `lowest`, or null; `over` gateways of `of` gave them, `complete` tells whether all did.
    """
    rules = zip(snapshot.plan.requests, snapshot.request_totals, strict=True)
    return [_figure(snapshot, column, rule, total) for column, (rule, total) in enumerate(rules)]


def _figure(snapshot: Snapshot, column: int, rule: RequestRule, total: RequestTotal) -> dict[str, Any]:
    lowest, highest = _extremes(snapshot, column)
    value = finite(total.value)
    return {
        "name": rule.name,
        "tag": str(Tag(FLEET, request_tag(rule.name))),
        "title": rule.title,
        "unit": rule.unit,
        "summed": rule.summed,
        "threshold": finite(rule.threshold),
        "low_threshold": finite(rule.low_threshold),
        "value": value if total.complete else None,
        "so_far": value if total.over else None,
        "at_least": rule.never_negative,
        "over": total.over,
        "of": total.of,
        "complete": total.complete,
        "breach": total.breach,
        "beyond": int(np.count_nonzero(snapshot.breach[:, column])),
        "highest": highest,
        "lowest": lowest,
    }


def _extremes(snapshot: Snapshot, column: int) -> tuple[float | None, float | None]:
    values = snapshot.values[:, column]
    now = (snapshot.quality[:, FIRST_REQUEST + column] == Quality.GOOD) & snapshot.asked
    good = values[now & np.isfinite(values)]
    return (float(good.min()), float(good.max())) if good.size else (None, None)


def finite(value: float | None) -> float | None:
    """A number that JSON can write; None for any other."""
    return value if value is not None and math.isfinite(value) else None
