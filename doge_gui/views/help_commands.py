"""The Help menu: the guide at the screen in sight, the shortcuts, the diagnostics archive, about.

Each window is loaded when it is first wanted: the start does not wait for it.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QDateTime, QObject, Slot
from PySide6.QtWidgets import QFileDialog

from doge_gui.views.intents import Intents
from doge_gui.views.menus import Menus
from doge_gui.views.pages import Pages
from doge_gui.views.theme import ThemeManager

if TYPE_CHECKING:
    from doge_gui.views.guide import GuideWindow


class HelpCommands(QObject):
    """Carries out the entries of the Help menu."""

    def __init__(
        self, window: Intents, menus: Menus, pages: Pages, themes: ThemeManager, language: str
    ) -> None:
        super().__init__(window)
        self._window, self._pages, self._themes, self._language = window, pages, themes, language
        self._guide: GuideWindow | None = None
        menus["guide"].triggered.connect(self._on_guide)
        menus["shortcuts"].triggered.connect(self._on_shortcuts)
        menus["diagnostics"].triggered.connect(self.save_diagnostics)
        menus["about"].triggered.connect(self._on_about)

    @Slot()
    def _on_guide(self) -> None:
        from doge_gui.views.guide import PAGES, GuideWindow

        if self._guide is None:
            self._guide = GuideWindow(self._language, self._themes.theme, self._window)
            self._themes.changed.connect(self._guide.set_theme)
        self._guide.open_at(PAGES[self._pages.current])
        self._guide.show()
        self._guide.raise_()
        self._guide.activateWindow()

    @Slot()
    def _on_shortcuts(self) -> None:
        from doge_gui.views.shortcuts_dialog import ShortcutsDialog

        ShortcutsDialog(self._window.menuBar(), self._window).open()

    @Slot()
    def save_diagnostics(self) -> None:
        """Ask where the archive goes."""
        name = f"watchdoge-{QDateTime.currentDateTime().toString('yyyyMMdd-HHmm')}.zip"
        path, _ = QFileDialog.getSaveFileName(
            self._window, self.tr("Save diagnostics archive"), name, self.tr("Archive (*.zip)")
        )
        if path:
            self._window.diagnostics_requested.emit(path if path.endswith(".zip") else f"{path}.zip")

    @Slot()
    def _on_about(self) -> None:
        from doge_gui.views.about_dialog import AboutDialog

        AboutDialog(self._window).open()
