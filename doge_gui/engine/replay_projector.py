"""Shows a film cycle by cycle at the wanted speed."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Qt, Signal, Slot

from doge_gui.core.alarms.rules import Rules
from doge_gui.core.replay.film import Film
from doge_gui.core.replay.player import Player
from doge_gui.core.replay.track import Gap
from doge_gui.engine.replay_signals import ReplaySignals
from doge_gui.engine.replay_teller import ReplayTeller
from doge_gui.engine.single_shot import single_shot

_APART_S = 1 / 30
"""Pictures follow one another no faster."""
_REST_MS = 3
"""Left to the window between two pictures, however long it takes to show one."""


class ReplayProjector(ReplaySignals):
    """Keeps the pace; who puts the film in is ReplayDesk."""

    _moved = Signal()

    def __init__(self, rules: Rules, clock: Callable[[], float], parent: QObject | None = None) -> None:
        """`clock` gives monotonic seconds."""
        super().__init__(parent)
        self._clock = clock
        self._film: Film | None = None
        self._idle = Player()
        """Speed and play, while there is no film."""
        self._shown_at = -_APART_S
        self._timer = single_shot(self, 0, self._on_due)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._teller = ReplayTeller(rules, self)
        self._teller.picture_ready.connect(self.picture_ready)
        self._teller.alarms_ready.connect(self.alarms_ready)
        self._teller.position_changed.connect(self.position_changed)
        self._teller.heard.connect(self.heard)

    @Slot(object)
    def use(self, rules: Rules) -> None:
        """Show alarms by these rules: their titles, units and remedies."""
        self._teller.rules = rules
        if self._film is not None:
            self._show()

    @Slot()
    def pause(self) -> None:
        """Stand still."""
        now = self._clock()
        self._command(lambda player: player.paused(now))

    @Slot(float)
    def set_speed(self, speed: float) -> None:
        """Let time run so many times as fast as it did."""
        now = self._clock()
        self._command(lambda player: player.paced(speed, now))

    @Slot(bool)
    def set_sound(self, wanted: bool) -> None:
        """Let what called then be heard, or not."""
        self._teller.sound = wanted
        self._teller.tell_heard(self._film)

    def _command(self, change: Callable[[Player], Player]) -> None:
        if self._film is None:
            self._idle = change(self._idle)
            return
        self._film = replace(self._film, player=change(self._film.player))
        self._teller.tell_position(self._film, None)
        self._teller.tell_heard(self._film)
        self._pace()

    def _show(self, player: Player | None = None, gap: Gap | None = None) -> None:
        """Tell everything of the cycle at which the player stands."""
        film = self._film
        if film is None:
            return
        if player is not None:
            film = self._film = replace(film, player=player)
        self._shown_at = self._clock()
        self._teller.show(film, gap)
        self._pace()
        self._moved.emit()

    def _pace(self) -> None:
        """Wake up when the next picture is due; at the recording's end, stand still."""
        self._timer.stop()
        film, now = self._film, self._clock()
        if film is None or not film.player.playing:
            return
        if film.player.at_end and film.ends:
            self._command(lambda player: player.paused(now))
            self.ended.emit()
            return
        wait_s = film.player.next_in(now)
        if wait_s is not None:
            rest_s = _APART_S - (now - self._shown_at)
            self._timer.start(max(int(max(wait_s, rest_s) * 1000), _REST_MS))

    @Slot()
    def _on_due(self) -> None:
        film = self._film
        if film is None:
            return
        before, player = film.player.cycle, film.player.advanced(self._clock())
        if player.cycle == before:
            self._pace()
        else:
            self._show(player, player.track.last_gap(before, player.cycle))
