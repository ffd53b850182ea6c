"""How a language writes numbers, dates and units: data, so that writing a number costs no look-up."""

from dataclasses import dataclass

THIN = "\u202f"
"""Narrow no-break space: groups digits, and keeps a unit with its number."""


@dataclass(frozen=True, slots=True)
class Notation:
    """The signs and short words of one language. Digits are grouped by THIN in every one of them."""

    language: str
    """`en`, `fr`."""
    point: str
    """Between a number and its decimals."""
    months: tuple[str, ...]
    """Short names, January first."""
    days: tuple[str, ...]
    """Short names, Monday first."""
    day: str
    """The unit of a span: `2 d`."""
    year: str
    megabyte: str

    def number(self, text: str) -> str:
        """A number as Python writes it (`0.25`, `1e-05`), with this language's point."""
        return text if self.point == "." else text.replace(".", self.point)


ENGLISH = Notation(
    "en",
    ".",
    ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
    ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
    *("d", "y", "MB"),
)
FRENCH = Notation(
    "fr",
    ",",
    ("janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."),
    ("lun.", "mar.", "mer.", "jeu.", "ven.", "sam.", "dim."),
    *("j", "a", "Mo"),
)
NOTATIONS = {one.language: one for one in (ENGLISH, FRENCH)}
"""By language."""
