"""A simulated fleet whose supervision is killed again and again, and what that supervision said."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Any, NamedTuple

from doge_gui.core.alarms.book import Instant
from doge_gui.core.alarms.operator import acknowledge
from doge_gui.headless import INTERRUPTED
from doge_gui.history.journal import Journal
from doge_gui.simulator.fleet import Fleet
from tests.history.test_migrations import begin_at_version_1
from tests.system.killing import ENDED

GATEWAYS = 8
INTERVAL_S = 0.05
ROOT = Path(__file__).parents[2]
_START_S, _RUN_S = 0.16, 0.3
"""How long after its start, or after its first cycle, a program is killed at most."""
_DISK_S = 0.03
"""How long a slow disk takes for a transaction at most."""

Line = dict[str, Any]
"""A cycle as the program prints it."""


@dataclass
class Site:
    """A plant with its own history."""

    folder: Path
    old: bool
    """Its history begins as the file of an earlier version, with the journal of another plant in it."""
    runs: list[tuple[Line, ...]] = field(default_factory=list)
    """What each of its supervisions said before it was killed."""
    stopped: bool = False
    """The last one was told to end, and did."""

    def __post_init__(self) -> None:
        self.folder.mkdir()
        self.config.write_text(
            json.dumps(
                {
                    "history": {"path": self.history.name},
                    "gateway": {"deadline_s": 0.1, "budget_s": 0.2},
                    "requests": [
                        {"name": "temperature", "threshold": 900},
                        {"name": "pressure", "sum": True, "threshold": 5000},
                    ],
                }
            )
        )
        if self.old:
            begin_at_version_1(self.history)

    @property
    def config(self) -> Path:
        return self.folder / "configDoge.json"

    @property
    def history(self) -> Path:
        return self.folder / "history.db"

    @property
    def plant(self) -> str:
        """Its name in the history."""
        return str(self.config.resolve())

    @property
    def recorded(self) -> list[Line]:
        """Every cycle that was reported as recorded, in order."""
        return [line for run in self.runs for line in run if line["recorded"]]

    def list_gateways(self, gateways: dict[str, Any]) -> None:
        """Write the address list, as a program that does it properly."""
        fresh = self.folder / "fresh.json"
        fresh.write_text(json.dumps(gateways))
        fresh.replace(self.folder / "ip_addresses.json")

    def acknowledge_all(self) -> None:
        """Somebody takes notice of every alarm while nothing runs."""
        instant = Instant(0.0, datetime.now(UTC))
        with closing(Journal(self.history, self.plant)) as journal:
            book = journal.load()
            journal.append(acknowledge(book, list(book.alarms), "Ann", instant, "seen").events)


class When(NamedTuple):
    """The instant at which a program is killed."""

    lines: int
    """Cycles that it told, and ..."""
    after_s: float
    """... seconds from then on."""


class Killer:
    """Starts supervisions and kills them at an instant given by chance."""

    def __init__(self, fleet: Fleet, chance: random.Random, told: IO[str], said: IO[str]) -> None:
        self._fleet, self._chance, self._told, self._said = fleet, chance, told, said
        self.running: int | None = None
        """Process of the supervision under way."""

    def round(self, site: Site) -> None:
        """One supervision of a site, from its start to its end by SIGKILL."""
        chance, listed = self._chance, dict(self._fleet.addresses)
        for plc in chance.sample(sorted(listed), chance.choice((0, 0, 0, 1, 2))):
            del listed[plc]
        site.list_gateways(listed)
        self._fleet.set_scenario(trouble(chance, list(self._fleet.addresses)))
        if chance.random() < 0.1 and site.recorded:
            site.acknowledge_all()
        when = chance.choice(
            (
                When(0, chance.uniform(0, _START_S)),
                When(1, chance.uniform(0, _RUN_S)),
                When(chance.randint(1, 4), 0.0),
            )
        )
        site.runs.append(self._ended(site, when))

    def stop(self, site: Site) -> None:
        """One supervision of a site that is told to end after its first cycle."""
        site.runs.append(self._ended(site, When(1, 0.0), by=signal.SIGTERM, code=INTERRUPTED))
        site.stopped = True

    def _ended(
        self, site: Site, when: When, by: signal.Signals = signal.SIGKILL, code: int = -signal.SIGKILL
    ) -> tuple[Line, ...]:
        """What a supervision said until it was ended."""
        disk_s = self._chance.choice((0.0, _DISK_S))
        self._told.write(f"{INTERVAL_S} {disk_s} {site.config}\n")
        self._told.flush()
        self.running = pid = int(self._said.readline().removeprefix("pid "))
        said = [self._said.readline() for _ in range(when.lines)]
        if "\n" in said:
            raise AssertionError("the program ended by itself")
        time.sleep(when.after_s)
        os.kill(pid, by)
        while not (line := self._said.readline()).startswith(ENDED):
            said.append(line)
        self.running = None
        assert line == f"{ENDED}{code}\n"
        return whole_lines(said)


def whole_lines(said: Sequence[str]) -> tuple[Line, ...]:
    """The cycles told; one that was cut off in the middle of its line was not."""
    told = [line for line in said if line.endswith("}\n")]
    return tuple(json.loads(line) for line in told)


def killed_process(site: Site, after_s: float) -> None:
    """The same with a program started as people start it, killed a time after its first cycle."""
    command = [sys.executable, "-m", "doge_gui", "--headless", "--config", str(site.config)]
    with subprocess.Popen(
        [*command, "--interval", str(INTERVAL_S)], stdout=-1, stderr=subprocess.DEVNULL, text=True, cwd=ROOT
    ) as program:
        assert program.stdout is not None
        said = [program.stdout.readline()]
        time.sleep(after_s)
        program.kill()
        said += program.stdout.readlines()
    site.runs.append(whole_lines(said))


def trouble(chance: random.Random, plcs: Sequence[str]) -> list[dict[str, Any]]:
    """Values too high, gateways that are silent, refuse, talk nonsense or are late; each for a moment."""
    events = []
    for _ in range(chance.randint(0, 4)):
        begin = chance.uniform(0, 0.3)
        kind = chance.choice(
            (
                {"fault": "value", "request": "temperature", "value": 999},
                {"fault": "value", "request": "pressure", "value": 9999},
                {"fault": "refuse"},
                {"fault": "silent", "question": "compteur_bille"},
                {"fault": "html", "question": "temperature"},
                {"fault": "slow", "delay_ms": 20},
                {"fault": "slow", "delay_ms": 15, "question": "compteur_bille/write"},
            )
        )
        when = {"from_s": begin, "to_s": begin + chance.uniform(0.05, 0.4)}
        events.append({"gateways": chance.sample(plcs, chance.choice((1, 1, 2, 6))), **when, **kind})
    return events


@contextmanager
def killer(fleet: Fleet, chance: random.Random) -> Iterator[Killer]:
    """Who kills; his program is ended at the end."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-m", "tests.system.killing"]
    with subprocess.Popen(command, stdin=-1, stdout=-1, text=True, env=environment, cwd=ROOT) as started:
        assert started.stdin is not None
        assert started.stdout is not None
        killer = Killer(fleet, chance, started.stdin, started.stdout)
        try:
            yield killer
        finally:
            if killer.running is not None:
                os.kill(killer.running, signal.SIGKILL)
