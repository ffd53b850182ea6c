"""What is told of each gateway, as lines of Prometheus' text format.

A fleet has some ten thousand of these lines: they are made once per picture, and not through the library's
objects. Gauges read the same in the text format 0.0.4 and in OpenMetrics 1.0, and all of these are gauges.
"""

import math
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from doge_gui.core.snapshot import CHECK, FIRST_REQUEST, MARBLES, MULTI, Quality, Snapshot
from doge_gui.core.states import State, states

MOST_GATEWAYS = 1000
"""Gateways with lines of their own: the first of the plan."""
MOST_REQUESTS = 64
"""Configured requests with lines of their own."""
_SLICE = 100
"""Gateways whose lines are joined at once, so that no single step holds the interpreter for long."""


@dataclass(frozen=True, slots=True)
class _Picture:
    """A snapshot as plain lists, cut to the gateways and requests that are told."""

    plcs: list[str]
    """Names as they stand between the quotes of a label."""
    questions: list[str]
    requests: list[str]
    quality: list[list[int]]
    counts: list[list[list[int]]]
    values: list[list[float]]
    state: list[int]
    up: list[bool | None]
    """None: it was not asked yet, or the picture is old."""
    latency_s: list[float]


_Rows = Callable[[_Picture, slice], Iterator[str]]


@dataclass(frozen=True, slots=True)
class _Family:
    name: str
    text: str
    rows: _Rows


class GatewayLines:
    """The lines of the newest picture. Any thread may ask; they are made once, by the first who does."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._told: tuple[Snapshot, bool] | None = None
        self._lines = b""

    def of(self, snapshot: Snapshot, fresh: bool) -> bytes:
        """UTF-8; `fresh` tells whether the picture is of the present."""
        with self._lock:
            if self._told is None or self._told[0] is not snapshot or self._told[1] != fresh:
                self._lines = gateway_lines(snapshot, fresh)
                self._told = snapshot, fresh
            return self._lines


def gateway_lines(snapshot: Snapshot | None, fresh: bool) -> bytes:
    """Every family with its head, also where nothing is to be told; values and counts only where GOOD."""
    picture = None if snapshot is None else _picture(snapshot, fresh)
    return b"".join(_blocks(picture))


def states_told(snapshot: Snapshot, fresh: bool) -> NDArray[np.uint8]:
    """The State of every gateway, shape (gateways,): in an old picture nobody is known to be connected."""
    found = states(snapshot)
    return found if fresh else np.where(found == State.CONNECTED, State.STALE, found).astype(np.uint8)


def _blocks(picture: _Picture | None) -> Iterator[bytes]:
    for family in _FAMILIES:
        yield f"# HELP {family.name} {family.text}\n# TYPE {family.name} gauge\n".encode()
        for start in range(0, len(picture.plcs) if picture else 0, _SLICE):
            if picture:
                yield "".join(family.rows(picture, slice(start, start + _SLICE))).encode()


def _picture(snapshot: Snapshot, fresh: bool) -> _Picture:
    shown, columns = slice(MOST_GATEWAYS), slice(FIRST_REQUEST + MOST_REQUESTS)
    quality = snapshot.quality[shown, columns]
    if not fresh:
        quality = np.where(quality == Quality.GOOD, Quality.STALE, quality)
    tags = snapshot.plan.tags[columns]
    return _Picture(
        plcs=[_escaped(address.plc) for address in snapshot.plan.addresses[shown]],
        questions=[_escaped(tag) for tag in tags],
        requests=[_escaped(tag) for tag in tags[FIRST_REQUEST:]],
        quality=quality.tolist(),
        counts=snapshot.counts[shown].tolist(),
        values=snapshot.values[shown, :MOST_REQUESTS].tolist(),
        state=states_told(snapshot, fresh)[shown].tolist(),
        up=_up(snapshot, fresh)[shown],
        latency_s=snapshot.latency_s[shown].tolist() if fresh else [math.nan] * len(quality),
    )


def _up(snapshot: Snapshot, fresh: bool) -> list[bool | None]:
    if not fresh:
        return [None] * len(snapshot.plan)
    answers = np.isnan(snapshot.lost_since).tolist()
    never = (snapshot.quality == Quality.NEVER).all(axis=1).tolist()
    return [None if new and up else up for new, up in zip(never, answers, strict=True)]


def _escaped(name: str) -> str:
    legible = name.encode("utf-8", "replace").decode()
    return legible.replace("\\", r"\\").replace("\n", r"\n").replace('"', r"\"")


def _rows_up(picture: _Picture, rows: slice) -> Iterator[str]:
    for plc, up in zip(picture.plcs[rows], picture.up[rows], strict=True):
        if up is not None:
            yield f'watchdoge_gateway_up{{plc="{plc}"}} {up:d}\n'


def _rows_state(picture: _Picture, rows: slice) -> Iterator[str]:
    for plc, state in zip(picture.plcs[rows], picture.state[rows], strict=True):
        yield f'watchdoge_gateway_state{{plc="{plc}"}} {state}\n'


def _rows_latency(picture: _Picture, rows: slice) -> Iterator[str]:
    for plc, seconds in zip(picture.plcs[rows], picture.latency_s[rows], strict=True):
        if math.isfinite(seconds):
            yield f'watchdoge_gateway_latency_seconds{{plc="{plc}"}} {seconds!r}\n'


def _rows_counts(name: str, question: int) -> _Rows:
    def told(picture: _Picture, rows: slice) -> Iterator[str]:
        lines = zip(picture.plcs[rows], picture.counts[rows], picture.quality[rows], strict=True)
        for plc, counts, quality in lines:
            if quality[question] == Quality.GOOD:
                for circuit, count in enumerate(counts[question]):
                    yield f'{name}{{plc="{plc}",circuit="{circuit}"}} {count}\n'

    return told


def _rows_values(picture: _Picture, rows: slice) -> Iterator[str]:
    good, requests = int(Quality.GOOD), picture.requests
    lines = zip(picture.plcs[rows], picture.values[rows], picture.quality[rows], strict=True)
    for plc, values, quality in lines:
        for request, value, worth in zip(requests, values, quality[FIRST_REQUEST:], strict=True):
            if worth == good:
                yield f'watchdoge_gateway_value{{plc="{plc}",request="{request}"}} {value!r}\n'


def _rows_quality(picture: _Picture, rows: slice) -> Iterator[str]:
    questions = picture.questions
    for plc, quality in zip(picture.plcs[rows], picture.quality[rows], strict=True):
        for question, worth in zip(questions, quality, strict=True):
            yield f'watchdoge_gateway_quality{{plc="{plc}",question="{question}"}} {worth}\n'


def _of_counts(name: str, question: int, text: str) -> _Family:
    return _Family(name, text, _rows_counts(name, question))


_FAMILIES = (
    _Family("watchdoge_gateway_up", "Whether the gateway answers.", _rows_up),
    _Family(
        "watchdoge_gateway_state",
        "State: 0 breach, 1 lost, 2 wrong answers, 3 stale, 4 waiting, 5 connected.",
        _rows_state,
    ),
    _Family(
        "watchdoge_gateway_latency_seconds",
        "Mean time of the gateway's answers in its newest cycle.",
        _rows_latency,
    ),
    _of_counts("watchdoge_gateway_marbles", MARBLES, "Marbles that the PLC counts on a circuit."),
    _of_counts(
        "watchdoge_gateway_multi_possible",
        MULTI,
        "PLCs that can be connected at once, as this PLC counts them, on a circuit.",
    ),
    _of_counts(
        "watchdoge_gateway_checkplusde3",
        CHECK,
        "Connections beyond the allowed three, as this PLC counts them, on a circuit.",
    ),
    _Family("watchdoge_gateway_value", "Value of a configured request, in the request's unit.", _rows_values),
    _Family(
        "watchdoge_gateway_quality",
        "What the newest answer to a question is worth: 0 never answered, 1 bad, 2 stale, 3 good.",
        _rows_quality,
    ),
)
