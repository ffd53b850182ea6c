"""The one rhythm in which everything unacknowledged blinks."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication, QStyle

_HALF_MS = 500
"""Lit and dim for as long each: 1 Hz, well below the three flashes a second of WCAG 2.3.1."""


def desktop_wants_stillness() -> bool:
    """The desktop asks for no animations, where it tells Qt so."""
    return QApplication.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) == 0


class Blink(QObject):
    """Tells when what blinks is lit. Still, it stays lit.

    Signals: `turned(bool)` lit, or dim.
    """

    turned = Signal(bool)

    def __init__(self, wants_stillness: Callable[[], bool], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wants_stillness = wants_stillness
        self._still = self._wanted = self._visible = False
        self.lit = True
        self._timer = QTimer(self)
        self._timer.setInterval(_HALF_MS)
        self._timer.timeout.connect(self.turn)

    @property
    def running(self) -> bool:
        """Something blinks now."""
        return self._timer.isActive()

    @property
    def still(self) -> bool:
        """The operator or the desktop wants nothing to blink."""
        return self._still or self._wants_stillness()

    def set_still(self, still: bool) -> None:
        """Take the operator's choice."""
        self._still = still
        self._follow()

    def set_wanted(self, wanted: bool) -> None:
        """Something waits to be acknowledged, or nothing does any more."""
        self._wanted = wanted
        self._follow()

    def set_visible(self, visible: bool) -> None:
        """The window can be seen."""
        self._visible = visible
        self._follow()

    @Slot()
    def turn(self) -> None:
        """From lit to dim, or back."""
        self.lit = not self.lit
        self.turned.emit(self.lit)

    def _follow(self) -> None:
        runs = self._wanted and self._visible and not self.still
        if runs == self._timer.isActive():
            return
        if runs:
            self._timer.start()
            return
        self._timer.stop()
        if not self.lit:
            self.turn()
