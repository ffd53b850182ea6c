"""Says the core's English in the window's language."""

from PySide6.QtCore import QCoreApplication

from doge_gui.core.phrasebook import CONTEXT, KEY, Phrasebook
from doge_gui.models.writing import notation

_in_force: list[Phrasebook | None] = [None]
"""One for the whole program, as its translator is; None in English."""


def _number(text: str) -> str:
    return notation().number(text)


def renew() -> None:
    """Take up the language whose translator was installed, or taken away."""
    lines = QCoreApplication.translate(CONTEXT, KEY)
    _in_force[0] = None if lines == KEY else Phrasebook(lines, QCoreApplication.translate, _number)


def told(text: str) -> str:
    """A text of the core in the window's language."""
    book = _in_force[0]
    return text if book is None or not text else book.tell(text)
