"""JSON text in and out: a document is written in the manner of the text it was read from."""

import json
import re
from dataclasses import dataclass
from typing import Any

from doge_gui.core.settings.document import Document, Place

_WIDEST = 110
"""A section stands on one line where its text did, and the line is no longer than this."""
_NEW_WIDEST = 72
_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\],:]|[^\s{}\[\],:"]+')
_STANDARD_INDENT = "  "


class NotJsonError(ValueError):
    """The text holds no JSON object, so that there is nothing to edit."""


@dataclass(frozen=True)
class Layout:
    """How a text is laid out."""

    indent: str = _STANDARD_INDENT
    newline: str = "\n"
    mark: str = ""
    """Byte order mark."""
    end: str = "\n"
    """After the last bracket."""
    spread: frozenset[Place] = frozenset()
    """Sections and lists over several lines."""
    tight: frozenset[Place] = frozenset()
    """Sections and lists on one line."""


def read(text: str) -> tuple[Document, Layout]:
    """A document and its layout. Raises NotJsonError."""
    plain = text.removeprefix("\ufeff")
    try:
        document = json.loads(plain)
        if not isinstance(document, dict):
            raise NotJsonError("expected a JSON object")
        spread, tight = _containers(plain)
    except (ValueError, RecursionError) as error:
        raise NotJsonError(str(error) or "nested too deeply") from error
    inner = re.search(r"\{\s*?\n([ \t]+)\S", plain)
    return document, Layout(
        indent=inner[1] if inner else _STANDARD_INDENT,
        newline="\r\n" if "\r\n" in plain else "\n",
        mark="\ufeff" if text != plain else "",
        end=plain[len(plain.rstrip()) :].replace("\r\n", "\n"),
        spread=spread,
        tight=tight,
    )


def written(document: Document, layout: Layout) -> str:
    """The text of a document in a layout: keys in their order, unchanged sections as they were."""
    text = _value(document, (), layout, "", 0) + layout.end
    return layout.mark + text.replace("\n", layout.newline)


def _value(value: Any, place: Place, layout: Layout, indent: str, before: int) -> str:
    """`before`: characters on the line in front of the value."""
    if not isinstance(value, dict | list) or not value:
        return _plain(value)
    line = _plain(value)
    most = _WIDEST if place in layout.tight else _NEW_WIDEST
    fits = (place or place in layout.tight) and place not in layout.spread and before + len(line) + 1 <= most
    if fits:
        return line
    deeper = indent + layout.indent
    lines = []
    for step, inner in value.items() if isinstance(value, dict) else enumerate(value):
        start = deeper + (f"{_plain(step)}: " if isinstance(value, dict) else "")
        lines.append(start + _value(inner, (*place, step), layout, deeper, len(start)))
    opening, closing = "{}" if isinstance(value, dict) else "[]"
    return f"{opening}\n" + ",\n".join(lines) + f"\n{indent}{closing}"


def _plain(value: Any) -> str:
    # A lone surrogate cannot be written as UTF-8; escaped, the mistake it is can be read again.
    text = json.dumps(value, ensure_ascii=False)
    return text if text.isprintable() or text.isascii() else _without_surrogates(text)


def _without_surrogates(text: str) -> str:
    return "".join(f"\\u{ord(sign):04x}" if "\ud800" <= sign <= "\udfff" else sign for sign in text)


def _containers(text: str) -> tuple[frozenset[Place], frozenset[Place]]:
    """Places of the sections and lists over several lines, and of those on one."""
    spread: set[Place] = set()
    tight: set[Place] = set()
    opened: list[tuple[Place, int]] = []
    steps: list[str | int] = []
    expects_key = False
    for token in _TOKEN.finditer(text):
        sign = token[0]
        if sign in "{[":
            opened.append((tuple(steps), token.start()))
            steps.append(0 if sign == "[" else "")
            expects_key = sign == "{"
        elif sign in "}]":
            place, start = opened.pop()
            steps.pop()
            (spread if "\n" in text[start : token.end()] else tight).add(place)
            expects_key = False
        elif sign == ",":
            last = steps[-1]
            expects_key = not isinstance(last, int)
            steps[-1] = last + 1 if isinstance(last, int) else ""
        elif expects_key and sign[0] == '"':
            steps[-1], expects_key = json.loads(sign), False
    return frozenset(spread), frozenset(tight)
