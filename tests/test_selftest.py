"""Somebody at a station asks whether the program is well, and is told what is not."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from doge_gui import paths, selftest
from doge_gui.selftest_parts import Finding, Verdict, check_parts

CHECKS = (
    "themes",
    "fonts",
    "icons",
    "languages",
    "sounds",
    "window",
    "cycles",
    "history",
    "web",
    "sound",
    "end",
    "defects",
)


def environment(home: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "QT_"))}
    return {**kept, "HOME": str(home), "XDG_RUNTIME_DIR": str(home)}


@pytest.mark.system
def test_the_program_is_well_and_says_so(tmp_path: Path) -> None:
    home, picture = tmp_path / "home", tmp_path / "picture.png"
    home.mkdir()
    command = [sys.executable, "-m", "doge_gui", "--selftest", "--screenshot", str(picture)]
    done = subprocess.run(
        command, env=environment(home), capture_output=True, text=True, check=False, timeout=100
    )
    assert done.returncode == 0, done.stdout + done.stderr
    lines = done.stdout.splitlines()
    told = {line[:20].strip(): line for line in lines[1:-1]}
    assert set(CHECKS) <= set(told)
    assert "3 cycles, 8 of 8 gateways answered" in told["cycles"]
    assert "cycles were written and read" in told["history"]
    assert "low.wav was played" in told["sound"] or "not heard: " in told["sound"]
    assert lines[-1].startswith("ok after ")
    assert QImage(str(picture)).width() > 1000
    # Nothing of it is left among the user's own files.
    assert not [path for path in home.rglob("*") if "watchdoge" in path.name]


@pytest.mark.system
def test_a_picture_that_cannot_be_saved_is_a_failure(tmp_path: Path) -> None:
    command = [
        sys.executable,
        "-m",
        "doge_gui",
        "--selftest",
        "--screenshot",
        str(tmp_path / "no" / "where.png"),
    ]
    done = subprocess.run(
        command, env=environment(tmp_path), capture_output=True, text=True, check=False, timeout=100
    )
    assert done.returncode == 1
    assert done.stdout.splitlines()[-1].endswith(": picture")


@pytest.fixture
def copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: QApplication) -> Path:
    """What comes with the program, where it may be damaged."""
    root = paths.resource().parent
    for name in ("resources", "sounds"):
        shutil.copytree(root / name, tmp_path / name)
    for name in ("guide", "licences"):
        shutil.copytree(root / "docs" / name, tmp_path / name)
    translation = tmp_path / "resources/translations/watchdoge_fr.qm"
    assert translation.is_file(), "make test builds it"
    monkeypatch.setattr(paths, "_root", lambda: tmp_path)
    return tmp_path


def found(check: str) -> Finding:
    return next(one for one in check_parts() if one.check == check)


def test_everything_that_comes_with_it_is_read(copied: Path) -> None:
    assert {one.verdict for one in check_parts()} == {Verdict.OK}


@pytest.mark.parametrize(
    ("file", "check"),
    [
        ("resources/themes/dark.toml", "themes"),
        ("resources/fonts/Inter-Bold.otf", "fonts"),
        ("resources/icons/alarms.svg", "icons"),
        ("resources/translations/watchdoge_fr.qm", "languages"),
        ("sounds/high.wav", "sounds"),
    ],
)
@pytest.mark.qt_log_ignore("Cannot read file")
def test_a_damaged_file_is_told(copied: Path, file: str, check: str) -> None:
    (copied / file).write_text("garbage")
    finding = found(check)
    assert finding.verdict is Verdict.FAILED
    assert finding.result


@pytest.mark.parametrize(("folder", "check"), [("guide", "guide and licences"), ("resources/icons", "icons")])
def test_a_missing_folder_is_told(copied: Path, folder: str, check: str) -> None:
    shutil.rmtree(copied / folder)
    assert found(check).verdict is Verdict.FAILED


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there always is a screen")
@pytest.mark.parametrize(
    ("given", "shown", "platform"),
    [
        ({}, False, "offscreen"),
        ({"DISPLAY": ":1"}, False, "offscreen"),
        ({"DISPLAY": ":1"}, True, None),
        ({}, True, "offscreen"),
        ({"QT_QPA_PLATFORM": "xcb"}, False, "xcb"),
    ],
)
def test_no_window_comes_up_where_none_is_asked_for(
    given: dict[str, str], shown: bool, platform: str | None
) -> None:
    selftest.choose_platform(given, shown)
    assert given.get("QT_QPA_PLATFORM") == platform
