"""The program is killed again and again: `python -m tests.soak_kills [rounds] [seed]`.

Prints how many cycles it reported as recorded, and how many of them are lost: none may be. The instants and
the fleet's troubles follow from the seed; what the program was at just then is the machine's chance. Where
something is not as it must be, the histories are left to be looked at.
"""

import shutil
import sys
import tempfile
import time
from pathlib import Path

from tests.system.kill_rounds import Tally, kill_rounds

EVERY = 100
"""Rounds between two lines."""


def main(rounds: int = 2000, seed: int = 1) -> int:
    """Kill, check, tell. 0 where nothing is lost."""
    started = time.monotonic()

    def tell(tally: Tally) -> None:
        if tally.rounds % EVERY == 0:
            print(f"{tally}, {time.monotonic() - started:.0f} s", flush=True)

    folder = Path(tempfile.mkdtemp(prefix="watchdoge-kills-"))
    print(f"seed {seed}, in {folder}", flush=True)
    tally = kill_rounds(folder, rounds, seed, told=tell)
    if not tally.lost:
        shutil.rmtree(folder)
    print(f"seed {seed}: {tally}, {time.monotonic() - started:.0f} s")
    return 1 if tally.lost else 0


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
