"""The page that Prometheus scrapes."""

import zlib
from collections.abc import Callable, Iterator

from flask import Blueprint, Response, request
from prometheus_client import CollectorRegistry, Metric, ProcessCollector
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4, generate_latest
from prometheus_client.openmetrics import exposition as openmetrics
from prometheus_client.registry import Collector

from doge_gui.core.station_facts import Freshness, StationFacts, freshness
from doge_gui.web.given import Given
from doge_gui.web.metrics.families import info
from doge_gui.web.metrics.fleet import fleet_families
from doge_gui.web.metrics.gateway_lines import GatewayLines, gateway_lines
from doge_gui.web.metrics.supervision import alarm_families, condition_families, cycle_families

_GZIP = 31
"""What zlib calls a gzip member with the largest window."""
_FASTEST = 1


def metrics(given: Given, clients: Callable[[], int]) -> Blueprint:
    """`GET /metrics`, in Prometheus' text format or, for whoever prefers it, in OpenMetrics.

    `clients` tells how many browsers listen.
    """
    blueprint = Blueprint("metrics", __name__)
    lines = GatewayLines()
    process = ProcessCollector(registry=None)

    @blueprint.get("/metrics")
    def scrape() -> Response:
        facts, now = given.facts(), given.clock()
        age = freshness(facts, now)
        own = StationCollector(given, facts, age, now, clients())
        text, kind = _few(own, process, prefers_openmetrics(request.headers.get("Accept", "")))
        snapshot = facts.snapshot
        many = lines.of(snapshot, age.fresh) if snapshot else gateway_lines(None, False)
        return _response(many + text, kind)

    return blueprint


class StationCollector(Collector):
    """One scrape's few families, all of the same facts; what is told of each gateway is not among them."""

    def __init__(self, given: Given, facts: StationFacts, age: Freshness, now: float, clients: int) -> None:
        """`now` is monotonic seconds."""
        self._given, self._facts, self._age, self._now, self._clients = given, facts, age, now, clients

    def collect(self) -> Iterator[Metric]:
        """Called by the registry."""
        yield from fleet_families(self._facts.snapshot, self._age.fresh)
        yield from cycle_families(self._facts, self._age)
        yield from alarm_families(self._facts)
        yield from condition_families(self._facts, self._now, self._clients)
        yield info("build", "The program's version.", {"version": self._given.version})
        yield info("plant", "The plant that is watched.", {"plant": self._given.plant})


def prefers_openmetrics(accept: str) -> bool:
    """Whether an Accept header names OpenMetrics before the plain text format, which is what others get."""
    for offer in accept.split(","):
        kind = offer.split(";")[0].strip().lower()
        if kind in ("application/openmetrics-text", "text/plain"):
            return kind != "text/plain"
    return False


def _few(own: Collector, process: Collector, in_openmetrics: bool) -> tuple[bytes, str]:
    # A registry of this scrape's own: nothing of the process-wide one, and no second scrape's facts between.
    registry = CollectorRegistry(auto_describe=False)
    registry.register(own)
    registry.register(process)
    if in_openmetrics:
        text: bytes = openmetrics.generate_latest(registry)  # type: ignore[no-untyped-call]
        return text, openmetrics.CONTENT_TYPE_LATEST
    return generate_latest(registry), CONTENT_TYPE_PLAIN_0_0_4


def _response(text: bytes, kind: str) -> Response:
    if not request.accept_encodings["gzip"]:
        response = Response(text, content_type=kind)
    else:
        packer = zlib.compressobj(_FASTEST, wbits=_GZIP)
        response = Response(packer.compress(text) + packer.flush(), content_type=kind)
        response.headers["Content-Encoding"] = "gzip"
    response.vary.update(("Accept", "Accept-Encoding"))
    return response
