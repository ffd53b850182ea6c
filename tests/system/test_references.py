"""PySide6 lost references to True and None in one release until the process died: this one must not."""

import sys

import numpy as np
import pyqtgraph
from PySide6.QtCore import QObject, Signal, Slot

ROUNDS = 5000


class Counter(QObject):
    changed = Signal(bool, object)

    def __init__(self) -> None:
        super().__init__()
        self.count = 0
        self.changed.connect(self._on_changed)

    @Slot(bool, object)
    def _on_changed(self, _flag: bool, _value: object) -> None:
        self.count += 1


def test_emitting_thousands_of_times_loses_no_reference(qtbot) -> None:
    counter = Counter()
    before = sys.getrefcount(True), sys.getrefcount(None)
    for _ in range(ROUNDS):
        counter.changed.emit(True, None)
    assert counter.count == ROUNDS
    assert sys.getrefcount(True) >= before[0] - 50
    assert sys.getrefcount(None) >= before[1] - 50


def test_painting_hundreds_of_plots_loses_no_reference(qtbot) -> None:
    plot = pyqtgraph.PlotWidget()
    qtbot.addWidget(plot)
    plot.resize(300, 200)
    curve = plot.plot()
    plot.show()
    qtbot.waitExposed(plot)
    across = np.arange(100.0)
    before = sys.getrefcount(True), sys.getrefcount(None)
    for shift in range(400):
        curve.setData(across, np.sin(across + shift))
        plot.grab()
    assert sys.getrefcount(True) >= before[0] - 50
    assert sys.getrefcount(None) >= before[1] - 50
