"""One life of the sound player: a process that is told what to play, and is ended when it does not answer."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QProcess, Signal, Slot

from doge_gui.core.phrase import phrase
from doge_gui.engine.single_shot import single_shot
from doge_gui.engine.sound_length import length_s

START_MS = 15_000
"""A player that is not ready by then will never be. A cold start from a slow disk takes long."""
ANSWER_MS = 8000
"""A ready player that has not begun to play by then is stuck."""
OVERDUE_MS = 5000
"""Past a sound's length. The player itself tells after three seconds, unless it is stuck."""
_STOP_WAIT_MS = 300


class PlayerProcess(QObject):
    """Watched from its start to its end: every sound is played to its end, or the player is lost.

    Signals:
        ready(): it has a device to play on.
        playing(str), played(str): this file has begun, has come to its end.
        unplayable(str, str): this file is no sound, and why; the player itself is well.
        lost(str, str): it is over, the last signal of all: why, and the file that it refused, or "".
    """

    ready = Signal()
    playing = Signal(str)
    played = Signal(str)
    unplayable = Signal(str, str)
    lost = Signal(str, str)

    def __init__(self, command: Sequence[str], parent: QObject) -> None:
        super().__init__(parent)
        self._command = list(command)
        self._asked: Path | None = None
        self._is_ready = False
        self._over = False
        self._watch = single_shot(self, START_MS, self._on_overdue)
        self._process = QProcess(self)
        self._process.setStandardErrorFile(QProcess.nullDevice())
        self._process.readyReadStandardOutput.connect(self._on_spoke)
        self._process.finished.connect(self._on_finished)
        self._process.errorOccurred.connect(self._on_error)

    def start(self) -> None:
        """Start it. `lost` may come before this returns."""
        self._watch.start(START_MS)
        self._process.start(self._command[0], self._command[1:])

    def play(self, path: Path, volume: float) -> None:
        """Play this file, in place of what is being played. `volume` is 0 to 1."""
        self._asked = path
        if self._is_ready:
            self._watch.start(ANSWER_MS)
        self._send({"play": str(path), "volume": volume})

    def hush(self) -> None:
        """Play nothing more."""
        self._asked = None
        if self._is_ready:
            self._watch.stop()
        self._send({"stop": True})

    def stop(self) -> None:
        """End it for good; nothing is told of it."""
        self._over = True
        self._watch.stop()
        self._process.closeWriteChannel()
        if not self._process.waitForFinished(_STOP_WAIT_MS):
            self._process.kill()
            self._process.waitForFinished(_STOP_WAIT_MS)

    def _send(self, command: dict[str, object]) -> None:
        self._process.write(json.dumps(command).encode() + b"\n")

    @Slot()
    def _on_spoke(self) -> None:
        while not self._over and self._process.canReadLine():
            self._take(_answer(bytes(self._process.readLine().data())))

    def _take(self, answer: dict[str, Any]) -> None:
        if "lost" in answer:
            # Only a new process sees an audio server that was started or restarted meanwhile.
            self._lose(str(answer["lost"]), str(answer.get("path", "")))
        elif "playing" in answer:
            if answer["playing"] == str(self._asked):
                self._watch.start(OVERDUE_MS + _length_ms(self._asked))
            self.playing.emit(str(answer["playing"]))
        elif "played" in answer:
            self._rest(answer["played"])
            self.played.emit(str(answer["played"]))
        elif "unplayable" in answer:
            self._rest(answer["unplayable"])
            why = str(answer.get("why", phrase("said.sound", "cannot be played")))
            self.unplayable.emit(str(answer["unplayable"]), why)
        elif "ready" in answer:
            self._become_ready()

    def _become_ready(self) -> None:
        if not self._is_ready:
            self._is_ready = True
            self._watch.stop()
            if self._asked is not None:
                self._watch.start(ANSWER_MS)
        self.ready.emit()

    def _rest(self, path: object) -> None:
        """Nothing is awaited after this file, unless another was asked for meanwhile."""
        if path == str(self._asked):
            self._watch.stop()

    def _lose(self, why: str, refused: str = "") -> None:
        if not self._over:
            self._over = True
            self._watch.stop()
            self._process.kill()
            self.lost.emit(why, refused)

    @Slot()
    def _on_overdue(self) -> None:
        self._lose(phrase("said.sound", "the sound player does not answer"))

    @Slot()
    def _on_finished(self) -> None:
        self._on_spoke()
        self._lose(phrase("said.sound", "the sound player ended unexpectedly"))
        self.deleteLater()

    @Slot(QProcess.ProcessError)
    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            self._lose(phrase("said.sound", "the sound player cannot be started"))
            self.deleteLater()


def _answer(line: bytes) -> dict[str, Any]:
    """One line of the player; empty where it is no answer, as when a library prints something."""
    try:
        answer = json.loads(line)
    except (ValueError, RecursionError):
        return {}
    return answer if isinstance(answer, dict) else {}


def _length_ms(path: Path | None) -> int:
    """0 where it cannot be told: the file was taken away while it is played."""
    try:
        return round(1000 * length_s(path)) if path is not None else 0
    except (OSError, ValueError):
        return 0
