"""The original's job as its description tells it; prints the seconds of each job as JSON.

A new thread pool for every step, a bare `requests.get` and so a new connection for every question, the
address list read before every step, sums in between.

    python -m tests.benchmarks.original_way ADDRESSES THREADS JOBS
"""

import json
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import requests

from tests.benchmarks.children import REQUESTS

Work = Callable[[str], Any]
"""What one step does with one gateway."""


def ask(gateway: str, path: str) -> Any:
    """One question."""
    return requests.get(f"http://{gateway}/{path}").json()


def step(addresses: Path, threads: int, work: Work) -> list[Any]:
    """One step of the job: the newest list, a pool, every gateway."""
    listed = json.loads(addresses.read_text(encoding="utf-8"))
    with ThreadPoolExecutor(max_workers=threads) as pool:
        return list(pool.map(work, [entry["RASP_catch"] for entry in listed.values()]))


def summed(vectors: list[Any]) -> list[int]:
    """The fleet's vector, per circuit."""
    return [sum(circuit) for circuit in zip(*vectors, strict=True)]


def multi_possible(gateway: str) -> Any:
    """Step 1."""
    return ask(gateway, "multi_possible")


def checkplusde3(gateway: str) -> Any:
    """Step 2."""
    return ask(gateway, "checkplusde3")


def get_info(gateway: str) -> Any:
    """Step 3."""
    return [ask(gateway, name)["value"] for name in REQUESTS]


def compteur_bille(gateway: str) -> Any:
    """Step 4, the reading."""
    return ask(gateway, "compteur_bille")


def deconnection(gateway: str) -> Any:
    """Step 5."""
    return ask(gateway, "deconnection")


def job(addresses: Path, threads: int) -> int:
    """One job; returns how many gateways were disconnected at its end."""
    summed(step(addresses, threads, multi_possible))
    summed(step(addresses, threads, checkplusde3))
    summed(step(addresses, threads, get_info))
    totals = summed(step(addresses, threads, compteur_bille))

    def write(gateway: str) -> None:
        for circuit, total in enumerate(totals):
            ask(gateway, f"compteur_bille/{circuit}/{total}")

    step(addresses, threads, write)
    return len(step(addresses, threads, deconnection))


def main() -> None:
    """Run the jobs and print their times."""
    addresses, threads, jobs = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    seconds = []
    for _ in range(jobs):
        began = time.monotonic()
        job(addresses, threads)
        seconds.append(time.monotonic() - began)
    print(json.dumps(seconds))


if __name__ == "__main__":
    main()
