"""One act that the audit trail keeps."""

from datetime import datetime
from enum import Enum
from typing import NamedTuple

from doge_gui.core.phrase import phrase


class Act(Enum):
    """What was done."""

    STARTED = phrase("said.acts", "started")
    """Supervision began. Where the one before never ended, whatever it last wrote is unknown."""
    STOPPED = phrase("said.acts", "stopped")
    CONFIGURED = phrase("said.acts", "configured")
    """Another configuration came into force."""
    DISCONNECT_WANTED = phrase("said.acts", "disconnect wanted")
    """An operator's force disconnect, before it is sent."""
    DISCONNECTED = phrase("said.acts", "disconnected")
    """... and what became of it."""
    SWEPT = phrase("said.acts", "swept")
    """The disconnection of every PLC at a cycle's end."""
    TOTALS_WRITTEN = phrase("said.acts", "totals written")
    ALARMS = phrase("said.acts", "alarms")
    """An operator's answer to alarms: acknowledged, shelved, silenced and the like."""
    FILE_CHANGED = phrase("said.acts", "file changed")
    """The recording goes on in another file, because the one before cannot be used."""


class Action(NamedTuple):
    """Who did what to what, and when."""

    at: datetime
    """Wall clock, UTC."""
    who: str
    """An operator's name; `watchdoge` for the program itself."""
    act: Act
    subject: str = ""
    """PLC, alarm or file."""
    detail: str = ""
    """One line. Plain text, part of it from the network."""
