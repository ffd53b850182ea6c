"""The sounds are the project's own and the figures of a column stand under each other."""

import wave
from pathlib import Path

import pytest
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QFontMetricsF
from pytestqt.qtbot import QtBot

from tools import make_sounds

ROOT = Path(make_sounds.__file__).parents[1]
FONTS = ROOT / "resources" / "fonts"


def test_the_sounds_are_what_the_script_makes(tmp_path: Path) -> None:
    for name, pattern in make_sounds.PATTERNS.items():
        made = tmp_path / name
        make_sounds.write(made, make_sounds.synthesize(pattern))
        assert made.read_bytes() == (ROOT / "sounds" / name).read_bytes(), name


@pytest.mark.parametrize("name", make_sounds.PATTERNS)
def test_a_sound_is_short_not_clipped_and_starts_and_ends_in_silence(name: str) -> None:
    with wave.open(str(ROOT / "sounds" / name)) as sound:
        assert (sound.getnchannels(), sound.getsampwidth(), sound.getframerate()) == (1, 2, 44_100)
        assert 0.5 <= sound.getnframes() / sound.getframerate() <= 1.2
        frames = memoryview(sound.readframes(sound.getnframes())).cast("h")
    assert max(frames) <= 0.61 * 32768
    assert min(frames) >= -0.61 * 32768
    assert frames[0] == frames[-1] == 0


def test_the_more_urgent_sound_has_more_pulses() -> None:
    pulses = [len(make_sounds.PATTERNS[f"{name}.wav"].pulses) for name in ("low", "medium", "high")]
    assert pulses == sorted(set(pulses))


@pytest.mark.parametrize("weight", [400, 500, 600, 700])
def test_the_shipped_font_has_figures_of_one_width(qtbot: QtBot, weight: int) -> None:
    for path in sorted(FONTS.glob("*.otf")):
        assert QFontDatabase.addApplicationFont(str(path)) >= 0, path.name
    font = QFont("Inter")
    font.setPixelSize(14)
    font.setWeight(QFont.Weight(weight))
    proportional = [QFontMetricsF(font).horizontalAdvance(digit * 10) for digit in "0123456789"]
    font.setFeature(QFont.Tag("tnum"), 1)
    tabular = [QFontMetricsF(font).horizontalAdvance(digit * 10) for digit in "0123456789"]
    assert QFontInfo(font).family() == "Inter"
    assert max(proportional) - min(proportional) > 10
    # Ten figures in a row differ by less than a quarter of a pixel.
    assert max(tabular) - min(tabular) < 0.25


def test_the_licence_of_the_font_is_shipped() -> None:
    assert "SIL OPEN FONT LICENSE" in (FONTS / "OFL.txt").read_text(encoding="utf-8")
