"""Programs that supervise a fleet until they are killed, one after the other.

Each is a fork of this one, which has everything loaded: a start costs some milliseconds, and what runs is the
real program from there on. Standard input: a line for each program, the seconds between its cycles, the
seconds that its disk takes for a transaction at most, and its configuration. Standard output: `pid N`, what
the program prints, and `ended` with the signal that ended it.
"""

import os
import random
import sys
import time
from functools import partial
from pathlib import Path
from typing import NoReturn

from sqlalchemy import Connection, Engine, event

from doge_gui import headless
from doge_gui.core.recording.sampler import Sampler
from doge_gui.engine import cycle_keeper
from doge_gui.history import journal, recorder, retention, sealing, sqlite_file
from doge_gui.station import Options

LOADED = (recorder, retention)
"""What the program would load only when it opens its history."""
ENDED = "ended "


def main() -> None:
    """Start a program for each line."""
    make_small()
    for line in sys.stdin:
        interval, disk, config = line.rstrip("\n").split(" ", 2)
        child = os.fork()
        if not child:
            slow_down(float(disk))
            supervise(Path(config), float(interval))
        _, status = os.waitpid(child, 0)
        # On a line of its own, even where the program was killed in the middle of one.
        say(f"\n{ENDED}{os.waitstatus_to_exitcode(status)}")


def make_small() -> None:
    """What takes hours in a plant happens within a second: segments end and are sealed in many steps, the
    book is kept, the log beside the file is taken in."""
    cycle_keeper.Sampler = partial(Sampler, most_readings=400)  # type: ignore[attr-defined, assignment]
    sealing.STEP_TAGS = 25
    journal.BOOK_EVERY = 40
    sqlite_file._CHECKPOINT_PAGES = 40


def slow_down(most_s: float) -> None:
    """Have each transaction take its time before it is on the disk: what comes too early is seen then."""
    chance = random.Random(os.getpid())

    def wait(_connection: Connection) -> None:
        time.sleep(chance.uniform(0, most_s))

    event.listen(Engine, "commit", wait)


def supervise(config: Path, interval_s: float) -> NoReturn:
    """The program without a window; never returns to the loop of its parent."""
    say(f"pid {os.getpid()}")
    code = 70
    try:
        code = headless.run(Options(config=config, headless=True, interval_s=interval_s))
        sys.stdout.flush()
    finally:
        os._exit(code)


def say(line: str) -> None:
    """Past every buffer, in one piece."""
    os.write(sys.stdout.fileno(), f"{line}\n".encode())


if __name__ == "__main__":
    main()
