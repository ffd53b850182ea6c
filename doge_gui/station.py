"""What the command line means, with and without a window: configuration, source, log, sounds."""

import gc
import getpass
import hashlib
import logging
import os
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from doge_gui import paths
from doge_gui.core.alarms.states import Priority
from doge_gui.core.config import Config
from doge_gui.core.config_text import ConfigError, Mistake
from doge_gui.core.phrase import phrase
from doge_gui.core.recording.source import HistorySource
from doge_gui.engine.alarm_judge import AlarmJudge
from doge_gui.engine.config_watch import read_config
from doge_gui.engine.job import Job
from doge_gui.example_fleet import ExampleFleet
from doge_gui.gateways.address_sources import AddressSource, source_of
from doge_gui.history.errors import HistoryError
from doge_gui.log_file import LogFile, open_log
from doge_gui.records import disk_of, open_history, open_record, place_of, record_of

if TYPE_CHECKING:
    from doge_gui.history.places import Place

EXAMPLE_INTERVAL_S = 2.0
"""An example fleet is there to be looked at, so it is asked more often than a plant."""


_SWITCH_S = 0.0001
"""While thousands of alarms are judged, the window's thread waits at most so long for the interpreter each
time it comes back from painting; with the usual 5 ms it stood still for a fifth of a second."""
_YOUNG_OBJECTS = 10_000
"""New objects between two small rounds of the garbage collector."""
_log = logging.getLogger("watchdoge")
_CONFIGURED_FOR = 8
"""Gateways for which the shipped configuration's thresholds are meant."""


@dataclass(frozen=True, slots=True)
class Options:
    """The command line."""

    config: Path | None = None
    demo: int | None = None
    """Gateways of the example fleet; None supervises the configured one."""
    headless: bool = False
    cycles: int | None = None
    """End after so many."""
    interval_s: float | None = None
    """In place of the configured interval."""
    run_seconds: float = 0.0
    """End by itself after this time; 0: never."""
    screenshot: Path | None = None
    """Where to save a picture of the window before the end."""
    print_cycles: bool = False
    """Print a line per cycle although there is a window."""
    kiosk: str | None = None
    """Fill the screen of this name or number, the first one where empty; None: an ordinary window."""

    @property
    def unattended(self) -> bool:
        """The program is to end by itself: nobody is there to be asked, or to be raised a window for."""
        return self.run_seconds > 0 or self.cycles is not None or self.screenshot is not None


def wall_clock() -> datetime:
    """The time of day, UTC, for people."""
    return datetime.now(UTC)


class Station:
    """The surroundings of one supervision."""

    def __init__(self, options: Options, environment: Mapping[str, str] = os.environ) -> None:
        """Read the configuration. Raises ConfigError."""
        self.options = options
        self._environment = environment
        self.example = options.demo is not None
        if self.example and options.config is None:
            self.config_path: Path | None = None
            self.config = _example_config(options.demo or 0)
            self.folder = paths.log_folder()
        else:
            self.config_path = config_path(options)
            self.config = _read(self.config_path)
            self.folder = self.config_path.parent
        names = [request.name for request in self.config.requests]
        self._fleet = ExampleFleet(options.demo, names) if options.demo is not None else None
        self._log: LogFile | None = None
        self._scratch: tempfile.TemporaryDirectory[str] | None = None

    def job(self) -> Job:
        """What a cycle does."""
        job = Job.of(self.config)
        return replace(job, interval_s=self.options.interval_s) if self.options.interval_s else job

    def source(self) -> AddressSource:
        """Where the gateways come from."""
        if self._fleet is not None:
            return self._fleet
        return source_of(self.config.addresses, self.folder, self.config.gateway.port, self._environment)

    def open_log(self) -> LogFile:
        """Begin to log; again after the configuration changed."""
        anew = self._log is None
        if self._log is not None:
            self._log.close()
        self._log = open_log(self.config.logging, self.folder, anew=anew)
        return self._log

    @property
    def log_error(self) -> str:
        """Why the log does not reach its file; empty when it does."""
        return self._log.status.error if self._log is not None else ""

    @property
    def config_mark(self) -> str:
        """Which configuration is in force: its file, and a digest of what it says."""
        said = hashlib.sha256(self.config.model_dump_json().encode("utf-8", "surrogatepass")).hexdigest()
        return f"{self.config_path or 'example'} (sha256 {said[:16]})"

    def take(self, config: Config) -> None:
        """Another configuration is in force."""
        logs_elsewhere = config.logging != self.config.logging
        if config.history != self.config.history:
            _log.warning("the section history has changed: in force from the next start on")
        self.config = config
        if logs_elsewhere:
            self.open_log()

    def sound_of(self, configured: str | None, priority: Priority) -> Path:
        """The file of a configured sound; the priority's tone where none is configured."""
        if configured is None:
            return paths.own_sound(f"{priority.name.lower()}.wav")
        return paths.sound_file(configured, self.folder)

    @cached_property
    def record(self) -> tuple[Path, str]:
        """The file in which this plant's alarms are recorded, and the plant's name in it."""
        file, plant = record_of(self.config_path, self.config)
        if self.example:
            # An example begins anew each time: nobody wants to acknowledge what was played yesterday.
            self._scratch = tempfile.TemporaryDirectory(prefix="watchdoge-", ignore_cleanup_errors=True)
            file = Path(self._scratch.name) / file.name
        return file, plant

    def alarm_judge(self) -> AlarmJudge:
        """Who judges this plant's alarms."""
        file, plant = self.record
        return AlarmJudge(
            partial(open_record, file, plant, self.config.history, self._environment),
            partial(disk_of, file),
            self.config.alarm_rules(),
            self.job().interval_s,
            operator_name(),
        )

    def open_history(self) -> HistorySource | None:
        """This plant's history, for reading; None where nothing is recorded yet. Raises HistoryError."""
        file, plant = self.record
        return open_history(file, plant, self.config, self._environment)

    def recorded_history(self) -> HistorySource:
        """The same; raises HistoryError where nothing is recorded yet, too."""
        opened = self.open_history()
        if opened is None:
            raise HistoryError(phrase("said.history", "nothing is recorded yet"))
        return opened

    @property
    def place(self) -> "Place":
        """Where this plant's readings are recorded."""
        return place_of(self.record[0], self.config.history, self._environment)

    def close(self) -> None:
        """End the example fleet and the log."""
        if self._fleet is not None:
            self._fleet.stop()
        if self._log is not None:
            self._log.close()
        if self._scratch is not None:
            self._scratch.cleanup()


def config_path(options: Options) -> Path:
    """The configuration file that these options mean."""
    return (options.config or paths.default_config()).absolute()


def start_words(options: Options, config: Path | None) -> list[str]:
    """What to start the program with, wherever it is started, so that it shows this configuration again.

    Nothing for an example fleet: what is configured by then is of more use.
    """
    words = [] if config is None else ["--config", str(config)]
    return words if options.kiosk is None else [*words, "--kiosk", *filter(None, [options.kiosk])]


def operator_name() -> str:
    """Under which name an operator's acts are recorded: the one that is logged in."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "operator"


def own_command(*arguments: str) -> list[str]:
    """The command that starts this program again for another task."""
    if getattr(sys, "frozen", False):
        return [sys.executable, *arguments]
    return [sys.executable, "-m", "doge_gui", *arguments]


def settle_memory() -> None:
    """Take what the program is made of out of the garbage collector's rounds.

    With all modules, widgets and the plan in them, a full round stops every thread for some 60 ms, which is
    seen as a stutter. To be called once, when the first cycle stands. A cycle's answers are no garbage while
    it runs: the usual small rounds, one for every few hundred new objects, would find nothing.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(_YOUNG_OBJECTS, 10, 10)
    sys.setswitchinterval(_SWITCH_S)


def _read(path: Path) -> Config:
    if not path.exists():
        remedy = phrase("said.history", "name one with --config, or see an example fleet with --demo")
        raise ConfigError(
            (Mistake("", phrase("said.history", "there is no configuration at {0}").format(path), remedy),)
        )
    return read_config(path)


def _example_config(gateways: int) -> Config:
    """The shipped configuration, asked more often, its sums' thresholds those of a fleet of this size."""
    config = read_config(paths.example_config())
    job = config.job.model_copy(update={"interval_minutes": EXAMPLE_INTERVAL_S / 60})
    requests = tuple(
        request.model_copy(update={"threshold": request.threshold * gateways / _CONFIGURED_FOR})
        if request.sum and request.threshold is not None
        else request
        for request in config.requests
    )
    return config.model_copy(update={"job": job, "requests": requests})
