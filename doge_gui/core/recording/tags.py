"""The names of what is recorded, and where each stands in the arrays of a cycle."""

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from doge_gui.core.plan import Plan
from doge_gui.core.questions import CIRCUITS, VECTOR_QUESTIONS
from doge_gui.core.snapshot import FIRST_REQUEST, Quality, Snapshot

FLEET = ""
"""In place of a PLC's name: the tag is about the whole fleet."""
LATENCY, CONNECTED, ELAPSED = "latency", "connected", "cycle"
"""Mean seconds of an answer; 1 while multi_possible is answered well, for the fleet how many PLCs are
connected; seconds that a cycle's readings took."""


class Tag(NamedTuple):
    """One recorded quantity."""

    plc: str
    """FLEET for a total."""
    name: str
    """`compteur_bille/0`, a configured request's name, `latency`, `connected`, `cycle`."""

    def __str__(self) -> str:
        return f"{self.plc}:{self.name}" if self.plc else self.name


def vector_tag(question: str, circuit: int) -> str:
    """The name of one circuit of a vector question: `compteur_bille/0`."""
    return f"{question}/{circuit}"


def request_tag(name: str) -> str:
    """The name of a configured request's values: its own, unless a tag of every gateway has it already."""
    return f"request/{name}" if name in (LATENCY, CONNECTED, ELAPSED) else name


VECTOR_TAGS = tuple(
    vector_tag(question, circuit) for question in VECTOR_QUESTIONS for circuit in range(CIRCUITS)
)
"""Per gateway, in the order of `Snapshot.counts`."""


@dataclass(frozen=True)
class Layout:
    """The tags of a plan in their order: gateway by gateway, then the fleet's.

    A gateway has its nine counts, its configured requests, its latency, whether it is connected; the fleet
    has nine totals, the requests' sums, the seconds of a cycle, the number of connected PLCs.
    """

    plan: Plan

    @cached_property
    def own(self) -> tuple[str, ...]:
        """Names of one gateway's tags."""
        return (*VECTOR_TAGS, *(request_tag(rule.name) for rule in self.plan.requests), LATENCY, CONNECTED)

    @cached_property
    def fleet(self) -> tuple[str, ...]:
        """Names of the fleet's tags."""
        return (*VECTOR_TAGS, *(request_tag(rule.name) for rule in self.plan.requests), ELAPSED, CONNECTED)

    @cached_property
    def tags(self) -> tuple[Tag, ...]:
        """All of them."""
        gateways = (Tag(address.plc, name) for address in self.plan.addresses for name in self.own)
        return (*gateways, *(Tag(FLEET, name) for name in self.fleet))

    def __len__(self) -> int:
        return (len(self.plan) + 1) * len(self.own)


def readings_of(snapshot: Snapshot) -> tuple[NDArray[np.float64], NDArray[np.uint8]]:
    """Values and qualities of a picture of Phase.READ or later, both of shape (tags,), as Layout orders them.

    NaN where the quality is NEVER. A sum over fewer gateways than the plan's is BAD.
    """
    gateways, requests = snapshot.values.shape
    own = len(VECTOR_TAGS) + requests + 2
    values, quality = np.empty((gateways + 1, own)), np.empty((gateways + 1, own), np.uint8)
    counts = snapshot.counts.reshape(gateways, len(VECTOR_TAGS))
    values[:-1, : len(VECTOR_TAGS)] = counts
    quality[:-1, : len(VECTOR_TAGS)] = np.repeat(snapshot.quality[:, :FIRST_REQUEST], CIRCUITS, axis=1)
    values[:-1, : len(VECTOR_TAGS)][quality[:-1, : len(VECTOR_TAGS)] == Quality.NEVER] = np.nan
    values[:-1, len(VECTOR_TAGS) : -2] = snapshot.values
    quality[:-1, len(VECTOR_TAGS) : -2] = snapshot.quality[:, FIRST_REQUEST:]
    answered = np.isfinite(snapshot.latency_s)
    values[:-1, -2] = snapshot.latency_s
    quality[:-1, -2] = np.where(answered, Quality.GOOD, Quality.NEVER)
    values[:-1, -1] = snapshot.quality[:, 0] == Quality.GOOD
    quality[:-1, -1] = np.where(snapshot.asked, Quality.GOOD, Quality.BAD)
    _fleet(snapshot, values[-1], quality[-1])
    return values.reshape(-1), quality.reshape(-1)


def _fleet(snapshot: Snapshot, values: NDArray[np.float64], quality: NDArray[np.uint8]) -> None:
    totals = len(VECTOR_TAGS)
    values[:totals] = [value for total in snapshot.totals for value in total.value]
    complete = [total.complete for total in snapshot.totals]
    quality[:totals] = np.where(np.repeat(complete, CIRCUITS), Quality.GOOD, Quality.BAD)
    values[totals:-2] = [total.value for total in snapshot.request_totals]
    sums = [total.complete for total in snapshot.request_totals]
    quality[totals:-2] = np.where(np.array(sums, np.bool_), Quality.GOOD, Quality.BAD)
    values[-2:] = snapshot.facts.elapsed_s, snapshot.answering
    # How many are known to be connected is known whoever is lost.
    quality[-2:] = Quality.GOOD
