"""All that helps to find a fault, in one archive, and nothing that must not leave the plant."""

import contextlib
import json
import os
import platform
import sys
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from importlib import metadata
from pathlib import Path
from typing import Any

from PySide6.QtCore import qVersion

from doge_gui import __version__
from doge_gui.desktop.redaction import redact, redact_config, redact_document, secrets_of

_LOG_BYTES = 2 * 1024 * 1024
"""Of each log file the end, up to so much."""
_MOST_LOGS, _MOST_REPORTS = 4, 20
_REPORT_BYTES = 512 * 1024
_PACKAGES = (
    *("PySide6-Essentials", "PySide6-Addons", "shiboken6", "numpy", "pyqtgraph", "pycurl", "requests"),
    *("pydantic", "platformdirs", "filelock", "SQLAlchemy", "psycopg", "pymysql", "XlsxWriter", "pyarrow"),
)
_VARIABLES = (
    *("LANG", "LC_ALL", "XDG_CURRENT_DESKTOP", "XDG_SESSION_TYPE", "DESKTOP_SESSION", "WAYLAND_DISPLAY"),
    *("DISPLAY", "QT_QPA_PLATFORM", "QT_SCALE_FACTOR", "QT_SCREEN_SCALE_FACTORS", "PULSE_SERVER"),
)
"""Of the environment only these: anything else may hold a secret."""


class DiagnosticsError(Exception):
    """The archive is not there; says why in one line."""


@dataclass(frozen=True)
class Parts:
    """What goes into the archive. Files are read in the thread that writes it; a missing one is no error."""

    path: str
    """Where the archive goes."""
    config: str = ""
    """Text of the configuration file; secrets are taken out of it."""
    logs: Sequence[Path] = ()
    """Log files, the newest first."""
    reports: Sequence[Path] = ()
    """Crash reports and stacks of standstills, the newest first."""
    screens: Sequence[Mapping[str, Any]] = ()
    """Of each screen what there is to say: size, scale, name."""
    program: Mapping[str, Any] = field(default_factory=dict)
    """Facts of the program: running time, theme, language, platform plugin, size of the fleet."""
    history: Mapping[str, Any] = field(default_factory=dict)
    """Size, version of the schema, counts. No readings."""
    addresses: str | None = None
    """The address list, only where the operator wants it in."""
    environment: Mapping[str, str] = field(default_factory=lambda: dict(os.environ))
    """Values that the configuration names by `${NAME}` are hidden wherever they stand."""


def write_order(parts: Parts) -> None:
    """For a WritingDesk: write the archive to its path. Raises DiagnosticsError."""
    write_archive(Path(parts.path), parts)


def write_archive(path: Path, parts: Parts) -> Path:
    """Write the archive, whole or not at all; an existing one is replaced. Raises DiagnosticsError."""
    unfinished = path.with_name(f"{path.name}.part")
    try:
        unfinished.touch(mode=0o600)
        with zipfile.ZipFile(unfinished, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, text in _contents(parts):
                archive.writestr(name, text.encode("utf-8", "backslashreplace"))
        unfinished.replace(path)
    except (OSError, ValueError, zipfile.LargeZipFile) as error:
        with contextlib.suppress(OSError):
            unfinished.unlink(missing_ok=True)
        reason = getattr(error, "strerror", None) or str(error)
        raise DiagnosticsError(f"{path}: {reason}") from error
    return path


def _contents(parts: Parts) -> Iterable[tuple[str, str]]:
    secrets = secrets_of(parts.config, parts.environment)
    yield "about.txt", redact(_about(parts), secrets)
    for name, facts in (
        ("screens", list(parts.screens)),
        ("program", parts.program),
        ("history", parts.history),
    ):
        text = json.dumps(redact_document(_plain(facts)), indent=2, ensure_ascii=False, default=str)
        yield f"{name}.json", redact(text, secrets)
    if parts.config:
        yield "configuration.json", redact(redact_config(parts.config), secrets)
    if parts.addresses is not None:
        yield "addresses.json", redact(redact_config(parts.addresses), secrets)
    for number, log in enumerate(parts.logs[:_MOST_LOGS]):
        yield from _file(f"log/{number}-{_safe(log)}", log, _LOG_BYTES, secrets)
    for report in parts.reports[:_MOST_REPORTS]:
        yield from _file(f"reports/{_safe(report)}", report, _REPORT_BYTES, secrets)


def _plain(facts: Any) -> Any:
    """Mappings and sequences of any kind as JSON's."""
    if isinstance(facts, Mapping):
        return {str(key): _plain(value) for key, value in facts.items()}
    if isinstance(facts, (list, tuple)):
        return [_plain(one) for one in facts]
    return facts if facts is None or isinstance(facts, (str, int, float, bool)) else str(facts)


def _file(name: str, path: Path, most: int, secrets: Iterable[str]) -> Iterable[tuple[str, str]]:
    try:
        with path.open("rb") as file:
            size = path.stat().st_size
            file.seek(max(0, size - most))
            text = file.read(most).decode("utf-8", "replace")
    except OSError as error:
        yield f"{name}.missing", f"{path.name}: {error.strerror or error}\n"
        return
    if size > most:
        # A line, and a secret in it, may have been cut in two: what is left of it would not be known.
        text = text.partition("\n")[2]
    yield name, redact(text, secrets)


def _about(parts: Parts) -> str:
    lines = [
        f"WatchDoge Supercharged {__version__}",
        f"saved {datetime.now().astimezone().isoformat(timespec='seconds')}",
        f"Python {platform.python_version()} ({sys.platform}, frozen: {bool(getattr(sys, 'frozen', False))})",
        f"Qt {qVersion()}",
        f"{platform.platform()}, {platform.machine()}, {os.cpu_count()} processors",
        "",
        *(f"{name} {version}" for name, version in _versions()),
        "",
        *(f"{name}={parts.environment[name]}" for name in _VARIABLES if name in parts.environment),
    ]
    return "\n".join(lines) + "\n"


def _versions() -> Iterable[tuple[str, str]]:
    for name in _PACKAGES:
        with contextlib.suppress(metadata.PackageNotFoundError):
            yield name, metadata.version(name)


def _safe(path: Path) -> str:
    """A file's name that is one in an archive as well."""
    return "".join(sign if sign.isalnum() or sign in "-_." else "_" for sign in path.name) or "file"
