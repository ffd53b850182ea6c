"""The alarms that are not normal."""

from doge_gui.core.alarms import alarm as core
from doge_gui.core.alarms.report import AlarmReport
from doge_gui.core.alarms.states import Priority
from doge_gui.core.alarms.words import message
from doge_gui.web.api import shapes
from doge_gui.web.api.asked import AskedAlarms
from doge_gui.web.api.pages import Key, cursor_of, key_of, page
from doge_gui.web.api.sight import Sight
from doge_gui.web.api.words import iso


def alarms(sight: Sight, asked: AskedAlarms) -> shapes.Alarms:
    """A page of alarms: worst first, then oldest first."""
    after = key_of(asked.cursor, int, str, str)
    report = sight.facts.alarms
    if report is None:
        return shapes.Alarms(
            cycle=None, freshness=sight.freshness(), flood=False, items=(), next=None, total=0
        )
    standing = sorted((one for one in report.book.standing() if _meant(one, asked)), key=_place)
    chosen = page(standing, _place, asked.limit, after)
    return shapes.Alarms(
        cycle=report.cycle,
        freshness=sight.freshness(),
        flood=report.flood,
        items=tuple(_alarm(one, report) for one in chosen.items),
        next=cursor_of(_place(chosen.items[-1])) if chosen.more else None,
        total=len(standing),
    )


def _meant(alarm: core.Alarm, asked: AskedAlarms) -> bool:
    wanted = [Priority[name.upper()] for name in asked.priority]
    return (not wanted or alarm.priority in wanted) and (asked.plc is None or alarm.plc == asked.plc)


def _place(alarm: core.Alarm) -> Key:
    return -alarm.priority.value, iso(alarm.began), alarm.id


def _alarm(alarm: core.Alarm, report: AlarmReport) -> shapes.Alarm:
    return shapes.Alarm(
        id=alarm.id,
        kind=alarm.kind.value,
        subject=alarm.subject,
        priority=alarm.priority.name.lower(),
        state=alarm.state.value,
        plc=alarm.plc or None,
        message=message(alarm, report.rules),
        response=report.rules.of_alarm(alarm).response,
        since=alarm.began,
        state_since=alarm.since,
        onset=alarm.onset,
        value=report.book.values.get(alarm.id),
        limit=alarm.limit,
        acknowledged_by=alarm.acked_by or None,
        comment=alarm.comment or None,
        shelved=_shelved(alarm.shelved),
        suppressed_by=alarm.suppressed_by or None,
        out_of_service=_out_of_service(alarm.out_of_service),
        unknown=alarm.id in report.book.unknown,
    )


def _shelved(told: core.Shelving | None) -> shapes.Shelving | None:
    return None if told is None else shapes.Shelving(until=told.until, by=told.who, reason=told.reason)


def _out_of_service(told: core.Service | None) -> shapes.OutOfService | None:
    return None if told is None else shapes.OutOfService(since=told.since, by=told.who, reason=told.reason)
