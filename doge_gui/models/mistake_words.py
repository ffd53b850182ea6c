"""A mistake of a configuration in the window's language."""

from doge_gui.core.config_text import Mistake
from doge_gui.models.phrasebook import told
from doge_gui.models.phrases import one_line


def in_words(mistake: Mistake) -> str:
    """Place, what is wrong and what to write instead, on one line of plain text."""
    place = f"{mistake.path}: " if mistake.path else ""
    remedy = f" ({told(mistake.remedy)})" if mistake.remedy else ""
    return one_line(f"{place}{told(mistake.what)}{remedy}")
