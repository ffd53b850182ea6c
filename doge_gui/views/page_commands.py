"""What depends on the screen in sight: going to another, finding, copying, jumping to a PLC."""

from typing import Protocol

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow

from doge_gui.models.phrases import one_line
from doge_gui.views.alarm_screen import AlarmScreen
from doge_gui.views.disconnecting import NoticeBar
from doge_gui.views.later_page import LaterPage
from doge_gui.views.menus import Menus
from doge_gui.views.pages import Pages
from doge_gui.views.performance_screen import PerformanceScreen
from doge_gui.views.replay_screen import ReplayScreen
from doge_gui.views.supervision_screen import SupervisionScreen
from doge_gui.views.theme import Settings
from doge_gui.views.trend_screen import TrendScreen

_KEY = "layout/page"


class Tabular(Protocol):
    """A screen with a table."""

    def copy(self) -> None:
        """Put rows of it on the clipboard."""

    def export_table(self) -> None:
        """Ask where it goes as a file."""


class PageCommands(QObject):
    """Carries out the entries whose work depends on the screen in sight, and remembers which that is."""

    def __init__(
        self,
        window: QMainWindow,
        menus: Menus,
        settings: Settings,
        pages: Pages,
        supervision: SupervisionScreen,
        alarms: AlarmScreen,
        performance: PerformanceScreen,
        trends: LaterPage[TrendScreen],
        replay: LaterPage[ReplayScreen],
        notice: NoticeBar,
    ) -> None:
        super().__init__(window)
        self._menus, self._settings, self._pages = menus, settings, pages
        self._supervision, self._alarms, self._notice = supervision, alarms, notice
        self._trends, self._replay = trends, replay
        self._performance = performance
        for number in range(len(pages.pages)):
            menus[f"page{number + 1}"].triggered.connect(self._on_wanted)
        menus["find"].triggered.connect(self._on_find)
        menus["copy"].triggered.connect(self._on_copy)
        menus["table"].triggered.connect(self._on_table)
        alarms.acts.plc_wanted.connect(self.show_plc)
        pages.shown.connect(self._on_shown)
        supervision.fleet.selected.connect(self._on_selected)
        stored = str(settings.value(_KEY))
        # A start shows the present, wherever the program was left.
        pages.show_page(int(stored) if stored.isdecimal() and int(stored) != len(pages.pages) - 1 else 0)
        self._follow()

    @Slot()
    def show_alarms(self) -> None:
        """Go to the alarm screen."""
        self._pages.show_widget(self._alarms)

    @Slot()
    def _on_wanted(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self._pages.show_page(int(action.data()))

    @Slot(int)
    def _on_shown(self, number: int) -> None:
        self._settings.setValue(_KEY, number)
        self._follow()

    def _follow(self) -> None:
        """Enable what has something to act on."""
        shown = self._pages.pages[self._pages.current].widget
        selected = self._supervision.fleet.grid.selectionModel().hasSelection()
        self._menus["force"].setEnabled(shown is self._supervision and selected)
        self._menus["find"].setEnabled(shown in (self._supervision, self._alarms, self._trends))
        self._menus["export_alarms"].setEnabled(shown is self._alarms)

    @Slot(tuple)
    def _on_selected(self, _plcs: tuple[str, ...]) -> None:
        self._follow()

    @property
    def _on_alarms(self) -> bool:
        return self._pages.pages[self._pages.current].widget is self._alarms

    @Slot()
    def _on_find(self) -> None:
        if self._pages.pages[self._pages.current].widget is self._trends:
            self._trends.screen_.focus_filter()
        else:
            (self._alarms if self._on_alarms else self._supervision.fleet).focus_filter()

    def _in_sight(self) -> Tabular:
        """The screen in sight, each of which has a table."""
        shown = self._pages.pages[self._pages.current].widget
        if shown is self._trends:
            return self._trends.screen_
        if shown is self._replay:
            return self._replay.screen_
        if shown is self._performance:
            return self._performance
        return self._alarms if shown is self._alarms else self._supervision

    @Slot()
    def _on_copy(self) -> None:
        self._in_sight().copy()

    @Slot()
    def _on_table(self) -> None:
        self._in_sight().export_table()

    @Slot(str)
    def show_plc(self, plc: str) -> None:
        """Go to a PLC in the fleet."""
        if self._supervision.show_plc(plc):
            self._pages.show_widget(self._supervision)
            self._supervision.fleet.grid.setFocus()
        else:
            self._notice.say(self.tr("{0} is not in the fleet any more").format(one_line(plc)), failed=False)
