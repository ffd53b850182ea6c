"""A breach is heard through a real audio server, silenced by the operator, and a dumb program says so."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from doge_gui.core.plan import RequestRule
from doge_gui.engine.annunciator import Annunciator
from doge_gui.paths import own_sound
from tests.core.pictures import cycle, good, plan_of
from tests.engine.audio_server import AudioServer, loudness_and_pitch, missing_tools

PLAYER = [sys.executable, "-m", "doge_gui", "--play-sounds"]
PLAN = plan_of("API-1", requests=(RequestRule("temperature", threshold=30.0, sound="sounds/warning.wav"),))
WELL = cycle(PLAN, good("API-1", (1, 1, 1), 20.0))
HOT = cycle(PLAN, good("API-1", (1, 1, 1), 31.8))


@pytest.fixture
def server(tmp_path, monkeypatch) -> Iterator[AudioServer]:
    lacking = missing_tools()
    assert not lacking, f"install {', '.join(lacking)}; the set-up command does"
    server = AudioServer(tmp_path)
    for name, value in server.environment.items():
        monkeypatch.setenv(name, value)
    server.start()
    yield server
    server.stop()


@pytest.fixture
def make(qtbot) -> Iterator:
    made: list[Annunciator] = []

    def annunciator(player=PLAYER, sound_of=lambda _configured: own_sound("warning.wav")) -> Annunciator:
        made.append(Annunciator(player, sound_of))
        return made[-1]

    yield annunciator
    for one in made:
        one.stop()


def test_a_breach_is_heard_until_it_is_silenced(qtbot, server, make) -> None:
    annunciator = make()
    annunciator.start()
    qtbot.waitUntil(lambda: annunciator.status.ready, timeout=20_000)
    annunciator.take_snapshot(WELL)
    with server.recording() as recorded:
        with qtbot.waitSignal(annunciator.sounding_changed) as told:
            annunciator.take_snapshot(HOT)
        assert told.args == [True, "API-1: temperature 31.8 above 30"]
        size = recorded.stat().st_size
        qtbot.waitUntil(lambda: recorded.stat().st_size > size + 3 * 88_200, timeout=20_000)
    peak, pitch = loudness_and_pitch(recorded)
    assert 0.3 < peak < 0.9
    assert 200 < pitch < 4000
    with qtbot.waitSignal(annunciator.sounding_changed) as told:
        annunciator.silence()
    assert told.args == [False, ""]
    assert annunciator.status.ready


def test_without_an_audio_server_the_program_runs_and_says_so(qtbot, tmp_path, monkeypatch, make) -> None:
    """Fault 48, its first part."""
    monkeypatch.setenv("PULSE_SERVER", f"unix:{tmp_path}/nobody")
    annunciator = make()
    with qtbot.waitSignal(annunciator.status_changed, timeout=20_000) as told:
        annunciator.start()
    assert not told.args[0].ready
    assert told.args[0].detail == "no audio device"
    annunciator.take_snapshot(HOT)
    assert not annunciator.status.ready


def test_a_missing_library_is_a_status_not_a_crash(qtbot, make, tmp_path) -> None:
    code = f"print({json.dumps(json.dumps({'lost': 'the sound library cannot be loaded: libpulse.so.0'}))})"
    annunciator = make([sys.executable, "-c", code])
    with qtbot.waitSignal(annunciator.status_changed, timeout=20_000) as told:
        annunciator.start()
    assert "libpulse" in told.args[0].detail


def test_a_sound_file_that_is_not_there_is_named_and_another_played(qtbot, server, make, caplog) -> None:
    def sound_of(configured: str | None) -> Path:
        return Path("/nowhere/alarm.wav") if configured else own_sound("warning.wav")

    annunciator = make(sound_of=sound_of)
    with server.recording() as recorded:
        annunciator.take_snapshot(HOT)
        qtbot.waitUntil(lambda: any(recorded.read_bytes()), timeout=20_000)
    assert [record.getMessage() for record in caplog.records] == [
        "sound /nowhere/alarm.wav is not there; the program's own is played in its place"
    ]


def test_a_sound_that_is_no_sound_is_named_and_another_played(qtbot, server, make, caplog, tmp_path) -> None:
    broken = tmp_path / "alarm.wav"
    broken.write_bytes(b"RIFF of nothing")
    annunciator = make(sound_of=lambda configured: broken if configured else own_sound("warning.wav"))
    with server.recording() as recorded:
        annunciator.take_snapshot(HOT)
        qtbot.waitUntil(lambda: any(recorded.read_bytes()), timeout=20_000)
    assert len(caplog.records) == 1
    assert f"sound {broken} cannot be played" in caplog.records[0].getMessage()


def test_silencing_a_player_that_has_not_begun_yet_is_no_fault_of_it(qtbot, make, monkeypatch) -> None:
    monkeypatch.setattr("doge_gui.engine.annunciator.ANSWER_MS", 200)
    code = 'import json, sys; print(json.dumps({"ready": True}), flush=True); [None for line in sys.stdin]'
    annunciator = make([sys.executable, "-c", code])
    annunciator.start()
    qtbot.waitUntil(lambda: annunciator.status.ready, timeout=20_000)
    annunciator.take_snapshot(HOT)
    annunciator.silence()
    qtbot.wait(500)
    assert annunciator.status.ready


def test_the_reason_told_is_that_of_a_breach_that_still_stands(qtbot, make) -> None:
    plan = plan_of("API-1", "API-2", requests=(RequestRule("temperature", threshold=30.0),))
    annunciator = make(["/nowhere/player"])
    told: list[tuple[bool, str]] = []
    annunciator.sounding_changed.connect(lambda sounds, why: told.append((sounds, why)))
    for first, second in ((31.0, 32.0), (20.0, 32.0), (20.0, 20.0)):
        annunciator.take_snapshot(
            cycle(plan, good("API-1", (1, 1, 1), first), good("API-2", (1, 1, 1), second))
        )
    assert [why.partition(":")[0] for _, why in told] == ["API-1", "API-2", ""]


def test_a_player_that_cannot_be_started_is_told(qtbot, make) -> None:
    annunciator = make(["/nowhere/player"])
    with qtbot.waitSignal(annunciator.status_changed) as told:
        annunciator.start()
    assert told.args[0].detail == "the sound player cannot be started"


def test_sound_comes_back_by_itself_after_the_server_was_restarted(qtbot, server, make, monkeypatch) -> None:
    """Fault 48, its second part: the alarm that stands is heard again without anybody's doing."""
    monkeypatch.setattr("doge_gui.engine.annunciator.RETRY_MS", 500)
    annunciator = make()
    annunciator.start()
    qtbot.waitUntil(lambda: annunciator.status.ready, timeout=20_000)
    annunciator.take_snapshot(HOT)
    server.stop()
    qtbot.waitUntil(lambda: not annunciator.status.ready, timeout=30_000)
    server.start()
    with server.recording() as recorded:
        qtbot.waitUntil(lambda: any(recorded.read_bytes()), timeout=30_000)
    qtbot.waitUntil(lambda: annunciator.status.ready, timeout=20_000)
