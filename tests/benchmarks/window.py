"""The figures of the program with its window, on a virtual screen where there is none."""

import json
import os
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import Any

from tests.benchmarks.children import PATIENCE_S, BenchmarkError, fleet, measure, memory_mb, program
from tests.benchmarks.cycles import FLEET, OFTEN_S, station
from tests.benchmarks.figures import Figure
from tools import display

IDLE_S, BUSY_S = 4.0, 12.0
"""How long frames are watched while the plant is not asked, and while it is, back to back."""
STARTS = 6


@contextmanager
def screen() -> Iterator[dict[str, str]]:
    """The environment of a program with a window that remembers nothing of earlier ones."""
    with (
        display.runtime_folder(display.with_locale(os.environ)) as environment,
        tempfile.TemporaryDirectory(prefix="watchdoge-bench-") as home,
    ):
        fresh = {**environment, "XDG_CONFIG_HOME": home, "XDG_STATE_HOME": home, "XDG_DATA_HOME": home}
        if display.has_screen(environment):
            yield fresh
            return
        with display.virtual_screen(fresh) as visible:
            yield visible


def frame_gap() -> list[Figure]:
    """How long the window stands still while cycles run back to back."""
    with screen() as environment, fleet(FLEET) as plant, station(plant) as config:
        seen: dict[str, list[float]] = measure(
            "window_process", config, str(IDLE_S), str(BUSY_S), environment=environment
        )
    raw = gaps_of(seen)
    busy = _in_ms(seen["busy"])
    how = (
        f"a 16 ms timer in the window's thread that paints the status line; {BUSY_S:.0f} s of whole cycles "
        f"over {FLEET} gateways, each begun when the last has ended"
    )
    return [
        Figure("window: frame gap, 99 of 100 within", percentile(busy, 99), 33, "ms", False, how, raw),
        Figure("window: frame gap, longest", max(busy), 60, "ms", False, how, raw),
    ]


def gaps_of(seen: Mapping[str, list[float]]) -> dict[str, Any]:
    """What `window_process` saw, in milliseconds where told, for the lines below a figure."""
    busy, idle = _in_ms(seen["busy"]), _in_ms(seen["idle"])
    worst = sorted(zip(busy, _in_ms(seen["work"]), strict=True), reverse=True)[:8]
    return {
        "idle: median, p99, longest (ms)": [median(idle), percentile(idle, 99), max(idle)],
        "busy: median, p99, longest (ms)": [median(busy), percentile(busy, 99), max(busy)],
        "the longest (ms)": [round(gap) for gap, _ in worst],
        "of which the window's thread computed (ms)": [round(work) for _, work in worst],
        "frames watched": [len(idle), len(busy)],
        "cycles meanwhile": len(seen["cycles"]),
        "their median": median(seen["cycles"]),
    }


def thousand() -> list[Figure]:
    """A thousand gateways in the program itself: a cycle's time and the memory of all its processes."""
    gateways, cycles = 1000, 8
    with (
        screen() as environment,
        fleet(gateways) as plant,
        station(plant, OFTEN_S) as config,
        program(["--config", config, "--interval", "2", "--print-cycles"], environment) as process,
    ):
        lines, sizes = _cycles(process, cycles)
    megabytes, processes = max(sizes)
    if any(line["answered"] != gateways for line in lines):
        raise BenchmarkError("a cycle over a thousand gateways did not get every answer")
    first, *warm = [float(line["elapsed_s"]) for line in lines]
    raw = {"warm": warm, "first cycle": first, "megabytes, processes": sizes}
    how = f"the program with its window, a cycle every 2 s; median of {cycles - 1} warm cycles"
    size = f"the most after any of {cycles} cycles, all its processes then ({processes}), not the simulator"
    return [
        Figure("1,000 gateways: cycle", median(warm), 1.5, "s", False, how, raw),
        Figure("1,000 gateways: memory, window open", megabytes, 300, "MB", False, size, raw),
    ]


def start() -> list[Figure]:
    """From the start of the process to the first painting of the window."""
    with screen() as environment, fleet(8) as plant, station(plant, OFTEN_S, 2.0) as config:
        visible = {**environment, "WATCHDOGE_PRINT_PAINTED": "1"}
        first, *others = [_start_s(config, visible) for _ in range(STARTS)]
    raw = {"first": first, "others": others}
    how = f"median of {STARTS - 1} starts after a first one that does not count"
    return [Figure("start to a painted window", median(others), 1.5, "s", False, how, raw)]


def _start_s(config: Path, environment: Mapping[str, str]) -> float:
    """Seconds of one start. The program tells the monotonic instant of its first painting."""
    began = time.monotonic()
    with program(["--config", config], environment) as process, patience(process):
        if process.stderr is None:
            raise BenchmarkError("the program has no stream to tell on")
        for line in process.stderr:
            if line.startswith("painted "):
                return float(line.split()[1]) - began
    raise BenchmarkError("the window was never painted")


def _cycles(
    process: "subprocess.Popen[str]", wanted: int
) -> tuple[list[dict[str, Any]], list[tuple[float, int]]]:
    """The first finished cycles that the program prints; its megabytes and processes after each."""
    lines: list[dict[str, Any]] = []
    sizes: list[tuple[float, int]] = []
    with patience(process):
        for line in process.stdout or ():
            lines.append(json.loads(line))
            sizes.append(memory_mb(process.pid))
            if len(lines) == wanted:
                return lines, sizes
    raise BenchmarkError(f"the program ended after {len(lines)} cycles")


@contextmanager
def patience(process: "subprocess.Popen[str]") -> Iterator[None]:
    """Ends a process that says nothing for too long, so that nobody reads from it for ever."""
    alarm = threading.Timer(PATIENCE_S, process.kill)
    alarm.start()
    try:
        yield
    finally:
        alarm.cancel()


def _in_ms(seconds: Sequence[float]) -> list[float]:
    return [1000 * value for value in seconds]


def percentile(values: Sequence[float], share: int) -> float:
    """The value that `share` of 100 do not exceed (nearest rank)."""
    ordered = sorted(values)
    return ordered[max(0, -(-len(ordered) * share // 100) - 1)]
