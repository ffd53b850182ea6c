"""Gateways as rows of plain values, the cheapest form that a table can be sent in."""

import re
from collections.abc import Iterable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from doge_gui.core.snapshot import CHECK, MARBLES, MULTI, Quality, Snapshot
from doge_gui.core.states import State, Verdict, states, verdict
from doge_gui.web.tongue import Tongue
from doge_gui.web.topics.severity import BY_STATE, STATE_WORDS

COLUMNS = (
    "plc",
    "address",
    "state",
    "reason",
    "latency_ms",
    "age_s",
    "marbles",
    "multi",
    "beyond_three",
    "values",
    "quality",
    "breach",
)
"""What stands where in a row.

`state`: a State's number, worst first; `age_s`: seconds from the oldest shown reading to now;
the three vectors are three counts or null; `values` one number or null per configured request; `quality` a
letter per question (multi_possible, checkplusde3, compteur_bille, then the requests): Good, Stale, Bad,
Never; `breach`: columns of `values` that are beyond their threshold."""
_LETTERS = {Quality.GOOD: "G", Quality.STALE: "S", Quality.BAD: "B", Quality.NEVER: "N"}
_DECIMAL = re.compile(r"(?<![\w.])-?\d+\.\d+(?![\w.])")
_PLAIN = State.STALE
"""From this state on there is no reason to tell."""


def state_table(tongue: Tongue) -> list[dict[str, str]]:
    """For each State, by its number: `severity` and `word`."""
    return [{"severity": BY_STATE[state], "word": tongue.word(STATE_WORDS[state])} for state in State]


def rows(
    snapshot: Snapshot, tongue: Tongue, now: float, which: Iterable[int] | None = None
) -> list[list[Any]]:
    """Rows as COLUMNS has them: of every gateway in the plan's order, or of those in `which`.

    Ages count to `now`, monotonic seconds.
    """
    chosen = np.arange(len(snapshot.plan)) if which is None else np.fromiter(which, np.intp)
    judged = states(snapshot)[chosen].tolist()
    addresses, gateways = snapshot.plan.addresses, chosen.tolist()
    reasons = [
        _reason(tongue, verdict(snapshot, row)) if state < _PLAIN else ""
        for row, state in zip(gateways, judged, strict=True)
    ]
    return [
        list(row)
        for row in zip(
            (addresses[row].plc for row in gateways),
            (addresses[row].netloc for row in gateways),
            judged,
            reasons,
            _numbers((snapshot.latency_s[chosen] * 1000.0).round(1)),
            _ages(snapshot, chosen, now),
            *(_counts(snapshot, chosen, question) for question in (MARBLES, MULTI, CHECK)),
            _rows_of_numbers(snapshot.values[chosen]),
            _letters(snapshot.quality[chosen]),
            [np.flatnonzero(row).tolist() if row.any() else [] for row in snapshot.breach[chosen]],
            strict=True,
        )
    ]


def _reason(tongue: Tongue, judged: Verdict) -> str:
    told = tongue.told(judged.reason)
    if judged.state is not State.BREACH:
        return told
    return _DECIMAL.sub(lambda number: tongue.notation.number(number[0]), told)


def unwell(snapshot: Snapshot, most: int) -> list[int]:
    """Positions of the gateways that are not connected, the worst first, at most so many."""
    judged = states(snapshot)
    order = np.argsort(judged, kind="stable")
    return [int(row) for row in order[:most] if judged[row] != State.CONNECTED]


def tallied(snapshot: Snapshot) -> list[int]:
    """How many gateways are in each State, by its number."""
    return [int(count) for count in np.bincount(states(snapshot), minlength=len(State))]


def _ages(snapshot: Snapshot, chosen: NDArray[np.intp], now: float) -> list[float | None]:
    good_at = snapshot.good_at[chosen]
    oldest = np.min(np.where(np.isnan(good_at), np.inf, good_at), axis=1)
    return _numbers(np.round(np.where(np.isinf(oldest), np.nan, np.maximum(now - oldest, 0.0)), 1))


def _counts(snapshot: Snapshot, chosen: NDArray[np.intp], question: int) -> list[list[int] | None]:
    known = snapshot.quality[chosen, question] != Quality.NEVER
    counts: list[list[int]] = snapshot.counts[chosen, question].tolist()
    return [count if is_known else None for count, is_known in zip(counts, known.tolist(), strict=True)]


def _letters(quality: NDArray[np.uint8]) -> list[str]:
    letters = np.array([_LETTERS[one] for one in Quality], "U1")[quality]
    return ["".join(row) for row in letters.tolist()]


def _numbers(values: NDArray[np.floating[Any]]) -> list[float | None]:
    # Far cheaper than to ask each number: only the few that JSON cannot write are touched.
    told: list[float | None] = values.tolist()
    for place in np.flatnonzero(~np.isfinite(values)).tolist():
        told[place] = None
    return told


def _rows_of_numbers(values: NDArray[np.float64]) -> list[list[float | None]]:
    told: list[list[float | None]] = values.tolist()
    for row, column in np.argwhere(~np.isfinite(values)).tolist():
        told[row][column] = None
    return told


def requests_of(snapshot: Snapshot) -> list[dict[str, Any]]:
    """The configured requests, in the order of `values`: `name`, `title`, `unit`."""
    return [{"name": rule.name, "title": rule.title, "unit": rule.unit} for rule in snapshot.plan.requests]
