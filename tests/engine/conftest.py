"""What the tests of sound stand on: a real audio server, and annunciators that are ended after the test."""

import sys
from collections.abc import Callable, Iterator, Sequence

import pytest

from doge_gui.engine.annunciator import Annunciator
from tests.engine.audio_server import AudioServer, missing_tools, own_tone

PLAYER = (sys.executable, "-m", "doge_gui", "--play-sounds")


@pytest.fixture
def audio(tmp_path, monkeypatch) -> Iterator[AudioServer]:
    """A running audio server; everything that plays in this test plays there."""
    lacking = missing_tools()
    assert not lacking, f"install {', '.join(lacking)}; the set-up command does"
    server = AudioServer(tmp_path)
    for name, value in server.environment.items():
        monkeypatch.setenv(name, value)
    server.start()
    yield server
    server.stop()


@pytest.fixture
def annunciator_of(qtbot) -> Iterator[Callable[..., Annunciator]]:
    """Makes an annunciator with this command of a player, by default the program's own."""
    made: list[Annunciator] = []

    def annunciator(player: Sequence[str] = PLAYER, sound_of=own_tone) -> Annunciator:
        made.append(Annunciator(player, sound_of))
        return made[-1]

    yield annunciator
    for one in made:
        one.stop()
