"""Which alarms become a message of the desktop, and when: many are told as one, never a stream of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import takewhile

from PySide6.QtCore import QCoreApplication

from doge_gui.core.alarms.alarm import Alarm
from doge_gui.models.alarm_digest import AlarmDigest
from doge_gui.models.alarm_words import message, response
from doge_gui.models.phrases import grouped
from doge_gui.models.severity import Severity, severity_of

_tr = QCoreApplication.translate

_GAPS_S = (0.0, 10.0, 60.0, 300.0)
"""Least time from one message to the next, growing while alarms keep coming."""
_CALM_S = 120.0
"""After so long without a new alarm the next one is told at once again."""
_NOTHING_TOLD = -1


@dataclass(frozen=True, slots=True)
class Popup:
    """One message of the desktop. Plain text."""

    severity: Severity
    title: str
    text: str
    count: int
    """Alarms it stands for."""


@dataclass(frozen=True)
class Notified:
    """What was told so far, and what waits to be told with the next message."""

    seen: Mapping[str, datetime] = field(default_factory=dict)
    """Alarms that were told or wait, by id, with the instant at which they were raised."""
    waiting: frozenset[str] = frozenset()
    """Ids of those not told yet."""
    told_at: float = float("-inf")
    newest_at: float = float("-inf")
    """Monotonic seconds of the last message, and of the last new alarm."""
    messages: int = 0
    """Messages since it was last calm."""
    worst: int = _NOTHING_TOLD
    """The highest severity among those."""

    def due_at(self, worst_waiting: int) -> float:
        """Monotonic seconds at which the next message may come; what is worse than all before waits less."""
        step = min(self.messages, len(_GAPS_S) - 1)
        if worst_waiting > self.worst:
            step = min(step, 1)
        return self.told_at + _GAPS_S[step]


def notify(before: Notified, digest: AlarmDigest, now: float) -> tuple[Notified, Popup | None]:
    """Take the alarms as they stand at `now` (monotonic seconds); call it again when the next one is due.

    An alarm counts once each time it is raised. One that was acknowledged, hidden or over before its turn
    came is not told.
    """
    calling = {alarm.id: alarm for alarm in takewhile(_unacknowledged, digest.active) if alarm.state.calls}
    new = {alarm.id for alarm in calling.values() if before.seen.get(alarm.id) != alarm.began}
    seen = {alarm.id: alarm.began for alarm in calling.values()}
    waiting = frozenset((before.waiting & calling.keys()) | new)
    after = replace(before, seen=seen, waiting=waiting)
    if new:
        if now - before.newest_at >= _CALM_S:
            after = replace(after, messages=0, worst=_NOTHING_TOLD)
        after = replace(after, newest_at=now)
    worst = _worst(after, calling)
    if worst is None or now < after.due_at(severity_of(worst.priority)):
        return after, None
    popup = _popup(worst, len(waiting), digest)
    told = replace(
        after,
        waiting=frozenset(),
        told_at=now,
        messages=after.messages + 1,
        worst=max(after.worst, popup.severity),
    )
    return told, popup


def next_due(notified: Notified, digest: AlarmDigest) -> float | None:
    """Monotonic seconds at which to call `notify` again though nothing changes; None where nothing waits."""
    calling = {alarm.id: alarm for alarm in takewhile(_unacknowledged, digest.active)}
    worst = _worst(notified, calling)
    return None if worst is None else notified.due_at(severity_of(worst.priority))


def _unacknowledged(alarm: Alarm) -> bool:
    return alarm.state.unacknowledged


def _worst(notified: Notified, calling: Mapping[str, Alarm]) -> Alarm | None:
    """The most urgent of those that wait: the digest lists them by urgency."""
    if not notified.waiting:
        return None
    return next((alarm for alarm in calling.values() if alarm.id in notified.waiting), None)


def _popup(worst: Alarm, count: int, digest: AlarmDigest) -> Popup:
    rules, severity = digest.report.rules, severity_of(worst.priority)
    said = f"{severity.mark} {message(worst, rules)}"
    if count == 1:
        title = {
            Severity.HIGH: _tr("Notifications", "High alarm"),
            Severity.MEDIUM: _tr("Notifications", "Medium alarm"),
        }.get(severity, _tr("Notifications", "Low alarm"))
        return Popup(severity, title, "\n".join(filter(None, (said, response(worst, rules)))), 1)
    title = _tr("Notifications", "{0} new alarms").format(grouped(count))
    if digest.flood:
        title = _tr("Notifications", "Alarm flood: {0} new alarms").format(grouped(count))
    return Popup(severity, title, _tr("Notifications", "The worst: {0}").format(said), count)
