"""The marbles of the last hours as the live graphs go on from them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import numpy as np
from numpy.typing import NDArray

from doge_gui.core.alarms.alarm import OF_A_VALUE
from doge_gui.core.alarms.events import Event
from doge_gui.core.alarms.report import is_onset
from doge_gui.core.questions import CIRCUITS, COMPTEUR_BILLE
from doge_gui.core.recording.cycles import Stretch
from doge_gui.core.recording.tags import VECTOR_TAGS, Layout, vector_tag
from doge_gui.core.snapshot import Quality

_FIRST = VECTOR_TAGS.index(vector_tag(COMPTEUR_BILLE, 0))
_MARBLES = slice(_FIRST, _FIRST + CIRCUITS)


@dataclass(frozen=True)
class Past:
    """Recorded cycles in a row, the oldest first. A count that was not read, or not completely, is NaN."""

    times: NDArray[np.float64]
    """Monotonic seconds, shape (n,), rising."""
    ends: NDArray[np.float64]
    """Shape (n,): monotonic seconds until which a cycle tells the present: where the next one is later, there
    was nothing."""
    fleet: NDArray[np.float64]
    """(n, circuits): complete totals."""
    plcs: tuple[str, ...]
    single: NDArray[np.float64]
    """(n, plcs, circuits)."""
    onsets: tuple[tuple[float, str], ...] = ()
    """Instants at which a threshold was first exceeded, and the request's title."""

    def __len__(self) -> int:
        return len(self.times)


def past_of(
    stretches: Sequence[Stretch],
    events: Sequence[Event],
    most: int,
    wall: datetime,
    mono: float,
) -> Past:
    """The newest `most` cycles of some stretches, in order; `wall` and `mono` are one instant by both clocks.

    The PLCs are the newest plan's.
    """
    plan = stretches[-1].plan
    rows = {address.plc: row for row, address in enumerate(plan.addresses)}
    parts = [_part(stretch, rows) for stretch in stretches]
    stamps = [cycle.at.timestamp() for stretch in stretches for cycle in stretch.cycles]
    pace = [stretch.interval_s for stretch in stretches for _ in stretch.cycles]
    offset = mono - wall.timestamp()
    times = np.array(stamps) + offset
    # After the time of day was set back, what seems to come later is no past of now.
    rising = times <= np.minimum.accumulate(np.append(times[1:], mono)[::-1])[::-1]
    chosen = np.flatnonzero(rising)[-most:]
    titles = {rule.name: rule.title for rule in plan.requests}
    onsets = tuple(
        (event.at.timestamp() + offset, titles.get(event.subject, event.subject))
        for event in events
        if is_onset(event) and event.kind in OF_A_VALUE
    )
    return Past(
        times[chosen],
        (times + np.array(pace))[chosen],
        np.concatenate([fleet for fleet, _ in parts])[chosen],
        tuple(rows),
        np.concatenate([single for _, single in parts])[chosen],
        onsets,
    )


def _part(stretch: Stretch, rows: dict[str, int]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Totals (n, circuits) and counts (n, rows, circuits) of one stretch."""
    own = len(Layout(stretch.plan).own)
    shape = len(stretch.cycles), -1, own
    good = np.where(stretch.quality == Quality.GOOD, stretch.values, np.nan).reshape(shape)
    marbles = good[:, :, _MARBLES]
    single = np.full((len(stretch.cycles), len(rows), CIRCUITS), np.nan)
    for row, address in enumerate(stretch.plan.addresses):
        if address.plc in rows:
            single[:, rows[address.plc]] = marbles[:, row]
    return marbles[:, -1], single
