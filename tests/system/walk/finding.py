"""Finding controls as a person does who hears them: by role and name, below something already found."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from fnmatch import fnmatchcase
from typing import TypeVar

from tests.system.walk.at_spi import AtSpiError, Control, Seen, State, look_at

_PATIENCE_S = 20.0
_PAUSE_S = 0.03
_MOST_CONTROLS = 3000
"""More than any window should have: a tree without an end is a defect."""
_MOST_LINES = 200
_WITHOUT_STATES = frozenset({"desktop frame", "application"})
"""They are never said to be in sight, though what is in them may be."""

_Fact = TypeVar("_Fact")


class NotFoundError(AssertionError):
    """What was looked for is not there; the message shows what is."""


def walk(top: Control, *, hidden: bool = False) -> Iterator[Seen]:
    """All controls in sight below `top`, itself included, level by level; with `hidden` the others too.

    What goes while being looked at is left out. What lies in something hidden is not in sight, whatever it
    says of itself: Qt calls the cells of a hidden table showing.
    """
    level, count = [top], 0
    while level:
        seen = [each for each in look_at(level) if each is not None and (hidden or in_sight(each))]
        count += len(seen)
        if count > _MOST_CONTROLS:
            raise AtSpiError(f"more than {_MOST_CONTROLS} controls below {top.path}")
        yield from seen
        level = [child for each in seen for child in each.children]


def in_sight(seen: Seen) -> bool:
    """Whether a control, or something in it, can be seen."""
    return seen.has(State.SHOWING) or seen.role in _WITHOUT_STATES


def matching(top: Control, role: str, name: str) -> list[Seen]:
    """What is in sight below `top` with this role and a name of this pattern (`*` stands for any words)."""
    return [seen for seen in walk(top) if seen.role == role and fnmatchcase(seen.name, name)]


def find(top: Control, role: str, name: str = "*", *states: State) -> Seen:
    """The one control in sight of this role, name and states, waited for. Raises NotFoundError."""

    def only() -> Seen | None:
        found = [seen for seen in matching(top, role, name) if seen.has(*states)]
        return found[0] if len(found) == 1 else None

    return until(only, top, " ".join([f"one {role} {name!r}", *(state.name.lower() for state in states)]))


def nameless(top: Control) -> list[str]:
    """What the keyboard can reach below `top` of which a screen reader could only say what it is."""
    return [
        f"{seen.role} {seen.control.description()!r}"
        for seen in walk(top)
        if seen.has(State.FOCUSABLE, State.ENABLED) and not seen.name.strip() and seen.role not in _CONTENTS
    ]


_CONTENTS = frozenset({"cell", "filler", "list item", "panel"})
"""A cell may be empty, and what lies in a scrolled area takes its name from it."""


def until(
    fact: Callable[[], _Fact | None], near: Control, what: str, patience_s: float = _PATIENCE_S
) -> _Fact:
    """Wait until `fact` tells something true, and tell it. Raises NotFoundError with the tree at `near`."""
    last = time.monotonic() + patience_s
    while True:
        try:
            told, trouble = fact(), ""
        except AtSpiError as error:
            # What was being looked at has just gone; whether it comes again is what we wait for.
            told, trouble = None, f" ({error})"
        if told:
            return told
        if time.monotonic() > last:
            raise NotFoundError(f"not within {patience_s:g} s: {what}{trouble}\n{tree(near)}")
        time.sleep(_PAUSE_S)


def tree(top: Control) -> str:
    """What is in sight below `top`, a line for each control."""
    lines = list(_lines(top, 0))
    more = len(lines) - _MOST_LINES
    return "\n".join([*lines[:_MOST_LINES], *([f"… and {more} more"] if more > 0 else [])])


def _lines(top: Control, depth: int) -> Iterator[str]:
    (seen,) = look_at([top])
    if seen is not None and (depth == 0 or in_sight(seen)):
        yield f"{'  ' * depth}{seen}"
        for child in seen.children:
            yield from _lines(child, depth + 1)
