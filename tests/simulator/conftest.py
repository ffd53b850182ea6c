"""A small fleet in a thread, whose marbles stand still so that a test can foretell what it answers."""

from collections.abc import Iterator

import pytest

from doge_gui.simulator.fleet import FleetInThread
from doge_gui.simulator.server import FleetOptions


@pytest.fixture
def fleet() -> Iterator[FleetInThread]:
    with FleetInThread(FleetOptions(gateways=3, marble_speed=0.0, requests=("temperature", "oil"))) as fleet:
        yield fleet
