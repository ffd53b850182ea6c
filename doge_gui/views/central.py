"""What the window is made of: the banner over everything, the screens, the line at the foot."""

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from doge_gui.models.facts import Condition
from doge_gui.views.alarm_screen import AlarmScreen
from doge_gui.views.banner import Banner
from doge_gui.views.disconnecting import NoticeBar
from doge_gui.views.later_page import LaterPage
from doge_gui.views.navigation import Page
from doge_gui.views.pages import Pages
from doge_gui.views.performance_screen import PerformanceScreen
from doge_gui.views.replay_screen import ReplayScreen
from doge_gui.views.sound_menu import SoundMenu
from doge_gui.views.status_line import StatusLine
from doge_gui.views.supervision_screen import SupervisionScreen
from doge_gui.views.theme import Settings, Theme
from doge_gui.views.trend_screen import TrendScreen


class Central(QWidget):
    """All parts in their places; whoever builds the window connects them."""

    def __init__(self, theme: Theme, sound_menu: SoundMenu, settings: Settings) -> None:
        super().__init__()
        self.notice = NoticeBar()
        self.supervision = SupervisionScreen(theme)
        self.banner = Banner(Condition(self.supervision.table.picture))
        self.alarms = AlarmScreen(theme, sound_menu)
        self.performance = PerformanceScreen(theme)
        self.status = StatusLine()
        # Built when somebody looks at them: the window stands before.
        self.trends = LaterPage(partial(TrendScreen, settings=settings), theme)
        self.replay = LaterPage(ReplayScreen, theme)
        pages = (
            Page(self.tr("Supervision"), "supervision", self.supervision),
            Page(self.tr("Alarms"), "alarms", self.alarms),
            Page(self.tr("Performance"), "performance", self.performance),
            Page(self.tr("Trends"), "trends", self.trends),
            Page(self.tr("Replay"), "replay", self.replay),
        )
        self.pages = Pages(pages, theme)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.banner)
        layout.addWidget(self.notice)
        layout.addWidget(self.pages, 1)
        layout.addWidget(self.status)
