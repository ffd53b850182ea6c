"""What goes into the diagnostics archive: gathered in the window's thread, read and written in another."""

import contextlib
from pathlib import Path
from typing import Any

from PySide6.QtGui import QGuiApplication

from doge_gui import paths
from doge_gui.desktop import run_file
from doge_gui.desktop.diagnostics import Parts
from doge_gui.session import Session


def parts_of(path: str, session: Session, program: dict[str, Any]) -> Parts:
    """All of it for one session; `program` tells of the window."""
    station = session.station
    config = ""
    if station.config_path is not None:
        with contextlib.suppress(OSError):
            config = station.config_path.read_text(encoding="utf-8", errors="replace")
    return Parts(
        path,
        config=config,
        logs=_newest_first(station.folder, station.config.logging.filename),
        reports=run_file.all_reports(paths.crash_folder()),
        screens=[_screen(number) for number in range(len(QGuiApplication.screens()))],
        program={**program, "platform": QGuiApplication.platformName(), "example": station.example},
        history=_history(station.record[0]),
    )


def _screen(number: int) -> dict[str, Any]:
    screen = QGuiApplication.screens()[number]
    place = screen.geometry()
    return {
        "name": screen.name(),
        "place": [place.x(), place.y(), place.width(), place.height()],
        "scale": screen.devicePixelRatio(),
        "dots_per_inch": round(screen.logicalDotsPerInch(), 1),
    }


def _newest_first(folder: Path, name: str) -> tuple[Path, ...]:
    whole = folder / name
    kept = sorted(whole.parent.glob(f"{whole.name}.[0-9]*"), key=lambda one: len(one.name))
    return (whole, *kept)


def _history(file: Path) -> dict[str, Any]:
    try:
        return {"file": str(file), "bytes": file.stat().st_size}
    except OSError as error:
        return {"file": str(file), "error": error.strerror or str(error)}
