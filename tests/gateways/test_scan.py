"""A range is looked through for gateways: each address once, politely, and nothing else."""

import socket
import threading
import time

import pytest

from doge_gui.core.scan_findings import Ending
from doge_gui.core.scan_range import parse_order
from doge_gui.gateways.scan import Scan
from doge_gui.simulator.fleet import FleetInThread
from doge_gui.simulator.server import FleetOptions


@pytest.fixture
def fleet():
    with FleetInThread(FleetOptions(gateways=4, marble_speed=0.0)) as fleet:
        yield fleet


def ports(fleet) -> str:
    return ", ".join(entry["RASP_catch"].rpartition(":")[2] for entry in fleet.addresses.values())


@pytest.fixture
def silent():
    """A place that takes connections and never says a word."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.9", 0))
        listening.listen(512)
        yield listening.getsockname()[1]


def scan(text, port_text, stop=None, **limits):
    found = []
    return found, Scan(parse_order(text, port_text), found.append, stop or threading.Event(), **limits)


def test_every_gateway_of_the_range_is_found_and_asked_one_harmless_question(fleet) -> None:
    found, looking = scan("127.0.0.1", ports(fleet))
    end = looking.run()
    assert {one.netloc for one in found} == {entry["RASP_catch"] for entry in fleet.addresses.values()}
    assert (end.ending, end.asked, end.found, end.strangers) == (Ending.ALL_ASKED, 4, 4, 0)
    for account in fleet.ledger()["gateways"].values():
        assert account["questions"] == {"multi_possible": 1}
        assert account["connections_opened"] == 1


def test_a_gateway_has_its_connection_back_while_others_are_still_waited_for(fleet, silent) -> None:
    def look() -> None:
        if looking.asked == 9 and fleet.account("API-1")["connections_open"] == 0:
            stop.set()

    stop = threading.Event()
    # Two addresses, five ports: four gateways, five places that refuse, and the silent one.
    _, looking = scan("127.0.0.1, 127.0.0.9", f"{ports(fleet)}, {silent}", stop, deadline_s=5.0)
    end = looking.run(look)
    assert (end.ending, end.found) == (Ending.CANCELLED, 4)


def test_what_answers_otherwise_is_no_gateway(fleet) -> None:
    fleet.set_scenario(
        [
            {"gateways": ["API-2"], "fault": "status", "code": 404},
            {"gateways": ["API-3"], "fault": "refuse"},
        ]
    )
    found, looking = scan("127.0.0.1", ports(fleet))
    end = looking.run()
    assert (len(found), end.found, end.strangers, end.asked) == (2, 2, 1, 4)


def test_addresses_of_nobody_hold_the_others_up_no_longer_than_their_deadline(fleet, silent) -> None:
    found, looking = scan("127.0.0.1, 127.0.0.9", f"{ports(fleet)}, {silent}", deadline_s=0.3)
    began = time.monotonic()
    assert looking.run().found == len(found) == 4
    assert time.monotonic() - began < 1.5


def test_never_more_than_64_connections_at_once(silent) -> None:
    most = 0

    def look() -> None:
        nonlocal most
        most = max(most, len(looking._under_way))

    _, looking = scan("127.0.0.9, 127.0.1.0/25", str(silent), deadline_s=0.1)
    end = looking.run(look)
    assert end.asked == 127
    assert most == 64


def test_a_scan_is_cancelled_at_once(silent) -> None:
    stop = threading.Event()
    _, looking = scan("127.0.0.9", str(silent), stop, deadline_s=30.0)
    timer = threading.Timer(0.1, stop.set)
    timer.start()
    began = time.monotonic()
    end = looking.run()
    assert time.monotonic() - began < 0.4
    assert (end.ending, end.asked) == (Ending.CANCELLED, 0)
    timer.join()


def test_a_scan_ends_when_its_time_is_over(silent) -> None:
    _, looking = scan("127.0.0.9", str(silent), deadline_s=30.0, total_s=0.2)
    end = looking.run()
    assert (end.ending, end.asked, end.questions) == (Ending.OUT_OF_TIME, 0, 1)
