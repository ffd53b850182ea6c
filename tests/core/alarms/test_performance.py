"""How well the alarms serve: shifts told as an operator lived them, and what they are judged to be."""

from datetime import timedelta
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from shifts import (
    ACKED,
    END,
    NORMAL,
    RTN,
    SHIFT,
    UNACK,
    at,
    book,
    entry,
    raised,
    shift,
    spread,
    standing,
    value,
    verdict,
)

from doge_gui.core.alarms.alarm import Shelving
from doge_gui.core.alarms.book import Book
from doge_gui.core.alarms.events import What
from doge_gui.core.alarms.floods import PERIOD_S, bucketed, busiest, flood_spans
from doge_gui.core.alarms.performance import performance
from doge_gui.core.alarms.recommended import Measure, Verdict
from doge_gui.core.alarms.states import AlarmState, Priority


def test_of_an_empty_journal_nothing_is_judged():
    told = shift([])
    assert not told.judged
    assert {figure.verdict for figure in told.figures} == {Verdict.NO_DATA}
    assert (told.raised, told.worst, told.floods, sum(told.buckets)) == (0, (), (), 0)


def test_a_quiet_shift_of_a_running_journal_is_good():
    told = shift([], recorded_from=SHIFT - timedelta(days=7))
    assert value(told, Measure.AVERAGE) == 0
    assert verdict(told, Measure.AVERAGE) is Verdict.GOOD
    assert verdict(told, Measure.CHATTERING) is Verdict.GOOD
    # Of no alarm there is no share, and nobody had to acknowledge anything.
    for measure in (Measure.WORST, Measure.MIX, Measure.ACKNOWLEDGED):
        assert verdict(told, measure) is Verdict.NO_DATA


def test_time_before_the_journal_began_was_not_quiet_but_unknown():
    last_hour = END - timedelta(hours=1)
    events = raised(*(7 * 3600 + 60 + 200 * number for number in range(12)))
    told = shift(events, recorded_from=last_hour)
    assert told.since == last_hour
    assert len(told.buckets) == 6
    assert value(told, Measure.AVERAGE) == pytest.approx(2.0)
    assert verdict(told, Measure.STALE) is Verdict.NO_DATA  # an hour cannot tell


def test_less_than_ten_minutes_are_too_little():
    told = shift(raised(8 * 3600 - 60), recorded_from=END - timedelta(minutes=9))
    assert verdict(told, Measure.AVERAGE) is Verdict.NO_DATA
    assert verdict(told, Measure.CHATTERING) is Verdict.NO_DATA


def test_what_came_before_or_after_the_span_is_not_counted():
    told = shift(raised(-1, 0, 1, 8 * 3600, 8 * 3600 + 1))
    assert told.raised == sum(told.buckets) == 2


def test_no_time_at_all_cannot_be_measured():
    with pytest.raises(ValueError, match="no time"):
        performance([], Book(), SHIFT, SHIFT)


@pytest.mark.parametrize(
    ("count", "said"),
    [(48, Verdict.GOOD), (49, Verdict.TOLERABLE), (96, Verdict.TOLERABLE), (97, Verdict.OVER)],
)
def test_the_average_is_judged_per_ten_minutes(count, said):
    assert verdict(shift(spread(count, 250)), Measure.AVERAGE) is said


def test_two_operators_share_the_load():
    alone, together = shift(spread(90, 300)), shift(spread(90, 300), operators=2)
    assert value(together, Measure.AVERAGE) == pytest.approx(value(alone, Measure.AVERAGE) / 2)
    assert verdict(together, Measure.AVERAGE) is Verdict.GOOD
    burst = spread(15, 5)
    assert len(shift(burst).floods) == 1
    assert shift(burst, operators=2).floods == ()


def test_ten_in_ten_minutes_are_no_flood_and_eleven_are():
    assert shift(spread(10, 30)).floods == ()
    assert verdict(shift(spread(10, 30)), Measure.PEAK) is Verdict.GOOD
    told = shift(spread(11, 30))
    (flood,) = told.floods
    assert flood.begin == at(60 + 10 * 30)
    # It ends when four of the eleven are left in the ten minutes: the seventh is ten minutes old.
    assert flood.end == at(60 + 6 * 30 + PERIOD_S)
    assert verdict(told, Measure.PEAK) is Verdict.OVER
    assert verdict(told, Measure.FLOOD_TIME) is Verdict.OVER
    assert value(told, Measure.LONGEST_FLOOD) == (flood.end - flood.begin).total_seconds()


def test_a_burst_over_a_boundary_of_periods_is_still_the_peak():
    told = shift(spread(12, 10, start_s=3600 - 60))
    assert max(told.buckets) < 12
    assert value(told, Measure.PEAK) == 12


def test_a_flood_that_goes_on_is_cut_at_the_end():
    told = shift(spread(40, 5, start_s=8 * 3600 - 250))
    assert [flood.end for flood in told.floods] == [END]


def test_an_alarm_three_times_within_a_minute_chatters():
    assert value(shift(raised(100, 130, 160)), Measure.CHATTERING) == 1
    assert value(shift(raised(100, 130, 161)), Measure.CHATTERING) == 0
    mixed = raised(100, 130) + raised(140, key="API-2")
    assert value(shift(mixed), Measure.CHATTERING) == 0
    assert shift(raised(100, 110, 120)).worst[0].chattering


def test_an_alarm_that_is_over_before_anyone_could_act_is_fleeting():
    gone = entry(130, "API-1", after=RTN)
    seen = entry(120, "API-1", What.ACKNOWLEDGED, after=ACKED)
    assert value(shift([*raised(100), gone]), Measure.FLEETING) == 1
    assert value(shift([*raised(100), seen, gone._replace(after=NORMAL)]), Measure.FLEETING) == 0
    assert value(shift([*raised(10), gone]), Measure.FLEETING) == 0  # it stood for two minutes
    chatter = shift([*raised(100, 110, 120), gone])
    assert (value(chatter, Measure.CHATTERING), value(chatter, Measure.FLEETING)) == (1, 0)


def test_the_time_to_acknowledge_is_the_mean_of_what_was_acknowledged():
    events = [
        *raised(100),
        entry(110, "API-1", What.ACKNOWLEDGED, after=ACKED),
        *raised(200, key="API-2"),
        entry(230, "API-2", What.ACKNOWLEDGED, after=ACKED),
        *raised(300, key="API-3"),
    ]
    told = shift(events)
    assert value(told, Measure.ACKNOWLEDGED) == pytest.approx(20)
    assert verdict(told, Measure.ACKNOWLEDGED) is Verdict.NOT_JUDGED


def test_what_stands_now_is_taken_from_the_book():
    shelf = Shelving(END + timedelta(hours=1), "Ada", "known")
    old = [standing(f"API-{n}", END - timedelta(hours=25)) for n in range(5)]
    now = book(
        *old,
        standing("new", END - timedelta(hours=23)),
        standing("waiting", END, AlarmState.PENDING),
        standing("over", END - timedelta(hours=30), RTN),
        standing("shelved", END - timedelta(hours=30), shelved=shelf),
        standing("behind", END - timedelta(hours=30), suppressed_by="API-1", shelved=shelf),
    )
    told = shift(raised(100), now)
    assert value(told, Measure.STANDING) == 6
    assert (value(told, Measure.STALE), verdict(told, Measure.STALE)) == (5, Verdict.OVER)
    assert (told.hidden.shelved, told.hidden.suppressed, told.hidden.out_of_service) == (2, 1, 0)
    assert value(told, Measure.HIDDEN) == 2


def test_the_ten_worst_are_ranked_and_judged_only_where_that_makes_sense():
    few = [*spread(12, 100), *raised(*range(50, 25050, 100), key="noisy")]
    # Of thirteen different alarms ten always have most: that is told, not judged.
    assert verdict(shift(few), Measure.WORST) is Verdict.NOT_JUDGED
    assert value(shift(few), Measure.WORST) == pytest.approx(259 / 262)
    many = [*spread(250, 100), *raised(*range(50, 5050, 100), key="noisy")]
    told = shift(many)
    assert len(told.worst) == 10
    assert (told.worst[0].first.id, told.worst[0].raised) == ("noisy", 50)
    assert told.worst[0].share == pytest.approx(50 / 300)
    assert verdict(told, Measure.WORST) is Verdict.OVER
    assert [one.raised for one in told.worst] == sorted((one.raised for one in told.worst), reverse=True)


@pytest.mark.parametrize(
    ("low", "medium", "high", "said"),
    [
        (80, 15, 5, Verdict.GOOD),
        (100, 0, 0, Verdict.GOOD),
        (75, 15, 10, Verdict.TOLERABLE),
        (65, 30, 5, Verdict.TOLERABLE),
        (80, 5, 15, Verdict.OVER),
        (50, 45, 5, Verdict.OVER),
        (10, 5, 4, Verdict.NO_DATA),
    ],
)
def test_the_mix_of_priorities(low, medium, high, said):
    counts = {Priority.LOW: low, Priority.MEDIUM: medium, Priority.HIGH: high}
    events = [
        entry(10 + number * 100, f"{priority}-{number}", priority=priority)
        for priority, count in counts.items()
        for number in range(count)
    ]
    told = shift(events)
    assert told.mix == (low, medium, high)
    assert verdict(told, Measure.MIX) is said


SECONDS = st.integers(-600, 8 * 3600 + 600)
STORIES = st.lists(
    st.tuples(
        SECONDS,
        st.sampled_from(["API-1", "API-2", "API-3", "API-4"]),
        st.sampled_from([What.TRANSITION] * 4 + [What.SUPPRESSED, What.UNSUPPRESSED, What.ACKNOWLEDGED]),
        st.sampled_from([UNACK, UNACK, RTN, NORMAL]),
    ),
    unique_by=lambda told: (told[0], told[1]),
    max_size=120,
)


@given(STORIES, st.randoms(use_true_random=False))
def test_every_alarm_presented_lies_in_one_period_and_their_order_does_not_matter(stories, random):
    events = [entry(seconds, key, what, after) for seconds, key, what, after in stories]
    told = shift(events)
    assert sum(told.buckets) == told.raised == sum(told.mix)
    assert sum(one.raised for one in told.worst) == told.raised  # there are only four
    random.shuffle(events)
    again = shift(events)
    assert again == told


@given(st.lists(st.integers(1, 4 * 3600), min_size=20, max_size=200), st.integers(1, 3))
def test_floods_follow_one_another(instants, operators):
    seconds = np.sort(np.array(instants, np.float64))
    spans = flood_spans(seconds, 4 * 3600.0, operators)
    assert all(0 < begin <= end <= 4 * 3600 for begin, end, _ in spans)
    assert all(first[1] < second[0] for first, second in pairwise(spans))
    assert bool(spans) == (busiest(seconds) > 10 * operators)
    assert sum(alarms for _, _, alarms in spans) <= len(seconds)


@given(st.lists(st.floats(0, 5000), max_size=60), st.floats(1, 5000))
def test_periods_hold_everything_up_to_the_end(instants, span_s):
    assert bucketed(np.array([0.0, PERIOD_S]), PERIOD_S).tolist() == [2]
    inside = np.array([one for one in instants if one <= span_s], np.float64)
    assert bucketed(inside, span_s).sum() == len(inside)
