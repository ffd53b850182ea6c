"""Cycles of the engine back to back, without a window; prints their times as JSON.

python -m tests.benchmarks.engine_process CONFIGURATION CYCLES
"""

import json
import sys
import time
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Slot

from doge_gui.core.snapshot import MARBLES, Phase, Quality, Snapshot
from doge_gui.engine.supervision import Supervision
from doge_gui.station import Options, Station, settle_memory, wall_clock


class _Cycles(QObject):
    """Asks for the next cycle as soon as one has ended, and notes every picture."""

    def __init__(self, supervision: Supervision, wanted: int, application: QCoreApplication) -> None:
        super().__init__()
        self._supervision, self._left, self._application = supervision, wanted, application
        self._began = 0.0
        self._pictures: list[dict[str, Any]] = []
        self.cycles: list[dict[str, Any]] = []
        supervision.snapshot_ready.connect(self._on_snapshot_ready)
        supervision.cycle_ended.connect(self._on_cycle_ended)

    def start(self) -> None:
        """Begin with the first cycle."""
        self._began = time.monotonic()
        self._supervision.start()

    @Slot(object)
    def _on_snapshot_ready(self, snapshot: Snapshot) -> None:
        good = (snapshot.quality[:, MARBLES] == Quality.GOOD) & snapshot.asked
        self._pictures.append(
            {
                "phase": snapshot.facts.phase.value,
                "after_s": time.monotonic() - self._began,
                "good": int(good.sum()),
            }
        )
        if snapshot.facts.phase is Phase.DONE:
            self.cycles.append(
                {
                    "elapsed_s": snapshot.facts.elapsed_s,
                    "answered": snapshot.answered,
                    "written": snapshot.facts.totals_written,
                    "pictures": self._pictures,
                }
            )
            self._pictures = []

    @Slot()
    def _on_cycle_ended(self) -> None:
        self.cycles[-1]["wall_s"] = time.monotonic() - self._began
        if len(self.cycles) == 1:
            # As both programs do.
            settle_memory()
        self._left -= 1
        if self._left <= 0:
            self._application.quit()
            return
        self._began = time.monotonic()
        self._supervision.poll_now()


def main() -> None:
    """Run the cycles and print them."""
    application = QCoreApplication(sys.argv[:1])
    station = Station(Options(config=Path(sys.argv[1]), headless=True))
    supervision = Supervision(station.source(), station.job(), time.monotonic, wall_clock)
    cycles = _Cycles(supervision, int(sys.argv[2]), application)
    cycles.start()
    application.exec()
    supervision.stop()
    station.close()
    print(json.dumps(cycles.cycles))


if __name__ == "__main__":
    main()
