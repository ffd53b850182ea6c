"""The assistant has a range looked through while its window goes on."""

import socket
import time

import pytest

from doge_gui.core.scan_findings import Ending
from doge_gui.core.scan_range import parse_order
from doge_gui.engine.scan_desk import ScanDesk


@pytest.fixture
def desk(qtbot):
    desk = ScanDesk(deadline_s=20.0)
    yield desk
    assert desk.stop()


def test_gateways_are_told_as_they_are_found(qtbot, fleet, desk) -> None:
    found, steps = [], []
    desk.found.connect(found.append)
    desk.progress.connect(lambda *step: steps.append(step))
    ports = ",".join(entry["RASP_catch"].rpartition(":")[2] for entry in fleet.addresses.values())
    for _ in range(2):
        found.clear()
        with qtbot.waitSignal(desk.ended) as told:
            desk.begin(parse_order("127.0.0.1", ports))
        assert told.args[0].ending is Ending.ALL_ASKED
        assert len(found) == told.args[0].found == len(fleet.addresses)
        assert steps[-1] == (6, 6)
        assert not desk.busy


def test_cancel_ends_it_within_a_third_of_a_second(qtbot, desk) -> None:
    with socket.socket() as silent:
        silent.bind(("127.0.0.9", 0))
        silent.listen()
        desk.begin(parse_order("127.0.0.9", str(silent.getsockname()[1])))
        desk.begin(parse_order("127.0.0.8", "1"))
        began = time.monotonic()
        with qtbot.waitSignal(desk.ended) as told:
            desk.cancel()
        assert time.monotonic() - began < 0.3
        assert told.args[0].ending is Ending.CANCELLED
        assert told.args[0].questions == 1
