"""The keyboard's ways: the command palette over everything that can be done, and from area to area."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from doge_gui.views.area_keys import AreaKeys
from doge_gui.views.menus import Menus
from doge_gui.views.pages import Pages

if TYPE_CHECKING:
    from doge_gui.views.command_palette import CommandPalette
    from doge_gui.views.main_window import MainWindow


class FindingCommands(QObject):
    """Carries out Commands, Next area and Previous area.

    Signals: `plc_wanted(str)` a PLC was chosen in the palette.
    """

    plc_wanted = Signal(str)

    def __init__(
        self, window: "MainWindow", menus: Menus, pages: Pages, around: tuple[QWidget, QWidget]
    ) -> None:
        """`around`: the areas before and after the screens."""
        super().__init__(window)
        self._window, self._menus = window, menus
        self._palette: CommandPalette | None = None
        before, after = around
        self._areas = AreaKeys((before, pages.navigation, pages.stack, after), self)
        menus["palette"].triggered.connect(self._on_palette)
        menus["next_area"].triggered.connect(self._areas.next_area)
        menus["last_area"].triggered.connect(self._areas.previous_area)

    @Slot()
    def _on_palette(self) -> None:
        if self._palette is None:
            from doge_gui.views.command_palette import CommandPalette

            self._palette = CommandPalette(self._window, self._menus, self._window.plc_names)
            self._palette.plc_wanted.connect(self.plc_wanted)
        self._palette.open()
