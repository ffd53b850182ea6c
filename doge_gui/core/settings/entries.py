"""Lists of requests: another one, a copy, another order."""

from collections.abc import Sequence
from typing import Any

_LONGEST_NAME = 64


def free_name(entries: Sequence[Any], wanted: str) -> str:
    """A name that no entry has: the wanted one, or that with a number."""
    taken = {entry.get("name") for entry in entries if isinstance(entry, dict)}
    name, number = wanted[:_LONGEST_NAME], 2
    while name in taken:
        end = f"-{number}"
        name, number = wanted[: _LONGEST_NAME - len(end)] + end, number + 1
    return name


def copied(entries: Sequence[Any], row: int) -> list[Any]:
    """The entries with a copy of one after it, under a name of its own."""
    one = entries[row]
    if isinstance(one, dict):
        one = {**one, "name": free_name(entries, str(one.get("name", "")) or "request")}
    return [*entries[: row + 1], one, *entries[row + 1 :]]


def moved(entries: Sequence[Any], row: int, by: int) -> list[Any]:
    """The entries with one of them moved."""
    order = list(entries)
    order.insert(row + by, order.pop(row))
    return order
