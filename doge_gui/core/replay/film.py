"""The part of the recording that is at hand: reels that follow one another, and the player over them."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from doge_gui.core.alarms.events import Event
from doge_gui.core.recording.cycles import Stretch
from doge_gui.core.replay.past import Past, past_of
from doge_gui.core.replay.player import Player
from doge_gui.core.replay.reel import Reel
from doge_gui.core.replay.track import Track, track_of

_MOST_REELS = 3
_LOOK_BACK_S = 1800.0
"""So much of what was before is wanted beside a picture: the span of the graphs."""


@dataclass(frozen=True)
class Film:
    """Reels in order, at least one, and where it stands in them."""

    reels: tuple[Reel, ...]
    player: Player
    ends: bool = False
    """Nothing was recorded after the last reel, when it was asked for last."""
    begins: bool = False
    """Nothing was recorded before the first one."""

    @cached_property
    def _starts(self) -> list[int]:
        """Number on the track of each reel's first cycle."""
        starts = [0]
        for reel in self.reels[:-1]:
            starts.append(starts[-1] + len(reel))
        return starts

    def place(self) -> tuple[Reel, int]:
        """The reel of the cycle that is shown, and the cycle's number in it."""
        number = bisect_right(self._starts, self.player.cycle) - 1
        return self.reels[number], self.player.cycle - self._starts[number]

    def past(self) -> Past:
        """The marbles of all that is at hand."""
        return past_of([reel.stretch for reel in self.reels], self.player.track)

    def holds(self, instant: float) -> bool:
        """What an instant shows is at hand."""
        track = self.player.track
        after = instant > float(track.times[-1]) and not self.ends
        before = instant < float(track.times[0]) and not self.begins
        return not after and not before

    # What is wanted next

    @property
    def wants_later(self) -> bool:
        """The next reel is to be read ahead."""
        return not self.ends and self.place()[0] is self.reels[-1]

    @property
    def wants_earlier(self) -> bool:
        """The reel before tells something about what is shown: how it began, or its curves."""
        reel, index = self.place()
        if self.begins or reel is not self.reels[0] or reel.follows:
            return False
        began, ended = reel.times.ends[0], reel.times.ends[index]
        return bool(ended - began < _LOOK_BACK_S or reel.times.lacks(index))

    def with_later(self, reel: Reel | None, now: float) -> "Film":
        """A reel that follows the last one has come; None where there is none."""
        if reel is None:
            return replace(self, ends=True)
        kept = self.reels[-(_MOST_REELS - 1) :]
        reels = (*kept, reel.following(self.reels[-1].times.end()))
        dropped = sum(map(len, self.reels[: len(self.reels) - len(kept)]))
        player = self.player.onto(_track(reels), -dropped, now)
        return Film(reels, player, begins=self.begins and not dropped)

    def with_earlier(self, reel: Reel | None, now: float) -> "Film":
        """A reel that comes before the first one has come; None where there is none."""
        if reel is None:
            return replace(self, begins=True)
        first = self.reels[0].following(reel.times.end())
        reels = (reel, first, *self.reels[1 : _MOST_REELS - 1])
        ends = self.ends and len(reels) == len(self.reels) + 1
        return Film(reels, self.player.onto(_track(reels), len(reel), now), ends=ends)

    # Alarms

    def onset(self, *, later: bool) -> Event | None:
        """The next alarm that came after the cycle that is shown, or the last one before it."""
        track, shown = self.player.track, self.player.cycle
        if later:
            return next((one for one in self._onsets() if track.cycle_at(one.at.timestamp()) > shown), None)
        before = [one for one in self._onsets() if track.cycle_at(one.at.timestamp()) < shown]
        return before[-1] if before else None

    def _onsets(self) -> Iterator[Event]:
        for reel in self.reels:
            yield from reel.tape.onsets()

    def cycle_of(self, onset: Event) -> int:
        """The cycle at which an alarm came."""
        return self.player.track.cycle_at(onset.at.timestamp())


def film_of(reel: Reel, before: Player) -> Film:
    """A film that begins with one reel; speed and play go on from another player."""
    return Film((reel,), replace(before, track=_track((reel,)), cycle=0))


def _track(reels: tuple[Reel, ...]) -> Track:
    stretches: list[Stretch] = [reel.stretch for reel in reels]
    return track_of(stretches)
