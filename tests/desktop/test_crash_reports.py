"""A defect is told once and the program lives; a crash is offered at the next start; a power cut is not."""

import logging
import os
import signal
import subprocess
import sys
import textwrap
import threading

import pytest
from PySide6.QtCore import QObject, QTimer, Signal, Slot, qCritical, qWarning

from doge_gui.desktop import run_file
from doge_gui.desktop.crash_reports import CrashReports
from doge_gui.desktop.redaction import secrets_of

START = """
    import logging, os, sys
    from pathlib import Path
    from PySide6.QtCore import QCoreApplication
    from doge_gui.desktop.crash_reports import CrashReports
    application = QCoreApplication([])
    reports = CrashReports(Path(sys.argv[1]), logging.getLogger("watchdoge"))
    reports.begin()
"""


CRASH = """
    import ctypes, resource
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    ctypes.string_at(0)
"""


class Faulty(QObject):
    """Something with a defect in a slot."""

    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.asked.connect(self._on_asked)

    @Slot(str)
    def _on_asked(self, what: str) -> None:
        raise ValueError(what)


class Listener(QObject):
    """Hears what is told, in the window's thread."""

    def __init__(self) -> None:
        super().__init__()
        self.heard = []

    @Slot(str)
    def hear(self, line: str) -> None:
        assert threading.current_thread() is threading.main_thread()
        self.heard.append(line)


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "crashes"


@pytest.fixture
def begun(folder, qtbot):
    """Reports that have begun; exceptions that go on to the hook before ours are caught there."""
    with qtbot.captureExceptions():
        reports = CrashReports(folder, logging.getLogger("watchdoge"))
        reports.begin()
        yield reports
        reports.end()


def run(folder, body, *, wait=True):
    program = textwrap.dedent(START) + textwrap.dedent(body)
    process = subprocess.Popen(
        [sys.executable, "-c", program, str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    if wait:
        process.communicate(timeout=60)
    return process


def test_a_defect_in_a_slot_is_logged_with_its_trace_told_once_and_the_program_lives(begun, caplog, qtbot):
    told, faulty = [], Faulty()
    begun.defect_noticed.connect(told.append)
    for number in range(12):
        faulty.asked.emit(f"number {number}")
    assert len(told) == 1
    assert told[0].startswith("ValueError: number 0 (test_crash_reports.py:")
    assert "_on_asked" in caplog.records[0].message
    # The tenth is told in one line, without the trace.
    assert len(caplog.records) == 2
    assert "(10 times)" in caplog.records[1].message
    # The program goes on: its timers run.
    timer = QTimer()
    with qtbot.waitSignal(timer.timeout):
        timer.start(0)


def test_two_defects_are_told_as_two_and_kept_as_a_report_that_is_no_crash(begun, folder, qtbot):
    faulty, listener = Faulty(), Listener()
    begun.defect_noticed.connect(listener.hear)
    faulty.asked.emit("one")
    thread = threading.Thread(target=int, args=("none",), name="reader")
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: len(listener.heard) == 2)
    begun.end()
    (report,) = run_file.all_reports(folder)
    assert "ValueError: one" in report.read_text()
    assert "thread reader" in report.read_text()
    assert begun.left_behind() == ()


@pytest.mark.qt_log_ignore("the same", "worse")
def test_what_qt_complains_about_is_in_the_log_and_not_over_and_over(begun, caplog):
    for _ in range(15):
        qWarning("the same\nagain")
    qCritical("worse")
    assert [record.levelname for record in caplog.records] == ["WARNING", "WARNING", "ERROR"]
    assert caplog.records[0].message == "Qt: the same\\nagain"
    assert caplog.records[1].message.endswith("(10 times)")


def test_a_run_without_a_defect_leaves_nothing(begun, folder):
    before = len(list(folder.iterdir()))
    assert before > 0
    begun.end()
    assert list(folder.iterdir()) == []


def test_no_secret_is_written(begun, folder, caplog):
    config = (
        '{"addresses": {"url": "postgresql://watch:s3same!@db/plant"}, "history": {"url": "${PLANT_DB}"}}'
    )
    begun.hide(secrets_of(config, {"PLANT_DB": "hidden-in-the-environment"}))
    faulty = Faulty()
    faulty.asked.emit("s3same! and hidden-in-the-environment and http://ann:other@host/")
    begun.end()
    text = run_file.all_reports(folder)[0].read_text() + caplog.text
    for secret in ("s3same", "hidden-in-the-environment", "other@"):
        assert secret not in text
    assert "ann:•••@host" in text


def test_a_folder_that_takes_no_file_costs_the_report_only(tmp_path, caplog, qtbot):
    (tmp_path / "file").write_text("")
    reports = CrashReports(tmp_path / "file", logging.getLogger("watchdoge"))
    reports.begin()
    assert "no crash reports" in caplog.text
    with qtbot.captureExceptions():
        assert reports.left_behind() == ()
    reports.end()


def test_a_crash_in_native_code_is_offered_at_the_next_start_until_it_is_put_away(begun, folder):
    crashed = run(folder, CRASH)
    assert crashed.returncode == -signal.SIGSEGV
    (report,) = begun.left_behind()
    text = run_file.read(report)
    assert text.startswith("WatchDoge Supercharged")
    assert "Segmentation fault" in text
    assert "string_at" in text
    assert begun.left_behind() == (report,)
    begun.put_away([report])
    assert begun.left_behind() == ()
    assert len(run_file.all_reports(folder)) == 1


def test_an_error_before_the_window_stands_is_a_crash_too(begun, folder):
    assert run(folder, "raise KeyError('no window')").returncode == 1
    (report,) = begun.left_behind()
    assert "KeyError: 'no window'" in report.read_text()


def test_a_run_that_was_killed_leaves_no_report_and_one_that_lives_is_left_alone(begun, folder):
    living = run(folder, "print('up', flush=True); sys.stdin.read(); reports.end()", wait=False)
    killed = run(folder, "print('up', flush=True); sys.stdin.read()", wait=False)
    for process in (living, killed):
        assert process.stdout.readline() == "up\n"
    killed.kill()
    killed.communicate(timeout=30)
    assert begun.left_behind() == ()
    names = sorted(path.name for path in folder.glob("run-*.txt"))
    assert sorted(name.rpartition("-")[2] for name in names) == sorted(
        f"{pid}.txt" for pid in (os.getpid(), living.pid)
    )
    living.communicate(input="", timeout=30)
    assert living.returncode == 0
    assert len(list(folder.glob("run-*.txt"))) == 1


def test_at_most_ten_reports_are_kept(folder):
    folder.mkdir()
    for number in range(14):
        path = folder / f"crash-{number:02}.txt"
        path.write_text("Fatal Python error: Aborted")
        os.utime(path, (1000 + number, 1000 + number))
    found = run_file.collect(folder)
    assert [path.name for path in found][:2] == ["crash-13.txt", "crash-12.txt"]
    assert len(found) == len(list(folder.iterdir())) == 10


def test_a_flood_of_messages_does_not_fill_the_disk(folder):
    file = run_file.RunFile(folder, "1", "head\n")
    for number in range(5000):
        file.note(f"line {number}")
    lines = file.path.read_text().splitlines()
    assert lines[0] == "head"
    assert lines[-1] == "line 4999"
    assert 200 <= len(lines) <= 402
    file.end()
