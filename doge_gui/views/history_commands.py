"""The way to what was recorded: trends and replay as screens of the window, the shift report as a file."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from doge_gui.models.alarm_digest import AlarmDigest
from doge_gui.models.alarm_words import message
from doge_gui.models.phrasebook import told as translated
from doge_gui.views.disconnecting import NoticeBar
from doge_gui.views.later_page import LaterPage
from doge_gui.views.menus import Menus
from doge_gui.views.pages import Pages
from doge_gui.views.replay_screen import ReplayScreen
from doge_gui.views.report_dialog import ReportDialog
from doge_gui.views.trend_files import TrendFiles
from doge_gui.views.trend_screen import TrendScreen

_BEFORE_NOW = timedelta(minutes=10)
"""A replay that is opened without an instant shows the plant as it stood then."""


class HistoryCommands(QObject):
    """Opens replays, orders reports and tables, and lets the live plant be heard of in the past.

    Signals: `replay_wanted(object)` from an instant, UTC; `replay_left()` nobody looks at it any more;
    `report_wanted(object)` ReportOrder; `table_wanted(object)` TableOrder; `rows_wanted(object)`
    RowsOrder of a table of the past.
    """

    replay_wanted = Signal(object)
    replay_left = Signal()
    report_wanted = Signal(object)
    table_wanted = Signal(object)
    rows_wanted = Signal(object)

    def __init__(
        self,
        window: QWidget,
        menus: Menus,
        pages: Pages,
        screens: tuple[LaterPage[TrendScreen], LaterPage[ReplayScreen]],
        notice: NoticeBar,
        wall: Callable[[], datetime],
    ) -> None:
        super().__init__(window)
        self._window, self._pages, self._notice, self._wall = window, pages, notice, wall
        self.trends, self.replay = screens
        self._open = False
        self._live = AlarmDigest()
        self.trends.set_up_by(self._set_up_trends)
        self.replay.set_up_by(self._set_up_replay)
        menus["report"].triggered.connect(self.ask_for_report)
        menus["live"].triggered.connect(self._on_live)
        pages.shown.connect(self._on_shown)
        self._before = pages.current

    def begin(self) -> None:
        """Open the replay at once where its screen is in sight already."""
        self._on_shown(self._pages.current)

    def begin_anew(self) -> None:
        """Another plant's history comes."""
        self._open = False
        for page in (self.trends, self.replay):
            if page.built is not None:
                page.built.begin_anew()
        self._on_shown(self._pages.current)

    @Slot(object)
    def open_replay(self, at: datetime) -> None:
        """Show the plant as it stood at an instant."""
        self._open = True
        self.replay.screen_.begin_anew()
        self._tell_live()
        self._pages.show_widget(self.replay)
        self.replay_wanted.emit(at.astimezone(UTC))

    def show_live_alarms(self, digest: AlarmDigest) -> None:
        """Let whoever watches the past know what is so now."""
        self._live = digest
        self._tell_live()

    @Slot()
    def ask_for_report(self) -> None:
        """Ask which shift, and have it written."""
        dialog = ReportDialog(self._utc, self._window)
        dialog.report_wanted.connect(self.report_wanted)
        dialog.open()

    @Slot(str)
    def show_report_begun(self, path: str) -> None:
        """Say that a report is being written."""
        self._notice.say(self.tr("Writing the shift report {0}…").format(path), failed=False)

    @Slot(str)
    def show_report(self, path: str) -> None:
        """Say that a report is there."""
        self._notice.say(self.tr("Shift report written to {0}").format(path), failed=False)

    @Slot(str)
    def show_report_failure(self, error: str) -> None:
        """Say why there is no report."""
        self._notice.say(self.tr("No shift report: {0}").format(translated(error)), failed=True)

    def _utc(self) -> datetime:
        return self._wall().astimezone(UTC)

    def _tell_live(self) -> None:
        screen = self.replay.built
        if screen is None:
            return
        worst = self._live.worst
        if worst is None or not self._live.unacknowledged:
            screen.clear_live_alarm()
        else:
            screen.show_live_alarm(message(worst, self._live.report.rules))

    def _set_up_trends(self, screen: TrendScreen) -> None:
        self._files = TrendFiles(self._window, screen, self._notice)
        self._files.table_wanted.connect(self.table_wanted)

    def _set_up_replay(self, screen: ReplayScreen) -> None:
        screen.live_wanted.connect(self._on_left)
        screen.table_wanted.connect(self.rows_wanted)
        self._tell_live()

    @Slot()
    def _on_left(self) -> None:
        """Back to the present."""
        self._pages.show_page(self._before)

    @Slot(int)
    def _on_shown(self, number: int) -> None:
        on_replay = self._pages.pages[number].widget is self.replay
        if on_replay and not self._open:
            self.open_replay(self._utc() - _BEFORE_NOW)
        elif not on_replay:
            self._before = number
            if self._open:
                self._open = False
                self.replay_left.emit()

    @Slot()
    def _on_live(self) -> None:
        if self._pages.pages[self._pages.current].widget is self.trends:
            self.trends.screen_.ways.back_to_live()
        elif self._open:
            self._on_left()
