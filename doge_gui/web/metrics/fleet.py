"""The fleet's part of the metrics: totals, and how many gateways they stand over."""

from collections.abc import Iterator, Sequence

import numpy as np
from prometheus_client import Metric

from doge_gui.core.plan import Plan
from doge_gui.core.questions import VECTOR_QUESTIONS
from doge_gui.core.snapshot import RequestTotal, Snapshot, VectorTotal
from doge_gui.core.states import State
from doge_gui.web.metrics.families import Labelled, gauge, gauges, info
from doge_gui.web.metrics.gateway_lines import MOST_GATEWAYS, MOST_REQUESTS, states_told

_NO_PLAN = Plan(())


def fleet_families(snapshot: Snapshot | None, fresh: bool) -> Iterator[Metric]:
    """Totals only where they are complete and of the present."""
    plan = snapshot.plan if snapshot else _NO_PLAN
    yield gauges("fleet_gateways", "Gateways of the fleet, by state.", ["state"], _by_state(snapshot, fresh))
    yield gauge(
        "fleet_connected_gateways",
        "PLCs known to be connected: their gateway answered multi_possible well.",
        snapshot.answering if snapshot and fresh else None,
    )
    yield from _totals(snapshot, fresh)
    yield from _requests(plan)
    yield info("circuit", "Names of the circuits.", *(_circuits(plan) if snapshot else ()))
    yield gauge(
        "gateways_without_series",
        f"Gateways beyond the first {MOST_GATEWAYS}: in the fleet's metrics, without any of their own.",
        max(0, len(plan) - MOST_GATEWAYS),
    )
    yield gauge(
        "requests_without_series",
        f"Configured requests beyond the first {MOST_REQUESTS}, of which nothing is told.",
        max(0, len(plan.requests) - MOST_REQUESTS),
    )


def _by_state(snapshot: Snapshot | None, fresh: bool) -> list[Labelled]:
    found = np.zeros(0, np.uint8) if snapshot is None else states_told(snapshot, fresh)
    counts = np.bincount(found, minlength=len(State)).tolist()
    return [((state.name.lower(),), counts[state]) for state in State]


def _totals(snapshot: Snapshot | None, fresh: bool) -> Iterator[Metric]:
    multi, check, marbles = snapshot.totals if snapshot else (VectorTotal(),) * 3
    sums = tuple(zip(_names(snapshot), _sums(snapshot), strict=True))
    yield _vector("marbles", "Marbles on a circuit", marbles, fresh)
    yield _vector("multi_possible", "PLCs that can be connected at once on a circuit", multi, fresh)
    yield _vector("checkplusde3", "Connections beyond the allowed three on a circuit", check, fresh)
    yield gauges(
        "fleet_value",
        "Sum of a configured request over the whole fleet; absent while a gateway is missing in it.",
        ["request"],
        [((name,), total.value) for name, total in sums if fresh and total.complete],
    )
    yield gauges(
        "request_breach",
        "Whether a threshold of the request is exceeded, by the sum or by a gateway.",
        ["request"],
        [((name,), total.breach) for name, total in sums if fresh],
    )
    vectors = zip(VECTOR_QUESTIONS, (multi, check, marbles), strict=True)
    yield from _completeness([*vectors, *sums] if fresh else [])


def _completeness(totals: Sequence[tuple[str, VectorTotal | RequestTotal]]) -> Iterator[Metric]:
    """Of every question's total."""
    yield gauges(
        "fleet_counted_gateways",
        "Gateways in the newest sum of a question.",
        ["question"],
        [((question,), total.over) for question, total in totals],
    )
    yield gauges(
        "fleet_expected_gateways",
        "Gateways that the newest sum of a question should stand over.",
        ["question"],
        [((question,), total.of) for question, total in totals],
    )


def _names(snapshot: Snapshot | None) -> list[str]:
    return [rule.name for rule in snapshot.plan.requests[:MOST_REQUESTS]] if snapshot else []


def _sums(snapshot: Snapshot | None) -> Sequence[RequestTotal]:
    return snapshot.request_totals[:MOST_REQUESTS] if snapshot else ()


def _vector(name: str, text: str, total: VectorTotal, fresh: bool) -> Metric:
    told = total.value if fresh and total.complete else ()
    return gauges(
        f"fleet_{name}",
        f"{text}, summed over the whole fleet; absent while a gateway is missing in the sum.",
        ["circuit"],
        [((str(circuit),), count) for circuit, count in enumerate(told)],
    )


def _requests(plan: Plan) -> Iterator[Metric]:
    rules = plan.requests[:MOST_REQUESTS]
    yield gauges(
        "request_high_threshold",
        "A greater value of the request is a breach; in the request's unit.",
        ["request"],
        [((rule.name,), rule.threshold) for rule in rules if rule.threshold is not None],
    )
    yield gauges(
        "request_low_threshold",
        "A smaller value of the request is a breach; in the request's unit.",
        ["request"],
        [((rule.name,), rule.low_threshold) for rule in rules if rule.low_threshold is not None],
    )
    described = [{"request": rule.name, "label": rule.title, "unit": rule.unit} for rule in rules]
    yield info("request", "Labels and units of the configured requests.", *described)


def _circuits(plan: Plan) -> list[dict[str, str]]:
    return [{"circuit": str(number), "name": name} for number, name in enumerate(plan.circuits)]
