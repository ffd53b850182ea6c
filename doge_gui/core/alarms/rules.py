"""What the configuration says of alarms, as the judgement takes it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from doge_gui.core.alarms.alarm import OF_A_VALUE, Alarm, Kind
from doge_gui.core.alarms.states import Priority
from doge_gui.core.phrase import phrase


@dataclass(frozen=True, slots=True)
class AlarmRule:
    """How one kind of alarm, or one request's, behaves."""

    priority: Priority = Priority.MEDIUM
    deadband: float = 0.0
    """How far back beyond the limit a value must go before it counts as clear; in the value's unit."""
    on_delay_s: float = 0.0
    off_delay_s: float = 0.0
    latching: bool = False
    message: str = ""
    """In place of the program's own words."""
    response: str = ""
    """What to do about it."""
    sound: str | None = None
    """A sound of its own, as configured."""
    enabled: bool = True
    title: str = ""
    """Of the request."""
    unit: str = ""


_RESPONSES = {
    Kind.HIGH: phrase("said.responses", "Look after the plant."),
    Kind.LOW: phrase("said.responses", "Look after the plant."),
    Kind.OFFLINE: phrase("said.responses", "Check its power and its network; it is asked again every cycle."),
    Kind.FLEET_OFFLINE: phrase(
        "said.responses", "Check what they share: switch, power, this machine's network."
    ),
    Kind.FLAPPING: phrase("said.responses", "Check its cable, its power supply and its network."),
    Kind.SLOW: phrase("said.responses", "Check the gateway's load and its network."),
    Kind.WRONG: phrase("said.responses", "Check the gateway's program."),
    Kind.STILL_CONNECTED: phrase("said.responses", "Check the PLC; disconnect it again or at the device."),
    Kind.CONNECTIONS: phrase("said.responses", "Disconnect a PLC of this circuit."),
    Kind.NOT_CONNECTED: phrase("said.responses", "See the fleet table for who is missing."),
    Kind.MARBLES: phrase("said.responses", "Look for marbles lost or counted twice on this circuit."),
    Kind.ADDRESSES: phrase(
        "said.responses", "Check the source of the list; the last good one stays in force."
    ),
    Kind.OVERRUN: phrase("said.responses", "A longer interval or a shorter deadline would help."),
    Kind.DISK: phrase("said.responses", "Make room on the disk of the recordings."),
    Kind.SOUND: phrase(
        "said.responses", "Check loudspeaker and audio server; alarms are shown, but cannot be heard."
    ),
    Kind.CLOCK: phrase(
        "said.responses", "Check the machine's time synchronisation; recorded times jump, delays do not."
    ),
    Kind.JOURNAL: phrase("said.responses", "Check the recordings' folder and the room on its disk."),
    Kind.HISTORY: phrase(
        "said.responses", "Make room on the recordings' disk, or bring the database server back."
    ),
}

_PRIORITIES = {
    Kind.HIGH: Priority.HIGH,
    Kind.LOW: Priority.HIGH,
    Kind.SLOW: Priority.LOW,
    Kind.NOT_CONNECTED: Priority.LOW,
    Kind.OVERRUN: Priority.LOW,
    Kind.CLOCK: Priority.LOW,
    Kind.SOUND: Priority.LOW,
    Kind.MARBLES: Priority.HIGH,
    Kind.CONNECTIONS: Priority.HIGH,
}

_SLOW_S = 120.0
"""A gateway is slow, or quick again, when it has been for so long: single answers say nothing."""


def usual(kind: Kind) -> AlarmRule:
    """What holds where the configuration says nothing."""
    delay_s = _SLOW_S if kind is Kind.SLOW else 0.0
    priority = _PRIORITIES.get(kind, Priority.MEDIUM)
    return AlarmRule(priority, on_delay_s=delay_s, off_delay_s=delay_s, response=_RESPONSES[kind])


@dataclass(frozen=True)
class Rules:
    """Everything that is configured about alarms."""

    kinds: Mapping[Kind, AlarmRule] = field(default_factory=dict)
    """Where they differ from `usual`."""
    requests: Mapping[str, AlarmRule] = field(default_factory=dict)
    """Request name -> the rule of its values."""
    offline_after: int = 1
    """Cycles without an answer that make a gateway offline."""
    group_above: int = 3
    """More gateways than this, lost in one cycle, are one alarm."""
    slow_above_s: float = 1.0
    """Mean time of an answer, seconds."""
    connections_limit: int = 3
    """Connections beyond the allowed ones, per circuit."""
    marbles_expected: tuple[int, int, int] | None = None
    marbles_tolerance: int = 0
    clock_jump_s: float = 5.0
    shelve_most_s: float = 8 * 3600.0
    """The longest shelving."""

    def of(self, kind: Kind, subject: str = "") -> AlarmRule:
        """The rule of a kind; of a request's values, the request's."""
        if kind in OF_A_VALUE and subject in self.requests:
            rule = self.requests[subject]
            return rule if rule.response else replace(rule, response=_RESPONSES[kind])
        return self.kinds.get(kind) or usual(kind)

    def of_alarm(self, alarm: Alarm) -> AlarmRule:
        """The rule of an alarm."""
        return self.of(alarm.kind, alarm.subject)
