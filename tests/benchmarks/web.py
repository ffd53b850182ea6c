"""The figures with two hundred slow clients looking on through the web view."""

import json
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from statistics import median
from typing import Any

from tests.benchmarks.children import (
    PATIENCE_S,
    QUESTIONS,
    ROOT,
    BenchmarkError,
    fleet,
    measure,
    program,
    surroundings,
)
from tests.benchmarks.cycles import FLEET, OFTEN_S, station
from tests.benchmarks.figures import Figure
from tests.benchmarks.window import gaps_of, patience, percentile, screen

CLIENTS = 200
BUSY_S = 12.0
LOOK_ON_S = 22.0
"""From the first client on: longer than whatever is measured meanwhile."""
CYCLES = 14
LATENCY_MS = 20.0


@contextmanager
def clients(port: int, seconds: float = LOOK_ON_S) -> Iterator[dict[str, Any]]:
    """Clients of this port for a time; what they saw is in the dictionary after the block."""
    command = [sys.executable, "-m", "tests.benchmarks.web_clients", str(port), str(CLIENTS), str(seconds)]
    seen: dict[str, Any] = {}
    with subprocess.Popen(
        command, cwd=ROOT, env=surroundings(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        try:
            yield seen
            out, error = process.communicate(timeout=PATIENCE_S)
        finally:
            process.kill()
    if process.returncode != 0:
        raise BenchmarkError(f"the clients ended with {process.returncode}: {error[-400:]}")
    seen.update(json.loads(out))


def free_port() -> int:
    """A port of this machine that nobody has."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def window_gap() -> list[Figure]:
    """How long the window stands still while cycles run back to back and everybody looks on."""
    port = free_port()
    with (
        screen() as environment,
        fleet(FLEET) as plant,
        station(plant, web_port=port) as config,
        clients(port) as seen,
    ):
        # The clients find it within the first seconds, in which nothing is asked yet.
        gaps = measure("window_process", config, "5", str(BUSY_S), environment=environment)
    _complain(seen)
    raw = {**gaps_of(gaps), **seen}
    busy = [1000 * gap for gap in gaps["busy"]]
    how = (
        f"as the frame gap above, with {CLIENTS} slow clients of the web view, and its API asked now and then"
    )
    return [
        Figure(
            "200 web clients: frame gap, 99 of 100 within", percentile(busy, 99), 33, "ms", False, how, raw
        ),
        Figure("200 web clients: frame gap, longest", max(busy), 60, "ms", False, how, raw),
    ]


def cycle() -> list[Figure]:
    """A whole cycle over gateways that take 20 ms an answer while everybody looks on."""
    port, ideal = free_port(), (QUESTIONS - 1) * LATENCY_MS / 1000
    with (
        fleet(FLEET, LATENCY_MS) as plant,
        station(plant, OFTEN_S, disconnect=False, web_port=port) as config,
        clients(port, 16.0) as seen,
        program(["--headless", "--config", config, "--interval", "1", "--cycles", str(CYCLES)]) as process,
        patience(process),
    ):
        elapsed = [json.loads(line)["elapsed_s"] for line in process.stdout or ()]
    _complain(seen)
    if len(elapsed) != CYCLES:
        raise BenchmarkError(f"the program ended after {len(elapsed)} cycles")
    warm = elapsed[3:]
    raw = {"ideal": ideal, "cycles": elapsed, **seen}
    how = f"{FLEET} gateways x {QUESTIONS - 1} questions of 20 ms; median of the cycles from the fourth on"
    return [
        Figure("200 web clients: cycle at 20 ms / ideal", median(warm) / ideal, 1.6, "x", False, how, raw)
    ]


def _complain(seen: dict[str, Any]) -> None:
    """A server that sends its clients away, or tells them nothing, would make the figure worthless."""
    if seen["messages, least and most"][0] == 0:
        raise BenchmarkError(f"some clients were told nothing: {seen}")
