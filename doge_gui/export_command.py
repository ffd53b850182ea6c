"""`watchdoge export`: recorded values over time as CSV, XLSX or Parquet."""

import argparse
import os
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TextIO

from doge_gui.core.config_text import ConfigError
from doge_gui.core.recording.curves import Level
from doge_gui.core.recording.source import HistorySource
from doge_gui.export.cells import time_text
from doge_gui.export.files import ExportError
from doge_gui.export.passage import Passage, Wish
from doge_gui.export.series import Form, check, print_series, write_series
from doge_gui.export.tag_choice import UnknownTagError, chosen
from doge_gui.export.wide import Part
from doge_gui.history.errors import HistoryError
from doge_gui.log_file import one_line
from doge_gui.recorded import NothingRecordedError, between, found, opened

DONE, FAILED, BAD_COMMAND = 0, 1, 2
_STEPS = {"raw": Level.RAW, "minute": Level.MINUTE, "hour": Level.HOUR}


def main(argv: Sequence[str], out: TextIO | None = None, now: datetime | None = None) -> int:
    """Write what the command line asks for; returns the exit code. `now`: wall clock with its offset."""
    given = _parser().parse_args(argv)
    try:
        span = between(given.begin, given.end, now or datetime.now(UTC))
        given.format = _form_of(given.format, given.out)
        with opened(found(given.config)[0]) as source:
            return _export(given, source, span, out or sys.stdout)
    except ConfigError as error:
        return _told("\n".join(map(str, error.mistakes)), BAD_COMMAND)
    except (ValueError, UnknownTagError) as error:
        return _told(str(error), BAD_COMMAND)
    except (HistoryError, NothingRecordedError, ExportError) as error:
        return _told(str(error), FAILED)
    except BrokenPipeError:
        # Python shall not complain at its end about what it could not write.
        os.dup2(os.open(os.devnull, os.O_WRONLY), (out or sys.stdout).fileno())
    return DONE


def _form_of(form: str | None, out: Path | None) -> str:
    """The form that is meant. No other file than one of that form is ever written over.

    Raises ValueError with what may be written.
    """
    if out is None:
        if form not in (None, Form.CSV.value):
            raise ValueError(f"{form} is no text: name a file with --out")
        return Form.CSV.value
    ending = out.suffix.lower().removeprefix(".")
    forms = [one.value for one in Form]
    if ending not in forms or form not in (None, ending):
        wanted = f".{form}" if form is not None else ", ".join(f".{one}" for one in forms)
        raise ValueError(f"--out {out}: its name must end in {wanted}")
    return ending


def _export(
    given: argparse.Namespace, source: HistorySource, span: tuple[datetime, datetime], out: TextIO
) -> int:
    tags = chosen(given.tags, source.tags())
    if not tags:
        raise UnknownTagError("--tags names none")
    form = Form(given.format)
    check(form, len(tags))
    passage = Passage(source, Wish(tags, *span, _STEPS[given.step], Part(given.value)))
    names = [str(tag) for tag in tags]
    if given.out is None:
        rows = print_series(out, names, passage.pieces(), None)
    else:
        rows = write_series(given.out, form, names, passage.pieces(), None)
    if not rows:
        _told("nothing is recorded in this span", DONE)
    elif passage.coarser:
        parts = (
            f"up to {time_text(part.end.astimezone())} only a value per {part.level.name.lower()} is kept"
            for part in passage.coarser
        )
        _told(", ".join(parts), DONE)
    return DONE


def _told(text: str, code: int) -> int:
    for line in text.splitlines():
        print(f"watchdoge export: {one_line(line)}", file=sys.stderr)
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="watchdoge export",
        description="Write recorded values: one row per time, one column per tag. An empty cell is a value "
        "that was not read well, an empty row a time in which nothing was recorded.",
        epilog="T is a date and time such as 2026-01-31T06:00 (local), or a span back from now: 90m, 8h, 3d.",
        allow_abbrev=False,
    )
    add = parser.add_argument
    add(
        "--tags",
        action="append",
        required=True,
        metavar="T[,T...]",
        help="compteur_bille/0 (the fleet's total), API-3:temperature, *:latency; may be given several times",
    )
    add("--from", dest="begin", required=True, metavar="T", help="the first instant")
    add("--to", dest="end", metavar="T", help="the instant after the last one (default: now)")
    add("--format", choices=[one.value for one in Form], help="of the file (default: as its name ends)")
    add("--step", choices=list(_STEPS), default="raw", help="each cycle (default), or one row per ...")
    add("--value", choices=[one.value for one in Part], default="mean", help="which of a minute's or hour's")
    add("--out", type=Path, metavar="F", help="file to write (default: print; CSV only)")
    add("--config", type=Path, metavar="F", help="whose history (default: configDoge.json here)")
    return parser
