"""Gateways that come and go: told once as flapping, instead of a stream of losses and returns."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from doge_gui.core.snapshot import Snapshot

WINDOW = 10
"""Cycles that are looked back on."""
MANY = 4
"""Changes between lost and there, within the window, that make a gateway flap."""


@dataclass(frozen=True, slots=True)
class Flapping:
    """Who flaps, and the recent changes by which that is judged."""

    changes: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    """PLC -> numbers of the cycles, within the window, in which it was lost or came back."""
    now: frozenset[str] = frozenset()


def step(flapping: Flapping, before: Snapshot | None, after: Snapshot) -> Flapping:
    """Take a finished cycle. Who flaps goes on flapping until the window holds no change any more."""
    oldest = after.facts.number - WINDOW
    changes = {
        plc: kept
        for plc, cycles in flapping.changes.items()
        if plc in after.plan.row and (kept := tuple(cycle for cycle in cycles if cycle > oldest))
    }
    for plc in _changed(before, after):
        changes[plc] = (*changes.get(plc, ()), after.facts.number)
    begun = {plc for plc, cycles in changes.items() if len(cycles) >= MANY}
    return Flapping(changes, frozenset(begun | (flapping.now & changes.keys())))


def _changed(before: Snapshot | None, after: Snapshot) -> list[str]:
    """The PLCs that were lost or came back between two pictures."""
    if before is None:
        return []
    lost = np.isfinite(after.lost_since)
    if before.plan.addresses == after.plan.addresses:
        was = np.isfinite(before.lost_since)
    else:
        rows = [before.plan.row.get(address.plc, -1) for address in after.plan.addresses]
        was = np.array(
            [np.isfinite(before.lost_since[row]) if row >= 0 else lost[at] for at, row in enumerate(rows)],
            np.bool_,
        )
    return [after.plan.addresses[row].plc for row in np.flatnonzero(lost != was)]
