"""What a window needs around it on a bare machine: a screen, a UTF-8 locale, a folder for sockets.

The virtual screen is an Xvfb of its own on a free display number, reachable only with a cookie that
exists as long as it does: another user of the machine can neither see it nor click into it.
"""

from __future__ import annotations

import os
import secrets
import select
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from tools import SetupError

GEOMETRY = "1600x960x24"
"""Width, height and colour depth of the virtual screen."""
START_S = 15.0
"""Seconds Xvfb is given to name its display."""


def has_screen(environment: Mapping[str, str], platform: str = sys.platform) -> bool:
    """Whether a window can be shown to somebody: always but on a Linux without X11 and Wayland."""
    if platform != "linux":
        return True
    return bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


def with_locale(environment: Mapping[str, str]) -> dict[str, str]:
    """A copy with a UTF-8 locale, which Qt asks for and a minimal system does not set."""
    named = next((environment[key] for key in ("LC_ALL", "LC_CTYPE", "LANG") if environment.get(key)), "")
    if "utf-8" in named.lower() or "utf8" in named.lower():
        return dict(environment)
    return {**environment, "LC_ALL": "C.UTF-8"}


def _wildcard_cookie(cookie: bytes) -> bytes:
    """An Xauthority entry that holds for any host and display: the number is not known beforehand."""
    fields = (b"", b"", b"MIT-MAGIC-COOKIE-1", cookie)
    return b"\xff\xff" + b"".join(len(field).to_bytes(2, "big") + field for field in fields)


@contextmanager
def runtime_folder(environment: Mapping[str, str]) -> Iterator[dict[str, str]]:
    """The environment with an XDG_RUNTIME_DIR, made for the time of the block where there is none."""
    if sys.platform != "linux" or environment.get("XDG_RUNTIME_DIR"):
        yield dict(environment)
        return
    with tempfile.TemporaryDirectory(prefix="watchdoge-") as folder:
        yield {**environment, "XDG_RUNTIME_DIR": folder}


@contextmanager
def virtual_screen(environment: Mapping[str, str]) -> Iterator[dict[str, str]]:
    """The environment of a program that shows its windows on a new virtual screen.

    Raises SetupError when Xvfb is missing or does not start.
    """
    with tempfile.TemporaryDirectory(prefix="watchdoge-x-") as folder:
        authority = Path(folder) / "authority"
        authority.write_bytes(_wildcard_cookie(secrets.token_bytes(16)))
        server, number = _start(authority)
        try:
            visible = {**environment, "DISPLAY": f":{number}", "XAUTHORITY": str(authority)}
            visible.pop("WAYLAND_DISPLAY", None)
            visible.pop("QT_QPA_PLATFORM", None)
            yield visible
        finally:
            server.terminate()
            server.wait()


def _start(authority: Path) -> tuple[subprocess.Popen[bytes], int]:
    """Starts Xvfb; returns it and the number of its display."""
    readable, writable = os.pipe()
    command = ["Xvfb", "-displayfd", str(writable), "-screen", "0", GEOMETRY, "-nolisten", "tcp", "-noreset"]
    try:
        server = subprocess.Popen(
            [*command, "-auth", str(authority)],
            pass_fds=(writable,),
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except FileNotFoundError as error:
        os.close(readable)
        raise SetupError("Xvfb is missing: on Debian, sudo apt-get install xvfb") from error
    finally:
        os.close(writable)
    with os.fdopen(readable) as answer:
        # Readable also when Xvfb has died: the line is empty then.
        ready, _, _ = select.select([answer], [], [], START_S)
        line = answer.readline().strip() if ready else ""
    if not line:
        server.kill()
        server.wait()
        raise SetupError("Xvfb did not start. Is /tmp writable? Try: Xvfb -displayfd 1")
    return server, int(line)
