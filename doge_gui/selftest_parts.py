"""What comes with the program is there and can be read: themes, fonts, icons, languages, sounds, guide."""

import platform
import sqlite3
import ssl
import time
import wave
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

import certifi
import numpy as np
import pycurl
from PySide6.QtCore import QLibraryInfo, QTranslator, qVersion
from PySide6.QtGui import QFontDatabase
from PySide6.QtSvg import QSvgRenderer

from doge_gui import paths
from doge_gui.views import theme


class Verdict(Enum):
    """What a check came to."""

    OK = "ok"
    NOTE = "note"
    """Not as on a full station, and told; the program can do its work."""
    FAILED = "FAILED"


@dataclass(frozen=True, slots=True)
class Finding:
    """One check and its result."""

    check: str
    verdict: Verdict
    result: str
    seconds: float
    """What the check took."""


class PartMissingError(Exception):
    """Something that comes with the program is not there or cannot be read; the text says what."""


def check_parts(clock: Callable[[], float] = time.monotonic) -> list[Finding]:
    """Look at every kind of file the program comes with. A QApplication must live."""
    return [_checked(name, check, clock) for name, check in _checks()]


def _checks() -> list[tuple[str, Callable[[], str]]]:
    return [
        ("libraries", _libraries),
        ("themes", _themes),
        ("fonts", _fonts),
        ("icons", _icons),
        ("languages", _languages),
        ("sounds", _sounds),
        ("guide and licences", _texts),
    ]


def _checked(name: str, check: Callable[[], str], clock: Callable[[], float]) -> Finding:
    began = clock()
    try:
        verdict, result = Verdict.OK, check()
    # A file that is damaged shows itself as any of these, by the reader that meets it.
    except (PartMissingError, OSError, KeyError, ValueError, EOFError, wave.Error) as error:
        verdict, result = Verdict.FAILED, str(error) or type(error).__name__
    return Finding(name, verdict, result, clock() - began)


def _libraries() -> str:
    """Versions; the certificates that HTTPS asks for are there."""
    context = ssl.create_default_context(cafile=certifi.where())
    if not context.cert_store_stats()["x509_ca"]:
        raise PartMissingError("no certificates of authorities")
    curl = pycurl.version_info()[1]
    return (
        f"Python {platform.python_version()}, Qt {qVersion()}, numpy {np.__version__}, "
        f"libcurl {curl}, SQLite {sqlite3.sqlite_version}"
    )


def _themes() -> str:
    loaded = [theme.load(path) for path in _some(paths.resource("themes"), "*.toml")]
    for one in loaded:
        one.style_sheet()
    return ", ".join(sorted(one.name for one in loaded))


def _fonts() -> str:
    families: set[str] = set()
    files = [path for pattern in ("*.otf", "*.ttf") for path in paths.resource("fonts").glob(pattern)]
    for path in files:
        number = QFontDatabase.addApplicationFont(str(path))
        if number < 0:
            raise PartMissingError(f"{path.name} is no font")
        families.update(QFontDatabase.applicationFontFamilies(number))
    if theme.FAMILY not in families:
        raise PartMissingError(f"the font {theme.FAMILY} is missing")
    named = ", ".join(sorted(families))
    return f"{len(files)} files of {named}"


def _icons() -> str:
    files = _some(paths.resource("icons"), "**/*.svg")
    for path in files:
        if not QSvgRenderer(str(path)).isValid():
            raise PartMissingError(f"{path.name} is no picture")
    return f"{len(files)} pictures"


def _languages() -> str:
    """The program's own translations, and Qt's for its own dialogs."""
    names = []
    for path in _some(paths.resource("translations"), "*.qm"):
        own, qt = QTranslator(), QTranslator()
        name = path.stem.rpartition("_")[2]
        if not own.load(str(path)) or own.isEmpty():
            raise PartMissingError(f"{path.name} is no translation")
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if not qt.load(f"qtbase_{name}", folder):
            raise PartMissingError(f"Qt’s own words are missing in {name}")
        names.append(name)
    return ", ".join(["en", *names])


def _sounds() -> str:
    files = _some(paths.own_sound(""), "*.wav")
    for path in files:
        with wave.open(str(path)) as sound:
            if not sound.getnframes():
                raise PartMissingError(f"{path.name} is empty")
    return f"{len(files)} files"


def _texts() -> str:
    pages = _some(paths.guide_folder(), "**/*.md")
    licences = _some(paths.licence_folder(), "*.txt")
    for path in (*pages, *licences):
        path.read_text(encoding="utf-8")
    return f"{len(pages)} pages, {len(licences)} licences"


def _some(folder: Path, pattern: str) -> list[Path]:
    """The files of a folder. Raises PartMissingError where there is none."""
    found = sorted(folder.glob(pattern))
    if not found:
        raise PartMissingError(f"{folder} holds nothing like {pattern}")
    return found
