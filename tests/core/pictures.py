"""Pictures of a small plant, told gateway by gateway, for the tests of the core."""

import math
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

from doge_gui.core.addresses import Address
from doge_gui.core.fold import empty, fold, onto
from doge_gui.core.payload import Vector
from doge_gui.core.plan import Plan, RequestRule
from doge_gui.core.replies import Failure, GatewayReply, Reason
from doge_gui.core.snapshot import CycleFacts, Phase, Snapshot

STALE_AFTER_S = 120.0
SUMMED = RequestRule("temperature", summed=True, threshold=240.0)
OWN = RequestRule("pressure", threshold=5.0)


def plan_of(*plcs: str, requests: Sequence[RequestRule] = ()) -> Plan:
    """A plan over these PLCs, each at an address that follows from its name."""
    hosts = {plc: f"10.0.0.{sum(map(ord, plc)) % 250 + 1}" for plc in plcs}
    return Plan(tuple(Address(plc, hosts[plc], 8000) for plc in plcs), tuple(requests))


def facts(number: int = 1, phase: Phase = Phase.READ, now: float = 0.0) -> CycleFacts:
    """What happened to cycle `number`."""
    return CycleFacts(number, datetime(2026, 1, 31, 8, tzinfo=UTC), now, 0.1, phase)


def good(plc: str, marbles: Vector = (1, 2, 3), *values: float, at: float = 0.0) -> GatewayReply:
    """A gateway that answered everything well."""
    return GatewayReply(plc, ((1, 1, 1), (0, 0, 0), marbles), values, (), 0.02, at)


def lost(plc: str, requests: int = 0, at: float = 0.0, reason: Reason = Reason.TIMEOUT) -> GatewayReply:
    """A gateway whose first question had no answer, so that nothing more was asked."""
    failure = Failure("multi_possible", reason, "no answer in 2.0 s")
    return GatewayReply(plc, (None, None, None), (None,) * requests, (failure,), math.nan, at)


def garbled(plc: str, *values: float | None, at: float = 0.0) -> GatewayReply:
    """A gateway that answered, but not with its marbles."""
    failure = Failure("compteur_bille", Reason.PAYLOAD, "expected 3 counts, got [1, 2]")
    return GatewayReply(plc, ((1, 1, 1), (0, 0, 0), None), values, (failure,), 0.02, at)


def begun(plan: Plan, last: Snapshot | None = None, now: float = 0.0) -> Snapshot:
    """The picture at the start of a cycle over `plan`."""
    number = 1 if last is None else last.facts.number + 1
    start = facts(number, Phase.READING, now)
    return empty(plan, start, now) if last is None else onto(plan, start, last, now, STALE_AFTER_S)


def cycle(plan: Plan, *replies: GatewayReply, last: Snapshot | None = None, now: float = 0.0) -> Snapshot:
    """A whole cycle over `plan` at the instant `now` (monotonic seconds): every reply ends then."""
    base = begun(plan, last, now)
    ended = [replace(reply, finished_at=now) for reply in replies]
    return fold(base, ended, replace(base.facts, phase=Phase.READ), now)
