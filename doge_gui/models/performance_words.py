"""Alarm performance in words: what is measured, what is recommended, why, and the verdict."""

from PySide6.QtCore import QCoreApplication

from doge_gui.core.alarms.alarm import Kind
from doge_gui.core.alarms.events import Event
from doge_gui.core.alarms.recommended import Measure, Verdict
from doge_gui.core.alarms.rules import Rules
from doge_gui.core.notation import THIN
from doge_gui.models.phrases import NOTHING, one_line
from doge_gui.models.severity import Severity

_tr = QCoreApplication.translate


def title(measure: Measure) -> str:
    """The name of a measure."""
    return {
        Measure.AVERAGE: _tr("Performance", "Alarms per 10 minutes"),
        Measure.PEAK: _tr("Performance", "Busiest 10 minutes"),
        Measure.BUSY: _tr("Performance", "Periods above 10 alarms"),
        Measure.FLOOD_TIME: _tr("Performance", "Time in flood"),
        Measure.FLOODS: _tr("Performance", "Floods"),
        Measure.LONGEST_FLOOD: _tr("Performance", "Longest flood"),
        Measure.CHATTERING: _tr("Performance", "Chattering alarms"),
        Measure.FLEETING: _tr("Performance", "Fleeting alarms"),
        Measure.STALE: _tr("Performance", "Stale alarms"),
        Measure.STANDING: _tr("Performance", "Standing alarms"),
        Measure.WORST: _tr("Performance", "Share of the ten worst"),
        Measure.MIX: _tr("Performance", "Low / medium / high"),
        Measure.ACKNOWLEDGED: _tr("Performance", "Time to acknowledge"),
        Measure.HIDDEN: _tr("Performance", "Hidden alarms"),
    }[measure]


def recommended(measure: Measure) -> str:
    """The recommended figure; nothing where there is none."""
    return {
        Measure.AVERAGE: _tr("Performance", "about 1, at most 2"),
        Measure.PEAK: _tr("Performance", "at most 10"),
        Measure.BUSY: _tr("Performance", "under 1{0}%").format(THIN),
        Measure.FLOOD_TIME: _tr("Performance", "under 1{0}%").format(THIN),
        Measure.CHATTERING: "0",
        Measure.FLEETING: "0",
        Measure.STALE: _tr("Performance", "fewer than 5"),
        Measure.STANDING: _tr("Performance", "fewer than 10"),
        Measure.WORST: _tr("Performance", "about 1{0}%, at most 5{0}%").format(THIN),
        Measure.MIX: _tr("Performance", "about 80 / 15 / 5{0}%").format(THIN),
    }.get(measure, NOTHING)


def note(measure: Measure, verdict: Verdict) -> str:
    """A measure's meaning in a few words, or why it is not judged."""
    if measure is Measure.WORST and verdict is Verdict.NOT_JUDGED:
        return _tr("Performance", "judged from 200 different alarms on")
    return {
        Measure.AVERAGE: _tr("Performance", "average per operator"),
        Measure.PEAK: _tr("Performance", "per operator, wherever they begin"),
        Measure.BUSY: _tr("Performance", "share of all ten-minute periods"),
        Measure.FLOOD_TIME: _tr("Performance", "above 10 in ten minutes, until below 5"),
        Measure.CHATTERING: _tr("Performance", "three times within a minute"),
        Measure.FLEETING: _tr("Performance", "over within a minute, unacknowledged"),
        Measure.STALE: _tr("Performance", "active for more than a day"),
        Measure.STANDING: _tr("Performance", "active and in sight now"),
        Measure.WORST: _tr("Performance", "most frequent ones in all alarms"),
        Measure.MIX: _tr("Performance", "priorities of all alarms"),
        Measure.ACKNOWLEDGED: _tr("Performance", "mean, until somebody took notice"),
        Measure.HIDDEN: _tr("Performance", "suppressed, shelved or out of service"),
    }.get(measure, "")


def explanation(measure: Measure) -> str:
    """What a measure says, and where its recommended figure comes from."""
    return {
        Measure.AVERAGE: _tr(
            "Performance",
            "Average per operator. About one leaves time to act on each alarm (some 150 a day), two are the "
            "most that can be managed (ISA-18.2, IEC 62682).",
        ),
        Measure.PEAK: _tr(
            "Performance",
            "Per operator, in the worst ten minutes, wherever they begin (ISA-18.2, EEMUA 191).",
        ),
        Measure.BUSY: _tr(
            "Performance",
            "Share of ten-minute periods with more than ten alarms per operator (ISA-18.2, IEC 62682).",
        ),
        Measure.FLOOD_TIME: _tr(
            "Performance",
            "A flood begins above ten alarms per operator in ten minutes and ends below five (ISA-18.2).",
        ),
        Measure.FLOODS: _tr("Performance", "How many there were."),
        Measure.LONGEST_FLOOD: _tr("Performance", "How long it lasted."),
        Measure.CHATTERING: _tr(
            "Performance",
            "Raised three times or more within a minute; a deadband or a delay cures it (ISA-18.2).",
        ),
        Measure.FLEETING: _tr(
            "Performance",
            "Over within a minute, before anyone acknowledged; an on-delay cures it (ISA-18.2).",
        ),
        Measure.STALE: _tr(
            "Performance", "Active for more than a day: nobody acts on them any more (ISA-18.2, IEC 62682)."
        ),
        Measure.STANDING: _tr("Performance", "Active and in sight now (EEMUA 191)."),
        Measure.WORST: _tr(
            "Performance",
            "What the ten most frequent alarms have in all; few bad ones make most of the noise (ISA-18.2). "
            "Of fewer than 200 different alarms ten always have more than 5 %, which judges nothing.",
        ),
        Measure.MIX: _tr(
            "Performance",
            "If much is of high priority, nothing is. Up to twice the recommended share is tolerable "
            "(shares by ISA-18.2, EEMUA 191).",
        ),
        Measure.ACKNOWLEDGED: _tr(
            "Performance", "Mean, from when an alarm was shown until somebody took notice."
        ),
        Measure.HIDDEN: _tr("Performance", "Suppressed by design, shelved or out of service now."),
    }[measure]


def too_little(measure: Measure) -> str:
    """Why there is no verdict, where that is not plain."""
    return {
        Measure.MIX: _tr("Performance", "told from 20 alarms on"),
        Measure.WORST: _tr("Performance", "no alarm was presented"),
        Measure.STALE: _tr("Performance", "told after a day of journal"),
        Measure.ACKNOWLEDGED: _tr("Performance", "none was acknowledged"),
    }.get(measure, _tr("Performance", "told after 10 minutes of journal"))


def verdict_word(verdict: Verdict) -> str:
    """A verdict in a word."""
    return {
        Verdict.GOOD: _tr("Performance", "Good"),
        Verdict.TOLERABLE: _tr("Performance", "Tolerable"),
        Verdict.OVER: _tr("Performance", "Over"),
        Verdict.NO_DATA: _tr("Performance", "No data"),
        Verdict.NOT_JUDGED: _tr("Performance", "For information"),
    }[verdict]


def severity(verdict: Verdict) -> Severity:
    """How bad a verdict is: it lends its shape, and where it is over its colour."""
    return {Verdict.TOLERABLE: Severity.LOW, Verdict.OVER: Severity.MEDIUM}.get(verdict, Severity.NORMAL)


def alarm_name(event: Event, rules: Rules) -> str:
    """What an alarm is about, without the values of one occasion. On one line."""
    if event.kind is None:
        return one_line(event.id)
    of = rules.of(event.kind, event.subject).title or event.subject
    if event.kind in (Kind.HIGH, Kind.LOW) and not event.plc:
        of = _tr("Performance", "Sum of {0}").format(of)
    words = _kind(event.kind).format(of)
    return one_line(f"{event.plc} · {words}" if event.plc else words)


def _kind(kind: Kind) -> str:
    return {
        Kind.HIGH: _tr("Performance", "{0} high"),
        Kind.LOW: _tr("Performance", "{0} low"),
        Kind.OFFLINE: _tr("Performance", "lost"),
        Kind.FLEET_OFFLINE: _tr("Performance", "Several gateways lost at once"),
        Kind.FLAPPING: _tr("Performance", "comes and goes"),
        Kind.SLOW: _tr("Performance", "answers slowly"),
        Kind.WRONG: _tr("Performance", "answers wrongly"),
        Kind.STILL_CONNECTED: _tr("Performance", "connected after its disconnection"),
        Kind.CONNECTIONS: _tr("Performance", "Too many connections on circuit {0}"),
        Kind.NOT_CONNECTED: _tr("Performance", "Not every PLC is connected"),
        Kind.MARBLES: _tr("Performance", "Marbles of circuit {0} not as expected"),
        Kind.ADDRESSES: _tr("Performance", "Address list cannot be read"),
        Kind.OVERRUN: _tr("Performance", "Cycle longer than its interval"),
        Kind.DISK: _tr("Performance", "Disk nearly full"),
        Kind.SOUND: _tr("Performance", "Sound lost"),
        Kind.CLOCK: _tr("Performance", "Time of day jumped"),
        Kind.JOURNAL: _tr("Performance", "Alarms cannot be recorded"),
        Kind.HISTORY: _tr("Performance", "Readings cannot be recorded"),
    }[kind]
