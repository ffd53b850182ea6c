"""Who may be heard: the plant first, a replay when the plant is silent."""

from PySide6.QtCore import QObject, Signal, Slot

from doge_gui.core.alarms.sounding import Call


class Voices(QObject):
    """Lets through the calls of the plant, or else those of a replay.

    Signals: `heard(tuple)` Calls, worst first.
    """

    heard = Signal(tuple)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._live: tuple[Call, ...] = ()
        self._replayed: tuple[Call, ...] = ()

    @Slot(tuple)
    def take_live(self, calls: tuple[Call, ...]) -> None:
        """What calls in the plant."""
        self._live = calls
        self.heard.emit(calls or self._replayed)

    @Slot(tuple)
    def take_replayed(self, calls: tuple[Call, ...]) -> None:
        """What called then."""
        self._replayed = calls
        if not self._live:
            self.heard.emit(calls)
