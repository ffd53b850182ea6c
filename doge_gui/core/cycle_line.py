"""A finished cycle as one JSON line, for programs and people without a window."""

import json
import math
from typing import Any

from doge_gui.core.replies import Failure
from doge_gui.core.snapshot import Snapshot, VectorTotal


def cycle_line(snapshot: Snapshot) -> str:
    """One line of JSON for a snapshot of Phase.DONE. An incomplete total is null, never a number."""
    return json.dumps(cycle_facts(snapshot), ensure_ascii=False, allow_nan=False)


def cycle_facts(snapshot: Snapshot) -> dict[str, Any]:
    """The same as a dictionary."""
    facts = snapshot.facts
    return {
        "cycle": facts.number,
        "started_at": facts.started_at.isoformat(timespec="milliseconds").replace("+00:00", "Z"),
        "elapsed_s": round(facts.elapsed_s, 3),
        "gateways": len(snapshot.plan),
        "answered": snapshot.answered,
        "connected": snapshot.connected,
        "marbles": _total(snapshot.marbles),
        "multi_possible": _total(snapshot.multi_possible),
        "checkplusde3": _total(snapshot.checkplusde3),
        "requests": {
            rule.name: {
                "sum": total.value if total.complete and math.isfinite(total.value) else None,
                "complete": total.complete,
                "breach": total.breach,
            }
            for rule, total in zip(snapshot.plan.requests, snapshot.request_totals, strict=True)
        },
        "failures": _failures(snapshot),
        "totals_written": facts.totals_written,
        "skipped": facts.skipped,
    }


def _total(total: VectorTotal) -> dict[str, Any]:
    return {"total": list(total.value) if total.complete else None, "complete": total.complete}


def _failures(snapshot: Snapshot) -> dict[str, dict[str, str]]:
    """Per PLC the first failure of the cycle."""
    first: dict[str, Failure] = {
        address.plc: failures[0]
        for address, failures in zip(snapshot.plan.addresses, snapshot.failures, strict=True)
        if failures
    }
    for plc, failure in snapshot.action_failures.items():
        first.setdefault(plc, failure)
    return {
        plc: {"question": failure.question, "reason": failure.reason.value, "detail": failure.detail}
        for plc, failure in first.items()
    }
