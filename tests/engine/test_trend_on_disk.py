"""Curves out of a history on disk: what was recorded is drawn, and the time of a stop is a gap."""

from contextlib import closing
from datetime import UTC, datetime, timedelta

import numpy as np

from doge_gui.core.addresses import Address
from doge_gui.core.plan import Plan
from doge_gui.core.recording.batch import Batch
from doge_gui.core.recording.curves import Level, TrendQuestion
from doge_gui.core.recording.cycles import CycleRecord, CycleTotals, Samples
from doge_gui.core.recording.tags import Layout, Tag
from doge_gui.core.snapshot import Quality, VectorTotal
from doge_gui.engine.trend_desk import TrendDesk
from doge_gui.history.reader import HistoryReader
from doge_gui.history.recorder import Recorder
from tools.trend_stories import raised

BEGAN = datetime(2026, 1, 31, tzinfo=UTC)
LAYOUT = Layout(Plan((Address("API-1", "127.0.0.1", 8000),)))
STOPPED, BACK, LAST = 20, 30, 60
"""Minutes."""


def cycle(minute: int) -> CycleRecord:
    """A minute's cycle in which every value is the minute."""
    everything = np.arange(len(LAYOUT), dtype=np.uint32)
    values, good = np.full(len(LAYOUT), float(minute)), np.full(len(LAYOUT), Quality.GOOD, np.uint8)
    samples, totals = Samples(everything, values, good), CycleTotals((VectorTotal(),) * 3, ())
    at, begins = BEGAN + timedelta(minutes=minute), minute in (0, BACK)
    return CycleRecord(minute, at, 60.0, LAYOUT.plan, begins, 0, 0.2, samples, totals, {})


def test_a_stop_of_the_program_is_a_gap_in_its_curves(tmp_path, qtbot) -> None:
    path = tmp_path / "history.db"
    with closing(Recorder(path, "plant")) as recorder:
        for minute in (*range(STOPPED), *range(BACK, LAST)):
            came = raised(0, "API-1")._replace(at=BEGAN + timedelta(minutes=minute))
            recorder.append(Batch((came,) if minute == BACK else (), None, (), cycle(minute)))
    desk = TrendDesk(lambda: HistoryReader(path, "plant"))
    with qtbot.waitSignal(desk.tags_known) as told:
        desk.ask_tags()
    assert told.args == [LAYOUT.plan, LAYOUT.tags]
    question = TrendQuestion((Tag("API-1", "latency"),), BEGAN, BEGAN + timedelta(minutes=LAST), 500)
    with qtbot.waitSignal(desk.marked) as told:
        desk.ask(question)
    answer = told.args[0]
    assert answer.curves[0].level is Level.RAW
    minutes = (answer.fitted[0].covered - BEGAN.timestamp()) / 60
    assert minutes.tolist() == [[0, STOPPED], [BACK, LAST]]
    assert [mark.words for mark in answer.marks] == ["API-1 lost: no answer in 2.0 s"]
    assert desk.stop()
