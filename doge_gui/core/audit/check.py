"""Whether a plant's trail is whole: entry by entry, against the head that is kept outside the database."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from doge_gui.core.audit.chain import START, Entry, Head, digest, followed


class Unreadable(NamedTuple):
    """A row that cannot be an entry."""

    number: int | None
    """None where not even that is a number."""
    why: str


class Fault(Enum):
    """What is wrong with the first entry that is not as it was recorded."""

    ALTERED = "altered"
    MISSING = "missing"
    OUT_OF_PLACE = "out of place"
    CUT_OFF = "cut off"
    REBUILT = "made anew"
    UNREADABLE = "unreadable"


class Break(NamedTuple):
    """The first place at which the trail is not whole."""

    fault: Fault
    number: int
    at: int | None
    """The entry's instant as the database tells it, microseconds since 1970; None where there is none."""
    said: str
    """The fault in words."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a check found. With a break, the other fields tell of what was sound before it."""

    count: int = 0
    first: Entry | None = None
    last: Head = START
    before: str | None = None
    """The file in which the trail began, empty where its name is unknown; None where it began in this one."""
    unconfirmed: int = 0
    """Entries after the head kept outside, which is a little behind after a crash; all without a head."""
    broken: Break | None = None

    @property
    def sound(self) -> bool:
        """No entry up to the known head is other than it was recorded."""
        return self.broken is None


def verify(entries: Iterable[Entry | Unreadable], plant: str, known: Head | None) -> Verdict:
    """Check a plant's entries, in the order of their numbers, up to the first break.

    `known`: the head kept outside, read before the entries; without it nothing tells what was cut off the
    end, or whether all was made anew.
    """
    count, first, last, before = 0, None, START, None
    for entry in entries:
        broken = None
        if isinstance(entry, Entry) and first is None and followed(entry) is not START:
            last, before = followed(entry), entry.facts.subject
            broken = _unfounded(entry.number, entry.facts.at, last, known)
        broken = broken or _wrong(entry, last, plant, known)
        if broken is not None or isinstance(entry, Unreadable):
            return Verdict(count, first, last, before, broken=broken)
        count, first = count + 1, first or entry
        last = Head(entry.number, entry.facts.at, entry.hash)
    unconfirmed = min(count, max(0, last.number - (known.number if known else 0)))
    return Verdict(count, first, last, before, unconfirmed, _cut_off(last, known))


def _unfounded(number: int, at: int, follows: Head, known: Head | None) -> Break | None:
    """A file may go on only from what the head kept outside knew."""
    if known is None or known.number > follows.number:
        return None
    if (known.number, known.hash) == (follows.number, follows.hash):
        return None
    return Break(Fault.REBUILT, number, at, f"made anew: it does not go on from entry {known.number}")


def _wrong(entry: Entry | Unreadable, last: Head, plant: str, known: Head | None) -> Break | None:
    due = last.number + 1
    if isinstance(entry, Unreadable):
        number = due if entry.number is None else entry.number
        return Break(Fault.UNREADABLE, number, None, f"altered: {entry.why}")
    number, facts, at = entry.number, entry.facts, entry.facts.at
    if number < due:
        return Break(Fault.OUT_OF_PLACE, number, at, f"out of place: entry {due} was due")
    if number > due:
        more = "" if number == due + 1 else f", with all up to {number - 1}"
        return Break(Fault.MISSING, due, None, f"missing{more}")
    if digest(last.hash, number, facts, plant) != entry.hash:
        return Break(Fault.ALTERED, number, at, "altered, or not what followed the entry before it")
    if known is not None and known.number == number and known.hash != entry.hash:
        said = "made anew, it or any entry before it: its hash is not the one kept outside the database"
        return Break(Fault.REBUILT, number, at, said)
    return None


def _cut_off(last: Head, known: Head | None) -> Break | None:
    if known is None or last.number >= known.number:
        return None
    due = last.number + 1
    more = "" if known.number == due else f", with all up to {known.number}"
    return Break(Fault.CUT_OFF, due, None, f"cut off{more}")
