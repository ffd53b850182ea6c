"""Plays sounds in a process of its own: `watchdoge --play-sounds`, one JSON command a line on standard input.

Multimedia in the program's own process can go silent for ever while it claims to play: after the audio
server was restarted it takes a new process to be heard again. Here that process costs nothing to replace.
It also keeps a library that cannot be loaded, or a driver that crashes, out of the program that watches.

Commands: {"play": "/path/tone.wav", "volume": 0.0..1.0}, {"stop": true}.
Answers, one JSON object a line: {"ready": true}, {"playing": path}, {"played": path}, {"lost": "why"},
{"unplayable": path, "why": "..."}.
"""

import json
import sys
import threading
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, QTimer, QUrl, Signal, Slot

from doge_gui.core.phrase import phrase
from doge_gui.engine.sound_length import length_s

_OVERTIME_S = 3.0
"""A server may hold two seconds of sound back before it plays them; past this, nothing is being played."""


def main() -> int:
    """Serve until standard input ends. 1 where sound cannot be had at all."""
    application = QCoreApplication(sys.argv[:1])
    try:
        player = _Player()
    except ImportError as error:
        _say(lost=phrase("said.sound", "the sound library cannot be loaded: {0}").format(error))
        return 1
    commands = _Commands()
    commands.command.connect(player.obey)
    commands.ended.connect(application.quit)
    threading.Thread(target=commands.listen, daemon=True).start()
    player.begin()
    return application.exec()


class _Commands(QObject):
    """Reads commands in a thread. Signals: command(dict), ended()."""

    command = Signal(object)
    ended = Signal()

    def listen(self) -> None:
        for line in sys.stdin:
            self.command.emit(json.loads(line))
        self.ended.emit()


class _Player(QObject):
    """Plays one sound at a time, and says so when it is not heard."""

    def __init__(self) -> None:
        super().__init__()
        from PySide6 import QtMultimedia

        self._multimedia = QtMultimedia
        self._devices = QtMultimedia.QMediaDevices(self)
        self._devices.audioOutputsChanged.connect(self._on_outputs_changed)
        self._effect: QtMultimedia.QSoundEffect | None = None
        self._path = ""
        self._overtime = QTimer(self)
        self._overtime.setSingleShot(True)
        self._overtime.timeout.connect(self._on_overtime)

    def begin(self) -> None:
        """Tell whether there is a device to play on."""
        if self._multimedia.QMediaDevices.defaultAudioOutput().isNull():
            _say(lost=phrase("said.sound", "no audio device"))
        else:
            _say(ready=True)

    @Slot(object)
    def obey(self, command: dict[str, Any]) -> None:
        """Carry out one command."""
        self._end_effect()
        if "play" in command:
            self._play(str(command["play"]), float(command.get("volume", 1.0)))

    def _play(self, path: str, volume: float) -> None:
        if self._multimedia.QMediaDevices.defaultAudioOutput().isNull():
            _say(lost=phrase("said.sound", "no audio device"))
            return
        try:
            seconds = length_s(Path(path))
        except (OSError, ValueError) as error:
            _say(unplayable=path, why=phrase("said.sound", "cannot be played: {0}").format(error))
            return
        # A new effect each time: one that has met an error stays dumb.
        effect = self._effect = self._multimedia.QSoundEffect(self)
        self._path = path
        effect.statusChanged.connect(self._on_status_changed)
        effect.playingChanged.connect(self._on_playing_changed)
        effect.setVolume(volume)
        effect.setSource(QUrl.fromLocalFile(path))
        effect.play()
        self._overtime.start(int((seconds + _OVERTIME_S) * 1000))

    @Slot()
    def _on_status_changed(self) -> None:
        if self._effect is not None and self._effect.status() == self._multimedia.QSoundEffect.Status.Error:
            self._end_effect()
            _say(lost=phrase("said.sound", "{0} cannot be played").format(self._path), path=self._path)

    @Slot()
    def _on_playing_changed(self) -> None:
        if self._effect is None:
            return
        if self._effect.isPlaying():
            _say(playing=self._path)
        else:
            self._end_effect()
            _say(played=self._path)

    @Slot()
    def _on_overtime(self) -> None:
        self._end_effect()
        _say(
            lost=phrase(
                "said.sound", "the sound did not come to its end: the audio server was restarted or is stuck"
            )
        )

    @Slot()
    def _on_outputs_changed(self) -> None:
        self.begin()

    def _end_effect(self) -> None:
        self._overtime.stop()
        effect, self._effect = self._effect, None
        if effect is not None:
            effect.blockSignals(True)
            effect.stop()
            effect.deleteLater()


def _say(**answer: Any) -> None:
    print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    sys.exit(main())
