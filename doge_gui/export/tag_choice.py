"""Tags as people write them: `compteur_bille/0`, `API-3:temperature`, `*:latency`."""

import difflib
import fnmatch
import re
from collections.abc import Sequence

from doge_gui.core.recording.tags import Tag
from doge_gui.export.cells import neutral

_GLOB = re.compile(r"[*?\[]")
_MOST_COMPARED = 50_000
_MOST_NEAR = 3


class UnknownTagError(Exception):
    """Nothing recorded is called so. The text is one line, with the names that come near."""


def chosen(wanted: Sequence[str], recorded: Sequence[Tag]) -> tuple[Tag, ...]:
    """The recorded tags that are meant, each once, in the order in which they are named.

    Each of `wanted` holds names or patterns with commas between them; one that is a name as a whole is
    taken as such, commas and stars included. Raises UnknownTagError.
    """
    named = {str(tag): tag for tag in recorded}
    found: dict[Tag, None] = {}
    for text in wanted:
        for word in [text] if text in named else _words(text):
            found.update(dict.fromkeys(_meant(word, named)))
    return tuple(found)


def _words(text: str) -> list[str]:
    return [word.strip() for word in text.split(",") if word.strip()]


def _meant(word: str, named: dict[str, Tag]) -> list[Tag]:
    if word in named:
        return [named[word]]
    if _GLOB.search(word):
        match = re.compile(fnmatch.translate(word)).match
        found = [tag for name, tag in named.items() if match(name)]
        if found:
            return found
    raise UnknownTagError(f"{neutral(word)!r} is no recorded tag; {_remedy(word, named)}")


def _remedy(word: str, named: dict[str, Tag]) -> str:
    if not named:
        return "nothing is recorded yet"
    lower = {name.lower(): name for name in list(named)[:_MOST_COMPARED]}
    near = difflib.get_close_matches(word.lower(), lower, _MOST_NEAR, 0.6)
    if near:
        return f"did you mean {' or '.join(neutral(lower[one]) for one in near)}?"
    return f"write one such as {neutral(next(iter(named)))}, or a pattern such as *:latency"
