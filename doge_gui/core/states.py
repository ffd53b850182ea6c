"""A gateway's state in one word with its reason: what the fleet table shows, and what orders it."""

from dataclasses import dataclass
from enum import IntEnum

import numpy as np

from doge_gui.core.phrase import phrase
from doge_gui.core.snapshot import FIRST_REQUEST, Quality, Snapshot


class State(IntEnum):
    """Worst first, so that sorting by state puts the abnormal on top."""

    BREACH = 0
    """A value of its own exceeds its threshold."""
    LOST = 1
    """It cannot be spoken with."""
    WRONG = 2
    """It answers, but not what the contract says."""
    STALE = 3
    """Its values are old: nobody asked for a while."""
    WAITING = 4
    """It has not been asked yet."""
    CONNECTED = 5


@dataclass(frozen=True, slots=True)
class Verdict:
    """State of one gateway, in words."""

    state: State
    reason: str
    """Plain text, empty when all is well."""


def verdict(snapshot: Snapshot, row: int) -> Verdict:
    """Judge one gateway of a snapshot. The loss of a gateway comes before its old breach."""
    failures = snapshot.failures[row]
    if np.isfinite(snapshot.lost_since[row]):
        last = next((failure for failure in failures if failure.lost), None)
        return Verdict(State.LOST, last.detail if last else "")
    exceeding = np.flatnonzero(snapshot.breach[row])
    if exceeding.size:
        return Verdict(State.BREACH, _breach_words(snapshot, row, int(exceeding[0])))
    if failures:
        return Verdict(State.WRONG, f"{failures[0].question}: {failures[0].detail}")
    quality = snapshot.quality[row]
    if (quality == Quality.NEVER).all():
        return Verdict(State.WAITING, "")
    if (quality == Quality.STALE).any():
        return Verdict(State.STALE, "")
    return Verdict(State.CONNECTED, "")


def states(snapshot: Snapshot) -> np.ndarray[tuple[int], np.dtype[np.uint8]]:
    """The State of every gateway at once, shape (gateways,)."""
    result = np.full(len(snapshot.plan), State.CONNECTED, np.uint8)
    result[(snapshot.quality == Quality.STALE).any(axis=1)] = State.STALE
    result[(snapshot.quality == Quality.NEVER).all(axis=1)] = State.WAITING
    result[[bool(failures) for failures in snapshot.failures]] = State.WRONG
    result[snapshot.breach.any(axis=1)] = State.BREACH
    result[np.isfinite(snapshot.lost_since)] = State.LOST
    return result


def _breach_words(snapshot: Snapshot, row: int, column: int) -> str:
    rule = snapshot.plan.requests[column]
    value = snapshot.values[row, column]
    words = f"{rule.title} {value:g} {rule.beyond(value, '>', '<')}"
    return (
        words
        if snapshot.quality[row, FIRST_REQUEST + column] == Quality.GOOD
        else phrase("said.alarms", "{0} (last known)").format(words)
    )
