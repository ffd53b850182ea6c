"""How long a sound file lasts."""

import wave
from pathlib import Path

from doge_gui.core.phrase import phrase


def length_s(path: Path) -> float:
    """Seconds of a wave file, by what the file holds whatever its header claims.

    OSError where it cannot be read, ValueError where it is no wave file.
    """
    try:
        with wave.open(str(path), "rb") as sound:
            frame_bytes = sound.getnchannels() * sound.getsampwidth()
            frames = min(sound.getnframes(), path.stat().st_size // frame_bytes)
            return frames / sound.getframerate()
    except (EOFError, wave.Error, ZeroDivisionError) as error:
        raise ValueError(str(error) or phrase("said.sound", "it is cut short")) from error
