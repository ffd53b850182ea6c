"""A report as headings, texts and tables, the same for paper and for the browser. All texts are plain."""

from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple


class Tone(Enum):
    """What a text stands out by; the words say the same."""

    PLAIN = "plain"
    MUTED = "muted"
    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Toned(NamedTuple):
    """A cell's text with its tone."""

    text: str
    tone: Tone = Tone.PLAIN


class Column(NamedTuple):
    """One column of a table."""

    head: str
    weight: float
    """Its part of the width, relative to the others."""
    number: bool = False
    """Aligned at the right."""


@dataclass(frozen=True)
class Table:
    """Rows below heads."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Toned | str, ...], ...]


class Text(NamedTuple):
    """A paragraph."""

    text: str
    tone: Tone = Tone.PLAIN
    strong: bool = False
    """A small heading of what comes below."""


class Picture(NamedTuple):
    """A drawing."""

    svg: str
    width: int
    height: int
    told: str
    """What is to be seen on it, for those who cannot see it."""


class Tile(NamedTuple):
    """One of the figures at the top."""

    label: str
    value: str
    note: str
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True)
class Section:
    """A heading and what stands below it."""

    title: str
    blocks: tuple[Text | Table | Picture, ...]


@dataclass(frozen=True)
class Document:
    """The whole report."""

    title: str
    plant: str
    span: str
    made: str
    """`Made`, and when."""
    tiles: tuple[Tile, ...]
    sections: tuple[Section, ...]
    language: str = "en"
    page: str = "{0} of {1}"
    """The number of a page, and how many there are."""
