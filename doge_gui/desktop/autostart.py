"""Starting with the desktop's session, in each system's own way."""

import contextlib
import plistlib
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import platformdirs

_NAME = "watchdoge"
_LABEL = "org.watchdoge.supercharged"
_RUN_KEY = r"Software\Microsoft\Windows\CurrentVersion\Run"
_RESERVED = re.compile(r"[\s\"'\\><~|&;$*?#()`=%]")


class AutostartError(Exception):
    """It cannot be read or changed; says why in one line."""


class Autostart:
    """Whether this program starts when the user logs in. Reads and writes a small file: call it on demand."""

    def __init__(
        self, command: Sequence[str], folder: Path | None = None, platform: str = sys.platform
    ) -> None:
        """`command` starts the program; `folder` is where the entry's file lies, else the user's own."""
        self._command, self._platform = tuple(command), platform
        folder = folder or _folder(platform)
        name = f"{_LABEL}.plist" if platform == "darwin" else f"{_NAME}.desktop"
        self._path = folder / name

    @property
    def place(self) -> str:
        """Where the entry is, for people."""
        return f"HKEY_CURRENT_USER\\{_RUN_KEY}" if self._platform == "win32" else str(self._path)

    def is_on(self) -> bool:
        """Whether it does. Raises AutostartError."""
        if self._platform == "win32":
            return _windows_value() is not None
        try:
            content = self._path.read_bytes()
        except FileNotFoundError:
            return False
        except OSError as error:
            raise AutostartError(f"{self._path}: {error.strerror or error}") from error
        return self._platform == "darwin" or not _switched_off(content.decode("utf-8", "replace"))

    def turn_on(self) -> None:
        """From the next session on it does, with this command. Raises AutostartError."""
        if self._platform == "win32":
            _set_windows_value(command_line(self._command))
            return
        mac = self._platform == "darwin"
        content = agent_plist(self._command) if mac else desktop_entry(self._command).encode()
        unfinished = self._path.with_name(f".{self._path.name}.part")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            unfinished.write_bytes(content)
            unfinished.replace(self._path)
        except OSError as error:
            with contextlib.suppress(OSError):
                unfinished.unlink(missing_ok=True)
            raise AutostartError(f"{self._path}: {error.strerror or error}") from error

    def turn_off(self) -> None:
        """It does no more. Raises AutostartError."""
        if self._platform == "win32":
            _set_windows_value(None)
            return
        try:
            self._path.unlink(missing_ok=True)
        except OSError as error:
            raise AutostartError(f"{self._path}: {error.strerror or error}") from error


def desktop_entry(command: Sequence[str]) -> str:
    """A file for `~/.config/autostart` (XDG Desktop Application Autostart 0.5, Desktop Entry 1.5)."""
    lines = (
        "[Desktop Entry]",
        "Type=Application",
        "Version=1.5",
        "Name=WatchDoge Supercharged",
        f"Exec={' '.join(_quoted(argument) for argument in command)}",
        "Icon=watchdoge",
        "Terminal=false",
        "X-GNOME-Autostart-enabled=true",
    )
    return "\n".join(lines) + "\n"


def agent_plist(command: Sequence[str]) -> bytes:
    """A property list for `~/Library/LaunchAgents` (launchd.plist(5))."""
    agent = {
        "Label": _LABEL,
        "ProgramArguments": list(command),
        "RunAtLoad": True,
        "ProcessType": "Interactive",
    }
    return plistlib.dumps(agent)


def command_line(command: Sequence[str]) -> str:
    """A value for Windows' Run key: one line, quoted as its programs take it apart again."""
    return subprocess.list2cmdline(command)


def _quoted(argument: str) -> str:
    """One argument of a desktop entry's Exec: reserved characters quoted, then escaped as any string there.

    Desktop Entry Specification 1.5, "The Exec key" and "Value types". A percent sign is doubled.
    """
    argument = argument.replace("%", "%%")
    if argument and not _RESERVED.search(argument):
        return argument
    inside = re.sub(r'(["`$\\])', r"\\\1", argument)
    escaped = inside.replace("\\", "\\\\")
    for sign, written in (("\n", "\\n"), ("\t", "\\t"), ("\r", "\\r")):
        escaped = escaped.replace(sign, written)
    return f'"{escaped}"'


def _switched_off(entry: str) -> bool:
    """A desktop's own settings switch an entry off by a line in it, without removing it."""
    lines = {line.replace(" ", "").casefold() for line in entry.split("\n")}
    return bool(lines & {"hidden=true", "x-gnome-autostart-enabled=false"})


def _folder(platform: str) -> Path:
    if platform == "darwin":
        return Path.home() / "Library" / "LaunchAgents"
    return Path(platformdirs.user_config_dir()) / "autostart"


def _windows_value() -> str | None:
    if sys.platform != "win32":
        raise AutostartError("not on Windows")
    import winreg

    try:
        with winreg.OpenKey(winreg.HKEY_CURRENT_USER, _RUN_KEY) as key:
            return str(winreg.QueryValueEx(key, _NAME)[0])
    except FileNotFoundError:
        return None
    except OSError as error:
        raise AutostartError(f"{_RUN_KEY}: {error.strerror or error}") from error


def _set_windows_value(value: str | None) -> None:
    if sys.platform != "win32":
        raise AutostartError("not on Windows")
    import winreg

    try:
        with winreg.CreateKeyEx(winreg.HKEY_CURRENT_USER, _RUN_KEY, 0, winreg.KEY_SET_VALUE) as key:
            if value is not None:
                winreg.SetValueEx(key, _NAME, 0, winreg.REG_SZ, value)
            else:
                with contextlib.suppress(FileNotFoundError):
                    winreg.DeleteValue(key, _NAME)
    except OSError as error:
        raise AutostartError(f"{_RUN_KEY}: {error.strerror or error}") from error
