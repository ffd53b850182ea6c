"""What a bundle takes from the system comes with the notices of its packages."""

import shutil
from pathlib import Path

import pytest

from tools import system_licences

PLACES = tuple(f"/usr/lib/{machine}-linux-gnu/libc.so.6" for machine in ("x86_64", "aarch64"))


@pytest.mark.skipif(shutil.which("dpkg-query") is None, reason="no Debian")
def test_a_library_brings_its_package_s_notice_and_what_that_refers_to() -> None:
    (place,) = {path for path in map(Path, PLACES) if path.exists()}
    found = system_licences.data([(place.name, str(place), "BINARY")])
    names = [name for name, _, _ in found]
    assert any(name.startswith("licences/system/libc6_") for name in names)
    assert all(kind == "DATA" for _, _, kind in found)
    assert "licences/system/LGPL-2.1.txt" in names


def test_what_comes_with_a_package_of_python_is_left_to_that_package() -> None:
    wheel = ("libcurl.so.4", "/opt/venv/lib/python3.11/site-packages/pycurl.libs/libcurl.so.4", "BINARY")
    assert system_licences.data([wheel]) == []


def test_without_debian_there_is_nothing_to_copy(monkeypatch) -> None:
    monkeypatch.setattr(system_licences.shutil, "which", lambda name: None)
    assert system_licences.data([("libc.so.6", "/usr/lib/x86_64-linux-gnu/libc.so.6", "BINARY")]) == []
