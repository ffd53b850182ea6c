"""What the program is made of: every part that comes with it, its licence and the licence's text.

`parts.toml` among the licence texts names them. What it does not tell of a Python package is in the package's
installed metadata, which a bundle holds too. A bundle adds the libraries that it took from the system it was
built on.
"""

import platform
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

from doge_gui import __version__, paths


@dataclass(frozen=True)
class Part:
    """One part of the program."""

    name: str
    version: str
    """Empty where it goes by that of the part it lies in."""
    licence: str
    """An SPDX expression where there is one; empty where only the text tells it."""
    within: str
    """The part it comes with; empty for one that stands by itself."""
    texts: tuple[str, ...]
    """Where its texts are: a file of the licence folder, `own:` one of the program, `package:` a package."""

    def files(self) -> tuple[Path, ...]:
        """The files of the licence texts, the main one first."""
        return tuple(path for text in self.texts for path in _places(text))

    def full_text(self) -> str:
        """All licence texts of the part. A file that cannot be read is named in its place."""
        return "\n\n\n".join(map(_text, self.files()))


def all_parts() -> tuple[Part, ...]:
    """Every part: the program itself, the packages by name, what lies in them, the system's libraries."""
    document = tomllib.loads((paths.licence_folder() / "parts.toml").read_text(encoding="utf-8"))
    packages = [_package(name, told) for name, told in document["packages"].items()]
    others = [_other(entry) for entry in document["part"]]
    own = _other({**document["own"], "version": __version__})
    apart = [part for part in others if not part.within]
    inner = [part for part in others if part.within]
    return (own, *apart, *packages, *inner, *_system())


def _package(name: str, extra: dict[str, Any]) -> Part:
    """A Python package; one without metadata here is still named, with what is known of it."""
    texts = tuple(extra.get("texts", ()))
    try:
        metadata = distribution(name).metadata
    except PackageNotFoundError:
        return Part(name, "", extra.get("licence", ""), "", texts)
    told = extra.get("licence") or next(
        (metadata[key] for key in ("License-Expression", "License") if key in metadata), ""
    )
    return Part(metadata["Name"], metadata["Version"], told, "", (f"package:{name}", *texts))


def _other(entry: dict[str, Any]) -> Part:
    version = platform.python_version() if entry["name"] == "Python" else entry.get("version", "")
    return Part(entry["name"], version, entry["licence"], entry.get("within", ""), tuple(entry["texts"]))


def _system() -> Iterator[Part]:
    """What a bundle took from the system: `PACKAGE_VERSION.txt`, and the licences that these refer to."""
    folder = paths.licence_folder() / "system"
    for path in sorted(folder.glob("*.txt")):
        name, _, version = path.stem.partition("_")
        yield Part(name, version, "", "", (f"system/{path.name}",))


def _places(text: str) -> Iterator[Path]:
    kind, _, name = text.rpartition(":")
    if kind == "package":
        yield from _licence_files(distribution(name))
    else:
        yield paths.own_file(name) if kind == "own" else paths.licence_folder() / name


def _licence_files(found: Distribution) -> Iterator[Path]:
    """The licence files a package brings along, its main one first."""
    for file in sorted(found.files or (), key=lambda file: (len(file.parts), str(file))):
        within = file.parts[0].endswith(".dist-info")
        path = Path(str(found.locate_file(file)))
        if within and re.match(r"(licen[cs]e|copying|notice)", file.name, re.IGNORECASE) and path.is_file():
            yield path


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace").strip("\n")
    except OSError as error:
        return f"{path.name}: {error.strerror or error}"
