"""The tray on a real session bus: the icon is there, fifty alarms are one message, a click on it leads on."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = "tests.views.desktop_with_a_tray"


pytestmark = [
    pytest.mark.skipif(shutil.which("dbus-run-session") is None, reason="needs dbus-run-session"),
    pytest.mark.skipif(not os.environ.get("DISPLAY"), reason="needs an X server"),
]


def told(*arguments: str) -> list[str]:
    done = subprocess.run(
        ["dbus-run-session", "--", sys.executable, "-m", PROGRAM, *arguments],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    return done.stdout.splitlines()


def test_fifty_alarms_are_one_message_that_can_be_clicked():
    assert told() == [
        "desktop up",
        "available: True",
        "at once: True",
        "alarms wanted",
        "icon registered",
        "message: Alarm flood: 50 new alarms",
    ]


def test_a_message_service_that_hangs_does_not_stop_the_window():
    assert "at once: True" in told("hang")
