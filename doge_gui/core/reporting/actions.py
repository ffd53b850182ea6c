"""What was done in the plant, by people and by the program."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import NamedTuple

from doge_gui.core.alarms.events import Event
from doge_gui.core.alarms.rules import Rules
from doge_gui.core.alarms.words import entry


class Action(NamedTuple):
    """One act that is on record."""

    at: datetime
    """Wall clock, UTC."""
    who: str
    """Empty for the program."""
    what: str
    """A few words, the same for the same kind of act: `force disconnect`, `acknowledged`."""
    subject: str
    """What it was done to: a PLC, an alarm's id, a file. May come from the network."""
    detail: str = ""
    """What there is to say beyond: a comment, a gateway's answer."""


def acts_on_alarms(events: Iterable[Event], rules: Rules) -> Iterator[Action]:
    """What people did to alarms, as the journal has it."""
    for event in events:
        if event.who:
            detail = event.comment or ("" if event.id else entry(event, rules))
            yield Action(event.at, event.who, event.what.value, event.id or "sound", detail)
