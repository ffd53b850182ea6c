"""The Debian packages the program, its tests and its bundle need, and how they get installed.

On a system without dpkg nothing is checked: Qt then names a library it misses when it starts.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

from tools import SetupError

WINDOW = (
    "libbrotli1",
    "libdbus-1-3",
    "libegl1",
    "libfontconfig1",
    "libgl1",
    "libglib2.0-0",
    "libgssapi-krb5-2",
    "libpulse0",
    "libxcb-cursor0",
    "libxcb-icccm4",
    "libxcb-keysyms1",
    "libxcb-shape0",
    "libxkbcommon-x11-0",
    "libxkbcommon0",
)
"""What Qt loads to open a window and to play a sound."""
SCREEN = ("xvfb",)
"""A virtual screen, for a machine that has none."""
DESKTOP = ("appstream", "at-spi2-core", "dbus", "dbus-daemon", "desktop-file-utils", "xdotool")
"""Reaches the window from outside by its accessible names, and judges the desktop's own files."""
SERVERS = ("chromium", "libatomic1", "nginx", "openssl", "postgresql", "prometheus")
"""A browser with what drives it, a proxy, a database and a monitor, as they stand in plants."""
TESTS = (*WINDOW, *SCREEN, *DESKTOP, "pulseaudio", "pulseaudio-utils", "sox", *SERVERS)
"""The tests start servers of their own, and measure what is heard."""
OWN_PYTHON = (f"libpython3.{sys.version_info.minor}",) if sys.base_prefix == "/usr" else ()
"""Debian's own interpreter comes without its shared library; a bundle needs it."""
BUNDLE = (*WINDOW, *SCREEN, *OWN_PYTHON, "binutils", "xz-utils")
"""PyInstaller reads the libraries with objdump; their symbols are stripped, and the whole is packed."""

POLICY = Path("/usr/sbin/policy-rc.d")
"""Debian asks this script before it starts a service it has just installed; 101 means: do not."""


def installed(names: Iterable[str]) -> set[str]:
    """Those of `names` that dpkg calls installed, under their own name or its 64-bit-time successor."""
    wanted = [candidate for name in names for candidate in (name, f"{name}t64")]
    query = ["dpkg-query", "-W", "-f", "${db:Status-Abbrev} ${Package}\n", *wanted]
    # dpkg-query leaves with 1 when it does not know one of the names: that is an answer too.
    answer = subprocess.run(query, capture_output=True, text=True, check=False).stdout
    lines = (line.split() for line in answer.splitlines())
    return {words[-1].removesuffix("t64") for words in lines if words and words[0] == "ii"}


def missing(names: Iterable[str]) -> list[str]:
    """Those of `names` to install, sorted; empty on a system that is not Debian's kind."""
    if not shutil.which("dpkg-query"):
        return []
    wanted = set(names)
    lacking = wanted - installed(wanted)
    if find_spec("ensurepip") is None:
        lacking.add("python3-venv")
    return sorted(lacking)


@contextmanager
def no_service_started() -> Iterator[None]:
    """Keeps a package's service (nginx on port 80) from being started at its installation."""
    if POLICY.exists():
        yield
        return
    POLICY.write_text("#!/bin/sh\nexit 101\n")
    POLICY.chmod(0o755)
    try:
        yield
    finally:
        POLICY.unlink(missing_ok=True)


def ensure(names: Iterable[str]) -> None:
    """Installs what is missing of `names` as root.

    Raises SetupError with the exact command for anybody else, or when apt-get fails.
    """
    lacking = missing(names)
    if not lacking:
        return
    install = ["apt-get", "install", "--yes", "--no-install-recommends", *lacking]
    if os.geteuid() != 0:
        raise SetupError(
            "Debian packages are missing. Install them with:\n"
            f"  sudo apt-get update && sudo {' '.join(install)}\n"
            "then give the same command again."
        )
    print(f"Installing Debian packages: {' '.join(lacking)}", flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    with no_service_started():
        for command in (["apt-get", "update", "-qq"], [*install, "-qq"]):
            _apt(command, environment)


def _apt(command: list[str], environment: dict[str, str]) -> None:
    """Runs one apt-get command; its output is shown only when it fails."""
    done = subprocess.run(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
    )
    if done.returncode != 0:
        raise SetupError(
            f"{done.stdout}\n`{' '.join(command)}` failed. Check the network, /etc/apt/sources.list "
            "and the free space on /, then give the same command again."
        )
