"""An alarm in one line of English, for the journal, the log and programs; the screen has words of its own."""

from collections.abc import Callable

from doge_gui.core.alarms.alarm import Alarm, Kind
from doge_gui.core.alarms.events import Event, What
from doge_gui.core.alarms.rules import Rules


def message(alarm: Alarm | Event, rules: Rules) -> str:
    """What is so, with the value at its onset. Plain text; names in it come from the network."""
    if alarm.kind is None:
        return ""
    rule = rules.of(alarm.kind, alarm.subject)
    if rule.message:
        return _one_line(f"{alarm.plc}: {rule.message}" if alarm.plc else rule.message)
    return _one_line(_WORDS[alarm.kind](alarm, rules))


def entry(event: Event, rules: Rules) -> str:
    """One line of the journal, without its time."""
    who = f" by {event.who}" if event.who else ""
    comment = f": {event.comment}" if event.comment else ""
    if not event.id:
        until = f" until {event.until:%Y-%m-%d %H:%M:%S}Z" if event.until else ""
        return _one_line(f"sound {event.what.value}{until}{who}")
    change = f"{event.before.value} -> {event.after.value}"
    said = message(event, rules) if event.what is What.TRANSITION and event.after.active else ""
    words = {
        What.TRANSITION: change,
        What.SHELVED: f"shelved until {event.until:%Y-%m-%d %H:%M:%S}Z" if event.until else "shelved",
        What.SUPPRESSED: f"suppressed by {event.source}",
        What.PRIORITY: f"priority {event.priority.name.lower()} ({change})",
    }.get(event.what, f"{event.what.value} ({change})")
    return _one_line(f"{event.id} {words}{who}{comment}" + (f" | {said}" if said else ""))


def _one_line(text: str) -> str:
    """Names come from the network and comments from people: no sign in them may act on a terminal."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())


def _of_a_value(alarm: Alarm | Event, rules: Rules, way: str) -> str:
    rule = rules.of(Kind(alarm.kind), alarm.subject)
    title, unit = rule.title or alarm.subject, f" {rule.unit}" if rule.unit else ""
    what = f"{alarm.plc} {title}" if alarm.plc else f"Sum of {title}"
    least = "at least " if alarm.detail else ""
    over = f" ({alarm.detail})" if alarm.detail else ""
    return f"{what} {least}{_number(value_of(alarm))}{unit} {way} {_number(alarm.limit)}{unit}{over}"


def value_of(alarm: Alarm | Event) -> float | None:
    """The value at the alarm's onset."""
    return alarm.onset if isinstance(alarm, Alarm) else alarm.value


def _number(value: float | None) -> str:
    return "?" if value is None else f"{value:g}"


def _count(value: float | None) -> str:
    return "?" if value is None else f"{value:,.0f}"


_WORDS: dict[Kind, Callable[[Alarm | Event, Rules], str]] = {
    Kind.HIGH: lambda alarm, rules: _of_a_value(alarm, rules, "above"),
    Kind.LOW: lambda alarm, rules: _of_a_value(alarm, rules, "below"),
    Kind.OFFLINE: lambda alarm, _: f"{alarm.plc} lost: {alarm.detail}",
    Kind.FLEET_OFFLINE: lambda alarm, _: f"{alarm.detail[:1].upper()}{alarm.detail[1:]} lost",
    Kind.FLAPPING: lambda alarm, _: f"{alarm.plc} is lost and back again and again",
    Kind.SLOW: lambda alarm, _: (
        f"{alarm.plc} answers slowly: {_number(value_of(alarm))} s, more than {_number(alarm.limit)} s"
    ),
    Kind.WRONG: lambda alarm, _: f"{alarm.plc} answers wrongly: {alarm.detail}",
    Kind.STILL_CONNECTED: lambda alarm, _: f"{alarm.plc} accepted its disconnection, but is connected",
    Kind.CONNECTIONS: lambda alarm, _: (
        f"{alarm.detail}: {_count(value_of(alarm))} connections beyond the allowed, "
        f"more than {_count(alarm.limit)}"
    ),
    Kind.NOT_CONNECTED: lambda alarm, _: (
        f"Only {_count(value_of(alarm))} of {_count(alarm.limit)} PLCs are connected"
    ),
    Kind.MARBLES: lambda alarm, _: (
        f"{alarm.detail}: {_count(value_of(alarm))} marbles, expected {_count(alarm.limit)}"
    ),
    Kind.ADDRESSES: lambda alarm, _: f"Address list cannot be read: {alarm.detail}",
    Kind.OVERRUN: lambda alarm, _: "A cycle took longer than its interval; others were skipped",
    Kind.DISK: lambda alarm, _: f"Disk nearly full: {_count(value_of(alarm))} MB left at {alarm.detail}",
    Kind.SOUND: lambda alarm, _: f"Sound lost: {alarm.detail}",
    Kind.CLOCK: lambda alarm, _: f"The time of day jumped by {_number(value_of(alarm))} s",
    Kind.JOURNAL: lambda alarm, _: f"Alarms cannot be recorded: {alarm.detail}",
    Kind.HISTORY: lambda alarm, _: f"History: {alarm.detail}",
}
