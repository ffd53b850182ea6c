"""Pages of a list that may change between two of them, and the cursors that lead from one to the next.

A cursor names the last item that was given, not a place in a list: whatever comes and goes meanwhile, no item
is given twice, and none that stays is left out.
"""

import base64
import binascii
import bisect
import json
from collections.abc import Callable, Sequence
from typing import Any, Generic, NamedTuple, TypeVar

from doge_gui.web.api.problem import Wrong, bad_parameters

T = TypeVar("T")
Key = tuple[Any, ...]
"""Where an item stands in its list: numbers and texts, which compare with another item's."""


class Page(NamedTuple, Generic[T]):
    """Some items in a row."""

    items: Sequence[T]
    more: bool
    """There are others after them."""


def page(items: Sequence[T], key: Callable[[T], Key], limit: int, after: Key | None) -> Page[T]:
    """The first `limit` of `items`, which rise by `key`, that come after the key `after`."""
    begin = 0 if after is None else bisect.bisect_right(items, after, key=key)
    return Page(items[begin : begin + limit], begin + limit < len(items))


def cursor_of(key: Key) -> str:
    """What stands for a key in an address."""
    text = json.dumps(key, separators=(",", ":"))
    return base64.urlsafe_b64encode(text.encode()).rstrip(b"=").decode()


def key_of(cursor: str | None, *form: type) -> Key | None:
    """The key that a cursor stands for, of the types `form`. Raises ProblemError."""
    if cursor is None:
        return None
    try:
        # `validate`: what was not made by `cursor_of` is refused rather than guessed at.
        text = base64.b64decode(cursor + "=" * (-len(cursor) % 4), b"-_", validate=True)
        key = json.loads(text)
    except (binascii.Error, ValueError, RecursionError):
        key = None
    if not isinstance(key, list) or [type(part) for part in key] != list(form):
        remedy = "no cursor of this list; take `next` of the page before, or leave it out to begin anew"
        raise bad_parameters([Wrong(parameter="cursor", detail=remedy)])
    return tuple(key)
