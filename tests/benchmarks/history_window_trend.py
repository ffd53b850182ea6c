"""The trend screen on a recorded year; prints seconds from a wish to its painted curves as JSON.

    python -m tests.benchmarks.history_window_trend FILE PLANT END

END: ISO 8601, the screen's present. Each wish is drawn twice. "cold": by a desk that has not opened the file
yet, after the system was told to let go of all that it holds of the file. "warm": once more.
"""

import json
import os
import sys
import tempfile
from collections.abc import Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import QEvent, QEventLoop, QObject, QSettings, QTimer, Slot
from PySide6.QtWidgets import QApplication

from doge_gui.core.recording.curves import TrendAnswer
from doge_gui.core.recording.tags import CONNECTED, ELAPSED, FLEET, LATENCY, Tag
from doge_gui.core.trends.view import DAY_S
from doge_gui.engine.single_shot import single_shot
from doge_gui.engine.trend_desk import TrendDesk
from doge_gui.history.reader import HistoryReader
from doge_gui.station import settle_memory
from doge_gui.views.theme import ThemeManager
from doge_gui.views.trend_screen import TrendScreen

SIZE = (1600, 960)
PATIENCE_MS = 20_000
YEAR, MONTH, DAY = "a year, per hour", "30 days, per minute", "24 h, reading by reading"
SPANS = {YEAR: 365 * DAY_S, MONTH: 30 * DAY_S, DAY: DAY_S}
ONE = (
    Tag("API-7", "temperature"),
    Tag("API-23", "compteur_bille/1"),
    Tag("API-50", LATENCY),
    Tag("API-1", CONNECTED),
    Tag(FLEET, "compteur_bille/0"),
    Tag(FLEET, ELAPSED),
)
"""Each drawn alone."""
_KINDS = ("temperature", LATENCY, "compteur_bille/0", "compteur_bille/1")
FORTY = (
    tuple(Tag(f"API-{number}", "temperature") for number in range(1, 41)),
    tuple(Tag(f"API-{number}", "compteur_bille/2") for number in range(11, 51)),
    tuple(Tag(f"API-{5 * number}", name) for number in range(1, 11) for name in _KINDS),
)
"""Each drawn together."""


def let_go(file: Path) -> None:
    """Have the system let go of what it holds of a file in memory, where it can be told to."""
    if hasattr(os, "posix_fadvise"):
        with file.open("rb") as held:
            os.fsync(held.fileno())
            os.posix_fadvise(held.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


class _Stage(QObject):
    """The screen, with a desk that is changed for another where the beginning is to be cold."""

    def __init__(self, file: Path, plant: str, end: datetime, screen: TrendScreen) -> None:
        super().__init__()
        self._file, self._screen = file, screen
        self._open = partial(HistoryReader, file, plant)
        self._wall = end
        self._desk = self._connected()
        self._answered = self._painting = self._marked = False
        self._painted: float | None = None
        self._loop = QEventLoop()
        self._patience = single_shot(self, PATIENCE_MS, self._loop.quit)
        screen.canvas.installEventFilter(self)

    def draw(self, tags: Sequence[Tag], span_s: float) -> float:
        """Seconds from the operator's wish to the painted curves. Raises RuntimeError."""
        self._answered = self._painting = self._marked = False
        self._painted = None
        self._patience.start()
        began = perf_counter()
        self._screen.show_set(tags, span_s)
        self._loop.exec()
        if self._painted is None or not self._whole(tags):
            raise RuntimeError("not every curve was painted")
        return self._painted - began

    def begin_cold(self) -> None:
        """Let go of all that is held of the file."""
        self.end()
        let_go(self._file)
        self._desk = self._connected()

    def end(self) -> None:
        """Close the desk."""
        self._desk.stop()
        self._desk.disconnect(self._screen)
        self._screen.question_wanted.disconnect(self._desk.ask)
        self._screen.tags_wanted.disconnect(self._desk.ask_tags)

    def _connected(self) -> TrendDesk:
        desk, screen = TrendDesk(self._open, self, lambda: self._wall), self._screen
        screen.question_wanted.connect(desk.ask)
        screen.tags_wanted.connect(desk.ask_tags)
        desk.tags_known.connect(screen.show_tags)
        desk.ready.connect(self._on_ready)
        desk.span_known.connect(screen.show_recorded)
        desk.progressed.connect(screen.show_progress)
        desk.marked.connect(screen.show_marks)
        desk.marked.connect(self._on_marked)
        return desk

    def _whole(self, tags: Sequence[Tag]) -> bool:
        """Each of the curves has points nearly all over the span."""
        curves = self._screen.curves.curves
        least = self._screen.navigation.view.span_s * 0.9
        return all(curves[tag].times[-1] - curves[tag].times[0] > least for tag in tags)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """See the painting of the answer."""
        if event.type() is QEvent.Type.Paint and self._answered and not self._painting:
            self._painting = True
            # Fires when it is painted.
            QTimer.singleShot(0, self, self._on_painted)
        return False

    @Slot(object)
    def _on_ready(self, answer: TrendAnswer) -> None:
        self._screen.show_answer(answer)
        self._answered = True

    @Slot()
    def _on_painted(self) -> None:
        self._painted = perf_counter()
        self._rest()

    @Slot(object)
    def _on_marked(self, _answer: TrendAnswer) -> None:
        self._marked = True
        self._rest()

    def _rest(self) -> None:
        """Go on when nothing is under way any more: the journal is read after the curves."""
        if self._marked and self._painted is not None:
            self._loop.quit()


def drawn(stage: _Stage, sets: Sequence[Sequence[Tag]], span_s: float) -> dict[str, list[float]]:
    """Each of the sets, cold and warm."""
    seen: dict[str, list[float]] = {"cold": [], "warm": []}
    for tags in sets:
        stage.begin_cold()
        seen["cold"].append(stage.draw(tags, span_s))
        seen["warm"].append(stage.draw(tags, span_s))
    return seen


def main() -> None:
    """Draw all and print."""
    file, plant, end = Path(sys.argv[1]), sys.argv[2], datetime.fromisoformat(sys.argv[3])
    application = QApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory(prefix="watchdoge-bench-") as folder:
        settings = QSettings(str(Path(folder) / "window.ini"), QSettings.Format.IniFormat)
        screen = TrendScreen(ThemeManager(application, settings).theme, settings, lambda: end)
        screen.resize(*SIZE)
        stage = _Stage(file, plant, end, screen)
        screen.show()
        # The screen's own first question.
        stage.draw(ONE[:1], DAY_S)
        # As the program does.
        settle_memory()
        seen = {
            name: {"1": drawn(stage, [(tag,) for tag in ONE], span_s), "40": drawn(stage, FORTY, span_s)}
            for name, span_s in SPANS.items()
        }
        stage.end()
    print(json.dumps(seen))


if __name__ == "__main__":
    main()
