"""The figures of the history in the window: a recorded year, replay, and recording meanwhile."""

import json
import os
import sqlite3
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from statistics import median
from typing import Any

from doge_gui.simulator.fleet import SimulatedFleet
from tests.benchmarks.children import BenchmarkError, configuration, fleet, measure, program
from tests.benchmarks.figures import Figure
from tests.benchmarks.history_window_gap import GATEWAYS as MANY
from tests.benchmarks.history_window_gap import INTERVAL_S as OFTEN_S
from tests.benchmarks.history_window_replay import GATEWAYS as REPLAYED
from tests.benchmarks.history_window_replay import SPEED
from tests.benchmarks.history_window_trend import YEAR, let_go
from tests.benchmarks.window import patience, percentile, screen
from tests.benchmarks.year import Year, write_year
from tests.benchmarks.year_story import GATEWAYS, INTERVAL_S

WATCHED_S, PLAYED_S = 25.0, 10.0
STARTS = 4


@contextmanager
def recording_station(plant: SimulatedFleet, interval_s: float) -> Iterator[tuple[Path, Path]]:
    """A folder with a configuration that keeps its history there: both files, for the time of the block."""
    with tempfile.TemporaryDirectory(prefix="watchdoge-bench-") as folder:
        config = configuration(plant, Path(folder), interval_s=interval_s, deadline_s=10.0, disconnect=True)
        document = json.loads(config.read_text(encoding="utf-8"))
        document["history"] = {"path": "history.db", "keep_readings_days": 366}
        config.write_text(json.dumps(document), encoding="utf-8")
        yield config, config.with_name("history.db")


def year() -> list[Figure]:
    """A recorded year: its size, its curves on the screen, the program's start with it."""
    with screen() as environment, fleet(GATEWAYS) as plant, recording_station(plant, INTERVAL_S) as station:
        config, file = station
        began = time.monotonic()
        written = write_year(file, str(config.resolve()), datetime.now(UTC))
        told = {"written in": time.monotonic() - began}
        figures = [_size(file, written, told)]
        seen = measure(
            "history_window_trend",
            *(file, str(config.resolve()), written.end.isoformat()),
            environment=environment,
        )
        starts = [_started(config, file, environment) for _ in range(STARTS)]
    return [*_curves(seen), *figures, _start(starts)]


def _size(file: Path, written: Year, told: Mapping[str, float]) -> Figure:
    size = file.stat().st_size
    with closing(sqlite3.connect(file)) as connection:
        (blocks,) = connection.execute("SELECT sum(length(content)) FROM block").fetchone()
        rollups = "SELECT sum(length(content)) FROM rollup WHERE level = ?"
        levels = [connection.execute(rollups, (level,)).fetchone()[0] for level in (1, 2)]
    raw = {
        **told,
        "megabytes of the file": size / 1e6,
        "in it: readings, per minute, per hour": [part / 1e6 for part in (blocks, *levels)],
        "stored samples (millions)": written.samples / 1e6,
    }
    how = (
        f"{size / 1e6:,.0f} MB / {written.samples / 1e6:.0f} million samples: what changed, and heartbeats; "
        "with every cycle's facts and totals, indexes, and the whole year's values per minute and hour"
    )
    return Figure("and its file, per stored sample", size / written.samples, 24, "bytes", False, how, raw)


def _curves(seen: Mapping[str, Any]) -> list[Figure]:
    longest = {number: max(map(max, seen[YEAR][number].values())) for number in ("1", "40")}
    raw = {
        f"{number} in {span}: cold, warm (ms)": [
            [round(1000 * value) for value in taken[way]] for way in ("cold", "warm")
        ]
        for span, by_number in seen.items()
        for number, taken in by_number.items()
    }
    how = (
        f"{GATEWAYS} gateways, a cycle a minute; from the wish to the painted trend screen, the longest of "
        "all, each cold (desk and file opened anew, nothing of the file in memory) and warm"
    )
    return [
        Figure("a recorded year: any 1 curve on the screen", 1000 * longest["1"], 100, "ms", False, how, raw),
        Figure("and 40 curves", longest["40"], 1.0, "s", False, how, raw),
    ]


def _started(config: Path, file: Path, environment: Mapping[str, str]) -> tuple[float, float]:
    """Seconds from the process's start to the painted window, and to the first cycle that is recorded."""
    let_go(file)
    visible = {**environment, "WATCHDOGE_PRINT_PAINTED": "1"}
    began = time.monotonic()
    with program(["--config", config, "--print-cycles"], visible) as process, patience(process):
        painted = _painted(process)
        line = process.stdout.readline() if process.stdout is not None else ""
        if not line:
            raise BenchmarkError("the program ended without a cycle")
        return painted - began, time.monotonic() - began


def _painted(process: "subprocess.Popen[str]") -> float:
    for line in process.stderr or ():
        if line.startswith("painted "):
            return float(line.split()[1])
    raise BenchmarkError("the window was never painted")


def _start(starts: list[tuple[float, float]]) -> Figure:
    painted = [seconds for seconds, _ in starts]
    raw = {"painted": painted, "first cycle recorded": [seconds for _, seconds in starts]}
    how = f"the longest of {STARTS} starts, nothing of the file in memory"
    return Figure("and the program's start with it, painted", max(painted), 2.0, "s", False, how, raw)


def replay() -> list[Figure]:
    """How many screens a second a fast replay paints."""
    with screen() as environment, tempfile.TemporaryDirectory(prefix="watchdoge-bench-") as folder:
        seen = measure("history_window_replay", folder, str(PLAYED_S), environment=environment)
    gaps = [1000 * (after - before) for before, after in pairwise(seen["at"])]
    raw = {
        "recorded in": seen["recording_s"],
        "pictures told": seen["pictures"],
        "between two screens: median, p99, longest (ms)": [median(gaps), percentile(gaps, 99), max(gaps)],
        "share of a core": seen["used"] / seen["took"],
    }
    how = (
        f"{REPLAYED} gateways, a cycle every 10 s, {seen['took']:.0f} s out of the file; paintings "
        "of the fleet's table with another cycle in it"
    )
    painted = len(seen["at"]) / seen["took"]
    return [Figure(f"replay at {SPEED:.0f} x, screens painted", painted, 20, "/s", True, how, raw)]


def recording_gap() -> list[Figure]:
    """How long the window stands still while a large fleet is recorded and trends are drawn."""
    with screen() as environment, fleet(MANY) as plant, recording_station(plant, OFTEN_S) as (config, _):
        seen = measure("history_window_gap", config, str(WATCHED_S), environment=environment)
    if seen["stored"] < WATCHED_S / OFTEN_S / 2:
        raise BenchmarkError(f"only {seen['stored']} cycles were recorded meanwhile")
    gaps, work = ([1000 * value for value in seen[name]] for name in ("gaps", "work"))
    worst = sorted(zip(gaps, work, strict=True), reverse=True)[:8]
    raw = {
        "median, p90, p95, p99, longest (ms)": [
            median(gaps),
            *(percentile(gaps, share) for share in (90, 95, 99)),
            max(gaps),
        ],
        "the longest (ms)": [round(gap) for gap, _ in worst],
        "of which the window's thread computed (ms)": [round(spent) for _, spent in worst],
        "frames watched": len(gaps),
        "cycles recorded": seen["stored"],
        "answers drawn, curves in them": [seen["answers"], seen["curves"]],
        "tags sealed meanwhile": seen["sealed"],
        "load of the last minute": os.getloadavg()[0] if hasattr(os, "getloadavg") else None,
    }
    how = (
        f"the program itself, {MANY:,} gateways every {OFTEN_S:.0f} s, the trend page in front: 40 curves "
        f"after each cycle and another span each second, an earlier run sealed meanwhile; {WATCHED_S:.0f} s"
    )
    figure = "recording 1,000 gateways, trends: frame gap, p99"
    return [Figure(figure, percentile(gaps, 99), 33, "ms", False, how, raw)]
