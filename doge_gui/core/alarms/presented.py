"""Which alarms the operator was shown, and when: what the performance of an alarm system is measured by.

An alarm is presented when it becomes active in sight. One that is raised behind a mask (shelved, out of
service, suppressed, or suppressed in the instant in which it is raised) is not: nobody sees or hears it.
It is presented when the last mask is lifted from it while it is active, for then it calls.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import numpy as np
from numpy.typing import NDArray

from doge_gui.core.alarms.book import Book
from doge_gui.core.alarms.events import Event, What
from doge_gui.core.alarms.states import AlarmState

_SHELF, _DESIGN, _SERVICE = 1, 2, 4
_PUT_ON = ((What.SHELVED, _SHELF), (What.SUPPRESSED, _DESIGN), (What.OUT_OF_SERVICE, _SERVICE))
_LIFTED = ((What.UNSHELVED, _SHELF), (What.UNSUPPRESSED, _DESIGN), (What.IN_SERVICE, _SERVICE))
_MASK = {what.value: bit for what, bit in _PUT_ON}
_LIFT = {what.value: bit for what, bit in _LIFTED}


@dataclass(frozen=True)
class Presented:
    """All that was presented in a span of time, in the order of time; the arrays have one length."""

    at: NDArray[np.float64]
    """Seconds since the span's begin."""
    alarm: NDArray[np.int64]
    """Which alarm: a position in `alarms`."""
    priority: NDArray[np.int64]
    answered_s: NDArray[np.float64]
    """Seconds until it was acknowledged; NaN where it was not."""
    cleared_s: NDArray[np.float64]
    """Seconds until it cleared by itself, unacknowledged; NaN where it did not."""
    alarms: tuple[Event, ...]
    """For each alarm the entry by which it was first presented."""


def presented(events: Sequence[Event], book: Book, since: datetime, until: datetime) -> Presented:
    """What was presented after `since` and up to `until`.

    The entries may stand in any order; those of one alarm in one instant in that of the journal. Entries
    before `since` are worth having: they tell what was masked then. Where there are none, the book does.
    """
    told = sorted(events, key=_at)
    ledger = _Ledger(since, _masks_at_the_start(told, book), _hidden_at_birth(told))
    for event in told:
        if event.at > until:
            break
        ledger.take(event)
    return ledger.closed()


def _at(event: Event) -> datetime:
    return event.at


def _hidden_at_birth(events: Sequence[Event]) -> dict[str, set[datetime]]:
    hidden: dict[str, set[datetime]] = defaultdict(set)
    for event in events:
        if event.what is What.SUPPRESSED:
            hidden[event.id].add(event.at)
    return dict(hidden)


def _masks_at_the_start(events: Sequence[Event], book: Book) -> dict[str, int]:
    """What masked each alarm before the first entry.

    A mask whose first entry is its lifting was on; one without an entry was as it is in the book now.
    """
    masks: dict[str, int] = {}
    for alarm in book.alarms.values():
        if alarm.masked:
            masks[alarm.id] = (
                _SHELF * bool(alarm.shelved)
                | _DESIGN * bool(alarm.suppressed_by)
                | _SERVICE * bool(alarm.out_of_service)
            )
    for event in reversed(events):
        if event.what is What.TRANSITION:
            continue
        name = event.what.value
        if name in _LIFT:
            masks[event.id] = masks.get(event.id, 0) | _LIFT[name]
        elif name in _MASK:
            masks[event.id] = masks.get(event.id, 0) & ~_MASK[name]
    return masks


class _Ledger:
    """The list of what was presented while it is written."""

    def __init__(
        self, since: datetime, masks: dict[str, int], hidden_at_birth: dict[str, set[datetime]]
    ) -> None:
        self._since, self._masks, self._hidden = since, masks, hidden_at_birth
        self._numbers: dict[str, int] = {}
        self._alarms: list[Event] = []
        self._open: dict[str, int] = {}
        """Alarm -> its entry below that was neither answered nor cleared yet."""
        self._at: list[float] = []
        self._alarm: list[int] = []
        self._priority: list[int] = []
        self._answered: dict[int, float] = {}
        self._cleared: dict[int, float] = {}

    def take(self, event: Event) -> None:
        """Take the next entry."""
        if event.what is What.TRANSITION:
            if event.after is AlarmState.UNACK:
                if not self._masks.get(event.id) and event.at not in self._hidden.get(event.id, ()):
                    self._present(event)
            else:
                self._close(event, self._cleared)
        elif event.what is What.ACKNOWLEDGED:
            self._close(event, self._answered)
        elif event.id:
            self._take_mask(event)

    def _take_mask(self, event: Event) -> None:
        name = event.what.value
        if name in _MASK:
            self._masks[event.id] = self._masks.get(event.id, 0) | _MASK[name]
            self._open.pop(event.id, None)
        elif name in _LIFT:
            left = self._masks.get(event.id, 0) & ~_LIFT[name]
            self._masks[event.id] = left
            if not left and event.after is AlarmState.UNACK:
                self._present(event)

    def _present(self, event: Event) -> None:
        if event.at <= self._since:
            return
        number = self._numbers.setdefault(event.id, len(self._alarms))
        if number == len(self._alarms):
            self._alarms.append(event)
        self._open[event.id] = len(self._at)
        self._at.append((event.at - self._since).total_seconds())
        self._alarm.append(number)
        self._priority.append(event.priority)

    def _close(self, event: Event, how: dict[int, float]) -> None:
        entry = self._open.pop(event.id, None)
        if entry is not None:
            how[entry] = (event.at - self._since).total_seconds() - self._at[entry]

    def closed(self) -> Presented:
        """The finished list."""
        at = np.array(self._at, np.float64)
        return Presented(
            at,
            np.array(self._alarm, np.int64),
            np.array(self._priority, np.int64),
            _filled(len(at), self._answered),
            _filled(len(at), self._cleared),
            tuple(self._alarms),
        )


def _filled(size: int, values: dict[int, float]) -> NDArray[np.float64]:
    filled = np.full(size, np.nan)
    filled[list(values)] = list(values.values())
    return filled
