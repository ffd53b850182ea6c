"""Where a plant's record lies, and how it is opened for writing and for reading."""

import os
import shutil
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from doge_gui import paths
from doge_gui.core.config import Config
from doge_gui.core.config_history import HistorySection
from doge_gui.core.recording.source import HistorySource
from doge_gui.core.statuses import DiskStatus
from doge_gui.engine.safekeeping import Record

if TYPE_CHECKING:
    from doge_gui.history.places import Place


def record_of(config_path: Path | None, config: Config) -> tuple[Path, str]:
    """The file in which a plant's alarms are recorded, and the plant's name in it.

    The name is the configuration's own path, whichever way to it was given: one plant has one journal.
    """
    if config_path is None:
        return paths.history_file(), "example"
    plant = str(config_path.resolve())
    if config.history.path is None:
        return paths.history_file(), plant
    return config_path.parent / config.history.path, plant


def place_of(file: Path, section: HistorySection, environment: Mapping[str, str] = os.environ) -> "Place":
    """Where the readings are: in the file, or on a server."""
    # Here and not at the top: the window stands before the database library is loaded.
    from doge_gui.history.places import ServerUrl

    return file if section.url is None else ServerUrl(section.url, environment)


def open_history(
    file: Path, plant: str, config: Config, environment: Mapping[str, str] = os.environ
) -> HistorySource | None:
    """A plant's history, for reading; None where nothing is recorded yet. Raises HistoryError."""
    from doge_gui.history.reader import HistoryReader

    place = place_of(file, config.history, environment)
    return None if isinstance(place, Path) and not place.exists() else HistoryReader(place, plant)


def open_record(
    file: Path,
    plant: str,
    section: HistorySection,
    environment: Mapping[str, str],
    *,
    anew: bool = False,
) -> Record:
    """This plant's record, for writing. `anew`: set aside what is there. Raises HistoryError."""
    from doge_gui.history.forwarding import Elsewhere
    from doge_gui.history.places import ServerUrl
    from doge_gui.history.recorder import Recorder
    from doge_gui.history.retention import Keep

    keep = Keep(*(timedelta(days=days) for days in section.keep()))
    elsewhere = None
    if section.url is not None:
        elsewhere = Elsewhere(ServerUrl(section.url, environment), int(section.spool_most_mb * 1e6))
    return Recorder(file, plant, keep=keep, elsewhere=elsewhere, anew=anew)


def disk_of(file: Path) -> DiskStatus | None:
    """Room for the recordings; None where it cannot be told."""
    folder = next((one for one in file.parents if one.is_dir()), None)
    if folder is None:
        return None
    try:
        usage = shutil.disk_usage(folder)
    except OSError:
        return None
    return DiskStatus(str(folder), usage.free, usage.total)
