"""The program starts with the session where the user wants it; odd paths survive; faults are told."""

import plistlib
import re
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doge_gui.desktop.autostart import Autostart, AutostartError, agent_plist, command_line, desktop_entry

UNESCAPED = {"s": " ", "n": "\n", "t": "\t", "r": "\r", "\\": "\\"}
COMMAND = (
    "/opt/Plant é/watchdoge",
    "--config",
    "/home/ann/my plant's.json",
    "50%",
    'a"b',
    "c\\d",
    "$HOME",
    "",
)


def exec_of(entry: str) -> list[str]:
    """What a desktop makes of the Exec line: the escapes, then the quotes, then the percent signs."""
    (line,) = [line for line in entry.split("\n") if line.startswith("Exec=")]
    value = re.sub(r"\\(.)", lambda found: UNESCAPED[found[1]], line.removeprefix("Exec="))
    quoted = re.findall(r'"((?:[^"\\]|\\.)*)"|([^ "]+)', value)
    found = [re.sub(r'\\(["`$\\])', r"\1", one) or other for one, other in quoted]
    return [argument.replace("%%", "%") for argument in found]


def test_it_is_turned_on_and_off_and_on_with_another_command(tmp_path):
    first = Autostart(["/usr/bin/watchdoge"], tmp_path / "autostart", "linux")
    assert not first.is_on()
    first.turn_off()
    first.turn_on()
    assert first.is_on()
    second = Autostart(["/opt/watchdoge/watchdoge", "--kiosk"], tmp_path / "autostart", "linux")
    second.turn_on()
    (file,) = (tmp_path / "autostart").iterdir()
    assert str(file) == second.place
    assert exec_of(file.read_text()) == ["/opt/watchdoge/watchdoge", "--kiosk"]
    second.turn_off()
    assert not first.is_on()
    assert list((tmp_path / "autostart").iterdir()) == []


@pytest.mark.parametrize("line", ["Hidden=true", "X-GNOME-Autostart-enabled = false"])
def test_what_the_desktops_own_settings_switched_off_is_off(tmp_path, line):
    one = Autostart(["watchdoge"], tmp_path, "linux")
    one.turn_on()
    entry = tmp_path / "watchdoge.desktop"
    entry.write_text(entry.read_text().replace("X-GNOME-Autostart-enabled=true", line))
    assert not one.is_on()
    one.turn_on()
    assert one.is_on()


def test_the_entry_lies_where_the_desktop_looks(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert Autostart(["watchdoge"], platform="linux").place == str(
        tmp_path / "autostart" / "watchdoge.desktop"
    )


def test_paths_with_spaces_quotes_and_signs_survive():
    assert exec_of(desktop_entry(COMMAND)) == list(COMMAND)


@given(st.lists(st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=20), min_size=1, max_size=4))
def test_any_command_comes_back_as_it_was(command):
    assert exec_of(desktop_entry(command)) == command


def test_a_mac_is_given_an_agent(tmp_path):
    one = Autostart(COMMAND, tmp_path, "darwin")
    one.turn_on()
    assert one.is_on()
    (file,) = tmp_path.iterdir()
    agent = plistlib.loads(file.read_bytes())
    assert agent == plistlib.loads(agent_plist(COMMAND))
    assert (agent["ProgramArguments"], agent["RunAtLoad"]) == (list(COMMAND), True)


def test_windows_takes_the_line_apart_as_it_was_put_together():
    assert command_line(["C:\\Program Files\\WatchDoge\\watchdoge.exe", "--kiosk"]) == (
        '"C:\\Program Files\\WatchDoge\\watchdoge.exe" --kiosk'
    )
    assert command_line(COMMAND) == subprocess.list2cmdline(COMMAND)


@pytest.mark.skipif(sys.platform == "win32", reason="there the registry is")
def test_what_cannot_be_changed_is_told(tmp_path):
    (tmp_path / "file").write_text("")
    one = Autostart(["watchdoge"], tmp_path / "file", "linux")
    with pytest.raises(AutostartError, match="file"):
        one.turn_on()
    with pytest.raises(AutostartError):
        Autostart(["watchdoge"], tmp_path, "win32").turn_on()
