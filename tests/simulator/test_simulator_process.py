"""The simulator as a program: its command line, and the fleet that a test, a benchmark or the demo starts."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from raw_client import RawClient

from doge_gui.simulator.__main__ import main
from doge_gui.simulator.fleet import FleetError, SimulatedFleet

COMMAND = [sys.executable, "-m", "doge_gui.simulator"]

PARENT = """
import time
from doge_gui.simulator.fleet import SimulatedFleet
fleet = SimulatedFleet(1)
fleet.start()
print(fleet.addresses["API-1"]["RASP_catch"], flush=True)
time.sleep(60)
"""


def test_a_fleet_in_a_process_of_its_own_obeys_and_ends() -> None:
    with SimulatedFleet(gateways=4, seed=7, requests=("oil",), marble_speed=0) as fleet:
        assert list(fleet.addresses) == ["API-1", "API-2", "API-3", "API-4"]
        assert json.loads(fleet.addresses_file.read_text()) == fleet.addresses
        fleet.set_scenario([{"gateways": ["API-3"], "fault": "status", "code": 500}])
        with RawClient(fleet.addresses["API-3"]) as client:
            assert client.ask("oil").status == 500
        assert fleet.account("API-3")["questions"] == {"oil": 1}
        with pytest.raises(FleetError, match=r"events\[0\].gateways\[0\]"):
            fleet.set_scenario([{"gateways": ["API-9"], "fault": "silent"}])
        assert sum(fleet.plant()["marbles"]) == 120
        pid = fleet.pid
        assert pid
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)
    with pytest.raises(FleetError, match="not running"):
        fleet.ledger()


def test_a_fleet_that_cannot_start_says_so(capfd: pytest.CaptureFixture[str]) -> None:
    with (
        pytest.raises(FleetError, match="did not start"),
        SimulatedFleet(command=[*COMMAND, "--base-port", "x"]),
    ):
        pytest.fail("it started")
    assert "--base-port" in capfd.readouterr().err


def test_a_fleet_does_not_outlive_its_parent() -> None:
    """A parent that is killed cannot stop anything: the end of the pipe does."""
    parent = subprocess.Popen([sys.executable, "-c", PARENT], stdout=subprocess.PIPE, text=True)
    assert parent.stdout
    with parent, RawClient({"RASP_catch": parent.stdout.readline().strip()}) as client:
        assert client.ask("multi_possible").status == 200
        parent.kill()
        assert client.is_closed()


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupted_simulator_prints_its_ledger(tmp_path: Path, number: int) -> None:
    scenario = tmp_path / "scenario.json"
    scenario.write_text('{"events": [{"gateways": "all", "fault": "value", "request": "oil", "value": 3}]}')
    addresses = tmp_path / "addresses.json"
    options = ["--gateways", "2", "--seed", "9", "--requests", "temperature,oil", "--ledger-json"]
    with subprocess.Popen(
        [*COMMAND, *options, "--scenario", str(scenario), "--addresses-out", str(addresses)],
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout
        assert process.stdout.readline() == "ready: 2 gateways on 127.0.0.1, seed 9\n"
        with RawClient(json.loads(addresses.read_text())["API-2"]) as client:
            assert client.ask("oil").body == b'{"value": 3.0}'
        process.send_signal(number)
        ledger = json.loads(process.stdout.read())
    assert process.returncode == 0
    assert ledger["gateways"]["API-2"]["questions"] == {"oil": 1}


def test_it_ends_by_itself_with_a_readable_table(capsys: pytest.CaptureFixture[str]) -> None:
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        assert main(["--gateways", "45", "--for-seconds", "0.05"]) == 0
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
    out = capsys.readouterr().out
    assert out.startswith("ready: 45 gateways")
    assert "API-40" in out
    assert "... and 5 more" in out
    assert "0 questions to 45 gateways" in out


def test_a_wrong_scenario_is_told_whole(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    scenario = tmp_path / "scenario.json"
    scenario.write_text(
        '{"events": [{"gateways": "all", "fault": "sulk"}, {"gateways": 3, "fault": "html"}]}'
    )
    assert main(["--scenario", str(scenario)]) == 2
    told = capsys.readouterr().err
    assert "events[0]" in told
    assert "events[1].gateways" in told


def test_a_fleet_too_large_for_the_system_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--gateways", "600000"]) == 2
    assert "open files" in capsys.readouterr().err
