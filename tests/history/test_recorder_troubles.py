"""Two programs at once, a full disk at the start, a file put aside, a clock set back."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import numpy as np
import pytest

from doge_gui.core.audit.action import Act, Action
from doge_gui.core.recording.batch import Batch
from doge_gui.core.recording.sampler import Sampler
from doge_gui.core.recording.tags import FLEET, Layout, Tag
from doge_gui.history import retention
from doge_gui.history.database import set_aside
from doge_gui.history.errors import FullError, HistoryError, LostFileError
from doge_gui.history.reader import HistoryReader
from doge_gui.history.recorder import Recorder
from doge_gui.history.retention import Keep
from tests.core.recording.fleets import BEGAN, story
from tests.history.small_disk import MB, fill, small_disk
from tests.history.test_recorder import PLANT, check, record, settle, whole

ACT = Action(BEGAN, "Ada", Act.ALARMS, "high:temperature:API-1", "seen")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "history.db"


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    with small_disk(tmp_path / "disk", 64 * MB) as folder:
        yield folder


def opened(path: Path, plant: str = PLANT, **more) -> Recorder:
    return Recorder(path, plant, lambda: BEGAN, **more)


def test_one_program_records_a_plant_and_another_takes_over_when_it_ends(path: Path) -> None:
    with closing(opened(path)), pytest.raises(HistoryError, match="another WatchDoge records this plant"):
        opened(path)
    with closing(opened(path)), closing(opened(path, "another plant")):
        pass


def test_after_a_start_that_failed_nobody_is_kept_out(path: Path) -> None:
    path.write_bytes(b"SQLite format 3\x00" + b"\xff" * 4096)
    with closing(opened(path)) as recorder:
        assert "damaged" in recorder.recovered
    path.with_name("history.db-wal").unlink(missing_ok=True)
    with closing(opened(path)):
        pass


def test_on_a_disk_that_is_full_at_the_start_acts_are_kept(disk: Path) -> None:
    path, sampler = disk / "history.db", Sampler()
    pictures = list(story(1, 6))
    with closing(opened(path)) as recorder:
        record(recorder, pictures[:3], sampler)
    ballast = fill(disk)
    with closing(opened(path)) as recorder:
        recorder.append(Batch(actions=(ACT,)))
        with pytest.raises(FullError, match="make room"):
            recorder.append(Batch(cycle=sampler.take(pictures[3], 60.0)))
        ballast.unlink()
        sampler.begin_anew()
        record(recorder, pictures[4:], sampler)
    check(whole(path), [*pictures[:3], *pictures[4:]])


def test_a_reader_notices_that_the_file_was_put_aside(path: Path) -> None:
    with closing(opened(path)) as recorder:
        record(recorder, list(story(1, 3)), Sampler())
    with closing(HistoryReader(path, PLANT)) as reader:
        assert reader.span() is not None
        set_aside(path, BEGAN)
        with pytest.raises(LostFileError, match="removed or replaced"):
            reader.span()


def test_what_is_let_go_of_is_never_read_half(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(retention, "_STEP_ROWS", 3)
    pictures = list(story(2, 80))
    with closing(opened(path)) as recorder:
        record(recorder, pictures, Sampler(most_readings=20 * 60))
        settle(recorder)
    gone, tags = Keep(readings=timedelta(0)), Layout(pictures[0].plan).tags
    steps = 0
    with closing(Recorder(path, PLANT, lambda: BEGAN + timedelta(days=1), keep=gone)) as recorder:
        # The age counts from the newest cycle, which is kept.
        while recorder.settle():
            steps += 1
            left = whole(path)
            check(left, pictures[len(pictures) - sum(len(one.cycles) for one in left) :])
            with closing(HistoryReader(path, PLANT)) as reader:
                raw = reader.curves(tags, BEGAN, BEGAN + timedelta(days=1), 10_000)
            for stretch in left:
                assert {len(curve.times) for curve in raw} != {0}, stretch.cycles[0]
    assert steps > 20


def test_where_the_clock_was_set_back_the_later_recording_counts(path: Path) -> None:
    pictures, sampler = list(story(3, 40)), Sampler()
    for number in range(20, 40):
        facts = pictures[number].facts
        pictures[number] = replace(
            pictures[number], facts=replace(facts, started_at=facts.started_at - timedelta(minutes=15))
        )
    with closing(opened(path)) as recorder:
        record(recorder, pictures, sampler)
    with closing(HistoryReader(path, PLANT)) as reader:
        (curve,) = reader.curves([Tag(FLEET, "cycle")], BEGAN, BEGAN + timedelta(days=1), 1000)
        told = list(reader.cycles(BEGAN, BEGAN + timedelta(days=1)))
    there = curve.count > 0
    assert (np.diff(curve.times) > 0).all()
    minutes = (curve.times[there] - BEGAN.timestamp()) / 60
    assert minutes.tolist() == pytest.approx([*range(5), *range(5, 25)])
    # Nothing is lost by that: every cycle is there.
    assert [cycle.number for _, _, cycle in told] == [*range(1, 41)]


def test_a_cycle_that_overruns_its_interval_is_no_gap() -> None:
    """Silent gateways make cycles longer than their interval: what was read meanwhile is one stretch."""
    sampler, pictures = Sampler(), list(story(1, 6, interval_s=4.0))
    slow = [replace(one, facts=replace(one.facts, elapsed_s=2.1)) for one in pictures]
    assert [sampler.take(one, 1.0).begins for one in slow] == [True, *[False] * 5]
    quick = Sampler()
    assert all(quick.take(one, 1.0).begins for one in pictures)
