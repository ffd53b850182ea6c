"""The figures of a shift, told as an operator lives it."""

from datetime import UTC, datetime, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from doge_gui.core.alarms.events import What
from doge_gui.core.alarms.states import AlarmState, Priority
from doge_gui.core.recording.curves import Level
from doge_gui.core.reporting import shift
from doge_gui.core.reporting.actions import Action
from doge_gui.core.reporting.availability import Availability
from doge_gui.core.reporting.cycles import FleetChange
from doge_gui.core.reporting.shift import ShiftReport, ShiftWish, shift_report
from tools.made_history import BEGAN, INTERVAL_S, MadeHistory, troubled

END = BEGAN + timedelta(hours=8)


def minute(number: float) -> datetime:
    return BEGAN + timedelta(minutes=number)


def told(source: MadeHistory, begin=BEGAN, end=END, actions=None) -> ShiftReport:
    return shift_report(source, ShiftWish("plant", begin, end, end), actions)


def plant(minutes, lost=(), gateways=2, marbles=None) -> MadeHistory:
    """Cycles in these minutes; in those of `lost` the second gateway gives no answer."""
    made = MadeHistory(tuple(f"API-{number}" for number in range(1, gateways + 1)))
    for number in minutes:
        counted = marbles(number) if marbles else 100 + number
        made.cycle(minute(number), (1,) if number in lost else (), (counted, 7, 7))
    return made


def gateway(report: ShiftReport, plc: str) -> Availability:
    return next(one for one in report.gateways if one.plc == plc)


def test_marbles_are_balanced_over_complete_totals_only():
    # While one gateway is lost the sum of the others is far off; it must show nowhere.
    report = told(
        plant(range(480), lost=(0, 1, 479), marbles=lambda n: 10**6 if n in (0, 1, 479) else 500 - n)
    )
    balance = report.cycles.circuits[0]
    assert (balance.first, balance.last, balance.low, balance.high) == (498, 22, 22, 498)
    assert balance.difference == -476
    assert (balance.complete, report.cycles.count) == (477, 480)
    assert np.nanmax(report.marbles[0].high) == 498
    assert report.cycles.circuits[1].difference == 0


def test_a_shift_without_a_complete_total_has_no_balance():
    balance = told(plant(range(10), lost=range(10))).cycles.circuits[0]
    assert (balance.complete, balance.first, balance.difference) == (0, None, None)


def test_availability_counts_cycles_and_finds_the_longest_outage():
    report = told(plant(range(480), lost=(10, 11, 12, 100, 479)))
    assert gateway(report, "API-1").share == 1
    one = gateway(report, "API-2")
    assert (one.answered, one.known) == (475, 480)
    assert one.outages is not None
    assert (one.outages.count, one.outages.longest_s) == (3, 180.0)
    assert one.outages.longest_from == minute(10)
    assert one.outages.lasting


def test_time_without_recording_is_neither_available_nor_lost():
    # The program stood still from minute 60 to 420, API-2 being lost before and after.
    minutes = [*range(60), *range(420, 480)]
    report = told(plant(minutes, lost=(58, 59, 420)))
    one = gateway(report, "API-2")
    assert (one.answered, one.known) == (117, 120)
    assert one.outages is not None
    assert (one.outages.count, one.outages.longest_s) == (1, 180.0)
    assert report.cycles.pauses == [(minute(60), minute(420))]
    assert report.cycles.recorded_s == 120 * 60
    assert report.cycles.quiet_s == 360 * 60


def test_what_was_before_the_shift_counts_not_in_it():
    report = told(plant(range(480), lost=range(60)), begin=minute(60.5), end=minute(120))
    assert gateway(report, "API-2").share == 1
    assert gateway(report, "API-2").known == 59
    assert report.cycles.count == 59


def test_a_gateway_that_joins_later_is_known_from_then_on():
    made = plant(range(100))
    one = gateway(told(made), "API-1")
    assert one.known == 100
    assert told(made).cycles.pauses == [(minute(100), END)]


def test_a_plc_that_joins_brings_marbles_along_and_gains_none():
    made = MadeHistory(("API-1", "API-2", "API-3"))
    for number in range(20):
        made.cycle(minute(number), (), (1000 + number, 5, 5), gateways=2)
    for number in range(20, 40):
        made.cycle(minute(number), (), (51000 - number, 5, 5))
    cycles = told(made, end=minute(40)).cycles
    balance = cycles.circuits[0]
    assert (balance.first, balance.last, balance.difference) == (1000, 50961, 19 - 19)
    assert cycles.changes == [FleetChange(minute(20), 2, 3)]
    assert [one.known for one in told(made, end=minute(40)).gateways] == [40, 40, 20]


@pytest.mark.parametrize("level", [Level.MINUTE, Level.HOUR])
def test_a_shift_of_which_only_sums_are_kept(level):
    made = plant(range(480), lost=(*range(10, 13), 100), marbles=lambda number: 500 - number)
    whole = told(made)
    made.kept_from = {Level.RAW: END} | ({Level.MINUTE: END} if level is Level.HOUR else {})
    report = told(made)
    assert (report.cycles.level, report.cycles.count) == (level, 480)
    assert [(one.plc, one.share, one.outages) for one in report.gateways] == [
        (one.plc, one.share, None) for one in whole.gateways
    ]
    balance, exact = report.cycles.circuits[0], whole.cycles.circuits[0]
    assert (balance.complete, balance.low, balance.high) == (476, exact.low, exact.high)
    # The first is that at the end of the first bucket.
    first = 500 if level is Level.MINUTE else 441
    assert (balance.first, balance.last, balance.difference) == (first, 21, 21 - first)
    assert report.cycles.mean_s == pytest.approx(0.4)
    assert (report.cycles.recorded_s, report.cycles.pauses) == (8 * 3600, [])
    assert np.nanmax(report.marbles[0].high) == 500


@pytest.mark.parametrize("apart_s", [10, 60, 90, 300, 600])
def test_of_sums_too_a_long_interval_is_no_pause(apart_s):
    made = MadeHistory(("API-1",))
    for second in range(0, 8 * 3600, apart_s):
        if not 3600 <= second < 2 * 3600:
            made.cycle(BEGAN + timedelta(seconds=second + second % 7))
    made.kept_from = {Level.RAW: END}
    cycles = told(made).cycles
    ((begin, end),) = cycles.pauses
    assert abs(begin - minute(60)) <= timedelta(minutes=1)
    assert abs(end - minute(120)) <= timedelta(minutes=1)
    assert cycles.recorded_s == pytest.approx(7 * 3600, abs=120)


def test_of_sums_too_a_change_of_the_fleet_is_no_gain():
    made = MadeHistory(("API-1", "API-2", "API-3"))
    # Every ten seconds; one joins in the midst of a minute, and leaves in the midst of another.
    for number in range(360):
        three = 93 <= number < 201
        marbles = 51000 + number if three else 1000 + number
        made.cycle(BEGAN + timedelta(seconds=10 * number), (), (marbles, 5, 5), gateways=3 if three else 2)
    made.cycle(minute(120), (), (1000, 5, 5), gateways=2)
    made.kept_from = {Level.RAW: minute(110)}
    cycles = told(made, end=minute(100)).cycles
    assert cycles.level is Level.MINUTE
    assert [(one.before, one.after) for one in cycles.changes] == [(2, 3), (3, 2)]
    assert 300 < cycles.circuits[0].difference < 360
    assert cycles.pauses == [(minute(60), minute(100))]


def test_a_pause_before_the_shift_or_at_its_beginning_is_no_loss_of_cycles():
    for minutes in (range(37, 480), [*range(-100, -10), *range(95, 480)]):
        assert told(plant(minutes)).cycles.level is Level.RAW


def test_nothing_recorded_is_nothing_known():
    report = told(MadeHistory(()))
    assert (report.cycles.count, report.gateways, report.alarms.raised) == (0, (), 0)
    assert report.cycles.pauses == [(BEGAN, END)]
    with pytest.raises(ValueError, match="ends before it begins"):
        told(MadeHistory(()), begin=END, end=END)


def test_cycles_that_overran_and_were_skipped():
    made = plant(range(3))
    made.cycle(minute(3), elapsed_s=130.0)
    made.skipped = 2
    cycles = told(made).cycles
    assert (cycles.count, cycles.overruns, cycles.longest_s, cycles.longest_at) == (4, 1, 130.0, minute(3))
    # The made history tells the same count with each cycle: two were skipped before the first.
    assert cycles.skipped == 2
    assert cycles.mean_s == pytest.approx((3 * 0.4 + 130) / 4)


def test_alarms_by_priority_the_longest_and_what_stands():
    made = plant(range(480))
    made.raised(minute(-90), "API-1", None, Priority.HIGH)  # stands since before the shift
    made.raised(minute(30), "API-2", 3600.0, Priority.LOW)
    made.raised(minute(200), "API-2", 60.0, Priority.LOW)
    made.acknowledged(minute(10), "API-1", "ada", "technician is on the way")
    report = told(made)
    alarms = report.alarms
    assert alarms.mix == (2, 0, 0)
    assert [(one.first.plc, one.raised) for one in alarms.frequent] == [("API-2", 2)]
    assert [(one.alarm.plc, one.since, one.until) for one in alarms.longest] == [
        ("API-1", minute(-90), None),
        ("API-2", minute(30), minute(90)),
    ]
    assert [alarm.plc for alarm in alarms.standing] == ["API-1"]
    assert [alarm.plc for alarm in alarms.unacknowledged] == ["API-2"]
    # Without an audit trail the journal tells what people did to alarms.
    (action,) = report.actions
    assert (action.who, action.what, action.subject) == ("ada", "acknowledged", "offline:API-1")


def test_what_is_hidden_neither_stands_nor_waits():
    made = plant(range(480))
    made.raised(minute(30), "API-2", None, Priority.HIGH)
    shelved = made.journal[-1]._replace(
        at=minute(60), what=What.SHELVED, before=AlarmState.UNACK, who="ada", until=END + timedelta(hours=1)
    )
    made.journal.append(shelved)
    alarms = told(made).alarms
    assert (alarms.standing, alarms.unacknowledged) == ((), ())
    (stood,) = alarms.longest
    assert (stood.since, stood.until) == (minute(30), minute(60))


def test_a_flood_is_more_than_ten_in_ten_minutes():
    made = plant(range(480), gateways=40)
    for number in range(10):
        made.raised(minute(100) + timedelta(seconds=30 * number), f"API-{number + 1}", 60.0)
    assert told(made).alarms.floods == ()
    made.raised(minute(105), "API-11", 60.0)
    (flood,) = told(made).alarms.floods
    assert (flood.begin, flood.raised) == (minute(105), 1)


def test_actions_of_the_shift_in_order():
    actions = [Action(minute(n), "ada", "act", str(n)) for n in (-1, 400, 5, 480)]
    assert [one.subject for one in told(plant(range(3)), actions=actions).actions] == ["5", "400"]


def test_a_large_fleet_is_judged_some_gateways_at_a_time(monkeypatch):
    made = troubled(50, 100)
    once = told(made).gateways
    monkeypatch.setattr(shift, "_AT_A_TIME", 1000)
    made.asked.clear()
    assert told(made).gateways == once
    assert max(count for count, _, _ in made.asked) <= 1000 // 100


@given(st.lists(st.sampled_from("gl."), min_size=1, max_size=60))
def test_availability_is_what_counting_by_hand_gives(story):
    """g: answered, l: lost, a dot: the program stood still."""
    made = MadeHistory(("A",))
    for number, sign in enumerate(story):
        if sign != ".":
            made.cycle(BEGAN + timedelta(seconds=INTERVAL_S * number), (0,) if sign == "l" else ())
    report = told(made, end=BEGAN + timedelta(seconds=INTERVAL_S * len(story)))
    recorded = [sign for sign in story if sign != "."]
    if not recorded:
        assert report.gateways == ()
        return
    (one,) = report.gateways
    assert (one.known, one.answered) == (len(recorded), recorded.count("g"))
    runs = [run for run in "".join(recorded).split("g") if run]
    assert one.outages is not None
    assert one.outages.count == len(runs)
    assert one.outages.lasting == (recorded[-1] == "l")
    assert report.cycles.recorded_s <= INTERVAL_S * len(story)


def test_times_are_utc():
    assert told(plant(range(3))).wish.begin.tzinfo is UTC
