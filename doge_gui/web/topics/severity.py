"""How bad a fact is, on the pages: each step has a shape and a word, so that none is told by colour alone."""

from enum import StrEnum

from doge_gui.core.alarms.states import Priority
from doge_gui.core.phrase import phrase
from doge_gui.core.states import State


class Severity(StrEnum):
    """The style sheet and the scripts know them by these names: ring, disc, diamond, triangle."""

    NORMAL = "normal"
    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


BY_PRIORITY = {
    Priority.LOW: Severity.LOW,
    Priority.MEDIUM: Severity.MEDIUM,
    Priority.HIGH: Severity.HIGH,
}
BY_STATE = {
    State.BREACH: Severity.HIGH,
    State.LOST: Severity.MEDIUM,
    State.WRONG: Severity.MEDIUM,
    State.STALE: Severity.LOW,
    State.WAITING: Severity.NORMAL,
    State.CONNECTED: Severity.NORMAL,
}
PRIORITY_WORDS = {
    Priority.LOW: phrase("web", "Low"),
    Priority.MEDIUM: phrase("web", "Medium"),
    Priority.HIGH: phrase("web", "High"),
}
STATE_WORDS = {
    State.BREACH: phrase("web", "Out of limits"),
    State.LOST: phrase("web", "Lost"),
    State.WRONG: phrase("web", "Wrong"),
    State.STALE: phrase("web", "Stale"),
    State.WAITING: phrase("web", "Waiting"),
    State.CONNECTED: phrase("web", "Connected"),
}

_STEPS = tuple(Severity)


def worst(*severities: Severity) -> Severity:
    """The worst of some; NORMAL of none."""
    return max(severities, key=_STEPS.index, default=Severity.NORMAL)
