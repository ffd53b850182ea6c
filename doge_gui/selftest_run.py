"""The real window on an example fleet, watched from its start to its end."""

import logging
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QImage

from doge_gui.app import Desktop
from doge_gui.core.alarms.states import Priority
from doge_gui.core.recording.curves import TrendAnswer, TrendQuestion
from doge_gui.core.recording.tags import ELAPSED, FLEET, Tag
from doge_gui.core.snapshot import MARBLES, Phase, Snapshot
from doge_gui.core.statuses import SoundStatus, WebStatus
from doge_gui.selftest_parts import Finding, Verdict
from doge_gui.selftest_web import ask_pages
from doge_gui.session import Session
from doge_gui.station import Options

CYCLES = 3
WINDOW_S, CYCLES_S, HISTORY_S, WEB_S, SOUND_S = 30.0, 40.0, 15.0, 15.0, 30.0
"""Seconds after which a step has failed. A cold start from a slow disk takes long."""
_TICK_MS = 20
_ASK_AGAIN_S = 0.3
_COLOURS = 8
"""A window that was painted shows more colours than this."""


class Defects(logging.Handler):
    """Collects the defects that reach the log while it is attached."""

    def __init__(self) -> None:
        super().__init__(logging.CRITICAL)
        self.told: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the first line."""
        error = record.exc_info[1] if record.exc_info else None
        self.told.append(f"{type(error).__name__}: {error}" if error else record.getMessage())


class SelfTest(QObject):
    """Drives one Desktop through the checks. `run()` yields a Finding for each as it comes."""

    _trend_wanted = Signal(object)
    _sound_wanted = Signal(int)

    def __init__(self, desktop: Desktop, options: Options, gateways: int) -> None:
        """`desktop` was built with these options and is not begun yet."""
        super().__init__()
        self._desktop, self._options, self._gateways = desktop, options, gateways
        self._snapshots: list[Snapshot] = []
        self._reports = 0
        self._answers: list[TrendAnswer] = []
        self._refused: list[str] = []
        self._began_sounds: list[str] = []
        self._sound: SoundStatus | None = None
        self._web = WebStatus()
        self._loop = QEventLoop(self)
        self._fact: Callable[[], bool] = bool
        self._deadline = 0.0
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._look)

    def run(self) -> Iterator[Finding]:
        """Every step; the ones that need a session are left out where there is none."""
        defects = Defects()
        logging.getLogger("watchdoge").addHandler(defects)
        steps = [
            ("window", self._begin_window),
            ("cycles", self._watch_cycles),
            ("alarms", self._watch_alarms),
            ("history", self._read_history),
            ("web", self._ask_web),
            ("sound", self._play_sound),
            ("picture", self._photograph),
        ]
        for name, step in steps:
            began = time.monotonic()
            verdict, result = step()
            yield Finding(name, verdict, result, time.monotonic() - began)
            if self._desktop.session is None:
                break
        began = time.monotonic()
        ended = self._desktop.end()
        self._desktop.deleteLater()
        QCoreApplication.sendPostedEvents(self._desktop, QEvent.Type.DeferredDelete.value)
        logging.getLogger("watchdoge").removeHandler(defects)
        words = "everything has ended" if ended else "a thread hangs"
        yield Finding("end", _verdict(ended), words, time.monotonic() - began)
        told = "; ".join(defects.told[:3]) or "none"
        yield Finding("defects", _verdict(not defects.told), told, 0.0)

    def _begin_window(self) -> tuple[Verdict, str]:
        self._desktop.begin(self._options)
        session = self._session_of_desktop()
        if session is None:
            return Verdict.FAILED, "the supervision did not begin"
        session.supervision.snapshot_ready.connect(self._on_snapshot)
        session.alarms.changed.connect(self._on_alarms)
        session.trends.ready.connect(self._on_answer)
        session.trends.failed.connect(self._on_refused)
        session.web_changed.connect(self._on_web)
        session.annunciator.began.connect(self._on_sound_began)
        session.annunciator.status_changed.connect(self._on_sound)
        # The parts may live in threads of their own: what is wanted of them goes by signals.
        self._trend_wanted.connect(session.trends.ask)
        self._sound_wanted.connect(session.annunciator.test)
        window = self._desktop.window
        if not self._until(window.isVisible, WINDOW_S):
            return Verdict.FAILED, "the window is not shown"
        return Verdict.OK, f"{window.width()} × {window.height()} pixels"

    def _session_of_desktop(self) -> Session | None:
        self._until(lambda: self._desktop.session is not None, WINDOW_S)
        return self._desktop.session

    def _watch_cycles(self) -> tuple[Verdict, str]:
        if not self._until(lambda: len(self._done()) >= CYCLES, CYCLES_S):
            return Verdict.FAILED, f"{len(self._done())} of {CYCLES} cycles ended"
        total = self._done()[-1].totals[MARBLES]
        words = f"{CYCLES} cycles, {total.over} of {total.of} gateways answered"
        return _verdict(total.complete and total.of == self._gateways), words

    def _done(self) -> list[Snapshot]:
        return [one for one in self._snapshots if one.facts.phase is Phase.DONE]

    def _watch_alarms(self) -> tuple[Verdict, str]:
        judged = self._until(lambda: self._reports > 0, HISTORY_S)
        return _verdict(judged), "judged" if judged else "nothing was judged"

    def _read_history(self) -> tuple[Verdict, str]:
        """The cycles that the window saw come back out of the history, read as a trend is."""
        deadline, most = time.monotonic() + HISTORY_S, 0
        while most < CYCLES and time.monotonic() < deadline:
            self._answers.clear()
            now = datetime.now(UTC)
            question = TrendQuestion((Tag(FLEET, ELAPSED),), now - timedelta(hours=1), now)
            self._trend_wanted.emit(question)
            self._until(lambda: bool(self._answers), _ASK_AGAIN_S)
            most = max([most, *(len(curve.times) for one in self._answers for curve in one.curves)])
        if most < CYCLES:
            why = self._refused[-1] if self._refused else f"{most} cycles were recorded"
            return Verdict.FAILED, why
        return Verdict.OK, f"{most} cycles were written and read"

    def _ask_web(self) -> tuple[Verdict, str]:
        """Where its port is another program's, that is told: on a station that is no defect of ours."""
        self._until(lambda: self._web != WebStatus(), WEB_S)
        if self._web.error:
            return Verdict.NOTE, f"not served: {self._web.error}"
        return ask_pages(self._web.url) if self._web.url else (Verdict.FAILED, "nothing was served")

    def _play_sound(self) -> tuple[Verdict, str]:
        """A sound is heard, or why it could not be is told: a machine without a device is no defect."""
        self._sound_wanted.emit(Priority.LOW)
        told = self._until(lambda: bool(self._began_sounds) or self._sound_is_lost(), SOUND_S)
        if self._began_sounds:
            return Verdict.OK, f"{Path(self._began_sounds[-1]).name} was played"
        if told and self._sound is not None:
            return Verdict.NOTE, f"not heard: {self._sound.detail}"
        return Verdict.FAILED, "neither was a sound played nor told why not"

    def _sound_is_lost(self) -> bool:
        return self._sound is not None and not self._sound.ready and bool(self._sound.detail)

    def _photograph(self) -> tuple[Verdict, str]:
        image = self._desktop.window.grab().toImage()
        colours = _colours(image)
        if colours <= _COLOURS:
            return Verdict.FAILED, f"the window is empty: {colours} colours"
        path = self._options.screenshot
        if path is None:
            return Verdict.OK, "painted"
        if not path.parent.is_dir() or not image.save(str(path)):
            return Verdict.FAILED, f"{path} cannot be written"
        return Verdict.OK, str(path)

    def _until(self, fact: Callable[[], bool], seconds: float) -> bool:
        """Let the program run until something is so, or for so long; whether it came to be so."""
        if fact():
            return True
        self._fact, self._deadline = fact, time.monotonic() + seconds
        self._timer.start()
        self._loop.exec()
        # What it holds of this object would keep both from being freed in this thread.
        self._fact = bool
        return fact()

    @Slot()
    def _look(self) -> None:
        if self._fact() or time.monotonic() >= self._deadline:
            self._timer.stop()
            self._loop.quit()

    @Slot(object)
    def _on_snapshot(self, snapshot: Snapshot) -> None:
        self._snapshots.append(snapshot)

    @Slot(object)
    def _on_alarms(self, _report: object) -> None:
        self._reports += 1

    @Slot(object)
    def _on_answer(self, answer: TrendAnswer) -> None:
        self._answers.append(answer)

    @Slot(str)
    def _on_refused(self, why: str) -> None:
        self._refused.append(why)

    @Slot(str)
    def _on_sound_began(self, path: str) -> None:
        self._began_sounds.append(path)

    @Slot(object)
    def _on_web(self, status: WebStatus) -> None:
        self._web = status

    @Slot(object)
    def _on_sound(self, status: SoundStatus) -> None:
        self._sound = status


def _verdict(well: bool) -> Verdict:
    return Verdict.OK if well else Verdict.FAILED


def _colours(image: QImage) -> int:
    """How many colours a net of points over the picture meets."""
    step = max(1, image.width() // 200)
    points = ((x, y) for y in range(0, image.height(), step) for x in range(0, image.width(), step))
    return len({image.pixel(x, y) for x, y in points})
