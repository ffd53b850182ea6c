"""A real audio server with a null sink, whose sound is recorded and measured."""

import os
import re
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import psutil

from doge_gui.core.alarms.states import Priority
from doge_gui.paths import own_sound

TOOLS = ("pulseaudio", "parec", "pactl", "sox")


def missing_tools() -> list[str]:
    """The programs that are not installed."""
    return [tool for tool in TOOLS if shutil.which(tool) is None]


def own_tone(configured: str | None, priority: Priority) -> Path:
    """The program's own file of a configured sound, or of a priority's tone."""
    return own_sound(Path(configured).name if configured else f"{priority.name.lower()}.wav")


class AudioServer:
    """PulseAudio in a folder of its own; `environment` is what a client of it needs."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._process: subprocess.Popen[bytes] | None = None
        self.environment = {
            "PULSE_SERVER": f"unix:{folder}/native",
            "PULSE_RUNTIME_PATH": str(folder),
            "PULSE_STATE_PATH": str(folder),
            "PULSE_COOKIE": str(folder / "cookie"),
        }

    def start(self) -> None:
        """Start it and wait until it answers."""
        self._process = subprocess.Popen(
            [
                *("pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no"),
                *("-L", "module-null-sink sink_name=room rate=44100"),
                *("-L", f"module-native-protocol-unix auth-anonymous=1 socket={self._folder}/native"),
            ],
            env={**os.environ, **self.environment, "HOME": str(self._folder)},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        for _ in range(100):
            if self._client("pactl", "info").returncode == 0:
                return
            time.sleep(0.05)
        raise RuntimeError("the audio server did not start")

    def stop(self) -> None:
        """End it, as when it crashes or is restarted."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None

    def freeze(self) -> None:
        """Let it hang: it keeps its connections and does nothing."""
        assert self._process is not None
        self._process.send_signal(signal.SIGSTOP)

    def thaw(self) -> None:
        """Let it go on."""
        assert self._process is not None
        self._process.send_signal(signal.SIGCONT)

    @contextmanager
    def recording(self) -> Iterator[Path]:
        """Record what the sink plays while the block runs; raw 16-bit mono at 44.1 kHz."""
        path = self._folder / "heard.raw"
        with path.open("wb") as out:
            recorder = subprocess.Popen(
                ["parec", "-d", "room.monitor", "--format=s16le", "--rate=44100", "--channels=1", "--raw"],
                stdout=out,
                stderr=subprocess.DEVNULL,
                env={**os.environ, **self.environment},
            )
            while path.stat().st_size == 0:
                time.sleep(0.05)
            try:
                yield path
            finally:
                recorder.terminate()
                recorder.wait()

    def _client(self, *command: str) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            command, env={**os.environ, **self.environment}, capture_output=True, check=False, timeout=10
        )


def children(word: str) -> list[psutil.Process]:
    """The running programs that this test has started and whose command holds the word."""
    living = (one for one in psutil.Process().children() if one.status() != psutil.STATUS_ZOMBIE)
    return [child for child in living if word in " ".join(child.cmdline())]


def loudness_and_pitch(path: Path) -> tuple[float, float]:
    """Peak amplitude (0 to 1) and rough frequency in Hz of a raw recording, as sox measures them."""
    form = ["-t", "raw", "-r", "44100", "-e", "signed", "-b", "16", "-c", "1"]
    said = subprocess.run(
        ["sox", *form, str(path), "-n", "stat"], capture_output=True, text=True, check=True, timeout=30
    ).stderr
    peak = re.search(r"Maximum amplitude:\s+(-?[\d.]+)", said)
    pitch = re.search(r"Rough\s+frequency:\s+(-?[\d.]+)", said)
    assert peak
    assert pitch
    return float(peak[1]), float(pitch[1])


def strongest_hz(path: Path) -> float:
    """The frequency that carries the most power in a raw recording."""
    sound = np.frombuffer(path.read_bytes()[: path.stat().st_size // 2 * 2], np.int16).astype(float)
    power = np.abs(np.fft.rfft(sound))
    return float(np.fft.rfftfreq(len(sound), 1 / 44100)[power.argmax()])
