"""The platform's own command that plays a sound: the second way to be heard."""

import shutil
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, Signal, Slot

from doge_gui.engine.single_shot import single_shot
from doge_gui.engine.sound_length import length_s

OVERDUE_MS = 5000
"""Past a sound's length, a command that has not ended is stuck."""
_UNKNOWN_LENGTH_S = 30.0
"""Granted to a file whose length cannot be told: the command may know more kinds of files."""
_STOP_WAIT_MS = 300
_WINDOWS = "(New-Object Media.SoundPlayer $args[0]).PlaySync()"


def _paplay(path: Path, volume: float) -> list[str]:
    return [f"--volume={round(65536 * volume)}", str(path)]


def _pw_play(path: Path, volume: float) -> list[str]:
    return [f"--volume={volume:.2f}", str(path)]


def _aplay(path: Path, _volume: float) -> list[str]:
    return ["-q", str(path)]


def _afplay(path: Path, volume: float) -> list[str]:
    return ["-v", f"{volume:.2f}", str(path)]


def _powershell(path: Path, _volume: float) -> list[str]:
    return ["-NoProfile", "-Command", f"& {{ {_WINDOWS} }}", str(path)]


_WAYS: dict[str, Callable[[Path, float], list[str]]] = {
    "paplay": _paplay,
    "pw-play": _pw_play,
    "aplay": _aplay,
    "afplay": _afplay,
}
if sys.platform == "win32":
    _WAYS = {"powershell": _powershell}


class PlatformPlayer(QObject):
    """Plays one sound at a time with the first command that this machine has. `playing` while it does.

    Signals:
        ended(bool): the command has ended or was stuck; whether it played.
    """

    ended = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.playing = False
        self._process = QProcess(self)
        self._process.setStandardErrorFile(QProcess.nullDevice())
        self._process.setStandardOutputFile(QProcess.nullDevice())
        self._process.finished.connect(self._on_finished)
        self._process.errorOccurred.connect(self._on_error)
        self._deadline = single_shot(self, OVERDUE_MS, self._on_overdue)

    def play(self, path: Path, volume: float) -> bool:
        """Begin to play; False where this machine has no such command, or the last has not ended yet."""
        if self._process.state() != QProcess.ProcessState.NotRunning:
            return False
        for name, arguments in _WAYS.items():
            command = shutil.which(name)
            if command is not None:
                self.playing = True
                self._deadline.start(OVERDUE_MS + round(1000 * _granted_s(path)))
                self._process.start(command, arguments(path, volume))
                return True
        return False

    def stop(self) -> None:
        """End what is playing; nothing is told of it."""
        self.playing = False
        self._deadline.stop()
        if self._process.state() != QProcess.ProcessState.NotRunning:
            self._process.kill()
            self._process.waitForFinished(_STOP_WAIT_MS)

    def _end(self, played: bool) -> None:
        if self.playing:
            self.playing = False
            self._deadline.stop()
            self.ended.emit(played)

    @Slot(int, QProcess.ExitStatus)
    def _on_finished(self, code: int, status: QProcess.ExitStatus) -> None:
        self._end(status == QProcess.ExitStatus.NormalExit and code == 0)

    @Slot(QProcess.ProcessError)
    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            self._end(False)

    @Slot()
    def _on_overdue(self) -> None:
        self._process.kill()
        self._end(False)


def _granted_s(path: Path) -> float:
    try:
        return length_s(path)
    except (OSError, ValueError):
        return _UNKNOWN_LENGTH_S
