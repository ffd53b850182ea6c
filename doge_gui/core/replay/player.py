"""Which cycle a replay shows, and when it comes to the next: a value that every command replaces."""

from dataclasses import dataclass, field, replace

import numpy as np

from doge_gui.core.replay.track import Track, track_of

SLOWEST, FASTEST = 1.0, 1000.0
_ALMOST = 1e-6
"""Seconds: a cycle that is due within so little is due."""


@dataclass(frozen=True)
class Player:
    """Plays a track. Instants called `now` are monotonic seconds; others are seconds since 1970.

    While it plays, the recording's time runs `speed` times as fast as time itself; gaps are jumped over.
    """

    track: Track = field(default_factory=lambda: track_of(()))
    cycle: int = 0
    """The cycle that is shown."""
    speed: float = SLOWEST
    playing: bool = False
    film_then: float = 0.0
    """Where on the film it stood ..."""
    then: float = 0.0
    """... at this instant, monotonic seconds."""

    @property
    def at_end(self) -> bool:
        """The track's last cycle is shown."""
        return self.cycle >= len(self.track) - 1

    def _film(self, now: float) -> float:
        passed = max(now - self.then, 0.0) * self.speed if self.playing else 0.0
        return self.film_then + passed

    def due(self, now: float) -> int:
        """The cycle that is to be shown now."""
        if not self.playing or not len(self.track):
            return self.cycle
        film = np.searchsorted(self.track.film, self._film(now) + _ALMOST * self.speed, "right")
        return max(int(film) - 1, self.cycle)

    def next_in(self, now: float) -> float | None:
        """Seconds until the next cycle is to be shown; None where none is: paused, or the end is reached."""
        if not self.playing or self.at_end:
            return None
        return max(0.0, (float(self.track.film[self.cycle + 1]) - self._film(now)) / self.speed)

    # Commands: each gives the player after it

    def advanced(self, now: float) -> "Player":
        """Show what is due."""
        return replace(self, cycle=self.due(now))

    def played(self, now: float) -> "Player":
        """Begin to play, from the cycle that is shown."""
        if self.playing:
            return self
        return replace(self._anchored(self.cycle, now), playing=True)

    def paused(self, now: float) -> "Player":
        """Stand still at what is shown."""
        return replace(self._anchored(self.cycle, now), playing=False)

    def paced(self, speed: float, now: float) -> "Player":
        """Play at another speed, held between the slowest and the fastest."""
        wanted = min(max(speed, SLOWEST), FASTEST)
        return replace(self, film_then=self._film(now), then=now, speed=wanted)

    def stepped(self, cycles: int, now: float) -> "Player":
        """Stand still, so many cycles further on, or back where negative."""
        return replace(self.moved_to(self.cycle + cycles, now), playing=False)

    def sought(self, instant: float, now: float) -> "Player":
        """Show the cycle that was the newest at an instant; within a gap, the first one after it."""
        return self.moved_to(self.track.cycle_shown_at(instant), now)

    def moved_to(self, cycle: int, now: float) -> "Player":
        """Show a cycle, or the track's nearest."""
        return self._anchored(min(max(cycle, 0), max(len(self.track) - 1, 0)), now)

    def onto(self, track: Track, shift: int, now: float) -> "Player":
        """Go on with a track of which the cycle that is shown is `shift` further on: no time is lost.

        At the end of the old track the film stood still.
        """
        end = float(self.track.film[-1]) if len(self.track) else 0.0
        ahead = min(self._film(now), end) - (float(self.track.film[self.cycle]) if len(self.track) else 0.0)
        cycle = self.cycle + shift
        film = float(track.film[cycle]) + max(ahead, 0.0)
        return replace(self, track=track, cycle=cycle, film_then=film, then=now)

    def _anchored(self, cycle: int, now: float) -> "Player":
        film = float(self.track.film[cycle]) if len(self.track) else 0.0
        return replace(self, cycle=cycle, film_then=film, then=now)
