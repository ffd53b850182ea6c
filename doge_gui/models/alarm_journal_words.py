"""Entries of the journal in the words of the screen."""

from PySide6.QtCore import QCoreApplication

from doge_gui.core.alarms.events import Event, What
from doge_gui.core.alarms.rules import Rules
from doge_gui.core.alarms.states import AlarmState
from doge_gui.models.alarm_words import name, source_words, state_words, unnamed
from doge_gui.models.severity import severity_of

_tr = QCoreApplication.translate


def about(event: Event, rules: Rules) -> str:
    """What an entry is about, without PLC."""
    if event.kind is None:
        return _tr("Journal", "Sound")
    return name(event.kind, event.subject, rules)


def what_happened(event: Event, rules: Rules) -> str:
    """What happened, without when and by whom."""
    if event.what is What.TRANSITION:
        return _moved(event, rules)
    if event.what is What.PRIORITY:
        return _tr("Journal", "Priority now {0}").format(severity_of(event.priority).word)
    if event.what is What.SUPPRESSED:
        return _tr("Journal", "Suppressed, explained by {0}").format(source_words(event.source, rules))
    words = _words()[event.what]
    if event.until is not None:
        return _tr("Journal", "{0} until {1}").format(words, f"{event.until.astimezone():%H:%M:%S}")
    called_again = event.after is AlarmState.UNACK and event.what in _LIFTED
    return _tr("Journal", "{0}, unacknowledged again").format(words) if called_again else words


_LIFTED = frozenset({What.UNSHELVED, What.UNSUPPRESSED, What.IN_SERVICE})


def _moved(event: Event, rules: Rules) -> str:
    if event.after is AlarmState.UNACK:
        return _tr("Journal", "Raised – {0}").format(unnamed(event, rules))
    return {
        AlarmState.NORMAL: _tr("Journal", "Over"),
        AlarmState.PENDING: _tr("Journal", "Pending: it waits for its delay"),
        AlarmState.RTN_UNACK: _tr("Journal", "Over, not acknowledged yet"),
        AlarmState.LATCHED_UNACK: _tr("Journal", "Over, held until acknowledged and reset"),
        AlarmState.LATCHED_ACKED: _tr("Journal", "Over, held until reset"),
    }.get(event.after, state_words(event.after))


def _words() -> dict[What, str]:
    return {
        What.ACKNOWLEDGED: _tr("Journal", "Acknowledged"),
        What.RESET: _tr("Journal", "Reset"),
        What.SHELVED: _tr("Journal", "Shelved"),
        What.UNSHELVED: _tr("Journal", "Shelving ended"),
        What.UNSUPPRESSED: _tr("Journal", "No longer suppressed"),
        What.OUT_OF_SERVICE: _tr("Journal", "Taken out of service"),
        What.IN_SERVICE: _tr("Journal", "Put in service"),
        What.SILENCED: _tr("Journal", "Silenced"),
        What.MUTED: _tr("Journal", "Muted"),
        What.UNMUTED: _tr("Journal", "On again"),
    }
