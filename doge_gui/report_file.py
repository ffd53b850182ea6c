"""A shift's report as a file: PDF or HTML, by its name's ending."""

from collections.abc import Sequence
from datetime import tzinfo
from pathlib import Path

from doge_gui.core.phrase import phrase
from doge_gui.core.recording.source import HistorySource
from doge_gui.core.reporting.actions import Action
from doge_gui.core.reporting.shift import ShiftWish, shift_report
from doge_gui.core.reporting.tongue import Tongue
from doge_gui.core.reporting.words import document
from doge_gui.export.files import ExportError, write_text
from doge_gui.export.report_html import as_html

ENDINGS = (".pdf", ".html", ".htm")


def write_report(
    path: Path,
    source: HistorySource,
    wish: ShiftWish,
    actions: Sequence[Action] | None = None,
    zone: tzinfo | None = None,
    tongue: Tongue | None = None,
) -> None:
    """Gather the figures and write them. Needs a QGuiApplication for PDF; any thread will do.

    `actions`: what the audit trail tells; None takes what people did to alarms from the journal. `zone`: of
    the times, None being the machine's; English without a `tongue`. Raises ExportError and HistoryError.
    """
    check(path)
    told = document(shift_report(source, wish, actions), zone, tongue)
    if path.suffix.lower() == ".pdf":
        # Here and not at the top: a report in HTML needs no Qt.
        from doge_gui.report_pages import write_pdf

        write_pdf(told, path)
    else:
        write_text(path, as_html(told))


def check(path: Path) -> None:
    """Raises ExportError where the ending is none of a report's."""
    if path.suffix.lower() not in ENDINGS:
        raise ExportError(phrase("said.files", "{0}: a report's name ends in .pdf or .html").format(path))
