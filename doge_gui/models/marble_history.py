"""The marbles of the last hours, as the graphs draw them: bounded, once per finished cycle."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from doge_gui.core.questions import CIRCUITS
from doge_gui.core.recording.past import Past
from doge_gui.core.snapshot import MARBLES, Phase, Quality, Snapshot
from doge_gui.core.trend import Trend

FLEET_DEPTH = 4096
"""Samples of the fleet's totals."""
PLC_BYTES = 48_000_000
"""Memory for the samples of the single PLCs; a large fleet is remembered for a shorter time."""
GAP_AFTER_INTERVALS = 2.5
"""Cycles that lie further apart than this many intervals have a gap between them."""


@dataclass(frozen=True, slots=True)
class Onset:
    """The instant a threshold was first exceeded."""

    at: float
    """Monotonic seconds of the cycle's start."""
    request: str
    """Title of the request."""


class MarbleHistory:
    """Fleet totals and single counts per circuit over time, in monotonic seconds.

    A total that is not complete and a count that is not of its cycle are NaN: gaps, not numbers. Where no
    cycle ended for a while (a pause, a sleep, skipped cycles) a sample of NaN stands between.
    """

    def __init__(self, fleet_depth: int = FLEET_DEPTH, plc_bytes: int = PLC_BYTES) -> None:
        self._plc_bytes = plc_bytes
        self.fleet = Trend(fleet_depth, (CIRCUITS,))
        self._single = Trend(1, (0, CIRCUITS))
        self._rows: dict[str, int] = {}
        self._last_start = -np.inf
        self._pace_s = 0.0
        self._breached: frozenset[str] = frozenset()
        self.onsets: list[Onset] = []
        self.wall_offset_s = 0.0
        """Add to monotonic seconds to get seconds since 1970, for the time axis."""

    def append(self, snapshot: Snapshot, interval_s: float = np.inf) -> bool:
        """Take a finished cycle, once. Returns whether it was new.

        Cycles are due every `interval_s` seconds; infinite while that is not known.
        """
        facts = snapshot.facts
        if facts.phase is Phase.READING or facts.started_mono <= self._last_start:
            return False
        self._part(facts.started_mono, interval_s)
        # A cycle that overruns its interval sets the pace by itself: not every sample is alone then.
        known = interval_s if np.isfinite(interval_s) else 0.0
        self._last_start, self._pace_s = facts.started_mono, max(known, facts.elapsed_s)
        self.wall_offset_s = facts.started_at.timestamp() - facts.started_mono
        rows = snapshot.plan.row
        if rows != self._rows:
            self._lay_out(rows)
        total = snapshot.marbles
        value = np.array(total.value, np.float64) if total.complete else np.full(CIRCUITS, np.nan)
        good = snapshot.quality[:, MARBLES] == Quality.GOOD
        counts = np.where(good[:, None], snapshot.counts[:, MARBLES], np.nan)
        self._append(facts.started_mono, value, counts)
        self._note_onsets(snapshot)
        return True

    def begin_with(self, past: Past) -> None:
        """Put what was recorded before the program's start before what was seen since."""
        if not self._rows:
            self._lay_out({plc: row for row, plc in enumerate(past.plcs)})
        seen = self.fleet.times.copy(), self.fleet.samples.copy(), self._single.samples.copy()
        first = float(seen[0][0]) if len(seen[0]) else np.inf
        rows = {plc: row for row, plc in enumerate(past.plcs)}
        stay = [plc for plc in self._rows if plc in rows]
        to, start = [self._rows[plc] for plc in stay], [rows[plc] for plc in stay]
        self.fleet = Trend(self.fleet.depth, (CIRCUITS,))
        self._single = Trend(self._single_depth(len(self._rows)), (len(self._rows), CIRCUITS))
        for place in np.flatnonzero(past.times < first)[-self.fleet.depth :]:
            single = np.full((len(self._rows), CIRCUITS), np.nan)
            single[to] = past.single[place, start]
            self._append(float(past.times[place]), past.fleet[place], single)
            after = float(past.times[place + 1]) if place + 1 < len(past) else first
            pace_s = float(past.ends[place] - past.times[place])
            if np.isfinite(after) and after - past.times[place] > GAP_AFTER_INTERVALS * pace_s:
                self._append_gap(float(past.ends[place]))
        self._append_seen(*seen)
        if not len(seen[0]) and len(past):
            self._last_start = float(past.times[-1])
            self._pace_s = float(past.ends[-1] - past.times[-1])
        self.onsets[:0] = [Onset(at, title) for at, title in past.onsets if at < first]
        del self.onsets[:-64]

    def _append(self, time: float, fleet: NDArray[np.floating], single: NDArray[np.floating]) -> None:
        self.fleet.append(time, fleet)
        self._single.append(time, single)

    def _append_gap(self, time: float) -> None:
        self._append(time, np.full(CIRCUITS, np.nan), np.full((len(self._rows), CIRCUITS), np.nan))

    def _append_seen(
        self, times: NDArray[np.float64], fleet: NDArray[np.floating], single: NDArray[np.floating]
    ) -> None:
        """What was taken already; the single counts may reach back less far."""
        older = len(times) - len(single)
        for place, time in enumerate(times.tolist()):
            self.fleet.append(time, fleet[place])
            if place >= older:
                self._single.append(time, single[place - older])

    def _part(self, start: float, interval_s: float) -> None:
        """Leave a gap before a cycle that started long after the one before."""
        pace_s = max(self._pace_s, interval_s)
        if len(self.fleet) and start - self._last_start > GAP_AFTER_INTERVALS * pace_s:
            self._append_gap(self._last_start + pace_s)

    def of_plc(self, plc: str, start: float, end: float) -> tuple[NDArray[np.float64], NDArray[np.floating]]:
        """Times and counts of one PLC within [start, end], shapes (n,) and (n, 3); empty when unknown."""
        if plc not in self._rows:
            return np.empty(0), np.empty((0, CIRCUITS))
        times, samples = self._single.window(start, end)
        return times, samples[:, self._rows[plc]]

    def _single_depth(self, plcs: int) -> int:
        """How many samples of so many PLCs are held."""
        size = max(plcs, 1) * CIRCUITS * np.dtype(np.float64).itemsize * 2
        return max(2, min(self.fleet.depth, self._plc_bytes // size))

    def _lay_out(self, rows: dict[str, int]) -> None:
        """Give every PLC its column; the past of those that stay is kept."""
        fresh = Trend(self._single_depth(len(rows)), (len(rows), CIRCUITS))
        stay = [plc for plc in rows if plc in self._rows]
        to, start = [rows[plc] for plc in stay], [self._rows[plc] for plc in stay]
        times, samples = self._single.times[-fresh.depth :], self._single.samples[-fresh.depth :]
        for time, sample in zip(times, samples, strict=True):
            moved = np.full((len(rows), CIRCUITS), np.nan)
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
