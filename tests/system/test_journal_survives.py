"""A program is killed at any instant: all that it reported as recorded is there, whole and in order."""

import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from itertools import pairwise
from pathlib import Path
from typing import IO

import pytest

from doge_gui.core.alarms.book import replay
from doge_gui.history.journal import Journal

pytestmark = [
    pytest.mark.system,
    pytest.mark.skipif(not hasattr(os, "fork"), reason="the programs are forks"),
]
ROUNDS = 20
_MOST_S = 0.12


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "history.db"


@pytest.fixture
def programs(path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[subprocess.Popen[str]]:
    """Who starts a program that appends to the journal, as often as it is told to."""
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parents[2]))
    command = [sys.executable, "-m", "tests.history.appending", str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as started:
        yield started


def killed(told: IO[str], said: IO[str], first: int, after_s: float, appending: bool) -> list[int]:
    """The batches that a program reported which began with batch `first` and was killed after a time.

    The time begins with the first batch where it is to be `appending`, else with the program.
    """
    told.write(f"{first}\n")
    told.flush()
    pid = int(said.readline().removeprefix("pid "))
    reported = [int(said.readline())] if appending else []
    time.sleep(after_s)
    os.kill(pid, signal.SIGKILL)
    return reported + [int(line) for line in iter(said.readline, "killed\n")]


def test_what_was_reported_survives_sigkill(path: Path, programs: subprocess.Popen[str]) -> None:
    chance, reported, first = random.Random(9), list[int](), 0
    assert programs.stdin is not None
    assert programs.stdout is not None
    for number in range(ROUNDS):
        after_s = chance.uniform(0, _MOST_S)
        reported += killed(programs.stdin, programs.stdout, first, after_s, appending=number % 4 > 0)
        with closing(Journal(path, "plant")) as record:
            assert record.recovered == ""
            found = list(record.read())
            assert record.load() == replay(found)
        comments = [event.comment for event in found]
        check(comments, reported)
        first = int(comments[-1].split()[0]) + 1 if comments else 0
    assert len(reported) >= ROUNDS * 3 // 4


def check(comments: list[str], reported: list[int]) -> None:
    """Whole batches only, each once, in their order, and among them all that were reported."""
    for comment, entries in Counter(comments).items():
        assert entries == int(comment.split()[-1]), comment
    order = [int(comment.split()[0]) for comment in comments]
    assert all(after - before in (0, 1) for before, after in pairwise(order))
    assert set(reported) <= set(order)
