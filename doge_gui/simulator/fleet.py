"""A simulated fleet for a program to talk to: in a process of its own, or in a thread of this one.

with SimulatedFleet(gateways=8) as fleet:
    ...                                             # ask fleet.addresses
    fleet.set_scenario([{"gateways": ["API-3"], "fault": "silent"}])
    fleet.kill("API-5")
    assert fleet.ledger()["gateways"]["API-3"]["writes_seen"] == 3
"""

import json
import subprocess
import sys
import tempfile
import threading
from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from pathlib import Path
from queue import SimpleQueue
from types import TracebackType
from typing import Any, Self, cast

from doge_gui.simulator.server import FleetOptions, FleetServer

STOP_WITHIN_S = 5.0


class FleetError(Exception):
    """The simulated fleet did not start, has ended, or did not understand a command."""


class Fleet(ABC):
    """What can be asked of a running fleet; a context manager that stops it."""

    addresses: Mapping[str, Mapping[str, str]]
    """`{"API-1": {"API": "API-1", "RASP_catch": "127.0.0.1:40001"}, ...}`"""

    def ledger(self) -> dict[str, Any]:
        """What the gateways saw up to now."""
        return self._command({"do": "ledger"})

    def account(self, gateway: str) -> dict[str, Any]:
        """What one gateway saw up to now."""
        return cast("dict[str, Any]", self.ledger()["gateways"][gateway])

    def forget(self) -> None:
        """Start the ledger afresh."""
        self._command({"do": "forget"})

    def plant(self) -> dict[str, Any]:
        """The truth per circuit: `marbles`, `counted`, `in_transit`; and which PLCs are `connected`."""
        return self._command({"do": "plant"})

    def set_scenario(self, events: Sequence[Mapping[str, Any]]) -> None:
        """Put these events in force in place of those before, timed from now on. [] mends everything."""
        self._command({"do": "scenario", "events": list(events)})

    def kill(self, gateway: str) -> None:
        """Drop that gateway's clients and refuse new ones, until `revive`."""
        self._command({"do": "kill", "gateway": gateway})

    def revive(self, gateway: str) -> None:
        """Bring a killed gateway back, on the same port."""
        self._command({"do": "revive", "gateway": gateway})

    def drop_connections(self, gateway: str) -> None:
        """Close that gateway's idle and busy connections once."""
        self._command({"do": "drop_connections", "gateway": gateway})

    def _command(self, command: Mapping[str, Any]) -> dict[str, Any]:
        reply = self._ask(command)
        if "error" in reply:
            raise FleetError("; ".join(reply["error"]))
        return reply

    @abstractmethod
    def _ask(self, command: Mapping[str, Any]) -> dict[str, Any]:
        """Send one command and wait for its answer."""

    @abstractmethod
    def start(self) -> None:
        """Start it and wait until every gateway listens."""

    @abstractmethod
    def stop(self) -> None:
        """End it; harmless when it has ended."""

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()


class FleetInThread(Fleet):
    """A fleet in a thread of this process, for tests that need no more."""

    def __init__(self, options: FleetOptions) -> None:
        self._server = FleetServer(options)
        self._thread = threading.Thread(target=self._server.run, name="simulated fleet")
        self._stopped = False
        self.addresses = self._server.addresses

    def start(self) -> None:
        """Serve; the gateways listen since the fleet was built."""
        self._thread.start()

    def stop(self) -> None:
        """End the thread and give the sockets back."""
        if self._stopped:
            return
        self._stopped = True
        if self._thread.is_alive():
            self._server.stop()
            self._thread.join()
        self._server.close()

    def _ask(self, command: Mapping[str, Any]) -> dict[str, Any]:
        if not self._thread.is_alive():
            raise FleetError("the simulated fleet has ended")
        replies: SimpleQueue[dict[str, Any]] = SimpleQueue()

        def obey() -> None:
            replies.put(self._server.handle(command))

        self._server.loop.hand_over(obey)
        return replies.get(timeout=STOP_WITHIN_S)


def simulator_command() -> list[str]:
    """How this program starts its simulator: as a module, or as itself where it is a frozen bundle."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "--simulate"]
    return [sys.executable, "-m", "doge_gui.simulator"]


class SimulatedFleet(Fleet):
    """A fleet in a process of its own, which ends with `stop`, and by itself when this process dies.

    It may be started again after `stop`, on other ports.
    """

    addresses_file: Path
    """The address list as a file; there is none before the start."""

    def __init__(
        self,
        gateways: int = 8,
        *,
        seed: int = 1,
        requests: Sequence[str] = ("temperature",),
        latency_ms: float = 0.0,
        marble_speed: float = 1.0,
        rejoin_s: float = 30.0,
        addresses_file: Path | None = None,
        command: Sequence[str] | None = None,
    ) -> None:
        """`addresses_file` is written when the fleet starts; by default it lies in a temporary folder."""
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self._wanted_file = addresses_file
        self._process: subprocess.Popen[str] | None = None
        self._one_at_a_time = threading.Lock()
        self._argv = [
            *(command or simulator_command()),
            *("--control", "--gateways", str(gateways), "--seed", str(seed)),
            *("--requests", ",".join(requests), "--latency-ms", str(latency_ms)),
            *("--marble-speed", str(marble_speed), "--rejoin-s", str(rejoin_s)),
        ]

    def start(self) -> None:
        """Start the process and wait for its ready line; raises FleetError with what it said instead."""
        self._folder = tempfile.TemporaryDirectory(prefix="watchdoge-sim-")
        self.addresses_file = self._wanted_file or Path(self._folder.name) / "ip_addresses.json"
        self._process = subprocess.Popen(
            [*self._argv, "--addresses-out", str(self.addresses_file)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
        ready = self._read_line()
        if not ready.startswith("ready:"):
            self.stop()
            raise FleetError(f"the simulated fleet did not start: {ready.strip() or 'it ended at once'}")
        self.addresses = json.loads(self.addresses_file.read_text(encoding="utf-8"))

    def stop(self) -> None:
        """Let the process end, or end it, and remove the temporary folder."""
        process, self._process = self._process, None
        if process is not None and process.stdin is not None and process.stdout is not None:
            process.stdin.close()
            try:
                process.wait(STOP_WITHIN_S)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
            process.stdout.close()
        if self._folder is not None:
            self._folder.cleanup()
            self._folder = None

    @property
    def pid(self) -> int | None:
        """The simulator's process."""
        return self._process.pid if self._process else None

    def _ask(self, command: Mapping[str, Any]) -> dict[str, Any]:
        with self._one_at_a_time:
            if self._process is None or self._process.stdin is None:
                raise FleetError("the simulated fleet is not running")
            try:
                self._process.stdin.write(json.dumps(command) + "\n")
                self._process.stdin.flush()
            except OSError as error:
                raise FleetError(f"the simulated fleet has ended: {error}") from error
            line = self._read_line()
        if not line:
            raise FleetError("the simulated fleet has ended")
        return cast("dict[str, Any]", json.loads(line))

    def _read_line(self) -> str:
        if self._process is None or self._process.stdout is None:
            raise FleetError("the simulated fleet is not running")
        return self._process.stdout.readline()
