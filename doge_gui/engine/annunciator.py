"""Makes breaches heard, and tells when they could not be."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QTimer, Signal, Slot

from doge_gui.core import notices
from doge_gui.core.notices import Notice, Sounding
from doge_gui.core.snapshot import Snapshot
from doge_gui.core.statuses import SoundStatus

REPEAT_MS = 4000
"""From one sounding of a standing breach to the next."""
RETRY_MS = 10_000
"""After the player was lost, a new one is tried this often."""
_STOP_WAIT_MS = 300


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
        self.status = SoundStatus(False, "not tried yet")
        self._stopping = False
        self._process = self._new_process()
        self._repeat = QTimer(self)
        self._repeat.setInterval(REPEAT_MS)
        self._repeat.timeout.connect(self._play_next)
        self._retry = QTimer(self)
        self._retry.setSingleShot(True)
        self._retry.setInterval(RETRY_MS)
        self._retry.timeout.connect(self._begin_player)

    def start(self) -> None:
        """Start the player, so that it is known early whether an alarm could be heard."""
        self._begin_player()

    def find_sounds_by(self, sound_of: Callable[[str | None], Path]) -> None:
        """Look for sounds elsewhere from now on."""
        self._sound_of = sound_of

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
        self._repeat.stop()
        self._retry.stop()
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
            self._repeat.start()
        elif before and not self._heard:
            self._repeat.stop()
            self._send({"stop": True})
        if bool(before) != bool(self._heard) or new:
            self.sounding_changed.emit(bool(self._heard), self._heard[0].reason if self._heard else "")

    @Slot()
    def _play_next(self) -> None:
        """Play the sound of one standing breach; several take turns."""
        if not self._heard:
            return
        notice = self._heard[self._turn % len(self._heard)]
        self._turn += 1
        path = self._sound_of(notice.sound)
        if not path.is_file():
            self._tell(SoundStatus(False, f"{path} is not there"))
            return
        self._begin_player()
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
            if "lost" in answer:
                self._tell(SoundStatus(False, str(answer["lost"])))
                # Only a new process sees an audio server that was started or restarted meanwhile.
                self._process.closeWriteChannel()
                if not self._retry.isActive():
                    self._retry.start()
            elif "ready" in answer or "played" in answer:
                self._tell(SoundStatus(True))

    @Slot()
    def _on_player_ended(self) -> None:
        if self._stopping:
            return
        if self.status.ready:
            self._tell(SoundStatus(False, "the sound player ended unexpectedly"))
        if not self._retry.isActive():
            self._retry.start()

    @Slot(QProcess.ProcessError)
    def _on_player_error(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            self._tell(SoundStatus(False, "the sound player cannot be started"))
            self._retry.start()

    def _tell(self, status: SoundStatus) -> None:
        if status != self.status:
            self.status = status
            self.status_changed.emit(status)
