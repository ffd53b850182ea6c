"""What is said while no alarm is in sight: that all is well, or why that cannot be said."""

import numpy as np

from doge_gui.core.phrase import phrase
from doge_gui.core.states import State, states
from doge_gui.core.station_facts import StationFacts, freshness
from doge_gui.web.tongue import Tongue
from doge_gui.web.topics.alarm_rows import standing

_WELL = phrase("web", "Well")
_WAITING = phrase("web", "Waiting")
_PAUSED = phrase("web", "Paused")
_HIDDEN = phrase("web", "Hidden")
_NO_ALARM = phrase("web", "No alarm")
_NO_GATEWAY = phrase("web", "There is no gateway in the address list")
_ONE_ANSWERS = phrase("web", "All well – the gateway answers")
_ALL_ANSWER = phrase("web", "All well – {0} gateways answer")
_SOME_ANSWER = phrase("web", "{0} of {1} gateways have answered so far")
_FIRST = phrase("web", "Waiting for the first answers of the gateways")
_OLD = phrase("web", "Waiting for new answers")
_NOBODY_ASKS = phrase("web", "Polling is paused: nobody asks the gateways")
_ONE_HIDDEN = phrase("web", "1 active alarm is hidden: shelved, suppressed or out of service")
_MANY_HIDDEN = phrase("web", "{0} active alarms are hidden: shelved, suppressed or out of service")
_NOT_WELL = phrase("web", "No alarm, but {0} of {1} gateways are not well: see the fleet")
_PROGRAM = phrase("web", "No alarm, but the program itself is not well: see its health")
_UNWELL = (State.BREACH, State.LOST, State.WRONG)
"""What may be no alarm: its delay is running, or it is not configured as one."""


_Words = tuple[str, str, tuple[int, ...]]
"""A word, a line, and the numbers in it."""


def calm_words(tongue: Tongue, facts: StationFacts, now: float) -> tuple[str, str]:
    """A word and a line, by the desk's rules: all is well only where every answer tells the present."""
    word, line, numbers = _waiting(facts, now) or _unwell(facts) or _well(facts)
    return tongue.word(word), tongue.word(line).format(*map(tongue.grouped, numbers))


def _waiting(facts: StationFacts, now: float) -> _Words | None:
    """Nothing tells the present."""
    told = freshness(facts, now)
    if told.paused:
        return _PAUSED, _NOBODY_ASKS, ()
    if facts.snapshot is None or told.age_s is None:
        return _WAITING, _FIRST, ()
    if not len(facts.snapshot.plan):
        return _WAITING, _NO_GATEWAY, ()
    return None if told.fresh else (_WAITING, _OLD, ())


def _unwell(facts: StationFacts) -> _Words | None:
    """What is no alarm in sight, and not well all the same."""
    hidden = sum(alarm.masked and alarm.state.active for alarm in standing(facts))
    if hidden:
        return (_HIDDEN, _ONE_HIDDEN, ()) if hidden == 1 else (_HIDDEN, _MANY_HIDDEN, (hidden,))
    if facts.snapshot is None:
        return None
    gateways, answering = len(facts.snapshot.plan), facts.snapshot.answering
    unwell = int(np.count_nonzero(np.isin(states(facts.snapshot), _UNWELL)))
    if unwell:
        return _NO_ALARM, _NOT_WELL, (unwell, gateways)
    if answering < gateways:
        return _WAITING, _SOME_ANSWER, (answering, gateways)
    trouble = facts.mistakes or facts.log_error or facts.record_error
    return (_NO_ALARM, _PROGRAM, ()) if trouble else None


def _well(facts: StationFacts) -> _Words:
    gateways = len(facts.snapshot.plan) if facts.snapshot else 0
    return (_WELL, _ONE_ANSWERS, ()) if gateways == 1 else (_WELL, _ALL_ANSWER, (gateways,))
