"""The figures of the cycle itself, without a window."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from doge_gui.simulator.fleet import SimulatedFleet
from tests.benchmarks.children import QUESTIONS, BenchmarkError, configuration, fleet, measure
from tests.benchmarks.figures import Figure

FLEET = 200
THREADS = (6, 32, 200)
"""Pool sizes the original's way is given: the default of two cores, the default's most, one a gateway."""
OFTEN_S, MINUTELY_S = 10.0, 60.0
"""Intervals: connections are kept between cycles, or closed after each, as the engine decides by itself."""
NO_HURRY_S = 10.0
"""A deadline that nothing here comes near."""
READINGS = QUESTIONS - 4


@dataclass(frozen=True, slots=True)
class Times:
    """Seconds of cycles back to back."""

    cold: float
    """The first cycle, which opens the connections."""
    warm: tuple[float, ...]
    """The others, by the engine's own account."""
    wall: tuple[float, ...]
    """The others, from the wish to the end as seen from outside."""

    @property
    def best(self) -> float:
        """Best warm cycle, seen from outside."""
        return min(self.wall)


@contextmanager
def station(
    plant: SimulatedFleet,
    interval_s: float = OFTEN_S,
    deadline_s: float = NO_HURRY_S,
    disconnect: bool = True,
    web_port: int | None = None,
) -> Iterator[Path]:
    """A folder with a configuration for this fleet; its path, for the time of the block."""
    with tempfile.TemporaryDirectory(prefix="watchdoge-bench-") as folder:
        yield configuration(
            plant,
            Path(folder),
            interval_s=interval_s,
            deadline_s=deadline_s,
            disconnect=disconnect,
            web_port=web_port,
        )


def ours(plant: SimulatedFleet, cycles: int, interval_s: float = OFTEN_S) -> Times:
    """Whole cycles of the engine; raises BenchmarkError when one of them was not whole."""
    gateways = len(plant.addresses)
    with station(plant, interval_s) as config:
        ran: list[dict[str, Any]] = measure("engine_process", config, str(cycles + 1))
    if any((cycle["answered"], cycle["written"]) != (gateways, gateways) for cycle in ran):
        raise BenchmarkError("a cycle did not get every answer")
    elapsed = [float(cycle["elapsed_s"]) for cycle in ran]
    wall = [float(cycle["wall_s"]) for cycle in ran]
    return Times(elapsed[0], tuple(elapsed[1:]), tuple(wall[1:]))


def cycle_vs_original() -> list[Figure]:
    """A whole cycle against the original's way of asking the same questions."""
    with fleet(FLEET) as plant:
        before = ours(plant, 10)
        theirs = {
            str(threads): measure("original_way", plant.addresses_file, str(threads), "1")[0]
            for threads in THREADS
        }
        after = ours(plant, 10)
        minutely = ours(plant, 5, MINUTELY_S)
    fastest, best = min(theirs.values()), min(before.best, after.best)
    raw = {
        **{f"the original's way, {threads} threads": seconds for threads, seconds in theirs.items()},
        "ours, warm, best (all told)": best,
        "ours, warm": [*before.wall, *after.wall],
        "ours, first cycle": [before.cold, after.cold],
        "ours at one cycle a minute (every connection anew each cycle)": list(minutely.wall),
        "questions per second, ours": FLEET * QUESTIONS / best,
    }
    how = (
        f"{FLEET} gateways x {QUESTIONS} questions; the best of three pool sizes / the best of 20 warm cycles"
    )
    return [Figure("cycle: the original's way / ours", fastest / best, 40, "x", True, how, raw)]


def cycle_vs_aiohttp() -> list[Figure]:
    """A whole cycle against aiohttp on uvloop."""
    with fleet(FLEET) as plant:
        before = ours(plant, 10)
        first, *warm = measure("asyncio_way", plant.addresses_file, "11")
        after = ours(plant, 10)
    best = min(before.best, after.best)
    raw = {
        "aiohttp, warm": warm,
        "aiohttp, first cycle": first,
        "ours, warm": [*before.wall, *after.wall],
        "ours, first cycle": [before.cold, after.cold],
        "medians: aiohttp / ours (x)": median(warm) / median([*before.wall, *after.wall]),
    }
    how = f"{FLEET} gateways x {QUESTIONS} questions; the best of 10 warm cycles / the best of 20"
    return [Figure("cycle: aiohttp with uvloop / ours", min(warm) / best, 2.5, "x", True, how, raw)]


def latency_20ms() -> list[Figure]:
    """A whole cycle over gateways that take 20 ms an answer, against the least it can take."""
    latency_ms = 20.0
    ideal = QUESTIONS * latency_ms / 1000
    with fleet(FLEET, latency_ms) as plant:
        times = ours(plant, 10)
    raw = {"ideal": ideal, "ours, warm": list(times.wall), "ours, first cycle": times.cold}
    how = f"{FLEET} gateways x {QUESTIONS} questions of 20 ms in turn = {ideal:.2f} s; best of 10 warm cycles"
    return [Figure("cycle at 20 ms an answer: ours / ideal", times.best / ideal, 1.6, "x", False, how, raw)]


def five_thousand() -> list[Figure]:
    """Time per gateway of a large fleet against the usual one's."""
    large = 5000
    with fleet(FLEET) as plant:
        small_times = ours(plant, 10)
    with fleet(large) as plant:
        large_times = ours(plant, 5)
    each_small = median(small_times.wall) / FLEET
    each_large = median(large_times.wall) / large
    raw = {
        f"{FLEET} gateways, warm": list(small_times.wall),
        f"{large} gateways, warm": list(large_times.wall),
        f"{large} gateways, first cycle": large_times.cold,
        "per gateway (ms)": [1000 * each_small, 1000 * each_large],
    }
    how = f"medians of warm cycles, time per gateway at {large} / at {FLEET}"
    return [
        Figure(
            "5,000 gateways: time per gateway / at 200", each_large / each_small, 2.0, "x", False, how, raw
        )
    ]


def silent() -> list[Figure]:
    """A fleet of which every tenth gateway takes the question and says nothing."""
    with fleet(FLEET) as plant, station(plant, OFTEN_S, 2.0, disconnect=False) as config:
        plant.set_scenario([{"gateways": {"every": 10, "offset": 4}, "fault": "silent"}])
        ran: list[dict[str, Any]] = measure("engine_process", config, "4")
    healthy = FLEET - FLEET // 10
    shown = [_shown_after(cycle["pictures"], healthy) for cycle in ran]
    ended = [float(cycle["wall_s"]) for cycle in ran]
    raw = {"healthy in the picture": shown, "cycle ended": ended}
    how = f"{FLEET // 10} of {FLEET} silent, deadline 2 s; the worst of 4 cycles, the first one included"
    return [
        Figure("20 of 200 silent: the healthy 180 shown after", max(shown), 0.5, "s", False, how, raw),
        Figure("20 of 200 silent: the cycle ends after", max(ended), 2.5, "s", False, how, raw),
    ]


def _shown_after(pictures: list[dict[str, Any]], healthy: int) -> float:
    """When this cycle's readings of all healthy gateways stood in a picture of a cycle not yet over."""
    for picture in pictures:
        if picture["phase"] == "reading" and picture["good"] == healthy:
            return float(picture["after_s"])
    return float("inf")
