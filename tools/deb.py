"""A Debian package of the bundle: program in /usr/lib/watchdoge, started as /usr/bin/watchdoge."""

from __future__ import annotations

import gzip
import os
import re
import shutil
import subprocess
import time
from email.utils import formatdate
from pathlib import Path

from tools import SetupError, bundle, debian
from tools.processes import ROOT

PACKAGE = "watchdoge"
RENAMED = ("libglib2.0-0",)
"""Packages that newer Debians carry as NAMEt64."""
_MAINTAINER = "The WatchDoge Supercharged authors <authors@watchdoge.invalid>"
_NOT_SHARED = ("share", "install.sh", "uninstall.sh", "LICENSE")
"""What lies beside the program in the bundle, and elsewhere in the package."""
_GLIBC = re.compile(rb"GLIBC_2\.(\d+)")
_CONTROL = """Package: {package}
Version: {version}
Architecture: {architecture}
Maintainer: {maintainer}
Installed-Size: {kibibytes}
Depends: {depends}
Recommends: pulseaudio | pipewire-pulse
Section: science
Priority: optional
Description: watch over a fleet of PLC gateways
 WatchDoge asks every gateway of a plant in turn, adds up what they count, and
 shows the whole fleet on one quiet screen: figures, alarms with their remedy,
 trends, replay and shift reports.
 .
 It holds its own Python and Qt. An example fleet comes with it.
"""
_COPYRIGHT = """Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: WatchDoge Supercharged
Comment: The program is under the MIT licence. It comes with Python, Qt and other
 packages under licences of their own, which are listed in
 /usr/lib/watchdoge/_internal/licences/licences.md and lie beside that file and
 in the .dist-info folders of /usr/lib/watchdoge/_internal.

Files: *
Copyright: 2026 The WatchDoge Supercharged authors
License: MIT

License: MIT
{licence}"""
_CHANGELOG = """watchdoge ({version}) unstable; urgency=medium

  * What changed is told in the changelog of the program's source.

 -- {maintainer}  {date}
"""


def build(folder: Path) -> int:
    """dist/watchdoge_VERSION_ARCHITECTURE.deb of the bundle in `folder`; an exit code. Raises SetupError."""
    if not shutil.which("dpkg-deb"):
        raise SetupError("dpkg-deb is missing: a Debian package is made on a Debian")
    architecture = subprocess.run(
        ["dpkg", "--print-architecture"], capture_output=True, text=True, check=True
    ).stdout.strip()
    tree = ROOT / "build" / "deb"
    shutil.rmtree(tree, ignore_errors=True)
    fill(tree, folder)
    _write(tree / "DEBIAN" / "control", control(tree, architecture))
    _settle_modes(tree)
    package = folder.parent / f"{PACKAGE}_{bundle.version()}_{architecture}.deb"
    command = ["dpkg-deb", "--root-owner-group", "-Zxz", "-z4", "--build", str(tree), str(package)]
    if subprocess.run(command, check=False).returncode != 0:
        raise SetupError("dpkg-deb failed; see above")
    shutil.rmtree(tree)
    print(f"{package}: {package.stat().st_size / 1e6:.1f} MB")
    return 0


def control(tree: Path, architecture: str) -> str:
    """The control file of what lies in `tree`."""
    names = [f"{name} | {name}t64" if name in RENAMED else name for name in debian.WINDOW]
    depends = sorted([*names, f"libc6 (>= 2.{glibc(tree)})", "libgcc-s1", "libstdc++6"])
    # As dpkg counts: a file takes whole kibibytes.
    kibibytes = sum(-(-path.stat().st_size // 1024) for path in bundle.files_in(tree / "usr"))
    return _CONTROL.format(
        package=PACKAGE,
        version=bundle.version(),
        architecture=architecture,
        maintainer=_MAINTAINER,
        kibibytes=kibibytes,
        depends=", ".join(depends),
    )


def glibc(tree: Path) -> int:
    """The newest glibc, 2.N, whose symbols a library or program in `tree` asks for."""
    newest = 17
    for path in bundle.files_in(tree):
        if ".so" in path.name or path.name == PACKAGE:
            newest = max([newest, *(int(found) for found in _GLIBC.findall(path.read_bytes()))])
    return newest


def fill(tree: Path, folder: Path) -> None:
    """Lay out in `tree` what the package installs, from the bundle in `folder`."""
    library, share = tree / "usr" / "lib" / PACKAGE, tree / "usr" / "share"
    skipped = shutil.ignore_patterns(*_NOT_SHARED)
    shutil.copytree(
        folder,
        library,
        symlinks=True,
        ignore=lambda at, names: skipped(at, names) if Path(at) == folder else [],
    )
    shutil.copytree(folder / "share", share)
    (tree / "usr" / "bin").mkdir()
    (tree / "usr" / "bin" / PACKAGE).symlink_to(f"../lib/{PACKAGE}/{PACKAGE}")
    about = share / "doc" / PACKAGE
    licence = (ROOT / "LICENSE").read_text(encoding="utf-8").splitlines()
    _write(
        about / "copyright",
        _COPYRIGHT.format(licence="".join(f" {line or '.'}\n" for line in licence)),
    )
    date = formatdate(float(os.environ.get("SOURCE_DATE_EPOCH", time.time())))
    changelog = _CHANGELOG.format(version=bundle.version(), maintainer=_MAINTAINER, date=date)
    _write_packed(about / "changelog.Debian.gz", changelog)
    manual = bundle.filled(ROOT / "packaging" / "linux" / "watchdoge.1")
    _write_packed(share / "man" / "man1" / "watchdoge.1.gz", manual)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _write_packed(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(gzip.compress(text.encode(), 9, mtime=0))


def _settle_modes(tree: Path) -> None:
    """755 for folders and programs, 644 for the rest, whatever the builder's umask was."""
    for path in [tree, *tree.rglob("*")]:
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or path.name == PACKAGE else 0o644)
