"""The engine on a simulated fleet: cycles, their order, and the address list."""

import json
import time
from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise

import pytest

from doge_gui.core.addresses import AddressBook
from doge_gui.core.snapshot import Phase, Quality
from doge_gui.engine.sleep_watch import SleepWatch
from doge_gui.gateways.talk import Limits
from tests.engine.desk import JOB


def test_a_whole_fleet_gives_totals_that_are_written_once(desk_of, fleet) -> None:
    snapshot = desk_of().cycle()
    assert snapshot.marbles.complete
    assert snapshot.connected == snapshot.answered == 6
    assert snapshot.facts.totals_written == 6
    truth = fleet.plant()["counted"]
    assert list(snapshot.marbles.value) == list(truth)
    for plc in fleet.addresses:
        assert fleet.account(plc)["writes"] == [[circuit, total] for circuit, total in enumerate(truth)]
        assert fleet.account(plc)["disconnections"] == 0


def test_the_questions_come_in_the_jobs_order(desk_of, fleet) -> None:
    desk_of(replace(JOB, disconnect_each_cycle=True)).cycle()
    write = "compteur_bille/write"
    expected = [
        "multi_possible",
        "checkplusde3",
        "temperature",
        "compteur_bille",
        *[write] * 3,
        "deconnection",
    ]
    for plc in fleet.addresses:
        assert fleet.account(plc)["recent"] == expected
        assert fleet.account(plc)["most_connections"] == 1


def test_one_missing_count_and_nothing_is_written(desk_of, fleet) -> None:
    fleet.set_scenario([{"gateways": ["API-4"], "fault": "html", "question": "compteur_bille"}])
    snapshot = desk_of().cycle()
    assert not snapshot.marbles.complete
    assert (snapshot.marbles.over, snapshot.marbles.of) == (5, 6)
    assert snapshot.connected == 6
    assert snapshot.answered == 5
    assert snapshot.facts.totals_written == 0
    assert all(fleet.account(plc)["writes_seen"] == 0 for plc in fleet.addresses)


def test_healthy_gateways_are_shown_while_half_of_the_fleet_hangs(desk_of, fleet) -> None:
    """Fault 20: nobody waits for the silent half."""
    desk = desk_of()
    desk.cycle()
    fleet.set_scenario([{"gateways": {"every": 2}, "fault": "silent"}])
    shown = len(desk.snapshots)
    desk.supervision.poll_now()
    desk.until(lambda: len(desk.snapshots) > shown)
    early = desk.snapshots[shown]
    assert early.facts.phase is Phase.READING
    assert list(early.asked) == [False, True] * 3
    assert early.facts.elapsed_s < JOB.limits.deadline_s
    assert early.marbles == desk.done[0].marbles
    desk.until(lambda: len(desk.done) == 2)
    late = desk.done[-1]
    assert list(late.quality[:, 0]) == [Quality.BAD, Quality.GOOD] * 3
    assert late.marbles.over == 3


def test_an_overrunning_cycle_skips_the_next_and_counts_it(desk_of, fleet) -> None:
    """Fault 21: one question at a time per gateway, never two cycles at once."""
    fleet.set_scenario([{"gateways": ["API-1"], "fault": "silent"}])
    desk = desk_of(replace(JOB, interval_s=0.2))
    desk.supervision.start()
    desk.until(lambda: len(desk.done) == 3)
    assert desk.done[-1].facts.skipped >= 2
    starts = [snapshot.facts.started_mono for snapshot in desk.done]
    assert all(later - earlier > 0.5 for earlier, later in pairwise(starts))
    steps = [(start - starts[0]) / 0.2 for start in starts]
    assert all(abs(step - round(step)) < 0.4 for step in steps), steps
    assert fleet.account("API-1")["most_connections"] == 1


def test_the_address_source_fails_and_the_last_list_stays(desk_of) -> None:
    """Fault 24."""
    desk = desk_of()
    desk.cycle()
    desk.source.error = "the file is empty"
    assert len(desk.cycle().plan) == 6
    since = desk.statuses[-1].failing_since
    desk.cycle()
    assert desk.statuses[-1].error == "the file is empty"
    assert desk.statuses[-1].failing_since == since is not None
    desk.source.error = ""
    desk.cycle()
    assert desk.statuses[-1].error == ""
    assert desk.statuses[-1].failing_since is None


def test_a_slow_address_source_delays_no_cycle(desk_of) -> None:
    desk = desk_of()
    desk.cycle()
    desk.source.wait_s = 1.0
    assert desk.cycle().facts.elapsed_s < 0.9
    desk.until(lambda: len(desk.statuses) == 2)


def test_a_gateway_leaves_and_another_joins_between_cycles(desk_of, fleet) -> None:
    desk = desk_of()
    first = desk.cycle()
    listed = dict(fleet.addresses)
    gone = listed.pop("API-2")
    desk.source.text = json.dumps({**listed, "API-20": {"API": "API-20", "RASP_catch": gone["RASP_catch"]}})
    second = desk.cycle()
    assert second.plan.row.keys() == (first.plan.row.keys() - {"API-2"}) | {"API-20"}
    assert second.marbles.complete
    assert fleet.account("API-2")["most_connections"] == 1


def test_a_gateway_that_left_the_list_is_hung_up_on(desk_of, fleet) -> None:
    """Fault 25, the connection's part."""
    desk = desk_of(replace(JOB, interval_s=5.0))
    desk.cycle()
    assert fleet.account("API-2")["connections_open"] == 1
    desk.source.text = json.dumps({plc: where for plc, where in fleet.addresses.items() if plc != "API-2"})
    desk.cycle()
    desk.until(lambda: fleet.account("API-2")["connections_open"] == 0)
    assert fleet.account("API-2")["questions"]["multi_possible"] == 1


@pytest.mark.parametrize(("interval_s", "kept"), [(5.0, 1), (60.0, 0)])
def test_connections_are_kept_between_cycles_that_are_close(desk_of, fleet, interval_s, kept) -> None:
    desk = desk_of(replace(JOB, interval_s=interval_s))
    desk.cycle()
    desk.until(lambda: fleet.account("API-1")["connections_open"] == kept)


def test_the_wall_clock_jumps_a_day_and_nothing_changes(desk_of) -> None:
    """Fault 26: cadence, delays and ages follow the monotonic clock."""
    hours = iter([0, 24, -24, 0, 24, -24, 0, 0])
    desk = desk_of(
        replace(JOB, interval_s=0.3), wall=lambda: datetime.fromtimestamp(1e9 + 3600 * next(hours), UTC)
    )
    desk.supervision.start()
    desk.until(lambda: len(desk.done) == 3)
    starts = [snapshot.facts.started_mono for snapshot in desk.done]
    assert all(0.2 < later - earlier < 0.8 for earlier, later in pairwise(starts))
    assert all((snapshot.quality == Quality.GOOD).all() for snapshot in desk.done)
    desk.supervision.pause(True)


def test_pausing_begins_no_cycle_and_resuming_begins_one_at_once(desk_of) -> None:
    desk = desk_of(replace(JOB, interval_s=0.15))
    desk.supervision.start()
    desk.until(lambda: len(desk.done) == 2)
    desk.supervision.pause(True)
    assert desk.schedules[-1].paused
    assert desk.schedules[-1].next_at is None
    desk.until(lambda: not desk.schedules[-1].running)
    count = len(desk.done)
    desk.cycle()
    assert len(desk.done) == count + 1
    desk.supervision.pause(False)
    desk.until(lambda: len(desk.done) >= count + 3)
    assert desk.done[-1].facts.skipped == 0


def test_another_configuration_is_in_force_from_the_next_cycle_on(desk_of, fleet) -> None:
    desk = desk_of()
    assert desk.cycle().request_totals[0].complete
    desk.supervision.use(replace(JOB, rules=(), write_totals=False), desk.source)
    snapshot = desk.cycle()
    assert snapshot.request_totals == ()
    assert snapshot.facts.totals_written == 0


def test_a_shorter_interval_invents_no_skipped_cycles(desk_of) -> None:
    now = [1000.0]
    desk = desk_of(replace(JOB, interval_s=3600.0), clock=lambda: now[0])
    desk.supervision.start()
    desk.until(lambda: len(desk.done) == 1)
    now[0] += 1000.0
    desk.supervision.use(replace(JOB, interval_s=0.2), desk.source)
    now[0] += 0.01
    desk.until(lambda: len(desk.done) == 2)
    assert desk.schedules[-1].skipped == 0
    desk.supervision.pause(True)


def test_after_a_night_asleep_one_cycle_comes_at_once_and_none_counts_as_skipped(desk_of) -> None:
    """Fault 27: the clock of the cycles went on, the machine's timers stood still."""
    slept = [0.0]
    sleep = SleepWatch(lambda: time.monotonic() + slept[0], time.monotonic)
    desk = desk_of(replace(JOB, interval_s=3600.0), clock=lambda: time.monotonic() + slept[0], sleep=sleep)
    desk.supervision.start()
    desk.until(lambda: len(desk.done) == 1)
    slept[0] = 8 * 3600.0
    sleep.look()
    desk.until(lambda: len(desk.done) == 2)
    before, after = desk.done
    assert after.facts.started_mono - before.facts.started_mono > 8 * 3600
    assert after.facts.skipped == 0
    sleep.look()
    desk.until(lambda: not desk.schedules[-1].running)
    assert desk.schedules[-1].skipped == 0
    assert len(desk.done) == 2


def test_a_defect_of_the_address_source_is_told_and_the_last_list_stays(desk_of, monkeypatch, caplog) -> None:
    desk = desk_of()
    desk.cycle()

    def broken() -> AddressBook:
        raise RuntimeError("the driver is confused")

    monkeypatch.setattr(desk.source, "fetch", broken)
    assert len(desk.cycle().plan) == 6
    assert desk.statuses[-1].error == "the source failed: the driver is confused"
    monkeypatch.undo()
    desk.cycle()
    assert desk.statuses[-1].error == ""
    assert [record.getMessage() for record in caplog.records] == ["unexpected error in the address source"]


def test_a_source_that_hangs_is_told_as_failing(desk_of, monkeypatch) -> None:
    monkeypatch.setattr("doge_gui.engine.address_desk.PATIENCE_MS", 100)
    desk = desk_of()
    desk.source.wait_s = 0.6
    desk.supervision.poll_now()
    desk.until(lambda: len(desk.statuses) == 1)
    assert desk.statuses[0].error == "no answer yet"
    desk.until(lambda: len(desk.done) == 1)
    assert desk.statuses[-1].error == ""


def test_a_defect_in_a_worker_fails_its_gateways_visibly(desk_of, monkeypatch, caplog) -> None:
    def broken(*_arguments: object) -> None:
        raise RuntimeError("out of ideas")

    monkeypatch.setattr("doge_gui.gateways.client.GatewayClient.read", broken)
    snapshot = desk_of().cycle()
    assert snapshot.answered == 0
    assert {failures[0].detail for failures in snapshot.failures} == {"an error in the program; see its log"}
    assert {record.getMessage() for record in caplog.records} == {"unexpected error while asking gateways"}


def test_a_cycle_without_any_gateway_ends_and_claims_nothing(desk_of) -> None:
    desk = desk_of()
    desk.source.text = "{}"
    snapshot = desk.cycle()
    assert snapshot.connected == 0
    assert not snapshot.marbles.complete
    assert snapshot.facts.totals_written == 0


def test_stopping_while_every_gateway_hangs_takes_under_two_seconds(desk_of, fleet) -> None:
    """Fault 53, the engine's part."""
    fleet.set_scenario([{"gateways": "all", "fault": "silent"}])
    desk = desk_of(replace(JOB, limits=Limits(30.0, 60.0)))
    desk.supervision.poll_now()
    desk.until(lambda: fleet.ledger()["asked"] == 6)
    started = time.monotonic()
    assert desk.supervision.stop()
    assert time.monotonic() - started < 2.0
    assert desk.done == []
