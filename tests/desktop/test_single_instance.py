"""A second start raises the first window; what a killed one left behind is in nobody's way."""

import os
import signal
import subprocess
import sys
import time

import pytest
from PySide6.QtNetwork import QLocalSocket

from doge_gui.desktop.single_instance import Claim, SingleInstance

PROGRAM = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QTimer
from doge_gui.desktop.single_instance import Claim, SingleInstance

application = QCoreApplication([])
one = SingleInstance(sys.argv[1], folder=Path(sys.argv[2]))
claim = one.claim()
print(claim.value, flush=True)
if claim is Claim.FIRST:
    one.raise_requested.connect(lambda: print("to the front", flush=True))
    application.exec()
"""


class Starts:
    """Processes of a small program that may run once."""

    def __init__(self, folder) -> None:
        self.folder, self.processes = folder, []

    def start(self, name="plant", env=None):
        process = subprocess.Popen(
            [sys.executable, "-c", PROGRAM, name, str(self.folder)],
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, **(env or {})},
        )
        self.processes.append(process)
        return process

    def end(self):
        for process in self.processes:
            process.send_signal(signal.SIGCONT)
            process.kill()
            process.communicate(timeout=30)


@pytest.fixture
def starts(tmp_path):
    made = Starts(tmp_path / "r")
    yield made
    made.end()


def said(process):
    return process.stdout.readline().strip()


def test_a_second_start_raises_the_first_window_and_ends(starts):
    first = starts.start()
    assert said(first) == "first"
    for _ in range(2):
        second = starts.start()
        assert said(second) == "raised"
        assert second.wait(timeout=30) == 0
        assert said(first) == "to the front"


def test_another_configuration_is_another_program(starts):
    assert said(starts.start("plant")) == "first"
    assert said(starts.start("other plant")) == "first"


def test_what_a_killed_one_left_does_not_block(starts):
    for _ in range(3):
        process = starts.start()
        assert said(process) == "first"
        assert said(starts.start()) == "raised"
        process.kill()
        process.wait(timeout=30)
        assert list(starts.folder.glob("*.socket"))


def test_two_at_the_same_moment_are_one(starts):
    processes = [starts.start() for _ in range(4)]
    assert sorted(said(process) for process in processes) == ["first", "raised", "raised", "raised"]


def test_one_that_hangs_is_not_waited_for_and_the_operator_can_be_told(starts, qapp):
    first = starts.start()
    assert said(first) == "first"
    first.send_signal(signal.SIGSTOP)
    began = time.monotonic()
    assert SingleInstance("plant", folder=starts.folder).claim() is Claim.SILENT
    assert 1.5 < time.monotonic() - began < 4


def test_one_that_was_just_ending_is_waited_for(starts, qapp):
    """Quit, and started again at once: who ends answers nobody any more."""
    first = starts.start()
    assert said(first) == "first"
    first.send_signal(signal.SIGSTOP)
    # From another process: who waits for an answer lets no other thread run.
    dying = subprocess.Popen(["/bin/sh", "-c", f"sleep 0.7; kill -KILL {first.pid}"])
    one = SingleInstance("plant", folder=starts.folder)
    assert one.claim() is Claim.FIRST
    assert dying.wait(timeout=10) == 0
    assert not one.error
    one.end()


def test_the_desktops_token_reaches_the_first_window(starts, qtbot, monkeypatch):
    monkeypatch.setenv("XDG_ACTIVATION_TOKEN", "")
    one = SingleInstance("plant", folder=starts.folder)
    assert one.claim() is Claim.FIRST
    with qtbot.waitSignal(one.raise_requested, timeout=20_000):
        starts.start(env={"XDG_ACTIVATION_TOKEN": "kwin-7"})
    assert os.environ["XDG_ACTIVATION_TOKEN"] == "kwin-7"
    one.end()


def test_only_the_user_may_call_and_nonsense_raises_nothing(starts, qtbot):
    one = SingleInstance("plant", folder=starts.folder)
    assert one.claim() is Claim.FIRST
    raised = []
    one.raise_requested.connect(lambda: raised.append(1))
    (socket_file,) = starts.folder.glob("*.socket")
    assert socket_file.stat().st_mode & 0o077 == 0
    assert starts.folder.stat().st_mode & 0o077 == 0
    for nonsense in (b"GET / HTTP/1.1\r\n\r\n", b"x" * 4096):
        caller = QLocalSocket()
        caller.connectToServer(str(socket_file))
        with qtbot.waitSignal(caller.disconnected, timeout=10_000):
            caller.write(nonsense)
    assert raised == []
    one.end()


def test_in_a_folder_of_somebody_elses_nobody_is_asked(tmp_path, monkeypatch, qapp):
    """He could say that the window is raised, and nobody would watch."""
    monkeypatch.setattr(os, "getuid", lambda: 4711)
    one = SingleInstance("plant", folder=tmp_path)
    assert one.claim() is Claim.FIRST
    assert "denied" in one.error.lower()
    one.end()


def test_a_folder_that_takes_no_lock_does_not_stop_the_watch(tmp_path, qapp):
    (tmp_path / "file").write_text("")
    one = SingleInstance("plant", folder=tmp_path / "file")
    assert one.claim() is Claim.FIRST
    assert one.error
    one.end()
