"""What a supervision reads is in the history, whatever the list and the clocks do meanwhile."""

import json
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from doge_gui.core.alarms.report import AlarmReport
from doge_gui.core.alarms.rules import Rules
from doge_gui.core.recording.cycles import Stretch
from doge_gui.core.recording.tags import ELAPSED, FLEET, LATENCY, Layout, Tag, readings_of
from doge_gui.core.snapshot import Phase, Quality, Snapshot
from doge_gui.engine.alarm_desk import AlarmDesk
from doge_gui.engine.alarm_judge import AlarmJudge
from doge_gui.engine.job import Job
from doge_gui.gateways.talk import Limits
from doge_gui.history.reader import HistoryReader
from doge_gui.history.recorder import Recorder
from doge_gui.simulator.fleet import FleetInThread
from tests.engine.desk import JOB, Desk

BEGAN = datetime(2026, 1, 31, 8, tzinfo=UTC)
INTERVAL_S, SEVERAL = 0.25, 4
NIGHT_S = 8 * 3600.0


class Station:
    """A supervision and the record of what it reads; the test turns both clocks."""

    def __init__(self, file: Path, desk_of: Callable[..., Desk], job: Job) -> None:
        self.file, self.slept_s, self.ahead = file, 0.0, timedelta()
        self._zero = time.monotonic()
        self.desk = desk_of(job, self.mono, self.wall)
        record = partial(Recorder, file, "plant", self.wall)
        judge = AlarmJudge(record, lambda: None, Rules(), job.interval_s)
        self.alarms = AlarmDesk(judge, self.mono, self.wall, "anne")
        self.reports: list[AlarmReport] = []
        self.alarms.changed.connect(self.reports.append)
        self.desk.supervision.snapshot_ready.connect(self.alarms.take_snapshot)
        self.alarms.start()

    def mono(self) -> float:
        return time.monotonic() + self.slept_s

    def wall(self) -> datetime:
        return BEGAN + timedelta(seconds=self.mono() - self._zero) + self.ahead

    def run(self, cycles: int) -> list[Snapshot]:
        """So many further cycles, to their end."""
        before = len(self.desk.done)
        self.desk.until(lambda: len(self.desk.done) >= before + cycles)
        return self.desk.done[before : before + cycles]

    def first_awake(self) -> Snapshot:
        """The first cycle that began after the night, to its end."""
        while (done := self.run(1)[0]).facts.started_mono < self.mono() - NIGHT_S / 2:
            pass
        return done

    def end(self) -> list[Stretch]:
        """Stop, and read what is recorded."""
        assert self.desk.supervision.stop()
        assert self.alarms.stop()
        found = []
        with closing(HistoryReader(self.file, "plant")) as reader:
            first = reader.stretch(BEGAN - timedelta(days=9))
            while first is not None and (before := reader.stretch_beside(first, later=False)):
                first = before
            while first is not None:
                found.append(first)
                first = reader.stretch_beside(first, later=True)
        return found


StationOf = Callable[[float], Station]


@pytest.fixture
def station_of(desk_of: Callable[..., Desk], tmp_path: Path) -> Iterator[StationOf]:
    made: list[Station] = []

    def make(interval_s: float) -> Station:
        job = replace(JOB, interval_s=interval_s, limits=Limits(0.6, 2.0))
        made.append(Station(tmp_path / "history.db", desk_of, job))
        return made[-1]

    yield make
    for one in made:
        one.alarms.stop()


def check(stretches: list[Stretch], station: Station) -> None:
    """Every cycle that all was read of is recorded as it was read; a stopped one may lack its end."""
    read = [one for one in station.desk.snapshots if one.facts.phase is Phase.READ]
    recorded = [(stretch, place) for stretch in stretches for place in range(len(stretch.cycles))]
    assert len(recorded) == len(read)
    for (stretch, place), snapshot in zip(recorded, read, strict=True):
        told, facts = stretch.cycles[place], snapshot.facts
        assert (told.number, told.at, told.skipped) == (facts.number, facts.started_at, facts.skipped)
        values, quality = readings_of(snapshot)
        assert stretch.plan == snapshot.plan
        np.testing.assert_array_equal(stretch.quality[place], quality)
        # A duration is recorded anew only when it changed by more than is of interest.
        exact = np.array([tag.name not in (LATENCY, ELAPSED) for tag in Layout(stretch.plan).tags])
        np.testing.assert_array_equal(stretch.values[place][exact], values[exact])


def test_a_gateway_leaves_and_another_joins_while_a_cycle_runs(
    station_of: StationOf, fleet: FleetInThread
) -> None:
    """That cycle keeps its plan to its end, the next one has the new list, and the history has both."""
    fleet.set_scenario([{"gateways": "all", "fault": "slow", "delay_ms": 200, "question": "temperature"}])
    station = station_of(60.0)
    desk = station.desk
    desk.supervision.poll_now()
    desk.until(lambda: fleet.ledger()["asked"] > 0)
    listed = dict(fleet.addresses)
    gone = listed.pop("API-2")
    desk.source.text = json.dumps({**listed, "API-20": {"API": "API-20", "RASP_catch": gone["RASP_catch"]}})
    assert not [one for one in desk.snapshots if one.facts.phase is not Phase.READING]
    desk.until(lambda: len(desk.done) == 1)
    second = desk.cycle()
    first = desk.done[0]
    assert first.plan.row.keys() == fleet.addresses.keys()
    assert first.facts.totals_written == len(fleet.addresses)
    assert second.plan.row.keys() == {*listed, "API-20"}
    found = station.end()
    check(found, station)
    assert [stretch.plan for stretch in found] == [first.plan, second.plan]
    assert [stretch.cycles[0].totals_written for stretch in found] == [6, 6]
    with closing(HistoryReader(station.file, "plant")) as reader:
        tags = Tag("API-2", "temperature"), Tag("API-20", "temperature")
        left, joined = reader.curves(tags, BEGAN, BEGAN + timedelta(hours=1), 100)
    assert (left.good > 0).sum() == (joined.good > 0).sum() == 1
    assert left.times[0] == first.facts.started_at.timestamp()
    assert joined.times[0] == second.facts.started_at.timestamp()


def test_the_time_of_day_jumps_a_day_either_way_and_only_the_history_parts(
    station_of: StationOf,
) -> None:
    """The cadence follows the monotonic clock; nothing is recorded over what was recorded before."""
    station = station_of(INTERVAL_S)
    station.desk.supervision.start()
    days = (0, 1, -1)
    done = []
    for day in days:
        station.ahead = timedelta(days=day)
        done += station.run(SEVERAL)
    station.desk.supervision.pause(True)
    starts = [one.facts.started_mono for one in done]
    beats = [(start - starts[0]) / INTERVAL_S for start in starts]
    assert all(abs(beat - round(beat)) < 0.4 for beat in beats), beats
    assert beats[-1] < 100
    assert all((one.quality == Quality.GOOD).all() for one in done)
    assert "clock" in {event.id for event in station.reports[-1].recent}
    found = station.end()
    check(found, station)
    assert len(found) == len(days)
    for stretch, day in zip(found, days, strict=True):
        begun = BEGAN + timedelta(days=day)
        assert all(begun <= cycle.at < begun + timedelta(minutes=1) for cycle in stretch.cycles)


def test_after_a_night_asleep_all_is_stale_until_one_cycle_has_read_it(
    station_of: StationOf, fleet: FleetInThread
) -> None:
    """One cycle, no burst of those that were slept through; in the history a gap."""
    station = station_of(INTERVAL_S)
    station.desk.supervision.start()
    station.run(SEVERAL)
    shown = len(station.desk.snapshots)
    fleet.set_scenario([{"gateways": ["API-1", "API-2"], "fault": "silent"}])
    station.slept_s = NIGHT_S
    first = station.first_awake()
    early = next(one for one in station.desk.snapshots[shown:] if one.facts.number == first.facts.number)
    assert early.facts.phase is Phase.READING
    assert (early.quality[:2] == Quality.STALE).all()
    fleet.set_scenario([])
    further = station.run(SEVERAL)
    station.desk.supervision.pause(True)
    starts = [one.facts.started_mono for one in (first, *further)]
    assert all(later - earlier > 0.1 for earlier, later in pairwise(starts))
    assert further[0].facts.skipped >= NIGHT_S / INTERVAL_S - 1
    found = station.end()
    check(found, station)
    ends = [(stretch.cycles[0].at, stretch.cycles[-1].at) for stretch in found]
    gaps = [(after[0] - before[1]).total_seconds() for before, after in pairwise(ends)]
    (night,) = [number for number, gap in enumerate(gaps) if gap > 10]
    assert gaps[night] == pytest.approx(NIGHT_S, abs=5)
    fell_asleep, woke = ends[night][1].timestamp(), ends[night + 1][0].timestamp()
    with closing(HistoryReader(station.file, "plant")) as reader:
        (curve,) = reader.curves([Tag(FLEET, "connected")], BEGAN, BEGAN + timedelta(days=1), 1000)
    asleep = (curve.times > fell_asleep) & (curve.times < woke)
    assert asleep.sum() == 1
    assert np.isnan(curve.last[asleep]).all()
