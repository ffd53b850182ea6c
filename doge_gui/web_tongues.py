"""The program's languages for whoever speaks none of Qt's: each as a function over texts."""

from functools import partial

from PySide6.QtCore import QTranslator

from doge_gui.core.notation import NOTATIONS
from doge_gui.core.phrasebook import Translate
from doge_gui.paths import resource

_SOURCE = "en"


def translations() -> dict[str, Translate]:
    """Language -> what says a text of the program in it. The functions may be called in any thread."""
    return {language: _of(language) for language in NOTATIONS}


def _of(language: str) -> Translate:
    if language == _SOURCE:
        return _as_it_is
    translator = QTranslator()
    # Where its file is missing it knows no text, and all of them stay English.
    translator.load(f"watchdoge_{language}", str(resource("translations")))
    return partial(_translated, translator)


def _as_it_is(_context: str, text: str) -> str:
    return text


def _translated(translator: QTranslator, context: str, text: str) -> str:
    return translator.translate(context, text) or text
