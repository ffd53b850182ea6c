"""The language of a report: its words, numbers and dates."""

from collections.abc import Callable
from dataclasses import dataclass

from doge_gui.core.alarms import words
from doge_gui.core.alarms.alarm import Alarm
from doge_gui.core.alarms.events import Event
from doge_gui.core.alarms.rules import Rules
from doge_gui.core.notation import ENGLISH, Notation


def _as_it_stands(_context: str, text: str) -> str:
    return text


def _as_recorded(text: str) -> str:
    return text


@dataclass(frozen=True, slots=True)
class Tongue:
    """How a language says things; English where nothing else is given."""

    language: str = "en"
    notation: Notation = ENGLISH
    translate: Callable[[str, str], str] = _as_it_stands
    """Context and text of the program -> the text in this language."""
    told: Callable[[str], str] = _as_recorded
    """A text that was recorded -> the same in this language, where the program made it."""
    message: Callable[[Alarm | Event, Rules], str] = words.message
    """What an alarm says."""
