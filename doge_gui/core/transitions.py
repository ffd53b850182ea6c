"""What has changed between two pictures of the plant, in the words of the log. Nothing is said twice."""

import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from doge_gui.core.durations import spoken
from doge_gui.core.plan import Plan, RequestRule
from doge_gui.core.snapshot import FIRST_REQUEST, Phase, Quality, RequestTotal, Snapshot, VectorTotal

_NAMES_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Transition:
    """One change, worth one line."""

    level: int
    """A level of Python's logging: INFO where it is good or neutral news, else WARNING."""
    text: str
    """Plain text; names and details come from the network and are not escaped."""
    plc: str = ""
    """The gateway that was lost or came back; empty for all other changes."""


def transitions(before: Snapshot | None, after: Snapshot) -> tuple[Transition, ...]:
    """The changes from the last picture with the phase READ or DONE to `after`; `before` is None at first.

    A picture of a cycle that is still READING changes nothing. PLCs and requests are the same by their names.
    """
    if after.facts.phase is Phase.READING:
        return ()
    found = (*_fleet(before, after), *_gateways(before, after), *_totals(before, after))
    return (*found, *_sums(before, after), *_own_values(before, after))


def _good(text: str) -> Transition:
    return Transition(logging.INFO, text)


def _bad(text: str) -> Transition:
    return Transition(logging.WARNING, text)


def _fleet(before: Snapshot | None, after: Snapshot) -> Iterator[Transition]:
    now = len(after.plan)
    if before is None:
        yield _good(f"fleet: {_counted(now)}")
        return
    if before.plan.addresses == after.plan.addresses:
        return
    old, new = before.plan, after.plan
    changes = [
        _listed("joined", [address.plc for address in new.addresses if address.plc not in old.row]),
        _listed("left", [address.plc for address in old.addresses if address.plc not in new.row]),
        _listed("moved", _moved(old, new)),
    ]
    said = "; ".join(change for change in changes if change)
    if said:
        was = f", was {len(old)}" if len(old) != now else ""
        yield _good(f"fleet: {_counted(now)}{was} ({said})")


def _counted(gateways: int) -> str:
    return "1 gateway" if gateways == 1 else f"{gateways} gateways"


def _moved(old: Plan, new: Plan) -> list[str]:
    return [
        f"{address.plc} to {address.netloc}"
        for address in new.addresses
        if address.plc in old.row and old.addresses[old.row[address.plc]] != address
    ]


def _listed(verb: str, names: Sequence[str]) -> str:
    if not names:
        return ""
    more = f" and {len(names) - _NAMES_SHOWN} more" if len(names) > _NAMES_SHOWN else ""
    return f"{verb} {', '.join(names[:_NAMES_SHOWN])}{more}"


def _rows_before(before: Snapshot | None, plan: Plan) -> NDArray[np.intp]:
    """Per row of `plan` the same PLC's row in `before`, or -1 where it is new."""
    if before is None:
        return np.full(len(plan), -1, np.intp)
    if before.plan.addresses == plan.addresses:
        return np.arange(len(plan))
    return np.array([before.plan.row.get(address.plc, -1) for address in plan.addresses], np.intp)


def _gateways(before: Snapshot | None, after: Snapshot) -> Iterator[Transition]:
    """Losses, returns and wrong answers, in the order of the plan."""
    rows = _rows_before(before, after.plan)
    lost, wrong = _lost_and_wrong(after)
    was_lost, was_wrong = np.zeros_like(lost), np.zeros_like(wrong)
    if before is not None:
        lost_then, wrong_then = _lost_and_wrong(before)
        known = rows >= 0
        was_lost[known], was_wrong[known] = lost_then[rows[known]], wrong_then[rows[known]]
    for row in np.flatnonzero((lost != was_lost) | (wrong != was_wrong)):
        plc = after.plan.addresses[row].plc
        if was_lost[row] and not lost[row] and before is not None:
            away = spoken(after.taken_at - float(before.lost_since[rows[row]]))
            yield Transition(logging.INFO, f"{plc} back after {away}", plc)
        if lost[row] and not was_lost[row]:
            yield Transition(logging.WARNING, f"{plc} lost: {_loss(after, int(row))}", plc)
        elif wrong[row] and not was_wrong[row]:
            failure = after.failures[row][0]
            yield _bad(f"{plc} answers wrongly: {failure.question}: {failure.detail}")
        elif was_wrong[row] and not lost[row] and not wrong[row]:
            yield _good(f"{plc} answers well again")


def _lost_and_wrong(snapshot: Snapshot) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """(gateways,) each: it cannot be spoken with; it answers, but not what the contract says."""
    lost = np.isfinite(snapshot.lost_since)
    failing = np.fromiter(map(bool, snapshot.failures), np.bool_, len(snapshot.failures))
    return lost, failing & ~lost


def _loss(snapshot: Snapshot, row: int) -> str:
    failure = next((failure for failure in snapshot.failures[row] if failure.lost), None)
    if failure is None:
        return "no answer"
    return f"{failure.reason} ({failure.detail})" if failure.detail else str(failure.reason)


def _totals(before: Snapshot | None, after: Snapshot) -> Iterator[Transition]:
    pairs = (
        ("multi_possible", "Connection error in multi_possible.", after.multi_possible),
        ("compteur_bille", "Erreur de compteur", after.marbles),
    )
    then = (None, None) if before is None else (before.multi_possible, before.marbles)
    for (name, complaint, total), old in zip(pairs, then, strict=True):
        if _fails(total) and not _fails(old):
            yield _bad(complaint)
        elif total.complete and _fails(old):
            yield _good(f"{name} complete again: {total.over} of {total.of}")


def _fails(total: VectorTotal | None) -> bool:
    return total is not None and total.over < total.of


def _sums(before: Snapshot | None, after: Snapshot) -> Iterator[Transition]:
    """Breaches judged on the fleet's sum, and breaches that ended with the rule that made them."""
    then = {} if before is None else _judged(before)
    for rule, old in then.items():
        if old.breach and rule not in after.plan.requests:
            yield _good(f"{rule.name}: its rule has changed, the breach no longer stands")
    for rule, total in _judged(after).items():
        standing = rule in then and then[rule].breach
        if not rule.summed:
            continue
        if total.breach and not standing:
            yield _bad(f"{rule.name}: sum {total.value:g} {rule.beyond(total.value)}")
        elif standing and not total.breach:
            yield _good(f"{rule.name}: sum {total.value:g} {rule.back}")


def _judged(snapshot: Snapshot) -> dict[RequestRule, RequestTotal]:
    return dict(zip(snapshot.plan.requests, snapshot.request_totals, strict=True))


def _own_values(before: Snapshot | None, after: Snapshot) -> Iterator[Transition]:
    """Breaches judged on each gateway's own value."""
    rows = _rows_before(before, after.plan)
    for column, rule in enumerate(after.plan.requests):
        if rule.summed or not rule.judged:
            continue
        exceeds, held = after.breach[:, column], np.zeros(len(after.plan), np.bool_)
        if before is not None and rule in before.plan.requests:
            known = rows >= 0
            held[known] = before.breach[rows[known], before.plan.requests.index(rule)]
        for row in np.flatnonzero(exceeds != held):
            what = f"{after.plan.addresses[row].plc} {rule.name}"
            value = after.values[row, column]
            if exceeds[row]:
                yield _bad(f"{what}: {value:g} {rule.beyond(value)}")
            elif after.quality[row, FIRST_REQUEST + column] == Quality.GOOD:
                yield _good(f"{what}: {value:g} {rule.back}")
