"""The web view of a scripted plant, served as the program serves it: for its pictures and for its tests."""

import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from doge_gui import __version__, paths
from doge_gui.core.config import FlaskSection
from doge_gui.core.config_text import ConfigError, Mistake, parse_config
from doge_gui.core.plan import Plan
from doge_gui.core.recording.batch import Batch
from doge_gui.core.recording.sampler import Sampler
from doge_gui.core.replies import Failure
from doge_gui.core.station_facts import StationFacts
from doge_gui.core.statuses import AddressStatus, DiskStatus, Schedule, SoundStatus
from doge_gui.core.tally import Tally, counted
from doge_gui.history.reader import HistoryReader
from doge_gui.history.recorder import Recorder
from doge_gui.web.given import Given
from doge_gui.web.service import WebService
from doge_gui.web_tongues import translations
from tools.alarm_stories import AlarmStory
from tools.stories import GARBLED, LOAD, TEMPERATURE, TIMEOUT, Story, addresses

PLANT, INTERVAL_S = "Atelier", 60.0
_CIRCUITS = ("Sorting", "Lift", "Return run")
Failures = Mapping[str, Failure]
"""PLC -> why it gave no answer."""
Values = Mapping[str, tuple[float, ...]]
"""PLC -> its requests' values."""
_LOOKED_AT_S = 3.0
"""Seconds after the last cycle at which everybody looks."""
_DISK = DiskStatus("/var/lib/watchdoge", 41_000_000_000, 118_000_000_000)
_MISTAKEN = '{"requests": [{"name": "temperature", "treshold": 30}], "job": {"interval_minutes": 0}}'
"""A configuration that is refused."""


@dataclass(frozen=True)
class Scene:
    """What the web view is to show."""

    gateways: int = 50
    broken: bool = False
    cycles: int = 540
    """A minute each."""
    section: Mapping[str, Any] | None = None
    """Keys of the configuration's `flask` section."""


class Stage:
    """A plant whose past is told from its first cycle to its last, and recorded in `folder`."""

    def __init__(self, scene: Scene, folder: Path) -> None:
        self._scene = scene
        self._file = folder / "history.db"
        self._story = Story(Plan(addresses(scene.gateways), (TEMPERATURE, LOAD), _CIRCUITS), INTERVAL_S)
        self._alarms = AlarmStory(self._story)
        self._sampler, self._tally = Sampler(), Tally()
        self._events, self._told_at, self._passed_s = 0, time.monotonic(), 0.0
        self._set_s = 0.0
        with closing(Recorder(self._file, PLANT, self.wall_clock)) as recorder:
            for number in range(scene.cycles):
                recorder.append(self._told(*self._troubles(scene.cycles - number)))
                if scene.cycles - number == 12:
                    self._alarms.acknowledge(tuple(self._alarms.book.alarms), "technician called")
        self.facts = self._facts()

    def wall_clock(self) -> datetime:
        """UTC, as the story tells it."""
        return AlarmStory.at(self.clock() + self._set_s)

    def clock(self) -> float:
        """Monotonic seconds, going on from the last cycle."""
        return self._story.now + _LOOKED_AT_S + self._passed_s + time.monotonic() - self._told_at

    @property
    def given(self) -> Given:
        """For the web view."""
        return Given(
            facts=lambda: self.facts,
            clock=self.clock,
            wall_clock=self.wall_clock,
            open_history=lambda: HistoryReader(self._file, PLANT, self.wall_clock),
            translate=translations(),
            section=FlaskSection.model_validate({"port": 0, **(self._scene.section or {})}),
            resources=paths.resource("web"),
            version=__version__,
            plant=PLANT,
        )

    def go_on(self, failures: Failures | None = None, values: Values | None = None) -> None:
        """One cycle more, which is not recorded; whoever serves this is to be woken."""
        self._story.now += self._passed_s
        self._passed_s = 0.0
        self._told(failures or {}, values or {})
        self.facts = self._facts()

    def stand(self, seconds: float, *, paused: bool = False) -> None:
        """Let time go by in which nobody asks the gateways; then tell whether that is because of a pause."""
        self._passed_s += seconds
        due = None if paused else self._story.now
        schedule = Schedule(INTERVAL_S, due, running=False, paused=paused, skipped=0)
        self.facts = replace(self.facts, schedule=schedule)

    def set_clock(self, seconds: float) -> None:
        """Set the time of day forward by so much, or back."""
        self._set_s += seconds

    def _troubles(self, left: int) -> tuple[Failures, Values]:
        """What goes wrong so many cycles before the last: some PLCs are lost, one is too hot at the end."""
        plcs = [address.plc for address in self._story.plan.addresses]
        if not self._scene.broken or not (left <= 20 or 200 < left < 215):
            return {}, {}
        lost = {plcs[4 % len(plcs)]: TIMEOUT}
        return ({**lost, plcs[-1]: GARBLED}, {plcs[1]: (34.6, 40.0)}) if left <= 7 else (lost, {})

    def _told(self, failures: Failures, values: Values) -> Batch:
        """The next cycle, as it is recorded."""
        snapshot = self._story.cycle(failures, values)
        self._alarms.judge(snapshot)
        self._tally, self._told_at = counted(self._tally, snapshot), time.monotonic()
        events = tuple(self._alarms.events[self._events :])
        self._events += len(events)
        return Batch(events=events, cycle=self._sampler.take(snapshot, INTERVAL_S))

    def _facts(self) -> StationFacts:
        snapshot = self._story.snapshot
        number = snapshot.facts.number
        now, broken = self._story.now, self._scene.broken
        self._alarms.judge_sound(_sound(broken))
        return StationFacts(
            snapshot=snapshot,
            read_at=now,
            cycle_s=snapshot.facts.elapsed_s,
            schedule=Schedule(INTERVAL_S, now + INTERVAL_S, running=False, paused=False, skipped=0),
            addresses=_list(broken, len(snapshot.plan), now),
            alarms=replace(self._alarms.report(), recorded=number, cycle=number, disk=_DISK),
            sound=_sound(broken),
            tally=self._tally,
            log_error="/var/log/doge.log: Permission denied" if broken else "",
            mistakes=_mistakes() if broken else (),
            started_at=now - INTERVAL_S * self._scene.cycles,
        )


@dataclass(frozen=True)
class Served:
    """A plant whose web view is served."""

    plant: Stage
    url: str
    wake: Callable[[], None]
    """To be called after `plant.go_on`."""


@contextmanager
def served(folder: Path, scene: Scene) -> Iterator[Served]:
    """Serve the web view of a scripted plant until the end of the block."""
    plant = Stage(scene, folder)
    service = WebService(plant.given)
    service.start()
    try:
        yield Served(plant, service.url.rstrip("/"), service.wake)
    finally:
        if not service.stop():
            print("the web view did not end", file=sys.stderr)


def _sound(broken: bool) -> SoundStatus:
    return SoundStatus(not broken, "the sound player ended unexpectedly" if broken else "")


def _list(broken: bool, gateways: int, now: float) -> AddressStatus:
    if not broken:
        return AddressStatus("ip_addresses.json", gateways, now)
    error = "No such file or directory"
    return AddressStatus("ip_addresses.json", gateways, now - 300, error, failing_since=now - 240)


def _mistakes() -> tuple[Mistake, ...]:
    try:
        parse_config(_MISTAKEN)
    except ConfigError as error:
        return tuple(error.mistakes)
    return ()
