"""Notices that the machine has slept: a tick of a second that took much longer than a second."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

_TICK_MS = 1000
_SLEPT_S = 5.0
"""So much must be missing between the two clocks, or from one tick to the next where they are the same."""
_STALLED_S = 60.0
"""Where no clock stands still during sleep, a tick that is later than this is taken for one."""


class SleepWatch(QObject):
    """Compares the two clocks each second.

    Signals:
        resumed(float): the machine slept for so many seconds, and is awake again.
    """

    resumed = Signal(float)

    def __init__(
        self, clock: Callable[[], float], awake_clock: Callable[[], float], parent: QObject | None = None
    ) -> None:
        """`clock` counts on during sleep, `awake_clock` may stand still; both in seconds."""
        super().__init__(parent)
        self._clock, self._awake = clock, awake_clock
        self._last = clock(), awake_clock()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.CoarseTimer)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Look each second from now on."""
        self._last = self._clock(), self._awake()
        self._timer.start(_TICK_MS)

    def stop(self) -> None:
        """Watch no more."""
        self._timer.stop()

    @Slot()
    def look(self) -> None:
        """Look at both clocks; the timer does each second."""
        slept = asleep_s(self._last, now := (self._clock(), self._awake()))
        self._last = now
        if slept > 0:
            self.resumed.emit(slept)


def asleep_s(before: tuple[float, float], now: tuple[float, float]) -> float:
    """Seconds slept between two looks at (steady, awake) clocks a second apart; 0.0 where it was awake.

    A program that was busy or stopped has not slept: both clocks went on. Only where they are one and the
    same does a very long gap count as sleep.
    """
    passed, awake = now[0] - before[0], now[1] - before[1]
    missing = passed - awake
    if missing >= _SLEPT_S:
        return missing
    same = before[0] == before[1] and now[0] == now[1]
    return passed if same and passed >= _STALLED_S else 0.0
