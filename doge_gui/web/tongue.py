"""A language of the web view: its words, and the core's English said in it."""

from collections.abc import Mapping
from functools import cached_property

from doge_gui.core.notation import NOTATIONS, THIN, Notation
from doge_gui.core.phrasebook import CONTEXT, KEY, Phrasebook, Translate

SOURCE = "en"
"""The language that texts in the code are written in."""
CONTEXT_OF_WORDS = "web"
"""Under which the words of the pages are gathered: `phrase("web", "Gateways")`."""


class Tongue:
    """One language. May be used by any thread."""

    def __init__(self, language: str, translate: Translate) -> None:
        self.language = language
        self._translate = translate

    @property
    def notation(self) -> Notation:
        """How it writes numbers and dates."""
        return NOTATIONS[self.language]

    def grouped(self, number: int) -> str:
        """A whole number with its digits in groups of three."""
        return f"{number:,}".replace(",", THIN)

    def word(self, text: str) -> str:
        """A text that was declared by `phrase("web", text)`, in this language."""
        return self._translate(CONTEXT_OF_WORDS, text)

    def told(self, text: str) -> str:
        """A text that the core made (a reason, an alarm, a mistake), in this language."""
        return text if self._book is None or not text else self._book.tell(text)

    @cached_property
    def _book(self) -> Phrasebook | None:
        lines = self._translate(CONTEXT, KEY)
        return None if lines == KEY else Phrasebook(lines, self._translate, self.notation.number)


def tongues(translate: Mapping[str, Translate]) -> dict[str, Tongue]:
    """Every language by its code."""
    return {language: Tongue(language, say) for language, say in translate.items()}
