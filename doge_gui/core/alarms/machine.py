"""Moves one alarm by one reading: its delays, then its transition."""

from typing import NamedTuple

from doge_gui.core.alarms.alarm import Alarm, Kind
from doge_gui.core.alarms.book import Draft, Timer
from doge_gui.core.alarms.events import Event, What
from doge_gui.core.alarms.rules import AlarmRule
from doge_gui.core.alarms.states import AlarmState, Input, Priority, Reading

_SETTLED = frozenset({Reading.CLEAR, Reading.GONE})


class Finding(NamedTuple):
    """What a judgement says of one alarm."""

    id: str
    kind: Kind
    subject: str
    plc: str
    reading: Reading
    priority: Priority
    value: float | None = None
    limit: float | None = None
    detail: str = ""


def advance(draft: Draft, finding: Finding, rule: AlarmRule, decide_now: bool = False) -> None:
    """Take a finding. `decide_now` clears at once, whatever the off-delay: after an inhibition the first
    good reading decides."""
    alarm = draft.alarms.get(finding.id)
    if finding.reading is Reading.UNKNOWN:
        if alarm is not None:
            _stand_still(draft, alarm)
        return
    draft.unknown.discard(finding.id)
    if alarm is None and finding.reading is not Reading.TRUE:
        return
    if finding.value is not None:
        draft.values[finding.id] = finding.value
    if alarm is None or alarm.state is AlarmState.NORMAL:
        _from_normal(draft, finding, rule)
        return
    moved_by = _input(draft, alarm, finding.reading, rule, decide_now)
    if moved_by is not None:
        event = _event(draft, finding)
        if finding.reading is not Reading.TRUE:
            # What is over was as urgent as it was.
            event = event._replace(priority=alarm.priority)
        draft.move(alarm, moved_by, event)
    _follow_priority(draft, finding)
    if not _delay_runs(draft, finding):
        draft.timers.pop(finding.id, None)


def call_anew(draft: Draft, finding: Finding) -> None:
    """An active alarm that came to stand for more than when it was noticed."""
    alarm = draft.alarms.get(finding.id)
    if alarm is not None and finding.reading is Reading.TRUE:
        draft.move(alarm, Input.ESCALATED, _event(draft, finding))


def _stand_still(draft: Draft, alarm: Alarm) -> None:
    draft.unknown.add(alarm.id)
    timer = draft.timers.get(alarm.id)
    if timer is not None:
        draft.timers[alarm.id] = Timer(timer.ran_s, None)


def _from_normal(draft: Draft, finding: Finding, rule: AlarmRule) -> None:
    if finding.reading is not Reading.TRUE:
        return
    held = rule.on_delay_s <= 0
    after = AlarmState.UNACK if held else AlarmState.PENDING
    draft.note(_event(draft, finding)._replace(after=after))
    if not held:
        draft.timers[finding.id] = Timer(0.0, draft.instant.mono)


def _input(draft: Draft, alarm: Alarm, reading: Reading, rule: AlarmRule, decide_now: bool) -> Input | None:
    if reading is Reading.GONE:
        return Input.WITHDRAWN
    if alarm.state is AlarmState.PENDING:
        if reading is not Reading.TRUE:
            return Input.FALSE
        return Input.HELD if _ran(draft, alarm.id) >= rule.on_delay_s else None
    if reading is Reading.TRUE:
        # Where it is active already, the table leads nowhere.
        return Input.TRUE
    if reading is Reading.CLEAR and alarm.state.active:
        over = decide_now or rule.off_delay_s <= 0 or _ran(draft, alarm.id) >= rule.off_delay_s
        if over:
            return Input.LATCHED if rule.latching else Input.CLEARED
    return None


def _ran(draft: Draft, key: str) -> float:
    """Seconds the delay has run, up to now; only time between two good readings counts."""
    timer = draft.timers.get(key) or Timer(0.0, None)
    since = 0.0 if timer.at is None else draft.instant.mono - timer.at
    ran = timer.ran_s + max(since, 0.0)
    draft.timers[key] = Timer(ran, draft.instant.mono)
    return ran


def _delay_runs(draft: Draft, finding: Finding) -> bool:
    alarm = draft.alarms.get(finding.id)
    if alarm is None:
        return False
    if alarm.state is AlarmState.PENDING:
        return True
    return alarm.state.active and finding.reading is Reading.CLEAR


def _follow_priority(draft: Draft, finding: Finding) -> None:
    """A priority that changes while the alarm stands; one that rises wants to be noticed anew."""
    alarm = draft.alarms.get(finding.id)
    if alarm is None or alarm.priority is finding.priority or finding.reading in _SETTLED:
        return
    event = _event(draft, finding)._replace(what=What.PRIORITY, before=alarm.state, after=alarm.state)
    rises = finding.priority > alarm.priority
    if not (rises and draft.move(alarm, Input.ESCALATED, event)):
        draft.note(event)


def _event(draft: Draft, finding: Finding) -> Event:
    return Event(
        draft.instant.utc,
        What.TRANSITION,
        finding.id,
        finding.kind,
        finding.subject,
        finding.plc,
        AlarmState.NORMAL,
        AlarmState.NORMAL,
        finding.priority,
        finding.value,
        finding.limit,
        finding.detail,
    )
