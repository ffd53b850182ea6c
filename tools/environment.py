"""A virtual environment that holds exactly what a lock file says, and the program itself.

The lock files carry every package's version and hashes and no address, so pip's own configuration
decides where they come from, and nothing but the locked bytes is installed.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tools import SetupError

OLDEST = (3, 11)
"""The first Python the locked packages run on."""
BEYOND = (3, 15)
"""The first Python they have no wheels for."""
FREE_BYTES = 2_500_000_000
"""Room to ask for before a first installation: the wheels, the unpacked packages and a margin."""


def check_python(version: tuple[int, int]) -> None:
    """Raises SetupError when this Python (major, minor) cannot run the program."""
    if OLDEST <= version < BEYOND:
        return
    span = f"{OLDEST[0]}.{OLDEST[1]} to {BEYOND[0]}.{BEYOND[1] - 1}"
    raise SetupError(
        f"Python {span} is needed; this one is {version[0]}.{version[1]} ({sys.executable}).\n"
        "Install one of them and name it: make run PYTHON=python3.11"
    )


@dataclass(frozen=True)
class Environment:
    """One virtual environment of the project."""

    root: Path
    """The project's folder."""
    folder: Path
    """The environment's folder."""
    lock: str
    """Name of the lock file it holds."""
    supersets: tuple[str, ...] = ()
    """Lock files that hold all of `lock` too: an environment made from one of them will do."""

    @property
    def python(self) -> Path:
        """The interpreter inside."""
        inside = "Scripts/python.exe" if os.name == "nt" else "bin/python"
        return self.folder / inside

    def ensure(self) -> None:
        """Brings the environment up to date; does nothing when it already is. Raises SetupError."""
        if any(self._stamp(lock).exists() for lock in (self.lock, *self.supersets)) and self._answers():
            return
        self._check_room()
        if not self._answers():
            self._create()
        print(f"Installing {self.lock} into {self.folder.name} (once; takes a minute or two)", flush=True)
        self._pip("--require-hashes", "--only-binary", ":all:", "-r", self.lock)
        self._pip("--no-deps", "--no-build-isolation", "--no-index", "-e", ".")
        self._write_stamp()

    def _stamp(self, lock: str) -> Path:
        """The file whose presence says: `lock` and this pyproject.toml are installed, from this folder."""
        facts = hashlib.sha256(str(self.root).encode())
        for name in (lock, "pyproject.toml"):
            facts.update((self.root / name).read_bytes())
        return self.folder / f".installed-{facts.hexdigest()[:16]}"

    def _write_stamp(self) -> None:
        for old in self.folder.glob(".installed-*"):
            old.unlink()
        self._stamp(self.lock).touch()

    def _answers(self) -> bool:
        """Whether the interpreter inside runs: it does not after the system's Python was exchanged."""
        if not self.python.exists():
            return False
        try:
            probe = subprocess.run([str(self.python), "-c", "import pip"], capture_output=True, check=False)
        except OSError:
            return False
        return probe.returncode == 0

    def _check_room(self) -> None:
        free = shutil.disk_usage(self.root).free
        if not self.folder.exists() and free < FREE_BYTES:
            raise SetupError(
                f"Only {free / 1e9:.1f} GB are free on the disk of {self.root}; "
                f"{FREE_BYTES / 1e9:.1f} GB are needed. Make room, then give the same command again."
            )

    def _create(self) -> None:
        print(f"Creating {self.folder.name}", flush=True)
        command = [sys.executable, "-m", "venv", "--clear", str(self.folder)]
        if subprocess.run(command, check=False).returncode != 0:
            shutil.rmtree(self.folder, ignore_errors=True)
            raise SetupError(
                "The virtual environment could not be made. Python's venv module is needed (on Debian: "
                "sudo apt-get install python3-venv), and room on the disk."
            )
        # Neither git nor the checks look into it, whatever it is called.
        (self.folder / ".gitignore").write_text("*\n", encoding="utf-8")

    def _pip(self, *arguments: str) -> None:
        """`pip install` with these arguments. Raises SetupError with the likely remedy."""
        command = [str(self.python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        if subprocess.run([*command, *arguments], cwd=self.root, check=False).returncode == 0:
            return
        free = shutil.disk_usage(self.folder).free
        cause = (
            f"The disk is full ({free / 1e6:.0f} MB free): make room"
            if free < 300_000_000
            else "Check that this machine reaches its package index (network, proxy, `pip config list`)"
        )
        raise SetupError(
            f"pip could not install the packages; see above.\n{cause}, then give the same command again."
        )
