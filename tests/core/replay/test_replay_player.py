"""The pace of a replay, told on a clock that only the test moves."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from doge_gui.core.replay.past import past_of
from doge_gui.core.replay.player import FASTEST, SLOWEST, Player
from doge_gui.core.replay.position import time_line
from doge_gui.core.replay.track import Gap, Track, track_of
from tests.core.pictures import good, plan_of
from tests.core.replay.recording import START, Recorded


def recorded(cycles: int, gap_after: int | None = None, most_cycles: int = 1000) -> Recorded:
    """Cycles ten seconds apart; an hour without any after one of them."""
    made = Recorded(plan_of("API-1"), most_cycles=most_cycles)
    for number in range(cycles):
        made.cycle([good("API-1", (number, 0, 0))])
        if number == gap_after:
            made.stand_still(3600)
    return made


def player(cycles: int = 10, gap_after: int | None = None) -> Player:
    return Player(track_of(recorded(cycles, gap_after).stretches))


def test_at_speed_one_a_cycle_lasts_as_long_as_it_did() -> None:
    playing = player().played(now=100.0)
    assert playing.due(109.9) == 0
    assert playing.due(110.0) == 1
    assert playing.next_in(100.0) == pytest.approx(10.0)
    assert playing.advanced(125.0).next_in(125.0) == pytest.approx(5.0)


def test_at_speed_a_thousand_a_hundred_cycles_pass_in_a_second() -> None:
    playing = player(500).paced(1000.0, 0.0).played(0.0)
    assert playing.due(1.0) == 100
    assert playing.next_in(0.0) == pytest.approx(0.01)


def test_a_change_of_speed_keeps_the_place() -> None:
    playing = player(50).played(0.0).paced(10.0, now=15.0)
    assert playing.due(15.0) == 1
    assert playing.due(15.5) == 2
    assert playing.due(16.5) == 3


@pytest.mark.parametrize(("wanted", "held"), [(0.1, SLOWEST), (1e9, FASTEST), (60.0, 60.0)])
def test_speeds_are_held_between_one_and_a_thousand(wanted: float, held: float) -> None:
    assert player().paced(wanted, 0.0).speed == held


def test_paused_nothing_is_due_and_playing_goes_on_from_what_is_shown() -> None:
    paused = player().played(0.0).advanced(25.0).paused(25.0)
    assert (paused.due(1e6), paused.next_in(1e6)) == (2, None)
    assert paused.played(1000.0).due(1010.0) == 3


def test_stepping_stands_still_and_stays_on_the_track() -> None:
    stepped = player(3).played(0.0).stepped(1, now=5.0)
    assert (stepped.cycle, stepped.playing) == (1, False)
    assert stepped.stepped(-9, 5.0).cycle == 0
    assert stepped.stepped(9, 5.0).cycle == 2
    assert stepped.stepped(9, 5.0).at_end


def test_an_instant_is_the_cycle_that_was_the_newest_then() -> None:
    start = START.timestamp()
    assert player().sought(start + 35.0, 0.0).cycle == 3
    assert player().sought(start - 99.0, 0.0).cycle == 0
    assert player().sought(start + 1e9, 0.0).cycle == 9


def test_a_gap_takes_one_interval_and_is_told() -> None:
    playing = player(6, gap_after=2).played(0.0)
    assert playing.due(29.9) == 2
    assert playing.due(30.0) == 3
    start = START.timestamp()
    assert playing.track.gap_before(3) == Gap(start + 20.0, start + 3630.0)
    assert playing.track.gap_before(2) is None
    assert playing.track.gap_before(0) is None


def test_what_is_loaded_meanwhile_moves_nothing() -> None:
    story = recorded(9, most_cycles=3)
    one, two, three = story.stretches
    playing = Player(track_of([two])).played(0.0).advanced(14.0)
    more = playing.onto(track_of([one, two, three]), shift=3, now=14.0)
    assert more.cycle == 4
    assert (more.due(19.9), more.due(20.0)) == (4, 5)


def test_after_waiting_for_what_comes_next_nothing_is_left_out() -> None:
    one, two = recorded(6, most_cycles=3).stretches
    waiting = Player(track_of([one])).played(0.0).advanced(500.0)
    assert waiting.at_end
    assert waiting.onto(track_of([one, two]), shift=0, now=500.0).due(509.0) == 2
    assert waiting.onto(track_of([one, two]), shift=0, now=500.0).due(510.0) == 3


@given(
    st.lists(st.floats(0.1, 600.0), min_size=1, max_size=30),
    st.floats(SLOWEST, FASTEST),
    st.lists(st.floats(0.0, 100.0), max_size=10),
)
def test_a_replay_never_goes_back_by_itself_and_waits_for_the_next_cycle(steps, speed, waits) -> None:
    times = np.concatenate([[0.0], np.cumsum(steps)])
    playing, now = Player(Track(times, times, np.full(len(times), 1.0))).paced(speed, 0.0).played(0.0), 0.0
    for wait in waits:
        now += wait
        after = playing.advanced(now)
        assert after.cycle >= playing.cycle
        wanted = after.next_in(now)
        assert (wanted is None) == after.at_end
        if wanted is not None:
            assert after.due(now + wanted + 1e-6) > after.cycle
        playing = after


def test_a_player_of_nothing_shows_nothing() -> None:
    nothing = Player().played(0.0)
    assert (nothing.due(5.0), nothing.next_in(5.0), nothing.stepped(1, 5.0).cycle) == (0, None, 0)


def test_the_time_line_is_the_whole_recording_or_the_day() -> None:
    at = datetime(2026, 11, 12, 14, 0, tzinfo=UTC)
    short = (at - timedelta(hours=5), at + timedelta(hours=5))
    assert time_line(at, *short) == short
    paris = ZoneInfo("Europe/Paris")
    begin, end = time_line(at, at - timedelta(days=300), at + timedelta(days=9), paris)
    assert (begin.astimezone(paris).hour, end.astimezone(paris).hour, end - begin) == (
        0,
        0,
        timedelta(days=1),
    )
    clocks_change = datetime(2026, 10, 25, 12, tzinfo=UTC)
    begin, end = time_line(clocks_change, at - timedelta(days=300), at, paris)
    assert end - begin == timedelta(hours=25)


def test_the_graphs_have_the_totals_with_gaps_and_single_counts() -> None:
    story = recorded(6, gap_after=2)
    past = past_of(story.stretches, track_of(story.stretches))
    assert past.totals[:, 0].tolist()[:3] == [0.0, 1.0, 2.0]
    assert np.isnan(past.totals[3]).all()
    assert past.of_plc("API-1")[4:, 0].tolist() == [3.0, 4.0, 5.0]
    assert np.isnan(past.of_plc("API-9")).all()
