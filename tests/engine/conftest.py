"""What the tests of the engine stand on: an audio server, annunciators, supervisions; all are ended."""

import sys
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime

import pytest

from doge_gui.engine.annunciator import Annunciator
from doge_gui.engine.job import Job
from doge_gui.engine.supervision import Supervision
from doge_gui.simulator.fleet import FleetInThread
from doge_gui.simulator.server import FleetOptions
from tests.engine.audio_server import AudioServer, missing_tools, own_tone
from tests.engine.desk import JOB, Desk, ListOnPaper

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


@pytest.fixture
def fleet() -> Iterator[FleetInThread]:
    with FleetInThread(FleetOptions(gateways=6, marble_speed=0.0)) as fleet:
        yield fleet


@pytest.fixture
def desk_of(qtbot, fleet) -> Iterator[Callable[..., Desk]]:
    made: list[Supervision] = []

    def make(job: Job = JOB, clock: Callable[[], float] = time.monotonic, wall=None, sleep=None) -> Desk:
        source = ListOnPaper(fleet.addresses)
        wall_clock = wall or (lambda: datetime.now(UTC))
        supervision = Supervision(source, job, clock, wall_clock, sleep=sleep)
        made.append(supervision)
        return Desk(supervision, source, qtbot)

    yield make
    for supervision in made:
        assert supervision.stop()
