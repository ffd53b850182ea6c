"""A lid that was closed for the night is noticed within two seconds; a busy or stopped program slept not."""

import pytest

from doge_gui.engine.sleep_watch import SleepWatch, asleep_s
from doge_gui.steady import awake_clock, steady_clock

NIGHT_S = 8 * 3600.0


class Machine:
    """Two clocks; one stands still while it sleeps."""

    def __init__(self) -> None:
        self.steady = self.awake = 1000.0

    def run(self, seconds: float) -> None:
        self.steady += seconds
        self.awake += seconds

    def sleep(self, seconds: float) -> None:
        self.steady += seconds


def test_the_night_is_told_once_and_within_two_seconds(qtbot):
    machine = Machine()
    watch = SleepWatch(lambda: machine.steady, lambda: machine.awake)
    watch.start()
    machine.run(0.4)
    machine.sleep(NIGHT_S)
    with qtbot.waitSignal(watch.resumed, timeout=2000) as told:
        pass
    assert told.args == [pytest.approx(NIGHT_S)]
    heard = []
    watch.resumed.connect(heard.append)
    machine.run(1)
    watch.look()
    assert heard == []
    watch.stop()


@pytest.mark.parametrize(
    ("ran_s", "slept_s", "told_s"),
    [
        (1.0, 0.0, 0.0),  # a second like any other
        (30.0, 0.0, 0.0),  # stopped by a debugger, or very busy: it was awake
        (1.0, 3.0, 0.0),  # a nap that nothing depends on
        (1.0, 5.0, 5.0),
        (0.2, NIGHT_S, NIGHT_S),
    ],
)
def test_only_what_is_missing_between_the_clocks_is_sleep(ran_s, slept_s, told_s):
    now = (50.0 + ran_s + slept_s, 7.0 + ran_s)
    assert asleep_s((50.0, 7.0), now) == pytest.approx(told_s)


def test_where_no_clock_stands_still_only_a_very_long_gap_is_sleep():
    assert asleep_s((50.0, 50.0), (80.0, 80.0)) == 0.0
    assert asleep_s((50.0, 50.0), (50.0 + NIGHT_S, 50.0 + NIGHT_S)) == NIGHT_S


def test_both_clocks_run_at_the_same_rate():
    first, second = steady_clock() - awake_clock(), steady_clock() - awake_clock()
    assert abs(second - first) < 0.05
    assert first >= -0.05
