"""The program without a window on a plant of its own, with its web view: to be started, killed, looked at."""

import json
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Self

from doge_gui.simulator.fleet import SimulatedFleet

PROGRAM = (sys.executable, "-m", "doge_gui", "--headless")
INTERVAL_S = 0.5
THRESHOLD = 240
"""The temperatures' sum of eight gateways lies near 176."""
_PATIENCE_S = 20.0
_SETTINGS: dict[str, Any] = {
    # Neither a busy machine nor a full one changes these stories.
    "alarms": {"overrun": {"enabled": False}, "disk": {"enabled": False}, "clock": {"enabled": False}},
    "gateway": {"deadline_s": 0.4},
    "history": {"path": "history.db"},
    "requests": [
        {"name": "temperature", "sum": True, "threshold": THRESHOLD, "label": "Temperature", "unit": "°C"}
    ],
}


class WebStation:
    """One plant, its fleet and the program that watches it. A context manager that ends everything."""

    def __init__(
        self,
        folder: Path,
        gateways: int = 8,
        *,
        interval_s: float = INTERVAL_S,
        flask: Mapping[str, Any] | None = None,
        settings: Mapping[str, Any] | None = None,
    ) -> None:
        """`folder` is the station's alone; `flask` and `settings` are added to its configuration."""
        self.fleet = SimulatedFleet(gateways, marble_speed=0.0, addresses_file=folder / "ip_addresses.json")
        self.port = free_port()
        self._folder, self._interval_s = folder, interval_s
        self._config = {
            **_SETTINGS,
            **(settings or {}),
            "flask": {"host": "127.0.0.1", "port": self.port, **(flask or {})},
        }
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        """Where its web view is."""
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        """Start the program, and wait until it has seen a cycle."""
        command = [
            *PROGRAM,
            "--config",
            str(self._folder / "configDoge.json"),
            "--interval",
            str(self._interval_s),
        ]
        homes = {name: str(self._folder) for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")}
        with (self._folder / "said").open("ab") as said:
            self._process = subprocess.Popen(command, stdout=said, stderr=said, env={**os.environ, **homes})
        until = time.monotonic() + _PATIENCE_S
        while not self._ready():
            assert self._process.poll() is None, self.said()
            assert time.monotonic() < until, self.said()
            time.sleep(0.05)

    def kill(self) -> None:
        """The program dies as by a power failure."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None

    def anew(self) -> None:
        """Begin again with a plant that is well, and without a memory of alarms that wait for somebody."""
        self.well()
        self.kill()
        for file in self._folder.glob("history.db*"):
            file.unlink()
        self.start()

    def said(self) -> str:
        """The end of what the program printed."""
        return (self._folder / "said").read_text(encoding="utf-8")[-4000:]

    def ask(self, path: str, token: str = "") -> Any:
        """The JSON document at a path of the web view."""
        request = urllib.request.Request(self.url + path)
        if token:
            request.add_header("Authorization", f"Bearer {token}")
        with urllib.request.urlopen(request, timeout=_PATIENCE_S) as answer:
            return json.load(answer)

    def well(self) -> None:
        """Mend everything in the plant."""
        self.fleet.set_scenario([])

    def hot(self, plc: str = "API-2", temperature: float = 999.0) -> None:
        """One PLC's temperature takes the sum beyond its threshold."""
        self.fleet.set_scenario(
            [{"gateways": [plc], "fault": "value", "request": "temperature", "value": temperature}]
        )

    def silent(self, *plcs: str) -> None:
        """These PLCs' gateways take questions and answer nothing."""
        self.fleet.set_scenario([{"gateways": list(plcs), "fault": "silent"}])

    def _ready(self) -> bool:
        try:
            with urllib.request.urlopen(f"{self.url}/healthz", timeout=_PATIENCE_S) as answer:
                return bool(answer.status == 200)
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            return False

    def __enter__(self) -> Self:
        self.fleet.start()
        try:
            (self._folder / "configDoge.json").write_text(json.dumps(self._config), encoding="utf-8")
            self.start()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_error: object) -> None:
        self.kill()
        self.fleet.stop()


@contextmanager
def station(folder: Path, gateways: int = 8, **more: Any) -> Iterator[WebStation]:
    """A running station in a new folder below this one."""
    place = folder / f"station-{gateways}"
    place.mkdir()
    with WebStation(place, gateways, **more) as running:
        yield running


def free_port() -> int:
    """A port of this machine's own that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
