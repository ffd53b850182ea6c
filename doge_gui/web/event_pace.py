"""How fast, how long and how many: the limits of the event hub."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Pace:
    """In seconds, where nothing else is said."""

    tick_s: float = 1.0
    """Facts are told at most once in so many."""
    alive_s: float = 10.0
    """Where nothing changed, a sign of life is sent after so many."""
    stalled_s: float = 30.0
    """A browser that takes nothing for so many is let go."""
    most: int = 256
    """Listeners at the same time."""
    at_once: int = 25
    """Listeners served before the interpreter is let go..."""
    rest_s: float = 0.01
    """...for so many, since the window runs in it too."""
