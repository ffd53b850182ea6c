"""The plant in figures."""

from collections import Counter

from doge_gui.core.alarms.states import Priority
from doge_gui.core.plan import RequestRule
from doge_gui.core.snapshot import RequestTotal, VectorTotal
from doge_gui.core.snapshot import Snapshot as Picture
from doge_gui.core.states import State, states
from doge_gui.web.api import shapes
from doge_gui.web.api.asked import AskedNothing
from doge_gui.web.api.sight import Sight, cycle_of


def snapshot(sight: Sight, _: AskedNothing) -> shapes.Snapshot:
    """What the newest cycle saw of the whole fleet."""
    picture = sight.snapshot
    return shapes.Snapshot(
        plant=sight.plant,
        example=sight.facts.example,
        freshness=sight.freshness(),
        cycle=cycle_of(picture.facts) if picture else None,
        gateways=len(picture.plan) if picture else 0,
        answered=picture.answered if picture else 0,
        connected=picture.answering if picture else 0,
        states=_states(picture),
        circuits=picture.plan.circuits if picture else (),
        totals=_totals(picture) if picture else None,
        requests=_requests(picture) if picture else (),
        alarms=_alarms(sight),
    )


def _states(picture: Picture | None) -> dict[str, int]:
    count = Counter(states(picture).tolist()) if picture else Counter[int]()
    return {state.name.lower(): count[state] for state in State}


def _totals(picture: Picture) -> shapes.Totals:
    return shapes.Totals(
        multi_possible=_count(picture.multi_possible),
        checkplusde3=_count(picture.checkplusde3),
        compteur_bille=_count(picture.marbles),
    )


def _count(total: VectorTotal) -> shapes.CountTotal:
    return shapes.CountTotal(
        value=total.value if total.complete else None,
        over=total.over,
        of=total.of,
        complete=total.complete,
        so_far=total.value if total.over and not total.complete else None,
    )


def _requests(picture: Picture) -> tuple[shapes.Request, ...]:
    return tuple(
        _request(rule, total)
        for rule, total in zip(picture.plan.requests, picture.request_totals, strict=True)
    )


def _request(rule: RequestRule, total: RequestTotal) -> shapes.Request:
    return shapes.Request(
        name=rule.name,
        title=rule.title,
        unit=rule.unit,
        summed=rule.summed,
        threshold=rule.threshold,
        low_threshold=rule.low_threshold,
        breach=total.breach,
        total=shapes.ValueTotal(
            value=total.value if total.complete else None,
            over=total.over,
            of=total.of,
            complete=total.complete,
            so_far=total.value if total.over and not total.complete else None,
        ),
    )


def _alarms(sight: Sight) -> shapes.AlarmCounts:
    report = sight.facts.alarms
    standing = report.book.standing() if report else []
    by = Counter(alarm.priority for alarm in standing)
    return shapes.AlarmCounts(
        high=by[Priority.HIGH],
        medium=by[Priority.MEDIUM],
        low=by[Priority.LOW],
        unacknowledged=sum(alarm.state.unacknowledged for alarm in standing),
    )
