"""The one-folder program: built, completed, checked, measured and packed.

PyInstaller makes dist/watchdoge/ out of doge_gui.spec. What a desktop needs comes beside it (`share/`, the
two scripts that install it for one user), debug symbols go, and the whole is packed as a .tar.xz.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from tools import SetupError
from tools.processes import ROOT, call

FOLDER = ROOT / "dist" / "watchdoge"
LIMIT_MB, LIMIT_PACKED_MB = 250.0, 90.0
"""Millions of bytes that it may take on a station's disk, and on the way there."""
METAINFO = "org.watchdoge.WatchDoge.metainfo.xml"
_LINUX = ROOT / "packaging" / "linux"
_MADE_OF_FOLDERS = ("doge_gui", "packaging", "resources", "sounds", "docs/guide", "docs/licences")
_MADE_OF_FILES = (
    "doge_gui.spec",
    "pyproject.toml",
    "requirements-bundle.lock",
    "configDoge.json",
    "docs/licences.md",
)
_MADE_BY = ("bundle.py", "bundle_check.py", "bundle_parts.py", "system_licences.py", "version_resource.py")
"""Of tools/: what decides what the bundle holds."""
_SYMBOLS_IN = ("libpython", "python3", "sqlalchemy", "pydantic_core", "charset_normalizer")
"""Where debug symbols are found. What was patched after linking (numpy's, pycurl's) is left as it is."""
_PACKING = "xz -T2 -4"
"""A third of the time of -6 for a twentieth more bytes."""


def version() -> str:
    """The program's version, as pyproject.toml tells it."""
    import tomllib

    project: dict[str, str] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return project["version"]


def release_date() -> str:
    """The day of this build, YYYY-MM-DD; SOURCE_DATE_EPOCH names another."""
    return time.strftime("%Y-%m-%d", time.gmtime(int(os.environ.get("SOURCE_DATE_EPOCH", time.time()))))


def filled(source: Path) -> str:
    """A text of packaging/ with version and date in place."""
    text = source.read_text(encoding="utf-8")
    return text.replace("@VERSION@", version()).replace("@DATE@", release_date())


def files_in(folder: Path) -> Iterator[Path]:
    """Its regular files, sorted; links are left out."""
    return (path for path in sorted(folder.rglob("*")) if path.is_file() and not path.is_symlink())


def build(python: Path) -> int:
    """Builds it with the environment of this interpreter; an exit code. Raises SetupError."""
    _stamp().unlink(missing_ok=True)
    # What is changed while it is built may be in it or not: then it is stale.
    made_of = digest(ROOT)
    options = ["--noconfirm", "--clean", "--log-level", "ERROR", "doge_gui.spec"]
    for command in (["tools.translations", "build"], ["PyInstaller", *options]):
        code = call([python, "-m", *command])
        if code != 0:
            return code
    if sys.platform == "linux":
        _strip()
        add_desktop_files(FOLDER)
    code = call([python, "-m", "tools.bundle_check", FOLDER])
    if code != 0:
        return code
    code = _measure()
    if code == 0:
        _stamp().write_text(made_of, encoding="ascii")
    return code


def build_if_stale(python: Path) -> int:
    """Builds it where there is none, or where something that goes into it has changed since."""
    stamp = _stamp()
    if FOLDER.is_dir() and stamp.is_file() and stamp.read_text(encoding="ascii") == digest(ROOT):
        return 0
    return build(python)


def add_desktop_files(folder: Path) -> None:
    """Put `share/`, as below /usr, and the scripts of an installation for one user beside the program."""
    share = folder / "share"
    shutil.rmtree(share, ignore_errors=True)
    for name in ("applications", "metainfo"):
        (share / name).mkdir(parents=True)
    shutil.copy(_LINUX / "watchdoge.desktop", share / "applications")
    (share / "metainfo" / METAINFO).write_text(filled(_LINUX / METAINFO), encoding="utf-8")
    drawn = ROOT / "resources" / "icons" / "app"
    for png in sorted(drawn.glob("watchdoge-*.png")):
        edge = png.stem.rpartition("-")[2]
        place = share / "icons" / "hicolor" / f"{edge}x{edge}" / "apps"
        place.mkdir(parents=True)
        shutil.copyfile(png, place / "watchdoge.png")
    scalable = share / "icons" / "hicolor" / "scalable" / "apps"
    scalable.mkdir(parents=True)
    shutil.copyfile(drawn / "watchdoge.svg", scalable / "watchdoge.svg")
    for script in ("install.sh", "uninstall.sh"):
        shutil.copy(_LINUX / script, folder)
    shutil.copyfile(ROOT / "LICENSE", folder / "LICENSE")


def _strip() -> None:
    """Remove debug symbols, a tenth of the whole. Raises SetupError where strip refuses."""
    inside = FOLDER / "_internal"
    chosen = [
        path
        for path in files_in(inside)
        if path.relative_to(inside).parts[0].startswith(_SYMBOLS_IN) and ".so" in path.name
    ]
    done = subprocess.run(["strip", "--strip-unneeded", *chosen], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise SetupError(f"strip failed: {done.stderr.strip()}")


def _measure() -> int:
    """Pack it, tell both sizes; 1 where one is over its limit."""
    sizes = {"unpacked": (sum(path.stat().st_size for path in files_in(FOLDER)) / 1e6, LIMIT_MB)}
    print(f"The bundle is in {FOLDER}")
    if sys.platform == "linux":
        packed = pack()
        sizes["as .tar.xz"] = (packed.stat().st_size / 1e6, LIMIT_PACKED_MB)
        print(f"To hand on: {packed}")
    for name, (size, limit) in sizes.items():
        print(f"{name}: {size:.1f} MB, at most {limit:.0f}{'' if size <= limit else ': TOO BIG'}")
    return int(any(size > limit for size, limit in sizes.values()))


def pack() -> Path:
    """dist/watchdoge-VERSION-linux-MACHINE.tar.xz, which unpacks into one folder. Raises SetupError."""
    named = f"watchdoge-{version()}"
    packed = FOLDER.parent / f"{named}-linux-{os.uname().machine}.tar.xz"
    who = ["--owner=0", "--group=0", "--numeric-owner", "--sort=name"]
    rename = f"--transform=flags=r;s,^watchdoge,{named},"
    command = ["tar", "-C", FOLDER.parent, *who, rename, "-I", _PACKING, "-cf", packed, FOLDER.name]
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise SetupError(f"tar failed: {done.stderr.strip()}")
    return packed


def _stamp() -> Path:
    return FOLDER.parent / ".watchdoge-built"


def digest(root: Path) -> str:
    """Of everything below the project's folder that the bundle is made of, and of this Python."""
    facts = hashlib.sha256(sys.version.encode())
    tools = [root / "tools" / name for name in _MADE_BY]
    trees = [path for name in _MADE_OF_FOLDERS for path in files_in(root / name)]
    for path in [*(root / name for name in _MADE_OF_FILES), *tools, *trees]:
        # What is built from other files follows them.
        if path.suffix not in {".pyc", ".qm"} and path.is_file():
            facts.update(str(path.relative_to(root)).encode() + b"\0" + path.read_bytes())
    return facts.hexdigest()
