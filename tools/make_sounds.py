"""Computes the alarm sounds in sounds/: the same bytes on every machine.

    python tools/make_sounds.py [FOLDER]

Three priorities that differ in rhythm, pitch and number of pulses, after the idea of IEC 60601-1-8
(the more urgent, the more pulses and the shorter the gaps) with the audible band of ISO 7731
(most energy between 500 Hz and 2.5 kHz), and the tone of a configured request. A pulse is a fundamental with
three harmonics under a raised-cosine attack and decay, so that it neither clicks nor startles.
"""

from __future__ import annotations

import math
import sys
import wave
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

RATE = 44_100
"""Samples per second; mono, 16 bit."""
PEAK = 0.6
"""The loudest sample of each file, as a fraction of full scale."""
HARMONICS = (1.0, 0.45, 0.25, 0.12)
"""Amplitudes of the fundamental and of its 2nd, 3rd and 4th harmonic."""
ATTACK_S = 0.02
DECAY_S = 0.06


@dataclass(frozen=True)
class Pulse:
    """One tone of a pattern."""

    start_s: float
    """Seconds from the start of the file."""
    length_s: float
    """Seconds, attack and decay included."""
    pitch_hz: float
    """Frequency of the fundamental."""


@dataclass(frozen=True)
class Pattern:
    """The pulses of one sound file."""

    length_s: float
    """Seconds of the whole file, the silence at its end included."""
    pulses: tuple[Pulse, ...]


PATTERNS: dict[str, Pattern] = {
    "high.wav": Pattern(
        1.15,
        (
            Pulse(0.00, 0.13, 659.26),
            Pulse(0.15, 0.13, 783.99),
            Pulse(0.30, 0.13, 987.77),
            Pulse(0.58, 0.13, 987.77),
            Pulse(0.73, 0.22, 1318.51),
        ),
    ),
    "medium.wav": Pattern(
        1.05, (Pulse(0.00, 0.20, 523.25), Pulse(0.30, 0.20, 659.26), Pulse(0.60, 0.34, 783.99))
    ),
    "low.wav": Pattern(0.75, (Pulse(0.00, 0.22, 659.26), Pulse(0.32, 0.34, 523.25))),
    "warning.wav": Pattern(
        0.95, (Pulse(0.00, 0.24, 880.00), Pulse(0.26, 0.24, 698.46), Pulse(0.52, 0.34, 880.00))
    ),
}
"""File name -> what is heard."""


def _envelope(at_s: float, length_s: float) -> float:
    """Loudness (0..1) of a pulse of `length_s` seconds, `at_s` seconds after its start."""
    if at_s < ATTACK_S:
        return 0.5 - 0.5 * math.cos(math.pi * at_s / ATTACK_S)
    remaining = length_s - at_s
    if remaining < DECAY_S:
        return 0.5 - 0.5 * math.cos(math.pi * max(remaining, 0.0) / DECAY_S)
    return 1.0


def _tone(at_s: float, pitch_hz: float) -> float:
    """The harmonic wave of `pitch_hz` at `at_s` seconds, not yet scaled."""
    turn = 2.0 * math.pi * pitch_hz * at_s
    return sum(weight * math.sin(order * turn) for order, weight in enumerate(HARMONICS, start=1))


def synthesize(pattern: Pattern) -> list[float]:
    """The samples of a pattern at RATE, scaled so that the loudest is PEAK."""
    samples = [0.0] * round(pattern.length_s * RATE)
    for pulse in pattern.pulses:
        first = round(pulse.start_s * RATE)
        for index in range(round(pulse.length_s * RATE)):
            at_s = index / RATE
            samples[first + index] += _envelope(at_s, pulse.length_s) * _tone(at_s, pulse.pitch_hz)
    loudest = max(abs(sample) for sample in samples)
    return [sample * PEAK / loudest for sample in samples]


def write(path: Path, samples: Sequence[float]) -> None:
    """Writes samples (-1..1) as a 16-bit mono WAV file."""
    frames = array("h", (round(sample * 32767) for sample in samples))
    if sys.byteorder == "big":
        frames.byteswap()
    with wave.open(str(path), "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(RATE)
        sound.writeframes(frames.tobytes())


def main() -> None:
    """Writes every sound into the folder named on the command line, by default sounds/."""
    here = Path(__file__).resolve().parents[1] / "sounds"
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else here
    folder.mkdir(parents=True, exist_ok=True)
    for name, pattern in PATTERNS.items():
        write(folder / name, synthesize(pattern))


if __name__ == "__main__":
    main()
