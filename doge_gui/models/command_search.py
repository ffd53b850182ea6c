"""Which commands a few typed letters mean, the likeliest first."""

import unicodedata
from collections.abc import Sequence

_WHOLE, _BEGINS, _WORD, _INSIDE, _INITIALS, _LETTERS = 100.0, 80.0, 60.0, 40.0, 30.0, 10.0
_ASIDE = 0.3
"""What is found beside a title, in its menu's name or in what it is for, counts so much less."""


def rank(query: str, titles: Sequence[tuple[str, str]]) -> list[int]:
    """Numbers of the titles a query means, best first.

    `titles` are (title, what stands beside it). Each word of the query must be found in a title as a whole,
    at a word's beginning, inside, as initials, or as letters in order; beside it only a word's beginning
    counts. An empty query means all, in the order they come in.
    """
    words = plain(query).split()
    if not words:
        return list(range(len(titles)))
    scored = []
    for number, (title, aside) in enumerate(titles):
        score = _score(words, plain(title), plain(aside))
        if score > 0:
            scored.append((-score, number))
    return [number for _, number in sorted(scored)]


def plain(text: str) -> str:
    """Without accents and capitals, so that `reglages` finds `Réglages`."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(one for one in parts if not unicodedata.combining(one))


def _score(words: Sequence[str], title: str, aside: str) -> float:
    """0 where a word is found nowhere."""
    total = 0.0
    for word in words:
        best = _found(word, title)
        if not best and any(part.startswith(word) for part in _parts(aside)):
            best = _ASIDE * _WORD
        if best == 0:
            return 0.0
        total += best
    # Of equals the shorter title is the nearer one.
    return total / len(words) - min(len(title), 90) / 100


def _found(word: str, text: str) -> float:
    at = text.find(word)
    if word == text:
        return _WHOLE
    if at == 0:
        return _BEGINS
    if at > 0:
        return _WORD if any(part.startswith(word) for part in _parts(text)) else _INSIDE
    initials = "".join(part[0] for part in _parts(text))
    if word in initials:
        return _INITIALS
    return _LETTERS if len(word) > 2 and _in_order(word, text) else 0.0


def _parts(text: str) -> list[str]:
    return "".join(one if one.isalnum() else " " for one in text).split()


def _in_order(word: str, text: str) -> bool:
    """The word's letters stand in the text in their order, the first at a word's beginning."""
    if not any(part.startswith(word[0]) for part in _parts(text)):
        return False
    rest = iter(text)
    return all(letter in rest for letter in word)
