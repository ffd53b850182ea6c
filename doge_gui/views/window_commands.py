"""What the operator does with the window itself: theme, full screen, layout."""

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow

from doge_gui.views import layout_memory
from doge_gui.views.menus import Menus
from doge_gui.views.supervision_screen import SupervisionScreen
from doge_gui.views.theme import Choice, Settings, Theme, ThemeManager

_GRAPHS = "layout/graphs"


class Themed(Protocol):
    """What is painted in a theme's colours."""

    def set_theme(self, theme: Theme, /) -> None:
        """Take the colours of a theme."""


class WindowCommands(QObject):
    """Carries out the entries of the View menu."""

    def __init__(
        self,
        window: QMainWindow,
        menus: Menus,
        screen: SupervisionScreen,
        others: Sequence[Themed],
        themes: ThemeManager,
        settings: Settings,
    ) -> None:
        """`others` are what else is painted in a theme's colours."""
        super().__init__(window)
        self._settings = settings
        self._window, self._menus, self._screen, self._themes = window, menus, screen, themes
        self._themed: Sequence[Themed] = (screen, *others)
        menus["graphs"].toggled.connect(self._on_graphs)
        menus["graphs"].setChecked(str(settings.value(_GRAPHS)) != "no")
        screen.plots.setVisible(menus["graphs"].isChecked())
        menus["full"].toggled.connect(self._on_full_screen)
        menus["live"].triggered.connect(screen.plots.back_to_live)
        menus["reset"].triggered.connect(self._on_reset)
        menus.themes[themes.choice].setChecked(True)
        for action in menus.themes.values():
            action.triggered.connect(self._on_theme_chosen)
        themes.changed.connect(self._on_theme)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The desktop fills the screen with the window, too: the menu says how it is."""
        if event.type() == QEvent.Type.WindowStateChange and watched is self._window:
            full = self._menus["full"]
            full.blockSignals(True)
            full.setChecked(self._window.isFullScreen())
            full.blockSignals(False)
        return super().eventFilter(watched, event)

    @Slot()
    def _on_theme_chosen(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self._themes.choose(Choice(str(action.data())))

    @Slot(object)
    def _on_theme(self, theme: Theme) -> None:
        for one in self._themed:
            one.set_theme(theme)

    @Slot(bool)
    def _on_graphs(self, shown: bool) -> None:
        self._settings.setValue(_GRAPHS, None if shown else "no")
        self._screen.plots.setVisible(shown)

    @Slot(bool)
    def _on_full_screen(self, full: bool) -> None:
        if full:
            self._window.showFullScreen()
        else:
            self._window.showNormal()

    @Slot()
    def _on_reset(self) -> None:
        self._screen.fleet.grid.set_layout_choices({}, {})
        self._screen.fleet.grid.sort_by_key("state", descending=False)
        self._menus["graphs"].setChecked(True)
        self._screen.set_shares()
        layout_memory.reset(self._settings, self._window)
        self._menus["page1"].trigger()
