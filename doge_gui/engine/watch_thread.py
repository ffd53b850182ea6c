"""The watch in a thread of its own: a window that stands still holds up no cycle, no alarm and no sound."""

import logging
import threading

from PySide6.QtCore import QObject, QThread, Signal, Slot
from shiboken6 import delete

from doge_gui.engine.watch import Renewal, Surroundings, Watch

_END_WAIT_S = 6.0
"""The parts of a watch end within about two seconds each at the very worst; whatever takes longer hangs."""
_log = logging.getLogger("watchdoge")


class WatchThread(QObject):
    """Holds a watch and the thread that it lives in.

    The watch's signals reach objects of other threads through their event loops, and what those ask of it
    reaches its slots through its own. With the end the watch is gone: destroyed in its own thread, where
    alone its timers can be stopped.
    """

    _begin_wanted = Signal()
    _use_wanted = Signal(object)

    def __init__(self, given: Surroundings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.watch = Watch(given)
        self._doer = _Doer(self.watch)
        self._thread = QThread(self)
        self._thread.setObjectName("watch")
        self._begin_wanted.connect(self._doer.begin)
        self._use_wanted.connect(self._doer.use)
        self._doer.end_wanted.connect(self._doer.end)

    def begin(self) -> None:
        """Start the thread, and the watch in it."""
        self.watch.moveToThread(self._thread)
        self._doer.moveToThread(self._thread)
        self._thread.start(QThread.Priority.HighPriority)
        self._begin_wanted.emit()

    def use(self, renewal: Renewal) -> None:
        """Take another configuration from the next cycle on."""
        self._use_wanted.emit(renewal)

    def fall_silent(self) -> None:
        """Have the watch tell nothing of its end."""
        self._doer.silent = True

    def end(self) -> bool:
        """End the watch and its thread; False where one hangs in somebody else's code."""
        if not self._thread.isRunning():
            return True
        self._doer.end_wanted.emit()
        ended = self._doer.ended.wait(_END_WAIT_S) and self._doer.well
        self._thread.quit()
        return self._thread.wait(500) and ended


class _Doer(QObject):
    """Does in the watch's thread what was asked for in another."""

    end_wanted = Signal()

    def __init__(self, watch: Watch) -> None:
        super().__init__()
        self._watch = watch
        self.ended = threading.Event()
        self.well = self.silent = False

    @Slot()
    def begin(self) -> None:
        self._watch.begin()

    @Slot(object)
    def use(self, renewal: Renewal) -> None:
        self._watch.use(renewal)

    @Slot()
    def end(self) -> None:
        try:
            if self.silent:
                # Here, in their own thread: in any other they may come and go meanwhile.
                for sender in self._watch.findChildren(QObject):
                    sender.blockSignals(True)
            self.well = self._watch.end()
            if self.well:
                delete(self._watch)
        except Exception:  # noqa: BLE001 - the one who waits must be told, whatever happened
            _log.exception("unexpected error while ending the watch")
        finally:
            self.ended.set()
