"""The window: banner, screen, status line and menus. It shows facts and tells what the operator wants."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QSize, QTimer, Slot
from PySide6.QtGui import QAction, QCloseEvent, QHideEvent, QShowEvent

from doge_gui.core.alarms.report import AlarmReport
from doge_gui.core.config_text import Mistake
from doge_gui.core.snapshot import Snapshot
from doge_gui.core.statuses import AddressStatus, Disconnection, Schedule, SoundStatus, WebStatus
from doge_gui.models.facts import Condition
from doge_gui.views.alarm_views import AlarmParts, AlarmViews
from doge_gui.views.blink import desktop_wants_stillness
from doge_gui.views.central import Central
from doge_gui.views.disconnecting import Disconnecting
from doge_gui.views.files import Files
from doge_gui.views.finding_commands import FindingCommands
from doge_gui.views.help_commands import HelpCommands
from doge_gui.views.history_commands import HistoryCommands
from doge_gui.views.intents import Intents
from doge_gui.views.layout_memory import ScreenWatch, recall, remember
from doge_gui.views.menus import build
from doge_gui.views.mistake_list import MistakesDialogs
from doge_gui.views.page_commands import PageCommands
from doge_gui.views.performance_commands import PerformanceCommands
from doge_gui.views.sound_menu import SoundMenu
from doge_gui.views.table_exports import TableExports
from doge_gui.views.theme import Settings, ThemeManager
from doge_gui.views.web_commands import WebCommands
from doge_gui.views.window_commands import WindowCommands

_TICK_MS = 1000
_SIZE = (1600, 960)
_LEAST = (900, 560)


def local_time() -> datetime:
    """The time of day, for the clock at the window's foot."""
    return datetime.now().astimezone()


class MainWindow(Intents):
    """The supervision window: facts come in by `show_...`, what the operator wants leaves as Intents."""

    def __init__(
        self,
        settings: Settings,
        clock: Callable[[], float],
        themes: ThemeManager,
        wall: Callable[[], datetime] = local_time,
        wants_stillness: Callable[[], bool] = desktop_wants_stillness,
        language: str = "en",
    ) -> None:
        """`clock` gives the seconds that snapshots carry; `language` is the one in force."""
        super().__init__()
        self._settings, self._clock, self._themes, self._wall = settings, clock, themes, wall
        self._may_close: Callable[[QCloseEvent], bool] | None = None
        self._started = clock()
        self.setWindowTitle(self.tr("WatchDoge – supervision"))
        self.setMinimumSize(*_LEAST)
        self.resize(QSize(*_SIZE).boundedTo(self.screen().availableSize()))
        self._lay_out()
        names = [page.name for page in self.pages.pages]
        self.menus = build(self, self.screen_.fleet.columns_menu, self.sound_menu, names)
        self.disconnecting = Disconnecting(self, self.notice)
        self.files = Files(self, self.screen_.plots, self.notice)
        self._connect()
        self._connect_actions()
        parts = AlarmParts(self.banner, self.alarms, self.sound_menu, self.pages.navigation.buttons[1])
        self._alarm_views = AlarmViews(self, clock, wants_stillness, parts, self.menus, settings)
        self._page_commands = PageCommands(
            *(self, self.menus, settings, self.pages, self.screen_, self.alarms),
            *(self.performance, self.trends, self.replay, self.notice),
        )
        self.banner.alarms_wanted.connect(self._page_commands.show_alarms)
        self.measuring = PerformanceCommands(
            self, self.pages, self.performance, self.notice, self._alarm_views.rules
        )
        self.measuring.wanted.connect(self.performance_requested)
        self.exports = TableExports(self, self.notice)
        for source in (self.screen_, self.alarms, self.measuring):
            source.table_wanted.connect(self.table_requested)
        self.notice.cancel_wanted.connect(self.table_cancelled)
        self.past = HistoryCommands(
            self, self.menus, self.pages, (self.trends, self.replay), self.notice, self._wall
        )
        self.past.rows_wanted.connect(self.table_requested)
        self._alarm_views.digested.connect(self.past.show_live_alarms)
        self._alarm_views.digested.connect(self.alarms_digested)
        themed = (self.alarms, self.performance, self.trends, self.replay, self.pages)
        self._commands = WindowCommands(self, self.menus, self.screen_, themed, themes, settings)
        self._help = HelpCommands(self, self.menus, self.pages, themes, language)
        self._finding = FindingCommands(self, self.menus, self.pages, (self.banner, self.status))
        self._finding.plc_wanted.connect(self._page_commands.show_plc)
        recall(settings, self, self.screen_.splitter, self.screen_.fleet.grid)
        self.web = WebCommands(self, self.menus, self.status)
        self._screens = ScreenWatch(settings, self, self.screen_.splitter)
        self._ticker = QTimer(self)
        self._ticker.timeout.connect(self.tick)
        self._ticker.start(_TICK_MS)
        self.tick()

    def _lay_out(self) -> None:
        self.sound_menu = SoundMenu(self._settings, self)
        parts = Central(self._themes.theme, self.sound_menu, self._settings)
        self.notice, self.screen_, self.banner = parts.notice, parts.supervision, parts.banner
        self.alarms, self.performance = parts.alarms, parts.performance
        self.pages, self.status = parts.pages, parts.status
        self.trends, self.replay = parts.trends, parts.replay
        self._condition = Condition(self.screen_.table.picture)
        self.dialogs = MistakesDialogs(self)
        self.setCentralWidget(parts)

    def _connect(self) -> None:
        fleet = self.screen_.fleet
        fleet.poll_now.connect(self.poll_now_requested)
        fleet.pause_toggled.connect(self._on_pause)
        fleet.disconnect_wanted.connect(self.disconnecting.ask)
        self.screen_.plots.export_wanted.connect(self.files.export)
        self.files.chosen.connect(self.open_configuration_requested)
        self.banner.poll_wanted.connect(self.poll_now_requested)
        self.banner.details_wanted.connect(self.dialogs.mistakes.show)
        self.banner.left_out_wanted.connect(self.dialogs.left_out.show)
        self.disconnecting.confirmed.connect(self.disconnect_requested)

    def _connect_actions(self) -> None:
        fleet = self.screen_.fleet
        for name, slot in (
            ("open", self.files.open_configuration),
            ("png", self.files.export_png),
            ("svg", self.files.export_svg),
            ("csv", self.files.export_csv),
            ("quit", self.close),
            ("pause", self._on_pause),
            ("force", fleet.want_disconnect),
        ):
            self.menus[name].triggered.connect(slot)
        for name, intent in (
            ("poll", self.poll_now_requested),
            ("settings", self.settings_requested),
            ("assistant", self.assistant_requested),
        ):
            self.menus[name].triggered.connect(intent)
        for action in self.menus.languages.values():
            action.triggered.connect(self._on_language)
        self.menus["silence"].triggered.connect(self.silence_requested)
        self.menus["facts"].toggled.connect(self.banner.more.setChecked)
        self.banner.more.toggled.connect(self.menus["facts"].setChecked)
        self.menus["silence"].setEnabled(False)

    # Facts that come in

    @Slot()
    def begin_anew(self) -> None:
        """Forget everything of the plant before: the next one's PLCs may have the same names."""
        self.disconnecting.begin_anew()
        self.screen_.begin_anew()
        self.status.begin_anew()
        self.web.show_web(WebStatus())
        self.dialogs.hide()
        self.menus["pause"].setText(self.tr("&Pause"))
        self.show_sounding(False, "")
        self._alarm_views.begin_anew()
        self.past.begin_anew()
        self._learn(Condition(self.screen_.table.picture))

    @Slot(object)
    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show a new picture of the plant."""
        self.screen_.show_snapshot(snapshot, self._clock(), self._condition.schedule)
        self._learn(self._condition)

    @Slot(object)
    def show_picture(self, snapshot: Snapshot) -> None:
        """Show it in the table and the graphs; the rest follows with the next schedule."""
        self.screen_.show_picture(snapshot, self._clock())

    @Slot(object)
    def show_schedule(self, schedule: Schedule) -> None:
        """Show when the next cycle is due, or that polling is paused."""
        self.screen_.show_schedule(schedule)
        self.menus["pause"].setText(self.tr("&Resume") if schedule.paused else self.tr("&Pause"))
        self._learn(replace(self._condition, schedule=schedule))

    @Slot(object)
    def show_addresses(self, status: AddressStatus) -> None:
        """Show where the gateways come from."""
        self.status.show_addresses(status, self._clock())
        self.dialogs.left_out.show_status(status)
        self._learn(replace(self._condition, addresses=status))

    @Slot(object)
    def show_sound(self, status: SoundStatus) -> None:
        """Show whether an alarm could be heard."""
        self.status.show_sound(status)

    @Slot(object)
    def show_alarms(self, report: AlarmReport) -> None:
        """Show the alarms as they stand."""
        self._alarm_views.show_alarms(report)

    def begin(self) -> None:
        """Tell what is wanted from the start on: who listens is connected now."""
        self.volume_changed.emit(self.sound_menu.volume)
        self.measuring.begin()
        self.past.begin()

    @Slot(object)
    def show_disconnections(self, disconnections: tuple[Disconnection, ...]) -> None:
        """Show what became of a request to disconnect a PLC."""
        self.screen_.table.show_disconnections(disconnections)
        self.screen_.fleet.grid.fit_values()
        for disconnection in disconnections:
            self.disconnecting.show_disconnection(disconnection)

    @Slot(str, tuple)
    def show_config_mistakes(self, path: str, mistakes: tuple[Mistake, ...]) -> None:
        """Say that the configuration file is wrong now; the last good one is in force."""
        self.files.configuration = path
        self.dialogs.mistakes.show_mistakes(path, mistakes)
        self._learn(replace(self._condition, mistakes=mistakes))

    @Slot(str)
    def show_config_ok(self, path: str) -> None:
        """Take back what `show_config_mistakes` said."""
        self.files.configuration = path
        self.dialogs.mistakes.hide()
        self._learn(replace(self._condition, mistakes=()))

    @Slot(str, tuple)
    def show_refused(self, path: str, mistakes: tuple[Mistake, ...]) -> None:
        """Say that the file the operator wanted to open is wrong, while the supervision under way goes on."""
        self.dialogs.refused.show_mistakes(path, mistakes)
        self.dialogs.refused.open()

    @Slot(str)
    def show_log(self, error: str) -> None:
        """Say why the log cannot be written; an empty text takes it back."""
        self.status.show_log(error)
        self._learn(replace(self._condition, log_error=error))

    @Slot(bool, str)
    def show_sounding(self, sounding: bool, reason: str) -> None:
        """Make Silence live while an alarm sounds."""
        self.banner.show_sounding(sounding, reason)
        self.menus["silence"].setEnabled(sounding)

    @Slot()
    def tick(self) -> None:
        """Let everything that shows time run on."""
        now = self._clock()
        self.screen_.set_now(now, self._condition.schedule)
        if self._condition.addresses is not None:
            self.status.show_addresses(self._condition.addresses, now)
        self.status.show_time(now - self._started, self._wall())
        self._alarm_views.tick(self._condition.old)
        self._learn(self._condition)

    def _learn(self, condition: Condition) -> None:
        """Show what is known now; its fleet is always the table's."""
        self._condition = replace(condition, fleet=self.screen_.table.picture)
        self.banner.show_condition(self._condition)
        self.condition_changed.emit(self._condition)

    def plc_names(self) -> tuple[str, ...]:
        """The PLCs of the fleet that is shown."""
        return tuple(address.plc for address in self.screen_.table.picture.snapshot.plan.addresses)

    @Slot()
    def to_front(self) -> None:
        """Show the window over all others."""
        if self.isMinimized():
            self.showNormal()
        self.show()
        self.raise_()
        self.activateWindow()

    @Slot()
    def show_alarm_screen(self) -> None:
        """Go to the alarms."""
        self._page_commands.show_alarms()

    @Slot()
    def _on_language(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.language_chosen.emit(str(action.data()))

    @Slot()
    def save_diagnostics(self) -> None:
        """Ask where the diagnostics archive goes."""
        self._help.save_diagnostics()

    def go_on_after(self, before: "MainWindow") -> None:
        """Count the running time from where that window began."""
        self._started = before._started

    def close_by(self, may_close: Callable[[QCloseEvent], bool]) -> None:
        """Ask `may_close` at each closing; it says whether the program ends."""
        self._may_close = may_close

    def remember_layout(self) -> None:
        """Store sizes, places and columns."""
        remember(self._settings, self, self.screen_.splitter, self.screen_.fleet.grid)

    # What the operator does

    @Slot()
    def _on_pause(self) -> None:
        schedule = self._condition.schedule
        self.pause_requested.emit(schedule is None or not schedule.paused)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._alarm_views.blink.set_visible(True)
        self.screen_.fleet.grid.setFocus()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._alarm_views.blink.set_visible(False)

    def end(self) -> None:
        """Act on nothing any more: what is destroyed first must not be told of what goes after it."""
        self._ticker.stop()
        self.alarms.blockSignals(True)

    def closeEvent(self, event: QCloseEvent) -> None:
        # Also of a window that only goes into the tray, from where the program may be ended.
        self.remember_layout()
        if self._may_close is not None and not self._may_close(event):
            return
        self.closing.emit()
        super().closeEvent(event)
