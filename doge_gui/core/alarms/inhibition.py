"""Suppression by design: an alarm that explains others hides them while it stands (ISA-18.2, 10.4)."""

from collections.abc import Iterable

from doge_gui.core.alarms.alarm import Alarm, Kind, alarm_id
from doge_gui.core.alarms.book import Draft, about
from doge_gui.core.alarms.events import What
from doge_gui.core.alarms.states import AlarmState, Input

GROUP = alarm_id(Kind.FLEET_OFFLINE)
"""Id of the one alarm in place of many lost gateways."""
_OF_A_GATEWAY = frozenset({Kind.HIGH, Kind.LOW, Kind.SLOW, Kind.WRONG, Kind.STILL_CONNECTED})
_EXPLAINS = frozenset({Kind.OFFLINE, Kind.FLEET_OFFLINE, Kind.WRONG, Kind.FLAPPING})
"""Alarms that tell already why not every PLC is connected."""


def suppress(draft: Draft, alarm: Alarm, source: str) -> None:
    """Hide an alarm behind another."""
    if alarm.suppressed_by != source:
        draft.note(about(alarm, What.SUPPRESSED, draft.instant)._replace(source=source))


def lift(draft: Draft, alarm: Alarm, what: What = What.UNSUPPRESSED, who: str = "") -> None:
    """Take a mask away. From an active alarm that nothing else masks, it must be noticed anew."""
    event = about(alarm, what, draft.instant)._replace(who=who)
    bared = {
        What.UNSUPPRESSED: alarm._replace(suppressed_by=""),
        What.UNSHELVED: alarm._replace(shelved=None),
        What.IN_SERVICE: alarm._replace(out_of_service=None),
    }[what]
    if bared.masked or not alarm.state.active or not draft.move(alarm, Input.ESCALATED, event):
        draft.note(event)


def hide_flapping(draft: Draft) -> None:
    """A gateway that flaps is one alarm: its losses stay hidden behind it."""
    for alarm in _of_kinds(draft, {Kind.OFFLINE}):
        source = alarm_id(Kind.FLAPPING, plc=alarm.plc)
        flapping = draft.alarms.get(source)
        if flapping is not None and flapping.state.active:
            suppress(draft, alarm, source)
        elif alarm.suppressed_by == source:
            lift(draft, alarm)


def group(draft: Draft, raised: Iterable[str], above: int) -> bool:
    """Hide gateways lost together behind one alarm, where they are more than `above`; whether they are.

    Fewer that were its members already, came back and are lost again count for themselves from now on.
    """
    together = [draft.alarms[key] for key in raised if key in draft.alarms]
    together = [alarm for alarm in together if alarm.state is AlarmState.UNACK and _groupable(alarm)]
    for alarm in together:
        if len(together) > above:
            suppress(draft, alarm, GROUP)
        elif alarm.suppressed_by:
            lift(draft, alarm)
    return len(together) > above


def _groupable(alarm: Alarm) -> bool:
    return alarm.suppressed_by in ("", GROUP) and not alarm.shelved and not alarm.out_of_service


def members(draft: Draft) -> list[Alarm]:
    """Lost gateways that the group alarm stands for."""
    return [alarm for alarm in _of_kinds(draft, {Kind.OFFLINE}) if alarm.suppressed_by == GROUP]


def dissolve(draft: Draft) -> None:
    """Let go of the group's members that are normal again, and of all when it stands no more."""
    over = GROUP not in draft.alarms or draft.alarms[GROUP].state is AlarmState.NORMAL
    for alarm in members(draft):
        if over or alarm.state is AlarmState.NORMAL:
            lift(draft, alarm)


def hide_children(draft: Draft) -> None:
    """Hide what stands of a gateway that is lost: nothing new can be known of it."""
    for alarm in _of_kinds(draft, _OF_A_GATEWAY):
        if alarm.plc and is_lost(draft, alarm.plc):
            suppress(draft, alarm, alarm_id(Kind.OFFLINE, plc=alarm.plc))


def is_lost(draft: Draft, plc: str) -> bool:
    """The gateway's offline alarm is active, seen or not."""
    offline = draft.alarms.get(alarm_id(Kind.OFFLINE, plc=plc))
    return offline is not None and offline.state.active


def says_nothing(draft: Draft, kind: Kind, plc: str) -> bool:
    """What is read of a gateway that was lost in the middle of its questions counts for nothing."""
    return kind in _OF_A_GATEWAY and is_lost(draft, plc)


def was_hidden(alarm: Alarm | None) -> bool:
    """It waits behind its gateway's loss for one good reading."""
    return alarm is not None and alarm.kind in _OF_A_GATEWAY and bool(alarm.suppressed_by)


def bare(draft: Draft, key: str) -> None:
    """One good reading came of a gateway that is back: its alarm counts again."""
    alarm = draft.alarms.get(key)
    if alarm is not None and was_hidden(alarm) and not is_lost(draft, alarm.plc):
        lift(draft, alarm)


def explained(draft: Draft) -> list[str]:
    """The alarms that tell already which PLC is missing, and why."""
    reasons = _of_kinds(draft, _EXPLAINS)
    return [one.id for one in reasons if one.state.active or one.state is AlarmState.PENDING]


def hide_explained(draft: Draft) -> None:
    """That a PLC is missing says nothing new while another alarm tells more."""
    alarm = draft.alarms.get(alarm_id(Kind.NOT_CONNECTED))
    if alarm is None:
        return
    reasons = explained(draft)
    if GROUP in reasons:
        suppress(draft, alarm, GROUP)
    elif reasons:
        suppress(draft, alarm, alarm.suppressed_by if alarm.suppressed_by in reasons else min(reasons))
    elif alarm.suppressed_by:
        lift(draft, alarm)


def _of_kinds(draft: Draft, kinds: Iterable[Kind]) -> list[Alarm]:
    wanted = frozenset(kinds)
    return [alarm for alarm in draft.alarms.values() if alarm.kind in wanted]
