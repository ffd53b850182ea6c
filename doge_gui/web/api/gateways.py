"""The gateways, one by one: what each was asked, what it answered, and what that is worth."""

import difflib
from collections.abc import Sequence
from http import HTTPStatus

from doge_gui.core.snapshot import CHECK, FIRST_REQUEST, MARBLES, MULTI, Quality, Snapshot
from doge_gui.core.states import State, states, verdict
from doge_gui.web.api import shapes
from doge_gui.web.api.asked import AskedGateway, AskedGateways
from doge_gui.web.api.pages import cursor_of, key_of, page
from doge_gui.web.api.problem import ProblemError
from doge_gui.web.api.sight import Sight

_MOST_COMPARED = 300


def gateways(sight: Sight, asked: AskedGateways) -> shapes.Gateways:
    """A page of gateways, in the order of the address list."""
    after = key_of(asked.cursor, str, int)
    picture = sight.snapshot
    if picture is None:
        return shapes.Gateways(cycle=None, freshness=sight.freshness(), items=(), next=None, total=0)
    rows = _chosen(picture, asked)
    chosen = page(rows, lambda row: (row,), asked.limit, None if after is None else (_row(picture, *after),))
    return shapes.Gateways(
        cycle=picture.facts.number,
        freshness=sight.freshness(),
        items=tuple(_gateway(sight, picture, row) for row in chosen.items),
        next=_after(picture, chosen.items[-1]) if chosen.more else None,
        total=len(rows),
    )


def gateway(sight: Sight, asked: AskedGateway) -> shapes.OneGateway:
    """One gateway. Raises ProblemError (404)."""
    picture = sight.snapshot
    row = None if picture is None else picture.plan.row.get(asked.plc)
    if picture is None or row is None:
        raise ProblemError(HTTPStatus.NOT_FOUND, _unknown(picture, asked.plc))
    return shapes.OneGateway(
        cycle=picture.facts.number, freshness=sight.freshness(), gateway=_gateway(sight, picture, row)
    )


def _unknown(picture: Snapshot | None, plc: str) -> str:
    if picture is None:
        return "no PLC is known yet: the first cycle is still to come"
    names = list(picture.plan.row)[:_MOST_COMPARED]
    near = difflib.get_close_matches(plc, names, 1, 0.6)
    return f"no PLC of this fleet has this name; {f'did you mean {near[0]}?' if near else 'see /gateways'}"


def _after(picture: Snapshot, row: int) -> str:
    return cursor_of((picture.plan.addresses[row].plc, row))


def _row(picture: Snapshot, plc: str, row: int) -> int:
    """After which row to go on: that PLC's, or where it stood before it left the fleet."""
    return picture.plan.row.get(plc, row - 1)


def _chosen(picture: Snapshot, asked: AskedGateways) -> Sequence[int]:
    """Rows that match."""
    rows: Sequence[int] = range(len(picture.plan))
    if asked.state:
        wanted = {State[name.upper()] for name in asked.state}
        rows = [row for row, state in enumerate(states(picture).tolist()) if state in wanted]
    if asked.q:
        sought, addresses = asked.q.casefold(), picture.plan.addresses
        rows = [
            row
            for row in rows
            if sought in addresses[row].plc.casefold() or sought in addresses[row].netloc.casefold()
        ]
    return rows


def _gateway(sight: Sight, picture: Snapshot, row: int) -> shapes.Gateway:
    address, judged = picture.plan.addresses[row], verdict(picture, row)
    return shapes.Gateway(
        plc=address.plc,
        address=address.netloc,
        state=judged.state.name.lower(),
        reason=judged.reason,
        counts=shapes.CountReadings(
            multi_possible=_counts(sight, picture, row, MULTI),
            checkplusde3=_counts(sight, picture, row, CHECK),
            compteur_bille=_counts(sight, picture, row, MARBLES),
        ),
        values={
            rule.name: _reading(sight, picture, row, column)
            for column, rule in enumerate(picture.plan.requests)
        },
        latency_s=picture.latency_s[row],
        lost_for_s=sight.since(picture.lost_since[row]),
        asked=bool(picture.asked[row]),
        failures=tuple(
            shapes.Failure(question=one.question, reason=one.reason.value, detail=one.detail)
            for one in picture.failures[row]
        ),
    )


def _counts(sight: Sight, picture: Snapshot, row: int, question: int) -> shapes.Counts:
    quality = Quality(int(picture.quality[row, question]))
    known = quality is not Quality.NEVER
    return shapes.Counts(
        value=tuple(picture.counts[row, question].tolist()) if known else None,
        quality=quality.name,
        age_s=sight.since(picture.good_at[row, question]),
    )


def _reading(sight: Sight, picture: Snapshot, row: int, column: int) -> shapes.Reading:
    quality = Quality(int(picture.quality[row, FIRST_REQUEST + column]))
    return shapes.Reading(
        value=picture.values[row, column] if quality is not Quality.NEVER else None,
        quality=quality.name,
        age_s=sight.since(picture.good_at[row, FIRST_REQUEST + column]),
        breach=bool(picture.breach[row, column]),
    )
