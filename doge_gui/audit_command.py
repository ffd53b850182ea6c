"""`watchdoge audit`: checks the audit trail, or prints it, one line per entry."""

import argparse
import json
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TextIO

from doge_gui.core.audit.chain import Entry, Head
from doge_gui.core.audit.check import Unreadable, Verdict, verify
from doge_gui.core.config_text import ConfigError
from doge_gui.engine.config_watch import read_config
from doge_gui.history.errors import HistoryError
from doge_gui.history.event_rows import instant, restored
from doge_gui.instants import instant_of
from doge_gui.log_file import one_line
from doge_gui.records import record_of
from doge_gui.station import Options, config_path

if TYPE_CHECKING:
    from doge_gui.history.database import Database

SOUND, BROKEN, UNREAD = 0, 1, 2


class _Place(NamedTuple):
    """Whose trails."""

    file: Path
    plant: str | None
    """None: those of every plant in the file."""


def main(argv: Sequence[str], out: TextIO | None = None, now: datetime | None = None) -> int:
    """Do what the command line asks for; returns the exit code.

    0: sound, or printed. 1: a trail is broken, or the head kept outside is lost. 2: nothing could be read.
    `now`: wall clock with its offset, from which a span counts back.
    """
    given, out = _parser().parse_args(argv), out or sys.stdout
    try:
        since = _since(given, now or datetime.now(UTC))
    except ValueError as error:
        print(f"watchdoge audit: --since: {error}", file=sys.stderr)
        return UNREAD
    try:
        place = _place(given)
        if given.what == "list":
            code = print_trails(*place, out, since, as_json=given.json)
        else:
            code = check_trails(*place, out)
        out.flush()
    except BrokenPipeError:
        # Python shall not complain at its end about what it could not write.
        os.dup2(os.open(os.devnull, os.O_WRONLY), out.fileno())
        return SOUND
    except ConfigError as error:
        for mistake in error.mistakes:
            print(one_line(str(mistake)), file=sys.stderr)
        return UNREAD
    except HistoryError as error:
        print(f"watchdoge audit: {one_line(str(error))}", file=sys.stderr)
        return UNREAD
    return code


def check_trails(file: Path, plant: str | None, out: TextIO) -> int:
    """Say of each trail whether it is whole; returns the exit code. Raises HistoryError."""
    from doge_gui.history.audit_head import DamagedHeadError, HeadFile

    damage, heads = "", dict[str, Head]()
    # Before the entries: those that are recorded meanwhile are not missing then.
    try:
        heads = {name: kept.head for name, kept in HeadFile.beside(file).read().items()}
    except DamagedHeadError as error:
        damage = str(error)
    with _opened(file) as trails:
        names = {*trails.plants, *heads} if plant is None else {plant}
        codes = [SOUND]
        for name in sorted(names):
            verdict = verify(trails.of(name), name, heads.get(name))
            codes.append(_code(verdict, heads.get(name), damage))
            prefix = f"{name}: " if plant is None else ""
            for line in verdict_lines(verdict, heads.get(name), file, damage):
                print(one_line(prefix + line), file=out)
    if not names:
        print(f"nothing is recorded yet in {one_line(str(file))}", file=out)
    return max(codes)


def verdict_lines(verdict: Verdict, head: Head | None, file: Path, damage: str) -> Iterator[str]:
    """A verdict in words: one line that says all, and what else is to be known.

    `damage`: why the file of the heads cannot be read; empty where it can.
    """
    if verdict.broken is not None:
        number, at = verdict.broken.number, verdict.broken.at
        when = "" if at is None else f" of {_time(at)}"
        yield f"broken at entry {number}{when}: {verdict.broken.said}"
    if verdict.first is not None:
        first, last = verdict.first, verdict.last
        span = f"entries {first.number} ({_time(first.facts.at)}) to {last.number} ({_time(last.at)})"
        yield f"{'sound' if verdict.sound else 'sound before that'}: {span}; hash {last.hash.hex()}"
    elif verdict.sound:
        yield "nothing is recorded yet"
    if verdict.before is not None:
        yield _before(verdict.before, file)
    if head is None and (damage or verdict.first is not None):
        lost = damage or f"{file.name}.audit-head has no head of this trail"
        yield f"{lost}: whether its end was cut off or all was made anew cannot be known"
    elif verdict.unconfirmed:
        yield f"not yet in the head kept outside: the last {verdict.unconfirmed}"


def print_trails(file: Path, plant: str | None, out: TextIO, since: datetime | None, *, as_json: bool) -> int:
    """Print the entries from `since` on, unchecked; returns the exit code. Raises HistoryError."""
    code = SOUND
    with _opened(file) as trails:
        for name in sorted(trails.plants) if plant is None else [plant]:
            for entry in trails.of(name, since):
                if isinstance(entry, Unreadable):
                    code = BROKEN
                # ASCII: no terminal and no encoding can garble it, whatever the network put into a name.
                print(json.dumps(_object(entry, name)) if as_json else one_line(_line(entry)), file=out)
    return code


class _Trails:
    """The trails in a database; none where there is no database."""

    def __init__(self, database: "Database | None") -> None:
        """Raises HistoryError."""
        from doge_gui.history import audit_rows

        self._rows = audit_rows
        self._database = database
        self.plants: Mapping[str, int] = {} if database is None else audit_rows.plants(database)

    def of(self, plant: str, since: datetime | None = None) -> Iterator[Entry | Unreadable]:
        """A plant's entries. Raises HistoryError."""
        number = self.plants.get(plant)
        if self._database is None or number is None:
            return iter(())
        return self._rows.read(self._database, number, since)


@contextmanager
def _opened(file: Path) -> Iterator[_Trails]:
    from doge_gui.history.database import Database

    if not file.exists():
        yield _Trails(None)
        return
    with closing(Database(file, writable=False)) as database:
        yield _Trails(database)


def _code(verdict: Verdict, head: Head | None, damage: str) -> int:
    lost = head is None and (bool(damage) or verdict.count > 0)
    return SOUND if verdict.sound and not lost else BROKEN


def _before(aside: str, file: Path) -> str:
    """Where the entries before those in this file are."""
    if not aside:
        return "what was before is in no file that is known here"
    gone = "" if file.with_name(aside).exists() else ", which is not there"
    return f"what was before lies in {aside}{gone}"


def _time(at: int) -> str:
    """Microseconds since 1970 as ISO 8601 in UTC; as they are where no calendar reaches."""
    try:
        return f"{instant(at).replace(tzinfo=None).isoformat(timespec='microseconds')}Z"
    except OverflowError:
        return f"{at} microseconds"


def _line(entry: Entry | Unreadable) -> str:
    if isinstance(entry, Unreadable):
        return f"{'?' if entry.number is None else entry.number} altered: {entry.why}"
    at, *texts = entry.facts
    who, act, subject, detail = map(restored, texts)
    words = (_time(at), str(entry.number), f"{who}:", act, subject, f"| {detail}" if detail else "")
    return " ".join(word for word in words if word)


def _object(entry: Entry | Unreadable, plant: str) -> dict[str, Any]:
    if isinstance(entry, Unreadable):
        return {"plant": plant, "number": entry.number, "altered": entry.why}
    at, *texts = entry.facts
    told = zip(("who", "act", "subject", "detail"), map(restored, texts), strict=True)
    return {"plant": plant, "number": entry.number, "at": _time(at), **dict(told), "hash": entry.hash.hex()}


def _since(given: argparse.Namespace, now: datetime) -> datetime | None:
    """Raises ValueError with what may be written."""
    return instant_of(given.since, now) if given.what == "list" and given.since is not None else None


def _place(given: argparse.Namespace) -> _Place:
    """Whose trails the command line means. Raises ConfigError."""
    if given.file is not None and not given.file.exists():
        raise HistoryError(f"{given.file}: there is no such file")
    if given.file is not None and given.config is None:
        return _Place(given.file, None)
    where = config_path(Options(config=given.config))
    file, plant = record_of(where, read_config(where))
    return _Place(given.file or file, plant)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="watchdoge audit", description="The audit trail: who did what.", allow_abbrev=False
    )
    parts = parser.add_subparsers(dest="what", required=True, metavar="verify | list")
    check = parts.add_parser("verify", help="check that nothing in it was changed", allow_abbrev=False)
    shown = parts.add_parser("list", help="print it unchecked, oldest entry first", allow_abbrev=False)
    shown.add_argument(
        "--since", metavar="T", help="leave out what is older: 2026-01-31T08:00 (local), or 2h, 3d"
    )
    shown.add_argument("--json", action="store_true", help="one JSON object per entry")
    for one in (check, shown):
        one.add_argument("--config", type=Path, metavar="F", help="whose (default: configDoge.json here)")
        one.add_argument(
            "--file", type=Path, metavar="DB", help="in this file; without --config every plant's"
        )
    return parser
