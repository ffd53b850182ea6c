"""Programs that are started for the maintainer, and end when he ends."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
"""The project's folder."""


def call(command: Sequence[str | Path], environment: Mapping[str, str] | None = None) -> int:
    """Runs a command in the project's folder to its end; its exit code, 130 after Ctrl+C.

    The child is told to stop, and waited for, when this program is told to.
    """
    child = subprocess.Popen([str(word) for word in command], cwd=ROOT, env=environment)
    try:
        return child.wait()
    except KeyboardInterrupt:
        # The terminal has sent the signal to the child too.
        child.wait()
        return 130
    finally:
        if child.poll() is None:
            child.terminate()
            child.wait()
