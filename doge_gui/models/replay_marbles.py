"""The marbles of a recording up to the instant that is shown, as the graphs draw them."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from doge_gui.core.questions import CIRCUITS
from doge_gui.core.recording.curves import Mark
from doge_gui.core.replay.past import Past
from doge_gui.core.snapshot import Snapshot
from doge_gui.core.trend import Trend
from doge_gui.models.marble_history import MarbleHistory, Onset

_OF_VALUES = ("high:", "low:")
"""Alarms whose onset is a threshold's."""
_KEPT = 64

Times = NDArray[np.float64]
Samples = NDArray[np.floating]


class _UpTo(Trend):
    """Samples of which only those up to an instant can be seen."""

    def __init__(self) -> None:
        super().__init__(1, (CIRCUITS,))
        self._all_times: Times = np.empty(0)
        self._all_samples: Samples = np.empty((0, CIRCUITS))
        self.seen = 0
        """How many can be seen."""

    def hold(self, times: Times, samples: Samples) -> None:
        """Take these in place of all others."""
        self._all_times, self._all_samples = times, samples
        self.seen = 0

    def __len__(self) -> int:
        return self.seen

    @property
    def times(self) -> Times:
        """Instants, rising."""
        return self._all_times[: self.seen]

    @property
    def samples(self) -> Samples:
        """Shape (n, circuits)."""
        return self._all_samples[: self.seen]

    def see(self, until: float) -> None:
        """Let those up to an instant be seen."""
        self.seen = int(np.searchsorted(self._all_times, until, "right"))


class ReplayMarbles(MarbleHistory):
    """In place of a history that grows: one that is known, seen up to the cycle that is shown.

    Instants are seconds since 1970. The graphs can go back and forth in it, and nothing is copied.
    """

    def __init__(self) -> None:
        super().__init__(fleet_depth=1, plc_bytes=1)
        self._totals = _UpTo()
        self.fleet = self._totals
        self._past = Past(np.empty(0), np.empty((0, CIRCUITS)))
        self._plcs: dict[str, Samples] = {}
        self._known: tuple[Onset, ...] = ()
        self.shown_at = -np.inf
        """Start of the cycle that is shown."""
        self._ended_at = -np.inf

    def hold(self, past: Past) -> None:
        """Take the cycles at hand."""
        self._past, self._plcs = past, {}
        self._totals.hold(past.times, past.totals)
        self._totals.see(self.shown_at)

    def know(self, marks: Sequence[Mark]) -> None:
        """Take the alarms that came."""
        self._known = tuple(
            Onset(mark.at.timestamp(), mark.words) for mark in marks if mark.id.startswith(_OF_VALUES)
        )
        self._choose_onsets()

    def append(self, snapshot: Snapshot, interval_s: float = np.inf) -> bool:
        """Show the past up to this cycle. Returns whether that is another."""
        until = snapshot.facts.started_mono
        if until == self.shown_at and len(self._totals):
            return False
        self.shown_at, self._ended_at = until, snapshot.taken_at
        self._totals.see(until)
        self._choose_onsets()
        return True

    def _choose_onsets(self) -> None:
        self.onsets = [onset for onset in self._known if onset.at <= self._ended_at][-_KEPT:]

    def of_plc(self, plc: str, start: float, end: float) -> tuple[Times, Samples]:
        """Times and counts of one PLC within [start, end], with a neighbour on either side."""
        if plc not in self._plcs:
            self._plcs[plc] = self._past.of_plc(plc)
        times = self._totals.times
        first = max(int(np.searchsorted(times, start, "left")) - 1, 0)
        last = min(int(np.searchsorted(times, end, "right")) + 1, len(times))
        return times[first:last], self._plcs[plc][first:last]
