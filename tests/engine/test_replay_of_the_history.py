"""What lies on the disk is replayed as it was: pictures, and the alarm states that the journal tells."""

from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import numpy as np
import pytest

from doge_gui.core.alarms.book import replay
from doge_gui.core.recording.batch import Batch
from doge_gui.core.recording.cycles import CycleOutcome
from doge_gui.core.recording.sampler import Sampler
from doge_gui.engine.replay_desk import ReplayDesk
from doge_gui.history.reader import HistoryReader
from doge_gui.history.recorder import Recorder
from tests.core.pictures import OWN, SUMMED, good, lost, plan_of
from tests.core.replay.recording import Recorded, states

PLANT, PLCS = "plant", ("API-1", "API-2", "API-3", "API-4")
MARKS = "..hh.a.ll.lla..h.ah....hhhlla..L..a"


@pytest.fixture
def told() -> Recorded:
    """A story with a pause, a restart, another PLC in the fleet, and at last none."""
    recorded = Recorded(plan_of(*PLCS, requests=[OWN, SUMMED]))
    for number, mark in enumerate(MARKS):
        if number == 12:
            recorded.stand_still(1800)
        if number == 18:
            recorded.restart()
        if number == 25:
            recorded.plan = plan_of(*PLCS, "API-5", requests=[OWN, SUMMED])
        if number == 33:
            recorded.plan = plan_of(requests=[OWN, SUMMED])
        plcs = [address.plc for address in recorded.plan.addresses]
        replies = {plc: good(plc, (number, 2, 3), 9.0 if mark == "h" else 1.0, 20.0) for plc in plcs}
        for plc in plcs if mark == "L" else plcs[1:2] if mark == "l" else ():
            replies[plc] = lost(plc, 2)
        recorded.cycle(list(replies.values()))
        if mark == "a":
            recorded.acknowledge()
    return recorded


@pytest.fixture
def path(told: Recorded, tmp_path: Path) -> Path:
    """The history of it, partly sealed."""
    place = tmp_path / "history.db"
    sampler, events = Sampler(), list(told.events)
    with closing(Recorder(place, PLANT, lambda: told.utc)) as recorder:
        for number, snapshot in enumerate(told.live):
            following = told.live[number + 1 : number + 2]
            until = following[0].facts.started_at if following else None
            cycle = sampler.take(snapshot, told.interval_s)
            recorder.append(Batch(cycle=cycle))
            facts = snapshot.facts
            outcome = CycleOutcome(facts.number, facts.elapsed_s, facts.totals_written)
            mine = tuple(event for event in events if until is None or event.at < until)
            del events[: len(mine)]
            recorder.append(Batch(events=mine, outcome=outcome))
        while recorder.settle():
            pass
    return place


@pytest.fixture
def desk(path: Path, told: Recorded, qtbot) -> Iterator[ReplayDesk]:
    made = ReplayDesk(lambda: HistoryReader(path, PLANT), told.rules, lambda: 0.0)
    yield made
    assert made.stop()


def test_every_cycle_is_replayed_with_the_journals_alarm_states(desk, told: Recorded, qtbot) -> None:
    pictures, reports = [], []
    desk.picture_ready.connect(pictures.append)
    desk.alarms_ready.connect(reports.append)
    desk.open(told.live[0].facts.started_at)
    for number, live in enumerate(told.live):
        at = live.facts.started_at
        qtbot.waitUntil(lambda at=at: bool(pictures) and pictures[-1].facts.started_at == at)
        qtbot.waitUntil(lambda: not desk.reading)
        shown = pictures[-1]
        for name in ("counts", "values", "quality", "breach", "asked", "latency_s"):
            np.testing.assert_array_equal(getattr(shown, name), getattr(live, name), f"{number} {name}")
        np.testing.assert_allclose(shown.lost_since, live.lost_since, rtol=0, atol=1e-3)
        assert (shown.totals, shown.request_totals) == (live.totals, live.request_totals)
        assert (shown.failures, shown.facts) == (live.failures, live.facts)
        following = told.live[number + 1 : number + 2]
        until = following[0].facts.started_at if following else at + timedelta(days=1)
        journal = replay(event for event in told.events if event.at < until)
        assert states(reports[-1].book) == states(journal) == states(told.books[number]), number
        desk.step(1)


def test_alarms_are_jumped_to(desk, told: Recorded, qtbot) -> None:
    pictures, found = [], []
    desk.picture_ready.connect(pictures.append)
    desk.nothing_found.connect(found.append)
    desk.open(told.live[0].facts.started_at)
    seen = []
    while not found:
        qtbot.waitUntil(lambda: bool(pictures) and not desk.reading)
        seen.append(pictures[-1].facts.started_at)
        count = len(pictures)
        desk.next_alarm()
        qtbot.waitUntil(lambda count=count: len(pictures) > count or bool(found))
    assert seen == sorted(set(seen))
    assert len(seen) > 5
