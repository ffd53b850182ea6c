"""The whole fleet in one loop: gateways over one plant, the scenario in force, commands from outside."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from doge_gui.open_files import allow_files_for
from doge_gui.simulator.contract import Contract
from doge_gui.simulator.faults import Event
from doge_gui.simulator.gateway import Gateway
from doge_gui.simulator.ledger import Ledger
from doge_gui.simulator.loop import Loop
from doge_gui.simulator.plant import Plant
from doge_gui.simulator.scenario import Scenario, ScenarioError, read_scenario


@dataclass(frozen=True, slots=True)
class FleetOptions:
    """What a fleet is made of."""

    gateways: int = 8
    """They are named API-1, API-2 and so on."""
    seed: int = 1
    """Same seed, same story."""
    requests: tuple[str, ...] = ("temperature",)
    """The configured requests it answers."""
    host: str = "127.0.0.1"
    base_port: int = 0
    """Port of the first gateway, the others follow; 0: any free ones."""
    latency_ms: float = 0.0
    """Before every answer."""
    marbles_per_station: int = 10
    """On each circuit."""
    marble_speed: float = 1.0
    """Scales how fast marbles roll; 0: they stand still, so that a sum can be foretold."""
    rejoin_s: float = 30.0
    """How long a disconnected PLC stays away; 0: for ever."""

    @property
    def names(self) -> tuple[str, ...]:
        """The PLCs' names, in the order of their stations."""
        return tuple(f"API-{number}" for number in range(1, self.gateways + 1))


class FleetServer:
    """Binds every gateway when it is built, serves in `run`, and answers commands on the loop's thread."""

    def __init__(self, options: FleetOptions) -> None:
        """Raises OSError where a port is taken, TooFewFilesError where the system is too small."""
        allow_files_for(options.gateways)
        self.options = options
        self.loop = Loop()
        self.plant = Plant(
            options.gateways,
            options.seed,
            marbles_per_station=options.marbles_per_station,
            marble_speed=options.marble_speed,
            rejoin_s=options.rejoin_s,
        )
        self._contract = Contract(self.plant, options.names, options.requests)
        self._gateways: dict[str, Gateway] = {}
        self._active: dict[str, list[tuple[int, Event]]] = {}
        self._generation = 0
        try:
            self._bind()
        except OSError:
            self.close()
            raise

    @property
    def addresses(self) -> dict[str, dict[str, str]]:
        """The address list, in the form of the original's file."""
        return {
            name: {"API": name, "RASP_catch": f"{gateway.address[0]}:{gateway.address[1]}"}
            for name, gateway in self._gateways.items()
        }

    def read_scenario(self, text: str | bytes) -> Scenario:
        """Read a scenario for this fleet; raises ScenarioError."""
        return read_scenario(text, self.options.names, self._contract.questions)

    def set_scenario(self, scenario: Scenario) -> None:
        """Put a scenario in force in place of the one before; its times count from now."""
        self._generation += 1
        for name in self._active:
            self._gateways[name].set_faults(())
        self._active = {}
        for index, event in enumerate(scenario.events):
            self._plan(index, event, self._generation)

    def handle(self, command: Mapping[str, Any]) -> dict[str, Any]:
        """Obey one command; the answer holds `error` where it was not understood."""
        gateway = self._gateways.get(str(command.get("gateway")))
        match command.get("do"):
            case "ledger":
                return self.ledger()
            case "forget":
                self._forget()
            case "plant":
                return self._plant_now()
            case "scenario":
                return self._obey_scenario(command)
            case "kill" | "revive" if gateway is not None:
                gateway.set_killed(command["do"] == "kill")
            case "drop_connections" if gateway is not None:
                gateway.drop_connections()
            case _:
                return {"error": [f"not a command: {json.dumps(command)}"]}
        return {}

    def ledger(self) -> dict[str, Any]:
        """What every gateway saw, as one JSON document."""
        gateways = {name: gateway.ledger.as_json() for name, gateway in self._gateways.items()}
        for station, account in enumerate(gateways.values()):
            account["totals_held"] = self.plant.totals(station)
        return {
            "elapsed_s": round(self.loop.now(), 3),
            "asked": sum(account["asked"] for account in gateways.values()),
            "gateways": gateways,
        }

    def run(self) -> None:
        """Serve until `stop`."""
        self.loop.run()

    def stop(self) -> None:
        """End `run`; may be called from any thread or signal handler."""
        self.loop.stop()

    def close(self) -> None:
        """Give every socket back; call it after `run` has ended."""
        for gateway in self._gateways.values():
            gateway.close()
        self.loop.close()

    def _bind(self) -> None:
        latency_s = self.options.latency_ms / 1000
        for station, name in enumerate(self.options.names):
            gateway = Gateway(name, station, self._contract, self.loop, latency_s)
            self._gateways[name] = gateway
            gateway.bind(self.options.host, self.options.base_port + station if self.options.base_port else 0)

    def _plan(self, index: int, event: Event, generation: int) -> None:
        chosen = event.chosen(self.options.names)

        def begin() -> None:
            if self._generation == generation:
                self._mend(chosen, index)
                for name in chosen:
                    self._active.setdefault(name, []).append((index, event))
                self._apply(chosen)

        def end() -> None:
            if self._generation == generation:
                self._mend(chosen, index)
                self._apply(chosen)

        if event.from_s > 0:
            self.loop.call_later(event.from_s, begin)
        else:
            begin()
        if event.to_s is not None:
            self.loop.call_later(event.to_s, end)

    def _mend(self, names: Sequence[str], index: int) -> None:
        for name in names:
            self._active[name] = [entry for entry in self._active.get(name, []) if entry[0] != index]

    def _apply(self, names: Sequence[str]) -> None:
        for name in names:
            in_file_order = sorted(self._active[name], key=_file_order)
            self._gateways[name].set_faults(tuple(event for _, event in in_file_order))

    def _obey_scenario(self, command: Mapping[str, Any]) -> dict[str, Any]:
        try:
            scenario = self.read_scenario(json.dumps({"events": command.get("events")}))
        except ScenarioError as error:
            return {"error": list(error.problems)}
        self.set_scenario(scenario)
        return {}

    def _forget(self) -> None:
        for gateway in self._gateways.values():
            fresh = Ledger()
            fresh.connections_open = fresh.most_connections = gateway.ledger.connections_open
            gateway.ledger = fresh

    def _plant_now(self) -> dict[str, Any]:
        now = self.loop.now()
        counts = [self.plant.counts(station, now) for station in range(self.plant.stations)]
        return {
            "marbles": [circuit.marbles for circuit in self.plant.circuits],
            "in_transit": [circuit.in_transit(now) for circuit in self.plant.circuits],
            "counted": [sum(circuit) for circuit in zip(*counts, strict=True)],
            "connected": {
                name: self.plant.connected(station, now) for station, name in enumerate(self.options.names)
            },
        }


def _file_order(entry: tuple[int, Event]) -> int:
    return entry[0]
