"""A Qt Linguist source file (.ts): its messages, what is wrong with them, and filling them from a table."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

_PLACE = re.compile(r"\{\w*\}")
_HEAD = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'

Table = Mapping[str, Mapping[str, str]]
"""Context -> text of the program -> its translation."""


@dataclass(frozen=True, slots=True)
class Message:
    """One text of the program."""

    context: str
    """Class, or group of words, it belongs to."""
    source: str
    """In English, as it stands in the code."""
    translation: str
    """Empty while there is none."""
    finished: bool


def messages(path: Path) -> list[Message]:
    """Every message of a file. Raises OSError and ElementTree.ParseError."""
    return [_message(context, one) for context, one in _elements(ElementTree.parse(path))]


def wrong(message: Message) -> str:
    """What keeps a message from being shown as it is; empty when nothing does."""
    source, told = message.source, message.translation
    if not message.finished or not told.strip():
        return "not translated"
    if sorted(_PLACE.findall(source)) != sorted(_PLACE.findall(told)):
        return "its places {0}, {1} ... are not those of the original"
    if _letters(source) != _letters(told):
        return "it has not as many letters marked with & as the original"
    if source.endswith("…") != told.endswith("…"):
        return "the ellipsis at its end is not as in the original"
    return ""


def fill(path: Path, table: Table) -> int:
    """Put translations into a file; answers how many messages were changed."""
    tree = ElementTree.parse(path)
    changed = 0
    for context, one in _elements(tree):
        told = table.get(context, {}).get(one.findtext("source") or "")
        place = one.find("translation")
        if not told or place is None or (place.text == told and "type" not in place.attrib):
            continue
        place.text = told
        place.attrib.pop("type", None)
        changed += 1
    _write(path, tree)
    return changed


def write_with_phrasebook(source: Path, goal: Path) -> None:
    """Write a copy in which the translation holds, as one message more, a list of the core's templates.

    A compiled translation cannot be asked what it holds; the phrasebook needs to know
    (`doge_gui/models/phrasebook.py` tells the form).
    """
    tree = ElementTree.parse(source)
    told = sorted(
        {f"{context}|{one.findtext('source')}" for context, one in _elements(tree) if _said(context)}
    )
    context = ElementTree.SubElement(tree.getroot(), "context")
    ElementTree.SubElement(context, "name").text = "Phrasebook"
    message = ElementTree.SubElement(context, "message")
    ElementTree.SubElement(message, "source").text = "templates"
    ElementTree.SubElement(message, "translation").text = "\n".join(told)
    _write(goal, tree)


def _said(context: str) -> bool:
    return context.startswith("said.")


def _elements(
    tree: "ElementTree.ElementTree[ElementTree.Element]",
) -> Iterator[tuple[str, ElementTree.Element]]:
    for context in tree.iter("context"):
        name = context.findtext("name") or ""
        for one in context.iter("message"):
            yield name, one


def _message(context: str, element: ElementTree.Element) -> Message:
    place = element.find("translation")
    told = "" if place is None else place.text or ""
    finished = place is not None and place.get("type") is None
    return Message(context, element.findtext("source") or "", told, finished)


def _letters(text: str) -> int:
    """Letters marked for the keyboard; `&&` is the sign itself, and one between spaces is just written."""
    return len(re.findall(r"&(?=\w)", text.replace("&&", "")))


def _write(path: Path, tree: "ElementTree.ElementTree[ElementTree.Element]") -> None:
    ElementTree.indent(tree, "    ")
    text = ElementTree.tostring(tree.getroot(), encoding="unicode", short_empty_elements=False)
    path.write_text(f"{_HEAD}{text}\n", encoding="utf-8")
