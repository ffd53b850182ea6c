"""Alarms as the real program tells them: killed, configured anew, without its list, without its fleet."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from doge_gui.core.alarms.book import Instant
from doge_gui.core.alarms.operator import acknowledge, shelve
from doge_gui.history.journal import Journal
from doge_gui.simulator.fleet import SimulatedFleet

pytestmark = pytest.mark.system
GATEWAYS = [f"API-{number}" for number in range(1, 7)]
HOT = "high:temperature:API-2"
GROUP = "fleet-offline"
LINES = 100
"""So many cycles are waited for a fact."""

Line = dict[str, Any]
"""A cycle as the program prints it."""


@pytest.fixture
def fleet() -> Iterator[SimulatedFleet]:
    with SimulatedFleet(len(GATEWAYS), marble_speed=0.0) as fleet:
        fleet.set_scenario([value("API-2", 999)])
        yield fleet


@pytest.fixture
def config(tmp_path: Path, fleet: SimulatedFleet) -> Path:
    """Every gateway's own temperature is judged, and its alarms are recorded beside the configuration."""
    (tmp_path / "ip_addresses.json").write_text(json.dumps(dict(fleet.addresses)))
    path = tmp_path / "configDoge.json"
    configure(path)
    return path


def value(gateway: str, temperature: float) -> dict[str, Any]:
    return {"gateways": [gateway], "fault": "value", "request": "temperature", "value": temperature}


def configure(path: Path, **temperature: object) -> None:
    """Write the configuration, with these keys of the request."""
    told = {
        # Neither a busy machine nor a full one changes these stories.
        "alarms": {"overrun": {"enabled": False}, "disk": {"enabled": False}},
        "gateway": {"deadline_s": 0.5},
        "history": {"path": "alarms.db"},
        "requests": [{"name": "temperature", "threshold": 900, **temperature}],
    }
    path.write_text(json.dumps(told))


class Watched:
    """The running program, its cycles read as they are printed."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process

    def next_line(self) -> Line:
        """The next cycle."""
        assert self.process.stdout is not None
        told = self.process.stdout.readline()
        assert told, "the program has ended"
        line: Line = json.loads(told)
        return line

    def until(self, holds: Callable[[Line], bool]) -> Line:
        """The first cycle of which this holds."""
        line: Line = {}
        for _ in range(LINES):
            line = self.next_line()
            if holds(line):
                return line
        raise AssertionError(f"not within {LINES} cycles: {line}")


@contextmanager
def watching(config: Path, interval_s: float = 0.2) -> Iterator[Watched]:
    """The program supervises until it is killed at the end, at whatever it does then."""
    command = [sys.executable, "-m", "doge_gui", "--headless", "--config", str(config)]
    # What it says on standard error is other tests' matter.
    with subprocess.Popen(
        [*command, "--interval", str(interval_s)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as process:
        try:
            yield Watched(process)
        finally:
            process.kill()


def alarms(line: Line) -> dict[str, Line]:
    """The alarms of a cycle by their ids."""
    return {alarm["id"]: alarm for alarm in line["alarms"]}


def states(line: Line) -> dict[str, str]:
    """The state of each alarm of a cycle."""
    return {alarm["id"]: alarm["state"] for alarm in line["alarms"]}


def test_the_line_of_a_cycle_carries_the_alarms_that_this_cycle_led_to(config: Path) -> None:
    """Each cycle its own, although they are judged beside it and the journal is still being opened."""
    with watching(config) as program:
        first, second = program.next_line(), program.next_line()
    since = first["alarms"][0].pop("since")
    assert first["alarms"][0].pop("state_since") == since
    assert first["alarms"] == [
        {
            "id": HOT,
            "priority": "high",
            "state": "unack",
            "message": "API-2 temperature 999 above 900",
            "plc": "API-2",
            "onset": 999.0,
            "value": 999.0,
        }
    ]
    assert first["started_at"] <= since < second["started_at"]
    assert alarms(second)[HOT]["since"] == since


def test_killed_and_started_again_an_alarm_stands_as_it_stood(config: Path) -> None:
    """Fault 35: the same state since the same instant, and what was acknowledged stays acknowledged."""
    with watching(config) as program:
        stood = alarms(program.next_line())[HOT]
    with watching(config) as program:
        assert alarms(program.next_line())[HOT] == stood
    until = attend(config)
    with watching(config) as program:
        attended = alarms(program.next_line())[HOT]
    assert (attended["state"], attended["acknowledged_by"]) == ("acked", "Ann")
    assert datetime.fromisoformat(attended["shelved_until"]) == until
    with watching(config) as program:
        assert alarms(program.next_line())[HOT] == attended


def attend(config: Path) -> datetime:
    """Record that an operator acknowledged the alarm and shelved it; until when."""
    now = datetime.now(UTC).replace(microsecond=0)
    instant = Instant(0.0, now)
    with closing(Journal(config.with_name("alarms.db"), str(config))) as journal:
        journal.append(acknowledge(journal.load(), [HOT], "Ann", instant, "on my way").events)
        shelved = shelve(journal.load(), [HOT], 3600.0, "Ann", "being repaired", instant, 7200.0)
        journal.append(shelved.events)
    return now + timedelta(hours=1)


def test_what_cleared_while_the_program_was_down_waits_to_be_seen(
    config: Path, fleet: SimulatedFleet
) -> None:
    with watching(config) as program:
        assert states(program.next_line()) == {HOT: "unack"}
    fleet.set_scenario([])
    with watching(config) as program:
        assert states(program.next_line()) == {HOT: "rtn_unack"}


def test_a_changed_configuration_judges_the_alarms_that_stand(config: Path) -> None:
    configure(config, priority="low")
    with watching(config) as program:
        assert alarms(program.next_line())[HOT]["priority"] == "low"
        configure(config, priority="medium", message="Too hot")
        raised = program.until(lambda line: alarms(line)[HOT]["priority"] == "medium")
        assert alarms(raised)[HOT]["state"] == "unack"
        assert alarms(raised)[HOT]["message"] == "API-2: Too hot"
        configure(config, priority="low")
        program.until(lambda line: alarms(line)[HOT]["priority"] == "low")
        configure(config, threshold=2000)
        program.until(lambda line: states(line) == {HOT: "rtn_unack"})


def test_an_address_list_that_goes_away_is_an_alarm_until_it_is_back(config: Path) -> None:
    """Fault 24: the last good list stays in force meanwhile."""
    addresses = config.with_name("ip_addresses.json")
    with watching(config) as program:
        assert "addresses" not in alarms(program.next_line())
        kept = addresses.read_text()
        addresses.unlink()
        line = program.until(lambda line: "addresses" in alarms(line))
        assert states(line)["addresses"] == "unack"
        assert "ip_addresses.json" in alarms(line)["addresses"]["message"]
        assert (line["gateways"], line["answered"]) == (len(GATEWAYS), len(GATEWAYS))
        addresses.write_text(kept)
        program.until(lambda line: states(line)["addresses"] == "rtn_unack")


def test_a_dead_fleet_is_one_alarm_and_back_again_it_waits_to_be_seen(
    config: Path, fleet: SimulatedFleet
) -> None:
    """Fault 19. The whole fleet dies between two cycles."""
    fleet.set_scenario([])
    with watching(config, interval_s=1.5) as program:
        assert program.next_line()["alarms"] == []
        for gateway in GATEWAYS:
            fleet.kill(gateway)
        dead = program.next_line()
        assert dead["answered"] == 0
        assert alarms(dead).keys() == {GROUP, *(f"offline:{gateway}" for gateway in GATEWAYS)}
        assert set(states(dead).values()) == {"unack"}
        seen = [alarm for alarm in dead["alarms"] if "suppressed_by" not in alarm]
        assert [alarm["id"] for alarm in seen] == [GROUP]
        assert dead["alarms"][0] == seen[0]
        assert (seen[0]["priority"], seen[0]["message"]) == ("high", "All 6 gateways lost")
        assert {alarm.get("suppressed_by", GROUP) for alarm in dead["alarms"]} == {GROUP}
        assert states(program.next_line()) == states(dead)
        for gateway in GATEWAYS:
            fleet.revive(gateway)
        back = program.until(lambda line: line["answered"] == len(GATEWAYS))
        assert states(back) == dict.fromkeys(states(dead), "rtn_unack")
        assert "suppressed_by" not in alarms(back)[GROUP]
