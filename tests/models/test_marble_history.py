"""The marbles of the last hours: gaps where nothing was known, exact counts, bounded memory."""

from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest

from doge_gui.core.recording.cycles import CycleTotals, RecordedCycle, Stretch
from doge_gui.core.recording.past import past_of
from doge_gui.core.recording.tags import readings_of
from doge_gui.models.marble_history import MarbleHistory
from tools.stories import TIMEOUT, fleet


def took(snapshot, seconds):
    return replace(snapshot, facts=replace(snapshot.facts, elapsed_s=seconds))


def test_the_history_takes_a_cycle_once_and_leaves_gaps():
    story = fleet(3)
    history = MarbleHistory(fleet_depth=10)
    assert history.append(story.cycle())
    assert not history.append(story.snapshot)
    history.append(story.cycle({"API-2": TIMEOUT}))
    assert history.fleet.samples[0].tolist() == pytest.approx(story.snapshot.counts[:, 2].sum(axis=0), abs=9)
    assert (history.fleet.samples[1] != history.fleet.samples[1]).all()
    _, single = history.of_plc("API-2", 0, 1e9)
    assert (single[1] != single[1]).all()
    assert history.of_plc("API-1", 0, 1e9)[1].shape == (2, 3)


def test_the_history_of_a_plc_survives_a_new_plan():
    story = fleet(3)
    history = MarbleHistory(fleet_depth=10)
    history.append(story.cycle())
    before = history.of_plc("API-3", 0, 1e9)[1].tolist()
    story.replan(fleet(5).plan)
    history.append(story.cycle())
    assert history.of_plc("API-3", 0, 1e9)[1][:1].tolist() == before
    assert history.of_plc("API-9", 0, 1e9)[1].shape == (0, 3)


def test_memory_of_a_large_fleet_is_bounded():
    story = fleet(400)
    history = MarbleHistory(plc_bytes=100_000)
    for _ in range(20):
        history.append(story.cycle())
    times, samples = history.of_plc("API-1", 0, 1e9)
    assert len(times) == len(samples) == 100_000 // (400 * 3 * 8 * 2)


@pytest.mark.parametrize(("pause_s", "gaps"), [(0, []), (20, []), (25, [1]), (3600, [1])])
def test_a_time_without_cycles_is_a_gap(pause_s, gaps):
    story = fleet(3)
    history = MarbleHistory(fleet_depth=10)
    history.append(story.cycle(), 15.0)
    story.now += pause_s
    history.append(story.cycle(), 15.0)
    assert np.flatnonzero(np.isnan(history.fleet.samples[:, 0])).tolist() == gaps
    times, single = history.of_plc("API-2", 0, 1e9)
    assert np.flatnonzero(np.isnan(single[:, 0])).tolist() == gaps
    assert times.tolist() == history.fleet.times.tolist()


def test_a_gap_is_seen_as_soon_as_the_interval_is_known():
    story = fleet(3)
    history = MarbleHistory(fleet_depth=10)
    history.append(story.cycle())
    story.now += 600
    history.append(story.cycle(), 15.0)
    assert np.flatnonzero(np.isnan(history.fleet.samples[:, 0])).tolist() == [1]


def test_cycles_that_always_overrun_are_no_gaps():
    story = fleet(3)
    story.interval_s = 8.0
    history = MarbleHistory(fleet_depth=10)
    for _ in range(4):
        history.append(took(story.cycle(), 7.5), 1.0)
    assert len(history.fleet) == 4


def test_a_shorter_interval_makes_no_gap_of_the_time_before():
    story = fleet(3)
    history = MarbleHistory(fleet_depth=10)
    history.append(story.cycle(), 15.0)
    history.append(story.cycle(), 1.0)
    assert not np.isnan(history.fleet.samples).any()


def test_counts_of_a_plc_are_exact():
    story = fleet(2)
    snapshot = story.cycle()
    counts = snapshot.counts.copy()
    counts[0, 2, 0] = 2**24 + 1
    history = MarbleHistory(fleet_depth=10)
    history.append(replace(snapshot, counts=counts))
    assert int(history.of_plc("API-1", 0, 1e9)[1][0, 0]) == 2**24 + 1


def recorded(story, cycles, interval_s=15.0, stopped_s=0.0):
    """What the history holds of so many cycles, `stopped_s` before now."""
    pictures = [story.cycle() for _ in range(cycles)]
    parts = [readings_of(picture) for picture in pictures]
    told = tuple(
        RecordedCycle(
            number,
            number,
            picture.facts.started_at,
            0.1,
            0,
            None,
            CycleTotals(picture.totals, picture.request_totals),
        )
        for number, picture in enumerate(pictures)
    )
    values, quality = (np.array([part[which] for part in parts]) for which in (0, 1))
    stretch = Stretch(pictures[-1].plan, interval_s, told, values, quality, ({},) * cycles)
    newest = pictures[-1].facts
    wall = newest.started_at + timedelta(seconds=interval_s + stopped_s)
    return pictures, past_of([stretch], (), 1000, wall, newest.started_mono + interval_s + stopped_s)


@pytest.mark.parametrize("seen_first", [True, False])
def test_the_graphs_begin_with_the_past_without_a_seam(seen_first):
    story = fleet(3)
    pictures, past = recorded(story, 6)
    history, live = MarbleHistory(fleet_depth=20), story.cycle()
    if seen_first:
        history.append(live, 15.0)
        history.begin_with(past)
    else:
        history.begin_with(past)
        history.append(live, 15.0)
    both = [*pictures, live]
    assert history.fleet.times.tolist() == pytest.approx([one.facts.started_mono for one in both])
    assert history.fleet.samples.tolist() == [list(one.marbles.value) for one in both]
    _, single = history.of_plc("API-2", 0, 1e9)
    assert single.tolist() == [one.counts[one.plan.row["API-2"], 2].tolist() for one in both]


@pytest.mark.parametrize("seen_first", [True, False])
def test_the_time_in_which_the_program_did_not_run_is_a_gap(seen_first):
    story = fleet(3)
    _, past = recorded(story, 4)
    story.now += 3600.0
    history, live = MarbleHistory(fleet_depth=20), story.cycle()
    for take in (history.append, history.begin_with) if seen_first else (history.begin_with, history.append):
        take(*((live, 15.0) if take == history.append else (past,)))
    assert np.flatnonzero(np.isnan(history.fleet.samples[:, 0])).tolist() == [4]
    assert len(history.fleet) == 6


def test_a_cycle_without_any_gateway_does_not_keep_the_past_away():
    story = fleet(3)
    _, past = recorded(story, 4)
    nobody = fleet(0)
    nobody.now = story.now + 15.0
    history = MarbleHistory(fleet_depth=20)
    history.append(nobody.cycle(), 15.0)
    history.begin_with(past)
    assert len(history.fleet) >= 5
    times, single = history.of_plc("API-2", 0, 1e9)
    assert len(times) == len(single) >= 5
    assert np.isfinite(single[:4]).all()
