"""Alarms in their order of urgency and in a language, as the pages list them."""

from collections.abc import Iterable
from typing import Any

from doge_gui.core.alarms.alarm import Alarm
from doge_gui.core.alarms.rules import Rules
from doge_gui.core.alarms.states import AlarmState
from doge_gui.core.phrase import phrase
from doge_gui.core.station_facts import StationFacts
from doge_gui.web.tongue import Tongue
from doge_gui.web.topics.alarm_words import alarm_text
from doge_gui.web.topics.severity import BY_PRIORITY, PRIORITY_WORDS
from doge_gui.web.topics.totals import finite

ALARM_STATE_WORDS = {
    AlarmState.NORMAL: phrase("web", "Normal"),
    AlarmState.PENDING: phrase("web", "Pending"),
    AlarmState.UNACK: phrase("web", "Unacknowledged"),
    AlarmState.ACKED: phrase("web", "Acknowledged"),
    AlarmState.RTN_UNACK: phrase("web", "Over, unacknowledged"),
    AlarmState.LATCHED_UNACK: phrase("web", "Held, unacknowledged"),
    AlarmState.LATCHED_ACKED: phrase("web", "Held until reset"),
}


def standing(facts: StationFacts) -> list[Alarm]:
    """Every alarm that is raised, hidden or not; one that waits for its delay is none yet."""
    book = facts.alarms.book if facts.alarms else None
    alarms = book.standing() if book else []
    return [alarm for alarm in alarms if alarm.state is not AlarmState.PENDING]


def shown(facts: StationFacts) -> list[Alarm]:
    """Those that nothing hides."""
    return [alarm for alarm in standing(facts) if not alarm.masked]


def urgent_first(alarms: Iterable[Alarm]) -> list[Alarm]:
    """As the desk orders them: unacknowledged, then the higher priority, what is not over yet, the newer."""
    return sorted(
        alarms,
        key=lambda alarm: (
            not alarm.state.unacknowledged,
            -alarm.priority,
            not alarm.state.active,
            -alarm.began.timestamp(),
        ),
    )


def newest_first(alarms: Iterable[Alarm]) -> list[Alarm]:
    """By the time at which they became active."""
    return sorted(alarms, key=lambda alarm: -alarm.began.timestamp())


def said_of(tongue: Tongue, facts: StationFacts, alarm: Alarm) -> str:
    """What is so, in the language."""
    return alarm_text(tongue, alarm, _rules(facts))


def response_of(tongue: Tongue, facts: StationFacts, alarm: Alarm) -> str:
    """What to do about it, in the language."""
    return tongue.told(_rules(facts).of_alarm(alarm).response)


def alarm_row(tongue: Tongue, facts: StationFacts, alarm: Alarm) -> dict[str, Any]:
    """One alarm.

    `id`, `severity`, `priority`, `state` (in words), `active`, `unacknowledged`, `since` (seconds since
    1970), `text`, `response`, `plc`, `onset` and `now` (numbers or null), `unknown` (its condition cannot be
    told now), `acknowledged_by`, `comment`; and what hides it: `shelved_until`, `shelved_by`,
    `suppressed_by`, `out_of_service_by`, each null where it does not.
    """
    book = facts.alarms.book if facts.alarms else None
    shelved, service = alarm.shelved, alarm.out_of_service
    return {
        "id": alarm.id,
        "severity": BY_PRIORITY[alarm.priority],
        "priority": tongue.word(PRIORITY_WORDS[alarm.priority]),
        "state": tongue.word(ALARM_STATE_WORDS[alarm.state]),
        "active": alarm.state.active,
        "unacknowledged": alarm.state.unacknowledged,
        "since": alarm.began.timestamp(),
        "text": said_of(tongue, facts, alarm),
        "response": response_of(tongue, facts, alarm),
        "plc": alarm.plc,
        "onset": finite(alarm.onset),
        "now": finite(book.values.get(alarm.id)) if book else None,
        "unknown": book is not None and alarm.id in book.unknown,
        "acknowledged_by": alarm.acked_by or None,
        "comment": alarm.comment,
        "shelved_until": shelved.until.timestamp() if shelved else None,
        "shelved_by": shelved.who if shelved else None,
        "suppressed_by": alarm.suppressed_by or None,
        "out_of_service_by": service.who if service else None,
    }


def _rules(facts: StationFacts) -> Rules:
    return facts.alarms.rules if facts.alarms else Rules()
