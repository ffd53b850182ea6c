"""What hangs, crashes or is missing: alarms are heard or sound is told lost, and comes back by itself."""

import os
import shutil
import signal
import sys
from pathlib import Path

import pytest

from doge_gui.core.alarms.sounding import Call
from doge_gui.core.alarms.states import Priority
from doge_gui.core.statuses import SoundStatus
from tests.engine.audio_server import children, own_tone

LOST = (Call("offline:API-2", None, Priority.MEDIUM),)
HOT = (Call("high:temperature:API-1", "hot.wav", Priority.HIGH),)
BY_THE_PLATFORM = SoundStatus(True, "through the platform's player")

CRASHES = [sys.executable, "-c", "raise SystemExit(3)"]
HANGS = [sys.executable, "-c", "import time; time.sleep(600)"]
ABSENT = ["/nowhere/player"]
never_ready = pytest.mark.parametrize("player", [CRASHES, HANGS, ABSENT], ids=["crashes", "hangs", "absent"])
NOTES_WHAT_IT_PLAYS = """
import json, sys
print("a library has something to say", flush=True)
print(7, flush=True)
print(json.dumps({"ready": True}), flush=True)
for line in sys.stdin:
    command = json.loads(line)
    if "play" in command:
        with open(sys.argv[1], "a") as heard:
            heard.write(command["play"] + "\\n")
        print(json.dumps({"playing": command["play"]}), flush=True)
        print(json.dumps({"played": command["play"]}), flush=True)
"""
STUCK_THEN_SLOW = """
import json, pathlib, sys, time
print(json.dumps({"ready": True}), flush=True)
stuck = pathlib.Path(sys.argv[1])
for line in sys.stdin:
    command = json.loads(line)
    if "play" in command and stuck.exists():
        print(json.dumps({"playing": command["play"]}), flush=True)
    elif "play" in command:
        stuck.touch()
        time.sleep(600)
"""


@pytest.fixture(autouse=True)
def _impatient(monkeypatch) -> None:
    monkeypatch.setattr("doge_gui.engine.annunciator.PAUSE_MS", 200)
    monkeypatch.setattr("doge_gui.engine.annunciator.RETRY_MS", 1000)


@pytest.fixture
def no_command(monkeypatch) -> None:
    """A machine without any command that plays a sound."""
    monkeypatch.setattr("doge_gui.engine.platform_player._WAYS", {})


@pytest.fixture
def command_of(monkeypatch, tmp_path):
    """Puts a command of this text where the platform's would be."""

    def put(text: str) -> None:
        command = tmp_path / "bin" / "paplay"
        command.parent.mkdir()
        command.write_text(text)
        command.chmod(0o755)
        monkeypatch.setenv("PATH", str(command.parent), prepend=os.pathsep)

    return put


@never_ready
def test_a_player_that_never_gets_ready_is_told(
    qtbot, annunciator_of, no_command, monkeypatch, player
) -> None:
    monkeypatch.setattr("doge_gui.engine.player_process.START_MS", 500)
    annunciator = annunciator_of(player)
    with qtbot.waitSignal(annunciator.status_changed, timeout=50_000) as told:
        annunciator.start()
    assert not told.args[0].ready
    assert told.args[0].detail.startswith("the sound player ")


@never_ready
def test_where_the_player_never_gets_ready_the_platforms_is_heard(
    qtbot, audio, annunciator_of, monkeypatch, player
) -> None:
    monkeypatch.setattr("doge_gui.engine.player_process.START_MS", 500)
    annunciator = annunciator_of(player)
    annunciator.start()
    with audio.recording() as recorded:
        annunciator.take_calls(LOST)
        qtbot.waitUntil(lambda: any(recorded.read_bytes()), timeout=50_000)
    qtbot.waitUntil(lambda: annunciator.status == BY_THE_PLATFORM, timeout=50_000)


def test_a_player_that_freezes_while_it_plays_is_replaced(qtbot, audio, annunciator_of) -> None:
    annunciator = annunciator_of()
    annunciator.start()
    qtbot.waitUntil(lambda: annunciator.status.ready, timeout=50_000)
    told: list[SoundStatus] = []
    annunciator.status_changed.connect(told.append)
    with qtbot.waitSignal(annunciator.began, timeout=50_000):
        annunciator.take_calls(LOST)
    (frozen,) = children("--play-sounds")
    frozen.send_signal(signal.SIGSTOP)
    qtbot.waitUntil(lambda: BY_THE_PLATFORM in told, timeout=50_000)
    qtbot.waitUntil(lambda: annunciator.status == SoundStatus(True), timeout=50_000)
    assert not frozen.is_running()
    with audio.recording() as recorded:
        qtbot.waitUntil(lambda: any(recorded.read_bytes()), timeout=50_000)


def test_an_audio_server_that_freezes_is_told_and_heard_again_when_it_goes_on(
    qtbot, audio, annunciator_of, monkeypatch
) -> None:
    annunciator = annunciator_of()
    annunciator.start()
    qtbot.waitUntil(lambda: annunciator.status.ready, timeout=50_000)
    with qtbot.waitSignal(annunciator.began, timeout=50_000):
        annunciator.take_calls(LOST)
    audio.freeze()
    qtbot.waitUntil(lambda: not annunciator.status.ready, timeout=50_000)
    audio.thaw()
    with audio.recording() as recorded:
        qtbot.waitUntil(lambda: any(recorded.read_bytes()), timeout=50_000)
    qtbot.waitUntil(lambda: annunciator.status == SoundStatus(True), timeout=50_000)


@pytest.mark.parametrize("content", [None, b"RIFF of nothing"], ids=["missing", "broken"])
def test_without_the_programs_own_tone_sound_is_lost_until_it_is_put_back(
    qtbot, audio, annunciator_of, tmp_path, content
) -> None:
    tone = tmp_path / "medium.wav"
    if content is not None:
        tone.write_bytes(content)

    def sound_of(configured: str | None, priority: Priority) -> Path:
        return tone if priority is Priority.MEDIUM else own_tone(configured, priority)

    annunciator = annunciator_of(sound_of=sound_of)
    told: list[SoundStatus] = []
    annunciator.status_changed.connect(told.append)
    annunciator.take_calls(LOST)
    qtbot.waitUntil(lambda: bool(told) and not annunciator.status.ready, timeout=50_000)
    assert str(tone) in annunciator.status.detail
    told.clear()
    qtbot.wait(2500)
    assert not any(status.ready for status in told)
    with audio.recording() as recorded:
        shutil.copy(own_tone(None, Priority.MEDIUM), tone)
        qtbot.waitUntil(lambda: any(recorded.read_bytes()), timeout=50_000)
    qtbot.waitUntil(lambda: annunciator.status == SoundStatus(True), timeout=50_000)


def test_a_tone_put_back_while_nothing_calls_ends_the_banner(
    qtbot, annunciator_of, no_command, tmp_path
) -> None:
    tone = tmp_path / "low.wav"
    annunciator = annunciator_of(
        [sys.executable, "-c", NOTES_WHAT_IT_PLAYS, str(tmp_path / "played.txt")],
        lambda _, priority: tone if priority is Priority.LOW else own_tone(None, priority),
    )
    annunciator.start()
    qtbot.waitUntil(lambda: "low.wav is not there" in annunciator.status.detail, timeout=50_000)
    shutil.copy(own_tone(None, Priority.LOW), tone)
    qtbot.waitUntil(lambda: annunciator.status.ready, timeout=50_000)


def test_a_sound_file_is_played_again_once_it_was_put_back(qtbot, annunciator_of, tmp_path) -> None:
    """The player prints what is no answer, too: that harms nobody."""
    noted, configured = tmp_path / "played.txt", tmp_path / "hot.wav"
    annunciator = annunciator_of(
        [sys.executable, "-c", NOTES_WHAT_IT_PLAYS, str(noted)],
        lambda sound, priority: configured if sound else own_tone(None, priority),
    )
    annunciator.take_calls(HOT)
    qtbot.waitUntil(lambda: noted.exists() and "high.wav" in noted.read_text(), timeout=50_000)
    shutil.copy(own_tone(None, Priority.LOW), configured)
    qtbot.waitUntil(lambda: "hot.wav" in noted.read_text(), timeout=50_000)
    assert annunciator.status == SoundStatus(True)


def test_a_broken_sound_is_tried_again_once_it_was_mended(qtbot, audio, annunciator_of, tmp_path) -> None:
    configured = tmp_path / "hot.wav"
    configured.write_bytes(b"RIFF of nothing")
    began: list[str] = []
    annunciator = annunciator_of(
        sound_of=lambda sound, priority: configured if sound else own_tone(None, priority)
    )
    annunciator.began.connect(began.append)
    annunciator.take_calls(HOT)
    qtbot.waitUntil(lambda: bool(began), timeout=50_000)
    assert Path(began[0]).name == "high.wav"
    shutil.copy(own_tone(None, Priority.LOW), configured)
    qtbot.waitUntil(lambda: str(configured) in began, timeout=50_000)


@pytest.mark.parametrize(
    ("text", "overdue_ms"),
    [("#!/bin/sh\nexec sleep 600\n", 500), ("#!/nowhere/shell\n", 60_000)],
    ids=["hangs", "fails"],
)
def test_a_platform_command_that_does_not_play_is_ended_and_told(
    qtbot, annunciator_of, command_of, monkeypatch, text, overdue_ms
) -> None:
    monkeypatch.setattr("doge_gui.engine.platform_player.OVERDUE_MS", overdue_ms)
    command_of(text)
    annunciator = annunciator_of(CRASHES)
    with qtbot.waitSignal(annunciator.status_changed, timeout=50_000) as told:
        annunciator.take_calls(LOST)
    assert told.args[0] == SoundStatus(False, "the sound player ended unexpectedly")
    qtbot.waitUntil(lambda: not children("sleep 600"), timeout=50_000)


def test_silence_before_a_new_player_was_proven_does_not_leave_the_banner(
    qtbot, annunciator_of, no_command, monkeypatch, tmp_path
) -> None:
    monkeypatch.setattr("doge_gui.engine.player_process.ANSWER_MS", 1000)
    annunciator = annunciator_of([sys.executable, "-c", STUCK_THEN_SLOW, str(tmp_path / "stuck")])
    annunciator.start()
    qtbot.waitUntil(lambda: annunciator.status.ready, timeout=50_000)
    annunciator.take_calls(LOST)
    with qtbot.waitSignal(annunciator.began, timeout=50_000):
        pass
    assert not annunciator.status.ready
    annunciator.take_calls(())
    qtbot.waitUntil(lambda: annunciator.status.ready, timeout=50_000)


def test_a_call_does_not_wait_as_long_as_what_was_lost_in_silence(
    qtbot, annunciator_of, command_of, monkeypatch, tmp_path
) -> None:
    """The player was away for long and tries are rare; then an alarm calls, and it could play again."""
    command_of("#!/bin/sh\nexit 1\n")
    monkeypatch.setattr("doge_gui.engine.annunciator.RETRY_MS", 60_000)
    well, noted = tmp_path / "well.py", tmp_path / "played.txt"
    annunciator = annunciator_of([sys.executable, str(well), str(noted)])
    annunciator.start()
    qtbot.waitUntil(lambda: "ended unexpectedly" in annunciator.status.detail, timeout=50_000)
    monkeypatch.setattr("doge_gui.engine.annunciator.RETRY_MS", 300)
    well.write_text(NOTES_WHAT_IT_PLAYS)
    annunciator.take_calls(LOST)
    qtbot.waitUntil(lambda: annunciator.status == SoundStatus(True), timeout=50_000)
    assert "medium.wav" in noted.read_text()
