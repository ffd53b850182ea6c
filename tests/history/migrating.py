"""A program that brings a database to this program's version, and is killed on the way.

Standard input: lines `N PLACE`; a fork of this program, which has everything loaded, opens PLACE, a file or a
URL, and is killed before its N-th statement, counted from 0. Standard output: a line for each, `killed`, or
`done` where it never came to that statement. With `copy` in place of a number it is killed when the copy of
the file is written and has not got its name yet.
"""

import itertools
import os
import signal
import sys
from pathlib import Path
from typing import Any, NoReturn

from sqlalchemy import Engine, event

from doge_gui.history.database import Database
from doge_gui.history.places import ServerUrl


def main() -> None:
    """Start a program for each line, one after the other."""
    for line in sys.stdin:
        when, place = line.split()
        child = os.fork()
        if not child:
            migrate(when, place)
        _, status = os.waitpid(child, 0)
        print("killed" if os.WIFSIGNALED(status) else "done" if status == 0 else "failed", flush=True)


def migrate(when: str, place: str) -> NoReturn:
    """Open the place for writing, until it is time."""
    if when == "copy":
        Path.replace = die  # type: ignore[assignment,method-assign]
    else:
        numbers = itertools.count()

        def before(*_: Any) -> None:
            if next(numbers) == int(when):
                die()

        event.listen(Engine, "before_cursor_execute", before)
        event.listen(Engine, "commit", before)
    code = 1
    try:
        Database(ServerUrl(place) if "://" in place else Path(place), writable=True).close()
        code = 0
    finally:
        # Whatever happened: this program ends here, and does not go on reading its parent's lines.
        os._exit(code)


def die(*_: Any) -> None:
    """As a power cut."""
    os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    main()
