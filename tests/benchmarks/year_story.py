"""What a plant of 50 gateways tells in a year: made up, but as restless as a plant."""

import numpy as np
from numpy.typing import NDArray

from doge_gui.core.recording.cycles import CycleTotals
from doge_gui.core.recording.sampler import DEADBAND_S, DEADBAND_SHARE, SEGMENT_S
from doge_gui.core.snapshot import Quality, RequestTotal, VectorTotal

GATEWAYS, INTERVAL_S = 50, 60
CYCLES = SEGMENT_S // INTERVAL_S
"""Of a segment."""
_MARBLES, _TEMPERATURE, _LATENCY, _CONNECTED = slice(6, 9), 9, 10, 11
_SUMMED, _OWN = slice(0, 10), 12
"""Columns of a gateway's readings, in the order of Layout; of the fleet's the same sums, then the seconds of
a cycle and how many are connected."""
_LOST = 0.001


class Story:
    """Six hours after six hours: marbles that roll, temperatures that drift, a gateway lost now and then."""

    def __init__(self, seed: int = 7) -> None:
        self._chance = np.random.default_rng(seed)
        self._marbles = self._chance.integers(50, 200, (GATEWAYS, 3)).astype(np.float64)
        self._temperature = self._chance.uniform(30, 50, GATEWAYS)

    def next(self) -> tuple[NDArray[np.float64], NDArray[np.uint8]]:
        """Values and qualities of shape (cycles, tags)."""
        chance, shape = self._chance, (CYCLES, GATEWAYS)
        values = np.zeros((CYCLES, GATEWAYS + 1, _OWN))
        quality = np.full(values.shape, Quality.GOOD, np.uint8)
        own, fleet = values[:, :-1], values[:, -1]
        own[..., :3] = 1
        own[..., _MARBLES] = self._rolled()
        own[..., _TEMPERATURE] = self._drifted()
        own[..., _LATENCY] = chance.gamma(4, 0.005, shape).round(6)
        own[..., _CONNECTED] = 1
        lost = chance.random(shape) < _LOST
        lost[0] = False
        quality[:, :-1][lost] = (*[Quality.BAD] * 10, Quality.NEVER, Quality.GOOD)
        own[lost, _CONNECTED] = 0
        _hold(own, lost)
        own[lost, _LATENCY] = np.nan
        there = ~lost[..., None]
        fleet[:, _SUMMED] = (own[..., _SUMMED] * there).sum(axis=1)
        fleet[:, _LATENCY], fleet[:, _CONNECTED] = chance.gamma(9, 0.02, CYCLES), own[..., _CONNECTED].sum(1)
        quality[lost.any(axis=1), -1] = (*[Quality.BAD] * 10, Quality.GOOD, Quality.BAD)
        return values.reshape(CYCLES, -1), quality.reshape(CYCLES, -1)

    def _rolled(self) -> NDArray[np.float64]:
        steps = self._chance.integers(-3, 4, (CYCLES, GATEWAYS, 3))
        marbles: NDArray[np.float64] = np.abs(self._marbles + np.cumsum(steps, axis=0))
        self._marbles = marbles[-1]
        return marbles

    def _drifted(self) -> NDArray[np.float64]:
        steps = self._chance.normal(0, 0.2, (CYCLES, GATEWAYS))
        drift = np.clip(self._temperature + np.cumsum(steps, axis=0), 10, 90)
        self._temperature = drift[-1]
        return drift.round(1)


def _hold(own: NDArray[np.float64], lost: NDArray[np.bool_]) -> None:
    """Leave what was not read as it was, and a latency within its deadband."""
    for cycle in range(1, CYCLES):
        now, before = own[cycle], own[cycle - 1]
        near = np.abs(now[:, _LATENCY] - before[:, _LATENCY]) <= np.maximum(
            DEADBAND_S, DEADBAND_SHARE * before[:, _LATENCY]
        )
        now[near, _LATENCY] = before[near, _LATENCY]
        silent = lost[cycle]
        if silent.any():
            now[silent, _SUMMED] = before[silent, _SUMMED]


def totals_of(values: NDArray[np.float64]) -> list[CycleTotals]:
    """What each of these cycles says of the whole fleet."""
    fleet = values[:, -_OWN:]
    answered = fleet[:, _CONNECTED].astype(np.int64).tolist()
    found = []
    for (*counts, temperature), over in zip(fleet[:, _SUMMED].tolist(), answered, strict=True):
        multi, check, marbles = (
            VectorTotal((int(a), int(b), int(c)), over, GATEWAYS)
            for a, b, c in (counts[:3], counts[3:6], counts[6:9])
        )
        total = RequestTotal(temperature, over, GATEWAYS)
        found.append(CycleTotals((multi, check, marbles), (total,)))
    return found
