"""A real Prometheus on a port of its own, for one test: it scrapes, remembers, and is asked what it knows."""

import json
import subprocess
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable
from pathlib import Path
from typing import Any, Self

from tests.web.web_station import free_port

PROGRAM = "/usr/bin/prometheus"
_PATIENCE_S = 30.0
_ENDING_S = 10.0
_DIRECT = urllib.request.build_opener(urllib.request.ProxyHandler({}))


class PrometheusServer:
    """Prometheus with a configuration, its data in `folder`. A context manager that ends it."""

    def __init__(self, folder: Path, configuration: dict[str, Any]) -> None:
        """`configuration` as in Prometheus' manual; JSON is YAML too."""
        self._folder = folder
        self._configuration = folder / "prometheus.yml"
        self._configuration.write_text(json.dumps(configuration), encoding="utf-8")
        self._url = f"http://127.0.0.1:{free_port()}"
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        command = [
            PROGRAM,
            f"--config.file={self._configuration}",
            f"--storage.tsdb.path={self._folder / 'data'}",
            f"--web.listen-address={self._url.removeprefix('http://')}",
        ]
        with (self._folder / "said").open("wb") as said:
            self._process = subprocess.Popen(command, stdout=said, stderr=said)
        return self

    def __exit__(self, *_: object) -> None:
        if self._process is None:
            return
        self._process.terminate()
        try:
            self._process.wait(_ENDING_S)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def knows(self, query: str, expected: dict[str, float], label: str = "") -> None:
        """Wait until the answer to a query is this: the value of `label` -> the value."""
        self._wait(lambda: self.told(query, label), lambda found: found == expected, query)

    def complains(self, job: str, of: str) -> None:
        """Wait until the last scrape of a job's only target failed with this in its error."""
        self._wait(lambda: self._errors().get(job, ""), lambda error: of in error, job)

    def told(self, query: str, label: str = "") -> dict[str, float] | None:
        """What a query comes to now; None while nobody answers."""
        answer = self._ask("query", query=query)
        if answer is None:
            return None
        return {one["metric"].get(label, ""): float(one["value"][1]) for one in answer["result"]}

    def _errors(self) -> dict[str, str]:
        answer = self._ask("targets") or {"activeTargets": []}
        return {target["labels"]["job"]: target["lastError"] for target in answer["activeTargets"]}

    def _wait(self, ask: Callable[[], Any], is_it: Callable[[Any], bool], what: str) -> None:
        until = time.monotonic() + _PATIENCE_S
        while not is_it(found := ask()):
            assert self._process is not None
            assert self._process.poll() is None, self.said()
            assert time.monotonic() < until, f"{what}: still {found}\n{self.said()}"
            time.sleep(0.1)

    def said(self) -> str:
        """Its log."""
        return (self._folder / "said").read_text(encoding="utf-8", errors="replace")

    def _ask(self, what: str, **parameters: str) -> Any:
        url = f"{self._url}/api/v1/{what}?{urllib.parse.urlencode(parameters)}"
        try:
            with _DIRECT.open(url, timeout=5) as response:
                return json.load(response)["data"]
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            return None
