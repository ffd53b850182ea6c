"""Says the core's English in another language: finds a text's template again, and fills its translation.

What is English stays English in the log, the journal, the records and what programs read. Texts that no
template makes (an answer that is quoted, what a person wrote, a name) are shown as they are.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from string import Formatter

CONTEXT, KEY = "Phrasebook", "templates"
"""Under these a translation holds every template that it knows: a line each, `context|template`."""
_KEPT = 8192
"""Texts that are remembered; a fleet says the same ones again and again."""
_DEEPEST = 4
"""So far a text may stand in a text."""
_LETTERS_OF_ITS_OWN = 6
"""A template that begins with a part and has fewer proves nothing by them: its part must be known, too."""
_DECIMAL = re.compile(r"-?\d+\.\d+(?:e[+-]?\d+)?")

Translate = Callable[[str, str], str]
"""Context and English text -> the text in a language; the English where it is not known."""


@dataclass(frozen=True, slots=True)
class _Template:
    """One template, ready to be recognised."""

    context: str
    text: str
    """As it stands in the code."""
    begin: str
    end: str
    """The signs before its first and after its last part."""
    form: re.Pattern[str]
    fields: tuple[int, ...]
    """The number of each part, in the order of the text."""
    weak: bool
    weight: int
    """How many signs of its own it has."""


class Phrasebook:
    """The templates of one language, and how it says them."""

    def __init__(self, lines: str, translate: Translate, number: Callable[[str], str]) -> None:
        """`lines`: as a translation holds them under CONTEXT and KEY. `number` writes a decimal number."""
        self._translate, self._number = translate, number
        self._joints = translate("Phrasebook", "{0}: {1}"), translate("Phrasebook", "{0}; {1}")
        self._whole: dict[str, tuple[str, str]] = {}
        made: list[_Template] = []
        for line in lines.splitlines():
            context, _, text = line.partition("|")
            one = _template(context, text)
            if one.fields:
                made.append(one)
            else:
                self._whole[text.format()] = context, text
        # What has most signs of its own is what a text was made by.
        self._templates = sorted(made, key=lambda one: -one.weight)
        self.tell = lru_cache(_KEPT)(self._tell)

    def _tell(self, text: str) -> str:
        return self._known(text, _DEEPEST) or text

    def _known(self, text: str, depth: int) -> str:
        """The text in this language; empty where no template makes it."""
        if text in self._whole:
            # Its braces are written twice in the translation as well.
            return self._translate(*self._whole[text]).format()
        if not depth:
            return ""
        found = (self._by(one, text, depth - 1) for one in self._templates)
        return next(filter(None, found), "") or self._joined(text, depth - 1)

    def _by(self, one: _Template, text: str, depth: int) -> str:
        if not (text.startswith(one.begin) and text.endswith(one.end)):
            return ""
        match = one.form.fullmatch(text)
        if match is None:
            return ""
        parts = [""] * (max(one.fields) + 1)
        for number, part in zip(one.fields, match.groups(), strict=True):
            known = self._known(part, depth) if " " in part else ""
            if one.weak and number == 0 and not known:
                return ""
            parts[number] = known or (self._number(part) if _DECIMAL.fullmatch(part) else part)
        return self._translate(one.context, one.text).format(*parts)

    def _joined(self, text: str, depth: int) -> str:
        """`place: text` of which the text is known; `one; other` of which all are."""
        for head, tail in _cuts(text, ": "):
            known = self._known(tail, depth)
            if known:
                return self._joints[0].format(self._known(head, depth) or head, known)
        for head, tail in _cuts(text, "; "):
            first, second = self._known(head, depth), self._known(tail, depth)
            if first and second:
                return self._joints[1].format(first, second)
        return ""


def _cuts(text: str, sign: str) -> Iterator[tuple[str, str]]:
    at = text.find(sign)
    while at >= 0:
        yield text[:at], text[at + len(sign) :]
        at = text.find(sign, at + 1)


def _template(context: str, text: str) -> _Template:
    form, fields, literals = "", [], []
    for literal, field, _, _ in Formatter().parse(text):
        form += re.escape(literal)
        literals.append(literal)
        if field is not None:
            fields.append(int(field))
            form += "(.+?)"
    begin = literals[0] if literals else ""
    own = "".join(literals)
    end = literals[-1] if not text.endswith("}") or text.endswith("}}") else ""
    weak = not begin and sum(map(str.isalpha, own)) < _LETTERS_OF_ITS_OWN
    return _Template(context, text, begin, end, re.compile(form, re.DOTALL), tuple(fields), weak, len(own))
