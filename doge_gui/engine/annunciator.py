"""Makes breaches heard, and tells when they could not be."""

import json
import logging
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, Signal, Slot

from doge_gui.core import notices
from doge_gui.core.notices import Notice, Sounding
from doge_gui.core.snapshot import Snapshot
from doge_gui.core.statuses import SoundStatus
from doge_gui.engine.single_shot import single_shot

PAUSE_MS = 3000
"""From the end of one sounding of a standing breach to the next."""
ANSWER_MS = 8000
"""A player that has not begun to play by then is stuck, and is replaced."""
RETRY_MS = 10_000
"""After the player was lost, a new one is tried so soon while something sounds."""
LONGEST_RETRY_MS = 300_000
"""While nothing sounds, the wait doubles up to this: each try is a process of its own."""
_STOP_WAIT_MS = 300
_log = logging.getLogger("watchdoge")


class Annunciator(QObject):
    """Keeps a sound player in a process of its own, and has it play while unsilenced breaches stand.

    Signals:
        sounding_changed(bool, str): whether something sounds, and the reason of the first.
        status_changed(object): SoundStatus.
    """

    sounding_changed = Signal(bool, str)
    status_changed = Signal(object)

    def __init__(
        self, player: Sequence[str], sound_of: Callable[[str | None], Path], parent: QObject | None = None
    ) -> None:
        """`player` is the command of the player; `sound_of` finds the file of a configured sound."""
        super().__init__(parent)
        self._player, self._sound_of = list(player), sound_of
        self._sounding = Sounding()
        self._heard: tuple[Notice, ...] = ()
        self._turn = 0
        self._unplayable: set[Path] = set()
        self._refused: str | None = None
        self.status = SoundStatus(False, "not tried yet")
        self._stopping = False
        self._process = self._new_process()
        self._repeat = single_shot(self, PAUSE_MS, self._play_next)
        self._answer = single_shot(self, ANSWER_MS, self._on_player_stuck)
        self._retry = single_shot(self, RETRY_MS, self._on_retry)
        self._retry_ms = RETRY_MS

    def start(self) -> None:
        """Start the player, so that it is known early whether an alarm could be heard."""
        self._begin_player()

    @Slot(object)
    def take_snapshot(self, snapshot: Snapshot) -> None:
        """Hear what a cycle found."""
        self._apply(notices.step(self._sounding, snapshot))

    @Slot()
    def silence(self) -> None:
        """Silence what sounds now; a breach that comes anew sounds again."""
        self._apply(notices.silence(self._sounding))

    def stop(self) -> None:
        """End the player."""
        self._stopping = True
        for timer in (self._repeat, self._answer, self._retry):
            timer.stop()
        if self._process.state() != QProcess.ProcessState.NotRunning:
            self._process.closeWriteChannel()
            if not self._process.waitForFinished(_STOP_WAIT_MS):
                self._process.kill()
                self._process.waitForFinished(_STOP_WAIT_MS)

    def _apply(self, sounding: Sounding) -> None:
        self._sounding = sounding
        before, self._heard = self._heard, sounding.heard
        new = {notice.key for notice in self._heard} - {notice.key for notice in before}
        if new:
            self._turn = next(at for at, notice in enumerate(self._heard) if notice.key in new)
            self._play_next()
        elif before and not self._heard:
            self._repeat.stop()
            self._answer.stop()
            self._send({"stop": True})
        if _told(before) != _told(self._heard):
            self.sounding_changed.emit(*_told(self._heard))

    @Slot()
    def _play_next(self) -> None:
        """Play the sound of one standing breach; several take turns."""
        if not self._heard:
            return
        notice = self._heard[self._turn % len(self._heard)]
        self._turn += 1
        self._repeat.stop()
        path = self._sound_of(notice.sound)
        if path not in self._unplayable and not path.is_file():
            self._note_unplayable(path, "is not there")
        if path in self._unplayable:
            path = self._sound_of(None)
        self._begin_player()
        self._answer.start()
        self._send({"play": str(path), "volume": 1.0})

    def _send(self, command: dict[str, object]) -> None:
        if self._process.state() != QProcess.ProcessState.NotRunning:
            self._process.write(json.dumps(command).encode() + b"\n")

    @Slot()
    def _begin_player(self) -> None:
        if not self._stopping and self._process.state() == QProcess.ProcessState.NotRunning:
            self._process.start(self._player[0], self._player[1:])

    def _new_process(self) -> QProcess:
        process = QProcess(self)
        process.setProcessChannelMode(QProcess.ProcessChannelMode.SeparateChannels)
        process.setStandardErrorFile(QProcess.nullDevice())
        process.readyReadStandardOutput.connect(self._on_player_spoke)
        process.finished.connect(self._on_player_ended)
        process.errorOccurred.connect(self._on_player_error)
        return process

    @Slot()
    def _on_player_spoke(self) -> None:
        while self._process.canReadLine():
            answer = json.loads(bytes(self._process.readLine().data()))
            self._answer.stop()
            if "lost" in answer:
                self._tell(SoundStatus(False, str(answer["lost"])))
                self._note_refused(answer.get("path"))
                # Only a new process sees an audio server that was started or restarted meanwhile.
                self._process.closeWriteChannel()
            elif "unplayable" in answer:
                self._note_unplayable(Path(str(answer["unplayable"])), str(answer["why"]))
                self._repeat.start()
            elif "ready" in answer:
                self._retry_ms = RETRY_MS
                self._tell(SoundStatus(True))
            elif "played" in answer:
                self._refused = None
                self._tell(SoundStatus(True))
                self._repeat.start()

    def _note_refused(self, path: str | None) -> None:
        """A sound that a fresh player refuses again is at fault itself, not the player."""
        if path is not None and path == self._refused and Path(path) != self._sound_of(None):
            self._note_unplayable(Path(path), "cannot be played")
        self._refused = path

    def _note_unplayable(self, path: Path, why: str) -> None:
        if path not in self._unplayable:
            _log.warning("sound %s %s; the program's own is played in its place", path, why)
            self._unplayable.add(path)

    @Slot()
    def _on_player_ended(self) -> None:
        if self._stopping:
            return
        self._answer.stop()
        if self.status.ready:
            self._tell(SoundStatus(False, "the sound player ended unexpectedly"))
        self._retry_later()

    def _retry_later(self) -> None:
        if self._heard:
            self._retry_ms = RETRY_MS
        self._retry.start(self._retry_ms)
        self._retry_ms = min(2 * self._retry_ms, LONGEST_RETRY_MS)

    @Slot()
    def _on_player_stuck(self) -> None:
        self._process.kill()

    @Slot()
    def _on_retry(self) -> None:
        """Try a new player, and have it sound at once what still stands."""
        self._begin_player()
        self._play_next()

    @Slot(QProcess.ProcessError)
    def _on_player_error(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            self._tell(SoundStatus(False, "the sound player cannot be started"))
            self._retry_later()

    def _tell(self, status: SoundStatus) -> None:
        if status != self.status:
            self.status = status
            self.status_changed.emit(status)


def _told(heard: tuple[Notice, ...]) -> tuple[bool, str]:
    """Whether something sounds, and why."""
    return bool(heard), heard[0].reason if heard else ""
