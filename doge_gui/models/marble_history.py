"""The marbles of the last hours, as the graphs draw them: bounded, once per finished cycle."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from doge_gui.core.questions import CIRCUITS
from doge_gui.core.snapshot import MARBLES, Phase, Quality, Snapshot
from doge_gui.core.trend import Trend

FLEET_DEPTH = 4096
"""Samples of the fleet's totals."""
PLC_BYTES = 48_000_000
"""Memory for the samples of the single PLCs; a large fleet is remembered for a shorter time."""


@dataclass(frozen=True, slots=True)
class Onset:
    """The instant a threshold was first exceeded."""

    at: float
    """Monotonic seconds of the cycle's start."""
    request: str
    """Title of the request."""


class MarbleHistory:
    """Fleet totals and single counts per circuit over time, in monotonic seconds.

    A total that is not complete and a count that is not of its cycle are NaN: gaps, not numbers.
    """

    def __init__(self, fleet_depth: int = FLEET_DEPTH, plc_bytes: int = PLC_BYTES) -> None:
        self._plc_bytes = plc_bytes
        self.fleet = Trend(fleet_depth, (CIRCUITS,))
        self._single = Trend(1, (0, CIRCUITS), np.float32)
        self._rows: dict[str, int] = {}
        self._last_start = -np.inf
        self._breached: frozenset[str] = frozenset()
        self.onsets: list[Onset] = []
        self.wall_offset_s = 0.0
        """Add to monotonic seconds to get seconds since 1970, for the time axis."""

    def append(self, snapshot: Snapshot) -> bool:
        """Take a finished cycle, once. Returns whether it was new."""
        facts = snapshot.facts
        if facts.phase is Phase.READING or facts.started_mono <= self._last_start:
            return False
        self._last_start = facts.started_mono
        self.wall_offset_s = facts.started_at.timestamp() - facts.started_mono
        rows = snapshot.plan.row
        if rows != self._rows:
            self._lay_out(rows)
        total = snapshot.marbles
        value = np.array(total.value, np.float64) if total.complete else np.full(CIRCUITS, np.nan)
        self.fleet.append(facts.started_mono, value)
        good = snapshot.quality[:, MARBLES] == Quality.GOOD
        counts = np.where(good[:, None], snapshot.counts[:, MARBLES], np.nan).astype(np.float32)
        self._single.append(facts.started_mono, counts)
        self._note_onsets(snapshot)
        return True

    def of_plc(self, plc: str, start: float, end: float) -> tuple[NDArray[np.float64], NDArray[np.floating]]:
        """Times and counts of one PLC within [start, end], shapes (n,) and (n, 3); empty when unknown."""
        if plc not in self._rows:
            return np.empty(0), np.empty((0, CIRCUITS))
        times, samples = self._single.window(start, end)
        return times, samples[:, self._rows[plc]]

    def _lay_out(self, rows: dict[str, int]) -> None:
        """Give every PLC its column; the past of those that stay is kept."""
        size = max(len(rows), 1) * CIRCUITS * np.dtype(np.float32).itemsize * 2
        fresh = Trend(
            max(2, min(self.fleet.depth, self._plc_bytes // size)), (len(rows), CIRCUITS), np.float32
        )
        stay = [plc for plc in rows if plc in self._rows]
        to, start = [rows[plc] for plc in stay], [self._rows[plc] for plc in stay]
        times, samples = self._single.times[-fresh.depth :], self._single.samples[-fresh.depth :]
        for time, sample in zip(times, samples, strict=True):
            moved = np.full((len(rows), CIRCUITS), np.nan, np.float32)
            moved[to] = sample[start]
            fresh.append(float(time), moved)
        self._single, self._rows = fresh, dict(rows)

    def _note_onsets(self, snapshot: Snapshot) -> None:
        pairs = zip(snapshot.plan.requests, snapshot.request_totals, strict=True)
        breached = {rule.name: rule.title for rule, total in pairs if total.breach}
        for name in breached.keys() - self._breached:
            self.onsets.append(Onset(snapshot.facts.started_mono, breached[name]))
        self._breached = frozenset(breached)
        del self.onsets[:-64]
