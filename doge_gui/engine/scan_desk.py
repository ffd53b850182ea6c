"""Carries out scans, one at a time, in a thread of its own."""

import logging
import threading
import time

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, SignalInstance, Slot

from doge_gui.core.scan_findings import Ending, ScanEnd
from doge_gui.core.scan_range import ScanOrder
from doge_gui.gateways.scan import DEADLINE_S, TOTAL_S, Scan

_TELL_EACH_S = 0.05
"""The progress is told so often at most."""
_STOP_WAIT_MS = 1500
_log = logging.getLogger("watchdoge")


class ScanDesk(QObject):
    """Looks for gateways.

    Signals:
        found(object): Found, as soon as a gateway answered.
        progress(int, int): questions answered or given up, and all of the order.
        ended(object): ScanEnd, once for each scan; nothing of that scan is told afterwards.
    """

    found = Signal(object)
    progress = Signal(int, int)
    ended = Signal(object)
    _left = Signal(object)

    def __init__(
        self, deadline_s: float = DEADLINE_S, total_s: float = TOTAL_S, parent: QObject | None = None
    ) -> None:
        """Seconds for one address, and for a whole scan."""
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._job = _Job(deadline_s, total_s, self.found, self.progress, self._left)
        self.busy = False
        """A scan is under way."""
        self._left.connect(self._on_left)

    @Slot(object)
    def begin(self, order: ScanOrder) -> None:
        """Scan this range and no more; nothing happens while another scan is under way."""
        if self.busy:
            return
        self.busy = True
        self._job.load(order)
        self._pool.start(self._job)

    @Slot()
    def cancel(self) -> None:
        """End the scan under way, within some 100 ms; `ended` tells when."""
        self._job.stop.set()

    def stop(self) -> bool:
        """End for good; False where the thread takes too long."""
        self.cancel()
        return self._pool.waitForDone(_STOP_WAIT_MS)

    @Slot(object)
    def _on_left(self, end: ScanEnd) -> None:
        self.busy = False
        self.ended.emit(end)


class _Job(QRunnable):
    """One job, loaded anew for each scan; it holds bound signals of the living desk."""

    def __init__(
        self,
        deadline_s: float,
        total_s: float,
        found: SignalInstance,
        progress: SignalInstance,
        left: SignalInstance,
    ) -> None:
        super().__init__()
        self.setAutoDelete(False)
        self._deadline_s, self._total_s = deadline_s, total_s
        self._found, self._progress, self._left = found, progress, left
        self.stop = threading.Event()
        self._order: ScanOrder
        self._told, self._due_at = -1, 0.0

    def load(self, order: ScanOrder) -> None:
        """Take the next order; only after the end of the last was told."""
        self._order = order
        self.stop.clear()
        self._told, self._due_at = -1, 0.0

    def run(self) -> None:
        """Ask and tell; the end is told even after a defect."""
        end = ScanEnd(Ending.DEFECT, 0, self._order.questions, 0, 0)
        try:
            end = self._scanned()
        except Exception:  # noqa: BLE001 - a thread's end: the defect is told, the assistant goes on
            _log.exception("unexpected error while looking for gateways")
        finally:
            self._left.emit(end)

    def _scanned(self) -> ScanEnd:
        scan = Scan(self._order, self._found.emit, self.stop, time.monotonic, self._deadline_s, self._total_s)

        def tell() -> None:
            now = time.monotonic()
            if scan.asked != self._told and now >= self._due_at:
                self._told, self._due_at = scan.asked, now + _TELL_EACH_S
                self._progress.emit(scan.asked, self._order.questions)

        end = scan.run(tell)
        self._progress.emit(end.asked, end.questions)
        return end
