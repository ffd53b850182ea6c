"""How the alarm page tells the journal: what became of an alarm, what was done, and what it is about."""

from collections.abc import Mapping

from doge_gui.core.alarms.alarm import Kind
from doge_gui.core.alarms.events import What
from doge_gui.core.alarms.states import AlarmState
from doge_gui.core.phrase import phrase

_BECAME = {
    AlarmState.NORMAL: phrase("web", "Over"),
    AlarmState.PENDING: phrase("web", "Pending"),
    AlarmState.UNACK: phrase("web", "Raised"),
    AlarmState.ACKED: phrase("web", "Acknowledged"),
    AlarmState.RTN_UNACK: phrase("web", "Over, unacknowledged"),
    AlarmState.LATCHED_UNACK: phrase("web", "Held, unacknowledged"),
    AlarmState.LATCHED_ACKED: phrase("web", "Held until reset"),
}
_DID = {
    What.ACKNOWLEDGED: phrase("web", "Acknowledged"),
    What.RESET: phrase("web", "Reset"),
    What.PRIORITY: phrase("web", "Priority changed"),
    What.SHELVED: phrase("web", "Shelved"),
    What.UNSHELVED: phrase("web", "No longer shelved"),
    What.SUPPRESSED: phrase("web", "Suppressed"),
    What.UNSUPPRESSED: phrase("web", "No longer suppressed"),
    What.OUT_OF_SERVICE: phrase("web", "Out of service"),
    What.IN_SERVICE: phrase("web", "In service again"),
    What.SILENCED: phrase("web", "Silenced"),
    What.MUTED: phrase("web", "Muted"),
    What.UNMUTED: phrase("web", "No longer muted"),
}
_KINDS = {
    Kind.HIGH: phrase("web", "{0} too high"),
    Kind.LOW: phrase("web", "{0} too low"),
    Kind.OFFLINE: phrase("web", "Gateway lost"),
    Kind.FLEET_OFFLINE: phrase("web", "Several gateways lost"),
    Kind.FLAPPING: phrase("web", "Gateway lost and back again and again"),
    Kind.SLOW: phrase("web", "Gateway slow"),
    Kind.WRONG: phrase("web", "Gateway answers wrongly"),
    Kind.STILL_CONNECTED: phrase("web", "Connected after its disconnection"),
    Kind.CONNECTIONS: phrase("web", "Too many connections on circuit {0}"),
    Kind.NOT_CONNECTED: phrase("web", "Not every PLC is connected"),
    Kind.MARBLES: phrase("web", "Marbles of circuit {0} not as expected"),
    Kind.ADDRESSES: phrase("web", "Address list cannot be read"),
    Kind.OVERRUN: phrase("web", "Cycle longer than its interval"),
    Kind.DISK: phrase("web", "Disk nearly full"),
    Kind.SOUND: phrase("web", "Sound lost"),
    Kind.CLOCK: phrase("web", "Time of day jumped"),
    Kind.JOURNAL: phrase("web", "Alarms cannot be recorded"),
    Kind.HISTORY: phrase("web", "History in trouble"),
}

JOURNAL_WORDS: Mapping[str, str] = {
    "sound": phrase("web", "Sound"),
    "until": phrase("web", "until {0}"),
    **{f"became_{state.value}": text for state, text in _BECAME.items()},
    **{f"did_{what.value.replace(' ', '_')}": text for what, text in _DID.items()},
    **{f"kind_{kind.value.replace('-', '_')}": text for kind, text in _KINDS.items()},
}
"""By the names of what the interface tells: `became_` a state, `did_` an act, `kind_` of an alarm."""
