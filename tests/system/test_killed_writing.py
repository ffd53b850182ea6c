"""The program is killed while it writes the totals into the PLCs: nobody knows then who took them."""

import json
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest

from doge_gui.audit_command import main as audit
from doge_gui.simulator.fleet import SimulatedFleet
from tests.history.looking import rows

pytestmark = pytest.mark.system
GATEWAYS = 3
WRITE = "compteur_bille/write"
HANGING = {"gateways": "all", "fault": "silent", "question": WRITE}
"""Each PLC takes the first of three totals and says nothing, so that the cycle stays at it."""
UNENDED = "the supervision before ended without a stop"


@pytest.fixture
def fleet() -> Iterator[SimulatedFleet]:
    with SimulatedFleet(GATEWAYS, marble_speed=20.0) as fleet:
        fleet.set_scenario([HANGING])
        yield fleet


@pytest.fixture
def config(tmp_path: Path, fleet: SimulatedFleet) -> Path:
    path = tmp_path / "configDoge.json"
    (tmp_path / "ip_addresses.json").write_text(json.dumps(dict(fleet.addresses)))
    path.write_text(
        json.dumps({"history": {"path": "history.db"}, "gateway": {"deadline_s": 30, "budget_s": 60}})
    )
    return path


@contextmanager
def supervision(config: Path, interval_s: float = 60.0) -> Iterator["subprocess.Popen[str]"]:
    """The program until it is killed at the end."""
    command = [sys.executable, "-m", "doge_gui", "--headless", "--config", str(config)]
    with subprocess.Popen(
        [*command, "--interval", str(interval_s)], stdout=subprocess.PIPE, text=True
    ) as program:
        try:
            yield program
        finally:
            program.kill()


def until(holds: Callable[[], bool]) -> None:
    """Wait for a fact."""
    last = time.monotonic() + 20
    while not holds():
        assert time.monotonic() < last, "it never came so"
        time.sleep(0.01)


def writes(fleet: SimulatedFleet) -> dict[str, list[list[int]]]:
    """What was to be written into each PLC, circuit and total, in order."""
    return {plc: account["writes"] for plc, account in fleet.ledger()["gateways"].items()}


def started(config: Path, capsys: pytest.CaptureFixture[str]) -> list[str]:
    """What the audit trail says of each start."""
    return [entry["detail"] for entry in trail(config, capsys) if entry["act"] == "started"]


def trail(config: Path, capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    """The audit trail as the program prints it."""
    assert audit(["list", "--json", "--config", str(config)]) == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def recorded_cycles(config: Path) -> int:
    history = config.with_name("history.db")
    # While it is being made there are no tables yet.
    if not history.exists() or rows(history, "PRAGMA user_version") == [(0,)]:
        return 0
    return int(rows(history, "SELECT count(*) FROM cycle")[0][0])


def next_line(program: "subprocess.Popen[str]") -> dict[str, Any]:
    assert program.stdout is not None
    line: dict[str, Any] = json.loads(program.stdout.readline())
    return line


def whole(line: dict[str, Any]) -> list[list[int]]:
    """What one cycle writes into a PLC."""
    return [[circuit, total] for circuit, total in enumerate(line["marbles"]["total"])]


def test_killed_between_the_totals_writes_it_says_so_and_sends_nothing_again(
    config: Path, fleet: SimulatedFleet, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each PLC has one total of three. The next start says that nobody knows, reads anew, and writes that."""
    with supervision(config):
        until(lambda: all(len(one) == 1 for one in writes(fleet).values()) and recorded_cycles(config) == 1)
    before = writes(fleet)
    assert {len(one) for one in before.values()} == {1}
    fleet.set_scenario([])
    with supervision(config) as program:
        line = next_line(program)
    after = writes(fleet)
    assert line["totals_written"] == GATEWAYS
    assert {plc: [*before[plc], *whole(line)] for plc in before} == after
    unknown = f"{UNENDED}; which PLCs took the totals of its cycle 1 is unknown"
    assert started(config, capsys) == ["", unknown]
    assert f"WARNING history: {unknown}" in config.with_name("doge.log").read_text()


def test_killed_before_the_cycle_that_wrote_came_to_be_recorded_it_says_so_too(
    config: Path, fleet: SimulatedFleet, capsys: pytest.CaptureFixture[str]
) -> None:
    """The disk is slower than the network: another program holds the history while totals are written."""
    fleet.set_scenario([])
    outcome = "SELECT number FROM cycle WHERE written IS NOT NULL"
    with supervision(config, interval_s=2.0) as program:
        next_line(program)
        until(lambda: rows(config.with_name("history.db"), outcome) == [(1,)])
        with closing(sqlite3.connect(config.with_name("history.db"), isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            fleet.set_scenario([HANGING])
            until(lambda: all(len(one) == 4 for one in writes(fleet).values()))
            program.kill()
            program.wait()
    assert recorded_cycles(config) == 1
    fleet.set_scenario([])
    with supervision(config) as program:
        next_line(program)
    unknown = f"{UNENDED}; whether it wrote totals after its cycle 1 is unknown"
    assert started(config, capsys) == ["", unknown]


def test_stopped_while_it_writes_it_says_which_cycle_is_unknown(
    config: Path, fleet: SimulatedFleet, capsys: pytest.CaptureFixture[str]
) -> None:
    """A stop does not wait for gateways that hang."""
    with supervision(config) as program:
        until(lambda: all(len(one) == 1 for one in writes(fleet).values()) and recorded_cycles(config) == 1)
        program.send_signal(signal.SIGTERM)
        assert program.wait(10) == 130
    for _ in range(2):
        fleet.set_scenario([])
        with supervision(config) as program:
            next_line(program)
            program.send_signal(signal.SIGTERM)
            assert program.wait(10) == 130
    unknown = "the supervision before was stopped while it wrote; which PLCs took the totals of its cycle 1"
    assert started(config, capsys) == ["", f"{unknown} is unknown", ""]
