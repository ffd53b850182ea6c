"""A finished cycle as one JSON line, for programs and people without a window."""

import json
import math
from datetime import datetime
from typing import Any

from doge_gui.core.alarms.alarm import Alarm
from doge_gui.core.alarms.report import AlarmReport
from doge_gui.core.alarms.words import message
from doge_gui.core.replies import Failure
from doge_gui.core.snapshot import Snapshot, VectorTotal


def cycle_line(snapshot: Snapshot, report: AlarmReport) -> str:
    """One line of JSON for a snapshot of Phase.DONE. An incomplete total is null, never a number."""
    recorded = report.recorded >= snapshot.facts.number
    facts = {**cycle_facts(snapshot), "recorded": recorded, "alarms": alarm_facts(report)}
    return json.dumps(facts, ensure_ascii=False, allow_nan=False)


def alarm_facts(report: AlarmReport) -> list[dict[str, Any]]:
    """Every alarm that is not NORMAL, worst first."""
    standing = sorted(report.book.standing(), key=lambda alarm: (-alarm.priority, alarm.began, alarm.id))
    return [_alarm(alarm, report) for alarm in standing]


def _alarm(alarm: Alarm, report: AlarmReport) -> dict[str, Any]:
    book = report.book
    masks = {
        "shelved_until": _instant(alarm.shelved.until) if alarm.shelved else None,
        "suppressed_by": alarm.suppressed_by or None,
        "out_of_service": True if alarm.out_of_service else None,
        "acknowledged_by": alarm.acked_by or None,
        "unknown": True if alarm.id in book.unknown else None,
    }
    return {
        "id": alarm.id,
        "priority": alarm.priority.name.lower(),
        "state": alarm.state.value,
        "since": _instant(alarm.began),
        "state_since": _instant(alarm.since),
        "message": message(alarm, report.rules),
        "plc": alarm.plc or None,
        "onset": _finite(alarm.onset),
        "value": _finite(book.values.get(alarm.id)),
        **{name: told for name, told in masks.items() if told is not None},
    }


def _finite(value: float | None) -> float | None:
    return value if value is not None and math.isfinite(value) else None


def _instant(at: datetime) -> str:
    return at.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def cycle_facts(snapshot: Snapshot) -> dict[str, Any]:
    """The same as a dictionary."""
    facts = snapshot.facts
    return {
        "cycle": facts.number,
        "started_at": _instant(facts.started_at),
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
