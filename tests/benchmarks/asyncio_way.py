"""The same cycle with aiohttp on uvloop, as well as it can be done; prints each cycle's seconds as JSON.

One session with kept connections, one connection a gateway, all gateways at once, a deadline on every
question, the marbles summed with numpy between the readings and the writing.

    python -m tests.benchmarks.asyncio_way ADDRESSES CYCLES
"""

import asyncio
import json
import sys
import time
from pathlib import Path
from typing import Any

import aiohttp
import numpy as np
import uvloop

from tests.benchmarks.children import REQUESTS

DEADLINE_S = 10.0
READINGS = ("multi_possible", "checkplusde3", *REQUESTS, "compteur_bille")


async def ask(session: aiohttp.ClientSession, gateway: str, path: str) -> Any:
    """One question."""
    async with asyncio.timeout(DEADLINE_S), session.get(f"http://{gateway}/{path}") as response:
        return json.loads(await response.read())


async def ask_all(session: aiohttp.ClientSession, gateway: str, paths: tuple[str, ...]) -> list[Any]:
    """Questions to one gateway, one after the other."""
    return [await ask(session, gateway, path) for path in paths]


async def cycle(session: aiohttp.ClientSession, addresses: Path) -> int:
    """One cycle; returns how many gateways were disconnected at its end."""
    listed = json.loads(addresses.read_text(encoding="utf-8"))
    gateways = [entry["RASP_catch"] for entry in listed.values()]
    answers = await asyncio.gather(*(ask_all(session, gateway, READINGS) for gateway in gateways))
    vectors = np.array([[reading[0], reading[1], reading[-1]] for reading in answers], np.int64)
    values = np.array([[answer["value"] for answer in reading[2:-1]] for reading in answers])
    totals, sums = vectors.sum(axis=0), values.sum(axis=0)
    if not np.isfinite(sums).all():
        raise ValueError("a sum is not finite")
    writes = tuple(f"compteur_bille/{circuit}/{total}" for circuit, total in enumerate(totals[-1]))
    await asyncio.gather(*(ask_all(session, gateway, writes) for gateway in gateways))
    swept = await asyncio.gather(*(ask(session, gateway, "deconnection") for gateway in gateways))
    return len(swept)


async def cycles(addresses: Path, wanted: int) -> list[float]:
    """Seconds of each cycle; the first one opens the connections."""
    connector = aiohttp.TCPConnector(limit=0, limit_per_host=1, keepalive_timeout=60)
    seconds = []
    async with aiohttp.ClientSession(
        connector=connector,
        timeout=aiohttp.ClientTimeout(total=None),
        cookie_jar=aiohttp.DummyCookieJar(),
        auto_decompress=False,
    ) as session:
        for _ in range(wanted):
            began = time.monotonic()
            await cycle(session, addresses)
            seconds.append(time.monotonic() - began)
    return seconds


def main() -> None:
    """Run the cycles and print their times."""
    print(json.dumps(uvloop.run(cycles(Path(sys.argv[1]), int(sys.argv[2])))))


if __name__ == "__main__":
    main()
