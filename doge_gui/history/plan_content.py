"""Plans, totals and failures as JSON and back, exactly."""

import json
from dataclasses import asdict

from doge_gui.core.addresses import Address
from doge_gui.core.plan import Plan, RequestRule
from doge_gui.core.recording.cycles import CycleTotals, Failures
from doge_gui.core.replies import Failure, Reason
from doge_gui.core.snapshot import RequestTotal, VectorTotal
from doge_gui.history.event_rows import restored, storable


def plan_content(plan: Plan) -> str:
    """Whom and what a plan asks."""
    facts = {
        "addresses": [[address.plc, address.host, address.port] for address in plan.addresses],
        "requests": [asdict(rule) for rule in plan.requests],
        "circuits": plan.circuits,
    }
    # ASCII, so that any database takes it, whatever the network put into a name.
    return json.dumps(facts, separators=(",", ":"))


def plan_of(content: str) -> Plan:
    """The inverse of `plan_content`. Raises ValueError, KeyError or TypeError for what is no plan."""
    facts = json.loads(content)
    first, second, third = facts["circuits"]
    return Plan(
        tuple(Address(*address) for address in facts["addresses"]),
        tuple(RequestRule(**rule) for rule in facts["requests"]),
        (first, second, third),
    )


def totals_content(totals: CycleTotals) -> str:
    """A cycle's totals; integers exactly, however large."""
    vectors = [[*total.value, total.over, total.of] for total in totals.totals]
    requests = [[total.value, total.over, total.of, int(total.breach)] for total in totals.requests]
    return json.dumps([vectors, requests], separators=(",", ":"))


def totals_of(content: str) -> CycleTotals:
    """The inverse of `totals_content`. Raises ValueError or TypeError for what is none."""
    vectors, requests = json.loads(content)
    multi, check, marbles = (VectorTotal((a, b, c), over, of) for a, b, c, over, of in vectors)
    sums = tuple(RequestTotal(value, over, of, bool(breach)) for value, over, of, breach in requests)
    return CycleTotals((multi, check, marbles), sums)


def failures_content(failures: Failures) -> str:
    """The failures of the gateways that had any, by row."""
    told = {
        str(row): [[failure.question, failure.reason.value, failure.detail] for failure in several]
        for row, several in failures.items()
    }
    return storable(json.dumps(told, separators=(",", ":"), ensure_ascii=False))


def failures_of(content: str) -> Failures:
    """The inverse of `failures_content`. Raises ValueError or TypeError for what is none."""
    told = json.loads(restored(content))
    return {
        int(row): tuple(Failure(question, Reason(reason), detail) for question, reason, detail in several)
        for row, several in told.items()
    }
