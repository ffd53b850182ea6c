"""The screens of the window, one shown at a time, and the way between them."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from doge_gui.views.navigation import Navigation, Page
from doge_gui.views.theme import Theme

_NARROW_BELOW_PX = 1280
"""In a window narrower than this, the navigation shows icons alone."""


class Pages(QWidget):
    """Navigation at the left, the chosen screen at its right.

    Signals: `shown(int)` number of the screen that is shown now.
    """

    shown = Signal(int)

    def __init__(self, pages: Sequence[Page], theme: Theme) -> None:
        super().__init__()
        self.pages = tuple(pages)
        self.navigation = Navigation(pages, theme)
        self._stack = QStackedWidget()
        for page in pages:
            self._stack.addWidget(page.widget)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.navigation)
        layout.addWidget(self._stack, 1)
        self.navigation.chosen.connect(self.show_page)
        self.navigation.show_chosen(0)

    @property
    def stack(self) -> QStackedWidget:
        """What holds the screens."""
        return self._stack

    @property
    def current(self) -> int:
        """Number of the screen that is shown."""
        return self._stack.currentIndex()

    @Slot(int)
    def show_page(self, number: int) -> None:
        """Show a screen."""
        if not 0 <= number < len(self.pages):
            return
        changed = number != self.current
        self._stack.setCurrentIndex(number)
        self.navigation.show_chosen(number)
        if changed:
            self.shown.emit(number)

    def show_widget(self, widget: QWidget) -> None:
        """Show the screen that is this widget."""
        self.show_page(self._stack.indexOf(widget))

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self.navigation.set_theme(theme)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.navigation.set_narrow(self.width() < _NARROW_BELOW_PX)
        super().resizeEvent(event)
