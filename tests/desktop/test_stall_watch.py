"""A window that stands still: its stack is written while it does, and the end of it is told."""

import logging
import threading
import time
from pathlib import Path

import pytest

from doge_gui.desktop.stall_watch import Heard, StallWatch, listen

STALLED_S = 0.6
_log = logging.getLogger("watchdoge")


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "crashes"


def reports(folder: Path) -> list[Path]:
    return list(folder.glob("stall-*.txt"))


def stand_still_until(what) -> None:
    """Block the window's thread as a defect would, for ten seconds at most."""
    gate = threading.Event()
    for _ in range(1000):
        if what():
            return
        gate.wait(0.01)
    pytest.fail("nothing was noticed")


def test_the_stack_is_written_while_it_stands_still_and_the_end_is_told(folder, qtbot, caplog):
    watch = StallWatch(folder, _log, time.monotonic, STALLED_S)
    watch.begin()
    polled = []
    poller = threading.Thread(target=lambda: polled.append(True))
    stand_still_until(lambda: "has stood still" in caplog.text)
    poller.start()
    poller.join()
    assert polled == [True]
    (report,) = reports(folder)
    text = report.read_text()
    assert text.startswith("the window stood still for 0.")
    first = text.split("\nthread ")[1]
    assert first.startswith("MainThread")
    assert "stand_still_until" in first
    assert str(report) in caplog.text
    qtbot.waitUntil(lambda: "the window goes on" in caplog.text)
    watch.end()
    assert len(caplog.records) == 2


def test_a_standstill_is_told_once_however_long_it_takes(folder, qtbot, caplog):
    watch = StallWatch(folder, _log, time.monotonic, 0.2)
    watch.begin()
    began = time.monotonic()
    stand_still_until(lambda: time.monotonic() - began > 1)
    watch.end()
    assert len(reports(folder)) == 1
    assert len(caplog.records) == 1


def test_a_machine_that_slept_is_no_standstill():
    heard = Heard(beats=7, at=100.0)
    for now in (100.5, 101.0, 101.0 + 8 * 3600, 101.5 + 8 * 3600):
        heard = listen(heard, 7, now, most_s=1.0)
    assert heard.silent_s == 2.5
    assert listen(heard, 8, heard.at + 0.5, most_s=1.0).silent_s == 0.0


def test_a_window_that_lives_is_left_alone(folder, qtbot, caplog):
    watch = StallWatch(folder, _log, time.monotonic, 2.0)
    watch.begin()
    qtbot.waitUntil(lambda: watch._beats > 2)
    watch.end()
    assert caplog.records == []
    assert not folder.exists()


def test_a_folder_that_takes_no_file_is_told_in_the_log(tmp_path, qtbot, caplog):
    (tmp_path / "file").write_text("")
    watch = StallWatch(tmp_path / "file", _log, time.monotonic, 0.2)
    watch.begin()
    stand_still_until(lambda: "no stack" in caplog.text)
    watch.end()


def test_at_most_ten_are_kept(folder, qtbot, caplog):
    folder.mkdir()
    for number in range(15):
        (folder / f"stall-20260101-0000{number:02}-1.txt").write_text("")
    watch = StallWatch(folder, _log, time.monotonic, 0.2)
    watch.begin()
    stand_still_until(lambda: "has stood still" in caplog.text)
    watch.end()
    assert len(reports(folder)) == 10
