"""Values of options as people read and type them."""

import json
import re
from typing import Any

from PySide6.QtCore import QCoreApplication

from doge_gui.core.settings.document import ABSENT
from doge_gui.core.settings.options import Limits, Option, Sort
from doge_gui.models.phrases import grouped
from doge_gui.models.settings_words import Words
from doge_gui.models.writing import notation

_tr = QCoreApplication.translate
_NUMBER = re.compile(r"[+-]?\d{1,300}(\.\d*)?([eE][+-]?\d{1,3})?", re.ASCII)
_NUMERIC = frozenset({Sort.WHOLE, Sort.NUMBER})


def typed(text: str, sort: Sort) -> Any:
    """What was typed, as the document has it; a number's text that is none stays a text, and is a mistake."""
    return _number(text) if sort in _NUMERIC else text


def shown(value: Any, sort: Sort) -> str:
    """A value of the document in a field; empty where there is none."""
    if value is ABSENT or value is None:
        return ""
    if isinstance(value, str):
        # A text where a number belongs: its quotes are what is wrong.
        return json.dumps(value) if sort in _NUMERIC and not isinstance(_number(value), str) else value
    if sort is Sort.TEXT and isinstance(value, list) and all(isinstance(one, str) for one in value):
        return ", ".join(value)
    if isinstance(value, bool | list | dict):
        return json.dumps(value, ensure_ascii=False)
    return notation().number(repr(value).removesuffix(".0"))


def _number(text: str) -> int | float | str:
    plain = "".join(text.split()).replace(",", ".").replace("\u2212", "-")
    if not _NUMBER.fullmatch(plain):
        return text
    if set(plain) <= set("+-0123456789"):
        return int(plain)
    value = float(plain)
    return text if value in (float("inf"), float("-inf")) else value


def default_words(option: Option, words: Words) -> str:
    """The default of an option in words, for the way back to it; empty where it is empty."""
    value = option.default
    if option.sort is Sort.SWITCH:
        return _tr("Settings", "on") if value else _tr("Settings", "off")
    if value is None or option.sort in (Sort.PART, Sort.ENTRIES):
        return ""
    if option.sort is Sort.CHOICE:
        return words.choice(option, str(value))
    if option.parts > 1:
        return ", ".join(shown(part, option.sort) for part in value)
    unit = words.of(option).unit
    return f"{shown(value, option.sort)} {unit}".rstrip()


def empty_words(option: Option, words: Words) -> str:
    """What holds while an option's field is empty."""
    if option.usual is None:
        return words.of(option).nothing
    if option.sort is Sort.TEXT:
        return str(option.usual)
    usual = words.choice(option, option.usual) if option.choices else shown(option.usual, option.sort)
    return _tr("Settings", "as usual: {0}").format(usual)


def limit_words(limits: Limits) -> str:
    """The limits of a number in words; empty where there is none."""
    least, most = limits.least, limits.most
    if least is not None and most is not None:
        return _tr("Settings", "{0} to {1}").format(_plain(least), _plain(most))
    if limits.above is not None and most is not None:
        return _tr("Settings", "more than {0}, at most {1}").format(_plain(limits.above), _plain(most))
    if limits.above is not None:
        return _tr("Settings", "more than {0}").format(_plain(limits.above))
    if least is not None:
        return _tr("Settings", "at least {0}").format(_plain(least))
    if limits.longest is not None:
        return _tr("Settings", "at most {0} characters").format(limits.longest)
    return ""


def _plain(number: float) -> str:
    return grouped(int(number)) if number == int(number) else notation().number(f"{number:g}")
