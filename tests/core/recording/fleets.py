"""A small fleet that is asked cycle by cycle, as its pictures: what the history is given."""

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from doge_gui.core.fold import finish
from doge_gui.core.plan import Plan
from doge_gui.core.replies import GatewayReply
from doge_gui.core.snapshot import Phase, Snapshot
from tests.core.pictures import OWN, SUMMED, cycle, garbled, good, lost, plan_of

BEGAN = datetime(2026, 1, 31, 8, tzinfo=UTC)
PLCS = ("API-1", "API-2", "Süd 3", "API-4")


def fleet(*plcs: str) -> Plan:
    """A plan with a request that is summed and one that is not."""
    return plan_of(*(plcs or PLCS), requests=(SUMMED, OWN))


def story(
    seed: int,
    cycles: int,
    plan: Plan | None = None,
    interval_s: float = 60.0,
    began: datetime = BEGAN,
) -> Iterator[Snapshot]:
    """Cycles by chance, the same each time: values that mostly stay, losses, wrong answers."""
    chance, plan = random.Random(seed), plan or fleet()
    marbles = {address.plc: [5, 6, 7] for address in plan.addresses}
    values = {address.plc: [40.0, 3.0] for address in plan.addresses}
    last: Snapshot | None = None
    for number in range(cycles):
        replies = [_reply(chance, plc, marbles[plc], values[plc]) for plc in marbles]
        last = at(cycle(plan, *replies, last=last, now=interval_s * number), number, interval_s, began)
        yield last


def at(picture: Snapshot, number: int, interval_s: float = 60.0, began: datetime = BEGAN) -> Snapshot:
    """The same picture as that of cycle `number`, counted from 0."""
    facts = replace(
        picture.facts,
        number=number + 1,
        started_at=began + timedelta(seconds=interval_s * number),
        started_mono=interval_s * number,
        phase=Phase.READ,
    )
    return replace(picture, facts=facts)


def ended(picture: Snapshot) -> Snapshot:
    """The picture at the cycle's end."""
    facts = replace(picture.facts, phase=Phase.DONE, elapsed_s=picture.facts.elapsed_s + 0.25)
    return finish(picture, (), (), facts, picture.taken_at + 0.25)


def _reply(chance: random.Random, plc: str, marbles: list[int], values: list[float]) -> GatewayReply:
    kind = chance.random()
    if kind < 0.1:
        return lost(plc, 2)
    if kind < 0.15:
        return garbled(plc, values[0], None)
    if kind < 0.5:
        marbles[chance.randrange(3)] += chance.randint(-2, 5) if min(marbles) > 2 else 1
        values[0] = round(chance.uniform(30, 60), 1)
        values[1] = round(chance.uniform(3, 6.5), 2)
    return good(plc, (marbles[0], marbles[1], marbles[2]), *values)
