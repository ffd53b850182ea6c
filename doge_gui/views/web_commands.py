"""The web view as the window has it: its state at the foot, and the way to it in the View menu."""

from PySide6.QtCore import QObject, Slot

from doge_gui.core.statuses import WebStatus
from doge_gui.views.intents import Intents
from doge_gui.views.menus import Menus
from doge_gui.views.status_line import StatusLine


class WebCommands(QObject):
    """Shows whether the web view is served, and asks for a browser that shows it."""

    def __init__(self, window: Intents, menus: Menus, status: StatusLine) -> None:
        super().__init__(window)
        self._window, self._action, self._line = window, menus["web"], status
        self._action.triggered.connect(self._on_open)
        self.show_web(WebStatus())

    @Slot(object)
    def show_web(self, status: WebStatus) -> None:
        """Show whether it is served."""
        self._status = status
        self._action.setEnabled(bool(status.url))
        self._line.show_web(status)

    @Slot()
    def _on_open(self) -> None:
        if self._status.url:
            self._window.web_requested.emit(self._status.url)
