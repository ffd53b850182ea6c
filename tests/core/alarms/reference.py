"""What the standard says of one alarm, written a second time and another way, to compare the program with.

States are words here, and nothing of the program's alarms is imported: a mistake there is not repeated here.
"""

from dataclasses import dataclass, field

STAYS = "stays"
ALLOWED: dict[str, set[tuple[str, str]]] = {
    "transition": {
        ("normal", "pending"),
        ("normal", "unack"),
        ("pending", "unack"),
        ("pending", "normal"),
        ("unack", "rtn_unack"),
        ("unack", "latched_unack"),
        ("acked", "normal"),
        ("acked", "latched_acked"),
        ("rtn_unack", "unack"),
        ("latched_unack", "unack"),
        ("latched_acked", "unack"),
    },
    "acknowledged": {("unack", "acked"), ("rtn_unack", "normal"), ("latched_unack", "latched_acked")},
    "reset": {("latched_acked", "normal")},
    "priority": {(STAYS, STAYS), ("acked", "unack")},
    "unshelved": {(STAYS, STAYS), ("acked", "unack")},
    "unsuppressed": {(STAYS, STAYS), ("acked", "unack")},
    "in service": {(STAYS, STAYS), ("acked", "unack")},
    "shelved": {(STAYS, STAYS)},
    "suppressed": {(STAYS, STAYS)},
    "out of service": {(STAYS, STAYS)},
}
"""What an entry of the journal may do to a base state."""
OF_WHAT_IS_GONE = {("latched_unack", "rtn_unack"), ("latched_acked", "normal")}
"""What else may happen to an alarm whose PLC or rule is there no more."""
OF_THE_GROUP = {("acked", "unack"), ("unack", "unack")}
"""What else may happen to the group alarm when more gateways are lost."""
ACTIVE = {"unack", "acked"}
CALLING = {"unack", "latched_unack"}


def allowed(what: str, before: str, after: str) -> bool:
    """The standard knows this step."""
    pairs = ALLOWED[what]
    return (before, after) in pairs or (before == after and (STAYS, STAYS) in pairs)


@dataclass
class Delay:
    """Seconds a condition has held; only time between two good readings counts."""

    of: str = ""
    ran: float = 0.0
    at: float | None = None

    def run(self, of: str, now: float) -> float:
        """Go on, or begin anew for another condition."""
        if self.of != of:
            self.of, self.ran, self.at = of, 0.0, None
        self.ran += 0.0 if self.at is None else now - self.at
        self.at = now
        return self.ran


@dataclass
class Behaviour:
    """How one request's alarm is configured."""

    on_delay: float = 0.0
    off_delay: float = 0.0
    latching: bool = False


@dataclass
class OneAlarm:
    """One value alarm, followed cycle by cycle."""

    state: str = "normal"
    delay: Delay = field(default_factory=Delay)

    def read(self, condition: str | None, now: float, how: Behaviour, decide: bool = False) -> str:
        """The state after a reading: `true`, `within`, `clear`, `gone`, or None where nothing is known."""
        if condition is None:
            self.delay.at = None
        elif condition == "gone":
            self.delay = Delay()
            self.state = {"unack": "rtn_unack", "latched_unack": "rtn_unack", "rtn_unack": "rtn_unack"}.get(
                self.state, "normal"
            )
        elif self.state in ACTIVE:
            self._active(condition, now, how, decide)
        elif self.state == "pending" and condition != "true":
            self.state, self.delay = "normal", Delay()
        elif condition == "true":
            self._true(now, how)
        return self.state

    def _active(self, condition: str, now: float, how: Behaviour, decide: bool) -> None:
        if condition != "clear":
            self.delay = Delay()
        elif self.delay.run("off", now) >= how.off_delay or decide:
            self.delay = Delay()
            over = {"unack": "rtn_unack", "acked": "normal"}
            held = {"unack": "latched_unack", "acked": "latched_acked"}
            self.state = (held if how.latching else over)[self.state]

    def _true(self, now: float, how: Behaviour) -> None:
        again = self.state not in {"normal", "pending"}
        if again or self.delay.run("on", now) >= how.on_delay:
            self.state, self.delay = "unack", Delay()
        else:
            self.state = "pending"
