"""What a cycle read is in the history, and comes out of it as it went in."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np
import pytest

from doge_gui.core.plan import RequestRule
from doge_gui.core.recording.batch import Batch
from doge_gui.core.recording.curves import Level
from doge_gui.core.recording.cycles import CycleOutcome, CycleTotals, Stretch
from doge_gui.core.recording.rollups import rolled_up
from doge_gui.core.recording.sampler import Sampler
from doge_gui.core.recording.tags import FLEET, Layout, Tag, readings_of
from doge_gui.core.snapshot import Quality, Snapshot
from doge_gui.history import sealing
from doge_gui.history.places import Place
from doge_gui.history.reader import HistoryReader
from doge_gui.history.recorder import Recorder
from doge_gui.history.retention import Keep
from tests.core.pictures import cycle, good, plan_of
from tests.core.recording.fleets import BEGAN, at, fleet, story

PLANT = "plant"
INTERVAL_S = 60.0


Open = Callable[..., Recorder]


@pytest.fixture
def opens(place: Place, tmp_path: Path) -> Open:
    """Opens the record of a plant for writing."""

    def opened(
        plant: str = PLANT, clock: Callable[[], datetime] = lambda: BEGAN, keep: Keep | None = None
    ) -> Recorder:
        return Recorder(place, plant, clock, keep=keep, heads=tmp_path / "heads")

    return opened


@pytest.fixture
def recorder(opens: Open) -> Iterator[Recorder]:
    with closing(opens()) as opened:
        yield opened


def record(
    recorder: Recorder, pictures: Sequence[Snapshot], sampler: Sampler, interval_s: float = 60.0
) -> None:
    """Give these cycles to the history, one by one."""
    for picture in pictures:
        recorder.append(Batch(cycle=sampler.take(picture, interval_s)))


def settle(recorder: Recorder) -> int:
    """Do all that waits; how many steps that took."""
    steps = 0
    while recorder.settle():
        steps += 1
    return steps


def whole(place: Place, plant: str = PLANT) -> list[Stretch]:
    """Everything that is recorded of a plant."""
    with closing(HistoryReader(place, plant)) as reader:
        stretch = reader.stretch(datetime(1971, 1, 1, tzinfo=UTC))
        while stretch is not None and (before := reader.stretch_beside(stretch, later=False)) is not None:
            stretch = before
        found = []
        while stretch is not None:
            found.append(stretch)
            stretch = reader.stretch_beside(stretch, later=True)
        return found


def check(stretches: Sequence[Stretch], pictures: Sequence[Snapshot]) -> None:
    """Every cycle is there, and reads as it was read."""
    cycles = [(stretch, place) for stretch in stretches for place in range(len(stretch.cycles))]
    assert len(cycles) == len(pictures)
    for (stretch, place), picture in zip(cycles, pictures, strict=True):
        told = stretch.cycles[place]
        assert (told.at, told.number) == (picture.facts.started_at, picture.facts.number)
        assert told.totals == CycleTotals(picture.totals, picture.request_totals)
        assert stretch.plan == picture.plan
        failures = {row: several for row, several in enumerate(picture.failures) if several}
        assert stretch.failures[place] == failures
        values, quality = readings_of(picture)
        np.testing.assert_array_equal(stretch.quality[place], quality)
        np.testing.assert_array_equal(stretch.values[place], values)


@pytest.mark.parametrize("seed", range(4))
def test_every_cycle_comes_out_as_it_went_in_while_it_grows_and_once_it_is_sealed(
    place: Place, recorder: Recorder, seed: int
) -> None:
    pictures, sampler = list(story(seed, 150)), Sampler(most_readings=60 * 48)
    record(recorder, pictures[:100], sampler)
    check(whole(place), pictures[:100])
    settle(recorder)
    record(recorder, pictures[100:], sampler)
    settle(recorder)
    check(whole(place), pictures)


def test_a_reader_never_sees_a_half_sealed_segment(
    place: Place, recorder: Recorder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sealing, "STEP_TAGS", 7)
    pictures, sampler = list(story(5, 90)), Sampler(most_readings=40 * 60)
    record(recorder, pictures, sampler)
    steps = 0
    while recorder.settle():
        steps += 1
        check(whole(place), pictures)
    assert steps > 10


def test_after_a_restart_sealing_goes_on_where_it_was(
    place: Place, opens: Open, recorder: Recorder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sealing, "STEP_TAGS", 7)
    pictures = list(story(6, 90))
    record(recorder, pictures, Sampler())
    recorder.close()
    for _ in range(200):
        with closing(opens()) as again:
            left = again.settle() and again.settle()
        if not left:
            break
    else:
        pytest.fail("sealing does not end")
    check(whole(place), pictures)
    check_rollups(place, pictures)


def check_rollups(place: Place, pictures: Sequence[Snapshot]) -> None:
    """Minutes and hours say what all the readings say."""
    values = np.array([readings_of(picture)[0] for picture in pictures])
    quality = np.array([readings_of(picture)[1] for picture in pictures])
    times = np.array([int(picture.facts.started_at.timestamp() * 1e6) for picture in pictures])
    tags = Layout(pictures[0].plan).tags
    begin, end = pictures[0].facts.started_at - timedelta(hours=2), pictures[-1].facts.started_at
    with closing(HistoryReader(place, PLANT)) as reader:
        for level in (Level.MINUTE, Level.HOUR):
            due = rolled_up(times, values, quality, level.seconds)
            curves = reader.curves(tags, begin, end + timedelta(hours=2), 100, level=level)
            for column, curve in enumerate(curves):
                one = due.of(column)
                np.testing.assert_array_equal(curve.times, one.start)
                for name in ("low", "high", "last", "good", "count"):
                    np.testing.assert_array_equal(getattr(curve, name), getattr(one, name), tags[column])
                np.testing.assert_allclose(curve.mean, one.mean, rtol=1e-12)


@pytest.mark.parametrize("interval_s", [7.0, 60.0])
def test_rollups_say_what_the_readings_say_sealed_or_not(
    place: Place, recorder: Recorder, interval_s: float
) -> None:
    pictures = list(story(7, 400, interval_s=interval_s))
    sampler = Sampler(most_readings=90 * 60)
    for number, picture in enumerate(pictures):
        record(recorder, [picture], sampler, interval_s)
        if number % 3 == 0:
            recorder.settle()
        if number in (50, 230, 399):
            check_rollups(place, pictures[: number + 1])
    settle(recorder)
    check_rollups(place, pictures)


def test_a_quiet_fleet_stores_its_heartbeat_alone(place: Place, recorder: Recorder) -> None:
    sampler, quiet = Sampler(heartbeat_s=600), next(iter(story(1, 1)))
    sizes = [len(sampler.take(at(quiet, number), INTERVAL_S).samples) for number in range(31)]
    tags = len(Layout(quiet.plan))
    assert sizes[0] == sizes[10] == sizes[20] == sizes[30] == tags
    assert sum(sizes) == 4 * tags


def test_a_plc_that_joins_or_leaves_while_it_runs(place: Place, recorder: Recorder) -> None:
    sampler = Sampler()
    first = list(story(1, 10, fleet("API-1", "API-2")))
    then = [at(picture, number + 10) for number, picture in enumerate(story(2, 10, fleet("API-2", "API-9")))]
    record(recorder, [*first, *then], sampler)
    check(whole(place), [*first, *then])
    settle(recorder)
    check(whole(place), [*first, *then])
    with closing(HistoryReader(place, PLANT)) as reader:
        assert {tag.plc for tag in reader.tags()} == {"API-1", "API-2", "API-9", FLEET}
        curves = reader.curves(
            [Tag("API-1", "temperature"), Tag("API-9", "temperature")], BEGAN, BEGAN + timedelta(hours=1), 100
        )
        gone, new = curves
        assert gone.times[-1] == (BEGAN + timedelta(minutes=10)).timestamp()
        assert np.isnan(gone.last[-1])
        assert new.times[0] == (BEGAN + timedelta(minutes=10)).timestamp()


def test_the_time_of_day_may_leap_a_day_either_way(place: Place, recorder: Recorder) -> None:
    """The cadence goes on by the monotonic clock; the history parts where the clock was set."""
    pictures, sampler = list(story(3, 30)), Sampler()
    for number in range(10, 20):
        pictures[number] = _moved(pictures[number], timedelta(days=-1))
    for number in range(20, 30):
        pictures[number] = _moved(pictures[number], timedelta(days=1))
    record(recorder, pictures, sampler)
    settle(recorder)
    found = whole(place)
    assert [len(stretch.cycles) for stretch in found] == [10, 10, 10]
    check(found, pictures)


def _moved(picture: Snapshot, by: timedelta) -> Snapshot:
    return replace(picture, facts=replace(picture.facts, started_at=picture.facts.started_at + by))


def test_after_a_night_asleep_there_is_a_gap_and_no_line(place: Place, recorder: Recorder) -> None:
    pictures = list(story(4, 20))
    asleep = [at(picture, number + 480 + 20) for number, picture in enumerate(story(5, 5))]
    record(recorder, [*pictures, *asleep], Sampler())
    with closing(HistoryReader(place, PLANT)) as reader:
        (curve,) = reader.curves([Tag(FLEET, "connected")], BEGAN, BEGAN + timedelta(hours=12), 1000)
        asleep_at = BEGAN + timedelta(hours=3)
        (nothing,) = reader.curves([Tag(FLEET, "connected")], asleep_at, asleep_at + timedelta(hours=1), 1000)
    assert len(nothing.times) == 0
    stop = (BEGAN + timedelta(minutes=20)).timestamp()
    place = int(np.searchsorted(curve.times, stop))
    assert curve.times[place] == stop
    assert curve.count[place] == 0
    assert np.isnan(curve.last[place])
    assert curve.times[place + 1] == (BEGAN + timedelta(minutes=500)).timestamp()


def test_an_incomplete_total_is_no_reading(place: Place, recorder: Recorder) -> None:
    pictures = list(story(8, 60))
    record(recorder, pictures, Sampler())
    (stretch,) = whole(place)
    column = Layout(stretch.plan).tags.index(Tag(FLEET, "compteur_bille/0"))
    good = [picture.marbles.complete for picture in pictures]
    assert 0 < sum(good) < len(good)
    assert [bool(one) for one in stretch.quality[:, column] == Quality.GOOD] == good


def test_the_outcome_of_a_cycle_follows_it(place: Place, recorder: Recorder) -> None:
    pictures, sampler = list(story(1, 3)), Sampler()
    for picture in pictures[:2]:
        recorder.append(Batch(cycle=sampler.take(picture, INTERVAL_S)))
        recorder.append(Batch(outcome=CycleOutcome(picture.facts.number, 1.5, 4)))
    recorder.append(Batch(cycle=sampler.take(pictures[2], INTERVAL_S)))
    (stretch,) = whole(place)
    assert [cycle.totals_written for cycle in stretch.cycles] == [4, 4, None]
    assert [cycle.elapsed_s for cycle in stretch.cycles] == [1.5, 1.5, pictures[2].facts.elapsed_s]


def test_old_readings_go_and_their_rollups_stay(place: Place, opens: Open) -> None:
    now = [BEGAN]
    keep = Keep(readings=timedelta(days=2), minutes=timedelta(days=4), hours=timedelta(days=3000))
    pictures = list(story(9, 24 * 10, interval_s=3600.0))
    with closing(opens(PLANT, lambda: now[0], keep)) as recorder:
        record(recorder, pictures, Sampler(), 3600.0)
    # A clock that was set years ahead lets go of nothing, ...
    now[0] = BEGAN + timedelta(days=4000)
    with closing(opens(PLANT, lambda: now[0], keep)) as recorder:
        settle(recorder)
    # ... for the newest cycle tells the time.
    now[0] = BEGAN + timedelta(days=10)
    with closing(HistoryReader(place, PLANT)) as reader:
        span = reader.span()
        assert span is not None
        assert span[0] == BEGAN
        tag = Tag(FLEET, "cycle")
        raw, minutes, hours = (reader.curves([tag], BEGAN, now[0], 100, level=level)[0] for level in Level)
        assert raw.times[0] >= (now[0] - timedelta(days=2, hours=6)).timestamp()
        assert (now[0] - timedelta(days=4.5)).timestamp() < minutes.times[0] < raw.times[0]
        assert len(hours.times) == len(pictures)
        (chosen,) = reader.curves([tag], BEGAN, now[0], 1000)
        assert chosen.level is Level.HOUR


def test_two_plants_in_one_file_stay_apart(place: Place, opens: Open, recorder: Recorder) -> None:
    mine, other = list(story(1, 20)), list(story(2, 20, fleet("API-1", "North")))
    samplers = Sampler(), Sampler()
    with closing(opens("another")) as theirs:
        for picture, another in zip(mine, other, strict=True):
            record(recorder, [picture], samplers[0])
            record(theirs, [another], samplers[1])
    recorder.close()
    with closing(opens()) as again:
        settle(again)
    check(whole(place), mine)
    with closing(HistoryReader(place, "another")) as reader:
        stretch = reader.stretch(BEGAN)
        assert stretch is not None
        check([stretch], other)


def test_a_request_may_be_called_as_what_every_gateway_has(place: Place, recorder: Recorder) -> None:
    names = ("latency", "connected", "cycle")
    plan = plan_of("API-1", requests=[RequestRule(name) for name in names])
    replies = [good("API-1", (1, 2, 3), 11.0, 12.0, 13.0)]
    picture = at(cycle(plan, *replies), 0)
    record(recorder, [picture], Sampler())
    check(whole(place), [picture])
    with closing(HistoryReader(place, PLANT)) as reader:
        tags = [Tag("API-1", f"request/{name}") for name in names]
        curves = reader.curves([*tags, Tag("API-1", "latency")], BEGAN, BEGAN + timedelta(minutes=1), 10)
    assert [float(curve.last[0]) for curve in curves] == [11.0, 12.0, 13.0, picture.latency_s[0]]
