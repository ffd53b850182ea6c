"""What a person chooses of the program itself: kept for this person, not in the plant's configuration."""

from dataclasses import dataclass

LANGUAGES = ("system", "en", "fr")
THEMES = ("system", "light", "dark", "contrast")
TEXT_SIZES = (100, 110, 125, 150)
"""Percent of the usual size."""
ON_CLOSE = ("ask", "keep", "quit")


@dataclass(frozen=True, slots=True)
class ProgramOptions:
    """The choices of one person."""

    language: str = "system"
    """One of LANGUAGES."""
    theme: str = "system"
    """One of THEMES."""
    text_size: int = 100
    """One of TEXT_SIZES."""
    autostart: bool = False
    """Begin to watch when this person logs in."""
    on_close: str = "ask"
    """What closing the window means, one of ON_CLOSE: ask once, keep watching in the tray, quit."""
    notifications: bool = True
    """Tell alarms by the desktop's notifications."""
    still: bool = False
    """Nothing blinks or moves but the values themselves."""
