"""How the entries of the trail hang together: the hash of each covers the entry and the hash before it."""

import hashlib
import re
from collections.abc import Iterable
from enum import Enum
from typing import NamedTuple

from doge_gui.core.audit.action import Act

GENESIS = bytes(32)
"""Stands before the first entry of all."""
_TAG = b"watchdoge audit trail 1"
"""Which encoding is hashed, and that it is no other program's."""
_GOES_ON = re.compile(r"goes on after ([0-9a-f]{64})(?:;.*)?", re.DOTALL)


class Facts(NamedTuple):
    """What an entry tells. Texts as they lie in the database, so that no other spelling passes for them."""

    at: int
    """Microseconds since 1970, UTC."""
    who: str
    act: str
    """An Act's value, or one that only a newer program knows."""
    subject: str
    detail: str


class Entry(NamedTuple):
    """One link of a plant's chain."""

    number: int
    """From 1, without a gap."""
    facts: Facts
    hash: bytes
    """32 bytes."""


class Head(NamedTuple):
    """The newest link that somebody knows of."""

    number: int
    at: int
    """Microseconds since 1970, UTC."""
    hash: bytes


START = Head(0, 0, GENESIS)


def digest(before: bytes, number: int, facts: Facts, plant: str) -> bytes:
    """SHA-256 over tag, hash before, number, instant, who, act, subject, detail and plant's name.

    Each is preceded by its length in 8 bytes, big-endian; numbers are decimal, texts UTF-8. So no two
    different entries have one encoding.
    """
    texts = (str(number), str(facts.at), facts.who, facts.act, facts.subject, facts.detail, plant)
    # A plant is named after a file, whose name need not be proper Unicode.
    parts = (_TAG, before, *(text.encode("utf-8", "surrogatepass") for text in texts))
    return hashlib.sha256(b"".join(len(part).to_bytes(8, "big") + part for part in parts)).digest()


def linked(head: Head, plant: str, told: Iterable[Facts]) -> tuple[list[Entry], Head]:
    """These as the entries that follow `head`, and the head after them."""
    entries = []
    for facts in told:
        number = head.number + 1
        head = Head(number, facts.at, digest(head.hash, number, facts, plant))
        entries.append(Entry(number, facts, head.hash))
    return entries, head


class Change(Enum):
    """Why what is found in the database is not simply gone on with."""

    HEAD_LOST = "the head kept outside was lost; written anew from the database"
    NEW_FILE = "the file before was damaged and is set aside"
    CUT_OFF = "entries were missing from the database"
    REBUILT = "the entries in the database are not those that were recorded"


class Resumption(NamedTuple):
    """Where recording goes on."""

    head: Head
    """What the next entry follows."""
    change: Change | None = None


def resumed(last: Head, known: Head | None, there: bytes | None, *, moved: bool) -> Resumption:
    """Where recording goes on after a start.

    `last`: the newest entry in the database, START for none. `known`: the head kept outside, START before
    the first entry, None where it was lost or never kept. `there`: the hash of the entry with the known
    number as the database has it, or None. `moved`: the program itself set the file aside in which the
    entries were.

    Where the two contradict each other, the next entry follows the known head and so does not fit what is
    in the database: going on heals nothing, and the place is found by every later check.
    """
    if known is None:
        return Resumption(last, Change.HEAD_LOST if last.number else None)
    if there == known.hash or known == START == last:
        return Resumption(last)
    if last.number >= known.number:
        return Resumption(Head(last.number, known.at, known.hash), Change.REBUILT)
    return Resumption(known, Change.NEW_FILE if moved and not last.number else Change.CUT_OFF)


def goes_on(head: Head) -> str:
    """How the first entry of another file tells what it follows, in its detail."""
    return f"goes on after {head.hash.hex()}"


def followed(entry: Entry) -> Head:
    """What the first entry of a file says that it follows; START unless it goes on from another file."""
    told = _GOES_ON.fullmatch(entry.facts.detail)
    if entry.number <= 1 or entry.facts.act != Act.FILE_CHANGED.value or told is None:
        return START
    return Head(entry.number - 1, entry.facts.at, bytes.fromhex(told[1]))
