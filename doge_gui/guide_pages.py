"""The user's guide as text: sections in their order, found by words.

A section is one Markdown file `NN-name.md` below a folder of its language. Its first heading is its title,
the headings of the second level divide it into topics.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

FALLBACK = "en"


@dataclass(frozen=True)
class Topic:
    """A part of a section, from one heading to the next."""

    title: str
    text: str
    """Everything beneath the heading, Markdown."""


@dataclass(frozen=True)
class Section:
    """One page of the guide."""

    name: str
    """The same in every language: `alarms`."""
    title: str
    text: str
    """Markdown, with the title."""
    topics: tuple[Topic, ...]
    """The first is what stands before any heading of the second level, under the section's own title."""
    folder: Path
    """Where its pictures' places count from."""

    def holding(self, words: Sequence[str]) -> tuple[int, ...]:
        """Numbers of the topics in which all the words occur; a title counts for what is beneath it."""
        wanted = [word.casefold() for word in words]
        title = self.title.casefold()
        return tuple(
            number
            for number, topic in enumerate(self.topics)
            if all(word in title or word in f"{topic.title}\n{topic.text}".casefold() for word in wanted)
        )


def read(folder: Path, language: str) -> tuple[Section, ...]:
    """All sections of a language such as `fr` or `fr_FR`, of English where the guide does not speak it.

    Raises OSError where the guide is not there.
    """
    own = folder / language.partition("_")[0]
    place = own if own.is_dir() else folder / FALLBACK
    return tuple(section(path) for path in sorted(place.iterdir()) if path.suffix == ".md")


def section(path: Path) -> Section:
    """Read one file."""
    text = path.read_text(encoding="utf-8")
    topics = tuple(_topics(text))
    return Section(path.stem.partition("-")[2], topics[0].title, text, topics, path.parent)


def _topics(text: str) -> Iterator[Topic]:
    parts = re.split(r"^##? (.+)$", text, flags=re.MULTILINE)
    for title, beneath in zip(parts[1::2], parts[2::2], strict=True):
        yield Topic(title.strip(), beneath.strip())
