"""What a browser is told as it happens: the messages of a stream, after WHATWG HTML, "Server-sent events"."""

from collections.abc import Iterator
from dataclasses import dataclass

RETRY = b"retry: 2000\n\n"
"""The first thing on a stream: milliseconds after which a browser that lost it asks anew."""
ALIVE = b"event: alive\ndata: {}\n\n"
"""Told where nothing changed, so that a dead connection is noticed at either end."""


@dataclass(frozen=True)
class EventStream:
    """The body of an answer that does not end: our server hands its connection to the event hub.

    Any other server finds it empty and ends the answer at once.
    """

    topic: str
    language: str

    def __iter__(self) -> Iterator[bytes]:
        return iter(())


def message(topic: str, number: int, data: bytes) -> bytes:
    """One message: `topic` is its event's name, `number` its id; `data` may have several lines."""
    lines = b"\ndata: ".join(data.splitlines() or [b""])
    return b"event: %s\nid: %d\ndata: %s\n\n" % (topic.encode(), number, lines)
