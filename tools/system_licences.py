"""The notices of the libraries a bundle takes from the system it is built on (Debian and its kin).

`data(binaries)` gives PyInstaller's `datas` entries: for each Debian package that owns one of the libraries
its copyright file as `licences/system/PACKAGE_VERSION.txt`, and the common licences those files refer to.
"""

import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path

FOLDER = "licences/system"
_DOC, _COMMON = Path("/usr/share/doc"), Path("/usr/share/common-licenses")
_SYSTEM = re.compile(r"/(usr/)?lib/")


def data(binaries: Iterable[tuple[str, str, str]]) -> list[tuple[str, str, str]]:
    """Entries (name in the bundle, source, "DATA") for binaries (name in the bundle, source, kind)."""
    if shutil.which("dpkg-query") is None:
        return []
    sources = {Path(source).resolve() for _, source, _ in binaries if _SYSTEM.match(source)}
    notices = {name: path for name, path in map(_notice, sorted(_packages(sources))) if path.is_file()}
    notices.update(_common(notices.values()))
    return [(f"{FOLDER}/{name}.txt", str(path), "DATA") for name, path in sorted(notices.items())]


def _packages(sources: Iterable[Path]) -> set[str]:
    """The installed packages that own these files."""
    patterns = [pattern for source in sources for pattern in _written(source)]
    if not patterns:
        return set()
    found = subprocess.run(["dpkg-query", "--search", *patterns], capture_output=True, text=True, check=False)
    return {line.partition(":")[0] for line in found.stdout.splitlines() if not line.startswith("diversion")}


def _written(source: Path) -> Iterator[str]:
    """A file as the package database may have it: /lib may be a link to /usr/lib."""
    yield str(source)
    if str(source).startswith("/usr/lib/"):
        yield str(source).removeprefix("/usr")


def _notice(package: str) -> tuple[str, Path]:
    told = subprocess.run(
        ["dpkg-query", "--show", "--showformat", "${Version}\n", package],
        capture_output=True,
        text=True,
        check=True,
    )
    # One version for every architecture; an epoch's colon is no good in a file's name.
    version = told.stdout.split()[0].rpartition(":")[2]
    return f"{package}_{version}", (_DOC / package / "copyright").resolve()


def _common(notices: Iterable[Path]) -> Iterator[tuple[str, Path]]:
    """The licences that the notices point to instead of telling them."""
    for notice in list(notices):
        told = notice.read_text(encoding="utf-8", errors="replace")
        for name in re.findall(r"/usr/share/common-licenses/([A-Za-z]+(?:-[0-9.]*[0-9])?)", told):
            path = (_COMMON / name).resolve()
            if path.is_file():
                yield path.name, path
