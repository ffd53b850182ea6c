"""The garbage collector stays out of the threads that are not the window's."""

import gc
import threading
import weakref

import pytest

from doge_gui.engine.collector import Collector, due_generation


class Knot:
    """Refers to itself: only the collector lets go of it."""

    def __init__(self, freed_in: list[str]) -> None:
        self.itself = self
        weakref.finalize(self, lambda: freed_in.append(threading.current_thread().name))


@pytest.fixture
def collector(qapp):
    gc.enable()
    collector = Collector()
    assert not gc.isenabled()
    yield collector
    collector.stop()
    assert gc.isenabled()
    gc.disable()


def test_what_another_thread_leaves_is_collected_in_this_one(collector, qtbot) -> None:
    freed_in: list[str] = []

    def leave_many() -> None:
        for _ in range(50_000):
            Knot(freed_in)

    other = threading.Thread(target=leave_many, name="other")
    other.start()
    other.join()
    assert not freed_in, "collected in a thread that is not the window's"
    qtbot.waitUntil(lambda: len(freed_in) > 0)
    assert set(freed_in) == {threading.current_thread().name}


@pytest.mark.parametrize(
    ("counts", "generation"),
    [
        ((700, 0, 0), None),
        ((701, 0, 0), 0),
        ((9_000, 11, 0), 1),
        ((9_000, 11, 11), 2),
        ((10, 11, 0), 1),
    ],
)
def test_a_round_is_due_as_the_interpreter_would_have_it(counts, generation) -> None:
    assert due_generation(counts, (700, 10, 10)) == generation


def test_a_generation_without_a_threshold_is_never_due() -> None:
    assert due_generation((9_000, 9_000, 9_000), (0, 0, 0)) is None
