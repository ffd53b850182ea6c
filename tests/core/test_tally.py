"""A watched plant, cycle by cycle: what has been counted of it, and that no count is ever taken back."""

import math
from collections.abc import Mapping
from dataclasses import replace

from doge_gui.core.replies import Failure, GatewayReply, Reason
from doge_gui.core.snapshot import Phase, Snapshot
from doge_gui.core.tally import CYCLE_BOUNDS_S, LATENCY_BOUNDS_S, REASONS, Histogram, Tally, counted
from tests.core.pictures import cycle, garbled, good, lost, plan_of

PLAN = plan_of("API-1", "API-2", "API-3")


def _ended(
    *replies: GatewayReply,
    last: Snapshot | None = None,
    elapsed_s: float = 0.1,
    written: int = 0,
    acts: Mapping[str, Failure] | None = None,
) -> Snapshot:
    picture = cycle(PLAN, *replies, last=last)
    facts = replace(picture.facts, phase=Phase.DONE, elapsed_s=elapsed_s, totals_written=written)
    return replace(picture, facts=facts, action_failures=acts or {})


def _by_reason(counts: tuple[int, ...]) -> dict[Reason, int]:
    return {reason: count for reason, count in zip(REASONS, counts, strict=True) if count}


def test_a_gateway_that_goes_and_comes_is_counted_once_each_way() -> None:
    well = _ended(good("API-1"), good("API-2"), good("API-3"), written=3)
    without = _ended(good("API-1"), good("API-2"), lost("API-3"), last=well)
    still = _ended(good("API-1"), good("API-2"), lost("API-3"), last=without)
    again = _ended(good("API-1"), good("API-2"), good("API-3"), last=still, written=3)

    tally = Tally()
    told = []
    for picture in (well, without, still, again):
        tally = counted(tally, picture)
        told.append((tally.cycles, tally.complete, tally.written, tally.lost, tally.back))

    #                cycles complete written lost back
    assert told == [(1, 1, 3, 0, 0), (2, 1, 3, 1, 0), (3, 1, 3, 1, 0), (4, 2, 6, 1, 1)]


def test_a_lost_gateway_that_left_the_fleet_has_not_come_back() -> None:
    tally = counted(Tally(), _ended(good("API-1"), good("API-2"), lost("API-3")))
    smaller = cycle(plan_of("API-1", "API-2"), good("API-1"), good("API-2"))
    after = counted(tally, smaller)
    assert (after.lost, after.back, after.missing) == (1, 0, frozenset())


def test_every_failure_is_counted_by_its_reason_and_what_was_written_apart_from_what_was_read() -> None:
    refused = Failure("compteur_bille/0/3", Reason.REFUSED, "")
    first = _ended(garbled("API-1"), lost("API-2"), good("API-3"), acts={"API-3": refused})
    tally = counted(counted(Tally(), first), first)
    assert _by_reason(tally.failed_readings) == {Reason.TIMEOUT: 2, Reason.PAYLOAD: 2}
    assert _by_reason(tally.failed_acts) == {Reason.REFUSED: 2}


def test_answers_and_cycles_fall_into_their_classes() -> None:
    replies = [replace(good("API-1"), latency_s=0.005), replace(good("API-2"), latency_s=30.0), lost("API-3")]
    tally = counted(Tally(), _ended(*replies, elapsed_s=0.7))
    latencies = tally.latencies
    # A bound belongs to its own class; what is beyond the last is counted; a silent gateway was not timed.
    assert latencies.counts == (1, *(0,) * (len(LATENCY_BOUNDS_S) - 1), 1)
    assert math.isclose(latencies.total, 30.005)
    assert sum(tally.durations.counts) == 1
    assert tally.durations.counts[CYCLE_BOUNDS_S.index(1.0)] == 1


def test_nothing_observed_changes_nothing() -> None:
    empty = Histogram.of((1.0, 2.0))
    assert empty.observed([]) is empty
    assert empty.observed([math.nan, math.inf]) is empty
    assert empty.observed([0.5, 1.5, 9.0]).counts == (1, 1, 1)


def test_a_fleet_of_five_thousand_keeps_its_counts() -> None:
    names = [f"API-{number}" for number in range(5000)]
    plan = plan_of(*names)
    replies = [good(plc) if number % 2 else lost(plc) for number, plc in enumerate(names)]
    tally = counted(Tally(), cycle(plan, *replies))
    assert (tally.lost, sum(tally.latencies.counts), sum(tally.failed_readings)) == (2500, 2500, 2500)
