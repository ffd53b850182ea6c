"""Which tags share an axis: those measured in the same unit."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from doge_gui.core.plan import Plan
from doge_gui.core.questions import COMPTEUR_BILLE, VECTOR_QUESTIONS
from doge_gui.core.recording.tags import CONNECTED, ELAPSED, LATENCY, Tag, request_tag

MOST_LANES = 4
MOST_CURVES = 40


class Kind(Enum):
    """What a tag measures."""

    MARBLES = "marbles"
    CONNECTIONS = "connections"
    """PLCs, or their connections: a count."""
    STATE = "state"
    """Of one PLC: 1 connected, 0 not."""
    SECONDS = "seconds"
    REQUEST = "request"
    """A configured request's value."""

    @property
    def whole(self) -> bool:
        """Its readings are whole numbers."""
        return self in (Kind.MARBLES, Kind.CONNECTIONS, Kind.STATE)


class Measured(NamedTuple):
    """What an axis is about."""

    kind: Kind
    unit: str = ""
    """A configured request's unit; its name where it has none: unlike things share no axis."""


@dataclass(frozen=True, slots=True)
class Lane:
    """Tags drawn over one another."""

    measured: Measured | None
    """None: the rest, in several units, each scaled to its own range."""
    members: tuple[int, ...]
    """Their places in the list of tags."""


def measured(tag: Tag, plan: Plan | None) -> Measured:
    """What a tag measures; the plan knows the units."""
    question = tag.name.partition("/")[0]
    if question == COMPTEUR_BILLE:
        return Measured(Kind.MARBLES)
    if question in VECTOR_QUESTIONS:
        return Measured(Kind.CONNECTIONS)
    if tag.name == CONNECTED:
        return Measured(Kind.STATE if tag.plc else Kind.CONNECTIONS)
    if tag.name in (LATENCY, ELAPSED):
        return Measured(Kind.SECONDS)
    rules = plan.requests if plan is not None else ()
    unit = next((rule.unit for rule in rules if request_tag(rule.name) == tag.name), "")
    return Measured(Kind.REQUEST, unit or tag.name)


def lanes(tags: Sequence[Tag], plan: Plan | None, most: int = MOST_LANES) -> tuple[Lane, ...]:
    """The tags by unit, in the order in which the units first appear.

    Of more units than `most`, the last lane takes all the rest.
    """
    members: dict[Measured, list[int]] = {}
    for number, tag in enumerate(tags):
        members.setdefault(measured(tag, plan), []).append(number)
    groups = list(members.items())
    if len(groups) <= most:
        return tuple(Lane(what, tuple(numbers)) for what, numbers in groups)
    own = [Lane(what, tuple(numbers)) for what, numbers in groups[: most - 1]]
    rest = sorted(number for _, numbers in groups[most - 1 :] for number in numbers)
    return (*own, Lane(None, tuple(rest)))
