"""The words of the program's own options."""

from PySide6.QtCore import QCoreApplication

from doge_gui.core.settings.options import Pattern
from doge_gui.core.settings.program import PROGRAM
from doge_gui.models.settings_word import Word

_tr = QCoreApplication.translate


def words() -> dict[Pattern, Word]:
    """Their words, in the language that is in force."""
    return {
        (PROGRAM, "language"): Word(
            _tr("Settings", "Language"), _tr("Settings", "Also of numbers and dates.")
        ),
        (PROGRAM, "theme"): Word(
            _tr("Settings", "Colours"), _tr("Settings", "Light, dark, or with the strongest contrast.")
        ),
        (PROGRAM, "text_size"): Word(
            _tr("Settings", "Text size"), _tr("Settings", "In force from the program's next start.")
        ),
        (PROGRAM, "autostart"): Word(
            _tr("Settings", "Start with the session"),
            _tr("Settings", "Begin to watch when this person logs in."),
        ),
        (PROGRAM, "on_close"): Word(
            _tr("Settings", "When the window is closed"),
            _tr("Settings", "Without a tray, closing the window always ends the program."),
        ),
        (PROGRAM, "notifications"): Word(
            _tr("Settings", "Notifications"),
            _tr("Settings", "Tell new alarms by the desktop as well, a few together."),
        ),
        (PROGRAM, "still"): Word(
            _tr("Settings", "Reduced motion"),
            _tr("Settings", "Nothing blinks; new alarms are told by shape, word and sound alone."),
        ),
    }


def choices() -> dict[tuple[str, str], str]:
    """Words of what can be chosen."""
    return {
        ("language", "system"): _tr("Settings", "As the desktop"),
        ("language", "en"): "English",
        ("language", "fr"): "Français",
        ("theme", "system"): _tr("Settings", "As the desktop"),
        ("theme", "light"): _tr("Settings", "Light"),
        ("theme", "dark"): _tr("Settings", "Dark"),
        ("theme", "contrast"): _tr("Settings", "High contrast"),
        ("text_size", "100"): _tr("Settings", "Usual"),
        ("text_size", "110"): "110\u202f%",
        ("text_size", "125"): "125\u202f%",
        ("text_size", "150"): "150\u202f%",
        ("on_close", "ask"): _tr("Settings", "Ask"),
        ("on_close", "keep"): _tr("Settings", "Keep watching in the tray"),
        ("on_close", "quit"): _tr("Settings", "End the program"),
    }
