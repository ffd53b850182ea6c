"""Programs that append batches to a journal until they are killed, and say of each when it is recorded.

Each is a fork of this one, which has everything loaded: a start costs some milliseconds. Standard input: the
number of the first batch, a line for each program. Standard output: `pid N`, the numbers of the recorded
batches, and `killed` when it is. Argument: the journal's file.
"""

import itertools
import os
import sys
from pathlib import Path

from doge_gui.history.journal import Journal
from tests.history.sessions import raised


def main() -> None:
    """Start a program for each line, one after the other."""
    for line in sys.stdin:
        child = os.fork()
        if not child:
            append(int(line))
        os.waitpid(child, 0)
        say("killed")


def append(first: int) -> None:
    """Append batches from the number `first` on, for ever."""
    say(f"pid {os.getpid()}")
    record = Journal(Path(sys.argv[1]), "plant")
    for batch in itertools.count(first):
        size = batch * 7 % 23 + 1
        record.append([raised(number, f"{batch} of {size}") for number in range(size)])
        say(str(batch))


def say(line: str) -> None:
    """Past every buffer, in one piece."""
    os.write(sys.stdout.fileno(), f"{line}\n".encode())


if __name__ == "__main__":
    main()
