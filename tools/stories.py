"""Scripted fleets: snapshots as the engine would give them, for looking at the window and for its tests."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

import numpy as np

from doge_gui.core.addresses import Address
from doge_gui.core.fold import empty, fold, onto
from doge_gui.core.plan import Plan, RequestRule
from doge_gui.core.replies import Failure, GatewayReply, Reason
from doge_gui.core.snapshot import CycleFacts, Phase, Snapshot

START = datetime(2026, 1, 31, 8, 0, tzinfo=UTC)
TEMPERATURE = RequestRule("temperature", threshold=30.0, sound="sounds/warning.wav", label="Temp.", unit="°C")
LOAD = RequestRule("load", summed=True, threshold=1e6, label="Load", unit="kW")
PRESSURE = RequestRule("pressure", label="Pressure", unit="bar")
HUMIDITY = RequestRule("humidity", label="Humidity", unit="%")
CURRENT = RequestRule("current", threshold=50.0, label="Motor current", unit="A")
CROWD = (TEMPERATURE, LOAD, PRESSURE, HUMIDITY, CURRENT)
"""More requests than a small window has room for."""

TIMEOUT = Failure("multi_possible", Reason.TIMEOUT, "no answer in 2.0 s")
GARBLED = Failure("checkplusde3", Reason.PAYLOAD, "expected 3 counts, got null")


def addresses(count: int) -> tuple[Address, ...]:
    """`count` gateways, API-1 and on."""
    return tuple(Address(f"API-{n}", f"10.0.{n // 200}.{10 + n % 200}", 8000) for n in range(1, count + 1))


@dataclass
class Story:
    """A fleet whose cycles are told one by one; `now` is monotonic seconds."""

    plan: Plan
    interval_s: float = 15.0
    now: float = 1000.0
    seed: int = 1
    snapshot: Snapshot = field(init=False)

    def __post_init__(self) -> None:
        self._random = np.random.default_rng(self.seed)
        self._marbles = self._random.integers(6, 14, (len(self.plan), 3))
        self.snapshot = empty(self.plan, self._facts(0, Phase.DONE), self.now)

    def _facts(self, number: int, phase: Phase) -> CycleFacts:
        started = START + timedelta(seconds=self.now - 1000.0)
        return CycleFacts(number, started, self.now, 0.13, phase)

    def reply(self, row: int, failure: Failure | None, values: tuple[float, ...] | None) -> GatewayReply:
        """What one gateway gives; a lost one gives nothing, one that answers wrongly lacks one reading."""
        plc = self.plan.addresses[row].plc
        if failure is not None and failure.lost:
            silent = (None,) * len(self.plan.requests)
            return GatewayReply(plc, (None, None, None), silent, (failure,), float("nan"), self.now)
        counts = self._marbles[row]
        own = values or tuple(21 + 2 * self._random.random() for _ in self.plan.requests)
        failures = (failure,) if failure else ()
        asked = failure.question if failure else ""
        multi = None if asked == "multi_possible" else (1, 0, 1)
        check = None if failure and multi else (0, 0, 0)
        marbles = (int(counts[0]), int(counts[1]), int(counts[2]))
        latency = 0.02 + 0.02 * self._random.random()
        return GatewayReply(plc, (multi, check, marbles), own, failures, latency, self.now)

    def cycle(
        self,
        failures: Mapping[str, Failure] | None = None,
        values: Mapping[str, tuple[float, ...]] | None = None,
        phase: Phase = Phase.DONE,
    ) -> Snapshot:
        """Tell the next cycle, an interval later. `failures` and `values` are by PLC."""
        self.now += self.interval_s
        step = self._random.integers(-1, 2, self._marbles.shape)
        self._marbles = np.clip(self._marbles + step, 0, 40)
        facts = self._facts(self.snapshot.facts.number + 1, phase)
        base = onto(self.plan, facts, self.snapshot, self.now, 2 * self.interval_s)
        replies = [
            self.reply(row, (failures or {}).get(address.plc), (values or {}).get(address.plc))
            for row, address in enumerate(self.plan.addresses)
        ]
        self.now += 0.13
        self.snapshot = fold(base, replies, facts, self.now)
        return self.snapshot

    def replan(self, plan: Plan) -> None:
        """Let the next cycles ask another fleet."""
        kept = min(len(plan), len(self._marbles))
        marbles = np.full((len(plan), 3), 8)
        marbles[:kept] = self._marbles[:kept]
        self.plan, self._marbles = plan, marbles


def fleet(count: int = 8, requests: tuple[RequestRule, ...] = (TEMPERATURE,)) -> Story:
    """A fleet of `count` gateways."""
    return Story(Plan(addresses(count), requests))


def named(story: Story, *names: str) -> Story:
    """The same fleet, its first PLCs named otherwise."""
    renamed = [replace(one, plc=name) for one, name in zip(story.plan.addresses, names, strict=False)]
    return Story(replace(story.plan, addresses=(*renamed, *story.plan.addresses[len(names) :])))
