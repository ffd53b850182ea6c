"""The real program without a window, as a process of its own."""

import json
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from doge_gui.simulator.fleet import SimulatedFleet

pytestmark = pytest.mark.system
PROGRAM = [sys.executable, "-m", "doge_gui", "--headless"]


@pytest.fixture
def fleet() -> Iterator[SimulatedFleet]:
    with SimulatedFleet(5, marble_speed=0.0) as fleet:
        yield fleet


@pytest.fixture
def config(tmp_path, fleet) -> Path:
    """The original's configuration, with the fleet's address list beside it."""
    (tmp_path / "ip_addresses.json").write_text(json.dumps(dict(fleet.addresses)))
    path = tmp_path / "configDoge.json"
    original = Path(__file__).parents[2] / "configDoge.json"
    path.write_text(original.read_text().replace('"port": 5000', '"port": 0'))
    return path


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*PROGRAM, *arguments], capture_output=True, text=True, timeout=60, check=False)


def lines_of(process: subprocess.CompletedProcess[str]) -> list[dict]:
    return [json.loads(line) for line in process.stdout.splitlines()]


def test_the_originals_configuration_supervises_a_fleet(config, fleet) -> None:
    ended = run("--config", str(config), "--cycles", "2", "--interval", "0.3")
    assert (ended.returncode, ended.stderr) == (0, "")
    first, second = lines_of(ended)
    assert (first["cycle"], second["cycle"]) == (1, 2)
    assert first["gateways"] == first["answered"] == first["connected"] == first["totals_written"] == 5
    assert first["marbles"] == {"total": list(fleet.plant()["counted"]), "complete": True}
    assert first["started_at"].endswith("Z")
    assert list(first) == [
        *("cycle", "started_at", "elapsed_s", "gateways", "answered", "connected", "marbles"),
        *("multi_possible", "checkplusde3", "requests", "failures", "totals_written", "skipped"),
        *("recorded", "alarms"),
    ]
    log = (config.parent / "doge.log").read_text()
    assert "supervision started" in log


def test_an_incomplete_total_is_null_and_the_lost_gateway_named(config, fleet) -> None:
    fleet.set_scenario([{"gateways": ["API-3"], "fault": "silent"}])
    line = lines_of(run("--config", str(config), "--cycles", "1"))[0]
    assert line["marbles"] == {"total": None, "complete": False}
    assert line["requests"]["temperature"] == {"sum": None, "complete": False, "breach": False}
    assert (line["answered"], line["connected"], line["totals_written"]) == (4, 0, 0)
    assert line["failures"] == {
        "API-3": {"question": "multi_possible", "reason": "timeout", "detail": "no answer in 2.0 s"}
    }
    assert 2.0 <= line["elapsed_s"] < 2.5


def test_a_breach_is_told(config, fleet) -> None:
    fleet.set_scenario([{"gateways": ["API-1"], "fault": "value", "request": "temperature", "value": 999}])
    line = lines_of(run("--config", str(config), "--cycles", "1"))[0]
    assert line["requests"]["temperature"]["breach"] is True


def test_every_mistake_of_a_configuration_is_listed_and_the_code_is_2(tmp_path) -> None:
    path = tmp_path / "configDoge.json"
    path.write_text('{"jobs": {}, "gateway": {"port": "x"}, "requests": [{"name": "../deconnection"}]}')
    ended = run("--config", str(path), "--cycles", "1")
    assert ended.returncode == 2
    assert ended.stdout == ""
    said = ended.stderr.splitlines()
    assert len(said) == 3
    assert any("jobs" in line and "did you mean 'job'?" in line for line in said)
    assert any(line.startswith("gateway.port") for line in said)
    assert any(line.startswith("requests[0].name") for line in said)


def test_a_configuration_that_is_not_there_is_named_with_the_remedy(tmp_path) -> None:
    ended = run("--config", str(tmp_path / "none.json"))
    assert ended.returncode == 2
    assert "none.json" in ended.stderr
    assert "--demo" in ended.stderr


def test_an_interrupt_ends_it_within_two_seconds_while_every_gateway_hangs(config, fleet) -> None:
    """Fault 53 without a window."""
    fleet.set_scenario([{"gateways": "all", "fault": "silent"}])
    config.write_text('{"gateway": {"deadline_s": 30, "budget_s": 60}}')
    with subprocess.Popen([*PROGRAM, "--config", str(config)], stdout=subprocess.PIPE, text=True) as program:
        until = time.monotonic() + 20
        while fleet.ledger()["asked"] < 5 and time.monotonic() < until:
            time.sleep(0.05)
        program.send_signal(signal.SIGINT)
        started = time.monotonic()
        assert program.wait(10) == 130
        assert time.monotonic() - started < 2.0
        assert program.stdout.read() == ""


def test_a_configuration_broken_while_running_changes_nothing_until_it_is_mended(config, fleet) -> None:
    """Fault 54 without a window."""
    names = ["--config", str(config), "--interval", "0.2"]
    with subprocess.Popen(
        [*PROGRAM, *names], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as program:
        program.stdout.readline()
        config.write_text('{"job": {"interval": 1}}')
        assert "job.interval" in program.stderr.readline()
        assert "temperature" in json.loads(program.stdout.readline())["requests"]
        config.write_text('{"requests": []}')
        until = time.monotonic() + 20
        while json.loads(program.stdout.readline())["requests"] and time.monotonic() < until:
            pass
        assert time.monotonic() < until
        program.send_signal(signal.SIGTERM)
        assert program.wait(10) == 130


def test_the_example_fleet_needs_no_configuration(tmp_path) -> None:
    ended = subprocess.run(
        [*PROGRAM, "--demo", "3", "--cycles", "1"],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        cwd=tmp_path,
        env={"HOME": str(tmp_path), "PATH": "/usr/bin:/bin"},
    )
    assert ended.returncode == 0, ended.stderr
    assert lines_of(ended)[0]["answered"] == 3


def test_the_schema_is_printed() -> None:
    ended = subprocess.run(
        [*PROGRAM[:-1], "--print-config-schema"], capture_output=True, text=True, timeout=60, check=False
    )
    assert json.loads(ended.stdout)["properties"].keys() >= {"job", "requests", "gateway", "circuits"}


def test_a_missing_address_list_is_named_on_standard_error(tmp_path) -> None:
    (tmp_path / "configDoge.json").write_text("{}")
    ended = run("--config", str(tmp_path / "configDoge.json"), "--cycles", "1")
    assert ended.returncode == 0
    assert "ip_addresses.json" in ended.stderr
    assert lines_of(ended)[0]["gateways"] == 0


def test_a_reader_that_does_not_read_stops_nothing(config, fleet) -> None:
    command = [*PROGRAM, "--config", str(config), "--interval", "0.05"]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as program:
        until = time.monotonic() + 60
        while fleet.account("API-1")["questions"].get("multi_possible", 0) < 300:
            assert time.monotonic() < until
            time.sleep(0.1)
        program.send_signal(signal.SIGINT)
        assert program.wait(10) == 130


@pytest.mark.parametrize("wrong", [["--interval", "abc"], ["--run-seconds", "nan"], ["--demo", "0"]])
def test_a_wrong_option_is_told_in_words(wrong) -> None:
    ended = run(*wrong)
    assert ended.returncode == 2
    assert "argument " + wrong[0] in ended.stderr
    assert "_" not in ended.stderr.splitlines()[-1]


def test_an_example_fleet_of_any_size_is_quiet() -> None:
    line = lines_of(run("--demo", "60", "--cycles", "1"))[0]
    assert line["requests"]["temperature"]["breach"] is False


def test_it_ends_after_the_time_it_was_given() -> None:
    assert run("--demo", "2", "--run-seconds", "1").returncode == 0
