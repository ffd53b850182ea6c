"""A window finds a screen, a locale and a socket folder, also where the machine has none."""

import socket
import sys
from pathlib import Path

import pytest

from tools import display

linux_only = pytest.mark.skipif(sys.platform != "linux", reason="X11 is a Linux matter")


@pytest.mark.parametrize(
    ("environment", "platform", "expected"),
    [
        ({"DISPLAY": ":0"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({"DISPLAY": ""}, "linux", False),
        ({}, "linux", False),
        ({}, "win32", True),
        ({}, "darwin", True),
    ],
)
def test_where_a_window_can_be_seen(environment: dict[str, str], platform: str, expected: bool) -> None:
    assert display.has_screen(environment, platform) is expected


@pytest.mark.parametrize(
    ("named", "kept"),
    [
        ({"LANG": "fr_FR.UTF-8"}, True),
        ({"LC_ALL": "C.utf8", "LANG": "C"}, True),
        ({"LC_ALL": "C", "LANG": "fr_FR.UTF-8"}, False),
        ({}, False),
    ],
)
def test_a_utf8_locale_is_kept_and_another_replaced(named: dict[str, str], kept: bool) -> None:
    assert display.with_locale(named) == (named if kept else {**named, "LC_ALL": "C.UTF-8"})


def x_server_answers(number: int, cookie: bytes) -> bool:
    """Whether the X server of display `number` accepts a client with this cookie (X11 connection set-up)."""
    name = b"MIT-MAGIC-COOKIE-1"
    hello = b"l\0" + b"".join(part.to_bytes(2, "little") for part in (11, 0, len(name), len(cookie), 0))
    with socket.socket(socket.AF_UNIX) as client:
        client.settimeout(10)
        client.connect(f"/tmp/.X11-unix/X{number}")
        client.sendall(hello + name + b"\0\0" + cookie)
        return client.recv(1) == b"\x01"


@linux_only
def test_the_virtual_screen_opens_to_its_cookie_only_and_ends_with_the_block() -> None:
    with display.virtual_screen({"QT_QPA_PLATFORM": "offscreen", "WAYLAND_DISPLAY": "wayland-0"}) as inside:
        number = int(inside["DISPLAY"].removeprefix(":"))
        cookie = Path(inside["XAUTHORITY"]).read_bytes()[-16:]
        assert x_server_answers(number, cookie)
        assert not x_server_answers(number, b"\0" * 16)
        assert inside.keys() == {"DISPLAY", "XAUTHORITY"}
    assert not Path(f"/tmp/.X11-unix/X{number}").exists()
    assert not Path(inside["XAUTHORITY"]).exists()


@linux_only
def test_a_folder_for_sockets_is_made_for_the_time_of_the_block_and_a_given_one_kept() -> None:
    with display.runtime_folder({}) as inside:
        made = Path(inside["XDG_RUNTIME_DIR"])
        assert made.stat().st_mode & 0o777 == 0o700
    assert not made.exists()
    with display.runtime_folder({"XDG_RUNTIME_DIR": "/run/user/1000"}) as inside:
        assert inside == {"XDG_RUNTIME_DIR": "/run/user/1000"}
