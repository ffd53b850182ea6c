"""The real program is killed at any instant: each cycle that it reported as recorded is there, whole."""

import os
from pathlib import Path

import pytest

from tests.system.kill_rounds import kill_rounds

pytestmark = [
    pytest.mark.system,
    pytest.mark.timeout(600),
    pytest.mark.skipif(not hasattr(os, "fork"), reason="the programs are forks"),
]
ROUNDS, PROCESSES = 100, 3


def test_what_the_program_reported_as_recorded_survives_sigkill(tmp_path: Path) -> None:
    tally = kill_rounds(tmp_path, ROUNDS, seed=36, processes=PROCESSES)
    print(tally)
    assert (tally.rounds, tally.lost) == (ROUNDS, 0)
    assert tally.reported >= ROUNDS
