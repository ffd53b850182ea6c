"""What is said of one option."""

from typing import NamedTuple


class Word(NamedTuple):
    """The words of one option."""

    label: str
    help: str
    unit: str = ""
    nothing: str = ""
    """What an empty field means, where an option can be left empty."""
