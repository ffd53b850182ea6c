"""Families of metrics in the words of prometheus-client: where a value is unknown, a family has no sample."""

import math
from collections.abc import Iterable, Sequence

from prometheus_client.core import (
    CounterMetricFamily,
    GaugeMetricFamily,
    HistogramMetricFamily,
    InfoMetricFamily,
)

from doge_gui.core.tally import Histogram

PREFIX = "watchdoge_"
Labelled = tuple[tuple[str, ...], float]
"""Values of the labels, and the sample's value."""


def gauge(name: str, text: str, value: float | None) -> GaugeMetricFamily:
    """One value that goes up and down; no sample where it is None or not finite."""
    family = GaugeMetricFamily(PREFIX + name, text)
    if value is not None and math.isfinite(value):
        family.add_metric((), value)
    return family


def gauges(name: str, text: str, labels: Sequence[str], samples: Iterable[Labelled]) -> GaugeMetricFamily:
    """One sample per combination of labels; none where the value is not finite."""
    family = GaugeMetricFamily(PREFIX + name, text, labels=labels)
    for values, value in samples:
        if math.isfinite(value):
            family.add_metric([legible(label) for label in values], value)
    return family


def counter(name: str, text: str, value: float) -> CounterMetricFamily:
    """One count that only grows; `name` without its `_total`."""
    family = CounterMetricFamily(PREFIX + name, text)
    family.add_metric((), value)
    return family


def counters(name: str, text: str, label: str, samples: Iterable[tuple[str, float]]) -> CounterMetricFamily:
    """One count per value of `label`."""
    family = CounterMetricFamily(PREFIX + name, text, labels=[label])
    for value, count in samples:
        family.add_metric([legible(value)], count)
    return family


def histogram(name: str, text: str, seen: Histogram) -> HistogramMetricFamily:
    """Observations by class; Prometheus wants each class to hold the ones below it too."""
    buckets, below = [], 0
    for bound, count in zip((*seen.bounds, math.inf), seen.counts, strict=True):
        below += count
        buckets.append(("+Inf" if math.isinf(bound) else repr(bound), float(below)))
    return HistogramMetricFamily(PREFIX + name, text, buckets=buckets, sum_value=seen.total)


def info(name: str, text: str, *described: dict[str, str]) -> InfoMetricFamily:
    """Texts as labels of samples that are always 1; `name` without its `_info`."""
    family = InfoMetricFamily(PREFIX + name, text)
    for texts in described:
        family.add_metric([], {label: legible(value) for label, value in texts.items()})
    return family


def legible(text: str) -> str:
    """Text that can be written as UTF-8: half a surrogate pair becomes a question mark."""
    return text.encode("utf-8", "replace").decode()
