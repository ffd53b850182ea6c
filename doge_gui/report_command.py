"""`watchdoge report`: a shift's report as PDF or HTML."""

import argparse
import os
import sys
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from doge_gui.core.config_text import ConfigError
from doge_gui.core.reporting.shift import ShiftWish
from doge_gui.export.files import ExportError
from doge_gui.history.errors import HistoryError
from doge_gui.instants import span_of
from doge_gui.log_file import one_line
from doge_gui.recorded import NothingRecordedError, between, found, last, write_shift
from doge_gui.report_file import check

if TYPE_CHECKING:
    from PySide6.QtGui import QGuiApplication

DONE, FAILED, BAD_COMMAND = 0, 1, 2


def main(argv: Sequence[str], now: datetime | None = None) -> int:
    """Write what the command line asks for; returns the exit code. `now`: wall clock with its offset."""
    now = now or datetime.now(UTC)
    given = _parser().parse_args(argv)
    try:
        begin, end = _span(given, now)
        check(given.out)
    except (ValueError, ExportError) as error:
        return _told(str(error), BAD_COMMAND)
    application = painting() if given.out.suffix.lower() == ".pdf" else None
    try:
        where, config = found(given.config)
        kept = timedelta(days=config.history.keep_readings_days)
        wish = ShiftWish(where.plant, begin, end, now, config.alarm_rules(), kept)
        write_shift(where, wish, given.out)
    except ConfigError as error:
        return _told("\n".join(map(str, error.mistakes)), BAD_COMMAND)
    except (HistoryError, NothingRecordedError, ExportError) as error:
        return _told(str(error), FAILED)
    finally:
        del application
    return DONE


def painting() -> "QGuiApplication":
    """What Qt needs to draw on paper; no screen."""
    from PySide6.QtGui import QGuiApplication

    if sys.platform == "linux":
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    known = QGuiApplication.instance()
    return known if isinstance(known, QGuiApplication) else QGuiApplication(["watchdoge"])


def _span(given: argparse.Namespace, now: datetime) -> tuple[datetime, datetime]:
    if given.last_shift is None:
        return between(given.begin, given.end, now)
    if given.end is not None:
        raise ValueError("--last-shift ends now: leave --to out")
    span = span_of(given.last_shift)
    if not span:
        raise ValueError(f"--last-shift {given.last_shift} is no time")
    try:
        return last(span, now)
    except OverflowError:
        raise ValueError(f"--last-shift {given.last_shift} is too long") from None


def _told(text: str, code: int) -> int:
    for line in text.splitlines():
        print(f"watchdoge report: {one_line(line)}", file=sys.stderr)
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="watchdoge report",
        description="Write the report of a shift: marbles, availability, cycles, alarms, floods, actions.",
        epilog="T is a date and time such as 2026-01-31T06:00 (local), or a span back from now: 90m, 8h, 3d.",
        allow_abbrev=False,
    )
    add = parser.add_argument
    span = parser.add_mutually_exclusive_group(required=True)
    span.add_argument("--from", dest="begin", metavar="T", help="where the shift begins")
    span.add_argument("--last-shift", metavar="8h", help="the time up to now, in place of --from and --to")
    add("--to", dest="end", metavar="T", help="where it ends (default: now)")
    add("--out", type=Path, required=True, metavar="F", help="file to write: F.pdf or F.html")
    add("--config", type=Path, metavar="F", help="whose history (default: configDoge.json here)")
    return parser
