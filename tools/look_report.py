"""Render the shift report of made-up shifts into `.run/look/`: PDF, each page as a picture, HTML.

QT_QPA_PLATFORM=offscreen .venv/bin/python -m tools.look_report [part of a name]
"""

import sys
from collections.abc import Callable
from datetime import UTC, timedelta
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter
from PySide6.QtPdf import QPdfDocument

from doge_gui.core.recording.curves import Level
from doge_gui.core.reporting.actions import Action
from doge_gui.core.reporting.shift import ShiftWish, shift_report
from doge_gui.core.reporting.words import document
from doge_gui.export.report_html import as_html
from doge_gui.report_pages import write_pdf
from tools.look import FOLDER
from tools.made_history import BEGAN, MadeHistory, quiet, troubled

_END = BEGAN + timedelta(hours=8)
_LONG = "<img src=x onerror=alert(1)> Förderband Süd, Halle 7, unter der Treppe, alter Schaltschrank {}"
ACTIONS = (
    Action(BEGAN + timedelta(minutes=62), "ada", "force disconnect", "API-3", "accepted: disconnected"),
    Action(BEGAN + timedelta(minutes=65), "ada", "acknowledged", "offline:API-3", "technician is on the way"),
    Action(BEGAN + timedelta(minutes=300), "", "totals written", "fleet"),
    Action(BEGAN + timedelta(minutes=301), "", "totals written", "fleet"),
    Action(BEGAN + timedelta(minutes=350), "grace", "configuration", "configDoge.json", "interval 60 s"),
)


def long_ago(gateways: int) -> MadeHistory:
    """A shift of which only values per minute are kept."""
    made = troubled(gateways)
    made.kept_from = {Level.RAW: _END}
    return made


def joined() -> MadeHistory:
    """A third gateway joins in the midst of the shift."""
    made = MadeHistory(("API-1", "API-2", "API-3"))
    for number in range(480):
        marbles = (51000 + number % 7, 640, 88) if number >= 200 else (1000 + number % 7, 640, 88)
        made.cycle(BEGAN + timedelta(minutes=number), (), marbles, gateways=3 if number >= 200 else 2)
    return made


SHIFTS: dict[str, Callable[[], MadeHistory]] = {
    "8-quiet": lambda: quiet(8),
    "8-troubled": lambda: troubled(8),
    "50-troubled": lambda: troubled(50),
    "1000-quiet": lambda: quiet(1000),
    "1000-troubled": lambda: troubled(1000),
    "12-long-names": lambda: troubled(12, name=_LONG.format),
    "8-long-ago": lambda: long_ago(8),
    "3-joined": joined,
    "empty": lambda: MadeHistory(()),
}


def show(name: str, source: MadeHistory) -> None:
    """One shift's report in every form."""
    wish = ShiftWish(
        "/etc/watchdoge/plant.json", BEGAN, _END, _END + timedelta(minutes=2), cycles_kept=timedelta(days=30)
    )
    told = document(shift_report(source, wish, ACTIONS if source.at else ()), UTC)
    folder = FOLDER / "report"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.html").write_text(as_html(told), encoding="utf-8")
    pages = write_pdf(told, folder / f"{name}.pdf")
    print(f"{name}: {pages} pages")
    pictures(folder / f"{name}.pdf", min(pages, 40))


def pictures(path: Path, pages: int) -> None:
    """The first pages, each as a PNG beside the file."""
    paper = QPdfDocument()
    paper.load(str(path))
    for page in range(pages):
        drawn = paper.render(page, QSize(1000, 1414))
        sheet = QImage(drawn.size(), QImage.Format.Format_RGB32)
        sheet.fill(QColor("white"))
        painter = QPainter(sheet)
        painter.drawImage(0, 0, drawn)
        painter.end()
        sheet.save(str(path.with_name(f"{path.stem}-{page + 1}.png")))


def main() -> int:
    """Every shift whose name holds the argument."""
    application = QGuiApplication(sys.argv[:1])
    for name, made in SHIFTS.items():
        if not sys.argv[1:] or sys.argv[1] in name:
            show(name, made())
    del application
    return 0


if __name__ == "__main__":
    sys.exit(main())
