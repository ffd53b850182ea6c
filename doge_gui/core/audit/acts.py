"""What the audit trail says of each act, in one line."""

from collections.abc import Sequence
from datetime import datetime

from doge_gui.core.alarms.events import Event
from doge_gui.core.alarms.rules import Rules
from doge_gui.core.alarms.words import entry
from doge_gui.core.audit.action import Act, Action
from doge_gui.core.snapshot import Snapshot
from doge_gui.core.statuses import Disconnection, DisconnectionState

PROGRAM = "watchdoge"
"""Who acts where nobody does."""
_MOST_NAMED = 20


def of_alarms(events: Sequence[Event], rules: Rules, at: datetime) -> tuple[Action, ...]:
    """An operator's answer to alarms: one act, however many alarms it was about."""
    if not events:
        return ()
    ids = [event.id for event in events]
    subject = ids[0] if len(ids) == 1 else f"{len(ids)} alarms"
    detail = entry(events[0], rules) if len(ids) == 1 else f"{events[0].what.value}: {_listed(ids)}"
    return (Action(at, events[0].who or PROGRAM, Act.ALARMS, subject, detail),)


def of_disconnections(outcomes: Sequence[Disconnection], who: str) -> tuple[Action, ...]:
    """The wish to disconnect a PLC, and what became of it; of a sweep over all, one act."""
    forced = [_of_disconnection(one, who) for one in outcomes if one.forced]
    swept = [one for one in outcomes if not one.forced]
    return (*forced, *([_of_sweep(swept)] if swept else []))


def of_totals(snapshot: Snapshot) -> tuple[Action, ...]:
    """The totals that a cycle wrote into the PLCs; `snapshot` is of Phase.DONE."""
    taken, gateways = snapshot.facts.totals_written, len(snapshot.plan)
    if not taken and not snapshot.marbles.complete:
        return ()
    told = f"cycle {snapshot.facts.number}: taken by {taken} of {gateways} PLCs"
    missed = [
        plc
        for plc, failure in snapshot.action_failures.items()
        if failure.question.startswith("compteur_bille/")
    ]
    told += f"; not by {_listed(missed)}" if missed else ""
    total = " ".join(map(str, snapshot.marbles.value))
    return (Action(snapshot.facts.started_at, PROGRAM, Act.TOTALS_WRITTEN, total, told),)


def _of_disconnection(one: Disconnection, who: str) -> Action:
    wanted = one.state is DisconnectionState.PENDING
    act = Act.DISCONNECT_WANTED if wanted else Act.DISCONNECTED
    detail = "" if wanted else f"{one.state.value}: {one.status}" if one.status else one.state.value
    return Action(one.at, who, act, one.plc, _one_line(detail))


def _of_sweep(swept: Sequence[Disconnection]) -> Action:
    failed = [one.plc for one in swept if one.state is not DisconnectionState.DONE]
    told = f"{len(swept) - len(failed)} of {len(swept)} disconnected"
    told += f"; not {_listed(failed)}" if failed else ""
    return Action(swept[0].at, PROGRAM, Act.SWEPT, "", told)


def _listed(names: Sequence[str]) -> str:
    """The first names, and how many more."""
    more = len(names) - _MOST_NAMED
    words = ", ".join(names[:_MOST_NAMED]) + (f" and {more} more" if more > 0 else "")
    return _one_line(words)


def _one_line(text: str) -> str:
    """Names and answers come from the network."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())
