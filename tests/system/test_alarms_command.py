"""`watchdoge alarms` and the program that it reads after: which plant they mean, and what is wrong."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from doge_gui.core.config import Config
from doge_gui.simulator.fleet import SimulatedFleet
from doge_gui.station import Options, Station, config_path, record_of

pytestmark = pytest.mark.system
PROGRAM = [sys.executable, "-m", "doge_gui"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A plant's folder, with another beside it."""
    (tmp_path / "plant").mkdir()
    (tmp_path / "beside").mkdir()
    return tmp_path / "plant"


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The program, started in a folder."""
    root = str(Path(__file__).parents[2])
    return subprocess.run(
        [*PROGRAM, *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": root},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_one_plant_has_one_journal_whichever_way_leads_to_its_configuration(folder: Path) -> None:
    """Recorded under a way through another folder, found under the short one."""
    scenario = {"gateways": ["API-1"], "fault": "value", "request": "temperature", "value": 999}
    told = {
        "requests": [{"name": "temperature", "threshold": 900}],
        "alarms": {"disk": {"enabled": False}},
    }
    (folder / "plant.json").write_text(json.dumps(told))
    with SimulatedFleet(2, marble_speed=0.0) as fleet:
        (folder / "ip_addresses.json").write_text(json.dumps(dict(fleet.addresses)))
        fleet.set_scenario([scenario])
        long_way = str(Path("..", "beside", "..", "plant", "plant.json"))
        for way in (long_way, "plant.json"):
            watched = run(folder, "--headless", "--config", way, "--cycles", "1")
            assert watched.returncode == 0, watched.stderr
    for way in ("plant.json", long_way, str(folder / "plant.json")):
        printed = run(folder, "alarms", "--journal", "--config", way)
        assert (printed.returncode, printed.stderr) == (0, "")
        entries = printed.stdout.splitlines()
        # The second start took up what the first had recorded, and had nothing to add.
        assert len(entries) == 1, entries
        assert "high:temperature:API-1 normal -> unack" in entries[0]


def test_every_way_to_a_configuration_names_the_same_plant(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    (folder / "plant.json").write_text("{}")
    ways = ["plant.json", "../plant/plant.json", "../beside/../plant/plant.json", str(folder / "plant.json")]
    if os.name == "posix":
        (folder.parent / "link").symlink_to(folder)
        ways.append("../link/plant.json")
    options = [Options(config=Path(way)) for way in ways]
    assert {record_of(config_path(one), Config())[1] for one in options} == {str(folder / "plant.json")}
    assert {Station(one).record[1] for one in options} == {str(folder / "plant.json")}


def test_every_mistake_of_a_configuration_has_a_line_of_its_own(folder: Path) -> None:
    (folder / "plant.json").write_text(
        '{"jobs": {}, "gateway": {"port": "x"}, "requests": [{"name": "../\\u001b[2J\\nall is well"}]}'
    )
    ended = run(folder, "alarms", "--journal", "--config", "plant.json")
    assert (ended.returncode, ended.stdout) == (2, "")
    said = ended.stderr.splitlines()
    assert len(said) == 3, said
    assert any("jobs" in line and "did you mean 'job'?" in line for line in said)
    assert any(line.startswith("gateway.port") for line in said)
    # A name in it cannot pass for a line of its own, nor speak to the terminal.
    assert any(line.startswith("requests[0].name") for line in said)
    assert "\x1b" not in ended.stderr
