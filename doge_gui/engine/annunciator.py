"""Makes alarms heard, and tells when they could not be."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QObject, Signal, Slot

from doge_gui.core.alarms.sounding import Call
from doge_gui.core.alarms.states import Priority
from doge_gui.core.phrase import phrase
from doge_gui.core.statuses import SoundStatus
from doge_gui.engine.platform_player import PlatformPlayer
from doge_gui.engine.player_process import PlayerProcess
from doge_gui.engine.single_shot import single_shot
from doge_gui.engine.sound_files import SoundFiles, Tone

PAUSE_MS = 3000
"""From the end of one sounding to the next."""
LEAST_APART_MS = 1000
"""Two soundings never begin closer than this."""
RETRY_MS = 10_000
"""After the player was lost, a new one is tried so soon while something sounds."""
LONGEST_RETRY_MS = 300_000
"""While nothing sounds, the wait doubles up to this: each try is a process of its own."""


class Annunciator(QObject):
    """Keeps a sound player in a process of its own, and has it play while alarms call.

    A tone that comes anew is played at once, then those of the worst priority take turns. A player that is
    lost is replaced after a pause; until then the platform's own command plays, where there is one.

    Signals:
        sounding_changed(bool, str): whether something calls, and the id of the worst.
        began(str): the player says that it plays this file.
        status_changed(object): SoundStatus.
    """

    sounding_changed = Signal(bool, str)
    began = Signal(str)
    status_changed = Signal(object)

    def __init__(
        self,
        player: Sequence[str],
        sound_of: Callable[[str | None, Priority], Path],
        parent: QObject | None = None,
    ) -> None:
        """`player` is the command of the player; `sound_of` finds the file of a configured sound, or of a
        priority's tone."""
        super().__init__(parent)
        self._command, self._files = list(player), SoundFiles(sound_of)
        self._called: frozenset[str] = frozenset()
        self._tones: tuple[Tone, ...] = ()
        self._turn = 0
        self._next: Tone | None = None
        self._path: Path | None = None
        self._played_at = QElapsedTimer()
        self._volume = 1.0
        self._lost = ""
        self.status = SoundStatus(False, phrase("said.sound", "not tried yet"))
        self._stopping = False
        self._player: PlayerProcess | None = None
        self._second = PlatformPlayer(self)
        self._second.ended.connect(self._on_second_ended)
        self._repeat = single_shot(self, PAUSE_MS, self._play_next)
        self._retry = single_shot(self, RETRY_MS, self._on_retry)
        self._retry_ms = RETRY_MS

    def start(self) -> None:
        """Start the player, so that it is known early whether an alarm could be heard."""
        self._begin_player()

    @Slot(tuple)
    def take_calls(self, calls: tuple[Call, ...]) -> None:
        """Hear what calls now, worst first."""
        before, self._called = self._called, frozenset(call.id for call in calls)
        tones = tuple(dict.fromkeys(Tone(call.sound, call.priority) for call in calls))
        self._tones = tuple(tone for tone in tones if tone.priority == tones[0].priority)
        new = next((call for call in calls if call.id not in before), None)
        if new is not None:
            self._next = Tone(new.sound, new.priority)
            self._play_soon()
        elif before and not self._called:
            self._hush()
        if bool(before) != bool(self._called):
            self.sounding_changed.emit(bool(self._called), calls[0].id if calls else "")

    @Slot(int)
    def set_volume(self, percent: int) -> None:
        """How loud, 0 to 100."""
        self._volume = min(max(percent, 0), 100) / 100

    @Slot(int)
    def test(self, priority: int) -> None:
        """Play the tone of a priority once, whatever calls and whatever is muted."""
        self._play(Tone(None, Priority(priority)))

    def stop(self) -> None:
        """End every player."""
        self._stopping = True
        self._repeat.stop()
        self._retry.stop()
        self._second.stop()
        self._player = None
        # Those that were lost just now may still be ending.
        for player in self.findChildren(PlayerProcess):
            player.stop()

    def _hush(self) -> None:
        self._next = self._path = None
        self._repeat.stop()
        self._second.stop()
        if self._player is not None:
            self._player.hush()
        if self._lost and not self._retry.isActive():
            self._retry_later()

    def _play_soon(self) -> None:
        """At once, but not sooner than a second after the sound before: a flood is no drum roll."""
        since = self._played_at.elapsed() if self._played_at.isValid() else LEAST_APART_MS
        if since >= LEAST_APART_MS:
            self._play_next()
        else:
            self._repeat.start(LEAST_APART_MS - since)

    @Slot()
    def _play_next(self) -> None:
        """Play what came anew, else the next of the worst."""
        if not self._called:
            return
        tone, self._next = self._next, None
        if tone is None:
            tone = self._tones[self._turn % len(self._tones)]
            self._turn += 1
        self._play(tone)

    def _play(self, tone: Tone) -> None:
        self._repeat.stop()
        if self._second.playing:
            # Its turn comes when what is being heard has ended.
            self._next = tone
            return
        self._played_at.start()
        self._path = self._files.path(tone)
        resting = self._player is None and self._retry.isActive()
        if resting and self._second.play(self._path, self._volume):
            self._hasten_retry()
            return
        self._begin_player()
        if self._player is not None:
            self._player.play(self._path, self._volume)

    def _begin_player(self) -> None:
        self._retry.stop()
        if self._stopping or self._player is not None:
            return
        player = self._player = PlayerProcess(self._command, self)
        player.ready.connect(self._on_ready)
        player.playing.connect(self.began)
        player.played.connect(self._on_played)
        player.unplayable.connect(self._on_unplayable)
        player.lost.connect(self._on_lost)
        player.start()

    @Slot()
    def _on_ready(self) -> None:
        self._retry_ms = RETRY_MS
        # While something is to be heard, only a sound that was played to its end proves a new player.
        if not (self._lost and self._called):
            self._tell_well()

    @Slot(str)
    def _on_played(self, _path: str) -> None:
        self._files.note_played()
        self._tell_well()
        self._path = self._path if self._called else None
        if self._called:
            self._repeat.start(PAUSE_MS)

    @Slot(str, str)
    def _on_unplayable(self, path: str, why: str) -> None:
        if self._files.note_unplayable(Path(path), why):
            self._repeat.start(LEAST_APART_MS)
        else:
            self._lose(f"{path} {why}")

    @Slot(str, str)
    def _on_lost(self, why: str, refused: str) -> None:
        self._player = None
        self._files.note_refused(refused)
        self._lose(why)

    def _lose(self, why: str) -> None:
        """The platform's own player, where there is something to be heard and it is there; and try again."""
        self._lost = why
        self._repeat.stop()
        self._retry_later()
        heard = self._second.playing or (
            self._path is not None and self._second.play(self._path, self._volume)
        )
        if not heard:
            self._path = self._path if self._called else None
            self._tell(SoundStatus(False, why))

    @Slot(bool)
    def _on_second_ended(self, played: bool) -> None:
        if played:
            self._tell(SoundStatus(True, phrase("said.sound", "through the platform's player")))
        elif self._lost:
            self._tell(SoundStatus(False, self._lost))
        if not self._called:
            self._path = None
        elif played or self._player is not None:
            self._repeat.start(PAUSE_MS if self._next is None else LEAST_APART_MS)
        else:
            self._hasten_retry()

    def _retry_later(self) -> None:
        if self._called:
            self._retry_ms = RETRY_MS
        self._retry.start(self._retry_ms)
        self._retry_ms = min(2 * self._retry_ms, LONGEST_RETRY_MS)

    def _hasten_retry(self) -> None:
        """What calls now does not wait as long as what was lost in silence."""
        if self._retry.remainingTime() > RETRY_MS:
            self._retry.start(RETRY_MS)

    @Slot()
    def _on_retry(self) -> None:
        """Try a new player, and have it sound at once what still stands."""
        if self._player is not None and not self._called:
            self._tell_well()
            return
        self._begin_player()
        if not self._second.playing:
            self._play_next()

    def _tell_well(self) -> None:
        """The player is well; alarms are heard if the program's own tones are."""
        self._lost = self._files.fault()
        self._tell(SoundStatus(not self._lost, self._lost))
        if self._lost:
            self._retry_later()

    def _tell(self, status: SoundStatus) -> None:
        if status != self.status:
            self.status = status
            self.status_changed.emit(status)
