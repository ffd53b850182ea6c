"""The columns of the fleet table, as the plan asks for them."""

import re
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QCoreApplication

from doge_gui.core.plan import Plan
from doge_gui.models.phrases import one_line


class Kind(Enum):
    """What a column shows."""

    PLC = auto()
    GATEWAY = auto()
    STATE = auto()
    LATENCY = auto()
    AGE = auto()
    MARBLES = auto()
    MULTI = auto()
    BEYOND = auto()
    REQUEST = auto()
    DISCONNECTION = auto()
    FORCE = auto()


NUMERIC = frozenset({Kind.LATENCY, Kind.AGE, Kind.MARBLES, Kind.MULTI, Kind.BEYOND, Kind.REQUEST})
"""Columns of numbers: right-aligned, sorted by value."""


_tr = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Column:
    """One column."""

    key: str
    """Name under which the layout is remembered."""
    kind: Kind
    head: str
    """Short title."""
    name: str
    """Full title, for menus and tooltips. Plain text."""
    part: int = 0
    """Circuit of a marble count, or number of a configured request."""


def columns_of(plan: Plan) -> tuple[Column, ...]:
    """All columns of a plan, in their order on the screen."""
    circuits = (
        Column(f"marbles{number}", Kind.MARBLES, short_circuit(name), f"{name}: {_marbles()}", number)
        for number, name in enumerate(plan.circuits)
    )
    requests = (
        Column(
            f"request:{rule.name}",
            Kind.REQUEST,
            f"{one_line(rule.title)} {one_line(rule.unit)}".strip(),
            one_line(rule.title),
            number,
        )
        for number, rule in enumerate(plan.requests)
    )
    return (*_before(), *circuits, *_connections(), *requests, *_after())


def _before() -> tuple[Column, ...]:
    return (
        Column("plc", Kind.PLC, _tr("Columns", "PLC"), _tr("Columns", "PLC")),
        Column("gateway", Kind.GATEWAY, _tr("Columns", "Gateway"), _tr("Columns", "Address of the gateway")),
        Column("state", Kind.STATE, _tr("Columns", "State"), _tr("Columns", "State and its reason")),
        Column("latency", Kind.LATENCY, _tr("Columns", "Latency"), _tr("Columns", "Mean time of an answer")),
        Column("age", Kind.AGE, _tr("Columns", "Age"), _tr("Columns", "Age of the last good answer")),
    )


def _connections() -> tuple[Column, ...]:
    beyond = _tr("Columns", "Connections beyond the allowed three")
    return (
        Column("multi", Kind.MULTI, _tr("Columns", "Multi"), _tr("Columns", "Connections possible at once")),
        Column("beyond", Kind.BEYOND, _tr("Columns", ">3"), beyond),
    )


def _after() -> tuple[Column, ...]:
    status = _tr("Columns", "Last disconnection status")
    return (
        Column("disconnection", Kind.DISCONNECTION, _tr("Columns", "Disconnection"), status),
        Column("force", Kind.FORCE, "", _tr("Columns", "Force disconnect")),
    )


def _marbles() -> str:
    return _tr("Columns", "marbles")


def short_circuit(name: str) -> str:
    """A circuit's name for a narrow head: `Circuit 0` becomes `c0`, other names stay."""
    plain = one_line(name)
    numbered = re.fullmatch(r"[Cc]ircuit (\d+)", plain)
    return f"c{numbered[1]}" if numbered else plain
