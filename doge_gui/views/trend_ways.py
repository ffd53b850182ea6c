"""How the operator moves through time: each wish becomes another view, with a way back."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Signal, Slot

from doge_gui.core.trends.view import Navigation, View
from doge_gui.views.trend_asking import TrendAsking


class TrendWays(QObject):
    """Holds what is in view. Steps that follow one another at once are one on the way back.

    Signals: `moved()` something else is in view.
    """

    moved = Signal()

    def __init__(self, span_s: float, wall: Callable[[], datetime], asking: TrendAsking) -> None:
        """It begins with the newest values of a span."""
        super().__init__(asking)
        self._wall, self._asking = wall, asking
        self.navigation = Navigation(View(self._now - span_s, self._now))
        self.cross: float | None = None
        """The crosshair's instant: zooming keeps it where it is."""

    @property
    def _now(self) -> float:
        return self._wall().timestamp()

    def _take(self, navigation: Navigation) -> None:
        if navigation != self.navigation:
            self.navigation = navigation
            self.moved.emit()

    def tick(self) -> None:
        """Time went on; tells nobody."""
        self.navigation = self.navigation.ticked(self._now)

    def follow(self, span_s: float) -> None:
        """The newest values of a span; tells nobody."""
        self.navigation = self.navigation.follow(span_s, self._now)

    @Slot(object, bool)
    def look_at(self, view: View, begins: bool) -> None:
        """Move or zoom by hand; `begins`: a gesture begins with it."""
        remember = begins and not self._asking.settling
        self._take(self.navigation.go(view, self._now, remember=remember))

    @Slot(object)
    def go(self, view: View) -> None:
        """Look at a span that was typed in."""
        self._take(self.navigation.go(view, self._now))

    @Slot(float)
    def zoom(self, factor: float) -> None:
        """`factor` times the span, about the crosshair or the middle; newest values stay newest."""
        view, remember = self.navigation.view, not self._asking.settling
        if self.navigation.live and self.cross is None:
            span_s = view.zoomed(factor, view.end).span_s
            self._take(self.navigation.follow(span_s, self._now, remember=remember))
            return
        at = self.cross if self.cross is not None else (view.begin + view.end) / 2
        self._take(self.navigation.go(view.zoomed(factor, at), self._now, remember=remember))

    @Slot(float)
    def set_span(self, span_s: float) -> None:
        """Another length; the end stays where it is."""
        view = self.navigation.view
        if self.navigation.live:
            self._take(self.navigation.follow(span_s, self._now))
        else:
            self._take(self.navigation.go(View(view.end - span_s, view.end), self._now))

    @Slot()
    def go_back(self) -> None:
        """Look at what was in view before."""
        self._take(self.navigation.back(self._now))

    @Slot()
    def back_to_live(self) -> None:
        """Follow the newest values."""
        self._take(self.navigation.follow(self.navigation.view.span_s, self._now))
