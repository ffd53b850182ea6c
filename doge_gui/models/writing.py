"""The notation in which the screen writes numbers and dates: that of the window's language."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime

from doge_gui.core.notation import ENGLISH, Notation

_POINT = re.compile(r"(?<=\d)\.(?=\d)")
_in_force: list[Notation] = [ENGLISH]
"""One for the whole program, as its translator is: set when the language is, before the window is built."""


def notation() -> Notation:
    """The notation in force."""
    return _in_force[0]


def use(new: Notation) -> None:
    """Write in this notation from now on; what is shown already stays as it is."""
    _in_force[0] = new


@contextmanager
def for_programs() -> Iterator[None]:
    """Write numbers with a point meanwhile, whatever the language: what is exported is read by programs."""
    before = _in_force[0]
    _in_force[0] = ENGLISH
    try:
        yield
    finally:
        _in_force[0] = before


def day(at: date) -> str:
    """`22 Nov`, `22 nov.`"""
    return f"{at.day} {_in_force[0].months[at.month - 1]}"


def day_of_year(at: date) -> str:
    """`22 Nov 2026`"""
    return f"{day(at)} {at.year}"


def month(at: date) -> str:
    """`Nov`"""
    return _in_force[0].months[at.month - 1]


def to_the_minute(at: datetime) -> str:
    """`22 Nov 14:05`"""
    return f"{day(at)} {at:%H:%M}"


def to_the_second(at: datetime) -> str:
    """`22 Nov 14:05:09`"""
    return f"{day(at)} {at:%H:%M:%S}"


def in_notation(text: str) -> str:
    """A text in which numbers stand as Python writes them, with the language's point in them."""
    point = _in_force[0].point
    return text if point == "." else _POINT.sub(point, text)


def typed_number(text: str) -> float | None:
    """A number as people type it, with a point or a comma, grouped by spaces or not; None: it is none."""
    plain = "".join(text.split()).replace(",", ".").replace("\u2212", "-")
    try:
        return float(plain) if plain.count(".") <= 1 and "_" not in plain else None
    except ValueError:
        return None
