"""A screen that is built when it is first wanted: the window stands before."""

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from doge_gui.views.theme import Theme

Screen = TypeVar("Screen", bound=QWidget)


class LaterPage(QWidget, Generic[Screen]):
    """Holds the place of a screen."""

    def __init__(self, make: Callable[[Theme], Screen], theme: Theme) -> None:
        super().__init__()
        self._make, self._theme = make, theme
        self._set_up: Callable[[Screen], None] | None = None
        self._connect: Callable[[Screen], None] | None = None
        self.built: Screen | None = None
        """The screen, once somebody wanted it."""
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)

    @property
    def screen_(self) -> Screen:
        """The screen; built now where it is not yet."""
        if self.built is None:
            self.built = self._make(self._theme)
            self._layout.addWidget(self.built)
            for told in (self._set_up, self._connect):
                if told is not None:
                    told(self.built)
        return self.built

    def set_up_by(self, set_up: Callable[[Screen], None]) -> None:
        """Have the screen set up once it is built; to be told before."""
        self._set_up = set_up

    def connect_by(self, connect: Callable[[Screen], None]) -> None:
        """Have the screen connected, now or as soon as it is built. The last one given counts."""
        self._connect = connect
        if self.built is not None:
            connect(self.built)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        if self.built is not None:
            self.built.set_theme(theme)  # type: ignore[attr-defined]

    def showEvent(self, event: QShowEvent) -> None:
        _ = self.screen_
        super().showEvent(event)
