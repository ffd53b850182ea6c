"""What the program says of itself: its list, its sound, its disk, its clock, its journal."""

from datetime import timedelta

import pytest

from doge_gui.core.alarms.program import Surroundings
from doge_gui.core.alarms.rules import Rules
from doge_gui.core.alarms.states import AlarmState
from doge_gui.core.alarms.step import step_program
from doge_gui.core.statuses import AddressStatus, DiskStatus, SoundStatus
from tests.core.alarms.plants import Plant, fleet

GB = 10**9


def told(plant: Plant, **known: object) -> dict[str, str]:
    """Judge the program's condition; the states of its alarms."""
    surroundings = Surroundings(**known)  # type: ignore[arg-type]
    plant.judge_again(step_program(plant.book, surroundings, None, plant.rules, plant.instant))
    return {key: alarm.state.value for key, alarm in plant.book.alarms.items()}


def list_of(error: str) -> AddressStatus:
    """The address list, readable or not."""
    return AddressStatus("ip_addresses.json", 3, 0.0, error)


def disk_of(free_bytes: float) -> DiskStatus:
    """A disk of 100 GB with so much room."""
    return DiskStatus("/data", int(free_bytes), 100 * GB)


@pytest.mark.parametrize(
    ("bad", "well", "key", "detail"),
    [
        ({"addresses": list_of("no such file")}, {"addresses": list_of("")}, "addresses", "no such file"),
        ({"sound": SoundStatus(False, "no server")}, {"sound": SoundStatus(True)}, "sound", "no server"),
        ({"sound": SoundStatus(False)}, {"sound": SoundStatus(True)}, "sound", "lost"),
        ({"journal_error": "disk full"}, {"journal_error": ""}, "journal", "disk full"),
        ({"disk": disk_of(0.4e9)}, {"disk": disk_of(50e9)}, "disk", "/data"),
    ],
)
def test_it_says_what_is_wrong_with_it_and_when_that_is_over(
    bad: dict, well: dict, key: str, detail: str
) -> None:
    plant = fleet(1)
    assert told(plant, **well) == {}
    assert told(plant, **bad) == {key: "unack"}
    assert plant.book.alarms[key].detail == detail
    assert told(plant) == {key: "unack"}, "not known is not well"
    assert key in plant.book.unknown
    assert told(plant, **well) == {key: "rtn_unack"}


def test_the_disk_alarm_does_not_chatter_about_its_limit() -> None:
    plant = fleet(1)
    assert told(plant, disk=disk_of(0.55e9)) == {}
    assert told(plant, disk=disk_of(0.45e9)) == {"disk": "unack"}
    assert told(plant, disk=disk_of(0.55e9)) == {"disk": "unack"}
    assert told(plant, disk=disk_of(0.65e9)) == {"disk": "rtn_unack"}


@pytest.mark.parametrize(
    ("passed", "by_the_clock", "state"),
    [
        (60, 60, AlarmState.NORMAL),
        (60, 65, AlarmState.NORMAL),
        (60, 65.1, AlarmState.UNACK),
        (60, 54.9, AlarmState.UNACK),
        (60, -86400, AlarmState.UNACK),
    ],
)
def test_a_time_of_day_that_jumps_is_told(passed: float, by_the_clock: float, state: AlarmState) -> None:
    plant = fleet(1, rules=Rules(clock_jump_s=5.0))
    before = plant.instant
    plant.mono += passed
    plant.utc += timedelta(seconds=by_the_clock)
    plant.judge_again(step_program(plant.book, Surroundings(), before, plant.rules, plant.instant))
    assert plant.state("clock") is state
    after = plant.instant
    plant.judge_again(step_program(plant.book, Surroundings(), after, plant.rules, plant.instant))
    assert not plant.state("clock").active


def test_the_plant_and_the_program_are_judged_apart() -> None:
    plant = fleet(1)
    told(plant, journal_error="disk full")
    plant.cycle({})
    assert plant.state("journal") is AlarmState.UNACK
    plant.cycle({"API-1": "lost"})
    assert told(plant) == {"journal": "unack", "offline:API-1": "unack"}
