"""Fault 22: a gateway that comes and goes is told once, not at every turn."""

from doge_gui.core.flapping import MANY, WINDOW, Flapping, step
from tests.core.pictures import cycle, good, lost, plan_of

PLAN = plan_of("API-1", "API-2")


class Watch:
    """A fleet of two, told cycle by cycle whether the first one answers."""

    def __init__(self) -> None:
        self.last = None
        self.flapping = Flapping()

    def tell(self, *there: bool) -> frozenset[str]:
        for answers in there:
            replies = (good("API-1") if answers else lost("API-1"), good("API-2"))
            now = 0.0 if self.last is None else self.last.taken_at + 60
            after = cycle(PLAN, *replies, last=self.last, now=now)
            self.flapping = step(self.flapping, self.last, after)
            self.last = after
        return self.flapping.now


def test_a_loss_and_a_return_are_no_flapping() -> None:
    assert Watch().tell(True, False, False, True, True) == frozenset()


def test_many_changes_within_a_few_cycles_are() -> None:
    watch = Watch()
    assert watch.tell(True, False, True, False) == frozenset()
    assert watch.tell(True) == {"API-1"}


def test_it_stays_flapping_until_it_was_quiet_for_the_whole_window() -> None:
    watch = Watch()
    watch.tell(*[True, False] * MANY)
    watch.tell(True)
    assert watch.tell(*[True] * (WINDOW - 1)) == {"API-1"}
    assert watch.tell(True) == frozenset()


def test_slow_changes_are_told_one_by_one() -> None:
    watch = Watch()
    for _ in range(MANY):
        assert watch.tell(*[True] * WINDOW, *[False] * WINDOW) == frozenset()
