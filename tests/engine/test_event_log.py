"""What the log says: transitions, one line each, and one line for a gateway that flaps."""

import logging

from doge_gui.core.snapshot import Phase, Snapshot
from doge_gui.engine.event_log import EventLog
from tests.core.pictures import cycle, good, lost, plan_of

PLAN = plan_of("API-1", "API-2")


def finished(snapshot: Snapshot) -> Snapshot:
    from dataclasses import replace

    return replace(snapshot, facts=replace(snapshot.facts, phase=Phase.DONE))


def tell(log: EventLog, *there: bool) -> None:
    last = None
    for answers in there:
        now = 0.0 if last is None else last.taken_at + 60
        replies = (good("API-1") if answers else lost("API-1"), good("API-2"))
        last = finished(cycle(PLAN, *replies, last=last, now=now))
        log.note_snapshot(last)


def about(caplog, plc: str) -> list[str]:
    return [each.getMessage() for each in caplog.records if each.getMessage().startswith(plc)]


def test_a_loss_and_its_return_are_one_line_each(caplog) -> None:
    caplog.set_level(logging.INFO, "watchdoge")
    tell(EventLog(), True, False, False, False, True, True)
    assert about(caplog, "API-1") == ["API-1 lost: timeout (no answer in 2.0 s)", "API-1 back after 3 min"]


def test_a_gateway_that_flaps_is_one_line_not_a_stream(caplog) -> None:
    """Fault 22."""
    caplog.set_level(logging.INFO, "watchdoge")
    tell(EventLog(), *[True, False] * 20)
    lines = about(caplog, "API-1")
    assert lines[-1] == "API-1 flapping: lost or back 4 times in 10 cycles"
    assert len(lines) == 4


def test_its_end_is_told_too(caplog) -> None:
    caplog.set_level(logging.INFO, "watchdoge")
    tell(EventLog(), *[True, False] * 4, *[True] * 12)
    assert about(caplog, "API-1")[-1] == "API-1 no longer flapping"
