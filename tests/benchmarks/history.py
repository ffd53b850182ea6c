"""The figures of the history: what it costs to record, to keep and to read."""

import contextlib
import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median

import numpy as np

from doge_gui.core.addresses import Address
from doge_gui.core.plan import Plan
from doge_gui.core.recording.batch import Batch
from doge_gui.core.recording.cycles import CycleRecord, CycleTotals, Samples
from doge_gui.core.recording.tags import VECTOR_TAGS, Layout
from doge_gui.core.snapshot import Quality, VectorTotal
from doge_gui.history.recorder import Recorder
from tests.benchmarks.figures import Figure

GATEWAYS, CYCLES = 1000, 40
_INTERVAL_S = 2.0
_ROWS = (
    "CREATE TABLE reading (series INTEGER, at INTEGER, value REAL, quality INTEGER, PRIMARY KEY (series, at))"
)


def recording() -> list[Figure]:
    """A cycle of a large fleet in which everything changed, against the plainest way to store it."""
    with tempfile.TemporaryDirectory(prefix="watchdoge-bench-") as name:
        folder = Path(name)
        ours, sealing = _ours(folder / "history.db")
        plain = _plain(folder / "plain.db")
    ratio = median(ours[1:]) / median(plain[1:])
    rows = GATEWAYS * len(VECTOR_TAGS)
    how = (
        f"{rows:,} readings, all changed, one transaction with its fsync; median of {CYCLES - 1} each. "
        "Against it: sqlite3, one executemany of the same rows (series, instant, value, quality), keyed by "
        "series and instant"
    )
    raw = {
        "ours": ours[1:9],
        "plain": plain[1:9],
        "sealing all of it, per cycle": sum(sealing) / CYCLES,
        "its longest step": max(sealing),
    }
    with_sealing = (median(ours[1:]) + sum(sealing) / CYCLES) / median(plain[1:])
    return [
        Figure("1,000 gateways x 9 recorded / plain rows", ratio, 2.0, "x", False, how, raw),
        Figure("and with its sealing later", with_sealing, 2.0, "x", False, how, raw),
    ]


def _records(instants: int) -> Iterator[CycleRecord]:
    chance = np.random.default_rng(5)
    plan = Plan(tuple(Address(f"API-{number}", "127.0.0.1", 1024 + number) for number in range(GATEWAYS)))
    layout = Layout(plan)
    per_gateway = np.arange(GATEWAYS)[:, None] * len(layout.own) + np.arange(len(VECTOR_TAGS))
    column = per_gateway.ravel().astype(np.uint32)
    everything = np.arange(len(layout), dtype=np.uint32)
    totals = CycleTotals((VectorTotal(), VectorTotal(), VectorTotal()), ())
    began = datetime(2026, 1, 31, 8, tzinfo=UTC)
    for number in range(instants):
        chosen = everything if number == 0 else column
        values = chance.integers(0, 1000, len(chosen)).astype(np.float64)
        samples = Samples(chosen, values, np.full(len(chosen), Quality.GOOD, np.uint8))
        at = began + timedelta(seconds=_INTERVAL_S * number)
        yield CycleRecord(number + 1, at, _INTERVAL_S, plan, number == 0, 0, 0.5, samples, totals, {})


def _ours(path: Path) -> tuple[list[float], list[float]]:
    with closing(Recorder(path, "plant")) as recorder:
        appended = [_timed(lambda r=record: recorder.append(Batch(cycle=r))) for record in _records(CYCLES)]
    steps: list[float] = []
    with closing(Recorder(path, "plant")) as recorder:
        more = True
        while more:
            began = time.perf_counter()
            more = recorder.settle()
            steps.append(time.perf_counter() - began)
    return appended, steps


def _plain(path: Path) -> list[float]:
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute(_ROWS)
        return [_timed(lambda r=record: _insert(connection, r)) for record in _records(CYCLES)]


def _insert(connection: sqlite3.Connection, record: CycleRecord) -> None:
    at, samples = int(record.at.timestamp() * 1e6), record.samples
    rows = zip(samples.column.tolist(), samples.value.tolist(), samples.quality.tolist(), strict=True)
    connection.execute("BEGIN")
    connection.executemany(
        "INSERT INTO reading VALUES (?, ?, ?, ?)",
        [(series, at, value, quality) for series, value, quality in rows],
    )
    connection.execute("COMMIT")


def _timed(act: Callable[[], object]) -> float:
    began = time.perf_counter()
    act()
    return time.perf_counter() - began
