"""A plant's metrics as whoever scrapes them reads them, for the tests."""

from collections.abc import Callable
from dataclasses import replace

import flask
from flask.testing import FlaskClient
from prometheus_client.parser import text_string_to_metric_families as from_text

from doge_gui.core.snapshot import Snapshot
from doge_gui.core.station_facts import StationFacts
from doge_gui.web.metrics import metrics
from tests.web.plant import NOW, given, healthy

Samples = dict[tuple[str, frozenset[tuple[str, str]]], float]
"""Name and labels -> value."""


def client_of(facts: StationFacts | Callable[[], StationFacts], now: float = NOW) -> FlaskClient:
    """Somebody who scrapes a plant of which these facts are known; seven browsers look on."""
    site = flask.Flask(__name__)
    site.testing = True
    site.register_blueprint(metrics(given(facts, now=lambda: now), lambda: 7))
    return site.test_client()


def samples(facts: StationFacts, now: float = NOW) -> Samples:
    """Everything that is told; no sample may come twice."""
    text = client_of(facts, now).get("/metrics").text
    found = [sample for family in from_text(text) for sample in family.samples]
    told = {(sample.name, frozenset(sample.labels.items())): sample.value for sample in found}
    assert len(told) == len(found)
    return told


def of(told: Samples, name: str, **labels: str) -> float | None:
    """One sample, by its name without the prefix; None where it is absent."""
    return told.get((f"watchdoge_{name}", frozenset(labels.items())))


def every(told: Samples, name: str) -> dict[frozenset[tuple[str, str]], float]:
    """All samples of one name without the prefix, by their labels."""
    return {labels: value for (found, labels), value in told.items() if found == f"watchdoge_{name}"}


def with_picture(picture: Snapshot) -> StationFacts:
    """A healthy plant that is pictured like this."""
    return replace(healthy(), snapshot=picture)
