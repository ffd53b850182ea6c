"""What every page shows: the state of the plant in one line, and whether it tells the present."""

from typing import Any

from doge_gui.core.alarms.alarm import Alarm
from doge_gui.core.alarms.states import Priority
from doge_gui.core.station_facts import StationFacts, freshness
from doge_gui.web.given import Given
from doge_gui.web.tongue import Tongue
from doge_gui.web.topics.alarm_rows import ALARM_STATE_WORDS, response_of, said_of, shown, urgent_first
from doge_gui.web.topics.calm import calm_words
from doge_gui.web.topics.severity import BY_PRIORITY, PRIORITY_WORDS, Severity


def station(given: Given, tongue: Tongue, facts: StationFacts) -> dict[str, Any]:
    """`at` (seconds since 1970), `fresh`, `age_s`, `allowed_s`, `paused`, `interval_s`, `next_s`, `cycle`,
    `phase`, `read_at` (seconds since 1970), `example`, `plant`, `gateways`, `answering`, and

    `line`: `severity`, `word`, `text`, `since` (seconds since 1970, or null), `over` (how an alarm that is
    active no more stands, in words; `since` is when that began), `response`;
    `alarms`: `standing`, `unacknowledged`, and of each priority `[unacknowledged, standing]`.
    """
    now, wall = given.clock(), given.wall_clock().timestamp()
    fresh, snapshot, schedule = freshness(facts, now), facts.snapshot, facts.schedule
    active = urgent_first(shown(facts))
    return {
        "at": wall,
        "fresh": fresh.fresh,
        "age_s": fresh.age_s,
        "allowed_s": fresh.allowed_s,
        "paused": fresh.paused,
        "interval_s": schedule.interval_s if schedule else None,
        "next_s": max(0.0, schedule.next_at - now) if schedule and schedule.next_at is not None else None,
        "cycle": snapshot.facts.number if snapshot else None,
        "phase": snapshot.facts.phase.value if snapshot else None,
        "read_at": None if fresh.age_s is None else wall - fresh.age_s,
        "example": facts.example,
        "plant": given.plant,
        "gateways": len(snapshot.plan) if snapshot else 0,
        "answering": snapshot.answering if snapshot else 0,
        "line": _alarm_line(tongue, facts, active[0]) if active else _calm_line(tongue, facts, now),
        "alarms": _counts(active),
    }


def _alarm_line(tongue: Tongue, facts: StationFacts, alarm: Alarm) -> dict[str, Any]:
    return {
        "severity": BY_PRIORITY[alarm.priority],
        "word": tongue.word(PRIORITY_WORDS[alarm.priority]),
        "text": said_of(tongue, facts, alarm),
        "since": (alarm.began if alarm.state.active else alarm.since).timestamp(),
        "over": "" if alarm.state.active else tongue.word(ALARM_STATE_WORDS[alarm.state]),
        "response": response_of(tongue, facts, alarm),
    }


def _calm_line(tongue: Tongue, facts: StationFacts, now: float) -> dict[str, Any]:
    word, text = calm_words(tongue, facts, now)
    return {
        "severity": Severity.NORMAL,
        "word": word,
        "text": text,
        "since": None,
        "over": "",
        "response": "",
    }


def _counts(active: list[Alarm]) -> dict[str, Any]:
    waiting = [alarm for alarm in active if alarm.state.unacknowledged]
    by_priority = {
        BY_PRIORITY[priority].value: [
            sum(alarm.priority is priority for alarm in waiting),
            sum(alarm.priority is priority for alarm in active),
        ]
        for priority in Priority
    }
    return {"standing": len(active), "unacknowledged": len(waiting), **by_priority}
