"""`watchdoge alarms`: prints the alarm journal, one line per entry."""

import argparse
import json
import math
import os
import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TextIO

from doge_gui.core.alarms.events import Event
from doge_gui.core.alarms.rules import Rules
from doge_gui.core.alarms.words import entry
from doge_gui.core.config_text import ConfigError
from doge_gui.engine.config_watch import read_config
from doge_gui.instants import instant_of
from doge_gui.log_file import one_line
from doge_gui.records import record_of
from doge_gui.station import Options, config_path

DONE, FAILED, BAD_COMMAND = 0, 1, 2


def main(argv: Sequence[str], out: TextIO | None = None, now: datetime | None = None) -> int:
    """Print what the command line asks for; returns the exit code.

    `now`: wall clock with its offset, from which a span counts back.
    """
    now = now or datetime.now(UTC)
    given = _parser().parse_args(argv)
    try:
        since = None if given.since is None else instant_of(given.since, now)
    except ValueError as error:
        print(f"watchdoge alarms: --since: {error}", file=sys.stderr)
        return BAD_COMMAND
    try:
        options = Options(config=given.config)
        where = config_path(options)
        config = read_config(where)
    except ConfigError as error:
        for mistake in error.mistakes:
            print(one_line(str(mistake)), file=sys.stderr)
        return BAD_COMMAND
    path, plant = record_of(where, config)
    return print_journal(path, plant, config.alarm_rules(), out or sys.stdout, since, as_json=given.json)


def print_journal(
    path: Path,
    plant: str,
    rules: Rules,
    out: TextIO,
    since: datetime | None = None,
    *,
    as_json: bool,
) -> int:
    """Print a plant's entries from `since` on; returns the exit code. A reader that goes ends it quietly."""
    from doge_gui.history.errors import HistoryError
    from doge_gui.history.journal import read_journal

    if not path.exists():
        print(f"watchdoge alarms: nothing is recorded yet in {one_line(str(path))}", file=sys.stderr)
        return DONE
    said = json_lines if as_json else text_lines
    try:
        for line in said(read_journal(path, plant, since), rules):
            print(line, file=out)
        out.flush()
    except HistoryError as error:
        print(f"watchdoge alarms: {one_line(str(error))}", file=sys.stderr)
        return FAILED
    except BrokenPipeError:
        # Python shall not complain at its end about what it could not write.
        os.dup2(os.open(os.devnull, os.O_WRONLY), out.fileno())
    return DONE


def text_lines(events: Iterator[Event], rules: Rules) -> Iterator[str]:
    """One line for people per entry: time in UTC, and what happened."""
    for event in events:
        # Names and reasons in it come from the network.
        yield f"{iso(event.at)} {one_line(entry(event, rules))}"


def json_lines(events: Iterator[Event], rules: Rules) -> Iterator[str]:
    """One JSON object per entry: every field, null for what there is not, and the entry in words."""
    for event in events:
        # ASCII: no terminal and no encoding can garble it, whatever the network put into a name.
        yield json.dumps(facts(event) | {"entry": entry(event, rules)}, allow_nan=False)


def facts(event: Event) -> dict[str, Any]:
    """An entry's fields as JSON knows them; a number that JSON does not know is null."""
    return event._asdict() | {
        "at": iso(event.at),
        "what": event.what.value,
        "kind": event.kind and event.kind.value,
        "before": event.before.value,
        "after": event.after.value,
        "priority": event.priority.name.lower(),
        "value": _finite(event.value),
        "limit": _finite(event.limit),
        "until": event.until and iso(event.until),
    }


def iso(at: datetime) -> str:
    """An instant in UTC as ISO 8601 with microseconds: `2026-01-31T08:00:00.000000Z`."""
    return at.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def _finite(value: float | None) -> float | None:
    return value if value is not None and math.isfinite(value) else None


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="watchdoge alarms", description="Print what happened to alarms.", allow_abbrev=False
    )
    add = parser.add_argument
    add("--journal", action="store_true", required=True, help="print the journal, oldest entry first")
    add("--since", metavar="T", help="leave out what is older: 2026-01-31T08:00 (local), or 2h, 3d")
    add("--json", action="store_true", help="one JSON object per entry")
    add("--config", type=Path, metavar="F", help="whose alarms (default: configDoge.json here)")
    return parser
