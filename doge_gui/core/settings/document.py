"""Edits of a JSON document: each leaves the old one as it was, so that it can be had back."""

import re
from collections.abc import Mapping
from typing import Any, Final

from doge_gui.core.settings.options import ANY, Pattern

Place = tuple[str | int, ...]
"""Where something stands: `("requests", 0, "name")`."""
Document = dict[str, Any]


class _Absent:
    """The value of what is not there, which null is not."""

    def __repr__(self) -> str:
        return "ABSENT"


ABSENT: Final = _Absent()

_STEP = re.compile(r"\[(\d+)\]|([^.\[]+)")


def place_of(path: str) -> Place:
    """A mistake's path as a place: `requests[0].name` -> `("requests", 0, "name")`."""
    return tuple(int(number) if number else name for number, name in _STEP.findall(path))


def pattern_of(place: Place) -> Pattern:
    """The option's place that a place is one of."""
    return tuple(ANY if isinstance(step, int) else step for step in place)


def placed_in(pattern: Pattern, number: int) -> Place:
    """The place of an option in the entry of this number; without ANY the pattern itself."""
    return tuple(number if step == ANY else step for step in pattern)


def value_at(document: Any, place: Place) -> Any:
    """What stands at a place; ABSENT where nothing does."""
    for step in place:
        if isinstance(document, list) and isinstance(step, int):
            if not 0 <= step < len(document):
                return ABSENT
            document = document[step]
        elif isinstance(document, Mapping) and step in document:
            document = document[step]
        else:
            return ABSENT
    return document


def with_value(document: Any, place: Place, value: Any) -> Any:
    """The same document with a value at a place; sections on the way are made where they are missing."""
    if not place:
        return value
    step, rest = place[0], place[1:]
    if isinstance(step, int):
        entries = list(document) if isinstance(document, list) else []
        before = entries[step] if step < len(entries) else {}
        return [*entries[:step], with_value(before, rest, value), *entries[step + 1 :]]
    section = dict(document) if isinstance(document, Mapping) else {}
    section[step] = with_value(section.get(step), rest, value)
    return section


def without_value(document: Any, place: Place, kept: Any) -> Any:
    """The same document without the value at a place.

    A section that is empty by it goes as well, unless it stands in `kept`, the document as it was read, or
    is an entry of a list.
    """
    if value_at(document, place) is ABSENT:
        return document
    step, rest = place[0], place[1:]
    if isinstance(step, int):
        entries = list(document)
        entries[step : step + 1] = (
            [without_value(entries[step], rest, value_at(kept, (step,)))] if rest else []
        )
        return entries
    section = dict(document)
    if rest:
        section[step] = without_value(section[step], rest, value_at(kept, (step,)))
    emptied = rest and section[step] == {} and value_at(kept, (step,)) is ABSENT
    if not rest or emptied:
        del section[step]
    return section
