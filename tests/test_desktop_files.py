"""The desktop finds the program: its menu entry, its icon, its description; one user installs it alone."""

import re
import shutil
import struct
import subprocess
import sys
from configparser import ConfigParser
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from doge_gui.views.app_icon import SIZES, application_icon
from tools import bundle, icon_files, icons
from tools.processes import ROOT

linux_only = pytest.mark.skipif(sys.platform != "linux", reason="files of a Linux desktop")
LINUX = ROOT / "packaging" / "linux"


def picture(content: bytes) -> QImage:
    image = QImage.fromData(content)
    assert not image.isNull()
    return image.convertToFormat(QImage.Format.Format_ARGB32)


def pixels(image: QImage) -> np.ndarray:
    return np.frombuffer(image.constBits(), np.uint8).astype(np.int16)


def test_the_icons_are_what_the_drawings_say(qtbot: QtBot, tmp_path: Path) -> None:
    for made in icons.write_all(tmp_path):
        kept = ROOT / made.relative_to(tmp_path)
        if made.suffix == ".png":
            ours, drawn = picture(kept.read_bytes()), picture(made.read_bytes())
            assert ours.size() == drawn.size()
            # Another processor may round the edge of a curve another way.
            assert np.abs(pixels(ours) - pixels(drawn)).mean() < 0.5, made.name
        else:
            assert abs(len(kept.read_bytes()) - len(made.read_bytes())) < 2000, made.name


def test_the_window_icon_is_sharp_in_every_size(qtbot: QtBot) -> None:
    icon = application_icon()
    assert {size.width() for size in icon.availableSizes()} == set(SIZES)
    for edge in SIZES:
        assert icon.pixmap(edge, edge).width() == edge


def test_the_icon_of_windows_holds_a_png_for_each_size() -> None:
    content = (ROOT / "packaging/windows/watchdoge.ico").read_bytes()
    count = struct.unpack_from("<HHH", content)[2]
    assert count == len(icon_files.ICO_SIZES)
    for number, edge in enumerate(icon_files.ICO_SIZES):
        entry = struct.unpack_from("<BBBBHHII", content, 6 + 16 * number)
        assert entry[:2] == (edge % 256, edge % 256)
        assert picture(content[entry[7] : entry[7] + entry[6]]).width() == edge


def test_the_icon_of_macos_holds_a_png_for_each_kind() -> None:
    content = (ROOT / "packaging/macos/watchdoge.icns").read_bytes()
    assert struct.unpack_from(">4sI", content) == (b"icns", len(content))
    at, found = 8, {}
    while at < len(content):
        kind, length = struct.unpack_from(">4sI", content, at)
        found[kind] = picture(content[at + 8 : at + length]).width()
        at += length
    assert found == icon_files.ICNS_KINDS


@linux_only
def test_the_menu_entry_and_the_description_are_valid(tmp_path: Path) -> None:
    bundle.add_desktop_files(tmp_path)
    entry = tmp_path / "share/applications/watchdoge.desktop"
    described = tmp_path / "share/metainfo" / bundle.METAINFO
    for command in (["desktop-file-validate", entry], ["appstreamcli", "validate", "--no-net", described]):
        if shutil.which(str(command[0])) is None:
            pytest.skip(f"{command[0]} is not installed")
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
    release = ElementTree.parse(described).find("releases/release")
    assert release is not None
    assert release.get("version") == bundle.version()


def test_the_menu_entry_speaks_both_languages_and_starts_an_example() -> None:
    entry = ConfigParser(interpolation=None)
    entry.optionxform = str  # type: ignore[assignment, method-assign]
    entry.read(LINUX / "watchdoge.desktop", encoding="utf-8")
    for section in entry.sections():
        names = {"GenericName", "Comment", "Keywords"} if section == "Desktop Entry" else {"Name"}
        assert {f"{name}[fr]" for name in names} <= set(entry[section])
    assert entry["Desktop Action example"]["Exec"] == "watchdoge --demo"
    assert entry["Desktop Action kiosk"]["Exec"] == "watchdoge --kiosk"


PROGRAM = '#!/bin/sh\necho "started with $*"\n'


class Home:
    """A user's home whose name would trip up a careless script, and an unpacked archive."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / 'jean d\'été $x 50% "b" `c`'
        self.archive = folder / "Mes Programmes é"
        self.folder.mkdir()
        (self.archive / "_internal").mkdir(parents=True)
        self.put_program(PROGRAM)
        bundle.add_desktop_files(self.archive)

    def put_program(self, text: str) -> None:
        (self.archive / "watchdoge").write_text(text)
        (self.archive / "watchdoge").chmod(0o755)

    def run(self, *command: str | Path) -> subprocess.CompletedProcess[str]:
        environment = {"HOME": str(self.folder), "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"}
        return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)

    def install(self) -> subprocess.CompletedProcess[str]:
        return self.run(self.archive / "install.sh", "--as-root")

    @property
    def program(self) -> Path:
        return self.folder / ".local/lib/watchdoge"

    def starters(self) -> list[list[str]]:
        """The command lines of the menu entry, read as the Desktop Entry Specification tells."""
        text = (self.folder / ".local/share/applications/watchdoge.desktop").read_text()
        lines = [line.removeprefix("Exec=") for line in text.splitlines() if line.startswith("Exec=")]
        return [self._words(line.replace("\\\\", "\\").replace("%%", "%")) for line in lines]

    @staticmethod
    def _words(line: str) -> list[str]:
        quoted = re.match(r'"((?:[^"\\]|\\.)*)"', line)
        assert quoted
        return [re.sub(r"\\(.)", r"\1", quoted[1]), *line[quoted.end() :].split()]


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path)


@linux_only
def test_one_user_installs_and_brings_it_up_to_date(home: Home) -> None:
    first = home.install()
    assert first.returncode == 0, first.stderr
    commands = home.starters()
    assert [command[1:] for command in commands] == [[], ["--demo"], ["--kiosk"]]
    assert home.run(*commands[1]).stdout == "started with --demo\n"
    assert home.run(home.folder / ".local/bin/watchdoge", "--version").stdout == "started with --version\n"

    home.put_program(PROGRAM.replace("started", "newly started"))
    (home.archive / "_internal" / "new").touch()
    assert home.install().returncode == 0
    assert home.run(*commands[1]).stdout == "newly started with --demo\n"
    assert sorted(path.name for path in home.program.parent.iterdir()) == ["watchdoge"]


@linux_only
def test_it_is_removed_without_the_user_s_own_files(home: Home) -> None:
    home.install()
    recorded = home.folder / ".local/share/watchdoge/history.db"
    recorded.parent.mkdir()
    recorded.write_text("a year of readings")
    autostart = home.folder / ".config/autostart/watchdoge.desktop"
    autostart.parent.mkdir(parents=True)
    autostart.write_text(f'[Desktop Entry]\nExec="{home.program}/watchdoge"\n')

    removed = home.run(home.program / "uninstall.sh")
    assert removed.returncode == 0, removed.stderr
    assert f"Kept, yours: {recorded.parent}" in removed.stdout
    left = [path for path in home.folder.rglob("*") if not path.is_dir()]
    assert left == [recorded]
    assert home.run(home.archive / "uninstall.sh").returncode == 0


@linux_only
def test_a_running_program_is_not_replaced_beneath_itself(home: Home) -> None:
    shutil.copy("/bin/sleep", home.archive / "watchdoge")
    assert home.install().returncode == 0
    with subprocess.Popen([home.program / "watchdoge", "60"]) as running:
        for command in ((home.archive / "install.sh", "--as-root"), (home.program / "uninstall.sh",)):
            refused = home.run(*command)
            assert refused.returncode == 1
            assert "running" in refused.stderr
        running.kill()
    assert home.run(home.program / "uninstall.sh").returncode == 0


@linux_only
def test_an_archive_that_was_not_unpacked_whole_is_refused(home: Home) -> None:
    (home.archive / "watchdoge").unlink()
    refused = home.install()
    assert refused.returncode == 1
    assert "unpack the whole archive" in refused.stderr
    assert not home.program.exists()
