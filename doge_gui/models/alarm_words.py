"""An alarm in the words of the screen: what is so, how it stands, what it is worth, what to do."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from doge_gui.core.alarms.alarm import OF_A_VALUE, Alarm, Kind
from doge_gui.core.alarms.book import Book
from doge_gui.core.alarms.events import Event
from doge_gui.core.alarms.rules import Rules
from doge_gui.core.alarms.states import AlarmState
from doge_gui.core.alarms.words import value_of
from doge_gui.core.notation import THIN
from doge_gui.models.phrasebook import told as translated
from doge_gui.models.phrases import AT_LEAST, NOTHING, grouped, measure, milliseconds, one_line

_tr = QCoreApplication.translate


def message(alarm: Alarm | Event, rules: Rules) -> str:
    """What is so, with the value at its onset, on one line of plain text."""
    if alarm.kind is None:
        return ""
    own = rules.of(alarm.kind, alarm.subject).message
    if own:
        return one_line(f"{alarm.plc}: {own}" if alarm.plc else own)
    # What comes from the network is cleaned before it meets the thin spaces of numbers, which would go too.
    clean = alarm._replace(plc=one_line(alarm.plc), detail=translated(one_line(alarm.detail)))
    return _MESSAGES[alarm.kind](clean, rules)


def unnamed(alarm: Alarm | Event, rules: Rules) -> str:
    """The message without its PLC, for a place where that stands beside it."""
    whole, plc = message(alarm, rules), one_line(alarm.plc)
    for start in (f"{plc}: ", f"{plc} "):
        if plc and whole.startswith(start):
            return whole.removeprefix(start)
    return whole


def response(alarm: Alarm, rules: Rules) -> str:
    """What to do about it."""
    return translated(one_line(rules.of_alarm(alarm).response))


def name(kind: Kind, subject: str, rules: Rules) -> str:
    """What such alarms are about, without PLC and values: `Temp. high`, `Gateway lost`."""
    of = rules.of(kind, subject).title or subject
    return _names()[kind].format(one_line(of))


def together(kind: Kind, subject: str, limit: float | None, count: int, rules: Rules) -> str:
    """Many alarms of one sort in a line: `Temp. above 30.0 °C: 512 PLCs`."""
    what = name(kind, subject, rules)
    if kind in OF_A_VALUE and limit is not None:
        rule = rules.of(kind, subject)
        way = _tr("Alarms", "above") if kind is Kind.HIGH else _tr("Alarms", "below")
        what = f"{one_line(rule.title or subject)} {way} {_with_unit(limit, kind, subject, rules)}"
    return _tr("Alarms", "{0}: {1} PLCs").format(what, grouped(count))


def state_words(state: AlarmState) -> str:
    """Where an alarm stands."""
    return {
        AlarmState.NORMAL: _tr("Alarms", "Normal"),
        AlarmState.PENDING: _tr("Alarms", "Pending"),
        AlarmState.UNACK: _tr("Alarms", "Unacknowledged"),
        AlarmState.ACKED: _tr("Alarms", "Acknowledged"),
        AlarmState.RTN_UNACK: _tr("Alarms", "Over, unacknowledged"),
        AlarmState.LATCHED_UNACK: _tr("Alarms", "Held, unacknowledged"),
        AlarmState.LATCHED_ACKED: _tr("Alarms", "Held until reset"),
    }[state]


def value_text(value: float | None, kind: Kind, subject: str, rules: Rules) -> str:
    """A value in the unit of its kind; empty for kinds that have none."""
    if kind not in _VALUED:
        return ""
    return NOTHING if value is None else _with_unit(value, kind, subject, rules)


def value_now(alarm: Alarm, book: Book, rules: Rules, known: bool) -> str:
    """The newest good value; that it is unknown where it is not `known`."""
    if not known:
        return _tr("Alarms", "unknown")
    return value_text(book.values.get(alarm.id), alarm.kind, alarm.subject, rules)


def explanation(source: str, book: Book, rules: Rules) -> str:
    """The alarm that explains another, by its id."""
    alarm = book.alarms.get(source)
    return message(alarm, rules) if alarm is not None else source_words(source, rules)


def source_words(source: str, rules: Rules) -> str:
    """An alarm of which only the id is known, of a kind that explains others."""
    kind, _, plc = source.partition(":")
    if kind not in {one.value for one in Kind}:
        return one_line(source)
    words = name(Kind(kind), "", rules)
    return one_line(f"{plc} · {words}" if plc else words)


def _with_unit(value: float, kind: Kind, subject: str, rules: Rules) -> str:
    if kind in OF_A_VALUE:
        return f"{measure(value)} {one_line(rules.of(kind, subject).unit)}".rstrip()
    if kind is Kind.SLOW:
        return milliseconds(value)
    if kind is Kind.CLOCK:
        return f"{measure(value)}{THIN}s"
    unit = f"{THIN}MB" if kind is Kind.DISK else ""
    return f"{grouped(round(value))}{unit}"


def _number(value: float | None, alarm: Alarm | Event, rules: Rules) -> str:
    kind = Kind(alarm.kind)
    return NOTHING if value is None else _with_unit(value, kind, alarm.subject, rules)


def _onset(alarm: Alarm | Event, rules: Rules) -> str:
    """The value at the onset; of a fleet's sum that was not complete, the least it could be."""
    value = _number(value_of(alarm), alarm, rules)
    certain = alarm.kind in OF_A_VALUE and not alarm.plc and alarm.detail
    return f"{AT_LEAST}{THIN}{value}" if certain else value


def onset_text(alarm: Alarm, rules: Rules) -> str:
    """The value at the onset, for a cell of its own."""
    return _onset(alarm, rules) if alarm.kind in _VALUED else ""


def _of_a_value(alarm: Alarm | Event, rules: Rules, way: str) -> str:
    title = one_line(rules.of(Kind(alarm.kind), alarm.subject).title or alarm.subject)
    limit = _number(alarm.limit, alarm, rules)
    if alarm.plc:
        return f"{alarm.plc} {title} {_onset(alarm, rules)} {way} {limit}"
    over = f" ({alarm.detail})" if alarm.detail else ""
    summed = _tr("Alarms", "Sum of {0}").format(title)
    return f"{summed} {_onset(alarm, rules)} {way} {limit}{over}"


def _slow(alarm: Alarm | Event, rules: Rules) -> str:
    words = _tr("Alarms", "{0} answers slowly: {1}, more than {2}")
    return words.format(alarm.plc, _onset(alarm, rules), _number(alarm.limit, alarm, rules))


def _counted(alarm: Alarm | Event, rules: Rules, words: str) -> str:
    return words.format(alarm.detail, _onset(alarm, rules), _number(alarm.limit, alarm, rules))


_Message = Callable[[Alarm | Event, Rules], str]
_MESSAGES: dict[Kind, _Message] = {
    Kind.HIGH: lambda alarm, rules: _of_a_value(alarm, rules, _tr("Alarms", "above")),
    Kind.LOW: lambda alarm, rules: _of_a_value(alarm, rules, _tr("Alarms", "below")),
    Kind.OFFLINE: lambda alarm, _: _tr("Alarms", "{0} lost: {1}").format(alarm.plc, alarm.detail),
    Kind.FLEET_OFFLINE: lambda alarm, _: _tr("Alarms", "{0} lost").format(
        f"{alarm.detail[:1].upper()}{alarm.detail[1:]}"
    ),
    Kind.FLAPPING: lambda alarm, _: _tr("Alarms", "{0} is lost and back again and again").format(alarm.plc),
    Kind.SLOW: _slow,
    Kind.WRONG: lambda alarm, _: _tr("Alarms", "{0} answers wrongly: {1}").format(alarm.plc, alarm.detail),
    Kind.STILL_CONNECTED: lambda alarm, _: _tr(
        "Alarms", "{0} accepted its disconnection, but is connected"
    ).format(alarm.plc),
    Kind.CONNECTIONS: lambda alarm, rules: _counted(
        alarm, rules, _tr("Alarms", "{0}: {1} connections beyond the allowed, more than {2}")
    ),
    Kind.NOT_CONNECTED: lambda alarm, rules: _counted(
        alarm, rules, _tr("Alarms", "Only {1} of {2} PLCs are connected")
    ),
    Kind.MARBLES: lambda alarm, rules: _counted(
        alarm, rules, _tr("Alarms", "{0}: {1} marbles, expected {2}")
    ),
    Kind.ADDRESSES: lambda alarm, _: _tr("Alarms", "Address list cannot be read: {0}").format(alarm.detail),
    Kind.OVERRUN: lambda *_: _tr("Alarms", "A cycle took longer than its interval; others were skipped"),
    Kind.DISK: lambda alarm, rules: _tr("Alarms", "Disk nearly full: {0} left at {1}").format(
        _onset(alarm, rules), alarm.detail
    ),
    Kind.SOUND: lambda alarm, _: _tr("Alarms", "Sound lost: {0}").format(alarm.detail),
    Kind.CLOCK: lambda alarm, rules: _tr("Alarms", "The time of day jumped by {0}").format(
        _onset(alarm, rules)
    ),
    Kind.JOURNAL: lambda alarm, _: _tr("Alarms", "Alarms cannot be recorded: {0}").format(alarm.detail),
    Kind.HISTORY: lambda alarm, _: _tr("Alarms", "History: {0}").format(alarm.detail),
}
_VALUED = frozenset(
    {
        Kind.HIGH,
        Kind.LOW,
        Kind.SLOW,
        Kind.CONNECTIONS,
        Kind.NOT_CONNECTED,
        Kind.MARBLES,
        Kind.DISK,
        Kind.CLOCK,
    }
)


def _names() -> dict[Kind, str]:
    return {
        Kind.HIGH: _tr("Alarms", "{0} high"),
        Kind.LOW: _tr("Alarms", "{0} low"),
        Kind.OFFLINE: _tr("Alarms", "Gateway lost"),
        Kind.FLEET_OFFLINE: _tr("Alarms", "Several gateways lost"),
        Kind.FLAPPING: _tr("Alarms", "Gateway comes and goes"),
        Kind.SLOW: _tr("Alarms", "Slow answers"),
        Kind.WRONG: _tr("Alarms", "Wrong answers"),
        Kind.STILL_CONNECTED: _tr("Alarms", "Connected after its disconnection"),
        Kind.CONNECTIONS: _tr("Alarms", "Too many connections on circuit {0}"),
        Kind.NOT_CONNECTED: _tr("Alarms", "Not every PLC is connected"),
        Kind.MARBLES: _tr("Alarms", "Marbles of circuit {0} not as expected"),
        Kind.ADDRESSES: _tr("Alarms", "Address list cannot be read"),
        Kind.OVERRUN: _tr("Alarms", "Cycle longer than its interval"),
        Kind.DISK: _tr("Alarms", "Disk nearly full"),
        Kind.SOUND: _tr("Alarms", "Sound lost"),
        Kind.CLOCK: _tr("Alarms", "Time of day jumped"),
        Kind.JOURNAL: _tr("Alarms", "Alarms cannot be recorded"),
        Kind.HISTORY: _tr("Alarms", "Readings cannot be recorded"),
    }
