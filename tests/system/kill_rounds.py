"""Rounds of supervisions that are killed at instants given by chance, and of checks of what they left."""

import random
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from doge_gui.history.recorder import Recorder
from doge_gui.simulator.fleet import SimulatedFleet
from tests.history.looking import rows
from tests.system import killed_history, killed_tables
from tests.system.killed_plant import GATEWAYS, Killer, Line, Site, killed_process, killer

_EARLY, _SITE_ROUNDS = 2, 10
"""All is checked after each of the first rounds of a history, while its tables are made, and after its last.
Then the next one is begun, alternately from nothing and from that of an earlier version."""


@dataclass
class Tally:
    """What came of it."""

    rounds: int = 0
    reported: int = 0
    """Cycles that were reported as recorded."""
    recorded: int = 0
    """Cycles that are in the histories."""
    lost: int = 0
    """Cycles that were reported as recorded, and are not there."""

    def __str__(self) -> str:
        return (
            f"{self.rounds} rounds, {self.reported} cycles reported as recorded, {self.recorded} recorded, "
            f"{self.lost} lost"
        )


def kill_rounds(
    folder: Path,
    rounds: int,
    seed: int,
    processes: int = 0,
    told: Callable[[Tally], object] | None = None,
) -> Tally:
    """Kill so many supervisions, the first of each of so many sites as `processes` of their own.

    Fails where anything but whole cycles is missing; those are counted. `told` hears of each finished site.
    """
    chance, tally = random.Random(seed), Tally()
    fleet = SimulatedFleet(GATEWAYS, requests=("temperature", "pressure"), marble_speed=20.0)
    with fleet, killer(fleet, chance) as kills:
        number = 0
        while tally.rounds < rounds:
            site = Site(folder / f"site-{number}", old=number % 2 == 1)
            if number < processes:
                site.list_gateways(dict(fleet.addresses))
                killed_process(site, chance.uniform(0, 0.3))
            _kill(kills, site, min(_SITE_ROUNDS, rounds - tally.rounds), tally)
            number += 1
            if told is not None:
                told(tally)
    return tally


def _kill(kills: Killer, site: Site, rounds: int, tally: Tally) -> None:
    """A site's rounds, checked while they are few and at the end; then it is stopped and settled."""
    while len(site.runs) < rounds:
        kills.round(site)
        if len(site.runs) <= _EARLY:
            check(site)
    check(site)
    kills.stop(site)
    with closing(Recorder(site.history, site.plant)) as recorder:
        while recorder.settle():
            pass
    assert rows(site.history, "SELECT count(*) FROM hot") == [(0,)]
    lost = check(site)
    tally.rounds += rounds
    tally.reported += len(site.recorded)
    tally.recorded += rows(site.history, "SELECT count(*) FROM cycle")[0][0]
    tally.lost += len(lost)


def check(site: Site) -> list[Line]:
    """Everything that must hold of a site; the reported cycles that are missing. Fails at anything else."""
    if not killed_tables.begun(site):
        assert not site.recorded
        return []
    found = killed_history.recorded(site)
    lost = killed_history.missing(site, found)
    killed_history.check_order(found)
    killed_history.check_alarms(site, found)
    killed_history.check_rollups(site, found)
    killed_tables.check_file(site)
    killed_tables.check_log(site)
    killed_tables.check_segments(site)
    killed_tables.check_trail(site, found)
    return lost
