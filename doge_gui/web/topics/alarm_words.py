"""An alarm in one line of the reader's language: what `core.alarms.words` says in English."""

from doge_gui.core.alarms.alarm import OF_A_VALUE, Alarm, Kind
from doge_gui.core.alarms.rules import Rules
from doge_gui.core.alarms.words import message
from doge_gui.core.phrase import phrase
from doge_gui.web.tongue import SOURCE, Tongue

_WORDS = {
    Kind.OFFLINE: phrase("web", "{plc} lost: {detail}"),
    Kind.FLEET_OFFLINE: phrase("web", "Lost: {detail}"),
    Kind.FLAPPING: phrase("web", "{plc} is lost and back again and again"),
    Kind.SLOW: phrase("web", "{plc} answers slowly: {value} s, more than {limit} s"),
    Kind.WRONG: phrase("web", "{plc} answers wrongly: {detail}"),
    Kind.STILL_CONNECTED: phrase("web", "{plc} accepted its disconnection, but is connected"),
    Kind.CONNECTIONS: phrase("web", "{detail}: {value} connections beyond the allowed, more than {limit}"),
    Kind.NOT_CONNECTED: phrase("web", "Only {value} of {limit} PLCs are connected"),
    Kind.MARBLES: phrase("web", "{detail}: {value} marbles, expected {limit}"),
    Kind.ADDRESSES: phrase("web", "Address list cannot be read: {detail}"),
    Kind.OVERRUN: phrase("web", "A cycle took longer than its interval; others were skipped"),
    Kind.DISK: phrase("web", "Disk nearly full: {value} MB left at {detail}"),
    Kind.SOUND: phrase("web", "Sound lost: {detail}"),
    Kind.CLOCK: phrase("web", "The time of day jumped by {value} s"),
    Kind.JOURNAL: phrase("web", "Alarms cannot be recorded: {detail}"),
    Kind.HISTORY: phrase("web", "History: {detail}"),
}
_OF_A_VALUE = {
    Kind.HIGH: phrase("web", "{what} {value} above {limit}"),
    Kind.LOW: phrase("web", "{what} {value} below {limit}"),
}
_SUM = phrase("web", "Sum of {0}")
_AT_LEAST = phrase("web", "at least {0}")


def alarm_text(tongue: Tongue, alarm: Alarm, rules: Rules) -> str:
    """What is so, with the value at its onset. Plain text; names in it come from the network."""
    if tongue.language == SOURCE or rules.of(alarm.kind, alarm.subject).message:
        return message(alarm, rules)
    if alarm.kind in OF_A_VALUE:
        return _one_line(_of_a_value(tongue, alarm, rules))
    filled = tongue.word(_WORDS[alarm.kind]).format(
        plc=alarm.plc,
        detail=tongue.told(alarm.detail),
        value=_number(tongue, alarm.onset),
        limit=_number(tongue, alarm.limit),
    )
    return _one_line(filled)


def _of_a_value(tongue: Tongue, alarm: Alarm, rules: Rules) -> str:
    rule = rules.of(alarm.kind, alarm.subject)
    title, unit = rule.title or alarm.subject, f"\u202f{rule.unit}" if rule.unit else ""
    what = f"{alarm.plc} {title}" if alarm.plc else tongue.word(_SUM).format(title)
    value = _number(tongue, alarm.onset) + unit
    said = tongue.word(_OF_A_VALUE[alarm.kind]).format(
        what=what,
        value=tongue.word(_AT_LEAST).format(value) if alarm.detail else value,
        limit=_number(tongue, alarm.limit) + unit,
    )
    return f"{said} ({tongue.told(alarm.detail)})" if alarm.detail else said


def _number(tongue: Tongue, value: float | None) -> str:
    if value is None:
        return "?"
    whole = value.is_integer() and abs(value) < 1e15
    return f"{value:,.0f}".replace(",", "\u202f") if whole else tongue.notation.number(f"{value:g}")


def _one_line(text: str) -> str:
    """A name may hold anything: no sign in it may break the line."""
    kept = "".join(sign if sign.isprintable() or sign in "\u202f\u00a0" else " " for sign in text)
    return kept.strip()
