"""The plant: marbles that travel round three circuits, past one station per PLC.

Everything is a closed form of the seed and of `now`, in seconds since the plant started: where a marble is
does not depend on who asked before, or how often. A circuit is a ring with one station per PLC; a marble
spends most of its way in a station, where that PLC counts it, and the rest in transit, where nobody does.
Positions are integers (millionths of the way from one station to the next), so that no marble is lost or
counted twice by rounding.
"""

import math
import zlib
from bisect import bisect_left
from dataclasses import dataclass
from random import Random

from doge_gui.core.questions import CIRCUITS

PITCH = 1_000_000
"""The length of the way from the start of one station to the start of the next."""

DWELL = 850_000
"""The part of the pitch that lies inside the station."""

SECONDS_PER_PITCH = (15.0, 25.0, 40.0)
"""Marbles roll in three groups: quick, middling and slow."""


@dataclass(frozen=True, slots=True)
class Level:
    """Around what a configured value moves, and how far from it."""

    middle: float
    swing: float


LEVELS = {
    "temperature": Level(22.0, 2.0),
    "pressure": Level(1.2, 0.1),
    "humidity": Level(45.0, 4.0),
}
ANY_LEVEL = Level(50.0, 8.0)
"""For a request whose name says nothing to the simulator."""


@dataclass(frozen=True, slots=True)
class MarbleGroup:
    """Marbles of one circuit that roll at one speed."""

    starts: tuple[int, ...]
    """Their positions at time 0, ascending."""
    speed: float
    """Position units per second."""


class Circuit:
    """One ring of stations and the marbles on it, which never leave it."""

    def __init__(self, stations: int, groups: tuple[MarbleGroup, ...]) -> None:
        self._ring = stations * PITCH
        self._groups = groups
        self.marbles = sum(len(group.starts) for group in groups)

    @classmethod
    def scattered(cls, stations: int, marbles: int, speed: float, rng: Random) -> "Circuit":
        """A circuit whose marbles start anywhere; `speed` scales their speeds (0: they stand still)."""
        ring = stations * PITCH
        groups: list[MarbleGroup] = []
        for index, pitch_s in enumerate(SECONDS_PER_PITCH):
            share = len(range(index, marbles, len(SECONDS_PER_PITCH)))
            starts = tuple(sorted(rng.randrange(ring) for _ in range(share)))
            groups.append(MarbleGroup(starts, speed * PITCH / pitch_s * rng.uniform(0.9, 1.1)))
        return cls(stations, tuple(groups))

    def count(self, station: int, now: float) -> int:
        """How many marbles lie in `station` (0 to stations - 1)."""
        found = 0
        for group in self._groups:
            first = (station * PITCH - int(group.speed * now)) % self._ring
            beyond = first + DWELL
            found -= bisect_left(group.starts, first)
            if beyond <= self._ring:
                found += bisect_left(group.starts, beyond)
            else:
                found += len(group.starts) + bisect_left(group.starts, beyond - self._ring)
        return found

    def in_transit(self, now: float) -> int:
        """How many marbles are between two stations, looked up marble by marble."""
        return sum(
            (start + int(group.speed * now)) % PITCH >= DWELL
            for group in self._groups
            for start in group.starts
        )


class Plant:
    """All stations of a fleet, and what each PLC knows: its connection and the totals written into it."""

    def __init__(
        self,
        stations: int,
        seed: int,
        *,
        marbles_per_station: int = 10,
        marble_speed: float = 1.0,
        rejoin_s: float = 30.0,
    ) -> None:
        self.stations = stations
        self.circuits = tuple(
            Circuit.scattered(
                stations, stations * marbles_per_station, marble_speed, Random(f"{seed}/circuit/{number}")
            )
            for number in range(CIRCUITS)
        )
        self._seed = seed
        self._rejoin_s = rejoin_s
        self._away_until: dict[int, float] = {}
        self._totals: dict[int, list[int | None]] = {}

    def counts(self, station: int, now: float) -> list[int]:
        """The marbles that PLC counts, per circuit."""
        return [circuit.count(station, now) for circuit in self.circuits]

    def value(self, name: str, station: int, now: float) -> float:
        """A configured request's value: smooth in time, different for each PLC."""
        level = LEVELS.get(name, ANY_LEVEL)
        phase = zlib.crc32(f"{self._seed}/{name}/{station}".encode()) / 2**32
        slow = math.sin(math.tau * (now / 600.0 + phase))
        quick = math.sin(math.tau * (now / 70.0 + 7.0 * phase))
        return round(level.middle + level.swing * (0.7 * slow + 0.3 * quick), 3)

    def disconnect(self, station: int, now: float) -> None:
        """Take that PLC off the network, until it rejoins (never, where the plant's `rejoin_s` is 0)."""
        self._away_until[station] = now + self._rejoin_s if self._rejoin_s else math.inf

    def connected(self, station: int, now: float) -> bool:
        """Whether that PLC is on the network."""
        return now >= self._away_until.get(station, 0.0)

    def write_total(self, station: int, circuit: int, total: int) -> None:
        """Keep a fleet total in that PLC."""
        self._totals.setdefault(station, [None] * CIRCUITS)[circuit] = total

    def totals(self, station: int) -> list[int | None]:
        """The fleet totals that PLC holds, per circuit; None where none was ever written."""
        return list(self._totals.get(station, [None] * CIRCUITS))
