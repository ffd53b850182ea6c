"""Disconnections on a simulated fleet: the operator's, and those at each cycle's end."""

import logging
from dataclasses import replace

from doge_gui.core.statuses import DisconnectionState
from tests.engine.desk import JOB


def test_force_disconnect_is_sent_once_whatever_is_clicked(desk_of, fleet) -> None:
    """Fault 29."""
    desk = desk_of()
    desk.cycle()
    desk.supervision.disconnect_plcs(("API-3",))
    desk.supervision.disconnect_plcs(("API-3", "API-3"))
    desk.until(lambda: desk.disconnections[-1].state is DisconnectionState.DONE)
    assert fleet.account("API-3")["disconnections"] == 1
    assert [entry.state for entry in desk.disconnections] == [
        DisconnectionState.PENDING,
        DisconnectionState.DONE,
    ]
    assert "API-3" in desk.disconnections[-1].status


def test_force_disconnect_waits_for_the_cycle_and_never_stands_beside_it(desk_of, fleet) -> None:
    desk = desk_of(replace(JOB, interval_s=5.0))
    desk.cycle()
    fleet.set_scenario([{"gateways": "all", "fault": "slow", "delay_ms": 60}])
    fleet.forget()
    desk.supervision.poll_now()
    desk.supervision.disconnect_plcs(("API-3",))
    assert desk.disconnections[-1].state is DisconnectionState.PENDING
    desk.until(lambda: desk.disconnections[-1].state is DisconnectionState.DONE)
    assert fleet.account("API-3")["recent"][-1] == "deconnection"
    assert fleet.account("API-3")["recent"].count("compteur_bille/write") == 3
    assert fleet.account("API-3")["most_connections"] == 1


def test_a_cycle_that_is_due_meanwhile_waits_for_the_disconnection(desk_of, fleet) -> None:
    desk = desk_of()
    desk.cycle()
    fleet.set_scenario([{"gateways": ["API-3"], "fault": "silent", "question": "deconnection"}])
    desk.supervision.disconnect_plcs(("API-3", "API-4"))
    desk.supervision.poll_now()
    desk.until(lambda: len(desk.done) == 2)
    outcomes = {entry.plc: entry for entry in desk.disconnections}
    assert outcomes["API-3"].state is DisconnectionState.FAILED
    assert outcomes["API-3"].status == "no answer in 0.5 s"
    assert outcomes["API-4"].state is DisconnectionState.DONE
    assert desk.done[-1].facts.started_mono > desk.done[0].facts.started_mono + 0.5
    assert fleet.account("API-3")["most_connections"] == 1


def test_a_plc_that_is_not_in_the_list_cannot_be_disconnected(desk_of) -> None:
    desk = desk_of()
    desk.cycle()
    desk.supervision.disconnect_plcs(("API-99",))
    assert desk.disconnections[-1].state is DisconnectionState.NOT_SENT
    assert "address list" in desk.disconnections[-1].status


def test_a_disconnection_that_nobody_could_take_is_told_as_not_sent(desk_of, fleet) -> None:
    desk = desk_of()
    desk.cycle()
    fleet.kill("API-3")
    desk.supervision.disconnect_plcs(("API-3",))
    desk.until(lambda: desk.disconnections[-1].state is not DisconnectionState.PENDING)
    fleet.revive("API-3")
    assert desk.disconnections[-1].state is DisconnectionState.NOT_SENT


def test_the_disconnections_of_every_cycle_are_logged_when_they_change_only(desk_of, fleet, caplog) -> None:
    caplog.set_level(logging.INFO, "watchdoge")
    desk = desk_of(replace(JOB, disconnect_each_cycle=True))
    desk.cycle()
    desk.cycle()
    told = [one.getMessage() for one in caplog.records if "at the cycle's end" in one.getMessage()]
    assert len(told) == len({line.split(":")[0] for line in told}) > 0


def test_the_sweep_at_the_end_leaves_out_whom_the_cycle_has_lost(desk_of, fleet) -> None:
    fleet.set_scenario([{"gateways": ["API-2"], "fault": "silent"}])
    snapshot = desk_of(replace(JOB, disconnect_each_cycle=True)).cycle()
    assert snapshot.facts.elapsed_s < 0.9
    assert [fleet.account(plc)["disconnections"] for plc in ("API-1", "API-2")] == [1, 0]


def test_nor_whom_it_has_lost_while_totals_were_written(desk_of, fleet) -> None:
    fleet.set_scenario([{"gateways": ["API-2"], "fault": "silent", "question": "compteur_bille/write"}])
    snapshot = desk_of(replace(JOB, disconnect_each_cycle=True)).cycle()
    assert snapshot.facts.totals_written == 5
    assert snapshot.answered == 5
    assert fleet.account("API-2")["disconnections"] == 0
