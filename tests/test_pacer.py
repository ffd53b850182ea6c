"""What the engine tells in one breath reaches the window once, table first, figures after."""

from datetime import UTC, datetime

from doge_gui.core.statuses import AddressStatus, Disconnection, DisconnectionState, Schedule
from doge_gui.pacer import Pacer
from tests.core.pictures import cycle, good, plan_of


def test_of_several_pictures_the_newest_is_shown_and_the_schedule_follows(qtbot) -> None:
    pacer = Pacer()
    shown: list[object] = []
    for signal in (pacer.picture_due, pacer.schedule_due, pacer.addresses_due):
        signal.connect(shown.append)
    plan = plan_of("API-1")
    first = cycle(plan, good("API-1"))
    second = cycle(plan, good("API-1"), last=first, now=60.0)
    schedule, status = Schedule(60.0, 120.0, False, False, 0), AddressStatus("list", 1, 0.0)
    for snapshot in (first, second):
        pacer.take_snapshot(snapshot)
        pacer.take_schedule(schedule)
    pacer.take_addresses(status)
    qtbot.waitUntil(lambda: len(shown) == 3)
    assert shown[0] is second
    assert shown[1:] == [status, schedule]


def test_a_schedule_alone_needs_no_picture(qtbot) -> None:
    pacer = Pacer()
    with qtbot.waitSignal(pacer.schedule_due):
        pacer.take_schedule(Schedule(60.0, None, False, True, 0))


def test_every_disconnection_is_told_once_and_in_order_before_the_picture(qtbot) -> None:
    pacer = Pacer()
    told: list[object] = []
    pacer.disconnections_due.connect(told.append)
    pacer.picture_due.connect(told.append)
    waiting, done = (
        Disconnection("API-1", state, "", datetime(2026, 1, 1, tzinfo=UTC), forced=True)
        for state in (DisconnectionState.PENDING, DisconnectionState.DONE)
    )
    snapshot = cycle(plan_of("API-1"), good("API-1"))
    pacer.take_disconnections((waiting,))
    pacer.take_snapshot(snapshot)
    pacer.take_disconnections((done,))
    qtbot.waitUntil(lambda: len(told) == 2)
    assert told == [(waiting, done), snapshot]
    with qtbot.assertNotEmitted(pacer.picture_due), qtbot.waitSignal(pacer.disconnections_due):
        pacer.take_disconnections((done,))
