"""Python's garbage collector, kept to the main thread, which is the window's where there is one.

Left to itself it runs in whichever thread happens to create the next object: a worker, or one that answers a
browser. There it would destroy widgets and timers, which Qt allows in their own thread only: timers fire for
what is gone, and the program dies.
"""

import gc

from PySide6.QtCore import QObject, Slot

from doge_gui.engine.single_shot import single_shot

LOOK_MS = 500


class Collector(QObject):
    """Runs the collector's rounds by a timer, by the interpreter's own thresholds, while it exists."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._was_on = gc.isenabled()
        gc.disable()
        self._look = single_shot(self, LOOK_MS, self._on_look_due)
        self._look.start()

    def stop(self) -> None:
        """Leave the collector as it was."""
        self._look.stop()
        if self._was_on:
            gc.enable()

    @Slot()
    def _on_look_due(self) -> None:
        generation = due_generation(gc.get_count(), gc.get_threshold())
        if generation is not None:
            gc.collect(generation)
        self._look.start()


def due_generation(counts: tuple[int, ...], thresholds: tuple[int, ...]) -> int | None:
    """The oldest of the three generations whose count is above its threshold; None where none is."""
    for generation in (2, 1, 0):
        if counts[generation] > thresholds[generation] > 0:
            return generation
    return None
