"""A desktop of its own for one program: a virtual screen, a session bus, and what a screen reader needs.

Nothing of the person's own desktop is used or touched. Every process is a child of this one, or of such a
child that takes it with it, and is ended by its id.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from jeepney import DBusAddress, MessageType, new_method_call
from jeepney.io.blocking import open_dbus_connection

from tests.system.walk.at_spi import Bus

_LAUNCHERS = (
    Path("/usr/libexec/at-spi-bus-launcher"),
    Path("/usr/lib/at-spi2-core/at-spi-bus-launcher"),
)
_PROGRAM = ("-m", "doge_gui")
_SOURCE = Path(__file__).parents[3]
_SIZE = "1600x960x24"
_START_S = 15.0
_END_S = 10.0
_PAUSE_S = 0.02
_FOLDERS = ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME")
_NOT_INHERITED = (
    "DBUS_",
    "DISPLAY",
    "LANG",
    "LC_",
    "QT_QPA_",
    "QT_SCALE",
    "WATCHDOGE_",
    "WAYLAND_",
    "XAUTHORITY",
)
_RULES = """<busconfig>
  <type>session</type>
  <listen>unix:path={0}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*"/>
    <allow receive_sender="*"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""


class NoDesktopError(Exception):
    """A part of the desktop is not installed or does not start."""


@dataclass(frozen=True, slots=True)
class Desktop:
    """What programs that are started on it are given, and the bus on which their controls are found."""

    folder: Path
    environment: Mapping[str, str]
    bus: Bus

    @property
    def configuration(self) -> Path:
        """The file that a program started without a word reads, if it is there."""
        return Path(self.environment["XDG_CONFIG_HOME"]) / "watchdoge" / "configDoge.json"

    @contextmanager
    def program(self, *arguments: str) -> Iterator[subprocess.Popen[bytes]]:
        """The program with its window, started in a folder that holds nothing, as by a double click."""
        command = [sys.executable, *_PROGRAM, *arguments]
        said = self.folder / "program.txt"
        with said.open("wb") as words, _child(command, self.environment, words, self.folder) as process:
            try:
                yield process
            except Exception as error:
                error.add_note(f"the program said:\n{said.read_text(errors='replace')}")
                raise

    def keys(self, *keys: str) -> None:
        """Press keys, by their X names, where the focus is: what no accessibility interface can do."""
        self._type("key", "--clearmodifiers", *keys)

    def give_focus(self, title: str) -> None:
        """Let keys go to the window of this title, which a window manager would do; here is none."""
        self._type("search", "--onlyvisible", "--name", f"^{title}$", "windowfocus", "--sync")

    def _type(self, *arguments: str) -> None:
        command = ["xdotool", *arguments]
        subprocess.run(command, env=self.environment, check=True, timeout=_END_S, stdout=subprocess.DEVNULL)


@contextmanager
def desktop(folder: Path) -> Iterator[Desktop]:
    """Start it with the programs' folders in `folder`, and end it. Raises NoDesktopError."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(_NOT_INHERITED)}
    for name in _FOLDERS:
        environment[name] = str(folder / name.lower())
        Path(environment[name]).mkdir(mode=0o700, exist_ok=True)
    with ExitStack() as parts:
        # Sockets have short paths, which a test's own folder has not.
        sockets = Path(parts.enter_context(tempfile.TemporaryDirectory(prefix="walk-")))
        session = f"unix:path={sockets / 'session'}"
        environment |= {
            "DBUS_SESSION_BUS_ADDRESS": session,
            "LC_ALL": "C.UTF-8",
            # Nobody hears this desktop, whatever the machine could play.
            "PULSE_SERVER": f"unix:{sockets / 'no-sound'}",
            "PYTHONPATH": str(_SOURCE),
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "XDG_RUNTIME_DIR": str(sockets),
        }
        words = parts.enter_context((folder / "desktop.txt").open("wb"))
        screen = ["Xvfb", "-screen", "0", _SIZE, "-nolisten", "tcp", "-displayfd"]
        environment["DISPLAY"] = ":" + parts.enter_context(_telling(screen, "{0}", environment, words))
        rules = sockets / "session.conf"
        rules.write_text(_RULES.format(sockets / "session"))
        bus = ["dbus-daemon", f"--config-file={rules}", "--nofork", "--nopidfile"]
        parts.enter_context(_telling(bus, "--print-address={0}", environment, words))
        parts.enter_context(_child([_launcher(), "--launch-immediately"], environment, words))
        accessibility = Bus(_accessibility_address(session))
        parts.callback(accessibility.close)
        yield Desktop(folder, environment, accessibility)


@contextmanager
def _telling(
    command: Sequence[str], option: str, environment: Mapping[str, str], words: IO[bytes]
) -> Iterator[str]:
    """A process that writes a line to the file descriptor that `option` names once it is ready; that line."""
    reading, writing = os.pipe()
    with os.fdopen(reading) as told, os.fdopen(writing, "w") as telling:
        asked = [*command, option.format(writing)]
        with _child(asked, environment, words, keep=(writing,)):
            telling.close()
            line = told.readline().strip()
            if not line:
                raise NoDesktopError(f"{command[0]} does not start")
            yield line


@contextmanager
def _child(
    command: Sequence[str],
    environment: Mapping[str, str],
    words: IO[bytes],
    folder: Path | None = None,
    keep: Sequence[int] = (),
) -> Iterator[subprocess.Popen[bytes]]:
    """A process that is ended with the block, if it has not ended by itself."""
    try:
        process = subprocess.Popen(
            command, env=environment, stdout=words, stderr=words, cwd=folder, pass_fds=keep
        )
    except OSError as error:
        raise NoDesktopError(f"{command[0]}: {error.strerror}") from None
    try:
        yield process
    finally:
        process.terminate()
        try:
            process.wait(_END_S)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _launcher() -> str:
    for path in _LAUNCHERS:
        if path.exists():
            return str(path)
    raise NoDesktopError("at-spi2-core is not installed")


def _accessibility_address(session: str) -> str:
    """Where the accessibility bus is, as the session bus tells it."""
    with open_dbus_connection(session) as connection:
        found: list[str] = []

        def told() -> bool:
            address = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus")
            question = new_method_call(address, "GetAddress")
            answer = connection.send_and_get_reply(question, timeout=_START_S)
            if answer.header.message_type is MessageType.method_return:
                found.append(answer.body[0])
            return bool(found)

        _until(told, "the accessibility bus")
    return found[0]


def _until(stands: Callable[[], bool], what: str) -> None:
    until = time.monotonic() + _START_S
    while not stands():
        if time.monotonic() > until:
            raise NoDesktopError(f"{what} does not start")
        time.sleep(_PAUSE_S)
