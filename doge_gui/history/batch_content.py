"""A batch as bytes and back, exactly: what waits on this disk for a database elsewhere.

One byte, the format; the lengths of three parts, each four bytes, little-endian; the parts, each compressed:
the facts as JSON, the plan as JSON, the readings as arrays one after the other: value (8 bytes), column (4),
quality (1).
"""

import json
import struct
import zlib
from base64 import b64decode, b64encode
from datetime import datetime
from functools import lru_cache
from typing import Any

import numpy as np

from doge_gui.core.audit.action import Act, Action
from doge_gui.core.plan import Plan
from doge_gui.core.recording.batch import Batch
from doge_gui.core.recording.cycles import CycleOutcome, CycleRecord, Samples
from doge_gui.history import book_content
from doge_gui.history.event_rows import from_row, instant, microseconds, to_row
from doge_gui.history.plan_content import (
    failures_content,
    failures_of,
    plan_content,
    plan_of,
    totals_content,
    totals_of,
)

FORMAT = 1
"""Number of this way of writing, the first byte."""
_LENGTHS = struct.Struct("<III")
_FAST = 1
_BYTES_PER_SAMPLE = 8 + 4 + 1


class UnreadableBatchError(ValueError):
    """Not a batch in a format that is known; what it held is lost."""


class NewerBatchError(UnreadableBatchError):
    """A newer program wrote it, and can read it."""


def to_content(batch: Batch) -> bytes:
    """The batch, compact."""
    cycle = batch.cycle
    facts = {
        "events": [[*to_row(event, 0).values()][1:] for event in batch.events],
        "book": None if batch.book is None else b64encode(book_content.to_content(batch.book)).decode(),
        "actions": [_action_row(action) for action in batch.actions],
        "cycle": None if cycle is None else _cycle_facts(cycle),
        "outcome": None if batch.outcome is None else _outcome_row(batch.outcome),
    }
    parts = (
        _packed(json.dumps(facts, separators=(",", ":")).encode("ascii")),
        b"" if cycle is None else _plan_part(cycle.plan),
        b"" if cycle is None else _packed(_arrays(cycle.samples)),
    )
    return b"".join((bytes([FORMAT]), _LENGTHS.pack(*map(len, parts)), *parts))


def from_content(content: bytes) -> Batch:
    """The inverse of `to_content`. Raises UnreadableBatchError."""
    if content[:1] > bytes([FORMAT]):
        raise NewerBatchError(f"a batch of format {content[0]}, this program knows {FORMAT}")
    try:
        facts_part, plan_part, samples_part = _parts(content)
        facts = json.loads(zlib.decompress(facts_part))
        book, cycle, outcome = facts["book"], facts["cycle"], facts["outcome"]
        return Batch(
            tuple(from_row(row) for row in facts["events"]),
            None if book is None else book_content.from_content(b64decode(book)),
            tuple(_action(row) for row in facts["actions"]),
            None if cycle is None else _cycle(cycle, _plan(plan_part), _samples(samples_part)),
            None if outcome is None else CycleOutcome(*outcome),
        )
    except (struct.error, zlib.error, ValueError, TypeError, LookupError, OverflowError) as error:
        raise UnreadableBatchError(f"not a batch: {error}") from error


def instant_of(batch: Batch) -> datetime | None:
    """When it was recorded; None where nothing in it tells."""
    if batch.cycle is not None:
        return batch.cycle.at
    if batch.events:
        return batch.events[0].at
    return batch.actions[0].at if batch.actions else None


def _parts(content: bytes) -> tuple[bytes, bytes, bytes]:
    if content[:1] != bytes([FORMAT]):
        raise ValueError("of no known format")
    facts, plan, samples = _LENGTHS.unpack_from(content, 1)
    begin = 1 + _LENGTHS.size
    if len(content) != begin + facts + plan + samples:
        raise ValueError("cut off")
    rest = content[begin:]
    return rest[:facts], rest[facts : facts + plan], rest[facts + plan :]


def _packed(content: bytes) -> bytes:
    return zlib.compress(content, _FAST)


def _action_row(action: Action) -> list[Any]:
    return [microseconds(action.at), action.who, action.act.value, action.subject, action.detail]


def _action(row: list[Any]) -> Action:
    at, who, act, subject, detail = row
    return Action(instant(at), who, Act(act), subject, detail)


def _outcome_row(outcome: CycleOutcome) -> list[Any]:
    return [outcome.number, outcome.elapsed_s, outcome.totals_written]


def _cycle_facts(cycle: CycleRecord) -> dict[str, Any]:
    return {
        "number": cycle.number,
        "at": microseconds(cycle.at),
        "interval_s": cycle.interval_s,
        "begins": cycle.begins,
        "skipped": cycle.skipped,
        "elapsed_s": cycle.elapsed_s,
        "totals": None if cycle.totals is None else totals_content(cycle.totals),
        "failures": failures_content(cycle.failures),
    }


def _cycle(facts: dict[str, Any], plan: Plan, samples: Samples) -> CycleRecord:
    told = {
        "at": instant(facts["at"]),
        "totals": None if facts["totals"] is None else totals_of(facts["totals"]),
        "failures": failures_of(facts["failures"]),
    }
    return CycleRecord(**facts | told, plan=plan, samples=samples)


# The plan is the same from cycle to cycle, and stands in every batch, so that each can be read by itself.
@lru_cache(maxsize=4)
def _plan_part(plan: Plan) -> bytes:
    return _packed(plan_content(plan).encode("ascii"))


@lru_cache(maxsize=4)
def _plan(part: bytes) -> Plan:
    return plan_of(zlib.decompress(part).decode("ascii"))


def _arrays(samples: Samples) -> bytes:
    parts = (samples.value.astype("<f8"), samples.column.astype("<u4"), samples.quality.astype("u1"))
    return b"".join(part.tobytes() for part in parts)


def _samples(part: bytes) -> Samples:
    content = zlib.decompress(part)
    size, rest = divmod(len(content), _BYTES_PER_SAMPLE)
    if rest:
        raise ValueError("readings cut off")
    return Samples(
        np.frombuffer(content, "<u4", size, 8 * size).astype(np.uint32, copy=False),
        np.frombuffer(content, "<f8", size).astype(np.float64, copy=False),
        np.frombuffer(content, "u1", size, 12 * size),
    )
