"""The program's own options as options beside those of the configuration."""

from dataclasses import fields

from doge_gui.core.program_options import LANGUAGES, ON_CLOSE, TEXT_SIZES, THEMES, ProgramOptions
from doge_gui.core.settings.options import Option, Sort

PROGRAM = "program"
"""First step of their places, which stand in no configuration."""
_CHOICES: dict[str, tuple[str, ...]] = {
    "language": LANGUAGES,
    "theme": THEMES,
    "text_size": tuple(map(str, TEXT_SIZES)),
    "on_close": ON_CLOSE,
}


def program_options() -> tuple[Option, ...]:
    """One for each field of ProgramOptions."""
    usual = ProgramOptions()
    return tuple(
        Option(
            (PROGRAM, field.name),
            Sort.CHOICE if field.name in _CHOICES else Sort.SWITCH,
            getattr(usual, field.name),
            choices=_CHOICES.get(field.name, ()),
        )
        for field in fields(ProgramOptions)
    )
