"""How bad a fact is: the one scale of the screen, each step with a shape and a word of its own."""

from enum import IntEnum

from PySide6.QtCore import QCoreApplication

from doge_gui.core.alarms.states import Priority
from doge_gui.core.states import State


class Severity(IntEnum):
    """Rising: the worst fact is the greatest. Each has a colour and a shape; none is told by colour alone."""

    NORMAL = 0
    """A ring, grey."""
    LOW = 1
    """A disc."""
    MEDIUM = 2
    """A diamond."""
    HIGH = 3
    """A triangle."""

    @property
    def mark(self) -> str:
        """The shape as a character, for a line of text."""
        return "○●◆▲"[self]

    @property
    def word(self) -> str:
        """The severity in a word."""
        return (
            QCoreApplication.translate("Severity", "Normal"),
            QCoreApplication.translate("Severity", "Low"),
            QCoreApplication.translate("Severity", "Medium"),
            QCoreApplication.translate("Severity", "High"),
        )[self]


SEVERITY_OF = {
    State.BREACH: Severity.HIGH,
    State.LOST: Severity.MEDIUM,
    State.WRONG: Severity.MEDIUM,
    State.STALE: Severity.LOW,
    State.WAITING: Severity.NORMAL,
    State.CONNECTED: Severity.NORMAL,
}


def severity_of(priority: Priority) -> Severity:
    """The severity an alarm of this priority is shown with."""
    return Severity(int(priority))


def state_word(state: State) -> str:
    """A gateway's state in a word."""
    return {
        State.BREACH: QCoreApplication.translate("State", "High"),
        State.LOST: QCoreApplication.translate("State", "Lost"),
        State.WRONG: QCoreApplication.translate("State", "Wrong"),
        State.STALE: QCoreApplication.translate("State", "Stale"),
        State.WAITING: QCoreApplication.translate("State", "Waiting"),
        State.CONNECTED: QCoreApplication.translate("State", "Connected"),
    }[state]
