"""What of the plant raises alarms: gateways, requests, circuits. A picture of Phase.READ comes in."""

from collections.abc import Callable, Iterator

import numpy as np
from numpy.typing import NDArray

from doge_gui.core.alarms.alarm import Kind
from doge_gui.core.alarms.judgement import Judgement, above, below, single, whether
from doge_gui.core.alarms.rules import Rules
from doge_gui.core.alarms.states import Reading
from doge_gui.core.alarms.watch import Watch, still_on
from doge_gui.core.flapping import WINDOW
from doge_gui.core.phrase import phrase
from doge_gui.core.snapshot import FIRST_REQUEST, Quality, RequestTotal, Snapshot, VectorTotal

_SLOW_CLEARS_AT = 0.8
"""Share of the limit at which a slow gateway counts as quick again."""


def flapping(snapshot: Snapshot, watch: Watch) -> Judgement:
    """Gateways that come and go."""
    now = watch.flapping.now
    flaps = np.array([address.plc in now for address in snapshot.plan.addresses], np.bool_)
    # After a start nobody is known to flap, nor to have ceased to, before the window is full.
    known = flaps if watch.cycles < WINDOW else np.ones_like(flaps)
    return Judgement(Kind.FLAPPING, whether(flaps, known), snapshot.plan)


def offline(snapshot: Snapshot, watch: Watch, rules: Rules) -> Judgement:
    """Gateways that could not be spoken with for as many cycles as are wanted."""
    plan = snapshot.plan
    lost = np.isfinite(snapshot.lost_since)
    readings = whether(lost, snapshot.asked)
    for plc, cycles in watch.failed.items():
        row = plan.row[plc]
        if cycles < rules.offline_after and readings[row] == Reading.TRUE:
            readings[row] = Reading.WITHIN
    return Judgement(Kind.OFFLINE, readings, plan, detail=lambda row: _loss(snapshot, row))


def of_gateways(snapshot: Snapshot, watch: Watch, rules: Rules) -> Iterator[Judgement]:
    """Everything about single gateways but their loss."""
    plan = snapshot.plan
    lost = np.isfinite(snapshot.lost_since)
    spoken = snapshot.asked & ~lost
    failing = np.fromiter(map(bool, snapshot.failures), np.bool_, len(plan))
    yield Judgement(Kind.WRONG, whether(failing, spoken), plan, detail=lambda row: _wrong(snapshot, row))
    latency = snapshot.latency_s
    deadband = rules.slow_above_s * (1 - _SLOW_CLEARS_AT)
    readings = above(latency, spoken & np.isfinite(latency), rules.slow_above_s, deadband)
    yield Judgement(Kind.SLOW, readings, plan, values=latency, limit=rules.slow_above_s)
    on = np.array([_disobeys(snapshot, watch, address.plc) for address in plan.addresses], np.bool_)
    yield Judgement(Kind.STILL_CONNECTED, whether(on, spoken), plan)


def of_values(snapshot: Snapshot, rules: Rules) -> Iterator[Judgement]:
    """The configured requests against their thresholds."""
    for column, request in enumerate(snapshot.plan.requests):
        for kind, limit in ((Kind.HIGH, request.threshold), (Kind.LOW, request.low_threshold)):
            if limit is None:
                continue
            deadband = rules.of(kind, request.name).deadband
            compare = above if kind is Kind.HIGH else below
            if not request.summed:
                values = snapshot.values[:, column]
                good = snapshot.asked & (snapshot.quality[:, FIRST_REQUEST + column] == Quality.GOOD)
                readings = compare(values, good, limit, deadband)
                yield Judgement(kind, readings, snapshot.plan, request.name, values, limit)
                continue
            total = snapshot.request_totals[column]
            values, good = np.array([total.value]), np.array([total.complete])
            readings = compare(values, good, limit, deadband)
            if kind is Kind.HIGH and _certain(total, request.never_negative, limit):
                readings = single(Reading.TRUE)
            yield Judgement(kind, readings, None, request.name, values, limit, _over(total))


def of_circuits(snapshot: Snapshot, rules: Rules) -> Iterator[Judgement]:
    """Connections and marbles, circuit by circuit, and whether every PLC is connected."""
    for circuit, name in enumerate(snapshot.plan.circuits):
        beyond = snapshot.checkplusde3
        limit = rules.connections_limit
        readings = _counted(beyond, circuit, beyond.value[circuit] > limit, limit)
        values = np.array([float(beyond.value[circuit])])
        yield Judgement(Kind.CONNECTIONS, readings, None, str(circuit), values, limit, _saying(name))
        if rules.marbles_expected is not None:
            yield _marbles(snapshot.marbles, circuit, name, rules)
    multi = snapshot.multi_possible
    reading = Reading.CLEAR if multi.complete else Reading.TRUE if len(snapshot.plan) else Reading.UNKNOWN
    values = np.array([float(multi.over)])
    yield Judgement(Kind.NOT_CONNECTED, single(reading), None, "", values, float(multi.of))


def _marbles(total: VectorTotal, circuit: int, name: str, rules: Rules) -> Judgement:
    expected = (rules.marbles_expected or (0, 0, 0))[circuit]
    value, tolerance = total.value[circuit], rules.marbles_tolerance
    readings = _counted(total, circuit, abs(value - expected) > tolerance, expected + tolerance)
    values = np.array([float(value)])
    return Judgement(Kind.MARBLES, readings, None, str(circuit), values, float(expected), lambda _row: name)


def _counted(total: VectorTotal, circuit: int, off: bool, most: int) -> NDArray[np.uint8]:
    """A count that is never negative: an incomplete one above the most is certain, any other is unknown."""
    if total.complete:
        return single(Reading.TRUE if off else Reading.CLEAR)
    return single(Reading.TRUE if total.value[circuit] > most else Reading.UNKNOWN)


def _certain(total: RequestTotal, never_negative: bool, limit: float) -> bool:
    """The missing gateways could only make it more."""
    return never_negative and 0 < total.over < total.of and total.value > limit


def _over(total: RequestTotal) -> Callable[[int], str]:
    return _saying(
        "" if total.complete else phrase("said.alarms", "{0} of {1} gateways").format(total.over, total.of)
    )


def _saying(words: str) -> Callable[[int], str]:
    return lambda _row: words


def _disobeys(snapshot: Snapshot, watch: Watch, plc: str) -> bool:
    told = watch.told_off.get(plc)
    return told is not None and still_on(snapshot, plc, told.at)


def _loss(snapshot: Snapshot, row: int) -> str:
    failure = next((one for one in snapshot.failures[row] if one.lost), None)
    return (failure.detail or failure.reason.value) if failure else phrase("said.alarms", "no answer")


def _wrong(snapshot: Snapshot, row: int) -> str:
    failure = snapshot.failures[row][0]
    return f"{failure.question}: {failure.detail}"
