"""What the web view is given: it reads the plant through callables, and reaches for nothing itself."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from doge_gui.core.config import FlaskSection
from doge_gui.core.phrasebook import Translate
from doge_gui.core.recording.source import HistorySource
from doge_gui.core.station_facts import StationFacts


@dataclass(frozen=True)
class Given:
    """Everything from outside. Every callable may be called in any thread."""

    facts: Callable[[], StationFacts]
    """The newest of everything."""
    clock: Callable[[], float]
    """Monotonic seconds, by which the instants in the facts are told."""
    wall_clock: Callable[[], datetime]
    """UTC."""
    open_history: Callable[[], HistorySource | None]
    """This plant's history, opened for one thread, which closes it; None where nothing is recorded yet.
    Raises HistoryError."""
    translate: Mapping[str, Translate]
    """Language (`en`, `fr`) -> what says the program's texts in it."""
    section: FlaskSection
    """The configuration of the web view."""
    resources: Path
    """The folder with `templates/` and `static/`."""
    version: str = ""
    plant: str = ""
    """The plant's name."""
