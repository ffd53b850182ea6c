"""PySide6 lost references to True and None in one release until the process died: this one must not.

Each measurement has a process of its own, in which nothing else gives references back meanwhile.
"""

import gc
import subprocess
import sys

import numpy as np
import pyqtgraph
import pytest
from PySide6.QtCore import QObject, Signal, Slot

pytestmark = pytest.mark.system
ROUNDS = 5000
PAINTINGS = 400


class Counter(QObject):
    changed = Signal(bool, object)

    def __init__(self) -> None:
        super().__init__()
        self.count = 0
        self.changed.connect(self._on_changed)

    @Slot(bool, object)
    def _on_changed(self, _flag: bool, _value: object) -> None:
        self.count += 1


def emit() -> None:
    counter = Counter()
    for _ in range(ROUNDS):
        counter.changed.emit(True, None)
    assert counter.count == ROUNDS


def paint() -> None:
    plot = pyqtgraph.PlotWidget()
    plot.resize(300, 200)
    curve = plot.plot()
    across = np.arange(100.0)
    for shift in range(PAINTINGS):
        curve.setData(across, np.sin(across + shift))
        plot.grab()


def lost_by(what) -> tuple[int, int]:
    """References to True and to None that doing it often has lost; the first time makes what stays."""
    what()
    gc.collect()
    before = sys.getrefcount(True), sys.getrefcount(None)
    what()
    gc.collect()
    return before[0] - sys.getrefcount(True), before[1] - sys.getrefcount(None)


@pytest.mark.parametrize("what", ["emit", "paint"])
def test_doing_it_thousands_of_times_loses_no_reference(what) -> None:
    ended = subprocess.run(
        [sys.executable, __file__, what], capture_output=True, text=True, timeout=100, check=True
    )
    lost_true, lost_none = map(int, ended.stdout.split())
    assert lost_true <= 50
    assert lost_none <= 50


if __name__ == "__main__":
    application = pyqtgraph.mkQApp()
    print(*lost_by({"emit": emit, "paint": paint}[sys.argv[1]]))
