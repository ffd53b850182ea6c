"""What a source gave last time: an unchanged list is the same AddressBook object, so its plan is kept."""

from collections.abc import Callable, Hashable
from typing import NoReturn

from doge_gui.core.addresses import AddressBook, AddressListError
from doge_gui.core.phrase import phrase

MAX_BYTES = 16 * 1024 * 1024
"""Largest list that is read; 5,000 gateways take less than half a megabyte."""

_SHOWN = 300


class AddressMemory:
    """The last content of a source and the book made of it."""

    def __init__(self) -> None:
        self._content: Hashable = None
        self._book: AddressBook | None = None

    def book(self, content: Hashable, read: Callable[[], AddressBook]) -> AddressBook:
        """The book of `content`, read anew only where it differs from the last.

        Raises AddressListError where the list names nobody: an emptied list is a broken export far more
        often than a plant without gateways.
        """
        if self._book is not None and content == self._content:
            return self._book
        book = read()
        _refuse_nobody(book)
        if self._book is None or book != self._book:
            self._book = book
        self._content = content
        return self._book


def _refuse_nobody(book: AddressBook) -> None:
    if book.addresses:
        return
    if not book.problems:
        raise AddressListError(phrase("said.addresses", "the list names no gateway"))
    first = book.problems[0]
    others = len(book.problems) - 1
    if others:
        more = phrase("said.addresses", "{0}; {1} more entries").format(first.what, others)
        raise AddressListError(
            phrase("said.addresses", "no entry can be used ({0}: {1})").format(first.entry, more)
        )
    raise AddressListError(
        phrase("said.addresses", "no entry can be used ({0}: {1})").format(first.entry, first.what)
    )


def decoded(content: bytes) -> str:
    """Text of UTF-8, a byte order mark left out. Raises AddressListError for other or no text."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise AddressListError(
            phrase("said.addresses", "not UTF-8 at byte {0}; save it as UTF-8").format(error.start)
        ) from error
    if not text.strip():
        raise AddressListError(
            phrase("said.addresses", "it is empty; write the list whole, then rename it into place")
        )
    return text


def refuse(place: str, reason: object, cause: BaseException | None = None) -> NoReturn:
    """Raise AddressListError as one line, `place: reason`."""
    line = " ".join(f"{place}: {reason}".split())
    raise AddressListError(line if len(line) <= _SHOWN else line[: _SHOWN - 1] + "…") from cause
