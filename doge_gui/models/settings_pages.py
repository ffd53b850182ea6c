"""The settings screen's pages: which sections of the configuration stand where, and what is found in them."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from doge_gui.core.config_text import Mistake
from doge_gui.core.settings.document import Place, pattern_of, place_of, value_at
from doge_gui.core.settings.draft import State
from doge_gui.core.settings.options import SOURCE, Option, Pattern, all_options
from doge_gui.core.settings.program import PROGRAM, program_options
from doge_gui.models.settings_words import Words

_tr = QCoreApplication.translate


@dataclass(frozen=True)
class Group:
    """Options under one title."""

    title: str
    options: tuple[Option, ...]


@dataclass(frozen=True)
class PageOptions:
    """One page: its name and its groups."""

    key: str
    title: str
    groups: tuple[Group, ...]

    @property
    def options(self) -> tuple[Option, ...]:
        """All of the page."""
        return tuple(option for group in self.groups for option in group.options)


def make_pages(without: frozenset[str] = frozenset()) -> tuple[PageOptions, ...]:
    """All pages. `without`: names of the program's options that make no sense here."""
    own = tuple(option for option in program_options() if option.pattern[1] not in without)
    return (
        _page("cycle", _tr("Settings", "Cycle"), ("job", _tr("Settings", "Cycle")), ("circuits", "")),
        _page(
            "gateways",
            _tr("Settings", "Gateways"),
            ("addresses", _tr("Settings", "Address list")),
            ("gateway", _tr("Settings", "Asking a gateway")),
        ),
        _page("requests", _tr("Settings", "Requests"), ("requests", "")),
        _page("alarms", _tr("Settings", "Alarms"), ("alarms", "")),
        _page("history", _tr("Settings", "History"), ("history", _tr("Settings", "Recordings"))),
        _page(
            "log",
            _tr("Settings", "Log and web"),
            ("logging", _tr("Settings", "Log")),
            ("flask", _tr("Settings", "Web view")),
        ),
        PageOptions(PROGRAM, _tr("Settings", "This program"), (Group(_tr("Settings", "This program"), own),)),
    )


def _page(key: str, title: str, *sections: tuple[str, str]) -> PageOptions:
    return PageOptions(key, title, tuple(Group(words, _of_section(name)) for name, words in sections))


def _of_section(name: str) -> tuple[Option, ...]:
    return tuple(option for option in all_options() if option.pattern[0] == name)


def kinds() -> tuple[str, ...]:
    """The kinds of alarms that are configured, in the model's order."""
    found = (option.pattern[1] for option in all_options() if option.pattern[0] == "alarms")
    return tuple(dict.fromkeys(kind for kind in found if (kind, "enabled") in _kind_keys()))


def _kind_keys() -> frozenset[tuple[str, ...]]:
    return frozenset(option.pattern[1:] for option in all_options() if option.pattern[0] == "alarms")


def source_in_force(state: State) -> str:
    """Where the addresses come from by a state; a file unless it says otherwise."""
    named = value_at(state.document, SOURCE)
    return named if isinstance(named, str) else "file"


def applies(option: Option, state: State) -> bool:
    """The option means something in this state."""
    return not option.source or option.source == source_in_force(state)


def sorted_mistakes(
    mistakes: tuple[Mistake, ...], state: State
) -> tuple[dict[Place, list[Mistake]], list[Mistake]]:
    """The mistakes by the place of the field they belong to, and those that belong to none."""
    fields = {option.pattern: option for option in all_options() if applies(option, state)}
    placed: dict[Place, list[Mistake]] = {}
    others: list[Mistake] = []
    for mistake in mistakes:
        place = place_of(mistake.path)
        # A mistake in a part of a value stands at the field of the whole.
        whole = place[:-1] if place and isinstance(place[-1], int) else place
        option = fields.get(pattern_of(whole)) if whole else None
        if option is not None and (whole == place or option.parts > 1):
            placed.setdefault(whole, []).append(mistake)
        else:
            others.append(mistake)
    return placed, others


def found_options(text: str, pages: tuple[PageOptions, ...], words: Words) -> frozenset[Pattern]:
    """Places of the options whose words or place hold every word of a text; all where it is empty."""
    wanted = text.casefold().split()
    return frozenset(
        option.pattern
        for page in pages
        for option in page.options
        if all(word in _searched(option, page, words) for word in wanted)
    )


def _searched(option: Option, page: PageOptions, words: Words) -> str:
    said = words.of(option)
    kind = words.words.get(option.pattern[:2]) if option.pattern[0] == "alarms" else None
    parts = (
        said.label,
        said.help,
        said.unit,
        ".".join(option.pattern),
        page.title,
        kind.label if kind else "",
    )
    return " ".join(parts).casefold()
