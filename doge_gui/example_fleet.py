"""The example fleet as an address source: started when it is first asked for, in a process of its own."""

import json
from collections.abc import Sequence

from doge_gui.core.addresses import AddressBook, AddressListError, from_json
from doge_gui.core.phrase import phrase
from doge_gui.simulator.fleet import FleetError, SimulatedFleet


class ExampleFleet:
    """A simulated fleet to supervise where no hardware is at hand."""

    def __init__(self, gateways: int, requests: Sequence[str]) -> None:
        self._gateways, self._requests = gateways, tuple(requests)
        self._fleet: SimulatedFleet | None = None
        self._book = AddressBook()

    @property
    def origin(self) -> str:
        """Name for the screen."""
        return phrase("said.addresses", "example fleet")

    def fetch(self) -> AddressBook:
        """The simulated gateways. Starts them at the first call; raises AddressListError where it cannot."""
        if self._fleet is None:
            fleet = SimulatedFleet(self._gateways, requests=self._requests)
            try:
                fleet.start()
            except (FleetError, OSError) as error:
                raise AddressListError(
                    phrase("said.addresses", "the example fleet did not start: {0}").format(error)
                ) from error
            self._fleet = fleet
            self._book = from_json(json.dumps(fleet.addresses), default_port=8000)
        return self._book

    def stop(self) -> None:
        """End the simulator's process."""
        fleet, self._fleet = self._fleet, None
        if fleet is not None:
            fleet.stop()
