"""A plant that was recorded for two hours: a cycle each minute, an alarm at every seventh."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import numpy as np

from doge_gui.core.plan import Plan
from doge_gui.core.recording.batch import Batch
from doge_gui.core.recording.cycles import CycleRecord, Samples
from doge_gui.core.recording.tags import Layout
from doge_gui.core.snapshot import Quality
from doge_gui.history.reader import HistoryReader
from tests.core.pictures import OWN, plan_of
from tests.history.sessions import raised
from tests.history.station import PLANT, Elsewhere
from tests.web.plant import BEGAN

CYCLES = 120
STOOD = range(60, 90)
"""Cycles that never ran: the program stood."""
BAD_AT = 30
"""The cycle in which nothing good was read."""
ALARM_EVERY = 7
ENTRIES = [number for number in range(CYCLES) if number % ALARM_EVERY == 0 and number not in STOOD]
PLAN: Plan = plan_of("API-1", "API-2", requests=(OWN,))


def recorded(path: Path) -> Callable[[], HistoryReader]:
    """Record it; the answer opens it for reading."""
    there = Elsewhere(path)
    for number in range(CYCLES):
        if number not in STOOD:
            with there.database.writing() as connection:
                there.write(connection, _batch(number))
            there.committed()
    there.close()
    # Whoever reads has the time of day of the plant that was recorded.
    return lambda: HistoryReader(path, PLANT, lambda: BEGAN + timedelta(minutes=CYCLES))


def _batch(number: int) -> Batch:
    at = BEGAN + timedelta(minutes=number)
    tags = len(Layout(PLAN))
    quality = np.full(tags, Quality.BAD if number == BAD_AT else Quality.GOOD, np.uint8)
    samples = Samples(np.arange(tags, dtype=np.uint32), np.full(tags, float(number)), quality)
    begins = number in (0, STOOD.stop)
    cycle = CycleRecord(number, at, 60.0, PLAN, begins, 0, 0.2, samples, None, {})
    # Two entries of one instant each.
    events = (raised(number, str(number))._replace(at=at), raised(number, f"{number}b")._replace(at=at))
    return Batch(events if number % ALARM_EVERY == 0 else (), cycle=cycle)
