"""The queue in front of the thread that reads the recording: what somebody waits for goes first."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QThreadPool, Signal, Slot

from doge_gui.engine.replay_loading import Close, Loaded, OpenedSource, ReplayLoading, Wish
from doge_gui.engine.single_shot import single_shot

_SLOW_MS = 300
_STOP_WAIT_MS = 1500


class ReplayReader(QObject):
    """Carries out one wish at a time; of several meanwhile the last counts. Idle, it reads ahead.

    Signals:
        loaded(object): Loaded.
        loading(bool): somebody has been waiting for more than a moment; False when that has ended.
    """

    loaded = Signal(object)
    loading = Signal(bool)
    _done = Signal(object)

    def __init__(
        self,
        open_source: Callable[[], OpenedSource],
        ahead: Callable[[], Wish | None],
        parent: QObject | None = None,
    ) -> None:
        """`ahead` tells what is worth reading while nobody waits for anything."""
        super().__init__(parent)
        self._ahead = ahead
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        # A history is used by one thread: it shall stay the same.
        self._pool.setExpiryTimeout(-1)
        self._task = ReplayLoading(open_source, self._done)
        self._wish: Wish | None = None
        self.awaited: Wish | None = None
        """What somebody asked for last, and has not thought better of."""
        self._busy = self._slow_told = self._stuck = False
        self._slow = single_shot(self, _SLOW_MS, self._on_slow)
        self._done.connect(self._on_done)

    @property
    def busy(self) -> bool:
        """Something is being read."""
        return self._busy

    def ask(self, wish: Wish) -> None:
        """Have this read next."""
        self._wish = self.awaited = wish
        self._stuck = False
        self._slow.start()
        self.begin()

    def forget(self) -> None:
        """Nobody waits any more."""
        self._wish = self.awaited = None
        self._end_waiting()

    @Slot()
    def begin(self) -> None:
        """Read what is wanted, or ahead; nothing where it is busy, or reading ahead has failed."""
        wish = self._wish or (None if self._stuck else self._ahead())
        if self._busy or wish is None:
            return
        self._busy, self._wish = True, None
        self._task.load(wish)
        self._pool.start(self._task)

    def stop(self) -> bool:
        """Give the history back for good; False where reading hangs."""
        self._wish, self._stuck = None, True
        ended = self._pool.waitForDone(_STOP_WAIT_MS)
        if ended:
            self._task.load(Close())
            self._pool.start(self._task)
            ended = self._pool.waitForDone(_STOP_WAIT_MS)
        return ended

    def _end_waiting(self) -> None:
        self._slow.stop()
        if self._slow_told:
            self._slow_told = False
            self.loading.emit(False)

    @Slot()
    def _on_slow(self) -> None:
        self._slow_told = True
        self.loading.emit(True)

    @Slot(object)
    def _on_done(self, loaded: Loaded) -> None:
        self._busy = False
        # What cannot be read is not asked for again and again: somebody has to want something first.
        self._stuck = self._stuck or bool(loaded.error)
        if self._wish is None:
            self._end_waiting()
        self.loaded.emit(loaded)
        self.begin()
