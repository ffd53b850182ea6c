"""Processes of their own for what is measured, so that nothing of this one is in the way of it."""

import contextlib
import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psutil

from doge_gui.simulator.fleet import SimulatedFleet

ROOT = Path(__file__).resolve().parents[2]
REQUESTS = ("temperature", "pressure", "level")
"""The configured requests of every figure: with the plant's own, ten questions a gateway."""
QUESTIONS = 10
PATIENCE_S = 90.0
"""No single measurement takes longer than this, or something hangs."""


class BenchmarkError(Exception):
    """A measurement could not be taken; its text says why."""


def fleet(gateways: int, latency_ms: float = 0.0) -> SimulatedFleet:
    """A simulated fleet that answers all ten questions, in a process of its own."""
    return SimulatedFleet(gateways, requests=REQUESTS, latency_ms=latency_ms)


def configuration(
    plant: SimulatedFleet,
    folder: Path,
    *,
    interval_s: float,
    deadline_s: float,
    disconnect: bool,
    web_port: int | None = None,
) -> Path:
    """Write the configuration of a supervision of `plant` into `folder`; with a web view where told."""
    path = folder / "configDoge.json"
    document = {
        "logging": {"filename": "bench.log"},
        "job": {"interval_minutes": interval_s / 60, "disconnect_each_cycle": disconnect},
        "flask": None if web_port is None else {"port": web_port},
        "requests": [{"name": name, "sum": True, "threshold": 1e9} for name in REQUESTS],
        "addresses": {"source": "file", "path": str(plant.addresses_file)},
        # The proportion in which the program comes.
        "gateway": {"deadline_s": deadline_s, "budget_s": 2.5 * deadline_s},
    }
    path.write_text(json.dumps(document), encoding="utf-8")
    return path


def measure(module: str, *arguments: str | Path, environment: Mapping[str, str] | None = None) -> Any:
    """Run a module of this folder to its end; it prints what it measured as one JSON document."""
    command = [sys.executable, "-m", f"tests.benchmarks.{module}", *map(str, arguments)]
    try:
        done = subprocess.run(
            command,
            cwd=ROOT,
            env=surroundings(environment),
            capture_output=True,
            text=True,
            timeout=PATIENCE_S,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise BenchmarkError(f"{module} did not end within {PATIENCE_S:.0f} s") from None
    if done.returncode != 0 or not done.stdout.strip():
        raise BenchmarkError(f"{module} ended with {done.returncode}: {done.stderr[-800:]}")
    return json.loads(done.stdout.splitlines()[-1])


@contextmanager
def program(
    arguments: Sequence[str | Path], environment: Mapping[str, str] | None = None
) -> "Iterator[subprocess.Popen[str]]":
    """The program itself with this command line, until the block ends; its output streams are pipes."""
    process = subprocess.Popen(
        [sys.executable, "-m", "doge_gui", *map(str, arguments)],
        cwd=ROOT,
        env=surroundings(environment),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        yield process
    finally:
        process.terminate()
        try:
            process.communicate(timeout=10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate()


def surroundings(environment: Mapping[str, str] | None = None) -> dict[str, str]:
    """The environment of a child: no proxy, since the original's way would send its questions there."""
    chosen = os.environ if environment is None else environment
    return {name: text for name, text in chosen.items() if not name.lower().endswith("_proxy")}


def memory_mb(pid: int) -> tuple[float, int]:
    """Megabytes of a process and its descendants, and how many processes these are.

    Proportional set size where the system tells it (a page shared by n processes counts one n-th in each),
    otherwise resident set size, which is more.
    """
    root = psutil.Process(pid)
    family = [root, *root.children(recursive=True)]
    total = 0
    for process in family:
        # The sound player ends by itself where there is nothing to play on, perhaps just now.
        with contextlib.suppress(psutil.NoSuchProcess):
            facts = process.memory_full_info()
            total += getattr(facts, "pss", facts.rss)
    return total / 2**20, len(family)
