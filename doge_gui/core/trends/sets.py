"""Named sets of curves, as text that outlives the program; text that was damaged does no harm."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from doge_gui.core.questions import CIRCUITS, COMPTEUR_BILLE
from doge_gui.core.recording.tags import FLEET, Tag, vector_tag
from doge_gui.core.trends.axes import MOST_CURVES
from doge_gui.core.trends.view import HOUR_S, LEAST_S, MOST_S

MOST_SETS = 200
MOST_NAME = 60
_MOST_TAG = 300


@dataclass(frozen=True, slots=True)
class TrendSet:
    """Some tags, and the span of time to see them in."""

    name: str
    """Empty for what is not saved under a name."""
    tags: tuple[Tag, ...]
    span_s: float


FIRST = TrendSet(
    "", tuple(Tag(FLEET, vector_tag(COMPTEUR_BILLE, circuit)) for circuit in range(CIRCUITS)), 2 * HOUR_S
)
"""What is shown before anything was chosen: the fleet's marbles."""


def proper_name(text: str) -> str:
    """A set's name on one line, without anything that hides, of a bounded length; may become empty."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())[:MOST_NAME].strip()


def as_text(sets: Iterable[TrendSet]) -> str:
    """The sets as JSON."""
    return json.dumps([{"name": one.name, "tags": one.tags, "span_s": one.span_s} for one in sets])


def from_text(text: object) -> tuple[TrendSet, ...]:
    """The sets in a text; what is no set is left out."""
    try:
        document = json.loads(text) if isinstance(text, str) else []
    except (ValueError, RecursionError):
        return ()
    entries = document if isinstance(document, list) else []
    sets: dict[str, TrendSet] = {}
    for entry in entries:
        one = _set(entry)
        if one is not None and len(sets) < MOST_SETS:
            sets.setdefault(one.name, one)
    return tuple(sets.values())


def _set(entry: object) -> TrendSet | None:
    if not isinstance(entry, dict):
        return None
    name, tags, span_s = entry.get("name"), entry.get("tags"), entry.get("span_s")
    if not isinstance(name, str) or not isinstance(tags, list):
        return None
    if isinstance(span_s, bool) or not isinstance(span_s, int | float) or not LEAST_S <= span_s <= MOST_S:
        span_s = FIRST.span_s
    return TrendSet(proper_name(name), _tags(tags), float(span_s))


def _tags(entries: Sequence[object]) -> tuple[Tag, ...]:
    found: dict[Tag, None] = {}
    for entry in entries:
        match entry:
            case [str(plc), str(name)] if name and len(plc) + len(name) <= _MOST_TAG:
                found[Tag(plc, name)] = None
    return tuple(found)[:MOST_CURVES]


def saved(sets: Sequence[TrendSet], one: TrendSet) -> tuple[TrendSet, ...]:
    """With this set under its name, in place of one of that name; by name."""
    return _sorted((*(other for other in sets if other.name != one.name), one))[:MOST_SETS]


def renamed(sets: Sequence[TrendSet], old: str, new: str) -> tuple[TrendSet, ...]:
    """With the set `old` named `new`, in place of one of that name."""
    kept = [one for one in sets if one.name not in (old, new)]
    moved = [TrendSet(new, one.tags, one.span_s) for one in sets if one.name == old]
    return _sorted((*kept, *moved))


def without(sets: Sequence[TrendSet], name: str) -> tuple[TrendSet, ...]:
    """Without the set of this name."""
    return tuple(one for one in sets if one.name != name)


def _sorted(sets: Iterable[TrendSet]) -> tuple[TrendSet, ...]:
    return tuple(sorted(sets, key=lambda one: (one.name.casefold(), one.name)))
