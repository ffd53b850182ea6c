"""Shows the plant as it stood: reads the recording ahead, keeps the pace, tells pictures and alarms."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QObject, Slot

from doge_gui.core.alarms.rules import Rules
from doge_gui.core.replay.film import film_of
from doge_gui.core.replay.player import Player
from doge_gui.core.replay.tape import utc
from doge_gui.engine.replay_loading import (
    Beside,
    Close,
    FindAlarm,
    Go,
    Loaded,
    Onsets,
    OpenedSource,
    Wish,
)
from doge_gui.engine.replay_projector import ReplayProjector
from doge_gui.engine.replay_reader import ReplayReader


class ReplayDesk(ReplayProjector):
    """One replay at a time. It reads the history and nothing else: no gateway is within its reach."""

    def __init__(
        self,
        open_source: Callable[[], OpenedSource],
        rules: Rules,
        clock: Callable[[], float],
        parent: QObject | None = None,
    ) -> None:
        """`clock` gives monotonic seconds."""
        super().__init__(rules, clock, parent)
        self._open = False
        self._reader = ReplayReader(open_source, self._ahead, self)
        self._reader.loading.connect(self.loading)
        self._reader.loaded.connect(self._on_loaded)
        self._moved.connect(self._reader.begin)

    @property
    def reading(self) -> bool:
        """The recording is being read."""
        return self._reader.busy

    # What is wanted

    @Slot(object)
    def open(self, instant: datetime) -> None:
        """Show the plant as it stood at an instant, standing still."""
        self._open, self._film, self._idle = True, None, Player()
        self._timer.stop()
        self._teller.begin_anew()
        self._reader.ask(Go(instant))

    @Slot()
    def close(self) -> None:
        """End the replay: nothing more is told."""
        self._open, self._film = False, None
        self._timer.stop()
        self._teller.hush()
        self._reader.ask(Close())

    def stop(self) -> bool:
        """End for good; False where reading hangs."""
        self.close()
        return self._reader.stop()

    @Slot()
    def play(self) -> None:
        """Let time run on from here."""
        film, now = self._film, self._clock()
        if film is not None and film.player.at_end and film.ends:
            # The recording may have gone on meanwhile.
            self._film, self._idle = replace(film, player=replace(film.player, playing=True)), Player()
            self._reader.ask(Go(utc(float(film.player.track.times[-1]))))
            return
        self._command(lambda player: player.played(now))

    @Slot(int)
    def step(self, cycles: int) -> None:
        """Stand still so many cycles later, or earlier where negative."""
        film, now = self._film, self._clock()
        if film is None:
            return
        wanted, player = film.player.cycle + cycles, film.player.stepped(cycles, now)
        later = wanted >= len(player.track)
        self._reader.forget()
        self._show(player)
        if (later and not film.ends) or (wanted < 0 and not film.begins):
            edge = film.reels[-1 if later else 0]
            self._reader.ask(Beside(edge.stretch, later, wanted - player.cycle))

    @Slot(object)
    def seek(self, instant: datetime) -> None:
        """Show the plant as it stood at an instant; whether it plays stays as it is."""
        film, now = self._film, self._clock()
        if film is not None and film.holds(instant.timestamp()):
            self._reader.forget()
            self._show(film.player.sought(instant.timestamp(), now))
        elif self._open:
            self._reader.ask(Go(instant))

    @Slot()
    def next_alarm(self) -> None:
        """Stand still at the next cycle at which an alarm came."""
        self._jump(later=True)

    @Slot()
    def previous_alarm(self) -> None:
        """Stand still at the last cycle before this one at which an alarm came."""
        self._jump(later=False)

    def _jump(self, later: bool) -> None:
        film, now = self._film, self._clock()
        if film is None:
            return
        onset = film.onset(later=later)
        if onset is not None:
            self._reader.forget()
            self._show(film.player.moved_to(film.cycle_of(onset), now).paused(now))
            return
        if film.ends if later else film.begins:
            self.nothing_found.emit(later)
            return
        times = film.player.track.times
        edge = film.reels[-1].stretch.cycles[-1].at if later else utc(float(times[0]))
        self._reader.ask(FindAlarm(film.reels[-1].until or edge if later else edge, later))

    # How it is read

    def _ahead(self) -> Wish | None:
        """What is read ahead while nobody waits for anything."""
        film, teller = self._film, self._teller
        if film is None:
            return None
        if film.wants_later:
            return Beside(film.reels[-1].stretch, later=True)
        if teller.line is not None and not teller.lined:
            return Onsets(*teller.line, teller.rules)
        if film.wants_earlier:
            return Beside(film.reels[0].stretch, later=False)
        return None

    @Slot(object)
    def _on_loaded(self, loaded: Loaded) -> None:
        if not self._open or isinstance(loaded.wish, Close):
            return
        self._teller.span = loaded.span or self._teller.span
        if loaded.error:
            self.failed.emit(loaded.error)
        else:
            self._take(loaded)

    def _take(self, loaded: Loaded) -> None:
        match loaded.wish:
            case Onsets(begin, end):
                if self._teller.line == (begin, end):
                    self._teller.lined = True
                    self.onsets_known.emit(loaded.marks)
            case Beside():
                self._take_beside(loaded, loaded.wish)
            case _ if loaded.wish is not self._reader.awaited:
                pass
            case FindAlarm(_, later) if loaded.reel is None:
                self.nothing_found.emit(later)
            case _:
                self._take_reel(loaded)

    def _take_reel(self, loaded: Loaded) -> None:
        """Another part of the recording has come: go on there."""
        if loaded.reel is None:
            self.failed.emit("nothing has been recorded yet")
            return
        now = self._clock()
        film = film_of(loaded.reel, self._film.player if self._film is not None else self._idle)
        player = film.player
        if loaded.onset is not None:
            player = player.moved_to(film.cycle_of(loaded.onset), now).paused(now)
        elif isinstance(loaded.wish, Go):
            player = player.sought(loaded.wish.at.timestamp(), now)
        self._film = film
        self.past_known.emit(film.past())
        self._show(player)

    def _take_beside(self, loaded: Loaded, wish: Beside) -> None:
        film, now = self._film, self._clock()
        if film is None or wish.stretch is not film.reels[-1 if wish.later else 0].stretch:
            return
        film = film.with_later(loaded.reel, now) if wish.later else film.with_earlier(loaded.reel, now)
        self._film = film
        if loaded.reel is not None:
            self.past_known.emit(film.past())
        if wish.steps and wish is self._reader.awaited:
            self._show(film.player.stepped(wish.steps, now))
        elif wish.later:
            self._pace()
        elif loaded.reel is not None:
            self._show()
