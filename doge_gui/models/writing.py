"""The notation in which the screen writes numbers and dates: that of the window's language."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime

from doge_gui.core.notation import ENGLISH, Notation

_POINT = re.compile(r"(?<=\d)\.(?=\d)")
_in_force: list[Notation] = [ENGLISH]
"""One for the whole program, as its translator is: set when the language is, before the window is built."""
_for_programs: ContextVar[bool] = ContextVar("_for_programs", default=False)
"""Of each thread its own: what one exports changes nothing of what another writes on the screen."""


def notation() -> Notation:
    """The notation in force."""
    return ENGLISH if _for_programs.get() else _in_force[0]


def use(new: Notation) -> None:
    """Write in this notation from now on; what is shown already stays as it is."""
    _in_force[0] = new


@contextmanager
def for_programs() -> Iterator[None]:
    """Write numbers with a point meanwhile, whatever the language: what is exported is read by programs."""
    before = _for_programs.set(True)
    try:
        yield
    finally:
        _for_programs.reset(before)


def day(at: date) -> str:
    """`22 Nov`, `22 nov.`"""
    return f"{at.day} {notation().months[at.month - 1]}"


def day_of_year(at: date) -> str:
    """`22 Nov 2026`"""
    return f"{day(at)} {at.year}"


def month(at: date) -> str:
    """`Nov`"""
    return notation().months[at.month - 1]


def to_the_minute(at: datetime) -> str:
    """`22 Nov 14:05`"""
    return f"{day(at)} {at:%H:%M}"


def to_the_second(at: datetime) -> str:
    """`22 Nov 14:05:09`"""
    return f"{day(at)} {at:%H:%M:%S}"


def in_notation(text: str) -> str:
    """A text in which numbers stand as Python writes them, with the language's point in them."""
    point = notation().point
    return text if point == "." else _POINT.sub(point, text)


def typed_number(text: str) -> float | None:
    """A number as people type it, with a point or a comma, grouped by spaces or not; None: it is none."""
    plain = "".join(text.split()).replace(",", ".").replace("\u2212", "-")
    try:
        return float(plain) if plain.count(".") <= 1 and "_" not in plain else None
    except ValueError:
        return None
