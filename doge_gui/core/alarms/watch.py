"""What must be remembered from cycle to cycle to judge the next one. Nothing of it survives a restart."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

import numpy as np

from doge_gui.core import flapping as flaps
from doge_gui.core.flapping import Flapping
from doge_gui.core.snapshot import MULTI, Quality, Snapshot
from doge_gui.core.statuses import Disconnection, DisconnectionState

TOLD_OFF_S, TOLD_OFF_CYCLES = 600.0, 3
"""A PLC that is connected later than both of these after its disconnection has joined anew."""


class ToldOff(NamedTuple):
    """A disconnection that was accepted."""

    at: float
    """Monotonic seconds."""
    cycles: int = 0
    """Pictures taken since."""


@dataclass(frozen=True)
class Watch:
    """The past, as far as it matters."""

    before: Snapshot | None = None
    """The last picture that was judged."""
    flapping: Flapping = field(default_factory=Flapping)
    failed: Mapping[str, int] = field(default_factory=dict)
    """PLC -> cycles in a row in which its gateway could not be spoken with."""
    overran: bool = False
    """Cycles were skipped since the one before."""
    told_off: Mapping[str, ToldOff] = field(default_factory=dict)
    """By the PLC that accepted an operator's disconnection."""
    cycles: int = 0
    """Pictures taken since the program began: who flapped before is not known yet."""


def watch(past: Watch, snapshot: Snapshot) -> Watch:
    """Take a picture of Phase.READ."""
    lost = np.isfinite(snapshot.lost_since) & snapshot.asked
    failed = {
        plc: past.failed.get(plc, 0) + 1
        for plc in (snapshot.plan.addresses[row].plc for row in np.flatnonzero(lost).tolist())
    }
    if snapshot.plan.addresses and not snapshot.asked.all():
        # Who was not asked has neither answered nor failed.
        for row in np.flatnonzero(~snapshot.asked).tolist():
            plc = snapshot.plan.addresses[row].plc
            if plc in past.failed:
                failed[plc] = past.failed[plc]
    skipped = past.before.facts.skipped if past.before else 0
    return Watch(
        snapshot,
        flaps.step(past.flapping, past.before, snapshot),
        failed,
        snapshot.facts.skipped > skipped,
        {
            plc: ToldOff(one.at, one.cycles + 1)
            for plc, one in past.told_off.items()
            if not (seen_off(snapshot, plc, one.at) or _long_ago(one, snapshot.taken_at))
        },
        past.cycles + 1,
    )


def _long_ago(one: ToldOff, now: float) -> bool:
    return now - one.at > TOLD_OFF_S and one.cycles >= TOLD_OFF_CYCLES


def note_disconnections(past: Watch, outcomes: tuple[Disconnection, ...], now: float) -> Watch:
    """Remember which PLCs accepted an operator's disconnection at `now` (monotonic seconds)."""
    accepted = [one.plc for one in outcomes if one.forced and one.state is DisconnectionState.DONE]
    return note_told_off(past, accepted, now)


def note_told_off(past: Watch, plcs: Sequence[str], now: float) -> Watch:
    """Watch these PLCs from `now` on (monotonic seconds) for whether they leave."""
    return replace(past, told_off={**past.told_off, **{plc: ToldOff(now) for plc in plcs}})


def seen_off(snapshot: Snapshot, plc: str, since: float) -> bool:
    """The PLC has left the network since, or the fleet."""
    row = snapshot.plan.row.get(plc)
    if row is None:
        return True
    good = snapshot.quality[row, MULTI] == Quality.GOOD and snapshot.good_at[row, MULTI] > since
    return bool(good and not snapshot.counts[row, MULTI].any())


def still_on(snapshot: Snapshot, plc: str, since: float) -> bool:
    """The PLC has answered since, as one that is connected."""
    row = snapshot.plan.row[plc]
    good = snapshot.quality[row, MULTI] == Quality.GOOD and snapshot.good_at[row, MULTI] > since
    return bool(good and snapshot.counts[row, MULTI].any())
