"""A breach is heard through a real audio server, silenced by the operator, and a dumb program says so."""

import json
import sys
from itertools import pairwise
from pathlib import Path

import pytest

from doge_gui.core.alarms.sounding import Call
from doge_gui.core.alarms.states import Priority
from doge_gui.engine.sound_length import length_s
from tests.engine.audio_server import loudness_and_pitch, own_tone, strongest_hz

HOT = (Call("high:temperature:API-1", "sounds/warning.wav", Priority.HIGH),)
LOST = (Call("offline:API-2", None, Priority.MEDIUM),)
SLOW = (Call("slow:API-3", None, Priority.LOW),)


def test_a_breach_is_heard_until_it_is_silenced(qtbot, audio, annunciator_of) -> None:
    annunciator = annunciator_of()
    annunciator.start()
    qtbot.waitUntil(lambda: annunciator.status.ready, timeout=20_000)
    annunciator.take_calls(())
    with audio.recording() as recorded:
        with qtbot.waitSignal(annunciator.sounding_changed) as told:
            annunciator.take_calls(HOT)
        assert told.args == [True, HOT[0].id]
        size = recorded.stat().st_size
        qtbot.waitUntil(lambda: recorded.stat().st_size > size + 3 * 88_200, timeout=20_000)
    peak, pitch = loudness_and_pitch(recorded)
    assert 0.3 < peak < 0.9
    assert 200 < pitch < 4000
    with qtbot.waitSignal(annunciator.sounding_changed) as told:
        annunciator.take_calls(())
    assert told.args == [False, ""]
    assert annunciator.status.ready


def test_without_an_audio_server_the_program_runs_and_says_so(
    qtbot, tmp_path, monkeypatch, annunciator_of
) -> None:
    """Fault 48, its first part."""
    monkeypatch.setenv("PULSE_SERVER", f"unix:{tmp_path}/nobody")
    annunciator = annunciator_of()
    with qtbot.waitSignal(annunciator.status_changed, timeout=20_000) as told:
        annunciator.start()
    assert not told.args[0].ready
    assert told.args[0].detail == "no audio device"
    annunciator.take_calls(HOT)
    assert not annunciator.status.ready


def test_a_missing_library_is_a_status_not_a_crash(qtbot, annunciator_of, tmp_path) -> None:
    code = f"print({json.dumps(json.dumps({'lost': 'the sound library cannot be loaded: libpulse.so.0'}))})"
    annunciator = annunciator_of([sys.executable, "-c", code])
    with qtbot.waitSignal(annunciator.status_changed, timeout=20_000) as told:
        annunciator.start()
    assert "libpulse" in told.args[0].detail


def test_a_sound_file_that_is_not_there_is_named_and_another_played(
    qtbot, audio, annunciator_of, caplog
) -> None:
    def sound_of(configured: str | None, priority: Priority) -> Path:
        return Path("/nowhere/alarm.wav") if configured else own_tone(None, priority)

    annunciator = annunciator_of(sound_of=sound_of)
    with audio.recording() as recorded:
        annunciator.take_calls(HOT)
        qtbot.waitUntil(lambda: any(recorded.read_bytes()), timeout=20_000)
    assert [record.getMessage() for record in caplog.records] == [
        "sound /nowhere/alarm.wav is not there; the program's own is played in its place"
    ]


def test_a_sound_that_is_no_sound_is_named_and_another_played(
    qtbot, audio, annunciator_of, caplog, tmp_path
) -> None:
    broken = tmp_path / "alarm.wav"
    broken.write_bytes(b"RIFF of nothing")
    annunciator = annunciator_of(
        sound_of=lambda configured, priority: broken if configured else own_tone(None, priority)
    )
    with audio.recording() as recorded:
        annunciator.take_calls(HOT)
        qtbot.waitUntil(lambda: any(recorded.read_bytes()), timeout=20_000)
    assert len(caplog.records) == 1
    assert f"sound {broken} cannot be played" in caplog.records[0].getMessage()


def test_a_wave_file_lasts_as_long_as_what_it_holds(tmp_path) -> None:
    """A header may claim hours, or a rate of nothing, and would stop the watch over what is played."""
    sound = own_tone(None, Priority.MEDIUM).read_bytes()
    endless, at_no_rate = tmp_path / "endless.wav", tmp_path / "at-no-rate.wav"
    endless.write_bytes(sound[:40] + b"\xfe\xff\xff\x7f" + sound[44:])
    at_no_rate.write_bytes(sound[:24] + bytes(4) + sound[28:])
    assert length_s(endless) == pytest.approx(1.05, abs=0.01)
    with pytest.raises(ValueError, match="zero"):
        length_s(at_no_rate)


def test_silencing_a_player_that_has_not_begun_yet_is_no_fault_of_it(
    qtbot, annunciator_of, monkeypatch
) -> None:
    monkeypatch.setattr("doge_gui.engine.player_process.ANSWER_MS", 200)
    code = 'import json, sys; print(json.dumps({"ready": True}), flush=True); [None for line in sys.stdin]'
    annunciator = annunciator_of([sys.executable, "-c", code])
    annunciator.start()
    qtbot.waitUntil(lambda: annunciator.status.ready, timeout=20_000)
    annunciator.take_calls(HOT)
    annunciator.take_calls(())
    qtbot.wait(500)
    assert annunciator.status.ready


def test_a_player_that_cannot_be_started_is_told(qtbot, annunciator_of) -> None:
    annunciator = annunciator_of(["/nowhere/player"])
    with qtbot.waitSignal(annunciator.status_changed) as told:
        annunciator.start()
    assert told.args[0].detail == "the sound player cannot be started"


def test_sound_comes_back_by_itself_after_the_server_was_restarted(
    qtbot, audio, annunciator_of, monkeypatch
) -> None:
    """Fault 48, its second part: the alarm that stands is heard again without anybody's doing."""
    monkeypatch.setattr("doge_gui.engine.annunciator.RETRY_MS", 500)
    annunciator = annunciator_of()
    annunciator.start()
    qtbot.waitUntil(lambda: annunciator.status.ready, timeout=20_000)
    annunciator.take_calls(HOT)
    audio.stop()
    qtbot.waitUntil(lambda: not annunciator.status.ready, timeout=30_000)
    audio.start()
    with audio.recording() as recorded:
        qtbot.waitUntil(lambda: any(recorded.read_bytes()), timeout=30_000)
    qtbot.waitUntil(lambda: annunciator.status.ready, timeout=20_000)


@pytest.mark.parametrize(
    ("call", "tones"),
    [(HOT[0]._replace(sound=None), (988, 1319)), (LOST[0], (784,)), (SLOW[0], (523, 659))],
)
def test_each_priority_has_a_tone_of_its_own(qtbot, audio, annunciator_of, call, tones) -> None:
    annunciator = annunciator_of()
    with audio.recording() as recorded:
        annunciator.take_calls((call,))
        qtbot.waitUntil(lambda: any(recorded.read_bytes()), timeout=20_000)
        size = recorded.stat().st_size
        qtbot.waitUntil(lambda: recorded.stat().st_size > size + 2 * 88_200, timeout=20_000)
    heard = strongest_hz(recorded)
    assert min(abs(heard - tone) for tone in tones) < 15


def test_a_sound_test_is_heard_while_nothing_calls(qtbot, audio, annunciator_of) -> None:
    annunciator = annunciator_of()
    with audio.recording() as recorded:
        annunciator.test(int(Priority.MEDIUM))
        qtbot.waitUntil(lambda: any(recorded.read_bytes()), timeout=20_000)


def test_a_lower_volume_is_quieter(qtbot, audio, annunciator_of) -> None:
    def peak(percent: int) -> float:
        annunciator = annunciator_of()
        annunciator.set_volume(percent)
        with audio.recording() as recorded:
            annunciator.take_calls(LOST)
            qtbot.waitUntil(lambda: any(recorded.read_bytes()), timeout=20_000)
            size = recorded.stat().st_size
            qtbot.waitUntil(lambda: recorded.stat().st_size > size + 88_200, timeout=20_000)
        annunciator.stop()
        return loudness_and_pitch(recorded)[0]

    assert 0 < peak(25) < 0.5 * peak(100)


PLAYER_THAT_COUNTS = """
import json, sys, time
print(json.dumps({"ready": True}), flush=True)
for line in sys.stdin:
    command = json.loads(line)
    if "play" in command:
        with open(sys.argv[1], "a") as heard:
            heard.write(f"{time.monotonic()} {command['play']}\\n")
        print(json.dumps({"played": command["play"]}), flush=True)
"""


def test_a_flood_is_at_most_one_sound_a_second_and_the_worst_is_heard_first(
    qtbot, annunciator_of, tmp_path
) -> None:
    """Fault 34: the player here only notes when it is told to play."""
    noted = tmp_path / "played.txt"
    annunciator = annunciator_of([sys.executable, "-c", PLAYER_THAT_COUNTS, str(noted)])
    annunciator.start()
    qtbot.waitUntil(lambda: annunciator.status.ready, timeout=20_000)
    calls: tuple[Call, ...] = ()
    for number in range(30):
        calls = (Call(f"high:temperature:API-{number}", None, Priority.HIGH), *calls, *LOST)
        annunciator.take_calls(calls)
        qtbot.wait(50)
    qtbot.waitUntil(lambda: len(noted.read_text().splitlines()) >= 3, timeout=20_000)
    lines = [line.split(" ", 1) for line in noted.read_text().splitlines()]
    at = [float(instant) for instant, _ in lines]
    assert min(later - earlier for earlier, later in pairwise(at)) > 0.95
    assert {Path(played).name for _, played in lines} == {"high.wav"}


def test_a_new_alarm_of_less_priority_is_heard_once_then_the_worst_again(
    qtbot, annunciator_of, tmp_path, monkeypatch
) -> None:
    monkeypatch.setattr("doge_gui.engine.annunciator.PAUSE_MS", 100)
    monkeypatch.setattr("doge_gui.engine.annunciator.LEAST_APART_MS", 50)
    noted = tmp_path / "played.txt"
    annunciator = annunciator_of([sys.executable, "-c", PLAYER_THAT_COUNTS, str(noted)])
    annunciator.start()
    qtbot.waitUntil(lambda: annunciator.status.ready, timeout=20_000)
    annunciator.take_calls(HOT)
    qtbot.waitUntil(lambda: noted.exists() and len(noted.read_text().splitlines()) >= 2, timeout=20_000)
    annunciator.take_calls((*HOT, *SLOW))
    qtbot.waitUntil(lambda: "low.wav" in noted.read_text(), timeout=20_000)
    before = len(noted.read_text().splitlines())
    qtbot.waitUntil(lambda: len(noted.read_text().splitlines()) >= before + 3, timeout=20_000)
    assert noted.read_text().count("low.wav") == 1


def test_the_platforms_player_is_heard_where_the_programs_own_cannot_play(
    qtbot, audio, annunciator_of, monkeypatch
) -> None:
    """Fault 48: no multimedia library, but an audio server and its own command."""
    code = f"print({json.dumps(json.dumps({'lost': 'the sound library cannot be loaded'}))})"
    annunciator = annunciator_of([sys.executable, "-c", code])
    with audio.recording() as recorded:
        annunciator.take_calls(LOST)
        qtbot.waitUntil(lambda: any(recorded.read_bytes()), timeout=20_000)
        qtbot.waitUntil(lambda: annunciator.status.ready, timeout=20_000)
