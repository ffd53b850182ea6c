"""What of the program itself raises alarms: its list, its sound, its disk, its clock, its journal."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from doge_gui.core.alarms.alarm import Kind
from doge_gui.core.alarms.book import Instant
from doge_gui.core.alarms.judgement import Judgement, single
from doge_gui.core.alarms.rules import Rules
from doge_gui.core.alarms.states import Reading
from doge_gui.core.statuses import AddressStatus, DiskStatus, SoundStatus


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The program's own condition; None is what is not known (yet)."""

    addresses: AddressStatus | None = None
    sound: SoundStatus | None = None
    disk: DiskStatus | None = None
    journal_error: str | None = None
    """Why alarms cannot be recorded; empty while they can."""
    history_error: str | None = None
    """Why readings cannot be recorded, or what is wrong with the record; empty while all is well."""


def of_program(surroundings: Surroundings) -> Iterator[Judgement]:
    """Everything that its statuses tell."""
    addresses, sound, disk = surroundings.addresses, surroundings.sound, surroundings.disk
    yield _told(Kind.ADDRESSES, None if addresses is None else addresses.error)
    yield _told(Kind.SOUND, None if sound is None else "" if sound.ready else sound.detail or "lost")
    yield _told(Kind.JOURNAL, surroundings.journal_error)
    yield _told(Kind.HISTORY, surroundings.history_error)
    if disk is None:
        yield Judgement(Kind.DISK, single(Reading.UNKNOWN))
    else:
        reading = Reading.TRUE if disk.nearly_full else Reading.WITHIN if disk.filling else Reading.CLEAR
        free = np.array([disk.free_bytes / 1e6])
        yield Judgement(Kind.DISK, single(reading), values=free, detail=lambda _row: disk.folder)


def overrun(overran: bool) -> Judgement:
    """Cycles had to be skipped since the last one."""
    return Judgement(Kind.OVERRUN, single(Reading.TRUE if overran else Reading.CLEAR))


def clock_jump(before: Instant | None, now: Instant, rules: Rules) -> Judgement:
    """The time of day went another way than time itself since the last judgement."""
    if before is None:
        return Judgement(Kind.CLOCK, single(Reading.CLEAR))
    passed = now.mono - before.mono
    jump_s = (now.utc - before.utc).total_seconds() - passed
    jumped = abs(jump_s) > rules.clock_jump_s
    reading = single(Reading.TRUE if jumped else Reading.CLEAR)
    return Judgement(Kind.CLOCK, reading, values=np.array([jump_s]), limit=rules.clock_jump_s)


def _told(kind: Kind, wrong: str | None) -> Judgement:
    if wrong is None:
        return Judgement(kind, single(Reading.UNKNOWN))
    return Judgement(kind, single(Reading.TRUE if wrong else Reading.CLEAR), detail=lambda _row: wrong)
